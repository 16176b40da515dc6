"""CrossViT: two branches with patches of two sizes."""

import torch
from timm.models.crossvit import CrossVit

model = CrossVit(
    img_size=96,
    img_scale=(1.0, 64 / 96),
    patch_size=(12, 16),
    num_classes=10,
    embed_dim=(24, 48),
    depth=((1, 2, 0), (1, 1, 0)),
    num_heads=(3, 3),
    mlp_ratio=(2.0, 2.0, 1.0),
).eval()

with torch.no_grad():
    fine, coarse = model.forward_features(torch.randn(2, 3, 96, 96))
    logits = model.forward_head([fine, coarse])
