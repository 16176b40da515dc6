"""One step of training on random images."""

import torch
from torch import nn

from config import Config
from model import Classifier


def main(batch=8):
    config = Config()
    model = Classifier(config)
    optimizer = torch.optim.Adam(model.parameters())
    images = torch.randn(batch, config.channels, config.image, config.image)
    labels = torch.randint(config.classes, (batch,))
    scores = model(images)
    loss = nn.functional.cross_entropy(scores, labels)
    loss.backward()
    optimizer.step()


if __name__ == "__main__":
    main()
