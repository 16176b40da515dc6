"""EdgeNeXt as the trunk of a model that guesses four box corners."""

import timm
import torch
from torch import nn


class BoxGuesser(nn.Module):
    def __init__(self):
        super().__init__()
        self.trunk = timm.create_model("edgenext_xx_small", num_classes=0)
        self.box = nn.Sequential(
            nn.Linear(self.trunk.num_features, 64), nn.ReLU(), nn.Linear(64, 4)
        )

    def forward(self, x):
        return self.box(self.trunk(x)).sigmoid()


guesser = BoxGuesser().eval()
with torch.no_grad():
    boxes = guesser(torch.randn(2, 3, 96, 96))
