"""Swin UNETR on two-dimensional slices."""

import torch
from monai.networks.nets import SwinUNETR

model = SwinUNETR(
    in_channels=1,
    out_channels=2,
    depths=(1, 1, 1, 1),
    num_heads=(1, 2, 4, 8),
    window_size=4,
    feature_size=12,
    spatial_dims=2,
)
model.eval()

slices = torch.randn(2, 1, 64, 64)
with torch.no_grad():
    masks = torch.sigmoid(model(slices))
