"""SimpleViT of vit-pytorch."""

import torch
from vit_pytorch import SimpleViT

v = SimpleViT(image_size=32, patch_size=8, num_classes=10, dim=32, depth=2, heads=4, mlp_dim=64)
preds = v(torch.randn(2, 3, 32, 32))
