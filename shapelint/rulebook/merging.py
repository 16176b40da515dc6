"""What Keras's merge layers require of a list of tensors and give (keras/src/layers/merging): each
takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    broadcast,
    compatible,
    exact,
    is_size,
    sizes,
)
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import Facts, Shape, Size, Truth, conj, eq


def _shapes(facts: Facts, tensors: Any) -> list[Shape]:
    if not isinstance(tensors, tuple | list) or not tensors:
        raise Undetermined
    if not all(isinstance(t, Tensor) for t in tensors):
        raise Undetermined
    return [facts.shape(t.shape) for t in tensors]


def _sample(shape: Shape) -> Shape:
    """The axes after the batch, as far as they are known."""
    if shape.prefix:
        return Shape(shape.prefix[1:], shape.var, shape.suffix)
    return Shape((), shape.var, shape.suffix[1:])


def _batches(shapes: list[Shape]) -> list[Size]:
    return [s.prefix[0] for s in shapes if s.prefix]


def have_batches(facts: Facts, tensors: Any) -> bool:
    """Whether a scalar stands beside no tensor with axes: it has no batch to be spread over."""
    ranks = [s.rank for s in _shapes(facts, tensors)]
    return 0 not in ranks or set(ranks) <= {0, None}


def same_batch(facts: Facts, tensors: Any) -> Truth:
    """Whether all tensors hold as many samples, as the first call of a merge layer requires."""
    found = _batches(_shapes(facts, tensors))
    return conj(*(eq(found[0], other) for other in found[1:])) if found else True


def merge_fits(facts: Facts, tensors: Any) -> Truth:
    """Whether what follows the batch broadcasts together, aligned at the right."""
    found = list(map(_sample, _shapes(facts, tensors)))
    return conj(*(compatible(a, b) for i, a in enumerate(found) for b in found[:i]))


def merged(facts: Facts, tensors: Any, again: Any) -> Any:
    """The shape of tensors merged element by element: those of lower rank get axes after the batch.
    In calls after the first (`again`) ranks that differ are laid out as in the first."""
    shapes = _shapes(facts, tensors)
    if all(s == shapes[0] for s in shapes):
        return shapes[0]
    if again and len({s.rank for s in shapes}) > 1:
        raise Undetermined
    rest = Shape()
    for shape in shapes:
        rest = broadcast(facts, rest, _sample(shape))
    batches = _batches(shapes)
    if not batches:
        if all(s.rank == 0 for s in shapes):
            return ()
        raise Undetermined
    if again:
        batch: Size = sizes(_together(facts, batches))[0]
    else:
        batch = next((n for n in batches if isinstance(n, int)), batches[0])
    return Shape((batch, *rest.prefix), rest.var, rest.suffix)


def _together(facts: Facts, batches: list[Size]) -> Shape:
    joined = Shape()
    for n in batches:
        joined = broadcast(facts, joined, Shape((n,)))
    return joined


def dot_axes(facts: Facts, tensors: Any, axes: Any) -> tuple[int, int]:
    """The axis of either tensor that `Dot` sums over; a negative number wraps around."""
    shapes = _shapes(facts, tensors)
    if len(shapes) != 2:
        raise Rejected(f"two tensors are needed, not {len(shapes)}", "bad-argument")
    if any(s.rank is None for s in shapes):
        raise Undetermined
    ranks = [len(s.sizes) for s in shapes]
    if min(ranks) < 2:
        raise Rejected(
            f"both tensors need a batch and another axis, not {shapes[0]} and {shapes[1]}"
        )
    if is_size(axes):
        one = exact(axes)
        first, second = (one % rank if one < 0 else one for rank in ranks)
    else:
        first, second = (_wrapped(exact(a), n) for a, n in zip(sizes(axes), ranks, strict=True))
    for index, rank in zip((first, second), ranks, strict=True):
        if not 0 <= index < rank:
            raise Rejected(f"axis {index} is out of range for {rank} axes", "index-range")
        if index == 0:
            raise Rejected("the batch cannot be summed over", "index-range")
    return first, second


def _wrapped(index: int, rank: int) -> int:
    return index + rank if index < 0 else index


def dotted(facts: Facts, tensors: Any, axes: Any) -> tuple[Size, ...]:
    """All axes but those summed over, the batch once; of two vectors a column."""
    first, second = (s.sizes for s in _shapes(facts, tensors))
    i, j = axes
    rest = (*first[1:i], *first[i + 1 :], *second[1:j], *second[j + 1 :])
    return (first[0], *(rest or (1,)))


MERGING: dict[str, Callable[..., Any]] = {
    "have_batches": have_batches,
    "same_batch": same_batch,
    "merge_fits": merge_fits,
    "merged": merged,
    "dot_axes": dot_axes,
    "dotted": dotted,
}
