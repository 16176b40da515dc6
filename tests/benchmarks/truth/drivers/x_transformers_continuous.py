"""Continuous inputs and outputs."""

import torch
from x_transformers import ContinuousTransformerWrapper, Decoder

model = ContinuousTransformerWrapper(
    dim_in=8,
    dim_out=12,
    max_seq_len=32,
    attn_layers=Decoder(dim=32, depth=2, heads=4, alibi_pos_bias=True),
)
series = torch.randn(2, 32, 8)
output = model(series, mask=torch.ones(2, 32).bool())
