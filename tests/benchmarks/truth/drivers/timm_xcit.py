"""XCiT: attention between channels instead of between patches."""

import torch
from timm.models.xcit import Xcit

model = Xcit(
    img_size=64,
    patch_size=8,
    num_classes=10,
    embed_dim=32,
    depth=2,
    num_heads=4,
    cls_attn_layers=1,
    eta=1.0,
)
model.eval()

with torch.no_grad():
    small = model(torch.randn(2, 3, 64, 64))
    large = model(torch.randn(1, 3, 96, 80))
