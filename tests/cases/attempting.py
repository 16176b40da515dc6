"""What a `try` catches: bodies that raise for reasons that no shape tells."""

import contextlib
import math
import os
from abc import ABC, abstractmethod
from dataclasses import FrozenInstanceError, dataclass

import numpy as np
import torch
from torch import nn


@dataclass(frozen=True)
class Fixed:
    size: int = 3


class Derived:
    __slots__ = ("given",)

    @property
    def size(self):
        return 3


class Abstract(ABC):
    @abstractmethod
    def size(self): ...


def _sized(size):
    nn.Linear(size, 2)(torch.zeros(1, 4))


def items_that_cannot_be_set():
    for fixed in ((1, 2), "ab", torch.zeros(2).shape):
        try:
            fixed[0] = 5
            size = 3
        except TypeError:
            size = 4
        _sized(size)
    with contextlib.suppress(TypeError):
        size = 4
        (1, 2)[0] = 5
        size = 3
    _sized(size)


def attributes_that_cannot_be_set():
    fixed = Fixed()
    try:
        fixed.size = 5
        size = 3
    except FrozenInstanceError:
        size = 4
    _sized(size)
    nn.Linear(fixed.size, 2)(torch.zeros(1, 3))
    try:
        Derived().other = 5
        size = 3
    except AttributeError:
        size = 4
    _sized(size)
    derived = Derived()
    try:
        derived.size = 5
        size = 3
    except AttributeError:
        size = 4
    _sized(size)
    return torch.zeros(derived.size)  # shape: (3,)


def what_is_not_there():
    size = 4
    with contextlib.suppress(KeyError):
        set().remove(3)
        size = 3
    _sized(size)
    with contextlib.suppress(KeyError):
        held = {}
        del held["k"]
        size = 3
    _sized(size)
    with contextlib.suppress(AttributeError):
        math.nope
        size = 3
    _sized(size)
    with contextlib.suppress(AttributeError):
        os.nope
        size = 3
    _sized(size)
    with contextlib.suppress(ImportError):
        from math import nope

        size = nope
    _sized(size)


def calls_that_fail():
    calls = (
        Abstract,
        lambda: torch.tensor([[1, 2], [3]]),
        lambda: np.array([[1, 2], [3]]),
        lambda: len(5),
        lambda: next([1, 2]),
        lambda: {[1], 2},
        lambda: nn.Linear(-1, 2),
    )
    for call in calls:
        try:
            call()
            size = 3
        except (TypeError, ValueError, RuntimeError):
            size = 4
        _sized(size)


def what_does_not_raise():
    try:
        size = 3
    except TypeError:
        size = 4
    nn.Linear(size, 2)(torch.zeros(1, 4))  # error: [linear-in-features]


def _made(layer, **settings):
    try:
        return layer(inplace=True, **settings)
    except TypeError:
        return layer(**settings)


class _OldSignature(nn.Conv2d):
    def __init__(self, channels, **where):
        try:
            super().__init__(channels, 8, 3, **where)
        except TypeError:
            super().__init__(channels, 8, 3)
        self.act = _made(nn.ReLU)


def what_is_made_either_way_is_known():
    made = _made(nn.ReLU)
    nn.Linear(5, 2)(made(torch.zeros(2, 4)))  # error: [linear-in-features]


def a_constructor_with_a_fallback_is_known():
    conv = _OldSignature(3)
    nn.Linear(7, 2)(conv.act(conv(torch.zeros(2, 3, 8, 8))))  # error: [linear-in-features]


def what_is_made_in_the_body_is_that_or_not_made():
    head = None
    try:
        head = nn.Linear(4, 2)
    except TypeError:
        pass
    if head is not None:
        head(torch.zeros(1, 5))  # error: [linear-in-features]


def _is_sequence(value):
    try:
        if hasattr(value, "ndim") and value.ndim == 0:
            return False
    except Exception:
        return False
    return isinstance(value, list | tuple)


def what_only_asks_does_not_raise():
    width = len((3, 4, 5)) if _is_sequence((3, 4, 5)) else 2
    y = torch.zeros(width) + torch.zeros(3)
    return y + torch.zeros(1 if _is_sequence(4) else 2)  # error: [broadcast-sizes] "(2,)"


def what_asks_for_what_may_be_missing_may_raise(value):
    try:
        width = value.width
    except AttributeError:
        width = 3
    return torch.zeros(width) + torch.zeros(3)
