"""What NumPy's functions make of several arrays, and of parts of one: each takes (facts, *arguments)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from shapelint.rulebook.array_axes import at_least, axis_size, known, one_axis, with_axis
from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    broadcast,
    exact,
    is_size,
    sizes,
)
from shapelint.rulebook.values import UNKNOWN, Tensor
from shapelint.symbolic import (
    Dim,
    Facts,
    Impossible,
    Proved,
    Shape,
    Size,
    Truth,
    ask,
    conj,
    disj,
    eq,
    floordiv,
    ge,
    maximum,
    minimum,
    mod,
    new_symbol,
    product,
)


def array_split(facts: Facts, n: Any, sections: Any, even: Any) -> tuple[Size, ...]:
    """The sizes that `split` (even) or `array_split` makes of n: so many, or cut at indices."""
    if isinstance(sections, tuple | list):
        cuts = [_place(facts, c, n) for c in sections]
        ends = zip([0, *cuts], [*cuts, n], strict=True)
        return tuple(_span(a, b) for a, b in ends)
    count = exact(sections)
    if count <= 0:
        raise Rejected("the number of sections must be positive", "split-sizes")
    if even:
        if isinstance(ask(facts, eq(mod(n, count), 0)), Impossible):
            raise Rejected(f"{n} does not split into {count} equal parts", "split-sizes")
        return (floordiv(n, count),) * count
    return tuple(floordiv(n + (count - 1 - i), count) for i in range(count))


def _place(facts: Facts, index: Any, n: Size) -> Size:
    """A slice bound as a place in 0..n."""
    if isinstance(index, Dim) and isinstance(ask(facts, ge(index, 0)), Proved):
        return minimum(index, n)
    if index is UNKNOWN or isinstance(index, Dim):
        return minimum(new_symbol("cut", 0), n)
    place = exact(index)
    return minimum(place, n) if place >= 0 else maximum(n + place, 0)


def _span(a: Size, b: Size) -> Size:
    return max(b - a, 0) if isinstance(a, int) and isinstance(b, int) else maximum(b - a, 0)


def dot_shape(facts: Facts, a: Any, b: Any) -> tuple[Size, ...]:
    """`dot`: the last axis of a meets the last but one of b; all others stand side by side."""
    left, right = known(a), known(b)
    if not left or not right:
        return (*left, *right)
    at = -2 if len(right) > 1 else -1
    if isinstance(ask(facts, eq(left[-1], right[at])), Impossible):
        raise Rejected(
            f"the last axis of {Shape(left)} has {left[-1]}, axis {at} of {Shape(right)} "
            f"has {right[at]}",
            "inner-size",
        )
    return (*left[:-1], *right[:at], *(right[-1:] if len(right) > 1 else ()))


def array_tensordot(facts: Facts, a: Any, b: Any, axes: Any) -> tuple[Size, ...]:
    """The axes of both that are not summed over."""
    left, right = known(a), known(b)
    if is_size(axes):
        count = exact(axes)
        if count < 0:
            raise Undetermined
        if count > min(len(left), len(right)):
            raise Rejected(f"there are no {count} axes to sum over in both", "inner-size")
        pairs: list[Any] = [range(len(left) - count, len(left)), range(count)]
    else:
        if not isinstance(axes, tuple | list) or len(axes) != 2:
            raise Undetermined
        pairs = [v if isinstance(v, tuple | list) else (v,) for v in axes]
    if len(pairs[0]) != len(pairs[1]):
        raise Rejected("different numbers of axes are given for both", "inner-size")
    mine = [one_axis(i, len(left)) for i in pairs[0]]
    others = [one_axis(i, len(right)) for i in pairs[1]]
    if len({*mine}) != len(mine) or len({*others}) != len(others):
        raise Undetermined
    for i, j in zip(mine, others, strict=True):
        if isinstance(ask(facts, eq(left[i], right[j])), Impossible):
            raise Rejected(
                f"axis {i} of {Shape(left)} and axis {j} of {Shape(right)} differ", "inner-size"
            )
    kept = [s for i, s in enumerate(left) if i not in mine]
    return (*kept, *(s for j, s in enumerate(right) if j not in others))


def repeats_fit(facts: Facts, repeats: Any, n: Any) -> Truth:
    """Whether there is one count, or one for each of n items."""
    if isinstance(repeats, tuple | list) and any(isinstance(r, int) and r < 0 for r in repeats):
        if n != 0:
            raise Rejected("counts must not be negative", "bad-argument")
        raise Undetermined
    if isinstance(repeats, Tensor):
        parts = sizes(facts.shape(repeats.shape))
        return True if not parts else disj(eq(parts[0], 1), eq(parts[0], n))
    if is_size(repeats):
        return True
    if isinstance(repeats, tuple | list):
        return disj(eq(len(repeats), 1), eq(len(repeats), n))
    raise Undetermined


def repeated(facts: Facts, n: Any, repeats: Any) -> Size:
    """How many there are when each of n items is repeated."""
    if isinstance(repeats, tuple | list) and all(map(is_size, repeats)):
        return n * repeats[0] if len(repeats) == 1 else sum(repeats)
    if isinstance(repeats, Tensor):
        return new_symbol("repeated", lower=0)
    if not is_size(repeats):
        raise Undetermined
    return n * repeats  # type: ignore[no-any-return]


def array_padded(facts: Facts, segment: Any, widths: Any) -> tuple[Size, ...]:
    """The shape with (before, after) added to each axis, or to all alike."""
    parts = known(segment)
    if not parts:
        raise Undetermined
    if is_size(widths):
        pairs: list[tuple[Any, Any]] = [(widths, widths)] * len(parts)
    elif isinstance(widths, tuple | list) and widths:
        if all(map(is_size, widths)) and len(widths) in (1, 2):
            pairs = [(widths[0], widths[-1])] * len(parts)
        elif all(isinstance(w, tuple | list) and len(w) == 2 for w in widths):
            if len(widths) not in (1, len(parts)):
                raise Rejected(f"{len(widths)} pairs for {len(parts)} axes", "pad-sizes")
            pairs = [(w[0], w[1]) for w in widths] * (len(parts) if len(widths) == 1 else 1)
        else:
            raise Undetermined
    else:
        raise Undetermined
    if not all(is_size(v) for pair in pairs for v in pair):
        raise Undetermined
    if any(isinstance(v, int) and v < 0 for pair in pairs for v in pair):
        raise Rejected("widths must not be negative", "pad-sizes")
    return tuple(s + a + b for s, (a, b) in zip(parts, pairs, strict=True))


def cross_shape(facts: Facts, a: Any, b: Any) -> tuple[Size, ...]:
    """Vectors of 2 or 3 along the last axis; two of 2 have a product without that axis."""
    left, right = known(a), known(b)
    if not left or not right:
        raise Rejected("a scalar is no vector", "inner-size")
    for size in (left[-1], right[-1]):
        if isinstance(ask(facts, disj(eq(size, 2), eq(size, 3))), Impossible):
            raise Rejected(f"vectors must have 2 or 3 elements, not {size}", "inner-size")
    batch = sizes(broadcast(facts, Shape(left[:-1]), Shape(right[:-1])))
    if left[-1] == 2 and right[-1] == 2:
        return batch
    if 3 not in (left[-1], right[-1]):
        raise Undetermined
    return (*batch, 3)


def kron_shape(facts: Facts, a: Any, b: Any) -> tuple[Size, ...]:
    """Axis by axis the product of both, aligned at the right."""
    left, right = known(a), known(b)
    rank = max(len(left), len(right))
    left, right = ((1,) * (rank - len(s)) + s for s in (left, right))
    return tuple(x * y for x, y in zip(left, right, strict=True))


def along_axis(facts: Facts, a: Any, indices: Any, axis: Any) -> tuple[Size, ...]:
    """An index of the same rank broadcasts with the array, but for its own size on one axis."""
    left, right = known(a), known(indices)
    at = one_axis(axis, len(left))
    if len(right) != len(left):
        raise Undetermined
    rest = (Shape((*s[:at], *s[at + 1 :])) for s in (left, right))
    joined = sizes(broadcast(facts, *rest))
    return (*joined[:at], right[at], *joined[at:])


def concatenated(facts: Facts, tensors: Any, axis: Any, least: Any = 0, swap: Any = 0) -> Any:
    """The shape of arrays joined along an axis, after each is given `least` axes (`column_stack`
    puts a vector upright: `swap`)."""
    if not isinstance(tensors, tuple | list) or not all(isinstance(t, Tensor) for t in tensors):
        raise Undetermined
    if not tensors:
        raise Undetermined  # a list that is empty as far as can be seen is often filled elsewhere
    shapes = [facts.shape(t.shape) for t in tensors]
    if any(s.rank is None for s in shapes):
        return _concatenated_open(facts, shapes, axis, least)
    parts = []
    for shape in shapes:
        own = shape.sizes
        if len(own) < least:
            own = at_least(facts, own, least)
            own = own[::-1] if swap else own
        parts.append(own)
    if axis is None:
        return (sum((product(p) for p in parts), start=0),)
    first = parts[0]
    if not first:
        raise Rejected("scalars cannot be joined", "concat-sizes")
    at = one_axis(axis, len(first))
    for i, other in enumerate(parts[1:], 1):
        if len(other) != len(first):
            raise Rejected(
                f"the first array is {Shape(first)}, array {i} is {Shape(other)}", "concat-sizes"
            )
        for j, (x, y) in enumerate(zip(first, other, strict=True)):
            if j != at and isinstance(ask(facts, eq(x, y)), Impossible):
                raise Rejected(
                    f"array {i} has {y} on axis {j} where {x} is needed "
                    f"({Shape(first)} and {Shape(other)})",
                    "concat-sizes",
                )
    joined = sum((p[at] for p in parts), start=0)
    return (*first[:at], joined, *first[at + 1 :])


def _concatenated_open(facts: Facts, shapes: list[Shape], axis: Any, least: int) -> Shape:
    """What one array of known rank tells of the result."""
    known = [s for s in shapes if s.rank is not None]
    if axis is None or least or not known or not known[0].sizes:
        raise Undetermined
    at = one_axis(axis, len(known[0].sizes))
    return Shape(
        (*known[0].sizes[:at], new_symbol("n", lower=0, free=False), *known[0].sizes[at + 1 :])
    )


def stacked(facts: Facts, segment: Any, axis: Any, count: Any) -> tuple[Size, ...]:
    """The shape with a new axis of that size."""
    parts = known(segment)
    at = one_axis(axis, len(parts) + 1)
    return (*parts[:at], count, *parts[at:])


def flat_or(facts: Facts, segment: Any, axis: Any) -> Any:
    """The whole as a vector where no axis is given, else the shape."""
    if axis is not None:
        return with_axis(facts, segment, axis, axis_size(facts, segment, axis))
    return (product(known(segment)),)


def diff_shape(facts: Facts, segment: Any, n: Any, axis: Any) -> Any:
    """One less along the axis for each difference taken."""
    size = axis_size(facts, segment, axis)
    return with_axis(facts, segment, axis, maximum(size - exact(n), 0))


def diagonal_shape(facts: Facts, segment: Any, offset: Any, axis1: Any, axis2: Any) -> Any:
    """The two axes gone, the diagonal last."""
    parts = known(segment)
    if len(parts) < 2:
        raise Rejected("a diagonal needs two axes", "index-rank")
    i, j = one_axis(axis1, len(parts)), one_axis(axis2, len(parts))
    if i == j:
        raise Rejected("the two axes must differ", "index-range")
    k = exact(offset)
    n, m = parts[i] + min(k, 0), parts[j] - max(k, 0)
    rest = [s for a, s in enumerate(parts) if a not in (i, j)]
    return (*rest, maximum(minimum(n, m), 0))


def step_count(facts: Facts, start: Any, stop: Any, step: Any) -> Size:
    """How many numbers `arange` gives: ceil((stop - start) / step), at least 0."""
    numbers = (start, stop, step)
    if step == 0:
        raise Rejected("the step is 0", "bad-argument")
    if all(isinstance(v, int | float) for v in numbers):
        steps = (stop - start) / step
        if not math.isfinite(steps):
            raise Undetermined
        return max(math.ceil(steps), 0)
    if not all(map(is_size, numbers)):
        raise Undetermined
    return maximum(-floordiv(start - stop, step), 0)


def assignable(facts: Facts, value: Any, target: Any) -> Truth:
    """Whether a value may be written to a place: it broadcasts, leading axes of size 1 aside."""
    source, place = list(known(value)), known(target)
    while len(source) > len(place) and source[0] == 1:
        source.pop(0)
    if len(source) > len(place):
        if any(not isinstance(s, int) for s in source[: len(source) - len(place)]):
            raise Undetermined
        return False
    pairs = zip(reversed(source), reversed(place), strict=False)
    return conj(*(disj(eq(a, 1), eq(a, b)) for a, b in pairs))


def broadcast_all(facts: Facts, tensors: Any) -> Shape:
    """The shape that arrays have together."""
    result = Shape()
    for tensor in tensors:
        if not isinstance(tensor, Tensor):
            raise Undetermined
        result = broadcast(facts, result, facts.shape(tensor.shape))
    return result


def grids(facts: Facts, tensors: Any, indexing: Any, sparse: Any) -> tuple[Tensor, ...]:
    """The coordinate grids of vectors, each with its own dtype; a sparse one has sizes of 1 but for its own axis."""
    if not all(isinstance(t, Tensor) for t in tensors) or not isinstance(sparse, bool):
        raise Undetermined
    if indexing not in ("xy", "ij"):
        raise Rejected("indexing must be xy or ij", "bad-argument")
    axes = list(range(len(tensors)))
    if indexing == "xy":
        axes[:2] = reversed(axes[:2])
    lengths = [facts.shape(t.shape).numel for t in tensors]

    def grid(own: int) -> Shape:
        return Shape(tuple(1 if sparse and a != own else lengths[a] for a in axes))

    return tuple(
        replace(t, shape=grid(a), elements=None, layout=None) for a, t in enumerate(tensors)
    )


def edge_counts(facts: Facts, bins: Any, axes: Any) -> tuple[Size, ...]:
    """How many edges the bins of a histogram have along each axis, for numbers of bins or the edges themselves."""
    count = exact(axes)
    if is_size(bins):
        return (_edge_count(facts, bins),) * count
    if not isinstance(bins, tuple):
        raise Undetermined
    if len(bins) != count:
        raise Rejected(f"{len(bins)} bins for {count} coordinates", "bad-argument")
    return tuple(_edge_count(facts, b) for b in bins)


def plane_edges(facts: Facts, bins: Any) -> tuple[Size, ...]:
    """The same for two axes, for which three edges or more may be given once."""
    length: Size | None = len(bins) if isinstance(bins, tuple) else None
    if isinstance(bins, Tensor):
        shape = facts.shape(bins.shape)
        length = shape.sizes[0] if shape.rank == 1 else None
        if not isinstance(length, int) or length < 3:
            raise Undetermined
    if isinstance(length, int) and length > 2:
        return (length, length)
    return edge_counts(facts, bins, 2)


def _edge_count(facts: Facts, bins: Any) -> Size:
    if isinstance(bins, tuple):
        bins = Tensor(Shape((len(bins),)))
    if isinstance(bins, Tensor):
        shape = facts.shape(bins.shape)
        if shape.rank != 1 or shape.sizes[0] == 0:
            raise Undetermined
        return shape.sizes[0]
    if not is_size(bins):
        raise Undetermined
    if isinstance(ask(facts, ge(bins, 1)), Impossible):
        raise Rejected("there must be a bin", "bad-argument")
    return bins + 1


PARTS: dict[str, Callable[..., Any]] = {
    "array_split": array_split,
    "dot_shape": dot_shape,
    "array_tensordot": array_tensordot,
    "repeats_fit": repeats_fit,
    "repeated": repeated,
    "array_padded": array_padded,
    "cross_shape": cross_shape,
    "kron_shape": kron_shape,
    "along_axis": along_axis,
    "assignable": assignable,
    "step_count": step_count,
    "broadcast_all": broadcast_all,
    "concatenated": concatenated,
    "grids": grids,
    "edge_counts": edge_counts,
    "plane_edges": plane_edges,
    "stacked": stacked,
    "flat_or": flat_or,
    "diff_shape": diff_shape,
    "diagonal_shape": diagonal_shape,
}
