"""Res2Net: a bottleneck that splits its channels into four scales."""

import torch
from timm.models.res2net import Bottle2neck
from timm.models.resnet import ResNet

model = ResNet(
    Bottle2neck,
    layers=(1, 2, 1, 1),
    num_classes=10,
    base_width=16,
    channels=(16, 24, 32, 48),
    block_args=dict(scale=4),
)
model.eval()

x = torch.randn(2, 3, 64, 64)
with torch.no_grad():
    features = model.forward_features(x)
    logits = model.forward_head(features)
