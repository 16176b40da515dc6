"""Drawings of `keras.ops.image`: images alone or in a batch, in either layout."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_windows import each, some
from tests.rules.drawing import nearly
from tests.rules.special import draws

FORMATS = ("channels_last", "channels_first")
SIDES = ("top", "left", "bottom", "right", "height", "width")


def image(
    rng: random.Random, named: dict[str, Any], channels: int, rank: int = 2, most: int = 8
) -> T:
    """An image of so many spatial axes; three times out of five, a batch."""
    spatial = tuple(rng.randint(1, most) for _ in range(rank))
    lead = (rng.randint(1, 3),) if rng.random() < 0.6 else ()
    if named.get("data_format") == "channels_first":
        return T((*lead, channels, *spatial))
    return T((*lead, *spatial, channels))


@draws(
    "keras.ops.image.rgb_to_grayscale",
    "keras.ops.image.rgb_to_hsv",
    "keras.ops.image.resize",
    "keras.ops.image.gaussian_blur",
)
def colours(rng: random.Random, rule: Rule, name: str) -> Call:
    """Three channels, mostly."""
    named = some(rng, data_format=rng.choice(FORMATS))
    channels = 3 if rng.random() < 0.9 else rng.randint(1, 4)
    args: tuple[Any, ...] = (image(rng, named, channels),)
    args, _ = nearly(rng, args, {})
    if name.endswith("resize"):
        count = 2 if rng.random() < 0.95 else rng.randint(1, 3)
        args = (*args, tuple(rng.randint(1 - (rng.random() < 0.05), 6) for _ in range(count)))
        modes = ("nearest", "bilinear", "bicubic")
        named |= some(
            rng,
            interpolation=rng.choice(modes),
            antialias=True,
            crop_to_aspect_ratio=rng.random() < 0.6,
            pad_to_aspect_ratio=rng.random() < 0.6,
        )
    if name.endswith("blur"):
        side = rng.choice((1, 3, 3, 5, 2))
        named |= some(rng, kernel_size=(side, side if rng.random() < 0.9 else 3))
    return Call(rule, name, args, named)


@draws("keras.ops.image.affine_transform")
def affine(rng: random.Random, rule: Rule, name: str) -> Call:
    """Eight numbers for each image."""
    named = some(
        rng,
        data_format=rng.choice(FORMATS),
        interpolation=rng.choice(("nearest", "bilinear")),
        fill_mode=rng.choice(("nearest", "wrap", "mirror", "constant")),
    )
    given = image(rng, named, rng.randint(1, 3), most=5)
    lead = given.shape[:1] if len(given.shape) == 4 else () if rng.random() < 0.6 else (1,)
    args, _ = nearly(rng, (given, T((*lead, 8))), {})
    return Call(rule, name, args, named)


@draws("keras.ops.image.extract_patches", "keras.ops.image.extract_patches_3d")
def patches(rng: random.Random, rule: Rule, name: str) -> Call:
    rank = 3 if name.endswith("3d") or rng.random() < 0.3 else 2
    named = some(
        rng,
        strides=each(rng, 1, 3, rank),
        dilation_rate=each(rng, 1, 2, rank),
        padding=rng.choice(("valid", "same")),
        data_format=rng.choice(FORMATS),
    )
    size = each(rng, 1, 3, rank)
    if rank == 3 and not name.endswith("3d") and isinstance(size, int):
        size = (size,) * 3
    args, _ = nearly(rng, (image(rng, named, rng.randint(1, 3), rank),), {})
    return Call(rule, name, (*args, size), named)


@draws("keras.ops.image.map_coordinates")
def coordinates(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = tuple(rng.randint(1, 4) for _ in range(rng.randint(1, 3)))
    places = tuple(rng.randint(1, 4) for _ in range(rng.randint(1, 2)))
    args, _ = nearly(rng, (T(shape), T((len(shape), *places))), {})
    return Call(rule, name, (*args, rng.randint(0, 1)), {})


@draws("keras.ops.image.pad_images", "keras.ops.image.crop_images")
def borders(rng: random.Random, rule: Rule, name: str) -> Call:
    """Two of three numbers for each axis, mostly."""
    named = some(rng, data_format=rng.choice(FORMATS))
    args, _ = nearly(rng, (image(rng, named, rng.randint(1, 3)),), {})
    pads = name.endswith("pad_images")
    word = "padding" if pads else "cropping"
    for axis in range(2):
        chosen = rng.sample((axis, axis + 2, axis + 4), 2 if rng.random() < 0.95 else 1)
        for place in chosen:
            side = SIDES[place]
            if place > 3:
                low, high = (4, 14) if pads else (1, 5)
                named[f"target_{side}"] = rng.randint(low, high)
            else:
                named[f"{side}_{word}"] = rng.randint(0, 3) - (rng.random() < 0.03)
    return Call(rule, name, args, named)


@draws("keras.ops.image.elastic_transform", "keras.ops.image.sobel_edges")
def plain(rng: random.Random, rule: Rule, name: str) -> Call:
    named = some(rng, data_format=rng.choice(FORMATS))
    given = image(rng, named, rng.randint(1, 2), most=5)
    if name.endswith("edges") and len(given.shape) == 3:
        given = T((2, *given.shape))
    args, _ = nearly(rng, (given,), {})
    return Call(rule, name, args, named)


@draws("keras.ops.image.ssim")
def alike(rng: random.Random, rule: Rule, name: str) -> Call:
    named = some(rng, data_format=rng.choice(FORMATS), filter_size=rng.randint(1, 4))
    given = image(rng, named, rng.randint(1, 2), most=7 if "filter_size" in named else 20)
    args, _ = nearly(rng, (given, given), {})
    return Call(rule, name, args, named)
