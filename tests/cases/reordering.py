"""A reshape to the same sizes in another order is no transpose: it runs, but tears rows apart."""

import numpy as np
import torch


def _time_first(x):
    batch, steps, width = x.shape
    return x.reshape(steps, batch, width)  # warning: [reshape-as-transpose] "transpose"


def _heads_first(x):
    batch, steps, width = x.shape
    return x.view(batch, 4, steps, width // 4)


def _transposed(x):
    batch, steps, width = x.shape
    return x.transpose(0, 1).reshape(steps, batch * width)


def sizes_exchanged():
    y = _time_first(torch.zeros(2, 5, 3))  # shape: (5, 2, 3)
    return y


def an_axis_split():
    return _heads_first(torch.zeros(2, 5, 8)), _transposed(torch.zeros(2, 5, 8))


def numbers_of_three_axes():
    x = torch.zeros(2, 3, 4)
    return x.view(4, 3, 2)  # warning: [reshape-as-transpose]


def numbers_of_a_matrix():
    return torch.zeros(2, 3).view(3, 2)


def axes_of_one():
    return torch.zeros(2, 1, 3, 4).view(2, 3, 1, 4)


def an_array_for_a_plot():
    x = np.zeros((3, 5, 4))
    y = x.reshape(5, 3, 4)  # warning: [reshape-as-transpose]
    z = x.reshape(4, 5, 3, order="F")
    return y, z
