"""What small arrays hold, where others see the same memory."""

import numpy as np
import torch
from torch import nn


def _sized(size, width):
    nn.Linear(int(size), 2)(torch.zeros(1, width))


def parts_of_an_array():
    held = np.array([3, 4, 5])
    part = held[1:]
    part[0] = 9
    _sized(held[1], 9)
    held = torch.tensor([3, 4, 5])
    held[:].fill_(2)
    _sized(held[1], 2)
    held[0].fill_(6)
    _sized(held[0], 6)
    for row in held:
        row.fill_(7)
    _sized(held[2], 7)


def other_forms_of_it():
    for form in (np.ravel, np.asarray, np.atleast_1d, lambda a: a.reshape(2), torch.from_numpy):
        held = np.array([3, 4])
        form(held)[0] = 7
        _sized(held[0], 7)
        held = np.array([3, 4])
        seen = form(held)
        held[0] = 7
        _sized(seen[0], 7)
    for form in (torch.as_tensor, torch.Tensor.detach, torch.Tensor.numpy, lambda t: t.expand(2)):
        held = torch.tensor([3, 4])
        form(held)[0] = 7
        _sized(held[0], 7)


def pieces():
    held = torch.tensor([3, 4, 5, 6])
    first, second = held.split(2)
    second[0] = 1
    _sized(held[2], 1)
    held[0] = 8
    _sized(first[0], 8)


def in_place_under_another_name():
    held = np.array([3, 4])
    other = held
    other += 1
    _sized(held[0], 4)
    np.copyto(held, [7, 8])
    _sized(held[0], 7)
    np.add(held, 1, out=held)
    _sized(held[0], 8)
    count = torch.tensor(3)
    other = count
    other += 1
    _sized(count, 4)
    count.data = torch.tensor(6)
    _sized(count, 6)


class Counting(nn.Module):
    def __init__(self, count):
        super().__init__()
        self.register_buffer("count", torch.tensor([count]))


def buffers_are_loaded():
    kept = Counting(3)
    kept.load_state_dict(Counting(4).state_dict())
    _sized(kept.count[0], 4)


def copies_hold_what_they_held():
    held = torch.tensor([3, 4])
    copy = held.tolist()
    held[0] = 9
    return nn.Linear(copy[0], 2)(torch.zeros(1, int(held[0])))  # error: [linear-in-features]


def a_buffer_by_its_name_in_the_state():
    layer = nn.Linear(2, 2)
    layer.register_buffer("count", torch.tensor(3))
    layer.state_dict()["count"].fill_(5)
    return torch.zeros(int(layer.count)) + torch.zeros(5)
