"""Memories carried from one segment to the next."""

import torch
from x_transformers import Decoder, TransformerWrapper

model = TransformerWrapper(
    num_tokens=50,
    max_seq_len=16,
    max_mem_len=32,
    attn_layers=Decoder(dim=32, depth=2, heads=4, rel_pos_bias=True),
)
first, second = torch.randint(0, 50, (1, 16)), torch.randint(0, 50, (1, 16))
with torch.no_grad():
    logits1, mems1 = model(first, return_mems=True)
    logits2, mems2 = model(second, mems=mems1, return_mems=True)
