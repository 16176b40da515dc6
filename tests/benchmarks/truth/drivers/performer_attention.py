"""Self-attention and cross-attention of a Performer."""

import torch
from performer_pytorch import CrossAttention, SelfAttention

attend = SelfAttention(dim=32, heads=4, causal=False)
cross = CrossAttention(dim=32, heads=4)
x = torch.randn(1, 24, 32)
y = attend(x)
z = cross(y, context=torch.randn(1, 40, 32))
