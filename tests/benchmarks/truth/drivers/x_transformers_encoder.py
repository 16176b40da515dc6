"""An encoder with rotary positions and gated feed-forwards."""

import torch
from x_transformers import Encoder, TransformerWrapper

encoder = TransformerWrapper(
    num_tokens=64,
    max_seq_len=48,
    attn_layers=Encoder(
        dim=32, depth=2, heads=4, attn_dim_head=8, rotary_pos_emb=True, ff_glu=True
    ),
)
mask = torch.ones(2, 20).bool()
embedded = encoder(torch.randint(0, 64, (2, 20)), mask=mask, return_embeddings=True)
pooled = embedded.mean(dim=1)
