"""What model libraries do: enumerations of texts, factories of layers, signatures asked for, small
arrays of numbers."""

import enum
import inspect
from collections import namedtuple
from collections.abc import Collection, Hashable, Mapping
from enum import Enum
from keyword import iskeyword

import numpy as np
import torch
from torch import nn
from torch.nn.modules.loss import _Loss


class TextEnum(str, Enum):  # noqa: UP042
    def __str__(self):
        return self.value


class Mode(TextEnum):
    DECONV = "deconv"
    SHUFFLE = "shuffle"


class Axis(enum.IntEnum):
    ROWS = enum.auto()
    COLUMNS = enum.auto()


class Plain(Enum):
    WIDE = "wide"
    BROAD = "wide"
    NARROW = "narrow"

    @property
    def size(self):
        return 8 if self is Plain.WIDE else 2


def members_that_are_texts():
    sizes = {"deconv": 3, "shuffle": 4}
    x = torch.zeros(sizes[Mode.SHUFFLE], len(Mode.DECONV))  # shape: (4, 6)
    if Mode.DECONV == "deconv" and isinstance(Mode.DECONV, str) and Mode("shuffle") is Mode.SHUFFLE:
        y = torch.zeros(len(Mode.SHUFFLE.upper()), 2)  # shape: (7, 2)
    if f"{Mode.DECONV}s" == "deconvs" and "deconv" in {Mode.DECONV: 1}:
        z = torch.zeros(5, 6)  # shape: (5, 6)
    return x, y, nn.Linear(7, 1)(z)  # error: [linear-in-features] "6"


def members_that_are_numbers():
    x = torch.zeros(2, 3, 4)
    y = x.sum(Axis.COLUMNS)  # shape: (2, 3)
    z = torch.zeros(Axis.ROWS + 4, [7, 8, 9][Axis.COLUMNS])  # shape: (5, 9)
    return y, z


def members_that_are_neither():
    x = torch.zeros(len(Plain), Plain.BROAD.size)  # shape: (2, 8)
    other = Plain.WIDE == "wide"
    y = torch.zeros(3 if other else 4)  # shape: (4,)
    names = [member.name for member in Plain]
    z = torch.zeros(len(names), len(Plain["NARROW"].value))  # shape: (2, 6)
    return x, y, z


def look_up(option, supported):
    if not isinstance(option, Hashable):
        raise ValueError("no option")
    if isinstance(option, str):
        option = option.strip()
    if isinstance(supported, enum.EnumMeta):
        if isinstance(option, str) and option in {item.value for item in supported}:
            return supported(option)
        if isinstance(option, enum.Enum) and option in supported:
            return option
    elif isinstance(supported, Mapping) and option in supported:
        return supported[option]
    elif isinstance(supported, Collection) and option in supported:
        return option
    raise ValueError(f"{option} is none of {supported}")


class Store:
    _Component = namedtuple("_Component", ("description", "value"))

    def __init__(self):
        self.components = {}

    def add(self, name, description, value):
        if not name.isidentifier() or iskeyword(name):
            raise ValueError("no name")
        self.components[name] = self._Component(description, value)
        return value

    def __getattr__(self, name):
        if name in self.components:
            return name
        return super().__getattribute__(name)


class Factory(Store):
    def register(self, name, description=None):
        def _add(function):
            self.add(name.upper(), description or function.__doc__ or "", function)
            return function

        return _add

    def add_class(self, name, cls):
        self.add(name.upper(), "", lambda x=None: cls)

    def __getitem__(self, args):
        if callable(args):
            return args
        if isinstance(args, str):
            name, args = args, ()
        else:
            name, *args = args
        return look_up(name.upper(), self.components).value(*args)


Layers = Factory()
Layers.add_class("relu", nn.ReLU)
Layers.add_class("batch", nn.BatchNorm2d)
Layers.add_class("group", nn.GroupNorm)


@Layers.register("conv")
def conv_layer(dim):
    return (nn.Conv1d, nn.Conv2d, nn.Conv3d)[dim - 1]


def layers_of_a_factory():
    x = torch.zeros(2, 3, 8, 8)
    x = Layers[Layers.CONV, 2](3, 6, 3)(x)  # shape: (2, 6, 6, 6)
    x = Layers["relu"]()(x)  # shape: (2, 6, 6, 6)
    if look_up("shuffle", Mode) == Mode.SHUFFLE:
        x = nn.PixelShuffle(1)(x)  # shape: (2, 6, 6, 6)
    return Layers[Layers.CONV, 2](5, 6, 3)(x)  # error: [conv-channels] "6" "5"


def takes(function, name):
    return name in inspect.signature(function).parameters


def norm(kind, channels):
    made, options = Layers[kind], {}
    if takes(made, "num_features"):
        options["num_features"] = channels
    if takes(made, "num_channels"):
        options["num_channels"], options["num_groups"] = channels, 2
    return made(**options)


def arguments_by_signature():
    x = norm("batch", 4)(torch.zeros(2, 4, 5, 5))  # shape: (2, 4, 5, 5)
    y = norm("group", 6)(torch.zeros(2, 6, 5, 5))  # shape: (2, 6, 5, 5)
    width = inspect.signature(norm).parameters["kind"].default is inspect.Parameter.empty
    z = torch.zeros(3 if width else 4, len(inspect.getfullargspec(look_up).args))  # shape: (3, 2)
    return x, y, z


def same_padding(kernel, dilation=1):
    kernel, dilation = np.atleast_1d(kernel), np.atleast_1d(dilation)
    if np.any((kernel - 1) * dilation % 2 == 1):
        raise NotImplementedError("an even kernel")
    padding = tuple(int(p) for p in (kernel - 1) / 2 * dilation)
    return padding if len(padding) > 1 else padding[0]


def padding_by_arrays():
    x = torch.zeros(1, 2, 9, 9)
    x = nn.Conv2d(2, 4, (3, 5), padding=same_padding((3, 5)))(x)  # shape: (1, 4, 9, 9)
    x = nn.Conv2d(4, 4, 7, padding=same_padding(7))(x)  # shape: (1, 4, 9, 9)
    strides = np.array([2, 3])
    y = torch.zeros(int(np.max(strides)), int(np.prod(2)))  # shape: (3, 2)
    return x, y


def arrays_that_change():
    sizes = np.array([1, 2])
    sizes[0] = 5
    x = torch.zeros(tuple(int(s) for s in sizes))  # shape: (5, 2)
    sizes += 1
    y = torch.zeros(int(sizes[0]), int(sizes[1]))  # shape: (6, 3)
    axes = torch.arange(2, 4).tolist()
    z = torch.zeros(2, 3, 4, 5).sum(dim=axes)  # shape: (2, 3)
    return x, y, z


class Overlap(_Loss):
    def __init__(self, reduction="mean"):
        super().__init__(reduction=reduction)
        self.register_buffer("weight", None)

    def forward(self, x, target):
        if torch.jit.isinstance(x, torch.Tensor) and self.weight is None:
            overlap = (x * target).flatten(1).sum(1)
        else:
            overlap = x
        return overlap.mean() if self.reduction == "mean" else overlap


def a_loss_of_ones_own():
    x = torch.zeros(2, 3, 4)
    whole = Overlap()(x, x)  # shape: ()
    each = Overlap("none")(x, x)  # shape: (2,)
    return whole, each
