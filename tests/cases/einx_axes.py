"""einx names axes; those of one name have one size."""

import einx
import torch


def named_axes():
    x, bias = torch.zeros(2, 3, 5), torch.zeros(3)
    y = einx.add("b n d, n", x, bias)  # shape: (2, 3, 5)
    places = torch.zeros(2, 3, dtype=torch.long)
    z = einx.get_at("b n [d], b n -> b n", x, places)  # shape: (2, 3)
    return y, z


def an_axis_of_two_sizes():
    return einx.add("b n, n", torch.zeros(2, 3), torch.zeros(4))  # error: [pattern-axes] "3 and 4"


def places_of_another_size():
    places = torch.zeros(2, 4, dtype=torch.long)
    return einx.get_at("b n [d], b n -> b n", torch.zeros(2, 3, 5), places)  # error: [pattern-axes]
