"""An MLP whose neurons attend to each other."""

import torch
from x_transformers import NeoMLP

model = NeoMLP(
    dim_in=5,
    dim_hidden=7,
    dim_out=3,
    dim_model=32,
    depth=2,
    encoder_kwargs=dict(attn_dim_head=8, heads=4),
)
output, embeddings = model(torch.randn(6, 5), return_embeds=True)
