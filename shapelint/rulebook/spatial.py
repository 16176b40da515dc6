"""The functions of rule bodies that resize, pad and look up. As in builtins: each takes
(facts, *arguments)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    as_shape,
    is_size,
    refuse_below,
    sizes,
)
from shapelint.rulebook.builtins import compatible as broadcastable
from shapelint.symbolic import (
    Facts,
    Shape,
    Size,
    Truth,
    conj,
    disj,
    floordiv,
    ge,
    gt,
    le,
    lt,
    new_symbol,
    total,
)

EXACT_RATIO = 1 << 12


def _transposed_out(
    facts: Facts, n: Any, kernel: Any, stride: Any, padding: Any, dilation: Any
) -> Size:
    """(n - 1)s - 2p + d(k-1) + 1, without output_padding (torch.nn.ConvTranspose2d)."""
    refuse_below(0, kernel=kernel, dilation=dilation, padding=padding)
    refuse_below(1, stride=stride)
    if 0 in (kernel, dilation) or not all(map(is_size, (n, kernel, stride, padding, dilation))):
        raise Undetermined
    return (n - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1  # type: ignore[no-any-return]


def _resized(facts: Facts, spatial: Any, size: Any, scale: Any) -> Any:
    """The spatial sizes after interpolation to `size` or by `scale` (one of them is None)."""
    if (size is None) == (scale is None):
        raise Rejected("one of size and scale_factor must be given, and no more", "bad-argument")
    given = scale if size is None else size
    shape = as_shape(spatial)
    if shape.rank is None:
        if size is None or not isinstance(size, tuple):
            raise Undetermined
        return sizes(size)
    parts = shape.sizes
    if isinstance(given, Shape):
        given = sizes(given)
    each = given if isinstance(given, tuple) else (given,) * len(parts)
    if len(each) != len(parts):
        what = "size" if scale is None else "scale_factor"
        raise Rejected(f"{what} has {len(each)} numbers for {len(parts)} spatial axes of {shape}")
    if scale is None:
        return sizes(each)
    return tuple(_scaled(n, factor) for n, factor in zip(parts, each, strict=True))


def _scaled(n: Size, factor: Any) -> Size:
    """floor(n * factor), in floats for numbers as torch computes it."""
    if is_size(factor):
        return n * factor
    if not isinstance(factor, float) or not math.isfinite(factor):
        raise Undetermined
    if isinstance(n, int):
        return math.floor(float(n) * factor)
    numerator, denominator = factor.as_integer_ratio()
    if denominator <= EXACT_RATIO:
        return floordiv(n * numerator, denominator)
    return new_symbol("scaled", lower=0)


def _pairs(pad: Any) -> list[tuple[Size, Size]]:
    """(before, after), the last axis first. Raises Rejected."""
    parts = sizes(pad)
    if len(parts) % 2:
        raise Rejected("the padding must have an even number of sizes")
    return [(parts[i], parts[i + 1]) for i in range(0, len(parts), 2)]


def _padded(facts: Facts, segment: Any, pad: Any) -> Any:
    """The shape with the last axes padded; negative padding crops."""
    pairs, shape = _pairs(pad), as_shape(segment)
    known = shape.suffix if shape.rank is None else shape.prefix
    if len(pairs) > len(known):
        if shape.rank is None:
            raise Undetermined
        raise Rejected(f"padding for {len(pairs)} axes, but the input is {shape}")
    new = list(known)
    for i, (before, after) in enumerate(pairs, 1):
        new[-i] = new[-i] + before + after
    return Shape(shape.prefix, shape.var, tuple(new)) if shape.rank is None else tuple(new)


def _pad_fits(facts: Facts, segment: Any, pad: Any, mode: Any) -> Truth:
    """Whether the padding is one the mode can make (torch.nn.functional.pad)."""
    pairs, shape = _pairs(pad), as_shape(segment)
    known = shape.suffix if shape.rank is None else shape.prefix
    truths: list[Truth] = []
    if mode != "constant" and shape.rank is not None:
        n = len(pairs)
        if not 1 <= n <= 3 or shape.rank not in (n + 1, n + 2):
            raise Rejected(f"{mode} padding of {n} axes needs {n + 1} or {n + 2} axes, not {shape}")
        if mode != "circular" and 0 in shape.prefix[shape.rank - n - 1 :]:
            raise Rejected(f"{mode} padding of an empty input {shape}")
    some: list[Truth] = []
    for i, (before, after) in enumerate(pairs[: len(known)], 1):
        size = known[-i]
        if mode == "constant":
            cropped = [p for p in (before, after) if not isinstance(p, int) or p < 0]
            truths.append(ge(size + total(cropped), 0))
            continue
        truths.append(ge(size + before + after, 0))
        some.append(gt(size + before + after, 0))
        if mode == "reflect":
            truths += [lt(before, size), lt(after, size)]
        elif mode == "circular":
            truths += [le(before, size), le(after, size)]
    if some and mode != "circular":
        truths.append(disj(*some))
    return conj(*truths)


def _one_hot_classes(facts: Facts, count: Any) -> Size:
    """The number of classes; -1 means that the largest index decides."""
    return new_symbol("classes") if count == -1 else count  # type: ignore[no-any-return]


def _compatible(facts: Facts, a: Any, b: Any) -> Truth:
    return broadcastable(as_shape(a), as_shape(b))


SPATIAL: dict[str, Callable[..., Any]] = {
    "transposed_out": _transposed_out,
    "resized": _resized,
    "padded_shape": _padded,
    "pad_fits": _pad_fits,
    "one_hot_classes": _one_hot_classes,
    "compatible": _compatible,
}

__all__ = ["SPATIAL"]
