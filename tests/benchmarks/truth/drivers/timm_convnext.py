"""The feature maps of a narrow ConvNeXt, at every stage."""

import timm
import torch

backbone = timm.create_model(
    "convnext_atto",
    features_only=True,
    depths=(1, 1, 2, 1),
    dims=(16, 32, 48, 64),
).eval()

with torch.no_grad():
    c2, c3, c4, c5 = backbone(torch.randn(1, 3, 96, 96))
