"""MobileViT of vit-pytorch."""

import torch
from vit_pytorch.mobile_vit import MobileViT

model = MobileViT(
    image_size=(64, 64),
    dims=[24, 32, 40],
    channels=[8, 16, 24, 24, 32, 32, 40, 40, 48, 48, 96],
    num_classes=10,
)
with torch.no_grad():
    pred = model(torch.randn(1, 3, 64, 64))
