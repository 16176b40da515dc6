"""Drawings of convolutions, pools and paddings: windows that mostly fit the input."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly
from tests.rules.special import draws


def axes(name: str) -> int:
    """The number of spatial axes that stands in the name: the 2 of `conv_transpose2d`."""
    return next(int(c) for c in reversed(name) if c in "123")


def each(rng: random.Random, low: int, high: int, count: int) -> Any:
    """An int or so many, rarely one too low."""
    low -= rng.random() < 0.03
    if rng.random() < 0.5:
        return rng.randint(low, high)
    return tuple(rng.randint(low, high) for _ in range(count))


def some(rng: random.Random, **options: Any) -> dict[str, Any]:
    """Each with a chance of one in three."""
    return {name: value for name, value in options.items() if rng.random() < 0.33}


@draws(*(f"torch.nn.functional.conv{t}{d}d" for t in ("", "_transpose") for d in (1, 2, 3)))
def convolution(rng: random.Random, rule: Rule, name: str) -> Call:
    """Weights that go with the channels and groups."""
    count, transposed = axes(name), "transpose" in name
    groups = rng.choice((1, 1, 2, 3))
    inside, outside = (extent(rng, 3) for _ in range(2))
    kernel = tuple(extent(rng, 3) for _ in range(count))
    batch = (extent(rng, 3),) if rng.random() < 0.7 else ()
    channels = (inside * groups, outside) if transposed else (outside * groups, inside)
    args = (
        T((*batch, inside * groups, *(extent(rng, 9) for _ in range(count)))),
        T((*channels, *kernel)),
        *((T((outside * groups,)),) if rng.random() < 0.3 else ()),
    )
    strict = 0 if rng.random() < 0.05 else 1
    named = some(
        rng,
        stride=each(rng, 1, 3, count),
        padding=each(rng, 0, 2, count)
        if transposed or rng.random() < 0.6
        else rng.choice(("same", "valid")),
        dilation=each(rng, 1, 2, count),
    )
    if transposed:
        named |= some(rng, output_padding=each(rng, 0, 1, count))
    if groups > 1 or rng.random() < 0.2:
        named["groups"] = groups * strict
    if named.get("padding") == "same" and rng.random() < 0.8:
        named.pop("stride", None)
    return Call(rule, name, *nearly(rng, args, named))


@draws(*(f"torch.nn.MaxUnpool{d}d" for d in (1, 2, 3)))
def unpool(rng: random.Random, rule: Rule, name: str) -> Call:
    """Indices of the input's shape."""
    count = axes(name)
    kernel = each(rng, 1, 3, count)
    named = some(rng, stride=each(rng, 1, 3, count), padding=each(rng, 0, 1, count))
    shape = tuple(extent(rng, 5) for _ in range(count + rng.randint(1, 2)))
    given = (T(shape), T(shape, "torch.int64"))
    args, _ = nearly(rng, given, {}) if rng.random() < 0.5 else (given, {})
    return Call(rule, name, args, {}, (kernel,), named)


MODES = {1: "linear", 2: "bilinear", 3: "trilinear"}


@draws("torch.nn.functional.interpolate", "torch.nn.functional.upsample", "torch.nn.Upsample",
       "torch.nn.UpsamplingNearest2d")  # fmt: skip
def resized(rng: random.Random, rule: Rule, name: str) -> Call:
    """A size or a factor for each spatial axis, in a mode for so many."""
    count = 2 if "2d" in name else rng.randint(1, 3)
    shape = (extent(rng, 3), extent(rng, 3), *(extent(rng) for _ in range(count)))
    many = count if rng.random() < 0.9 else rng.randint(1, 4)
    factors = (0.5, 1.0, 1.5, 2, 2.0, 3)
    if rng.random() < 0.5:
        named = {"size": each(rng, 1, 6, many)}
    else:
        factor = rng.choice(factors)
        named = {
            "scale_factor": factor if rng.random() < 0.5 else tuple(rng.choices(factors, k=many))
        }
    modes = [
        "nearest",
        "nearest-exact",
        "area",
        MODES[count],
        *(("bicubic",) if count == 2 else ()),
    ]
    mode = rng.choice(modes if rng.random() < 0.9 else [*MODES.values(), "bicubic"])
    if "2d" not in name:
        named |= some(rng, mode=mode)
        if "linear" in str(named.get("mode")):
            named |= some(rng, align_corners=rng.random() < 0.5)
    args, _ = nearly(rng, (T(shape),), {})
    if "nn.U" in name:
        return Call(rule, name, args, {}, (), named)
    return Call(rule, name, args, named)


PADS = ("Constant", "Zero", "Reflection", "Replication", "Circular")


@draws("torch.nn.functional.pad", "torch.constant_pad_nd",
       *(f"torch.nn.{kind}Pad{d}d" for kind in PADS for d in (1, 2, 3)))  # fmt: skip
def padded(rng: random.Random, rule: Rule, name: str) -> Call:
    """Two numbers for each axis from the last on, often no more than it has."""
    function = name.endswith(("pad", "nd"))
    count = rng.randint(1, 3) if function else axes(name)
    shape = tuple(extent(rng, 6) for _ in range(count + rng.randint(1, 2)))
    low, high = (-2, 4) if rng.random() < 0.2 else (0, 2)
    many = count if rng.random() < 0.95 else rng.randint(0, 4)
    pad: Any = tuple(rng.randint(low, high) for _ in range(2 * many))
    if not function and rng.random() < 0.3:
        pad = rng.randint(low, high)
    args, _ = nearly(rng, (T(shape),), {})
    if not function:
        return Call(rule, name, args, {}, (pad, 0.5) if "Constant" in name else (pad,), {})
    modes = ("constant", "reflect", "replicate", "circular")
    return Call(
        rule, name, (*args, pad), {} if name.endswith("nd") else some(rng, mode=rng.choice(modes))
    )


@draws("torch.nn.Fold", "torch.nn.functional.fold")
def folded(rng: random.Random, rule: Rule, name: str) -> Call:
    """As many columns and windows as the image to be made needs."""

    def pair(value: Any) -> tuple[int, int]:
        return value if isinstance(value, tuple) else (value, value)

    image, kernel = each(rng, 1, 8, 2), each(rng, 1, 3, 2)
    named = some(
        rng, dilation=each(rng, 1, 2, 2), padding=each(rng, 0, 2, 2), stride=each(rng, 1, 2, 2)
    )
    windows, columns = 1, extent(rng, 3)
    for i in (0, 1):
        k, d, p, s = (pair(v)[i] for v in (kernel, *(named.get(n, o) for n, o in
                      (("dilation", 1), ("padding", 0), ("stride", 1)))))  # fmt: skip
        windows *= max((pair(image)[i] + 2 * p - d * (k - 1) - 1) // max(s, 1) + 1, 0)
        columns *= k
    batch = (extent(rng, 3),) if rng.random() < 0.6 else ()
    args, _ = nearly(rng, (T((*batch, columns, windows)),), {})
    if "nn.Fold" in name:
        return Call(rule, name, args, {}, (image, kernel), named)
    return Call(rule, name, (*args, image, kernel), named)
