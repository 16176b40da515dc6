"""Drawings of Keras's attention layers: query, value and key that mostly go together, and masks."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_keras_recurrent import flags, near
from tests.rules.special import draws


def mark(rng: random.Random, shape: tuple[int, ...], often: float = 0.15) -> T:
    """A mask of the shape, now and then changed in one axis."""
    return T(near(rng, shape, often).shape, "keras.bool", fill=1)


@draws("keras.layers.Attention", "keras.layers.AdditiveAttention")
def listed(rng: random.Random, rule: Rule, name: str) -> Call:
    """A list of two or three tensors, and one of masks."""
    named = flags(rng, "use_scale")
    if name.endswith(".Attention") and rng.random() < 0.3:
        named["score_mode"] = rng.choice(("dot", "concat"))
    batch = tuple(rng.randint(1, 3) for _ in range(1 if rng.random() < 0.8 else rng.randint(0, 2)))
    queries, keys, width, values = (rng.randint(1, 4) for _ in range(4))
    three = rng.random() < 0.4
    tensors: Any = [
        near(rng, (*batch, queries, width), 0.1),
        near(rng, (*batch, keys, values if three else width), 0.1),
        *([near(rng, (*batch, keys, width), 0.1)] if three else []),
    ]
    if rng.random() < 0.05:
        tensors = rng.choice((tensors[0], tensors[:1], [*tensors, *tensors]))
    kwargs = flags(rng, "return_attention_scores", "use_causal_mask")
    if rng.random() < 0.4:
        masks: Any = [mark(rng, (*batch, queries)), mark(rng, (*batch, keys))]
        if rng.random() < 0.5:
            masks[rng.randrange(2)] = None
        kwargs["mask"] = masks[:1] if rng.random() < 0.05 else masks
    return Call(rule, name, (tensors,), kwargs, (), named)


def projected(rng: random.Random, layer: Any, axes: int) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Query, value and often key for a layer of several heads, and masks; the last `axes` before
    the width are of their own sizes."""
    widths, batch = layer
    asked, held = (tuple(rng.randint(1, 4) for _ in range(axes)) for _ in range(2))
    args: tuple[Any, ...] = (
        near(rng, (*batch, *asked, widths[0]), 0.1),
        near(rng, (*batch, *held, widths[1]), 0.1),
    )
    kwargs = flags(rng, "return_attention_scores", "use_causal_mask")
    if rng.random() < 0.4:
        kwargs["key"] = near(rng, (*batch, *held, widths[2]), 0.15)
    if rng.random() < 0.4:
        lead = rng.choice(((), batch[:1], (1,)))
        kwargs["attention_mask"] = mark(rng, (*lead, *asked, *held))
    if axes == 1 and rng.random() < 0.15:
        kwargs["value_mask"] = mark(rng, (*batch, *held))
    if axes == 1 and "key" in kwargs and rng.random() < 0.15:
        kwargs["key_mask"] = mark(rng, (*batch, *held))
    return args, kwargs


@draws("keras.layers.MultiHeadAttention", "keras.layers.GroupQueryAttention")
def heads(rng: random.Random, rule: Rule, name: str) -> Call:
    """Where the layer is called twice, no width is 1: torch alone broadcasts it in an einsum."""
    twice = rng.random() < 0.2
    low = 2 if twice else 1
    named = flags(rng, "use_bias", "use_gate")
    if rng.random() < 0.2:
        named["dropout"] = 0.5
    if rng.random() < 0.1:
        named["sliding_window"] = rng.randint(0, 3)
    batch: tuple[int, ...] = (rng.randint(1, 3),)
    axes = 1
    if name.endswith("GroupQueryAttention"):
        shared = rng.randint(1, 3)
        asked = shared * rng.randint(1, 2) if rng.random() < 0.9 else rng.randint(0, 3)
        init: tuple[Any, ...] = (rng.randint(1, 3), asked, shared)
        widths = [rng.randint(low, 4)] * 2 + [rng.randint(low, 4)]
    else:
        init = (rng.randint(0 if rng.random() < 0.05 else 1, 3), rng.randint(1, 3))
        widths = [rng.randint(low, 4) for _ in range(3)]
        if rng.random() < 0.3:
            named["value_dim"] = rng.randint(1, 3)
        if rng.random() < 0.3:
            named["output_shape"] = rng.choice((3, (2,), (2, 3)))
        if rng.random() < 0.3:
            batch = (*batch, *(rng.randint(1, 3) for _ in range(rng.randint(0, 1))))
            axes = rng.randint(1, 2)
            rank = len(batch) + axes
            places = tuple(range(len(batch), rank))
            if len(batch) > 1 or rng.random() < 0.5:
                chosen = tuple(p - rank - 1 if rng.random() < 0.3 else p for p in places)
                named["attention_axes"] = chosen[0] if axes == 1 and rng.random() < 0.5 else chosen
            if rng.random() < 0.05:
                named["attention_axes"] = rng.randint(-3, 3)
    layer = (widths, batch)

    def arguments() -> tuple[tuple[Any, ...], dict[str, Any]]:
        while True:
            args, kwargs = projected(rng, layer, axes)
            given = (*args, kwargs["key"]) if "key" in kwargs else args
            if not twice or all(t.shape[-1:] != (1,) for t in given):
                return args, kwargs

    before = arguments() if twice else None
    if twice and rng.random() < 0.2:
        widths[rng.randrange(2)] += 1
    return Call(rule, name, *arguments(), init, named, before=before)
