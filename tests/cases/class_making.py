"""Classes that are noted, changed or replaced as they are made."""

import torch
from torch import nn


class Plugin:
    known = []

    def __init_subclass__(cls, width=2, **keywords):
        super().__init_subclass__(**keywords)
        cls.known.append(cls)
        cls.width = width


class Narrow(Plugin, width=3):
    pass


class Wide(Plugin):
    depth = 5


def a_base_that_takes_note():
    x = torch.zeros(2, Plugin.known[0].width)  # shape: (2, 3)
    y = torch.zeros(2, Plugin.known[-1].depth)  # shape: (2, 5)
    return nn.Linear(Wide.width, 1)(x), y  # error: [linear-in-features] "3"


KNOWN = {}


class Noting(type):
    def __new__(mcs, name, bases, namespace):
        made = super().__new__(mcs, name, bases, namespace)
        KNOWN[name.lower()] = made
        return made

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.doubled = 2 * namespace["width"]


class First(metaclass=Noting):
    width = 4


class Second(First):
    width = 6

    def __init__(self):
        super().__init__()
        self.depth = 8


def a_metaclass_that_takes_note():
    x = torch.zeros(2, KNOWN["first"].width)  # shape: (2, 4)
    y = torch.zeros(2, KNOWN["second"]().depth)  # shape: (2, 8)
    return nn.Linear(Second.doubled, 1)(x), y  # error: [linear-in-features] "12"


class Single(type):
    made = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args, **kwargs)
        return cls.made[cls]


class Settings(metaclass=Single):
    def __init__(self, width):
        self.width = width


def one_object_for_all():
    Settings(5).width = 6
    x = torch.zeros(2, Settings(4).width)  # shape: (2, 6)
    return nn.Linear(4, 1)(x)  # error: [linear-in-features] "6"


class ByWeight(type):
    def __instancecheck__(cls, value):
        return hasattr(value, "weight")


class Weighted(metaclass=ByWeight):
    pass


def a_check_of_its_own():
    width = 3 if isinstance(nn.Linear(3, 4), Weighted) else 4
    nn.Linear(width, 1)(torch.zeros(2, 3))
    return nn.Linear(width, 1)(torch.zeros(2, 5))  # error: [linear-in-features] "5"


def _cached(cls):
    made = {}

    def get(*args):
        if args not in made:
            made[args] = cls(*args)
        return made[args]

    return get


@_cached
class _Kept:
    def __init__(self, width):
        self.width = width


def a_decorator_that_keeps_objects():
    _Kept(3).width = 5
    x = torch.zeros(2, _Kept(3).width)  # shape: (2, 5)
    return nn.Linear(3, 1)(x)  # error: [linear-in-features] "5"
