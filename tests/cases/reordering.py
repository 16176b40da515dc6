"""A reshape to the same sizes in another order is no transpose: what reads it gets rows torn apart."""

import numpy as np
import torch
from torch import nn


def _time_first(x):
    batch, steps, width = x.shape
    return x.reshape(steps, batch, width)  # warning: [reshape-as-transpose] "transpose"


def _heads_first(x):
    batch, steps, width = x.shape
    return x.view(batch, 4, steps, width // 4)


def _transposed(x):
    batch, steps, width = x.shape
    return x.transpose(0, 1).reshape(steps, batch * width)


def _relative_shift(x):
    """As in Transformer-XL: the result is sliced and reshaped back."""
    query, key, heads = x.shape
    x = x.reshape(key, query, heads)[1:]
    return x.reshape(query, key - 1, heads)


def sizes_exchanged():
    y = _time_first(torch.zeros(2, 5, 3))  # shape: (5, 2, 3)
    out, _ = nn.LSTM(3, 4)(y)
    return out


def an_axis_split():
    x = _heads_first(torch.zeros(2, 5, 8))
    return x @ x.transpose(-1, -2), _transposed(torch.zeros(2, 5, 8))


def a_step_of_something_else():
    x = _relative_shift(torch.zeros(4, 7, 2))
    return nn.Linear(2, 3)(x)


def numbers_of_three_axes():
    x = torch.zeros(2, 3, 4)
    return torch.bmm(x.view(2, 4, 3), x)  # warning: [reshape-as-transpose]


def numbers_of_a_matrix():
    return torch.zeros(2, 3).view(3, 2) @ torch.zeros(2, 3)


def axes_of_one():
    return nn.Linear(4, 2)(torch.zeros(2, 1, 3, 4).view(2, 3, 1, 4))


def an_array_for_a_plot():
    x = np.zeros((3, 5, 4))
    y = x.reshape(5, 3, 4)
    z = x.reshape(4, 5, 3, order="F")
    return y, z
