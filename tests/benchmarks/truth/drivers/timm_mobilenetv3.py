"""Grey-scale digits through a small MobileNetV3."""

import torch
from timm.models.mobilenetv3 import mobilenetv3_small_050

net = mobilenetv3_small_050(in_chans=1, num_classes=10)
net.eval()

digits = torch.randn(8, 1, 32, 32)
with torch.no_grad():
    scores = net(digits)
    best = scores.argmax(dim=1)
