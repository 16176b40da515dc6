"""Few key heads, memory tokens and a squared activation."""

import torch
from x_transformers import Decoder, TransformerWrapper

model = TransformerWrapper(
    num_tokens=80,
    max_seq_len=32,
    num_memory_tokens=4,
    attn_layers=Decoder(
        dim=48, depth=2, heads=6, attn_kv_heads=2, ff_relu_squared=True, use_rmsnorm=True
    ),
)
logits = model(torch.randint(0, 80, (1, 20)))
