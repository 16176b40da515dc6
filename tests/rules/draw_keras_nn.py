"""Drawings of `keras.ops` normalisations, encodings and attention."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_windows import some
from tests.rules.drawing import nearly
from tests.rules.special import draws


def sizes(rng: random.Random, least: int, most: int, high: int = 5) -> tuple[int, ...]:
    return tuple(rng.randint(1, high) for _ in range(rng.randint(least, most)))


def one(rng: random.Random, rank: int) -> int:
    """An axis, rarely out of range."""
    if rng.random() < 0.06:
        return rng.choice((rank, -rank - 1))
    return rng.randrange(-rank, rank) if rank else -1


@draws("keras.ops.batch_normalization")
def batch_norm(rng: random.Random, rule: Rule, name: str) -> Call:
    """Vectors of the size of the axis; offset and scale together, or neither."""
    shape = sizes(rng, 1, 4)
    axis = one(rng, len(shape))
    width = shape[axis] if -len(shape) <= axis < len(shape) else 3
    args, _ = nearly(rng, (T(shape), T((width,)), T((width,))), {})
    named: dict[str, Any] = {"axis": axis}
    if rng.random() < 0.5:
        pair, _ = nearly(rng, (T((width,)), T((width,))), {})
        named |= dict(zip(("offset", "scale"), pair, strict=True))
    return Call(rule, name, args, named)


@draws("keras.ops.layer_normalization", "keras.ops.rms_normalization")
def layer_norm(rng: random.Random, rule: Rule, name: str) -> Call:
    """Axes from the end on, mostly, and weights of their sizes."""
    shape = sizes(rng, 1, 4)
    rank = len(shape)
    named: dict[str, Any] = {}
    count = 1
    if rng.random() < 0.5:
        count = rng.randint(1, rank)
        axes: Any = tuple(range(rank - count, rank))
        if rng.random() < 0.2:
            axes = one(rng, rank)
        elif rng.random() < 0.3:
            axes = tuple(a - rank for a in axes)
        named["axis"] = axes
    weights = ("scale",) if "rms" in name else ("gamma", "beta")
    drawn, _ = nearly(rng, tuple(T(shape[rank - count :]) for _ in weights), {})
    named |= some(rng, **dict(zip(weights, drawn, strict=True)))
    return Call(rule, name, (T(shape),), named)


@draws("keras.ops.one_hot", "keras.ops.multi_hot")
def hot(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = sizes(rng, 0, 3)
    named = some(rng, axis=rng.randint(-1, len(shape)))
    if rng.random() < 0.05:
        named["axis"] = rng.randint(-3, 5)
    count = rng.randint(1, 6) - (rng.random() < 0.03)
    if "multi" in name and rng.random() < 0.2:
        return Call(rule, name, (T(shape, "torch.int64"),), {"num_tokens": count, **named})
    return Call(rule, name, (T(shape, "torch.int64"), count), named)


@draws("keras.ops.dot_product_attention")
def attention(rng: random.Random, rule: Rule, name: str) -> Call:
    """Heads of the query are mostly a multiple of those of key and value."""
    batch, queries, keys, width = (rng.randint(1, 4) for _ in range(4))
    heads = rng.randint(1, 3)
    many = heads * rng.randint(1, 2) if rng.random() < 0.8 else rng.randint(1, 4)
    out = width if rng.random() < 0.5 else rng.randint(1, 4)
    tensors = (
        T((batch, queries, many, width)),
        T((batch, keys, heads, width)),
        T((batch, keys, heads, out)),
    )
    args, _ = nearly(rng, tensors, {})
    whole = (batch, many, queries, keys)
    named = some(rng, is_causal=True)
    if rng.random() < 0.4:
        cut = rng.randint(0, 2)
        shape = tuple(1 if rng.random() < 0.2 else n for n in whole[cut:])
        if rng.random() < 0.15:
            shape = tuple(n + (rng.random() < 0.4) for n in shape)
        kind = "mask" if rng.random() < 0.6 else "bias"
        named[kind] = T(shape, "torch.bool" if kind == "mask" else None)
    return Call(rule, name, args, named)
