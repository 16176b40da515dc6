"""A 3-D residual U-Net over one CT patch."""

import torch
from monai.networks.nets import UNet

net = UNet(
    spatial_dims=3,
    in_channels=1,
    out_channels=3,
    channels=(4, 8, 16),
    strides=(2, 2),
    num_res_units=2,
)
net.eval()

patch = torch.randn(1, 1, 32, 32, 32)
with torch.no_grad():
    labels = net(patch).argmax(dim=1, keepdim=True)
