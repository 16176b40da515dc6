"""MLP-Mixer as the encoder of a small classifier of one's own."""

import torch
from timm.models.mlp_mixer import MlpMixer
from torch import nn


class PatchClassifier(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.mixer = MlpMixer(img_size=64, patch_size=16, num_blocks=2, embed_dim=32)
        self.head = nn.Linear(32, classes)

    def forward(self, images):
        patches = self.mixer.forward_features(images)
        return self.head(patches)


model = PatchClassifier(classes=4).eval()
with torch.no_grad():
    per_patch = model(torch.randn(2, 3, 64, 64))
