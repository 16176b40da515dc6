"""A language model with linear attention."""

import torch
from performer_pytorch import PerformerLM

model = PerformerLM(
    num_tokens=100,
    max_seq_len=64,
    dim=32,
    depth=2,
    heads=4,
    dim_head=8,
    causal=False,
    nb_features=16,
)
tokens = torch.randint(0, 100, (1, 64))
output = model(tokens, mask=torch.ones_like(tokens).bool())
