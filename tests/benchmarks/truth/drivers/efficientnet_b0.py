"""EfficientNet-B0 of efficientnet-pytorch."""

import torch
from efficientnet_pytorch import EfficientNet

model = EfficientNet.from_name("efficientnet-b0", num_classes=10)
model.eval()
with torch.no_grad():
    features = model.extract_features(torch.randn(1, 3, 64, 64))
    logits = model(torch.randn(1, 3, 64, 64))
