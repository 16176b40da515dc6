"""A network of equivariant layers."""

import torch
from egnn_pytorch import EGNN_Network

net = EGNN_Network(num_tokens=21, num_positions=64, dim=16, depth=2, num_nearest_neighbors=4)
feats = torch.randint(0, 21, (1, 20))
coors = torch.randn(1, 20, 3)
mask = torch.ones_like(feats).bool()
feats_out, coors_out = net(feats, coors, mask=mask)
