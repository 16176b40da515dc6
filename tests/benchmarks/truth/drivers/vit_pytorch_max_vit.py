"""MaxViT's blocks and grids."""

import torch
from vit_pytorch.max_vit import MaxViT

v = MaxViT(
    num_classes=10, dim_conv_stem=16, dim=16, dim_head=8, depth=(1, 1), window_size=4, dropout=0.1
)
v.eval()
with torch.no_grad():
    preds = v(torch.randn(2, 3, 32, 32))
