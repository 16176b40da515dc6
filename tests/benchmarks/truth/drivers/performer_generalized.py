"""A language model over axial positions, with the generalized kernel."""

import torch
from performer_pytorch import PerformerLM
from torch import nn

model = PerformerLM(
    num_tokens=64,
    max_seq_len=32,
    dim=32,
    depth=2,
    heads=2,
    dim_head=16,
    nb_features=8,
    generalized_attention=True,
    kernel_fn=nn.ReLU(),
    rotary_position_emb=False,
    axial_position_emb=True,
    axial_position_shape=(4, 8),
    tie_embed=True,
    shift_tokens=True,
)
tokens = torch.randint(0, 64, (2, 32))
with torch.no_grad():
    encodings = model(tokens, return_encodings=True)
    logits = model(tokens)
