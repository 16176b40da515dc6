"""Twins-SVT, local and global attention in turn, on wide pictures."""

import timm
import torch

kwargs = dict(
    embed_dims=(16, 32, 64, 128),
    num_heads=(1, 2, 4, 8),
    depths=(2, 2, 2, 2),
)
model = timm.create_model("twins_svt_small", img_size=(64, 96), num_classes=3, **kwargs)
model.eval()

x = torch.randn(1, 3, 64, 96)
with torch.no_grad():
    features = model.forward_features(x)
    logits = model.forward_head(features)
