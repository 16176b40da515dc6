"""LeViT with its stages made small."""

import timm
import torch

model = timm.create_model(
    "levit_128s",
    img_size=128,
    num_classes=8,
    embed_dim=(32, 48, 64),
    key_dim=8,
    num_heads=(2, 3, 4),
    depth=(1, 1, 1),
)
model.eval()

x = torch.randn(2, 3, 128, 128)
with torch.no_grad():
    out = model(x)
