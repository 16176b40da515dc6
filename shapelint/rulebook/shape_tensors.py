"""Tensors whose elements are sizes, as TensorFlow computes shapes: what is kept of them, and the sizes
that an argument names with them. Each function takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import Undetermined, as_shape, exact, is_size, sizes
from shapelint.rulebook.values import UNKNOWN, SizeTuple, Tensor
from shapelint.symbolic import (
    Dim,
    Facts,
    Shape,
    Size,
    floordiv,
    maximum,
    minimum,
    mod,
    new_symbol,
)

MOST = 64
"""More elements than this are not kept."""
COMBINE: dict[str, Callable[[Any, Any], Any]] = {
    "add": lambda x, y: x + y,
    "subtract": lambda x, y: x - y,
    "multiply": lambda x, y: x * y,
    "floordiv": floordiv,
    "floormod": mod,
    "maximum": maximum,
    "minimum": minimum,
}


def tensor_of(facts: Facts, shape: Any, elements: Any = None) -> Tensor:
    """A tensor of that shape and, if they are few, with these elements."""
    return Tensor(as_shape(shape), None, elements)


def shape_tensor(facts: Facts, value: Any) -> Tensor:
    """The sizes of a tensor as a tensor."""
    shape = facts.shape(value.shape)
    known = shape.rank is not None and shape.rank <= MOST
    return tensor_of(facts, (shape.rank_size,), shape.sizes if known else None)


def one_number(facts: Facts, value: Any) -> Tensor:
    """A number as a tensor."""
    return tensor_of(facts, (), (value,) if is_size(value) else None)


def elements_known(facts: Facts, *tensors: Any) -> bool:
    """Whether the elements of all these tensors (or lists of them) are known."""
    for value in tensors:
        if isinstance(value, tuple | list):
            if not value or not elements_known(facts, *value):
                return False
        elif not isinstance(value, Tensor) or value.elements is None:
            return False
    return True


def elements_kept(facts: Facts, tensor: Any, shape: Any) -> Tensor:
    """The same elements in another shape."""
    return tensor_of(facts, shape, tensor.elements)


def elements_joined(facts: Facts, tensors: Any, shape: Any) -> Tensor:
    """The elements of scalars or vectors, one after the other."""
    flat = all(facts.shape(t.shape).rank in (0, 1) for t in tensors)
    elements = tuple(e for t in tensors for e in t.elements)
    return tensor_of(facts, shape, elements if flat and len(elements) <= MOST else None)


def elements_apart(facts: Facts, tensor: Any, count: Any) -> tuple[Tensor, ...]:
    """Each element of a vector as a scalar."""
    return tuple(tensor_of(facts, (), (e,)) for e in tensor.elements[: exact(count)])


def elements_parts(facts: Facts, tensor: Any, parts: Any) -> tuple[Tensor, ...]:
    """The elements of a vector, so many at a time."""
    made: list[Tensor] = []
    start = 0
    for part in map(exact, sizes(parts)):
        made.append(tensor_of(facts, (part,), tensor.elements[start : start + part]))
        start += part
    return tuple(made)


def elements_from(facts: Facts, tensor: Any, begin: Any, shape: Any) -> Tensor:
    """A run of the elements of a vector."""
    start, whole = sizes(given_sizes(facts, begin)), sizes(shape)
    few = len(start) == 1 and len(whole) == 1 and all(isinstance(n, int) for n in (*start, *whole))
    if not few:
        return tensor_of(facts, shape)
    first, count = exact(start[0]), exact(whole[0])
    return tensor_of(facts, shape, tensor.elements[first : first + count])


def elements_picked(facts: Facts, tensor: Any, indices: Any, shape: Any) -> Tensor:
    """The elements of a vector at these places."""
    places = indices.elements
    many = len(tensor.elements)
    inside = all(isinstance(i, int) and 0 <= i < many for i in places)
    if facts.shape(tensor.shape).rank != 1 or not inside:
        return tensor_of(facts, shape)
    return tensor_of(facts, shape, tuple(tensor.elements[i] for i in places))


def elements_combined(facts: Facts, operation: Any, x: Any, y: Any, shape: Any) -> Tensor:
    """Pairs of elements of scalars or vectors, combined."""
    left, right = x.elements, y.elements
    many = max(len(left), len(right))
    flat = all(facts.shape(t.shape).rank in (0, 1) for t in (x, y))
    apart = operation in ("floordiv", "floormod") and any(
        not isinstance(n, int) or n <= 0 for n in right
    )
    if not flat or apart or {len(left), len(right)} - {1, many}:
        return tensor_of(facts, shape)
    left, right = (side * many if len(side) == 1 else side for side in (left, right))
    combine = COMBINE[operation]
    return tensor_of(facts, shape, tuple(map(combine, left, right)))


def given_sizes(facts: Facts, value: Any) -> Any:
    """The sizes that an argument names: numbers, scalars that hold one, a vector of them. A size of
    which nothing is known is a new one."""
    if isinstance(value, Shape):
        return value
    if isinstance(value, SizeTuple):
        return facts.shape(value.shape)
    if is_size(value):
        return (value,)
    if isinstance(value, Tensor):
        if value.elements is not None:
            return tuple(value.elements)
        shape = facts.shape(value.shape)
        if shape.rank != 1 or not isinstance(shape.sizes[0], int) or shape.sizes[0] > MOST:
            raise Undetermined
        return tuple(_new() for _ in range(shape.sizes[0]))
    if isinstance(value, tuple | list):
        return tuple(_one(facts, item) for item in value)
    raise Undetermined


def _new() -> Dim:
    return new_symbol("n", lower=0, free=False)


def _one(facts: Facts, item: Any) -> Size:
    if is_size(item):
        return item  # type: ignore[no-any-return]
    if item is UNKNOWN:
        return _new()
    if isinstance(item, Tensor):
        if item.elements is not None and len(item.elements) == 1:
            return item.elements[0]
        if facts.shape(item.shape).rank in (0, None):
            return _new()
    raise Undetermined


def is_number(facts: Facts, value: Any) -> bool:
    """Whether an argument is a single number."""
    return is_size(value)


def number_in(facts: Facts, value: Any) -> Any:
    """The number that an argument is, or holds as its only element."""
    if isinstance(value, Tensor) and value.elements is not None and len(value.elements) == 1:
        return value.elements[0]
    if is_size(value) or isinstance(value, float):
        return value
    raise Undetermined


SHAPE_TENSORS: dict[str, Callable[..., Any]] = {
    "tensor_of": tensor_of,
    "shape_tensor": shape_tensor,
    "one_number": one_number,
    "elements_known": elements_known,
    "elements_kept": elements_kept,
    "elements_joined": elements_joined,
    "elements_apart": elements_apart,
    "elements_parts": elements_parts,
    "elements_from": elements_from,
    "elements_picked": elements_picked,
    "elements_combined": elements_combined,
    "given_sizes": given_sizes,
    "is_number": is_number,
    "number_in": number_in,
}
