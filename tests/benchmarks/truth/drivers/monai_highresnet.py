"""HighResNet, dilated instead of strided, with its own table of layers."""

import torch
from monai.networks.nets import HighResNet

layers = (
    {"name": "conv_0", "n_features": 4, "kernel_size": 3},
    {"name": "res_1", "n_features": 4, "kernels": (3, 3), "repeat": 2},
    {"name": "res_2", "n_features": 8, "kernels": (3, 3), "repeat": 1},
    {"name": "conv_1", "n_features": 12, "kernel_size": 1},
    {"name": "conv_2", "kernel_size": 1},
)
net = HighResNet(spatial_dims=3, in_channels=1, out_channels=5, layer_params=layers)
net.eval()

with torch.no_grad():
    parcellation = net(torch.randn(1, 1, 24, 24, 24))
