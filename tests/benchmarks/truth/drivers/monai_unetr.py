"""UNETR: a ViT encoder and a convolutional decoder."""

import torch
from monai.networks.nets import UNETR

model = UNETR(
    in_channels=1,
    out_channels=4,
    img_size=(32, 32, 32),
    feature_size=4,
    hidden_size=32,
    mlp_dim=64,
    num_heads=4,
    norm_name="batch",
).eval()

with torch.no_grad():
    segmentation = model(torch.randn(1, 1, 32, 32, 32))
