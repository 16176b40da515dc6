"""The last two feature maps of a slim VoVNet."""

import timm
import torch

model = timm.create_model(
    "ese_vovnet19b_slim_dw", pretrained=False, features_only=True, out_indices=(3, 4)
)
model.eval()

with torch.no_grad():
    p4, p5 = model(torch.randn(2, 3, 64, 64))
