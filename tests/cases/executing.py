"""Texts that are run: what they bind and change is not told."""

import torch

width = 3
exec("width = 5")
names = {"kept": 3}
exec("kept = 4\ndef turned(x):\n    return x.t()", names)
held = [1]


def a_name_of_the_module():
    return torch.zeros(width) + torch.zeros(5)


def names_of_a_dict():
    x = names["turned"](torch.zeros(2, 3)) + torch.zeros(3, 2)
    return torch.zeros(names["kept"]) + torch.zeros(4), x


def what_an_expression_changes():
    eval("held.append(4)")
    return torch.zeros(held[-1]) + torch.zeros(4)


def names_of_a_function_stay():
    count = 3
    exec("count = 5")
    return torch.zeros(count) + torch.zeros(5)  # error: [broadcast-sizes]


def a_function_of_that_name():
    def eval(x):
        return x.t()

    return eval(torch.zeros(2, 3)) + torch.zeros(2, 3)  # error: [broadcast-sizes]
