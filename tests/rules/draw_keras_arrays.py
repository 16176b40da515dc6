"""Drawings for new and random tensors of Keras, and for order and counts."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_keras_ops import off, shape, sides
from tests.rules.drawing import nearly
from tests.rules.special import draws


@draws("keras.ops.full", "keras.ops.full_like")
def full(rng: random.Random, rule: Rule, name: str) -> Call:
    """A number, or a tensor that has the last sizes."""
    sizes = shape(rng)
    likely = sizes[rng.randint(0, len(sizes)) :]
    value: Any = (
        1.5 if rng.random() < 0.4 else off(rng, T(likely)) if rng.random() < 0.2 else T(likely)
    )
    if name.endswith("like"):
        return Call(rule, name, (T(sizes), value), {})
    if rng.random() < 0.1:
        sizes = (*sizes, -1)
    return Call(rule, name, (sizes, value), {})


@draws("keras.ops.arange")
def arange(rng: random.Random, rule: Rule, name: str) -> Call:
    """Whole numbers or fractions, forwards or backwards."""
    fractions = rng.random() < 0.4
    scale = rng.choice((0.5, 0.1)) if fractions else 1
    numbers: list[Any] = [rng.randint(-3, 9) * scale for _ in range(rng.randint(1, 3))]
    if len(numbers) == 3:
        numbers[2] = rng.choice((scale, scale, 2 * scale, 3 * scale, -scale, 0))
    elif len(numbers) == 1 and rng.random() < 0.2:
        numbers = [T((), "torch.int64", fill=4)]
    if len(numbers) > 1 and rng.random() < 0.8:
        numbers[:2] = sorted(numbers[:2])
    named = {} if rng.random() < 0.7 else {"dtype": "float32" if fractions else "int32"}
    return Call(rule, name, tuple(numbers), named)


@draws("keras.ops.linspace", "keras.ops.logspace", "keras.ops.geomspace")
def spaced(rng: random.Random, rule: Rule, name: str) -> Call:
    """Between two numbers, or two tensors that broadcast."""
    ends: list[Any] = sides(rng, 2) if rng.random() < 0.6 else [1, 2.5]
    if rng.random() < 0.1:
        ends[rng.randrange(2)] = 1.0
    named: dict[str, Any] = {}
    if rng.random() < 0.8:
        named["num"] = rng.randint(-1, 7)
    if rng.random() < 0.3:
        named["endpoint"] = False
    if rng.random() < 0.2:
        named["axis"] = rng.randint(-3, 3)
    if name.endswith("linspace") and rng.random() < 0.3:
        named["retstep"] = True
    return Call(rule, name, *nearly(rng, tuple(ends), named))


@draws("keras.ops.eye", "keras.ops.tri")
def eye(rng: random.Random, rule: Rule, name: str) -> Call:
    """A diagonal or triangle that starts anywhere."""
    sizes = tuple(rng.randint(-1 if rng.random() < 0.2 else 1, 6) for _ in range(rng.randint(1, 2)))
    return Call(rule, name, sizes, {"k": rng.randint(-3, 3)} if rng.random() < 0.5 else {})


@draws("keras.ops.meshgrid")
def meshgrid(rng: random.Random, rule: Rule, name: str) -> Call:
    vectors = tuple(T(shape(rng, 0, 1)) for _ in range(rng.randint(1, 4)))
    return Call(rule, name, *nearly(rng, vectors, {"indexing": rng.choice(("xy", "ij"))}))


@draws("keras.ops.sort", "keras.ops.cumsum")
def along(rng: random.Random, rule: Rule, name: str) -> Call:
    """Along an axis that may be none, or not there."""
    sizes = shape(rng, 0 if rng.random() < 0.1 else 1)
    axis = rng.choice((None, -1, rng.randint(-len(sizes) - 1, len(sizes))))
    return Call(rule, name, *nearly(rng, (T(sizes), axis), {}))


@draws("keras.ops.argpartition")
def argpartition(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng, 1)
    axis = rng.choice((None, -1, rng.randint(-len(sizes) - 1, len(sizes))))
    return Call(rule, name, *nearly(rng, (T(sizes), rng.randint(-1, 5), axis), {}))


@draws("keras.ops.searchsorted")
def searchsorted(rng: random.Random, rule: Rule, name: str) -> Call:
    """A vector and values of the same dtype."""
    args = (T(shape(rng, 1, 1 if rng.random() < 0.7 else 3)), T(shape(rng)))
    return Call(rule, name, args, {"side": rng.choice(("left", "right"))})


@draws("keras.ops.bincount")
def bincount(rng: random.Random, rule: Rule, name: str) -> Call:
    """A weight for each element, mostly."""
    tensor = T(shape(rng, 0 if rng.random() < 0.1 else 1, 2), "torch.int64")
    named: dict[str, Any] = {"minlength": rng.randint(0, 4)} if rng.random() < 0.4 else {}
    if rng.random() < 0.4:
        weights = T(tensor.shape)
        named["weights"] = off(rng, weights) if rng.random() < 0.3 else weights
    return Call(rule, name, (tensor,), named)


@draws("keras.ops.histogram")
def histogram(rng: random.Random, rule: Rule, name: str) -> Call:
    tensor = T(shape(rng, 1, 1))
    if rng.random() < 0.3:
        tensor = off(rng, tensor)
    named = {"range": (0.0, 2.0)} if rng.random() < 0.3 else {}
    return Call(rule, name, (tensor, rng.randint(-1, 9)), named)


@draws("keras.ops.unique")
def unique(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng)
    flags = ("return_index", "return_inverse", "return_counts")
    named: dict[str, Any] = {flag: True for flag in flags if rng.random() < 0.3}
    if rng.random() < 0.5:
        named["axis"] = rng.randint(-len(sizes) - 1, len(sizes))
    if rng.random() < 0.3:
        named["size"] = rng.randint(1, 6)
    return Call(rule, name, (T(sizes),), named)


def sizes_of(rng: random.Random) -> tuple[int, ...]:
    """A shape to be made, now and then with a negative size."""
    sizes = shape(rng)
    return (*sizes[:-1], -1) if sizes and rng.random() < 0.1 else sizes


@draws("keras.random.randint")
def randint(rng: random.Random, rule: Rule, name: str) -> Call:
    return Call(rule, name, (sizes_of(rng), rng.randint(0, 3), rng.randint(4, 9)), {})


@draws("keras.random.gamma", "keras.random.beta", "keras.random.binomial")
def distributed(rng: random.Random, rule: Rule, name: str) -> Call:
    """Parameters that are numbers, or ones that mostly broadcast to the shape."""
    sizes = sizes_of(rng)
    args: list[Any] = [sizes]
    for _ in range(1 if name.endswith("gamma") else 2):
        cut = sizes[rng.randint(0, len(sizes)) :]
        tensor = T(tuple(1 if n < 0 or rng.random() < 0.2 else n for n in cut), fill=1)
        if rng.random() < 0.3:
            tensor = off(rng, tensor)
        args.append(1.0 if rng.random() < 0.3 else tensor)
    return Call(rule, name, tuple(args), {})
