"""GhostNet at half its width."""

import timm
import torch

model = timm.create_model("ghostnet_050", num_classes=20)
model.eval()

with torch.no_grad():
    logits = model(torch.randn(2, 3, 64, 64))
    top = logits.topk(5, dim=1)
