"""Dataclasses and named tuples: what their constructors take, and what they make of it."""

import os
from collections import namedtuple
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, replace
from typing import NamedTuple

import torch
from torch import nn


@dataclass
class Block:
    width: int = 4
    hidden: int = field(init=False)

    def __post_init__(self):
        self.hidden = self.width * 2


def a_field_that_the_constructor_does_not_take():
    return torch.zeros(Block(3).hidden) + torch.zeros(5)  # error: [broadcast-sizes] "6"


def a_replaced_field_is_followed_from():
    wide = replace(Block(3), width=4)
    return torch.zeros(wide.hidden) + torch.zeros(5)  # error: [broadcast-sizes] "8"


@dataclass(kw_only=True)
class Named:
    rows: int
    columns: int = 3


def by_keyword():
    named = Named(rows=2)
    return torch.zeros(named.rows, named.columns) + torch.zeros(5)  # error: [broadcast-sizes] "3"


@dataclass
class Deep(Block):
    depth: int = field(kw_only=True, default=7)
    _: KW_ONLY
    heads: int = 5


def some_by_keyword():
    deep = Deep(2, heads=6)
    return torch.zeros(deep.depth, deep.heads, deep.hidden) + torch.zeros(5)  # error: [broadcast-sizes] "(7, 6, 4)"


@dataclass
class Scaled:
    factor: InitVar[int]
    size: int = 3

    def __post_init__(self, factor):
        self.size = self.size * factor


def a_field_that_is_not_kept():
    return torch.zeros(Scaled(4).size) + torch.zeros(5)  # error: [broadcast-sizes] "12"


@dataclass
class Whole:
    block: Block = field(default_factory=Block)
    sizes: list = field(default_factory=lambda: [1, 2])


def as_other_containers():
    whole = asdict(Whole())
    (width, hidden), sizes = astuple(Whole())
    x = torch.zeros(whole["block"]["hidden"], sizes[1])  # shape: (8, 2)
    y = torch.zeros(width, hidden)  # shape: (4, 8)
    return x + torch.zeros(whole["sizes"][1] + 1)  # error: [broadcast-sizes] "3"


@dataclass
class Settings:
    a: int = 3
    b: int = 4


Pair = namedtuple("Pair", "rows columns", defaults=(3,))


class Size(NamedTuple):
    height: int
    width: int = 4


def more_than_is_known():
    given = os.environ.get("SIZES", "23")
    pair, size, settings = Pair(*given), Size(*map(int, given)), Settings(**dict(zip("ab", (3, 4))))
    torch.zeros(size.height + 2, size.width)
    return torch.zeros(3) + torch.zeros(5)  # error: [broadcast-sizes] "3" "5"


def width_of(spec):
    if spec:
        size = Size(*map(int, spec))
        width = 16
    else:
        width = 8
    return width


def either_width_may_be():
    return nn.Linear(16, 4)(torch.randn(2, width_of(os.environ.get("SPEC", "12"))))


def as_many_as_are_named():
    pair = Pair(2)
    size = Size(width=5, height=1)
    x = torch.zeros(pair) + torch.zeros(size.width - 2)  # shape: (2, 3)
    return x @ torch.zeros(size)  # error: [inner-size] "3" "1"


class Offset(namedtuple("Offset", "x y")):
    def __new__(cls, x):
        return super().__new__(cls, x, x)


def a_constructor_of_its_own():
    offset = Offset(3)
    torch.zeros(offset.x)
    return torch.zeros(3) + torch.zeros(4)  # error: [broadcast-sizes]


@dataclass
class Sizes:
    width: int = 4
    classes: int = 3

    @classmethod
    def from_dict(cls, values):
        return cls(**{k: v for k, v in values.items() if k in cls.__dataclass_fields__})


def sizes_of_a_dict_with_more_in_it():
    sizes = Sizes.from_dict({"width": 6, "depth": 2})
    y = torch.zeros(2, sizes.width) @ torch.zeros(6, sizes.classes)  # shape: (2, 3)
    return y @ torch.zeros(sizes.width, 2)  # error: [inner-size] "3" "6"
