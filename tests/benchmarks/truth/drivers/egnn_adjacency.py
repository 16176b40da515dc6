"""A network over a chain's adjacency, with global attention."""

import torch
from egnn_pytorch import EGNN_Network

net = EGNN_Network(
    num_tokens=21,
    dim=16,
    depth=2,
    num_adj_degrees=3,
    adj_dim=8,
    only_sparse_neighbors=True,
    global_linear_attn_every=1,
    global_linear_attn_heads=2,
    global_linear_attn_dim_head=8,
    num_global_tokens=3,
)
feats = torch.randint(0, 21, (1, 14))
coors = torch.randn(1, 14, 3)
i = torch.arange(14)
adj_mat = (i[:, None] <= (i[None, :] + 1)) & (i[:, None] >= (i[None, :] - 1))
feats_out, coors_out = net(feats, coors, adj_mat=adj_mat)
