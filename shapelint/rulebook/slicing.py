"""The functions of rule bodies that pick, cut and join axes. As in builtins: each takes
(facts, *arguments)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    as_shape,
    axis,
    beyond,
    exact,
    is_size,
)
from shapelint.rulebook.builtins import broadcast as broadcast_pair
from shapelint.rulebook.values import SizeTuple, Tensor
from shapelint.symbolic import (
    Facts,
    Impossible,
    Proved,
    Shape,
    Size,
    Truth,
    ask,
    conj,
    eq,
    floordiv,
    ge,
    maximum,
    minimum,
    mod,
    new_symbol,
    total,
)

MASKS = ("torch.bool", "torch.uint8")


def _number(value: Any) -> Size:
    if not is_size(value):
        raise Undetermined
    return value  # type: ignore[no-any-return]


def _size_at(facts: Facts, segment: Any, dim: Any) -> Size:
    """The size of an axis; a scalar counts as one of size 1."""
    shape = as_shape(segment)
    if shape.rank is None:
        found = shape.axis(exact(dim))
        if found is None:
            raise beyond(shape, exact(dim))
        return found
    index = axis(dim, shape.rank)
    return shape.sizes[index] if shape.rank else 1


def _reduced_sizes(facts: Facts, segment: Any, dim: Any) -> tuple[Size, ...]:
    """The sizes of the axes that a reduction takes, as far as they are known; None: all axes."""
    shape = as_shape(segment)
    if dim is None or dim == ():
        return (*shape.prefix, *shape.suffix)
    try:
        return tuple(_size_at(facts, shape, d) for d in (dim if isinstance(dim, tuple) else (dim,)))
    except Undetermined:
        return ()


def _with_size(facts: Facts, segment: Any, dim: Any, size: Any) -> Any:
    """The shape with another size at an axis; a scalar stays one."""
    shape, index = as_shape(segment), exact(dim)
    if shape.rank is not None:
        parts = shape.sizes
        at = axis(index, len(parts))
        return (*parts[:at], _number(size), *parts[at + 1 :]) if parts else ()
    _size_at(facts, shape, index)
    side = list(shape.prefix if index >= 0 else shape.suffix)
    side[index] = _number(size)
    if index >= 0:
        return Shape(tuple(side), shape.var, shape.suffix)
    return Shape(shape.prefix, shape.var, tuple(side))


def _slice_size(facts: Facts, size: Any, start: Any, end: Any, step: Any = 1) -> Size:
    """How many elements `start:end:step` takes of an axis."""
    if exact(step) <= 0:
        raise Rejected("the step must be positive", "bad-argument")
    size = _number(size)
    first = 0 if start is None else _place(facts, size, start)
    last = size if end is None else _place(facts, size, end)
    return maximum(0, -floordiv(first - last, step))


def _place(facts: Facts, size: Size, index: Any) -> Size:
    """An index into an axis as Python's slices take it: wrapped and clamped."""
    index = _number(index)
    if isinstance(ask(facts, ge(index, 0)), Proved):
        return minimum(index, size)
    if isinstance(ask(facts, ge(index, 0)), Impossible):
        return maximum(index + size, 0)
    raise Undetermined


def _cut_sizes(facts: Facts, size: Any, at: Any) -> tuple[Size, ...]:
    """The parts that `tensor_split` makes: so many, or those between the places given."""
    size = _number(size)
    if isinstance(at, tuple):
        bounds = (0, *at, None)
        return tuple(
            _slice_size(facts, size, a, b) for a, b in zip(bounds, bounds[1:], strict=False)
        )
    sections = exact(at)
    if sections <= 0:
        raise Rejected("the number of sections must be positive", "bad-argument")
    return tuple(floordiv(size + sections - 1 - i, sections) for i in range(sections))


def _indexed(facts: Facts, segment: Any, indices: Any) -> Any:
    """The shape of `tensor[indices]`, for index tensors and masks side by side."""
    shape = as_shape(segment)
    found = Shape()
    used = 0
    picked: list[Size] = []
    for index in indices:
        if not isinstance(index, Tensor) or index.dtype is None:
            raise Undetermined
        given = facts.shape(index.shape)
        if _is_mask(index):
            if not given.rank:
                raise Undetermined
            _mask_fits(facts, shape, used, given)
            used += given.rank
            given = Shape((new_symbol("found", 0),))
        else:
            picked += shape.prefix[used : used + 1]
            used += 1
        found = broadcast_pair(facts, found, given)
    if used > len(shape.prefix):
        if shape.rank is None:
            raise Undetermined
        raise Rejected(f"{used} indices for {shape}, which has {shape.rank} axes", "index-rank")
    rest = Shape(shape.prefix[used:], shape.var, shape.suffix)
    if found.rank is None:
        raise Undetermined
    if 0 in picked and 0 not in found.sizes and not any(map(_is_mask, indices)):
        raise Rejected(f"there is nothing to pick on an axis of {shape}", "index-range")
    return Shape((*found.sizes, *rest.prefix), rest.var, rest.suffix)


def _is_mask(index: Tensor) -> bool:
    return index.dtype in MASKS


def _mask_fits(facts: Facts, shape: Shape, at: int, mask: Shape) -> None:
    places = shape.prefix[at : at + len(mask.sizes)]
    if isinstance(
        ask(facts, conj(*(eq(a, b) for a, b in zip(places, mask.sizes, strict=False)))), Impossible
    ):
        raise Rejected(f"the mask {mask} does not fit {shape} at axis {at}", "mask-shape")


def _atleast(facts: Facts, segment: Any, axes: Any) -> Any:
    """The shape with axes of size 1 added where it has fewer, as `torch.atleast_3d`."""
    shape, wanted = as_shape(segment), exact(axes)
    if shape.rank is None:
        if shape.min_rank < wanted:
            raise Undetermined
        return shape
    parts = shape.sizes
    if len(parts) >= wanted:
        return shape
    match wanted, len(parts):
        case 2, 1:
            return Shape((1, *parts))
        case 3, 1:
            return Shape((1, *parts, 1))
        case 3, 2:
            return Shape((*parts, 1))
    return Shape((1,) * wanted)


def _atleast_each(facts: Facts, given: Any, axes: Any) -> Tensor | tuple[Tensor, ...]:
    """A tensor, the tensors of a list, or several tensors, each with at least so many axes."""
    alone = len(given) == 1
    tensors = given[0] if alone and isinstance(given[0], tuple) else given
    if not all(isinstance(t, Tensor) for t in tensors):
        raise Undetermined
    wanted = [as_shape(_atleast(facts, facts.shape(t.shape), axes)) for t in tensors]
    made = tuple(map(_reshaped, tensors, wanted))
    return made[0] if alone and tensors is given else made


def _reshaped(tensor: Tensor, shape: Shape) -> Tensor:
    return tensor if shape == tensor.shape else replace(tensor, shape=shape, layout=None)


def _parts(facts: Facts, shapes: Any) -> list[Shape]:
    """The shapes that count for `cat`, which passes over empty vectors."""
    found = [facts.shape(as_shape(s)) for s in shapes]
    if any(s.rank is None for s in found):
        raise Undetermined
    kept = [s for s in found if s != Shape((0,))]
    ranks = {len(s.sizes) for s in kept}
    if len(ranks) > 1:
        vectors = [s.sizes[0] for s in kept if len(s.sizes) == 1]
        if not any(isinstance(ask(facts, eq(n, 0)), Impossible) for n in vectors) and vectors:
            raise Undetermined
        raise Rejected(f"{' and '.join(map(str, kept))} differ in rank", "concat-sizes")
    return kept


def _joinable(facts: Facts, shapes: Any, dim: Any) -> Truth:
    """Whether the shapes agree outside an axis."""
    kept = _parts(facts, shapes)
    if not kept:
        return True
    at = axis(dim, len(kept[0].sizes))
    first = kept[0].sizes
    return conj(
        *(
            eq(x, y)
            for other in kept[1:]
            for i, (x, y) in enumerate(zip(first, other.sizes, strict=True))
            if i != at
        )
    )


def _joined(facts: Facts, shapes: Any, dim: Any) -> tuple[Size, ...]:
    """The shape of tensors joined along an axis."""
    kept = _parts(facts, shapes)
    if not kept:
        return (0,)
    first = kept[0].sizes
    at = axis(dim, len(first))
    return (*first[:at], total([s.sizes[at] for s in kept]), *first[at + 1 :])


def _broadcast_shapes(facts: Facts, items: Iterable[Any]) -> Any:
    """What shapes, sizes or tensors broadcast to."""
    result = Shape()
    for item in items:
        shape = item.shape if isinstance(item, Tensor | SizeTuple) else as_shape(item)
        shape = facts.shape(shape)
        if any(isinstance(n, int) and n < 0 for n in shape.prefix):
            raise Rejected("sizes must not be negative", "bad-argument")
        result = broadcast_pair(facts, result, shape)
    return result


def _expand_each(facts: Facts, tensors: Any) -> tuple[Tensor, ...]:
    """Each tensor in the shape that they broadcast to."""
    if not all(isinstance(t, Tensor) for t in tensors):
        raise Undetermined
    shape = as_shape(_broadcast_shapes(facts, tensors))
    return tuple(_reshaped(t, shape) for t in tensors)


def _reinterpreted(facts: Facts, tensor: Any, dtype: Any) -> Any:
    """The shape of the same bytes as numbers of another dtype: the last axis grows or shrinks."""
    if not isinstance(tensor, Tensor):
        raise Undetermined
    shape = facts.shape(tensor.shape)
    old, new = _bytes(tensor.dtype), _bytes(dtype)
    if old == new:
        return shape
    last = shape.axis(-1)
    if shape.rank == 0:
        raise Rejected("a scalar has no axis for the other size of elements", "reshape-elements")
    if last is None:
        raise Undetermined
    if new > old and isinstance(ask(facts, eq(mod(last * old, new), 0)), Impossible):
        raise Rejected(
            f"the last axis, {last}, does not make whole {dtype} elements", "reshape-elements"
        )
    return _with_size(facts, shape, -1, floordiv(last * old, new))


def _bytes(dtype: Any) -> int:
    from shapelint.rulebook.dtype import canonical_dtype  # which imports what imports this

    name = canonical_dtype(dtype) if isinstance(dtype, str) else None
    if name is None or not name.startswith("torch."):
        raise Undetermined
    return 1 if name == "torch.bool" else int(re.sub(r"\D", "", name.split("_")[0])) // 8


def _same_elements(facts: Facts, old: Any, new: Any) -> Truth:
    """Whether two shapes hold the same number of elements; beside a literal 0 a symbol may be 0."""
    a, b = facts.shape(as_shape(old)), facts.shape(as_shape(new))
    for empty, other in ((a, b), (b, a)):
        if 0 in (*empty.prefix, *empty.suffix) and not _literal(facts, other):
            raise Undetermined
    return eq(b.numel, a.numel)


def _literal(facts: Facts, segment: Any) -> bool:
    """Whether all sizes are numbers: what the data decide may be 0."""
    shape = facts.shape(as_shape(segment))
    return shape.rank is not None and all(isinstance(size, int) for size in shape.sizes)


SLICING: dict[str, Callable[..., Any]] = {
    "literal": _literal,
    "same_elements": _same_elements,
    "size_at": _size_at,
    "reduced_sizes": _reduced_sizes,
    "with_size": _with_size,
    "slice_size": _slice_size,
    "cut_sizes": _cut_sizes,
    "indexed": _indexed,
    "atleast": _atleast,
    "atleast_each": _atleast_each,
    "joinable": _joinable,
    "joined": _joined,
    "broadcast_shapes": _broadcast_shapes,
    "expand_each": _expand_each,
    "reinterpreted": _reinterpreted,
}

__all__ = ["SLICING"]
