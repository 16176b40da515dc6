"""Layers that override what the framework's own methods call."""

import torch
import torch.nn.functional as F
from torch import nn


class Filled(nn.Linear):
    def reset_parameters(self):
        super().reset_parameters()
        self.times = 7


def parameters_that_are_filled():
    layer = Filled(3, 4)
    x = torch.zeros(2, layer.times)  # shape: (2, 7)
    return layer(x)  # error: [linear-in-features] "7"


class Padded(nn.Conv2d):
    def _conv_forward(self, input, weight, bias):
        return F.conv2d(F.pad(input, (1, 1, 1, 1)), weight, bias, self.stride)


def a_convolution():
    y = Padded(3, 4, 3)(torch.zeros(1, 3, 8, 8))  # shape: (1, 4, 8, 8)
    return nn.Linear(6, 1)(y)  # error: [linear-in-features] "8"


class Unchecked(nn.BatchNorm2d):
    def _check_input_dim(self, input):
        pass


class Checked(nn.BatchNorm2d):
    pass


def a_norm_that_checks_nothing():
    nn.Linear(3, 1)(Unchecked(3)(torch.zeros(4, 3)))
    return Checked(3)(torch.zeros(4, 3))  # error: [norm-features] "4"


class Resized(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(3, 4))

    def _load_from_state_dict(self, state, prefix, *args):
        self.weight = nn.Parameter(torch.zeros_like(state[prefix + "weight"]))


def a_layer_that_loads_what_it_likes():
    net = nn.Sequential(Resized())
    net.load_state_dict({"0.weight": torch.zeros(5, 6)})
    return nn.Linear(6, 1)(net[0].weight)


class Wider(nn.ConvTranspose2d):
    def _output_padding(self, *args, **kwargs):
        return [1, 1]


def a_convolution_padded_at_its_end():
    x = torch.zeros(1, 3, 8, 8)
    y = nn.ConvTranspose2d(3, 4, 3, 2)(x)  # shape: (1, 4, 17, 17)
    return nn.Linear(18, 1)(Wider(3, 4, 3, 2)(x)), y


class Prepared(nn.Module):
    def __init__(self):
        super().__init__()
        self.is_ready = False

    def __call__(self, x):
        if not self.is_ready:
            self.prepare(x)
            self.is_ready = True
        return self.forward(x)


class Scaled(Prepared):
    def __init__(self):
        super().__init__()
        self.weight = torch.zeros(3, 4)

    def prepare(self, x):
        self.weight = torch.zeros(x.shape[0], 5)

    def forward(self, x):
        return x @ self.weight @ torch.zeros(5)
