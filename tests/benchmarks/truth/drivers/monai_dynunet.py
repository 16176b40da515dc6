"""DynUNet with anisotropic kernels and deep supervision."""

import torch
from monai.networks.nets import DynUNet

kernels = [[3, 3, 1], [3, 3, 3], [3, 3, 3], [3, 3, 3]]
strides = [[1, 1, 1], [2, 2, 1], [2, 2, 2], [2, 2, 2]]
net = DynUNet(
    spatial_dims=3,
    in_channels=1,
    out_channels=2,
    kernel_size=kernels,
    strides=strides,
    upsample_kernel_size=strides[1:],
    filters=[4, 8, 16, 32],
    deep_supervision=True,
    deep_supr_num=2,
)
net.train()

volume = torch.randn(1, 1, 32, 32, 16)
heads = net(volume).unbind(dim=1)
