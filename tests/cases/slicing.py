"""Indexing where ranks and sizes are known only in part."""

import torch
from torch import nn


class HeadOfSome(nn.Module):
    """Four of the features, whatever the rank of the input."""

    def __init__(self):
        super().__init__()
        self.body = nn.Linear(10, 32)
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(self.body(x)[:, :4])


def features_of_a_matrix():
    return HeadOfSome()(torch.zeros(3, 10))  # shape: (3, 2)


class LastOfSequence(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(10, 32)
        self.head = nn.Linear(30, 2)

    def forward(self, x):
        h = self.body(x)
        return self.head(h[:, -1])  # error: [linear-in-features] "32"


def last_of_sequence():
    return LastOfSequence()(torch.zeros(3, 7, 10))


class PartOfChannels(nn.Module):
    """A convolution takes batched and unbatched images alike."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 8, 3)
        self.second = nn.Conv2d(4, 8, 3)

    def forward(self, x):
        x = self.first(x)
        return self.second(x[:, :4])


def part_of_channels():
    return PartOfChannels()(torch.zeros(2, 3, 16, 16))  # shape: (2, 8, 12, 12)


def masks_of_another_size():
    x = torch.randn(10, 4)
    mask = torch.rand(9) > 0.5
    return x[mask]  # error: [mask-shape] "9"


def masks_by_conversion():
    x = torch.randn(4, 3)
    marks = torch.randint(0, 2, (4, 3))
    chosen = x[marks.to(torch.bool)]
    rows = x[marks]  # shape: (4, 3, 3)
    assert chosen.dim() == 1
    x[marks.bool()] = 0.0
    return nn.Linear(4, 2)(x[marks[:, 0].to("cpu").bool()])  # error: [linear-in-features]


def places_of_what_is_not_zero():
    x = torch.randn(4, 3)
    places = torch.nonzero(x > 0)
    rows, columns = torch.where(x > 0)
    picked = x[rows, columns]
    assert picked.dim() == 1
    return nn.Linear(3, 2)(places.float())  # error: [linear-in-features]
