"""A decoder that attends to another sequence."""

import torch
from torch import nn
from x_transformers import Decoder, Encoder


class Captioner(nn.Module):
    def __init__(self, dim=32, vocabulary=50):
        super().__init__()
        self.embed = nn.Embedding(vocabulary, dim)
        self.encoder = Encoder(dim=dim, depth=1, heads=4)
        self.decoder = Decoder(dim=dim, depth=1, heads=4, cross_attend=True)
        self.head = nn.Linear(dim, vocabulary)

    def forward(self, patches, tokens):
        context = self.encoder(patches)
        hidden = self.decoder(self.embed(tokens), context=context)
        return self.head(hidden)


model = Captioner()
scores = model(torch.randn(2, 9, 32), torch.randint(0, 50, (2, 7)))
