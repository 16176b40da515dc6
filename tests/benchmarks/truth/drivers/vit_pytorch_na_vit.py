"""Images of different sizes, packed together."""

import torch
from vit_pytorch.na_vit import NaViT

model = NaViT(
    image_size=64,
    patch_size=16,
    num_classes=10,
    dim=32,
    depth=2,
    heads=2,
    dim_head=16,
    mlp_dim=64,
    token_dropout_prob=0.1,
)
images = [
    [torch.randn(3, 64, 64), torch.randn(3, 32, 48)],
    [torch.randn(3, 32, 64), torch.randn(3, 48, 32)],
    [torch.randn(3, 16, 64)],
]
preds = model(images)
