"""Channel weights whose comment was written for another reduction."""

import torch
from torch import nn


class ChannelWeights(nn.Module):
    def __init__(self, channels=8):
        super().__init__()
        self.fc = nn.Linear(channels, channels)

    def forward(self, x):
        pooled = x.mean((2, 3))  # (B, C, H)
        return torch.sigmoid(self.fc(pooled))


def weights():
    return ChannelWeights()(torch.zeros(2, 8, 4, 4))


if __name__ == "__main__":
    print(tuple(weights().shape))
