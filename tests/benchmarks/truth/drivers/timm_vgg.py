"""A thin VGG, and the features before its classifier."""

import torch
from timm.models.vgg import VGG

layers = [8, "M", 16, "M", 32, 32, "M", 512, "M"]
vgg = VGG(layers, num_classes=10)
vgg.eval()

x = torch.randn(1, 3, 112, 112)
with torch.no_grad():
    fmap = vgg.forward_features(x)
    y = vgg(x)
