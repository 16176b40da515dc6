"""The functions of rule bodies for Keras's convolutions, pools and paddings: all spatial axes at
once, `data_format` and `padding` by their names. Each takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import Rejected, Undetermined, is_size, sizes
from shapelint.rulebook.values import SizeTuple
from shapelint.symbolic import Facts, Shape, Size, Truth, conj, floordiv, ge, maximum, mod

FORMATS = {"channels_last": True, "channels_first": False, "tf": True, "th": False, "default": True}
"""Whether the channels come last; the short names are those of Keras 1."""


def _channels_last(facts: Facts, data_format: Any) -> bool:
    if data_format is None:
        return True
    if not isinstance(data_format, str):
        raise Undetermined
    found = FORMATS.get(data_format.lower())
    if found is None:
        raise Rejected(
            f"data_format must be 'channels_last' or 'channels_first', not {data_format!r}"
        )
    return found


def _each_axis(facts: Facts, value: Any, count: int, what: str) -> tuple[Size, ...]:
    """One number for each of `count` axes, from a number or from so many (keras: standardize_tuple)."""
    if is_size(value):
        return (value,) * count
    if isinstance(value, SizeTuple | Shape):
        value = sizes(value)
    if isinstance(value, str) or value is None:
        raise Rejected(f"{what} must be {_so_many(count)}, not {value!r}")
    if not isinstance(value, tuple):
        raise Undetermined
    if len(value) != count:
        raise Rejected(f"{what} must be {_so_many(count)}, not {len(value)} of them")
    return sizes(value)


def _so_many(count: int) -> str:
    return "an integer" if count == 1 else f"an integer or {count} integers"


def _both_sides(facts: Facts, value: Any, count: int, what: str) -> tuple[tuple[Size, ...], ...]:
    """(before, after) for each of `count` axes: of one number, one for each axis, or pairs."""
    if is_size(value):
        return ((value, value),) * count
    if isinstance(value, SizeTuple | Shape):
        value = sizes(value)
    if not isinstance(value, tuple):
        raise Undetermined
    if len(value) != count:
        raise Rejected(f"{what} must be an integer or {count} of them or of pairs")
    return tuple(_each_axis(facts, side, 2, what) for side in value)


def _padding_mode(facts: Facts, padding: Any, causal: Any = False) -> Any:
    """In lower case. A tuple is refused by the call, not by the constructor."""
    if isinstance(padding, tuple):
        return padding
    allowed = ("valid", "same", "causal") if causal else ("valid", "same")
    if is_size(padding) or (isinstance(padding, str) and padding.lower() not in allowed):
        raise Rejected(f"padding must be one of {', '.join(allowed)}, not {padding!r}")
    if not isinstance(padding, str):
        raise Undetermined
    return padding.lower()


def _mode(padding: Any) -> str:
    """`valid` or `same`; `causal` gives the sizes of the latter. Raises Rejected, Undetermined."""
    if isinstance(padding, tuple) or is_size(padding):
        raise Rejected(f"padding must be 'valid' or 'same', not {padding}", "bad-argument")
    mode = padding.lower() if isinstance(padding, str) else ""
    if mode not in ("valid", "same", "causal"):
        raise Undetermined
    return "valid" if mode == "valid" else "same"


def _span(kernel: Size, dilation: Size) -> Size:
    """How far a kernel reaches."""
    return (kernel - 1) * dilation + 1


def _window_fits(facts: Facts, spatial: Any, kernel: Any, padding: Any, dilation: Any) -> Truth:
    """Whether a window lies within each axis."""
    if _mode(padding) == "same":
        return True
    each = zip(sizes(spatial), sizes(kernel), sizes(dilation), strict=True)
    return conj(*(ge(n, _span(k, d)) for n, k, d in each))


def _windows_out(
    facts: Facts, spatial: Any, kernel: Any, strides: Any, padding: Any, dilation: Any
) -> tuple[Size, ...]:
    """How many windows lie in each axis (keras: compute_conv_output_shape)."""
    same = _mode(padding) == "same"
    each = zip(sizes(spatial), sizes(kernel), sizes(strides), sizes(dilation), strict=True)
    return tuple(floordiv(n - (1 if same else _span(k, d)), s) + 1 for n, k, s, d in each)


def _windows_laid(
    facts: Facts, spatial: Any, kernel: Any, strides: Any, padding: Any, more: Any, dilation: Any
) -> tuple[Size, ...]:
    """The sizes after a window is laid out for each place (keras: compute_conv_transpose_output_shape);
    `more` is output_padding."""
    same = _mode(padding) == "same"
    numbers = sizes(spatial), sizes(kernel), sizes(strides), sizes(dilation)
    extra = (None,) * len(numbers[0]) if more is None else sizes(more)
    return tuple(
        _laid(n, _span(k, d), s, same, e) for n, k, s, d, e in zip(*numbers, extra, strict=True)
    )


def _laid(n: Size, span: Size, stride: Size, same: bool, extra: Size | None) -> Size:
    if same:
        return n * stride if extra is None else (n - 1) * stride + mod(span, 2) + extra
    if extra is None:
        return (n - 1) * stride + maximum(span, stride)
    return (n - 1) * stride + span + extra


def _sides_added(facts: Facts, spatial: Any, pads: Any) -> tuple[Size, ...]:
    """The sizes with (before, after) put on."""
    return tuple(n + a + b for n, (a, b) in zip(sizes(spatial), pads, strict=True))


def _sides_cut(facts: Facts, spatial: Any, cuts: Any) -> tuple[Size, ...]:
    """The sizes with (before, after) cut off."""
    return tuple(n - a - b for n, (a, b) in zip(sizes(spatial), cuts, strict=True))


def _no_side_negative(facts: Facts, sides: Any) -> Truth:
    """Of (before, after) for each axis."""
    return conj(*(ge(size, 0) for pair in sides for size in pair))


WINDOWS: dict[str, Callable[..., Any]] = {
    "channels_last": _channels_last,
    "each_axis": _each_axis,
    "both_sides": _both_sides,
    "padding_mode": _padding_mode,
    "window_fits": _window_fits,
    "windows_out": _windows_out,
    "windows_laid": _windows_laid,
    "sides_added": _sides_added,
    "sides_cut": _sides_cut,
    "no_side_negative": _no_side_negative,
}

__all__ = ["WINDOWS"]
