"""Building blocks."""

import torch.nn.functional as F
from torch import nn


def conv_norm(cin, cout, stride=1):
    return nn.Sequential(
        nn.Conv2d(cin, cout, 3, stride=stride, padding=1, bias=False),
        nn.BatchNorm2d(cout),
    )


class Residual(nn.Module):
    """Two convolutions beside a shortcut; the first one may halve the map."""

    def __init__(self, cin, cout, stride=1):
        super().__init__()
        self.first = conv_norm(cin, cout, stride)
        self.second = conv_norm(cout, cout)
        self.shortcut = nn.Identity()
        if cin != cout:
            self.shortcut = conv_norm(cin, cout, stride)

    def forward(self, x):
        y = self.second(F.relu(self.first(x)))
        return F.relu(y + self.shortcut(x))
