"""PoolFormer and ConvFormer from the same MetaFormer."""

import torch
from timm.models.metaformer import MetaFormer, Pooling, SepConv

depths, dims = (1, 1, 1, 1), (16, 24, 32, 40)
pool = MetaFormer(depths=depths, dims=dims, num_classes=10, token_mixers=Pooling)
conv = MetaFormer(depths=depths, dims=dims, num_classes=10, token_mixers=SepConv)
pool.eval()
conv.eval()

x = torch.randn(2, 3, 64, 64)
with torch.no_grad():
    both = (pool(x) + conv(x)) / 2
