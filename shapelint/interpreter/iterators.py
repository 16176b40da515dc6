"""Iterators: what gives its items one after the other, and each of them once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeGuard

from shapelint.interpreter.magnitude import MAX_ITEMS
from shapelint.interpreter.python_types import is_iterator_type
from shapelint.interpreter.representative import read_anew
from shapelint.interpreter.values import (
    COURSE,
    MISSING,
    Instance,
    ListObj,
    Missing,
    RangeValue,
    SizeTuple,
    TupleValue,
    Unknown,
    Value,
    View,
    contents,
    typed_list,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

UNTOLD = Missing()
"""Stands for the next item where it cannot be told whether there is one, or which."""
State = dict[str, Any]
"""How far an iterator has come: written through the store, so that a branch can be taken back."""


@dataclass(frozen=True, slots=True)
class Course:
    """How an iterator goes on."""

    advance: Callable[[], Value]
    """Gives the next item, MISSING at the end, UNTOLD."""
    rest: Callable[[], ListObj]
    """What is left where it cannot be told item by item."""
    most: Callable[[], int | None] = lambda: None
    """How many items there are at most, if that is seen."""
    uses: tuple[Value, ...] = ()
    """What it goes over and calls, which it may change on its way."""


def lazily(kind: str, course: Course) -> ListObj:
    """An iterator that does nothing before its first item is asked for."""
    ahead = Unknown("an iterator")
    ahead.attrs[COURSE] = course
    return typed_list(kind, ahead)


def course_of(value: Value) -> Course | None:
    """How an iterator goes on that has not come to its end, and is followed."""
    items = value.cell["items"] if isinstance(value, ListObj) else None
    return items.attrs.get(COURSE) if isinstance(items, Unknown) else None


def is_iterator(value: Value) -> TypeGuard[ListObj]:
    return isinstance(value, ListObj) and is_iterator_type(value.type)


def is_item(value: Value) -> bool:
    return value is not MISSING and value is not UNTOLD


def iterator(m: Interpreter, value: Value) -> Value:
    """`iter(value)`."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Instance):
        own = m.iterator_of(value)
        if own is not None:
            return value if isinstance(own, Unknown) else own
    if is_iterator(value) or isinstance(value, Unknown):
        return value
    if isinstance(value, ListObj) and not isinstance(value.cell["items"], SizeTuple):
        view = value.cell["items"]
        told = isinstance(view, View) and not view.mapping.open
        return _over_view(m, value, view) if told else over(m, "iterator", lambda: value)
    items = m.iterate(value)
    if items is not None:
        snapshot = TupleValue(items)
        return over(m, "iterator", lambda: snapshot, value)
    if isinstance(value, Instance):
        return value
    return read_anew(m, "an iterator", lambda: m.any_item(value), "iterator")


def over(
    m: Interpreter,
    kind: str,
    source: Callable[[], Value],
    whole: Value = None,
    *uses: Value,
    step: Callable[[bool], None] = lambda is_last: None,
) -> ListObj:
    """An iterator over a sequence, which may change meanwhile; `whole` is what its items are told from."""
    state: State = contents({"at": 0})

    def items() -> tuple[Value, ...] | None:
        sequence = m.decided(source())
        found = sequence.items if isinstance(sequence, ListObj | TupleValue) else None
        return found if isinstance(found, tuple) else None

    def advance() -> Value:
        found, at = items(), m.decided(state["at"])
        if found is None or type(at) is not int:
            return UNTOLD
        m.store.write(state, "at", at + 1)
        step(at >= len(found))
        return found[at] if at < len(found) else MISSING

    def most() -> int | None:
        found, at = items(), m.decided(state["at"])
        return None if found is None or type(at) is not int else len(found) - at

    def rest() -> ListObj:
        def read() -> Value:
            return m.any_item(source() if whole is None else whole)

        return read_anew(m, "the rest of an iterator", read)

    return lazily(kind, Course(advance, rest, most, uses or (whole,)))


def _over_view(m: Interpreter, value: ListObj, view: View) -> ListObj:
    """An iterator over the keys that a mapping has, and what it then holds."""
    keys = TupleValue(tuple(key for key, _ in view.mapping.pairs()))

    def made(items: tuple[Value, ...]) -> Value:
        held = view.mapping.entries.get(items[0], MISSING)
        return view.part((items[0], m.unknown("a deleted entry") if held is MISSING else held))

    def rest() -> ListObj:
        return read_anew(m, "the rest of a mapping", lambda: m.any_item(value))

    return lazily("iterator", in_step(m, [over(m, "iterator", lambda: keys)], made, rest, value))


def take(m: Interpreter, value: Value) -> Value:
    """The next item of an iterator, MISSING at its end, UNTOLD."""
    if not isinstance(value, ListObj):
        return UNTOLD
    course = course_of(value)
    if course is None:
        items = value.items
        if isinstance(items, Unknown):
            return UNTOLD
        m.store.write(value.cell, "items", items[1:])
        return items[0] if items else MISSING
    item = course.advance()
    if item is MISSING:
        m.store.write(value.cell, "items", ())
    elif item is UNTOLD:
        lose_track(m, value)
    return item


def in_step(
    m: Interpreter,
    sources: list[Value],
    made: Callable[[tuple[Value, ...]], Value],
    rest: Callable[[], ListObj],
    *uses: Value,
) -> Course:
    """Something is made of an item of each source at a time."""

    def advance() -> Value:
        items: list[Value] = []
        for source in sources:
            item = take(m, source)
            if not is_item(item):
                return item
            items.append(item)
        return made(tuple(items)) if items else MISSING

    def least() -> int | None:
        told = [count for count in map(most, sources) if count is not None]
        return min(told, default=None)

    return Course(advance, rest, least, (*sources, *uses))


def most(value: Value) -> int | None:
    """How many items an iterator still gives at most, if that is seen."""
    course = course_of(value)
    if course is not None:
        return course.most()
    items = value.items if isinstance(value, ListObj) else None
    return len(items) if isinstance(items, tuple) else None


def each(m: Interpreter, value: ListObj) -> Iterator[Value]:
    """The items one by one, as they are asked for; the last one is UNTOLD where not all can be told."""
    while (item := take(m, value)) is not MISSING:
        yield item
        if item is UNTOLD:
            return


def drained(m: Interpreter, value: ListObj) -> tuple[Value, ...] | None:
    """All items that are left: it is at its end then."""
    bound = most(value)
    if bound is not None and bound > MAX_ITEMS:
        lose_track(m, value)
        return None
    found: list[Value] = []
    for item in each(m, value):
        if item is UNTOLD or len(found) == MAX_ITEMS:
            lose_track(m, value)
            return None
        found.append(item)
    return tuple(found)


def lose_track(m: Interpreter, value: Value) -> None:
    """How far an iterator has come is not known any more."""
    course = course_of(value)
    if course is not None:
        m.store.write(value.cell, "items", course.rest().cell["items"])
    elif is_iterator(value) and not isinstance(value.items, Unknown):
        m.store.write(value.cell, "items", m.unknown("the rest of an iterator"))


def is_long(value: Value, limit: int) -> bool:
    """Whether more is to be gone over than is looked at one by one."""
    if isinstance(value, RangeValue):
        return True
    bound = most(value)
    return bound is not None and bound > limit
