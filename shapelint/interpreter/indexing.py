"""`tensor[…]`, read: numpy's basic and advanced indexing as PyTorch has it
(https://pytorch.org/docs/stable/tensor_view.html, NumPy "Indexing on ndarrays")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shapelint.interpreter.between import named, one
from shapelint.interpreter.elements import share
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.refinement import grow
from shapelint.interpreter.values import (
    Dim,
    ListObj,
    SliceValue,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.rulebook.array_dtype import GENERIC, is_array
from shapelint.rulebook.builtins import Rejected, Undetermined, broadcast
from shapelint.rulebook.layout import settled, strides_of
from shapelint.rulebook.values import Layout
from shapelint.symbolic import (
    Impossible,
    Shape,
    Size,
    ask,
    conj,
    eq,
    floordiv,
    follows,
    ge,
    le,
    lt,
    maximum,
    minimum,
    new_symbol,
    unknown_shape,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def read(m: Interpreter, tensor: Tensor, index: Value) -> Value:
    """The shape of `tensor[index]`; too many indices or one out of range is a finding."""
    shape = m.store.facts.shape(tensor.shape)
    items = list(index.items) if isinstance(index, TupleValue) else [index]
    items = [integer(m, item) for item in items]
    origin = m.origin([tensor])
    result = _shape(m, tensor, shape, items)
    if result is None:
        m.operation("unknown", "indexing: index not known", [tensor])
        return Tensor(unknown_shape("s"), tensor.dtype, None, origin)
    elements = None
    if tensor.elements is not None and shape.rank == 1 and len(items) == 1:
        if isinstance(items[0], int) and -len(tensor.elements) <= items[0] < len(tensor.elements):
            elements = (tensor.elements[items[0]],)
    m.operation("proved" if result.rank is not None else "open", "indexing", [tensor])
    layout = _layout(m, tensor, items, result)
    part = Tensor(result, tensor.dtype, elements, origin, layout, tensor.within)
    part = named(m, part)
    share(m, (tensor,), part)
    return part


def integer(m: Interpreter, item: Value) -> Value:
    """An index; that of a tensor of one integer which is known is that integer."""
    item = m.decided(m.resolve(item))
    if isinstance(item, Tensor) and item.shape.rank == 0 and not is_mask(item):
        number = one(m, item)
        return number if m.is_size(number) else item
    return item


def _layout(m: Interpreter, tensor: Tensor, items: list[Value], result: Shape) -> Layout:
    """Of what slices, numbers, None and `...` cut out, which is a view; else it is not known."""
    strides = strides_of(m.store.facts, tensor)
    if strides is None or result.rank is None:
        return None
    if Ellipsis not in items:
        items = [*items, Ellipsis]
    left = list(strides)
    found: list[Size] = []
    for place, item in enumerate(items):
        if item is None:
            found.append(left[0] if left else 1)
        elif item is Ellipsis:
            count = len(left) - sum(map(_consumes, items[place + 1 :]))
            found.extend(left[:count])
            del left[:count]
        elif isinstance(item, SliceValue):
            step = m.decided(m.resolve(item.step))
            if step is not None and not isinstance(step, int):
                return None
            found.append(left.pop(0) * (step or 1))
        elif isinstance(item, int) and not isinstance(item, bool):
            left.pop(0)
        else:
            return None
    return settled(result, tuple(found))


def _consumes(item: Value) -> int:
    """How many axes an index takes; -1 where that is not known."""
    if item is None or item is Ellipsis or isinstance(item, bool):
        return 0
    if not isinstance(item, int | Dim | SliceValue | ListObj | Tensor):
        return -1
    if isinstance(item, Tensor):
        if item.dtype in (None, GENERIC):
            return -1
        if is_mask(item):
            return item.shape.rank if item.shape.rank is not None else -1
    return 1


MASKS = ("torch.bool", "torch.uint8", "numpy.bool")


def is_mask(item: Value) -> bool:
    """A tensor of truths; bytes still count as such."""
    return isinstance(item, Tensor) and item.dtype in MASKS


def _shape(m: Interpreter, tensor: Tensor, shape: Shape, items: list[Value]) -> Shape | None:
    counts = [_consumes(item) for item in items]
    if any(isinstance(item, Unknown) for item in items) or -1 in counts:
        return None
    if any(isinstance(item, bool) for item in items):
        return None
    used = sum(counts)
    low, high = m.store.facts.rank_bounds(shape)
    if high is not None and used > high:
        m.report(
            "index-rank",
            f"{used} indices for a tensor of shape {shape}, which has {high} axes",
            (tensor,),
        )
        return None
    if Ellipsis not in items:
        items = [*items, Ellipsis]
    at = next(i for i, item in enumerate(items) if item is Ellipsis)
    before, after = items[:at], items[at + 1 :]
    if any(item is Ellipsis for item in after):
        return None
    n_before, n_after = (sum(_consumes(i) for i in part) for part in (before, after))
    if shape.rank is not None:
        sizes = shape.sizes
        head, middle = sizes[:n_before], Shape(sizes[n_before : len(sizes) - n_after])
        tail = sizes[len(sizes) - n_after :]
    else:
        if len(shape.prefix) < n_before or len(shape.suffix) < n_after:
            m.store.facts = m.store.facts.with_axes(shape, used)
            known = m.store.facts.shape(shape)
            if known.rank is None and not grow(m, known, n_before, n_after):
                return None
            return _shape(m, tensor, m.store.facts.shape(tensor.shape), items)
        head, tail = shape.prefix[:n_before], shape.suffix[len(shape.suffix) - n_after :]
        middle = Shape(
            shape.prefix[n_before:], shape.var, shape.suffix[: len(shape.suffix) - n_after]
        )
    parts = (m, tensor, shape, before, head, middle, after, tail)
    found = _assemble(*parts, numbers=is_array(tensor))
    several = [i for i in items if isinstance(i, Tensor | ListObj | int | Dim)]
    if tensor.dtype is None and any(map(_is_number, several)) and not all(map(_is_number, several)):
        return found if found == _assemble(*parts, numbers=True) else None
    return found


def _is_number(item: Value) -> bool:
    """What takes one slice of an axis: PyTorch does that first, to NumPy it is one index more."""
    if isinstance(item, Tensor):
        return item.shape.rank == 0 and not is_mask(item)
    return isinstance(item, int | Dim)


def _assemble(
    m: Interpreter,
    tensor: Tensor,
    shape: Shape,
    before: list[Value],
    head: tuple[Size, ...],
    middle: Shape,
    after: list[Value],
    tail: tuple[Size, ...],
    numbers: bool,
) -> Shape | None:
    """The shape; `numbers` says whether they count among the index arrays."""
    left: list[Size] = []
    right: list[Size] = []
    gathered: list[Shape] = []
    slots: list[tuple[str, int]] = []
    for items, sizes, out, side in ((before, head, left, "left"), (after, tail, right, "right")):
        axes = list(sizes)
        for item in items:
            if item is None:
                out.append(1)
                continue
            if isinstance(item, SliceValue):
                length = sliced(m, axes.pop(0), item)
                out.append(length)
                continue
            if isinstance(item, int | Dim):
                size = axes.pop(0)
                _check_range(m, tensor, shape, item, size)
                if numbers and any(isinstance(i, Tensor | ListObj) for i in (*before, *after)):
                    gathered.append(Shape(()))
                    slots.append((side, len(out)))
                continue
            index = _index_tensor(m, item)
            if index is None:
                return None
            if _is_number(item) and not numbers:
                axes.pop(0)
                continue
            if is_mask(item):
                for axis, size in enumerate(index.sizes):
                    _check_mask(m, tensor, shape, index, axis, size, axes.pop(0))
                index = Shape((new_symbol("selected", lower=0),))
            else:
                size = axes.pop(0)
                for picked in _picked(m, item):
                    _check_range(m, tensor, shape, picked, size)
            gathered.append(index)
            slots.append((side, len(out)))
    if not gathered:
        return _around(left, middle, right)
    if any(g.rank is None for g in gathered):
        return None
    try:
        joined = gathered[0]
        for other in gathered[1:]:
            joined = broadcast(m.store.facts, joined, other)
    except Undetermined:
        return None
    except Rejected as rejected:
        m.report("broadcast-sizes", f"index tensors: {rejected.message}", (tensor,))
        return None
    if len(set(slots)) == 1 and _adjacent(before, after, slots[0][0], numbers):
        side, at = slots[0]
        target = left if side == "left" else right
        target[at:at] = list(joined.sizes)
    else:
        left[0:0] = list(joined.sizes)
    return _around(left, middle, right)


def _adjacent(before: list[Value], after: list[Value], side: str, numbers: bool) -> bool:
    items = before if side == "left" else after
    items = items if numbers else [i for i in items if not _is_number(i)]
    marks = [isinstance(i, Tensor | ListObj | int | Dim) for i in items]
    first, last = marks.index(True), len(marks) - 1 - marks[::-1].index(True)
    return all(marks[first : last + 1])


def _around(left: list[Size], middle: Shape, right: list[Size]) -> Shape:
    if middle.var is None:
        return Shape((*left, *middle.sizes, *right))
    return Shape((*left, *middle.prefix), middle.var, (*middle.suffix, *right))


def _index_tensor(m: Interpreter, item: Value) -> Shape | None:
    if isinstance(item, Tensor):
        return m.store.facts.shape(item.shape)
    if isinstance(item, ListObj) and not isinstance(item.items, Unknown):
        if all(isinstance(i, int | Dim) and not isinstance(i, bool) for i in item.items):
            return Shape((len(item.items),))
    return None


def _picked(m: Interpreter, item: Value) -> Iterator[Size]:
    """The places that an index array is known to pick; of numbers those that fit least."""
    held = item.elements if isinstance(item, Tensor) else m.iterate(item)
    places = [m.decided(m.resolve(place)) for place in held or ()]
    numbers = [place for place in places if type(place) is int]
    if numbers:
        yield from {max(numbers), min(numbers)}
    yield from (place for place in places if isinstance(place, Dim))


def _check_range(m: Interpreter, tensor: Tensor, shape: Shape, index: Size, size: Size) -> None:
    fits = conj(lt(index, size), ge(index, -size))
    if isinstance(ask(m.store.facts, fits), Impossible):
        m.report(
            "index-range",
            f"index {index} is out of range for an axis of {size} in {shape}",
            (tensor,),
        )


def _check_mask(
    m: Interpreter, tensor: Tensor, shape: Shape, mask: Shape, axis: int, size: Size, other: Size
) -> None:
    """A mask has the sizes of the axes that it selects from."""
    if isinstance(ask(m.store.facts, eq(size, other)), Impossible):
        m.report(
            "mask-shape",
            f"mask of shape {mask} for {shape}: its axis {axis} is {size} where {other} is needed",
            (tensor,),
        )


def sliced(m: Interpreter, size: Size, index: SliceValue) -> Size:
    """How many items `[lower:upper:step]` takes of `size`; a fresh bounded size if not decided."""
    parts = [integer(m, p) for p in (index.lower, index.upper, index.step)]
    lower, upper, step = parts
    if step == 0 and type(step) is int:
        raise Diverges("ValueError")
    if lower is None and upper is None and step in (None, 1):
        return size
    if isinstance(size, int) and all(p is None or type(p) is int for p in parts):
        return len(range(*slice(lower, upper, step).indices(size)))
    step = 1 if step is None else step
    if isinstance(step, int) and step > 0:
        start = _clamp(m, 0 if lower is None else lower, size)
        stop = size if upper is None else _clamp(m, upper, size)
        if start is not None and stop is not None:
            length = stop - start
            if step != 1:
                length = floordiv(length + (step - 1), step)
            if follows(m.store.facts, ge(length, 0)):
                return length
            return maximum(length, 0)
    return new_symbol("sliced", 0, free=False)


def _clamp(m: Interpreter, bound: Value, size: Size) -> Size | None:
    """A slice bound as a place in 0..size."""
    if not isinstance(bound, int | Dim) or isinstance(bound, bool):
        return None
    facts = m.store.facts
    if follows(facts, ge(bound, 0)):
        if follows(facts, le(bound, size)):
            return bound
        return minimum(bound, size)
    if follows(facts, lt(bound, 0)):
        place = size + bound
        return place if follows(facts, ge(place, 0)) else maximum(place, 0)
    return None
