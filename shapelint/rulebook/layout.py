"""Memory layout, as far as it decides whether `view` fails: strides in elements, wherever torch is
sure to choose them (https://docs.pytorch.org/docs/stable/tensor_view.html)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from shapelint.rulebook.builtins import Undetermined, as_shape, axis, sizes
from shapelint.rulebook.values import CONTIGUOUS, ROW_MAJOR, Layout, Tensor
from shapelint.symbolic import (
    Facts,
    Impossible,
    Shape,
    Size,
    Truth,
    ask,
    conj,
    disj,
    eq,
    product,
)

Strides = tuple[Size, ...]
WHOLE = (ROW_MAJOR, CONTIGUOUS)


def strides_of(facts: Facts, tensor: Tensor) -> Strides | None:
    """The strides of a tensor, None where they or its rank are not known."""
    shape = facts.shape(tensor.shape)
    if shape.rank is None or tensor.layout is None:
        return None
    if tensor.layout in WHOLE:
        return row_major(shape.sizes)
    strides = tuple(facts.size(s) for s in tensor.layout)  # type: ignore[arg-type]
    return strides if len(strides) == shape.rank else None


def row_major(parts: tuple[Size, ...]) -> Strides:
    return tuple(product(parts[i + 1 :]) for i in range(len(parts)))


def settled(shape: Shape, strides: Any) -> Layout:
    """Strides in the form that a tensor keeps: row-major ones by their name."""
    if strides is None or strides in WHOLE:
        return strides  # type: ignore[no-any-return]
    if shape.rank is None or not isinstance(strides, tuple) or len(strides) != shape.rank:
        return None
    wanted = row_major(shape.sizes)
    if strides == wanted:
        return ROW_MAJOR
    same = all(n == 1 or s == w for n, s, w in zip(shape.sizes, strides, wanted, strict=True))
    return CONTIGUOUS if same or 0 in shape.sizes else strides


def packed(facts: Facts, tensors: Iterable[Tensor]) -> Layout:
    """What an operation gives that writes row by row what it reads row by row. The stride of an axis
    of size 1 may decide the order of the axes."""
    for tensor in tensors:
        shape = facts.shape(tensor.shape)
        exact = tensor.layout == ROW_MAJOR or shape.rank == 0
        if not exact and (tensor.layout != CONTIGUOUS or 1 in (*shape.prefix, *shape.suffix)):
            return None
    return ROW_MAJOR


def kept(facts: Facts, tensors: list[Tensor]) -> Layout:
    """What an elementwise operation gives: the layout that its operands share, if it is without
    gaps and overlaps (TensorIterator)."""
    operands = [t for t in tensors if t.shape.rank != 0]
    whole = packed(facts, operands)
    if whole is not None or not operands:
        return whole
    first = operands[0]
    strides = strides_of(facts, first)
    if strides is None or any((t.layout, t.shape) != (first.layout, first.shape) for t in operands):
        return None
    return strides if _dense(facts.shape(first.shape).sizes, strides) else None


def _dense(parts: tuple[Size, ...], strides: Strides) -> bool:
    """Whether some order of the axes makes the strides row-major."""
    left = [(n, s) for n, s in zip(parts, strides, strict=True) if n != 1]
    step: Size = 1
    while left:
        found = next((pair for pair in left if pair[1] == step), None)
        if found is None:
            return False
        left.remove(found)
        step = step * found[0]
    return True


def viewable(facts: Facts, tensor: Any, new: Any) -> Truth:
    """Whether the tensor can be seen in the new shape without a copy: axes that lie apart in memory
    are not joined (ATen computeStride). True where the layout is not known."""
    strides = strides_of(facts, tensor) if isinstance(tensor, Tensor) else None
    shape = facts.shape(as_shape(new))
    if strides is None or shape.rank is None or tensor.layout in WHOLE:
        return True
    parts = facts.shape(tensor.shape).sizes
    if 0 in parts:
        return True
    cuts = [product(shape.sizes[:k]) for k in range(1, len(shape.sizes))]
    axes = [i for i, n in enumerate(parts) if n != 1]
    conditions: list[Truth] = []
    for i, j in zip(axes, axes[1:], strict=False):
        before = product(parts[:j])
        conditions.append(
            disj(
                eq(strides[i], parts[j] * strides[j]),
                eq(parts[i], 1),
                eq(parts[j], 1),
                *(eq(cut, before) for cut in cuts),
            )
        )
    return conj(*conditions)


def viewed(facts: Facts, tensor: Any, new: Any) -> Any:
    """The strides of `view`. Raises Undetermined."""
    if not isinstance(tensor, Tensor) or tensor.layout is None:
        raise Undetermined
    if tensor.layout in WHOLE:
        return tensor.layout
    strides = strides_of(facts, tensor)
    old, wanted = facts.shape(tensor.shape), facts.shape(as_shape(new))
    if strides is None or wanted.rank is None:
        raise Undetermined
    numbers = (*strides, *old.sizes, *wanted.sizes)
    if not all(isinstance(n, int) for n in numbers):
        raise Undetermined
    return _compute_stride(old.sizes, strides, wanted.sizes)  # type: ignore[arg-type]


def _compute_stride(
    old: tuple[int, ...], strides: tuple[int, ...], new: tuple[int, ...]
) -> Strides:
    """ATen/TensorUtils.cpp, computeStride. Raises Undetermined where a copy is needed."""
    if not old:
        return (1,) * len(new)
    result: list[int] = []
    place, base = len(new) - 1, strides[-1]
    here = there = 1
    for d in range(len(old) - 1, -1, -1):
        here *= old[d]
        if d == 0 or (old[d - 1] != 1 and strides[d - 1] != here * base):
            while place >= 0 and (there < here or new[place] == 1):
                result.insert(0, there * base)
                there *= new[place]
                place -= 1
            if there != here:
                raise Undetermined
            if d:
                base, here, there = strides[d - 1], 1, 1
    if place >= 0:
        raise Undetermined
    return tuple(result)


def contiguous(facts: Facts, tensor: Any) -> Any:
    """The layout after `contiguous`: as it is where nothing needs to move."""
    return CONTIGUOUS if tensor.layout is None or tensor.layout in WHOLE else ROW_MAJOR


def reshaped(facts: Facts, tensor: Any, new: Any) -> Any:
    """The strides of `reshape`: a view where that is possible, else a copy. Raises Undetermined."""
    if isinstance(tensor, Tensor) and tensor.layout not in (None, *WHOLE):
        if isinstance(ask(facts, viewable(facts, tensor, new)), Impossible):
            return ROW_MAJOR
    return viewed(facts, tensor, new)


def expanded(facts: Facts, parts: Any, strides: Any, new: Any) -> Strides:
    """The strides of `expand`: 0 along what is stretched. Raises Undetermined."""
    old, wanted = sizes(parts), sizes(new)
    lead = len(wanted) - len(old)
    result: list[Size] = [0] * lead
    for have, want, stride in zip(old, wanted[lead:], strides, strict=True):
        if have == want:
            result.append(stride)
        elif have == 1 and isinstance(ask(facts, eq(want, 1)), Impossible):
            result.append(0)
        else:
            raise Undetermined
    return tuple(result)


def unsqueezed(facts: Facts, parts: Any, strides: Any, dim: Any) -> Strides:
    """The strides of `unsqueeze`."""
    shape = sizes(parts)
    place = axis(dim, len(shape) + 1)
    step = shape[place] * strides[place] if place < len(shape) else 1
    return (*strides[:place], step, *strides[place:])


def squeezed(facts: Facts, parts: Any, strides: Any, dim: Any) -> Strides:
    """The strides of `squeeze`. Raises Undetermined."""
    shape = sizes(parts)
    dims = range(len(shape)) if dim is None else dim if isinstance(dim, tuple) else (dim,)
    chosen = [axis(d, len(shape)) for d in dims]
    return tuple(s for i, s in enumerate(strides) if not (i in chosen and shape[i] == 1))


LAYOUTS: dict[str, Callable[..., Any]] = {
    "contiguous": contiguous,
    "unsqueezed": unsqueezed,
    "viewable": viewable,
    "viewed": viewed,
    "reshaped": reshaped,
    "expanded": expanded,
    "squeezed": squeezed,
}
