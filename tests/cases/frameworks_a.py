"""What large model libraries do around their models: lazy packages, configurations that an
`__init__` registers, outputs that are mappings and dataclasses at once."""

import functools
import importlib.util
import inspect
import operator
from collections import OrderedDict
from dataclasses import dataclass, fields, is_dataclass

import torch
from lazy_package import Widened
from packaging import version
from torch import nn


def a_part_of_a_lazy_package():
    x = Widened(8, factor=3)(torch.zeros(2, 8))
    y = x * 1  # shape: (2, 24)
    return nn.Linear(25, 4)(y)  # error: [linear-in-features] "24"


def a_package_that_the_library_asks_for():
    found = importlib.util.find_spec("json") is not None
    width = 8 if found else 16
    x = torch.zeros(2, 8)
    return nn.Linear(width, 4)(x) * 1  # shape: (2, 4)


class Frozen(OrderedDict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for key, value in self.items():
            setattr(self, key, value)

    def pop(self, *args, **kwargs):
        raise TypeError("a configuration stays as it is")


class Configured:
    def register(self, **kwargs):
        if not hasattr(self, "_config"):
            self._config = Frozen(kwargs)
        else:
            self._config = Frozen({**self._config, **kwargs})

    def __getattr__(self, name):
        if "_config" in self.__dict__ and hasattr(self.__dict__["_config"], name):
            return self._config[name]
        raise AttributeError(name)

    @property
    def config(self):
        return self._config


class Model(nn.Module):
    def __getattr__(self, name):
        if "_config" in self.__dict__ and hasattr(self.__dict__["_config"], name):
            return self.__dict__["_config"][name]
        return super().__getattr__(name)


def registered(init):
    @functools.wraps(init)
    def inner(self, *args, **kwargs):
        parameters = inspect.signature(init).parameters
        defaults = {name: p.default for i, (name, p) in enumerate(parameters.items()) if i > 0}
        given = dict(zip(defaults.keys(), args))
        given.update({k: kwargs.get(k, v) for k, v in defaults.items() if k not in given})
        self.register(**given)
        init(self, *args, **kwargs)

    return inner


@dataclass
class Output(OrderedDict):
    sample: torch.Tensor
    hidden: torch.Tensor | None = None

    def __post_init__(self):
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None:
                self[field.name] = value

    def to_tuple(self):
        return tuple(self[k] for k in self.keys())


class Net(Model, Configured):
    @registered
    def __init__(self, width=8, depth=2, classes: int = 5):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(width, width) for _ in range(depth))
        self.head = nn.Linear(width, classes)

    def forward(self, x, whole=True):
        for layer in self.layers:
            x = layer(x)
        x = self.head(x)
        return Output(sample=x) if whole else (x,)


def a_configuration_that_init_registers():
    net = Net(12, classes=7)
    x = torch.zeros(3, net.config.width)  # shape: (3, 12)
    y = torch.zeros(net.depth, net.config["classes"])  # shape: (2, 7)
    z = torch.zeros(len(net.config), 1)  # shape: (3, 1)
    return y, z, nn.Linear(8, 3)(x)  # error: [linear-in-features] "12"


def an_attribute_that_a_getattr_does_not_give():
    net = Net()
    width = 6 if hasattr(net, "fancy") else 4
    hooked = 6 if hasattr(net.head, "_fancy_hook") else 4
    x = torch.zeros(width, hooked)  # shape: (4, 4)
    return x + torch.zeros(6, 4)  # error: [broadcast-sizes]


def an_output_that_is_a_mapping_and_a_dataclass():
    found = Net()(torch.zeros(3, 8))
    a = found.sample * 1  # shape: (3, 5)
    b = found["sample"] * 1  # shape: (3, 5)
    (c,) = found.to_tuple()
    d = c * 1  # shape: (3, 5)
    e = torch.zeros(len(found), 2 if is_dataclass(found) else 3)  # shape: (1, 2)
    return b, d, e, a + torch.zeros(3, 4)  # error: [broadcast-sizes]


class Settings:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def items(self):
        return self.__dict__.items()


def attributes_written_through_the_dict():
    settings = Settings(width=6, depth=3)
    settings.depth = 4
    sizes = [value for _, value in settings.items()]
    x = torch.zeros(*sizes)  # shape: (6, 4)
    return nn.Linear(settings.width, 2)(x)  # error: [linear-in-features] "4"


class Renamed(Output):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.wide = self.sample.shape[-1] > 4


def a_subclass_that_calls_the_generated_init():
    found = Renamed(torch.zeros(3, 5))
    x = found["sample"] + torch.zeros(5)  # shape: (3, 5)
    y = torch.zeros(6 if found.wide else 7, 1)  # shape: (6, 1)
    return y, x + torch.zeros(4)  # error: [broadcast-sizes]


def what_a_wrapped_constructor_takes():
    names = set(dict(inspect.signature(Net.__init__).parameters).keys())
    names.remove("self")
    config = {"width": 6, "classes": 3, "other": 1}
    net = Net(**{k: v for k, v in config.items() if k in names})
    x = net.forward(torch.zeros(2, 6), whole=False)[0]
    y = x * 1  # shape: (2, 3)
    z = torch.zeros(len(names), 1 if Net.__init__.__name__ == "__init__" else 2)  # shape: (3, 1)
    return z, nn.Linear(4, 1)(y)  # error: [linear-in-features] "3"


def shapes_as_keys():
    found = {}
    for width in (4, 8):
        x = torch.zeros(2, width)
        found[str(tuple(x.shape))] = torch.zeros(width, 3)
    y = torch.zeros(2, 8)
    z = y @ found[str(tuple(y.shape))]  # shape: (2, 3)
    w = y @ found["(2, 8)"]  # shape: (2, 3)
    return z, w, y @ found[str((2, 4))]  # error: [inner-size]


class Release:
    def __init__(self, *numbers):
        self.numbers = numbers

    def __ge__(self, other):
        return self.numbers >= other.numbers

    def __eq__(self, other):
        return self.numbers == other.numbers


def comparisons_that_a_class_defines():
    compare = {">=": operator.ge, "<": operator.lt}
    new = Release(2, 10) >= Release(2, 9, 1)
    same = Release(2, 10) == Release(2, 10)
    other = Release(2, 10) != Release(2, 10)
    x = torch.zeros(4 if new else 5, 6 if same else 7)  # shape: (4, 6)
    y = torch.zeros(8 if other else 9, 1 if compare["<"](2, 3) else 2)  # shape: (9, 1)
    z = torch.zeros(3 if compare[">="]("b", "a") else 5)  # shape: (3)
    return y, z, x + torch.zeros(4, 7)  # error: [broadcast-sizes]


def versions_are_ordered():
    newer = version.parse("2.10.0") >= version.parse("2.9.1")
    early = version.Version("2.10.0.dev1+cu118") < version.parse("2.10.0rc1")
    base = version.parse(version.parse("0.42.1rc2").base_version) == version.parse("0.42.1.0")
    major = version.parse("3.1").major
    x = torch.zeros(4 if newer else 5, 6 if early else 7)  # shape: (4, 6)
    y = torch.zeros(8 if base else 9, major)  # shape: (8, 3)
    return y, x + torch.zeros(4, 7)  # error: [broadcast-sizes]
