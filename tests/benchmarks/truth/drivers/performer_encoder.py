"""A Performer on vectors."""

import torch
from performer_pytorch import Performer

model = Performer(dim=32, depth=2, heads=4, dim_head=8, causal=False)
output = model(torch.randn(1, 20, 32))
