"""MONAI's ViT as a classifier of volumes, with its hidden states."""

import torch
from monai.networks.nets import ViT

vit = ViT(
    in_channels=1,
    img_size=(32, 32, 16),
    patch_size=(8, 8, 8),
    hidden_size=48,
    mlp_dim=96,
    num_layers=3,
    num_heads=4,
    classification=True,
    num_classes=5,
)
vit.eval()

with torch.no_grad():
    logits, hidden_states = vit(torch.randn(2, 1, 32, 32, 16))
