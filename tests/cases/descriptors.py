"""Classes that answer for attributes themselves."""

import copy

import torch
from torch import nn


class Doubled:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, holder, owner=None):
        return holder.__dict__[self.name] + 1

    def __set__(self, holder, value):
        holder.__dict__[self.name] = 2 * value


class Sized:
    width = Doubled()

    def __init__(self, width):
        self.width = width


def a_descriptor():
    x = torch.zeros(2, Sized(3).width)  # shape: (2, 7)
    return nn.Linear(3, 1)(x)  # error: [linear-in-features] "7"


class Five:
    def __get__(self, holder, owner=None):
        return 5


class Fixed:
    width = Five()


def a_descriptor_that_is_covered():
    fixed = Fixed()
    x = torch.zeros(2, fixed.width + Fixed.width)  # shape: (2, 10)
    fixed.width = 7
    return nn.Linear(fixed.width, 1)(x)  # error: [linear-in-features] "10"


class Larger:
    def __init__(self):
        self.width = 3

    def __getattribute__(self, name):
        value = super().__getattribute__(name)
        return value + 1 if name == "width" else value


def every_attribute():
    x = torch.zeros(2, Larger().width)  # shape: (2, 4)
    return nn.Linear(3, 1)(x)  # error: [linear-in-features] "4"


class Growing:
    def __init__(self, width):
        self.width = width

    def __copy__(self):
        return Growing(self.width + 1)

    def __deepcopy__(self, memo):
        memo[id(self)] = grown = Growing(self.width + 2)
        return grown


def copies():
    growing = Growing(3)
    x = torch.zeros(2, copy.copy(growing).width)  # shape: (2, 4)
    deep = copy.deepcopy([growing])[0]
    return nn.Linear(deep.width, 1)(x)  # error: [linear-in-features] "4"


class Shared:
    state = {}

    def __init__(self):
        self.__dict__ = self.state


def attributes_of_all_objects():
    first, second = Shared(), Shared()
    first.width = 3
    second.width = 4
    x = torch.zeros(2, first.width)  # shape: (2, 4)
    return nn.Linear(3, 1)(x)  # error: [linear-in-features] "4"


class Called:
    def __init__(self):
        self._width = 3

    def read(self):
        return self._width

    def write(self, value):
        self._width = value + 1

    def remove(self):
        self._width = 9

    width = property(read, write, remove)


def a_property_of_functions():
    called = Called()
    called.width = 4
    x = torch.zeros(2, called.width)  # shape: (2, 5)
    del called.width
    return nn.Linear(called.width, 1)(x)  # error: [linear-in-features] "5"


class Store:
    """Names what it holds by their own names."""

    def __init__(self, title):
        self.held = {}
        self.__doc__ = f"{title}: {self.__doc__ or ''}".strip()

    def add(self, name, value):
        self.held[name] = value
        self.__doc__ += f", {name}"

    def __getattr__(self, name):
        return name if name in self.held else super().__getattribute__(name)


def what_every_object_has_is_not_asked_for():
    sizes = Store("sizes")
    sizes.add("WIDTH", 3)
    hidden = torch.zeros(2, sizes.held[sizes.WIDTH])  # shape: (2, 3)
    return hidden @ torch.zeros(4, 2)  # error: [inner-size]
