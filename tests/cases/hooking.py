"""Functions that are called with layers, or in the place of the framework's own."""

import torch
from torch import nn
from torch.nn.modules.module import register_module_forward_hook
from torch.overrides import TorchFunctionMode


class Repeat(nn.Module):
    def forward(self, x, *, times=1):
        return x.repeat(1, times)


def _three_times_as_often(module, args, kwargs):
    return args, {"times": kwargs.get("times", 1) * 3}


def a_hook_that_changes_keywords():
    repeat = Repeat()
    repeat.register_forward_pre_hook(_three_times_as_often, with_kwargs=True)
    y = repeat(torch.zeros(2, 2), times=2)  # shape: (2, 12)
    return nn.Linear(4, 1)(y)  # error: [linear-in-features] "12"


def a_hook_that_sees_keywords():
    repeat = Repeat()
    repeat.register_forward_hook(lambda m, args, kw, out: out[:, : kw["times"]], with_kwargs=True)
    return repeat(torch.zeros(2, 2), times=3) + torch.zeros(6)  # error: [broadcast-sizes] "3"


def hooks_in_their_order():
    layer = nn.Linear(3, 4)
    layer.register_forward_hook(lambda m, args, out: out.t())
    layer.register_forward_hook(lambda m, args, out: out[:, :2], prepend=True)
    return layer(torch.zeros(5, 3)) + torch.zeros(2, 5)  # shape: (2, 5)


def _first_column(module, args, out):
    return out[:, :1]


def a_hook_of_all_modules():
    with register_module_forward_hook(_first_column):
        return nn.Linear(3, 4)(torch.zeros(2, 3)) + torch.zeros(2, 9)


class Larger(TorchFunctionMode):
    def __torch_function__(self, function, types, args=(), kwargs=None):
        return function(*((7,) if function is torch.zeros else args), **(kwargs or {}))


def a_mode_in_the_place_of_functions():
    with Larger():
        x = torch.zeros(3)
        y = x + torch.ones(7)
    return torch.zeros(3) + torch.zeros(7), y  # error: [broadcast-sizes]
