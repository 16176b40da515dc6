"""Unknown values that may be, or hold, objects of which more is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from shapelint.interpreter.values import (
    BoundMethod,
    Choice,
    DictObj,
    Instance,
    ListObj,
    Partial,
    SetObj,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_OBJECTS = 64
DEEP = 4
MUTABLE = Instance | ListObj | SetObj | DictObj | Tensor | BoundMethod


def objects(m: Interpreter, values: Iterable[Value]) -> tuple[Value, ...]:
    """What can be changed among values and what they hold."""
    found = {id(v): v for v in islice(_objects(m, values, DEEP), MAX_OBJECTS)}
    return tuple(found.values())


def items(m: Interpreter, container: Value) -> tuple[Value, ...]:
    """What can be changed among the items of a container."""
    return objects(m, container.objects if isinstance(container, Unknown) else _parts(container))


def _objects(m: Interpreter, values: Iterable[Value], depth: int) -> Iterator[Value]:
    for value in values if depth else ():
        value = m.resolve(value)
        if isinstance(value, MUTABLE):
            yield value
        if isinstance(value, Unknown):
            yield from value.objects
        yield from _objects(m, _parts(value), depth - 1)


def _parts(value: Value) -> Iterable[Value]:
    if isinstance(value, TupleValue | ListObj | SetObj):
        return value.items if isinstance(value.items, tuple) else (value.items,)
    if isinstance(value, DictObj):
        return [held for _, held in value.pairs()]
    if isinstance(value, Choice):
        return value.then, value.orelse
    return value.args if isinstance(value, Partial) else ()


def remember(value: Value, held: tuple[Value, ...]) -> Value:
    """A result, which may be one of these if it is unknown, or hold them if its items are."""
    lost = value.items if isinstance(value, ListObj | SetObj) else value
    if held and isinstance(lost, Unknown) and not lost.objects:
        lost.objects = held
    return value
