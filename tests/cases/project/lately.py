"""Names that are imported, and read for the first time on one path of several."""

import torch
from parts.sizes import WIDTH, pair
from torch import nn


def read_in_a_loop(rounds: int, wide: bool):
    for _ in range(rounds):
        if wide:
            pair(2)
    x = torch.zeros(1, 3, 9, 9)
    y = nn.Conv2d(3, 8, pair(3))(x)  # shape: (1, 8, 7, 7)
    return nn.Conv2d(3, 8, pair(3))(y)  # error: [conv-channels] "8"


def read_on_one_side(wide: bool, high: bool, rounds: int):
    for _ in range(rounds):
        if wide or high:
            print(pair(2), WIDTH)
    y = torch.zeros(pair(5))  # shape: (5, 5)
    return y @ torch.zeros(WIDTH, 2)  # error: [inner-size] "12"
