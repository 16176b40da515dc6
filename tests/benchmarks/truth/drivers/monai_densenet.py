"""A small 3-D DenseNet which sorts scans into two classes."""

import torch
from monai.networks.nets import DenseNet

model = DenseNet(
    spatial_dims=3,
    in_channels=1,
    out_channels=2,
    init_features=8,
    growth_rate=4,
    block_config=(2, 2, 2),
)
model.eval()

scans = torch.randn(2, 1, 32, 32, 32)
with torch.no_grad():
    logits = model(scans)
