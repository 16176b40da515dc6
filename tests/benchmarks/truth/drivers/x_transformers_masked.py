"""Masked tokens, predicted all at once."""

import torch
from x_transformers import Encoder, NonAutoregressiveWrapper, TransformerWrapper

net = TransformerWrapper(
    num_tokens=65,
    max_seq_len=16,
    attn_layers=Encoder(dim=32, depth=2, heads=4, rel_pos_bias=True, sandwich_norm=True),
)
model = NonAutoregressiveWrapper(net, mask_id=64, steps=4, schedule="cosine")
result = model(torch.randint(0, 64, (2, 16)))
result.loss.backward()
