"""The classifier."""

from torch import nn

from blocks import Residual, conv_norm
from config import Config


class Classifier(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        stem, *later = config.widths
        self.stem = conv_norm(config.channels, stem)
        stages = []
        width = stem
        for wider in later:
            stages.append(Residual(width, wider, stride=2))
            width = wider
        self.stages = nn.Sequential(*stages)
        self.pool = nn.AdaptiveAvgPool2d(1) if config.pooled else nn.Identity()
        side = 1 if config.pooled else config.image // 2 ** len(later)
        self.head = nn.Sequential(
            nn.Flatten(), nn.Dropout(config.dropout), nn.Linear(width * side**2, config.classes)
        )

    def forward(self, images):
        maps = self.stages(self.stem(images))
        return self.head(self.pool(maps))
