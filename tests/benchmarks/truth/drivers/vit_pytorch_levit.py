"""LeViT with a distillation head."""

import torch
from vit_pytorch.levit import LeViT

levit = LeViT(
    image_size=64,
    num_classes=10,
    stages=3,
    dim=(16, 24, 32),
    depth=1,
    heads=(2, 3, 4),
    mlp_mult=2,
    dim_key=8,
    dim_value=16,
    num_distill_classes=8,
)
with torch.no_grad():
    logits, distilled = levit(torch.randn(2, 3, 64, 64))
