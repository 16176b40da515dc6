"""The functions of rule bodies that transform signals. As in builtins: each takes
(facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import Rejected, Undetermined, as_shape, axis, exact, sizes
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import Facts, Impossible, Size, Truth, ask, floordiv, ge, new_flag


def _transform_shape(facts: Facts, segment: Any, lengths: Any, dims: Any, form: Any) -> Any:
    """The shape after a Fourier transform over `dims` (None: all, or the last as many as there are
    lengths), cut or padded to `lengths` (-1: as it is) before. On the last of them stand the
    frequencies of a real signal with the form `half`, the signal that they make with `real`."""
    shape = as_shape(segment)
    given = None if lengths is None else sizes(lengths)
    if shape.rank is None:
        if form == "whole" and given is None:
            return shape
        raise Undetermined
    parts: list[Size] = list(shape.sizes)
    rank = len(parts)
    if dims is None:
        first = 0 if given is None else rank - len(given)
        if first < 0:
            raise Rejected(f"{len(given or ())} sizes for {rank} axes", "index-rank")
        chosen = list(range(first, rank))
    else:
        chosen = [axis(exact(d), rank) for d in sizes(dims)]
    if len(set(chosen)) != len(chosen):
        raise Rejected("an axis is named twice", "index-range")
    if given is not None and len(given) != len(chosen):
        raise Rejected(f"{len(given)} sizes for {len(chosen)} axes")
    if chosen and not rank:
        raise Rejected("a scalar has no axes", "index-rank")
    if not chosen and form != "whole":
        raise Rejected("at least one axis must be transformed")
    for place, length in zip(chosen, given or (-1,) * len(chosen), strict=True):
        last = place == chosen[-1]
        if length == -1:
            length = 2 * (parts[place] - 1) if last and form == "real" else parts[place]
        if isinstance(ask(facts, ge(length, 1)), Impossible):
            raise Rejected(f"axis {place} has no data points ({length})")
        parts[place] = floordiv(length, 2) + 1 if last and form == "half" else length
    return tuple(parts)


def _is_complex(facts: Facts, value: Any) -> Truth:
    """Whether a tensor holds complex numbers; an open truth where its dtype is not known."""
    if not isinstance(value, Tensor):
        return False
    return "complex" in value.dtype if value.dtype else new_flag("complex", free=False)


SPECTRAL: dict[str, Callable[..., Any]] = {
    "transform_shape": _transform_shape,
    "is_complex": _is_complex,
}
