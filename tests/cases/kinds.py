"""Of which class things are: what a program asks `isinstance`, `type` and `hasattr`."""

import abc
import collections
import functools
import numbers
import types
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, runtime_checkable

import numpy as np
import torch
from torch import nn
from torch.nn.modules.batchnorm import _BatchNorm


class Settings(dict):
    pass


class Named(abc.ABC):  # noqa: B024
    pass


@Named.register
class Labelled:
    pass


@runtime_checkable
class Projecting(Protocol):
    def forward(self, x): ...


class Anything(type):
    def __instancecheck__(cls, value):
        return True


class Whatever(metaclass=Anything):
    pass


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.norm = nn.BatchNorm2d(4)

    def forward(self, x):
        return self.norm(self.conv(x))


@dataclass
class Point:
    x: int = 1


def layers_by_what_they_derive_from():
    norms = sum(isinstance(layer, _BatchNorm) for layer in Net().modules())
    y = torch.zeros(norms, 4)  # shape: (1, 4)
    kinds = (nn.modules.conv._ConvNd, nn.RNNBase, nn.modules.loss._Loss)
    known = [nn.Conv1d(1, 1, 1), nn.GRU(1, 1), nn.NLLLoss(), nn.ReLU()]
    z = torch.zeros(sum(isinstance(layer, kinds) for layer in known))  # shape: (3,)
    width = 3 if isinstance(nn.ReLU6(), nn.Hardtanh) and issubclass(nn.LSTM, nn.RNNBase) else 4
    return z + y[0, :3], torch.zeros(width) + y[0]  # error: [broadcast-sizes] "(3,)" "(4,)"


def lazy_layers():
    layer = nn.LazyLinear(3)
    width = 4 if isinstance(layer, nn.Linear) else 3
    return torch.zeros(width) + torch.zeros(4)


def other_layers():
    wide = isinstance(nn.Linear(2, 2), (nn.Conv2d, _BatchNorm))
    return torch.zeros(4 if wide else 3) + torch.zeros(4)  # error: [broadcast-sizes] "(3,)"


def wrapped_models():
    net = nn.DataParallel(Net())
    width = 4 if isinstance(net, nn.DataParallel) and not isinstance(net, Net) else 3
    return torch.zeros(width) + torch.zeros(4)


def abstract_classes():
    asked = [isinstance(range(3), Sequence), isinstance(True, numbers.Integral)]
    asked += [isinstance(1j, numbers.Number), issubclass(Settings, dict)]
    asked += [isinstance(Settings(), Mapping), isinstance(torch.zeros(2), Sized)]
    y = torch.zeros(sum(asked))  # shape: (6,)
    return y + torch.zeros(2, 5)  # error: [broadcast-sizes] "(6,)"


def classes_that_decide_themselves():
    asked = isinstance(Labelled(), Named) and isinstance(Net(), Projecting)
    asked = asked and isinstance(3, Whatever) and isinstance(Point(), Whatever)
    return torch.zeros(4 if asked else 3) + torch.zeros(4)


def what_is_gone_over_once():
    kinds = [zip([1], [2]), map(str, [1]), reversed([1]), deque(), {}.items()]
    listed = sum(isinstance(one, list) for one in kinds)
    iterators = sum(isinstance(one, Iterator) for one in kinds)
    y = torch.zeros(4 + listed) + torch.zeros(4)  # shape: (4,)
    return y + torch.zeros(iterators)  # error: [broadcast-sizes] "(4,)" "(3,)"


def _base(layer):
    """The class in what a factory of layers takes: a class, a partial of one, or its name."""
    if isinstance(layer, functools.partial):
        layer = layer.func
    if isinstance(layer, str):
        layer = {"batchnorm": nn.BatchNorm2d}[layer]
    elif isinstance(layer, types.FunctionType):
        layer = layer()
    return layer


def classes_are_no_functions():
    for layer in (
        nn.BatchNorm2d,
        functools.partial(nn.BatchNorm2d, eps=1e-3),
        "batchnorm",
        lambda: nn.BatchNorm2d,
    ):
        norm = _base(layer)(8)
        nn.Linear(5, 2)(norm(torch.zeros(1, 8, 4, 4)))  # error: [linear-in-features]
    for kind in (Settings, Named, Whatever, nn.Linear):
        size = (
            3
            if isinstance(
                kind, types.FunctionType | types.MethodType | functools.partial | int | dict
            )
            else 4
        )
        nn.Linear(size, 2)(torch.zeros(1, 4))
        size = 4 if isinstance(kind, type) and callable(kind) else 3
        nn.Linear(size, 2)(torch.zeros(1, 4))


def ordered_mappings():
    first = collections.OrderedDict(width=4)
    plain = isinstance(first, dict) and type(first) is not dict
    return torch.zeros(first["width"] if plain else 3) + torch.zeros(4)


def shapes_and_parts():
    x = torch.zeros(2, 3)
    sized = isinstance(x.shape, torch.Size) and type(x.shape) is not tuple
    y = torch.zeros(4 if sized else 3) + torch.zeros(4)
    width = 3 if isinstance(np.split(np.zeros(4), 2), list) else 4
    return y + torch.zeros(width)  # error: [broadcast-sizes] "(3,)"


def an_array_in_two_parts():
    left, middle, right = np.split(np.zeros(4), 2)  # error: [unpack-count] "2 tensors"
    return left, middle, right


def parameters_and_other_tensors():
    layer = nn.Linear(2, 3)
    made = isinstance(layer.weight * 1, nn.Parameter) or isinstance(torch.zeros(3), nn.Parameter)
    y = torch.zeros(3 if made else 4) + torch.zeros(4)
    width = 3 if isinstance(layer.weight, nn.Parameter) else 4
    return y + torch.zeros(width)  # error: [broadcast-sizes] "(3,)"


def names_that_are_there_without_a_word():
    there = hasattr(Point(), "__dataclass_fields__") and hasattr(Point(), "__dict__")
    there = there and "in_features" in vars(nn.Linear(2, 3)) and "training" in vars(Net())
    there = there and Net.__module__ == __name__ and hasattr(Net(), "_parameters")
    return torch.zeros(4 if there else 3) + torch.zeros(4)


class Mode(Enum):
    FIRST = 1
    SECOND = 2


def classes_are_gone_over_only_where_their_metaclass_says_so():
    width = 3 if isinstance(Net, Iterable) or isinstance(nn.Linear, Iterable) else 4
    nn.Linear(4, 2)(torch.zeros(1, width))
    width = 4 if isinstance(Mode, Iterable) and not isinstance(Mode.FIRST, Iterable) else 3
    nn.Linear(4, 2)(torch.zeros(1, width))
    width = 3 if isinstance(Net, Iterable) else 4
    return torch.zeros(width) + torch.zeros(3)  # error: [broadcast-sizes] "(4,)"


def _width(value):
    if type(value) == tuple:
        return len(value)
    if type(value) == list or type(value) == str:
        return 7
    return 3 if type(value) != float else 2


def types_that_are_equal():
    x = torch.zeros(_width((1, 2)), _width([1]), _width("a"), _width(0.5), _width(4))
    y = x + torch.zeros(2, 7, 7, 2, 3)  # shape: (2, 7, 7, 2, 3)
    return y + torch.zeros(_width(()), 5, 1, 1, 1)  # error: [broadcast-sizes] "(0, 5, 1, 1, 1)"
