"""Drawings for `keras.ops` on elements, reductions and new arrays."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import nearly, slipped
from tests.rules.special import draws

INTEGERS = ("gcd", "lcm", "ldexp", "shift", "bitwise")
TENSORS = ("hypot", "heaviside", "shift", "bitwise")
"""What asks its operands for their dtype: numbers have none."""


def shape(rng: random.Random, least: int = 0, most: int = 4) -> tuple[int, ...]:
    return tuple(rng.randint(1, 5) for _ in range(rng.randint(least, most)))


def sides(rng: random.Random, count: int, dtype: str | None = None) -> list[Any]:
    """Tensors that broadcast."""
    whole = shape(rng)

    def part() -> T:
        cut = rng.randint(0, len(whole)) if rng.random() < 0.4 else 0
        return T(tuple(1 if rng.random() < 0.2 else n for n in whole[cut:]), dtype)

    return [part() for _ in range(count)]


def off(rng: random.Random, value: Any) -> Any:
    """A tensor with another shape."""
    return slipped(rng, value) if isinstance(value, T) else value


@draws(
    "keras.ops.add",
    "keras.ops.hypot",
    "keras.ops.gcd",
    "keras.ops.ldexp",
    "keras.ops.bitwise_and",
    "keras.ops.isclose",
    "keras.ops.allclose",
)
def binary(rng: random.Random, rule: Rule, name: str) -> Call:
    """Two tensors, or one and a number."""
    whole = any(word in name for word in INTEGERS)
    dtype = "torch.int64" if whole else None
    args = sides(rng, 2, dtype)
    if name.endswith("ldexp"):
        args[0] = T(args[0].shape)
    if rng.random() < 0.2 and not any(word in name for word in TENSORS):
        args[rng.randrange(2)] = 2 if whole else rng.choice((2, 0.5))
    if not whole:
        return Call(rule, name, *nearly(rng, tuple(args), {}))
    at = rng.randrange(4)
    return Call(rule, name, tuple(off(rng, a) if i == at else a for i, a in enumerate(args)), {})


@draws("keras.ops.clip")
def clip(rng: random.Random, rule: Rule, name: str) -> Call:
    """Bounds that are numbers or tensors."""
    args = sides(rng, 3)
    for i in (1, 2):
        if rng.random() < 0.5:
            args[i] = rng.choice((0, 0.5, 2))
    return Call(rule, name, *nearly(rng, tuple(args), {}))


@draws("keras.ops.where")
def where(rng: random.Random, rule: Rule, name: str) -> Call:
    args = sides(rng, 3)
    args[0] = T(args[0].shape, "torch.bool")
    for i in (1, 2):
        if rng.random() < 0.2:
            args[i] = rng.choice((0, 0.5))
    return Call(rule, name, *nearly(rng, tuple(args), {}))


@draws("keras.ops.bitwise_invert", "keras.ops.real")
def alone(rng: random.Random, rule: Rule, name: str) -> Call:
    dtype = "torch.int64" if "bitwise" in name else "torch.complex64"
    return Call(rule, name, (T(shape(rng), dtype),), {})


@draws(
    "keras.ops.mean",
    "keras.ops.sum",
    "keras.ops.max",
    "keras.ops.prod",
    "keras.ops.nanprod",
    "keras.ops.count_nonzero",
    "keras.ops.argmax",
    "keras.ops.median",
    "keras.ops.quantile",
)
def reduction(rng: random.Random, rule: Rule, name: str) -> Call:
    """Over an axis, several, none that is named, or one that is not there."""
    sizes = shape(rng, 0 if rng.random() < 0.1 else 1)
    args: list[Any] = [T(sizes)]
    if "quantile" in name or "percentile" in name:
        args.append(0.5 if rng.random() < 0.5 else T(shape(rng, 1, 1)))
    named: dict[str, Any] = {}
    kind = rng.randrange(4)
    if kind == 0 or "arg" in name and kind < 3:
        named["axis"] = rng.randint(-len(sizes) - 1, len(sizes))
    elif kind < 3:
        axes = rng.sample(range(len(sizes)), rng.randint(1, len(sizes))) if sizes else ()
        named["axis"] = tuple(a - len(sizes) if rng.random() < 0.3 else a for a in axes)
    if rng.random() < 0.4 and "count" not in name:
        named["keepdims"] = True
    return Call(rule, name, *nearly(rng, tuple(args), named))


@draws("keras.ops.average")
def average(rng: random.Random, rule: Rule, name: str) -> Call:
    """Weights of the tensor's shape, or of the size of the axis."""
    sizes = shape(rng, 1)
    axis = rng.choice((None, -1, rng.randint(-len(sizes) - 1, len(sizes))))
    args: list[Any] = [T(sizes), axis]
    if rng.random() < 0.7:
        at = axis if axis is not None and -len(sizes) <= axis < len(sizes) else -1
        args.append(T(sizes if rng.random() < 0.5 else (sizes[at],)))
    return Call(rule, name, *nearly(rng, tuple(args), {}))
