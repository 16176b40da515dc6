"""A compact convolutional transformer."""

import torch
from vit_pytorch.cct import CCT

cct = CCT(
    img_size=(32, 48),
    embedding_dim=32,
    n_conv_layers=2,
    kernel_size=3,
    stride=1,
    padding=1,
    pooling_kernel_size=3,
    pooling_stride=2,
    pooling_padding=1,
    num_layers=2,
    num_heads=2,
    mlp_ratio=2.0,
    num_classes=10,
    positional_embedding="learnable",
)
pred = cct(torch.randn(1, 3, 32, 48))
