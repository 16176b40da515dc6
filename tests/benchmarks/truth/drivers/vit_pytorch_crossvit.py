"""CrossViT of vit-pytorch."""

import torch
from vit_pytorch.cross_vit import CrossViT

v = CrossViT(
    image_size=64,
    num_classes=10,
    depth=1,
    sm_dim=24,
    sm_patch_size=8,
    sm_enc_depth=1,
    sm_enc_heads=2,
    sm_enc_mlp_dim=48,
    lg_dim=32,
    lg_patch_size=16,
    lg_enc_depth=1,
    lg_enc_heads=2,
    lg_enc_mlp_dim=64,
    cross_attn_depth=1,
    cross_attn_heads=2,
)
pred = v(torch.randn(1, 3, 64, 64))
