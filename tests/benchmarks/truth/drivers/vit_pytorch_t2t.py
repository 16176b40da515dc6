"""Tokens-to-token ViT."""

import torch
from vit_pytorch.t2t import T2TViT

v = T2TViT(
    dim=32,
    image_size=32,
    depth=1,
    heads=4,
    mlp_dim=64,
    num_classes=10,
    t2t_layers=((7, 4), (3, 2), (3, 2)),
)
preds = v(torch.randn(1, 3, 32, 32))
