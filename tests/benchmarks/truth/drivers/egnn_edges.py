"""An equivariant layer with edges, and a loss on the coordinates."""

import torch
from egnn_pytorch import EGNN

layer = EGNN(
    dim=16,
    edge_dim=4,
    m_dim=8,
    fourier_features=2,
    soft_edges=True,
    norm_coors=True,
    m_pool_method="mean",
)
optimizer = torch.optim.Adam(layer.parameters(), lr=1e-3)
for _ in range(2):
    feats, coors = torch.randn(2, 10, 16), torch.randn(2, 10, 3)
    edges, mask = torch.randn(2, 10, 10, 4), torch.ones(2, 10).bool()
    feats_out, coors_out = layer(feats, coors, edges, mask=mask)
    loss = (coors_out - coors).pow(2).mean() + feats_out.pow(2).mean()
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
