"""Windows as TensorFlow's functions take them: strides and sizes for some axes or for all. Each
function takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import Rejected, Undetermined, as_shape, is_size, sizes
from shapelint.rulebook.shape_tensors import given_sizes
from shapelint.symbolic import Facts, Impossible, Size, ask, eq, floordiv, ge, gt, le

Pairs = tuple[tuple[Size, Size], ...]


def _for_space(facts: Facts, value: Any, count: int, first: bool, what: str) -> tuple[Size, ...]:
    """One number for each axis of space: of one, so many, or so many and the batch's and channels'."""
    if value is None:
        return (1,) * count
    given = sizes(given_sizes(facts, value))
    if len(given) == 1:
        return given * count
    if len(given) == count:
        return given
    if len(given) != count + 2:
        raise Rejected(f"{what} must be 1, {count} or {count + 2} numbers", "bad-argument")
    start = 2 if first else 1
    rest = (given[0], given[1 if first else -1])
    if any(isinstance(ask(facts, eq(n, 1)), Impossible) for n in rest):
        raise Undetermined  # refused by some kernels, not looked at by others
    return given[start : start + count]


def _margins(facts: Facts, padding: Any, count: int, first: bool) -> Pairs | None:
    """How much stands around each axis; None for SAME."""
    if padding == "SAME":
        return None
    if padding == "VALID":
        return ((0, 0),) * count
    if not isinstance(padding, tuple | list) or len(padding) != count + 2:
        raise Undetermined
    pairs = [sizes(given_sizes(facts, pair)) for pair in padding]
    if any(len(pair) != 2 for pair in pairs):
        raise Undetermined
    if any(n != 0 for n in (*pairs[0], *pairs[1 if first else -1])):
        raise Undetermined
    if any(isinstance(n, int) and n < 0 for pair in pairs for n in pair):
        raise Undetermined
    start = 2 if first else 1
    return tuple((a, b) for a, b in pairs[start : start + count])


def _places(facts: Facts, n: Size, kernel: Size, stride: Size, margins: Any) -> Size:
    for value, name in ((stride, "strides"), (kernel, "sizes of windows")):
        if isinstance(ask(facts, gt(value, 0)), Impossible):
            raise Rejected(f"{name} must be positive", "bad-argument")
    if margins is None:
        return -floordiv(-n, stride)
    room = n + margins[0] + margins[1] - kernel
    if isinstance(ask(facts, ge(room, 0)), Impossible):
        if isinstance(ask(facts, gt(room, -stride - stride)), Impossible):
            raise Rejected(f"a window of {kernel} is larger than the axis of {n}", "kernel-size")
        if not isinstance(room, int) or not isinstance(stride, int):
            raise Undetermined
        return 0 if room + stride > -stride else _too_large(kernel, n)
    return floordiv(room, stride) + 1


def _too_large(kernel: Size, n: Size) -> Size:
    raise Rejected(f"a window of {kernel} is larger than the axis of {n}", "kernel-size")


def windows_of(
    facts: Facts, spatial: Any, kernel: Any, strides: Any, dilations: Any, padding: Any, layout: Any
) -> tuple[Size, ...]:
    """How many places a window has on each axis of space."""
    space, window = sizes(spatial), sizes(kernel)
    count, first = len(space), isinstance(layout, str) and layout.startswith("NC")
    steps = _for_space(facts, strides, count, first, "strides")
    gaps = _for_space(facts, dilations, count, first, "dilations")
    if any(isinstance(ask(facts, gt(gap, 0)), Impossible) for gap in gaps):
        raise Rejected("dilations must be positive", "bad-argument")
    margins = _margins(facts, padding, count, first)
    return tuple(
        _places(facts, n, gap * (k - 1) + 1, step, None if margins is None else margins[i])
        for i, (n, k, step, gap) in enumerate(zip(space, window, steps, gaps, strict=True))
    )


def pooled(
    facts: Facts, spatial: Any, window: Any, strides: Any, padding: Any, layout: Any
) -> tuple[Size, ...]:
    """How many places a window has that is given as its strides are."""
    space = sizes(spatial)
    count, first = len(space), isinstance(layout, str) and layout.startswith("NC")
    given = window
    if not is_size(given) and len(sizes(given_sizes(facts, given))) == count + 2:
        whole = sizes(given_sizes(facts, given))
        if any(n != 1 for n in (whole[0], whole[1 if first else -1])):
            raise Undetermined
    kernel = _for_space(facts, window, count, first, "ksize")
    margins = _margins(facts, padding, count, first)
    for pair, size in zip(margins or (), kernel, strict=False):
        if any(isinstance(ask(facts, le(width + 1, size)), Impossible) for width in pair):
            raise Rejected("the padding must be smaller than the window", "pad-sizes")
    return windows_of(facts, spatial, kernel, strides, None, padding, layout)


def noise_sizes(facts: Facts, segment: Any, noise: Any) -> tuple[Size, ...]:
    """The shape of noise; None stands for the size of the axis."""
    if not isinstance(noise, tuple | list) or None not in noise:
        return sizes(given_sizes(facts, noise))
    own = sizes(as_shape(segment))
    if len(own) != len(noise):
        raise Undetermined
    filled = [n if given is None else given for n, given in zip(own, noise, strict=True)]
    return sizes(given_sizes(facts, tuple(filled)))


GRAPH_WINDOWS: dict[str, Callable[..., Any]] = {
    "windows_of": windows_of,
    "pooled": pooled,
    "noise_sizes": noise_sizes,
}
