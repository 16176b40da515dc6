"""A small language model of x-transformers."""

import torch
from x_transformers import Decoder, TransformerWrapper

model = TransformerWrapper(
    num_tokens=100,
    max_seq_len=32,
    attn_layers=Decoder(dim=32, depth=2, heads=4),
)
tokens = torch.randint(0, 100, (2, 24))
with torch.no_grad():
    logits = model(tokens)
