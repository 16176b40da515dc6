"""Drawings of Keras's merge layers: lists of tensors that mostly go together, sometimes of several ranks."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule, RuleFunction
from tests.rules.calls import Call, T
from tests.rules.drawing import slipped
from tests.rules.special import draws

MERGES = ("Add", "Multiply", "Average", "Maximum", "Minimum", "Subtract")


def sizes(rng: random.Random, least: int, most: int) -> tuple[int, ...]:
    return tuple(rng.randint(1, 4) for _ in range(rng.randint(least, most)))


def call(
    rng: random.Random, rule: Rule, name: str, tensors: Any, named: dict[str, Any], again: Any
) -> Call:
    """Of a function at once; of a layer, perhaps after an earlier call."""
    inputs = tensors[0] if rng.random() < 0.05 and tensors else tensors
    if isinstance(rule, RuleFunction):
        return Call(rule, name, (inputs,), named)
    before: Any = ((again,), {}) if rule.late and rng.random() < 0.3 else None
    return Call(rule, name, (inputs,), {}, (), named, before=before)


def mergeable(rng: random.Random, shape: tuple[int, ...]) -> T:
    """A tensor that broadcasts with the shape, of as many axes or fewer after the batch."""
    batch, rest = shape[:1], shape[1:]
    cut = rng.randint(0, len(rest)) if rng.random() < 0.3 else 0
    tensor = T((*batch, *(1 if rng.random() < 0.2 else n for n in rest[cut:])))
    return slipped(rng, tensor) if rng.random() < 0.12 else tensor


@draws(*(f"keras.layers.{n}" for n in (*MERGES, "add", "subtract")))
def merge(rng: random.Random, rule: Rule, name: str) -> Call:
    def tensors() -> Any:
        shape = sizes(rng, 1, 4)
        count = rng.choice((2, 2, 2, 2, 3, 1) if "ubtract" in name else (1, 2, 2, 3, 4))
        found = [mergeable(rng, shape) for _ in range(count)]
        return tuple(found) if rng.random() < 0.2 else found

    return call(rng, rule, name, tensors(), {}, tensors())


@draws("keras.layers.Concatenate", "keras.layers.concatenate")
def concatenation(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = sizes(rng, 1, 4)
    rank = len(shape)
    far = rng.random() < 0.05
    axis = rng.choice((-rank - 1, rank)) if far else rng.randint(-rank, rank - 1)
    tensors = []
    for _ in range(rng.randint(1, 4)):
        parts = list(shape)
        if not far:
            parts[axis] = rng.randint(1, 4)
        tensor = T(tuple(parts))
        tensors.append(slipped(rng, tensor) if rng.random() < 0.12 else tensor)
    named = {} if axis == -1 and rng.random() < 0.5 else {"axis": axis}
    return call(rng, rule, name, tensors, named, tensors)


@draws("keras.layers.Dot", "keras.layers.dot")
def product(rng: random.Random, rule: Rule, name: str) -> Call:
    """Two tensors of one batch, with one size in common; the axes by numbers of either sign."""
    batch, common = rng.randint(1, 3), rng.randint(1, 4)
    shapes, places = [], []
    for _ in range(2):
        rest = list(sizes(rng, 1, 3))
        place = rng.randint(1, len(rest))
        rest[place - 1] = common
        shapes.append((batch, *rest))
        places.append(place)
    signed = [p - len(s) if rng.random() < 0.4 else p for p, s in zip(places, shapes, strict=True)]
    axes: Any = tuple(signed) if rng.random() < 0.9 else (*signed, 1)
    if signed[0] == signed[1] and rng.random() < 0.7 or rng.random() < 0.2:
        axes = signed[0]
    elif rng.random() < 0.08:
        axes = tuple(rng.randint(-4, 4) for _ in range(2))
    tensors = [slipped(rng, T(s)) if rng.random() < 0.12 else T(s) for s in shapes]
    if rng.random() < 0.04:
        tensors.append(T(shapes[0]))
    named: dict[str, Any] = {"axes": list(axes) if isinstance(axes, tuple) else axes}
    if rng.random() < 0.2:
        named["normalize"] = True
    return call(rng, rule, name, tensors, named, tensors)
