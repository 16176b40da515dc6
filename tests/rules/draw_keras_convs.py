"""Drawings of `keras.ops` convolutions and pools: kernels that mostly go with the channels."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_windows import each, some
from tests.rules.drawing import nearly
from tests.rules.special import draws

FORMATS = ("channels_last", "channels_first")
MODES = ("valid", "same", "SAME")


def batch(
    rng: random.Random, named: dict[str, Any], rank: int, channels: int, most: int = 9
) -> tuple[int, ...]:
    """A batch in the layout that is asked for."""
    spatial = tuple(rng.randint(1, most) for _ in range(rank))
    lead = rng.randint(1, 3)
    if named.get("data_format") == "channels_first":
        return (lead, channels, *spatial)
    return (lead, *spatial, channels)


def uneven(rng: random.Random, value: Any) -> Any:
    """Rarely a tuple of another length."""
    if isinstance(value, tuple) and rng.random() < 0.04:
        return (*value, 2) if rng.random() < 0.5 else value[1:]
    return value


def moves(rng: random.Random, rank: int) -> dict[str, Any]:
    """How a kernel moves."""
    named = some(
        rng,
        strides=uneven(rng, each(rng, 1, 3, rank)),
        dilation_rate=uneven(rng, each(rng, 1, 2, rank)),
        padding=rng.choice(MODES),
        data_format=rng.choice(FORMATS),
    )
    return named


@draws(
    "keras.ops.conv",
    "keras.ops.depthwise_conv",
    "keras.ops.separable_conv",
    "keras.ops.conv_transpose",
)
def convolution(rng: random.Random, rule: Rule, name: str) -> Call:
    rank = rng.randint(1, 3)
    named = moves(rng, rank)
    inside, outside = rng.randint(1, 4), rng.randint(1, 4)
    window = tuple(rng.randint(1, 3) for _ in range(rank))
    channels = inside * (rng.randint(1, 2) if name == "keras.ops.conv" else 1)
    inputs = T(batch(rng, named, rank, channels))
    args: tuple[Any, ...] = (inputs, T((*window, inside, outside)))
    if name.endswith("transpose"):
        named |= some(rng, output_padding=uneven(rng, each(rng, 0, 2, rank)))
        args = (inputs, T((*window, outside, inside)))
    if "separable" in name:
        point = tuple(1 + (rng.random() < 0.05) for _ in range(rank))
        args = (*args, T((*point, inside * outside, rng.randint(1, 4))))
    args, _ = nearly(rng, args, {})
    return Call(rule, name, args, named)


@draws("keras.ops.max_pool", "keras.ops.adaptive_average_pool")
def pool(rng: random.Random, rule: Rule, name: str) -> Call:
    rank = rng.randint(1, 3)
    named = some(rng, data_format=rng.choice(FORMATS))
    if "adaptive" not in name:
        named |= some(rng, strides=uneven(rng, each(rng, 1, 3, rank)), padding=rng.choice(MODES))
    window = each(rng, 1, 4, rank)
    if "adaptive" in name and isinstance(window, int):
        window = (window,) * rank
    args, _ = nearly(rng, (T(batch(rng, named, rank, rng.randint(1, 3))),), {})
    return Call(rule, name, (*args, uneven(rng, window)), named)


@draws("keras.ops.unfold", "keras.ops.fold")
def folded(rng: random.Random, rule: Rule, name: str) -> Call:
    """Columns and windows that an image has."""
    image, kernel = (tuple(rng.randint(1, most) for _ in range(2)) for most in (8, 3))
    named = some(
        rng, dilation=each(rng, 1, 2, 2), padding=each(rng, 0, 2, 2), stride=each(rng, 1, 2, 2)
    )
    lead, channels = rng.randint(1, 3), rng.randint(1, 3)
    if name.endswith("unfold"):
        args, _ = nearly(rng, (T((lead, channels, *image)),), {})
        return Call(rule, name, (*args, kernel), named)
    windows = 1
    for i, size in enumerate(image):
        pad, step, apart = (
            value if isinstance(value, int) else value[i]
            for value in (named.get("padding", 0), named.get("stride", 1), named.get("dilation", 1))
        )
        windows *= max((size + 2 * pad - apart * (kernel[i] - 1) - 1) // max(step, 1) + 1, 1)
    columns = channels * kernel[0] * kernel[1]
    args, _ = nearly(rng, (T((lead, columns, windows)),), {})
    return Call(rule, name, (*args, image, kernel), named)


@draws("keras.ops.depth_to_space", "keras.ops.space_to_depth")
def blocks(rng: random.Random, rule: Rule, name: str) -> Call:
    block = rng.randint(2, 3) - (rng.random() < 0.05)
    named = some(rng, data_format=rng.choice((*FORMATS, None)))
    deep = name.endswith("space")
    scale = 1 if deep else block
    height, width, lead = (scale * rng.randint(1, 3), scale * rng.randint(1, 3), rng.randint(1, 2))
    channels = rng.randint(1, 2) * (block * block if deep else 1)
    first = named.get("data_format") == "channels_first"
    shape = (lead, channels, height, width) if first else (lead, height, width, channels)
    args, _ = nearly(rng, (T(shape),), {})
    return Call(rule, name, (*args, block), named)
