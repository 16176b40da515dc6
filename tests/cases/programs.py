"""What whole programs do with sets, lists read from tensors and objects of one of two classes."""

import torch
from torch import nn


class Drop(nn.Module):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        return x


class Block(nn.Module):
    def __init__(self, rate):
        super().__init__()
        self.linear = nn.Linear(3, 4)
        self.drop = Drop(rate) if rate > 0.0 else nn.Identity()

    def forward(self, x):
        return self.drop(self.linear(x))


def apply_to_all(function, module):
    for _, child in module.named_children():
        apply_to_all(function, child)
    function(module)


def children_of_one_of_two_classes():
    rates = [x.tolist() for x in torch.linspace(0, 0.1, 5).split((2, 3))]
    block = Block(rates[0][1])
    names = []
    for name, child in block.named_children():
        names.append(name)
    apply_to_all(lambda module: None, block)
    x = torch.zeros(len(names), 3)  # shape: (2, 3)
    return block(x)  # shape: (2, 4)


def what_is_left_of_a_set():
    wanted = {"a", "b", "c"}
    wanted.remove("b")
    wanted.discard("z")
    x = torch.zeros(len(wanted), 5)  # shape: (2, 5)
    left = {"a", "b", "c"} - {"a"} | {"d"}
    y = torch.zeros(len(left), 5)  # shape: (3, 5)
    if {"a"} <= {"a", "b"} and not {"a", "b"} == {"a"}:
        return nn.Linear(4, 2)(x)  # error: [linear-in-features] "5"
    return y


def keys_but_for_some():
    sizes = {"width": 4, "height": 5, "depth": 6}
    names = sorted(sizes.keys() - {"depth"})
    x = torch.zeros([sizes[name] for name in names])  # shape: (5, 4)
    return x


def a_loop_over_one_of_two_lists(deep=None):
    layers = [nn.Linear(4, 4)] if deep else [nn.Linear(4, 4), nn.Linear(4, 4)]
    x = torch.zeros(2, 4)
    for layer in layers:
        x = layer(x)
    return nn.Linear(5, 1)(x)  # error: [linear-in-features] "4"


def a_set_that_is_computed():
    kinds = {kind for kind in (nn.Linear, nn.Conv2d)}
    layer = nn.Linear(4, 2) if nn.Linear in kinds else nn.Linear(5, 2)
    return layer(torch.zeros(3, 5))  # error: [linear-in-features] "5"


def attributes_of_one_of_two_objects():
    block = Block(torch.rand(1).item())
    if hasattr(block.drop, "weight") or issubclass(Block, (nn.Linear, nn.Conv2d)):
        x = torch.zeros(2, 4)
    else:
        x = torch.zeros(2, 3)
    return block(x)  # shape: (2, 4)
