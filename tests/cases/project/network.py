"""The model; it and blocks/convolution.py import each other."""

import torch
from torch import nn


def activate(x):
    return torch.relu(x)


from blocks import Block, build_head  # noqa: E402


class Network(nn.Module):
    def __init__(self, settings, head="linear"):
        super().__init__()
        sizes = [settings.channels, *settings.widths]
        self.blocks = nn.Sequential(*(Block(a, b) for a, b in zip(sizes, sizes[1:])))
        self.head = build_head(head, settings.last, settings.classes)

    def features(self, x):
        return self.blocks(x).mean(dim=(2, 3))

    def forward(self, x):
        return self.head(self.features(x))
