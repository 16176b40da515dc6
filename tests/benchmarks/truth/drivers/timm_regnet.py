"""RegNet from a configuration written by hand."""

import torch
from timm.models.regnet import RegNet, RegNetCfg

cfg = RegNetCfg(w0=24, wa=36.0, wm=2.5, group_size=8, depth=6, se_ratio=0.25)
model = RegNet(cfg, num_classes=12)
model.eval()

image = torch.randn(1, 3, 80, 80)
with torch.no_grad():
    logits = model(image)
