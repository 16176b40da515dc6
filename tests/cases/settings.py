"""Settings from the command line and from files, and functions that modules call."""

import argparse
import json
import os
from pathlib import Path

import torch
import yaml
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split

HERE = Path(__file__).parent


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hidden-size", type=int, default=16)
    parser.add_argument("--no-head", dest="head", action="store_false")
    parser.add_argument("--sizes", nargs="+", type=int, default=[4, 8])
    return parser.parse_known_args()[0]


def an_option_of_the_command_line():
    options = parsed()
    hidden = nn.Linear(3, options.hidden_size)(torch.zeros(2, 3))  # shape: (2, 16)
    y = nn.Linear(options.hidden_size, options.sizes[1])(hidden)  # shape: (2, 8)
    return nn.Linear(options.hidden_size + 1, 2)(hidden), y  # error: [linear-in-features] "16"


def no_option_at_all():
    parser = argparse.ArgumentParser()
    parser.add_argument("--width", type=int, default=4)
    width = parser.parse_args([]).width
    return nn.Linear(5, 1)(torch.zeros(2, width))  # error: [linear-in-features] "4"


def a_file_of_json():
    with open(HERE / "settings.json") as file:
        settings = json.load(file)
    width, layers = 3, []
    for following in settings["layers"]:
        layers += [nn.Linear(width, following), nn.ReLU()]
        width = following
    x = nn.Sequential(*layers)(torch.zeros(2, 3))  # shape: (2, 128)
    return nn.Linear(settings["width"], 1)(x)  # error: [linear-in-features] "128"


def a_file_of_yaml():
    path = os.path.join(os.path.dirname(__file__), "settings.yaml")
    model = yaml.safe_load(Path(path).read_text())["model"]
    x = torch.zeros(*model["sizes"], model["width"])  # shape: (8, 16, 64)
    return nn.Linear(model["classes"], 1)(x)  # error: [linear-in-features] "64"


class Items(Dataset):
    def __init__(self, count):
        self.images = torch.randn(count, 3, 8, 8)

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return {"image": self.images[index], "place": index}


def joined(samples):
    return torch.stack([sample["image"] for sample in samples])


def batches_of_a_part():
    some, rest = random_split(Items(20), [16, 4])
    for images in DataLoader(some, batch_size=4, collate_fn=joined):
        y = nn.Conv2d(3, 5, 3)(images)  # shape: (4, 5, 6, 6)
        nn.Linear(5, 1)(y)  # error: [linear-in-features] "6"
    return rest


def what_a_hook_sees():
    seen = {}
    net = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 5))
    net[0].register_forward_hook(lambda module, given, out: seen.update(first=out))
    net(torch.zeros(2, 3))
    x = seen["first"]  # shape: (2, 4)
    return nn.Linear(5, 1)(x)  # error: [linear-in-features] "4"


def what_a_hook_changes():
    layer = nn.Linear(3, 4)
    handle = layer.register_forward_hook(lambda module, given, out: out.sum(1))
    x = layer(torch.zeros(2, 3))  # shape: (2,)
    handle.remove()
    y = layer(torch.zeros(2, 3))  # shape: (2, 4)
    return x @ torch.zeros(3), y  # error: [inner-size]


class TwoWays(nn.Module):
    def __init__(self, both=False):
        super().__init__()
        self.both = both
        self.layer = nn.Linear(4, 6 if both else 4)

    def forward(self, x):
        return self._both(x) if self.both else self.layer(x)

    def _both(self, x):
        return self.layer(x).view(-1, 6)[:, :4] + nn.Linear(6, 4)(self.layer(x))
