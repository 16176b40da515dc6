"""Learned queries that read a sequence, like a Perceiver."""

import torch
from torch import nn
from x_transformers import CrossAttender, Encoder


class Reader(nn.Module):
    def __init__(self, dim=32, context_dim=20, num_queries=6):
        super().__init__()
        self.queries = nn.Parameter(torch.randn(num_queries, dim))
        self.read = CrossAttender(dim=dim, depth=1, heads=4, cross_attn_dim_context=context_dim)
        self.process = Encoder(dim=dim, depth=2, heads=4, residual_attn=True, attn_num_mem_kv=4)
        self.to_logits = nn.Linear(dim, 3)

    def forward(self, context):
        queries = self.queries.expand(context.shape[0], -1, -1)
        latents = self.process(self.read(queries, context=context))
        return self.to_logits(latents.mean(dim=1))


model = Reader()
logits = model(torch.randn(2, 15, 20))
