"""Dtypes that programs ask for: their names, and what arithmetic makes of them."""

import numpy as np
import torch
from torch import nn


def two_names_of_one_dtype():
    positions = torch.arange(3)
    width = 4 if positions.dtype == torch.long and positions.dtype in (torch.int, torch.long) else 3
    y = torch.zeros(width) + torch.zeros(4)  # shape: (4,)
    depth = 3 if torch.float is torch.float32 and y.dtype is torch.float else 4
    return y + torch.zeros(depth)  # error: [broadcast-sizes] "(4,)" "(3,)"


def names_as_keys():
    widths = {torch.long: 3, torch.half: 4}
    y = torch.zeros(widths[torch.float16]) + torch.zeros(4)  # shape: (4,)
    return y + torch.zeros(widths[torch.int64])  # error: [broadcast-sizes] "(4,)" "(3,)"


def flags_and_whole_numbers():
    counts = torch.tensor([True, False]) + 1
    width = 3 if counts.dtype == torch.int64 else 4
    return torch.zeros(width) + torch.zeros(4)  # error: [broadcast-sizes] "(3,)" "(4,)"


def tensors_of_tensors():
    width = 4 if torch.tensor([torch.tensor(1), torch.tensor(2)]).dtype == torch.long else 3
    return torch.zeros(width) + torch.zeros(4)


def typed_tensors():
    x = torch.zeros(2)
    width = 4 if isinstance(x, (torch.FloatTensor, torch.DoubleTensor)) else 3
    width = 3 if type(x) is torch.FloatTensor else width
    y = torch.zeros(width) + torch.zeros(4)
    depth = 3 if torch.Tensor([1, 2]).dtype == torch.float32 else 4
    return y + torch.zeros(depth)  # error: [broadcast-sizes] "(3,)"


def dtypes_of_arrays():
    counts = np.zeros(3, dtype=np.int64)
    width = 3 if counts.dtype is np.int64 or np.zeros(2).dtype.type is not np.float64 else 4
    y = torch.zeros(width) + torch.zeros(4)
    depth = 3 if counts.dtype == np.int64 else 4
    return y + torch.zeros(depth)  # error: [broadcast-sizes] "(3,)"


def default_dtype():
    torch.set_default_dtype(torch.float64)
    x, layer, number = torch.zeros(2), nn.Linear(2, 3), torch.tensor(1.5)
    torch.set_default_dtype(torch.float32)
    y = layer(x) * number
    single = (x.dtype, y.dtype, number.dtype, layer.weight.dtype)
    return torch.zeros(3 if torch.float32 in single else 4) + torch.zeros(4)
