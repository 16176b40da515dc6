"""Integers between bounds: what a slice that starts there takes is known."""

import random

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


def batches_of_a_language_model():
    block = 16
    data = torch.randint(0, 65, (10_000,))
    ix = torch.randint(len(data) - block, (32,))
    x = torch.stack([data[i : i + block] for i in ix])
    y = torch.stack([data[i + 1 : i + 1 + block] for i in ix])
    x = x + y  # shape: (32, 16)
    y = torch.stack([data[i + 1 : i + block] for i in ix])
    return x + y  # error: [broadcast-sizes]


def a_place_drawn_alone():
    start = torch.randint(0, 100, (1,)).item()
    row = torch.zeros(200)[start : start + 32]  # shape: (32,)
    return row.view(4, 9)  # error: [reshape-elements]


def a_place_of_pythons():
    start = random.randint(0, 100)
    row = torch.zeros(200)[start : start + 32]  # shape: (32,)
    return row.view(4, 9)  # error: [reshape-elements]


def a_place_of_numpys():
    start = np.random.randint(0, 100)
    row = torch.zeros(200)[start : start + 32]  # shape: (32,)
    start = np.random.default_rng().integers(100)
    row = torch.zeros(200)[start : start + 32]  # shape: (32,)
    return row.view(4, 9)  # error: [reshape-elements]


def a_place_read_twice():
    off = torch.randint(0, 4, (2,))
    crop = torch.zeros(3, 40, 40)[:, off[0] : off[0] + 32, off[1] : off[1] + 32]
    return nn.Linear(31, 4)(crop)  # error: [linear-in-features]


def many_places_read_twice():
    off = np.random.randint(0, 100, size=50)
    row = torch.zeros(200)
    for k in range(50):
        row[off[k] : off[k] + 8].view(2, 4)
        (row[: off[k]] + row[: off[k]]).sum()


def written_to():
    off = torch.randint(0, 4, (1,))
    off[0] = 38
    return torch.zeros(40)[off.item() : off.item() + 4].view(2)


def moved_in_place():
    off = torch.randint(0, 4, (20,))
    off += 38
    return [torch.zeros(40)[i : i + 4].view(max(0, min(4, 40 - int(i)))) for i in off]


def moved_places():
    places = torch.randint(0, 60, (40,)) + 100
    image = torch.zeros(160)
    for place in places.tolist():
        part = image[place - 100 : place]  # shape: (100,)
        part.view(10, 9)  # error: [reshape-elements]


def a_long_loop():
    data = torch.zeros(10_000, 3)
    for i in range(len(data) - 8):
        data[i : i + 8].view(24)
        data[i : i + 8].view(23)  # error: [reshape-elements]


def a_long_loop_of_steps():
    data = torch.zeros(10_000, 3)
    for i in range(0, len(data), 16):
        data[i : i + 16].view(48)
        data[i : i + 16].view(47)  # error: [reshape-elements]


def a_long_loop_backwards():
    data = torch.zeros(10_000, 3)
    for i in range(9_999, 7, -1):
        data[i - 8 : i].view(24)
        data[i - 8 : i].view(23)  # error: [reshape-elements]


def an_empty_loop(rows=torch.zeros(4, 3)):
    for i in range(len(rows) - 8):
        rows[i : i + 8].view(23)
    return [rows[i : i + 8].view(23) for i in range(len(rows) - 8)]


class Characters(Dataset):
    def __init__(self, length=1_000, block=16):
        self.data = torch.randint(0, 65, (length,))
        self.block = block

    def __len__(self):
        return len(self.data) - self.block

    def __getitem__(self, at):
        return self.data[at : at + self.block], self.data[at + 1 : at + 1 + self.block]


def batches_of_a_dataset():
    for x, y in DataLoader(Characters(), batch_size=4, drop_last=True):
        nn.Linear(16, 2)(x.float())
        nn.Linear(15, 2)(y.float())  # error: [linear-in-features]


class Windows(Dataset):
    def __init__(self, series: torch.Tensor):
        self.series = series

    def __len__(self):
        return len(self.series) - 32

    def __getitem__(self, at):
        return self.series[at : at + 24]


def a_window():
    part = Windows(torch.zeros(100))[3]  # shape: (24,)
    return part.view(4, 7)  # error: [reshape-elements]


def a_window_where_there_is_room(series=torch.zeros(100), at=3):
    if 0 <= at < len(series) - 24:
        part = series[at : at + 24]  # shape: (24,)
        return part


def numbers_in_order():
    first = np.sort(np.array([3, 1, 2]))[0]
    return torch.zeros(int(first), 4).view(1, 4)


def numbers_cut_off():
    sizes = np.array([2.5]).astype(int)
    return np.zeros(sizes[0]) + np.zeros(2)


def numbers_read_anew():
    parts = torch.tensor([3]).view(torch.int32)
    return torch.zeros(int(parts[1]) + 2) + torch.zeros(2)


def numbers_that_wrap_around():
    size = torch.tensor([200], dtype=torch.uint8) + 100
    drawn = torch.randint(200, 201, (1,), dtype=torch.uint8) + 100
    return torch.zeros(int(size[0])) + torch.zeros(int(drawn[0])) + torch.zeros(44)


def numbers_by_columns():
    sizes = np.array([[1, 2], [3, 4]]).reshape(-1, order="F")
    return torch.zeros(int(sizes[1])) + torch.zeros(3)
