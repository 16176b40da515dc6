"""What NumPy's functions make of axes: each takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    as_shape,
    beyond,
    exact,
    sizes,
)
from shapelint.rulebook.values import UNKNOWN
from shapelint.symbolic import (
    Facts,
    Impossible,
    Shape,
    Size,
    ask,
    eq,
    ge,
)


def one_axis(value: Any, rank: int) -> int:
    """An axis index; a scalar has none."""
    index = exact(value)
    if not -rank <= index < rank:
        raise Rejected(f"axis {index} is out of range for {rank} axes", "index-range")
    return index % rank


def all_axes(value: Any, rank: int) -> list[int]:
    found = [one_axis(v, rank) for v in (value if isinstance(value, tuple | list) else (value,))]
    if len(set(found)) != len(found):
        raise Rejected("an axis is named twice", "index-range")
    return found


def known(segment: Any) -> tuple[Size, ...]:
    return sizes(as_shape(segment))


def reduced(facts: Facts, segment: Any, axis: Any, keepdims: Any = False) -> Any:
    """The shape after a reduction: over all axes for None, over none for ()."""
    if axis is UNKNOWN or not isinstance(keepdims, bool):
        raise Undetermined
    shape = as_shape(segment)
    if axis is None:
        if shape.rank is None and keepdims:
            raise Undetermined
        return (1,) * (shape.rank or 0) if keepdims else ()
    if shape.rank is None:
        return _reduced_open(shape, axis, keepdims)
    if shape.rank == 0 and axis in (0, -1):
        raise Undetermined  # most let a scalar pass for a vector there
    found = all_axes(axis, shape.rank)
    if keepdims:
        return tuple(1 if i in found else s for i, s in enumerate(shape.sizes))
    return tuple(s for i, s in enumerate(shape.sizes) if i not in found)


def _reduced_open(shape: Shape, axis: Any, keepdims: bool) -> Shape:
    """The same for a shape some ends of which are known."""
    ends: tuple[list[Size | None], list[Size | None]] = (list(shape.prefix), list(shape.suffix))
    indices = [exact(item) for item in (axis if isinstance(axis, tuple | list) else (axis,))]
    for index in indices:
        side = ends[index < 0]
        if not -len(side) <= index < len(side):
            raise beyond(shape, *indices)
        side[index] = 1 if keepdims else None
    left, right = (tuple(s for s in side if s is not None) for side in ends)
    return Shape(left, shape.var, right)


def axis_size(facts: Facts, segment: Any, axis: Any) -> Size:
    """The size of one axis."""
    shape = as_shape(segment)
    if shape.rank is None:
        found = shape.axis(exact(axis))
        if found is None:
            raise beyond(shape, exact(axis))
        return found
    return shape.sizes[one_axis(axis, shape.rank)]


def with_axis(facts: Facts, segment: Any, axis: Any, size: Any) -> Any:
    """The shape with another size on one axis."""
    shape = as_shape(segment)
    if shape.rank is None:
        index = exact(axis)
        ends = (list(shape.prefix), list(shape.suffix))
        side = ends[index < 0]
        if not -len(side) <= index < len(side):
            raise beyond(shape, index)
        side[index] = size
        return Shape(tuple(ends[0]), shape.var, tuple(ends[1]))
    index = one_axis(axis, shape.rank)
    return tuple(size if i == index else s for i, s in enumerate(shape.sizes))


def before_axis(facts: Facts, segment: Any, axis: Any) -> tuple[Size, ...]:
    """The sizes that stand before an axis."""
    parts = known(segment)
    return parts[: one_axis(axis, len(parts))]


def after_axis(facts: Facts, segment: Any, axis: Any) -> tuple[Size, ...]:
    """The sizes that stand after an axis."""
    parts = known(segment)
    return parts[one_axis(axis, len(parts)) + 1 :]


def windowed(facts: Facts, segment: Any, windows: Any, axis: Any) -> tuple[Size, ...]:
    """How many places there are for windows along axes, perhaps several along one; None for all axes."""
    parts = list(known(segment))
    named = axis if isinstance(axis, tuple | list) else (axis,)
    axes = list(range(len(parts))) if axis is None else [one_axis(a, len(parts)) for a in named]
    if len(windows) != len(axes):
        raise Rejected(f"{len(windows)} windows for {len(axes)} axes", "bad-argument")
    for a, n in zip(axes, windows, strict=True):
        if isinstance(ask(facts, ge(parts[a], n)), Impossible):
            raise Rejected(f"a window of {n} is larger than the axis of {parts[a]}", "kernel-size")
        parts[a] = parts[a] - n + 1
    return tuple(parts)


def expand_axes(facts: Facts, segment: Any, axis: Any) -> Any:
    """The shape with axes of size 1 put in, so that they stand at `axis`."""
    axes = axis if isinstance(axis, tuple | list) else (axis,)
    shape = as_shape(segment)
    if shape.rank is None:
        (only,) = axes if len(axes) == 1 else (None,)
        index = exact(only)
        if 0 <= index <= len(shape.prefix):
            return Shape((*shape.prefix[:index], 1, *shape.prefix[index:]), shape.var, shape.suffix)
        place = len(shape.suffix) + index + 1
        if index < 0 <= place:
            tail = (*shape.suffix[:place], 1, *shape.suffix[place:])
            return Shape(shape.prefix, shape.var, tail)
        raise Undetermined
    found = all_axes(axes, shape.rank + len(axes))
    rest = iter(shape.sizes)
    return tuple(1 if i in found else next(rest) for i in range(shape.rank + len(axes)))


def array_squeezed(facts: Facts, segment: Any, axis: Any = None) -> Any:
    """Axes of size 1 removed; those that are named must be of that size."""
    parts = known(segment)
    chosen = range(len(parts)) if axis is None else all_axes(axis, len(parts))
    kept: list[Size] = []
    for i, size in enumerate(parts):
        if i in chosen and size != 1:
            impossible = isinstance(ask(facts, eq(size, 1)), Impossible)
            if axis is not None and impossible:
                raise Rejected(f"axis {i} has {size} and cannot be squeezed", "squeeze-axis")
            if axis is None and not impossible:
                raise Undetermined
        if i not in chosen or (size != 1 and axis is None):
            kept.append(size)
    return tuple(kept)


def permuted(facts: Facts, segment: Any, axes: Any) -> Any:
    """The axes in that order, reversed for None."""
    shape = as_shape(segment)
    if axes is None or axes == (None,):
        if shape.rank is None:
            return Shape(shape.suffix[::-1], shape.var, shape.prefix[::-1])
        return shape.sizes[::-1]
    order = tuple(exact(a) for a in sizes(axes))
    if shape.rank is None:
        raise Undetermined
    if len(order) != shape.rank:
        raise Rejected(f"{len(order)} axes given for {shape.rank} of {shape}", "permute-axes")
    return tuple(shape.sizes[i] for i in all_axes(order, shape.rank))


def swapped(facts: Facts, segment: Any, a: Any, b: Any) -> tuple[Size, ...]:
    """Two axes exchanged."""
    parts = list(known(segment))
    i, j = one_axis(a, len(parts)), one_axis(b, len(parts))
    parts[i], parts[j] = parts[j], parts[i]
    return tuple(parts)


def moved(facts: Facts, segment: Any, source: Any, destination: Any) -> tuple[Size, ...]:
    """Axes put at other places, the rest in order."""
    parts = known(segment)
    sources, targets = all_axes(source, len(parts)), all_axes(destination, len(parts))
    if len(sources) != len(targets):
        raise Rejected("source and destination differ in number", "permute-axes")
    rest = iter([i for i in range(len(parts)) if i not in sources])
    order = [sources[targets.index(p)] if p in targets else next(rest) for p in range(len(parts))]
    return tuple(parts[i] for i in order)


def rolled(facts: Facts, segment: Any, axis: Any, start: Any) -> tuple[Size, ...]:
    """One axis put before another."""
    parts = list(known(segment))
    place, before = one_axis(axis, len(parts)), exact(start)
    if not -len(parts) <= before <= len(parts):
        raise Rejected(f"start {before} is out of range for {len(parts)} axes", "index-range")
    before += len(parts) if before < 0 else 0
    size = parts.pop(place)
    parts.insert(before - (place < before), size)
    return tuple(parts)


def at_least(facts: Facts, segment: Any, rank: Any) -> tuple[Size, ...]:
    """The shape with axes of size 1 added up to that rank, as `atleast_3d` places them."""
    parts = known(segment)
    if rank == 3 and len(parts) < 3:
        return {0: (1, 1, 1), 1: (1, *parts, 1), 2: (*parts, 1)}[len(parts)]
    return (1,) * (rank - len(parts)) + parts


AXES: dict[str, Callable[..., Any]] = {
    "reduced": reduced,
    "axis_size": axis_size,
    "with_axis": with_axis,
    "windowed": windowed,
    "before_axis": before_axis,
    "after_axis": after_axis,
    "expand_axes": expand_axes,
    "array_squeezed": array_squeezed,
    "permuted": permuted,
    "swapped": swapped,
    "moved": moved,
    "rolled": rolled,
    "at_least": at_least,
}
