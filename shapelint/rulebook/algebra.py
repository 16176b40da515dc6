"""The shapes of products and other operations of linear algebra that take axes or many factors."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    as_shape,
    axis,
    exact,
    is_size,
    sizes,
)
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import Facts, Impossible, Shape, Size, Truth, ask, concat, disj, eq

MOST = 64
"""Choices of more elements than this are not counted."""


def tensordot_shape(facts: Facts, left: Any, right: Any, dims: Any) -> Any:
    """What is left of two shapes whose axes are summed over in pairs; a size of 1 goes with any."""
    a, b = as_shape(left), as_shape(right)
    if isinstance(dims, int):
        return _joined(facts, a, b, dims)
    if not isinstance(dims, tuple | list) or len(dims) != 2:
        raise Undetermined
    if not all(isinstance(side, tuple | list) for side in dims):
        raise Undetermined
    first, second = sizes(a), sizes(b)
    here, there = ([exact(d) for d in side] for side in dims)
    if len(here) != len(there):
        raise Rejected("both lists of dims must be of one length", "bad-argument")
    here, there = _chosen(here, len(first)), _chosen(there, len(second))
    for i, j in zip(here, there, strict=True):
        _meet(facts, first[i], second[j], True)
    return (
        *(n for i, n in enumerate(first) if i not in here),
        *(n for j, n in enumerate(second) if j not in there),
    )


def _joined(facts: Facts, a: Shape, b: Shape, count: int) -> Shape:
    """The last `count` axes of one against the first of the other."""
    if count < 0:
        raise Rejected("dims must not be negative", "bad-argument")
    for shape in (a, b):
        if shape.rank is not None and shape.rank < count:
            raise Rejected(f"{shape} has fewer than {count} axes")
    tail = a.suffix if a.var is not None else a.prefix
    if len(tail) < count or len(b.prefix) < count:
        raise Undetermined
    for x, y in zip(tail[len(tail) - count :], b.prefix[:count], strict=True):
        _meet(facts, x, y, True)
    kept = tail[: len(tail) - count]
    first = Shape(a.prefix, a.var, kept) if a.var is not None else Shape(kept)
    joined = concat(first, Shape(b.prefix[count:], b.var, b.suffix))
    if joined is None:
        raise Undetermined
    return joined


def _chosen(dims: list[int], rank: int) -> list[int]:
    if dims and not rank:
        raise Rejected("a scalar has no axes", "index-range")
    found = [axis(d, rank) for d in dims]
    if len(set(found)) != len(found):
        raise Rejected("an axis is named twice", "index-range")
    return found


def _meet(facts: Facts, x: Size, y: Size, ones: bool) -> None:
    """Raises Rejected where two sizes that are summed over together differ."""
    same: Truth = disj(eq(x, y), *((eq(x, 1), eq(y, 1)) if ones else ()))
    if isinstance(ask(facts, same), Impossible):
        raise Rejected(f"the inner sizes differ: {x} against {y}")


def chain_shape(facts: Facts, factors: Any, vectors: Any) -> tuple[Size, ...]:
    """The shape of a chain of matrix products, whose ends may be vectors."""
    if not isinstance(factors, tuple | list) or not factors:
        raise Undetermined
    if not all(isinstance(t, Tensor) for t in factors):
        raise Undetermined
    shapes = [facts.shape(t.shape) for t in factors]
    for i, shape in enumerate(shapes):
        end = vectors and i in (0, len(shapes) - 1)
        if shape.rank is not None and shape.rank != 2 and not (end and shape.rank == 1):
            raise Rejected(f"{shape} stands where only matrices may", "bad-argument")
    for one, next_ in zip(shapes, shapes[1:], strict=False):
        x, y = one.axis(-1), next_.axis(0)
        if x is not None and y is not None:
            _meet(facts, x, y, False)
    return (*sizes(shapes[0])[:-1], *sizes(shapes[-1])[1:]) if len(shapes) > 1 else sizes(shapes[0])


def embed_diagonal(facts: Facts, lead: Any, side: Any, dim1: Any, dim2: Any) -> Any:
    """The shape with a square of axes put in, so that they stand at `dim1` and `dim2`."""
    shape = as_shape(lead)
    if shape.rank is None:
        if {dim1, dim2} != {-1, -2}:
            raise Undetermined
        return concat(shape, Shape((side, side)))
    rank = shape.rank + 2
    places = [axis(dim1, rank, "dim1"), axis(dim2, rank, "dim2")]
    if places[0] == places[1]:
        raise Rejected("an axis is named twice", "index-range")
    rest = iter(shape.sizes)
    return tuple(side if i in places else next(rest) for i in range(rank))


def first_axis(facts: Facts, segment: Any, size: Any) -> int:
    """The first axis of that size."""
    parts = sizes(segment)
    for i, n in enumerate(parts):
        if n == size:
            return i
        if not isinstance(ask(facts, eq(n, size)), Impossible):
            raise Undetermined
    raise Rejected(f"no axis of {Shape(parts)} has size {size}")


def triangle_size(facts: Facts, rows: Any, columns: Any, offset: Any) -> int:
    """How many elements stand on or below a diagonal."""
    height, width, start = exact(rows), exact(columns), exact(offset)
    first = min(max(0, -start), height)
    full = min(max(width - start, first), height)  # rows from here on lie below it as a whole
    return (first + full + 2 * start + 1) * (full - first) // 2 + (height - full) * width


def combined_shape(facts: Facts, n: Any, r: Any, again: Any) -> tuple[Size, ...]:
    """The choices of `r` out of `n`; none for an `r` of 0."""
    many = exact(r)
    if many == 0:
        return (0,)
    if many == 1 and is_size(n):
        return (n, 1)
    count = exact(n)
    if not isinstance(again, bool) or many > MOST:
        raise Undetermined
    return (math.comb(count + many - 1 if again else count, many), many)


ALGEBRA: dict[str, Callable[..., Any]] = {
    "tensordot_shape": tensordot_shape,
    "chain_shape": chain_shape,
    "embed_diagonal": embed_diagonal,
    "first_axis": first_axis,
    "triangle_size": triangle_size,
    "combined_shape": combined_shape,
}
