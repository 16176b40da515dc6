"""CvT of vit-pytorch."""

import torch
from vit_pytorch.cvt import CvT

model = CvT(
    num_classes=10,
    s1_emb_dim=16,
    s1_depth=1,
    s2_emb_dim=32,
    s2_heads=2,
    s2_depth=1,
    s3_emb_dim=48,
    s3_heads=3,
    s3_depth=1,
)
with torch.no_grad():
    pred = model(torch.randn(1, 3, 64, 64))
