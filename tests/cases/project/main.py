"""A program of several files, two of which import each other."""

import torch
from torch import nn

import network
from entered import MODELS
from network import Network
from parts import sizes
from registered import make
from settings import WIDTHS, Settings


def scores_of_a_batch():
    model = Network(Settings())
    x = torch.zeros(2, 3, 10, 10)
    maps = model.blocks(x)  # shape: (2, 16, 10, 10)
    y = model(x)  # shape: (2, 5)
    return nn.CrossEntropyLoss()(y, torch.zeros(3, dtype=torch.long))  # error: [loss-target]


def features_of_other_widths():
    settings = Settings(widths=[4, 6, 9], classes=2)
    model = network.Network(settings, head="mlp")
    x = torch.zeros(1, settings.channels, 8, 8)
    z = model.features(x)  # shape: (1, 9)
    y = model.head[0](z)  # shape: (1, 12)
    return nn.Linear(WIDTHS[-1], 2)(z)  # error: [linear-in-features] "9"


def width_of_a_part():
    y = nn.Linear(sizes.WIDTH, 3)(torch.zeros(2, 12))  # shape: (2, 3)
    return nn.Linear(sizes.WIDTH, 3)(y)  # error: [linear-in-features] "12" "3"


def models_by_names_that_are_made():
    model = make("loweredNet".lower(), in_features=6, out_features=2)
    return model(torch.zeros(3, 5))  # error: [linear-in-features] "5" "6"


def models_by_their_registered_names():
    x = torch.zeros(4, 6)
    y = make("plain_net")(x)  # shape: (4, 2)
    z = make("deep_net", depth=3)(x)  # shape: (4, 3)
    return make("plain_net", width=7)(x), y, z  # error: [linear-in-features] "6" "7"


def all_models_that_other_files_enter():
    made = {name: model() for name, model in MODELS.items()}
    sizes = [model(torch.zeros(5, 4)).shape[-1] for model in made.values()]
    y = torch.zeros(7, len(made)) @ torch.zeros(2, sum(sizes))  # shape: (7, 5)
    for name in MODELS:
        y = MODELS[name]()(torch.zeros(1, 4))
    return y + torch.zeros(1, 2)  # error: [broadcast-sizes] "3" "2"
