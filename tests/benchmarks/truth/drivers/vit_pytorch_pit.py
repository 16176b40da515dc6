"""Pooling-based ViT."""

import torch
from vit_pytorch.pit import PiT

v = PiT(image_size=56, patch_size=14, dim=32, num_classes=10, depth=(1, 1, 1), heads=4, mlp_dim=64)
preds = v(torch.randn(1, 3, 56, 56))
