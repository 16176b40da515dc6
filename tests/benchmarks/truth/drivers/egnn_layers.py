"""Two layers of an equivariant graph network."""

import torch
from egnn_pytorch import EGNN

layer1 = EGNN(dim=32)
layer2 = EGNN(dim=32, num_nearest_neighbors=4)
feats = torch.randn(1, 12, 32)
coors = torch.randn(1, 12, 3)
feats, coors = layer1(feats, coors)
feats, coors = layer2(feats, coors)
