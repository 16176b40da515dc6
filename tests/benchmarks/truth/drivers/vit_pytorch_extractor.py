"""A linear probe on the tokens of a frozen ViT."""

import torch
from torch import nn
from vit_pytorch.deepvit import DeepViT
from vit_pytorch.extractor import Extractor


class Probe(nn.Module):
    def __init__(self, num_classes=4):
        super().__init__()
        vit = DeepViT(
            image_size=32,
            patch_size=8,
            num_classes=10,
            dim=32,
            depth=2,
            heads=2,
            dim_head=16,
            mlp_dim=64,
        )
        self.backbone = Extractor(vit, return_embeddings_only=True)
        self.head = nn.Linear(32, num_classes)

    def forward(self, images):
        tokens = self.backbone(images)
        return self.head(tokens[:, 1:].mean(dim=1))


model = Probe()
logits = model(torch.randn(2, 3, 32, 32))
