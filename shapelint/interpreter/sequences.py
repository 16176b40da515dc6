"""Sequences put together from parts, of which one may be a shape of unknown rank."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shapelint.interpreter.values import ListObj, SizeTuple, Value
from shapelint.symbolic import Shape
from shapelint.symbolic.shape import concat

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Parts = Iterable[tuple[bool, Value]]
"""Values in order, each with whether it is spread (`*value`)."""


def open_sizes(m: Interpreter, value: Value) -> SizeTuple | None:
    """The sizes of a shape of unknown rank, be they a tuple or the contents of a list."""
    value = m.decided(m.resolve(value))
    if isinstance(value, ListObj):
        value = value.cell["items"]
    if not isinstance(value, SizeTuple):
        return None
    shape = m.store.facts.shape(value.shape)
    return SizeTuple(shape) if shape.rank is None else None


def joined(m: Interpreter, parts: Parts) -> tuple[Value, ...] | SizeTuple | None:
    """The items in order; a SizeTuple where one part has unknown rank and the others are sizes.
    None if that cannot be told."""
    items: list[Value] = []
    whole: Shape | None = None
    for spread, value in parts:
        found = m.iterate(value) if spread else (value,)
        if found is not None:
            items.extend(found)
            continue
        sizes = open_sizes(m, value)
        if sizes is None or not _are_sizes(m, items):
            return None
        whole = concat(whole or Shape(), Shape(tuple(map(m.resolve, items))))
        whole = None if whole is None else concat(whole, sizes.shape)
        if whole is None:
            return None
        items = []
    if whole is None:
        return tuple(items)
    if not _are_sizes(m, items):
        return None
    whole = concat(whole, Shape(tuple(map(m.resolve, items))))
    return None if whole is None else SizeTuple(whole)


def _are_sizes(m: Interpreter, items: list[Value]) -> bool:
    return all(m.is_size(m.resolve(item)) for item in items)
