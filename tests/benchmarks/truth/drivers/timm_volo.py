"""VOLO: outlook attention first, then plain attention."""

import torch
from timm.models.volo import VOLO

model = VOLO(
    layers=[1, 1, 1, 1],
    img_size=64,
    num_classes=10,
    stem_hidden_dim=16,
    embed_dims=[24, 48, 48, 48],
    num_heads=[2, 4, 4, 4],
)
model.eval()

x = torch.randn(2, 3, 64, 64)
with torch.no_grad():
    logits = model(x)
