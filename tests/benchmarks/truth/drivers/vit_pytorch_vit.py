"""ViT of vit-pytorch."""

import torch
from vit_pytorch import ViT

v = ViT(image_size=32, patch_size=8, num_classes=10, dim=32, depth=2, heads=4, mlp_dim=64)
preds = v(torch.randn(1, 3, 32, 32))
