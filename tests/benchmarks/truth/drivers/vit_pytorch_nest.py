"""Nested transformers, with a loss on the labels."""

import torch
import torch.nn.functional as F
from vit_pytorch.nest import NesT

nest = NesT(
    image_size=64,
    patch_size=4,
    dim=16,
    heads=2,
    dim_head=8,
    num_hierarchies=3,
    block_repeats=(1, 1, 2),
    num_classes=10,
)
images, labels = torch.randn(2, 3, 64, 64), torch.randint(0, 10, (2,))
loss = F.cross_entropy(nest(images), labels)
loss.backward()
