"""A small classifier of latents around diffusers' 2D transformer."""

import torch
from diffusers import Transformer2DModel
from torch import nn


class LatentClassifier(nn.Module):
    def __init__(self, channels=16, num_classes=5):
        super().__init__()
        self.stem = nn.Conv2d(4, channels, 3, padding=1)
        self.transformer = Transformer2DModel(
            num_attention_heads=2,
            attention_head_dim=8,
            in_channels=channels,
            norm_num_groups=4,
            cross_attention_dim=24,
        )
        self.head = nn.Linear(channels, num_classes)

    def forward(self, latents, context):
        hidden = self.transformer(self.stem(latents), encoder_hidden_states=context).sample
        return self.head(hidden.mean(dim=(2, 3)))


model = LatentClassifier()
logits = model(torch.randn(2, 4, 8, 8), torch.randn(2, 5, 24))
