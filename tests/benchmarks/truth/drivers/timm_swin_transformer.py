"""A two-stage Swin transformer with small windows."""

import torch
from timm.models.swin_transformer import SwinTransformer

model = SwinTransformer(
    img_size=64,
    patch_size=4,
    num_classes=7,
    embed_dim=24,
    depths=(2, 2),
    num_heads=(2, 4),
    window_size=4,
)
model.eval()

with torch.no_grad():
    features = model.forward_features(torch.randn(2, 3, 64, 64))
    out = model.forward_head(features)
