"""What is deleted of layers, containers and objects."""

import torch
from torch import nn


def the_last_of_a_sequence():
    net = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 5), nn.Linear(5, 6))
    del net[-1]
    y = net(torch.zeros(2, 3))  # shape: (2, 5)
    del net[1:]
    z = net(torch.zeros(2, 3))  # shape: (2, 4)
    net.append(nn.Linear(4, 7))
    return nn.Linear(4, 1)(net(torch.zeros(2, 3))), y, z  # error: [linear-in-features] "7"


def the_first_of_a_sequence():
    net = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 5))
    first = net.pop(0)
    y = net(first(torch.zeros(2, 3)))  # shape: (2, 5)
    return net(torch.zeros(2, 3)), y  # error: [linear-in-features] "4"


def some_of_a_list_of_layers():
    layers = nn.ModuleList([nn.Linear(3, 4), nn.Linear(4, 5), nn.Linear(5, 6), nn.Linear(6, 7)])
    del layers[:2]
    y = layers[0](torch.zeros(2, 5))  # shape: (2, 6)
    layers.__delitem__(0)
    return layers[0](y), layers[0](torch.zeros(2, 5))  # error: [linear-in-features] "5"


def one_of_named_layers():
    layers = nn.ModuleDict({"a": nn.Linear(3, 4), "b": nn.Linear(3, 5)})
    del layers["a"]
    for layer in layers.values():
        y = layer(torch.zeros(2, 3))  # shape: (2, 5)
    return nn.Linear(4, 1)(y)  # error: [linear-in-features] "5"


class Sizes:
    width = 3

    def __init__(self):
        self.items = [3, 4, 5]

    def __getitem__(self, index):
        return self.items[index]

    def __delitem__(self, index):
        del self.items[index]


def an_item_of_an_object():
    sizes = Sizes()
    del sizes[0]
    return nn.Linear(sizes[0], 1)(torch.zeros(2, 3))  # error: [linear-in-features] "4"


def an_attribute():
    sizes = Sizes()
    sizes.width = 4
    delattr(sizes, "width")
    x = torch.zeros(2, sizes.width)  # shape: (2, 3)
    sizes.depth = 2
    delattr(sizes, "depth")
    return nn.Linear(getattr(sizes, "depth", 5), 1)(x)  # error: [linear-in-features] "5"


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 4)
        self.head = nn.Linear(4, 2)
        self.width = 2

    def __delattr__(self, name):
        super().__delattr__(name)
        self.width = 4

    def forward(self, x):
        x = self.body(x)
        return self.head(x) if hasattr(self, "head") else x


def a_layer():
    net = Net()
    delattr(net, "head")
    y = net(torch.zeros(2, 3))  # shape: (2, 4)
    return nn.Linear(net.width + 1, 1)(y)  # error: [linear-in-features] "4"


class Measured:
    def __init__(self):
        self._width = 3

    @property
    def width(self):
        return self._width

    @width.setter
    def width(self, value):
        self._width = 2 * value

    @width.deleter
    def width(self):
        self._width = 1


def a_property_with_a_deleter():
    measured = Measured()
    measured.width = 4
    x = torch.zeros(2, measured.width)  # shape: (2, 8)
    del measured.width
    return nn.Linear(measured.width, 1)(x)  # error: [linear-in-features] "8"
