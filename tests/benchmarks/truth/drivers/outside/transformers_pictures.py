"""A Vision Transformer with a head of one's own: https://huggingface.co/docs/transformers/model_doc/vit"""

import torch
from torch import nn
from transformers import ViTConfig, ViTForImageClassification, ViTModel


class Detector(nn.Module):
    def __init__(self, config, classes):
        super().__init__()
        self.vit = ViTModel(config)
        self.side = config.image_size // config.patch_size
        self.reduce = nn.Conv2d(config.hidden_size, 12, 1)
        self.boxes = nn.Conv2d(12, 4 + classes, 3, padding=1)

    def forward(self, x):
        states = self.vit(pixel_values=x).last_hidden_state[:, 1:]
        b, n, c = states.shape
        grid = states.transpose(1, 2).reshape(b, c, self.side, self.side)
        return self.boxes(torch.relu(self.reduce(grid)))


def main():
    config = ViTConfig(
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        image_size=48,
        patch_size=8,
        num_labels=6,
    )
    pictures = torch.randn(2, 3, 48, 48)
    grid = Detector(config, 3)(pictures)
    flat = grid.flatten(2).permute(0, 2, 1)
    model = ViTForImageClassification(config)
    outputs = model(pictures, labels=torch.tensor([1, 5]))
    model.classifier = nn.Sequential(nn.Linear(32, 16), nn.ReLU(), nn.Linear(16, 3))
    fewer = model(pictures).logits
    return flat, outputs.logits, fewer


if __name__ == "__main__":
    main()
