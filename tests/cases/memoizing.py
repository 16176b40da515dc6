"""Functions that give again what they have given."""

import functools
import random

import torch
from torch import nn

COUNTED = []


@functools.lru_cache
def _number_of(word):
    COUNTED.append(word)
    return len(COUNTED)


def numbers_of_words():
    for word in ("a", "b", "a", "b"):
        _number_of(word)
    x = torch.zeros(2, _number_of("b"))  # shape: (2, 2)
    return nn.Linear(_number_of("c"), 1)(x)  # error: [linear-in-features] "2"


def numbers_of_words_not_known(first="a", second="b"):
    number = _number_of(second) - _number_of(first)
    return nn.Linear(3 if number else 4, 1)(torch.zeros(2, 5))  # error: [linear-in-features] "5"


@functools.cache
def _layers(width):
    return nn.Sequential(nn.Linear(3, width))


def a_layer_changed_later():
    _layers(4).append(nn.Linear(4, 6))
    y = _layers(4)(torch.zeros(2, 3))  # shape: (2, 6)
    z = _layers(5)(torch.zeros(2, 3))  # shape: (2, 5)
    return nn.Linear(4, 1)(y), z  # error: [linear-in-features] "6"


@functools.cache
def _sizes():
    return [3]


def a_cache_that_is_cleared():
    _sizes().append(4)
    x = torch.zeros(2, _sizes()[-1])  # shape: (2, 4)
    _sizes.cache_clear()
    return nn.Linear(_sizes()[-1], 1)(x)  # error: [linear-in-features] "4"


@functools.lru_cache(maxsize=1)
def _last(size):
    return [size]


def a_cache_of_one():
    _last(3).append(5)
    x = torch.zeros(2, _last(3)[-1])  # shape: (2, 5)
    _last(4)
    return nn.Linear(_last(3)[-1], 1)(x)  # error: [linear-in-features] "5"


@functools.lru_cache
def grid(size):
    return torch.zeros(size, 4)


def filled_on_one_path():
    if random.random() < 0.5:
        grid(3)
    for _ in range(random.randint(1, 3)):
        if random.random() < 0.5:
            grid(5)
    x = grid(5)  # shape: (5, 4)
    return x, grid(3) + torch.zeros(4, 4)  # error: [broadcast-sizes]
