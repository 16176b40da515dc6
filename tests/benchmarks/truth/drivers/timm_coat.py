"""CoaT with one parallel block over three scales."""

import torch
from timm.models.coat import CoaT

model = CoaT(
    img_size=64,
    patch_size=4,
    num_classes=5,
    embed_dims=(64, 64, 64, 64),
    serial_depths=(1, 1, 1, 1),
    parallel_depth=1,
    num_heads=8,
).eval()

images = torch.randn(2, 3, 64, 64)
with torch.no_grad():
    logits = model(images)
