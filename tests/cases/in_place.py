"""What is changed in place: gradients, `.data`, `out=`, the shapes of arrays."""

import numpy as np
import torch
from torch import nn


def gradients_are_none_at_first():
    layer = nn.Linear(2, 3)
    width = 4 if all(p.grad is None for p in layer.parameters()) else 3
    y = torch.zeros(width) + torch.zeros(4)
    layer(torch.zeros(5, 2)).sum().backward()
    g = layer.weight.grad + torch.zeros(3, 2)
    return y, g


def a_pruned_parameter():
    weight = nn.Parameter(torch.zeros(4, 3))
    old = weight.data
    weight.data = old[:2]
    y = weight @ torch.zeros(3, 5)  # shape: (2, 5)
    weight.data = old
    return y, weight @ torch.zeros(4, 5)  # error: [inner-size]


def averaged_parameters_and_back():
    net = nn.Linear(3, 4)
    shadow = {name: p.data.clone()[:2] for name, p in net.named_parameters()}
    backup = {}
    for name, p in net.named_parameters():
        backup[name] = p.data
        p.data = shadow[name]
    y = net(torch.zeros(2, 3))  # shape: (2, 2)
    for name, p in net.named_parameters():
        p.data = backup[name]
    z = net(torch.zeros(2, 3))  # shape: (2, 4)
    return y, z


def data_has_a_shape_of_its_own():
    weight = nn.Parameter(torch.zeros(4, 3))
    row = weight.data
    row.unsqueeze_(0)
    y = row + torch.zeros(1, 4, 3)  # shape: (1, 4, 3)
    return y, weight + torch.zeros(3, 4)  # error: [broadcast-sizes] "(4, 3)"


def shapes_of_arrays():
    a = np.zeros(24)
    a.shape = (2, 12)
    y = a + np.zeros((2, 1))
    a.resize((3, 5), refcheck=False)
    z = a + np.zeros((3, 5))
    return y, z, a + np.zeros((2, 12))  # error: [broadcast-sizes] "(3, 5)"


def a_tensor_of_another_storage():
    x = torch.zeros(3)
    x.set_(torch.zeros(2, 5))
    return x + torch.zeros(2, 5)


def outputs_are_resized():
    out, indices = torch.empty(0), torch.empty(0, dtype=torch.long)
    torch.cat([torch.zeros(2, 3), torch.zeros(1, 3)], out=out)
    y = out * 1  # shape: (3, 3)
    torch.mm(torch.zeros(2, 3), y, out=out.resize_(0))
    torch.max(y, 1, out=(torch.empty(0), indices))
    z = indices + 1  # shape: (3,)
    return z, out + torch.zeros(3, 3)  # error: [broadcast-sizes] "(2, 3)"
