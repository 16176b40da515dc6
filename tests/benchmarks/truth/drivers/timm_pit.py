"""The pooling vision transformer, distilled: two heads in one."""

import torch
from timm.models.pit import PoolingVisionTransformer

pit = PoolingVisionTransformer(
    img_size=64,
    patch_size=16,
    stride=8,
    base_dims=(16, 16, 16),
    depth=(1, 2, 1),
    heads=(2, 4, 8),
    num_classes=11,
    distilled=True,
)
pit.set_distilled_training(True)
pit.train()

student, teacher = pit(torch.randn(2, 3, 64, 64))
pit.eval()
with torch.no_grad():
    averaged = pit(torch.randn(1, 3, 64, 64))
