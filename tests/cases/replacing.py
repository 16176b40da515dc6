"""Functions of the framework and defaults that the program replaces."""

import torch
import torch.nn.functional as F
from torch import nn


def _doubled(x, *args):
    return torch.cat([x, x], 1)


def a_function_of_the_framework():
    x, relu = torch.zeros(2, 3), F.relu
    F.relu = _doubled
    try:
        y = F.relu(x)  # shape: (2, 6)
    finally:
        F.relu = relu
    z = F.relu(x)  # shape: (2, 3)
    return nn.Linear(3, 1)(y), z  # error: [linear-in-features] "6"


def a_method_of_tensors():
    x, cumsum = torch.zeros(2, 3), torch.Tensor.cumsum
    torch.Tensor.cumsum = _doubled
    try:
        y = x.cumsum(1)  # shape: (2, 6)
    finally:
        torch.Tensor.cumsum = cumsum
    return nn.Linear(3, 1)(y)  # error: [linear-in-features] "6"


def _layer(width=3, *, out=2):
    return nn.Linear(width, out)


_layer.__defaults__ = (5,)
_layer.__kwdefaults__ = {"out": 4}


def defaults_set_later():
    y = _layer()(torch.zeros(2, 5))  # shape: (2, 4)
    return _layer()(torch.zeros(2, 3)), y  # error: [linear-in-features] "5"
