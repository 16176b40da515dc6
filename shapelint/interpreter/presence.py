"""Keys that a mapping holds on some paths only: beside the entry stands under what condition."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.filling import is_some
from shapelint.interpreter.values import (
    MISSING,
    REST,
    DictObj,
    Entries,
    ListObj,
    Perhaps,
    There,
    Unknown,
    Value,
)
from shapelint.symbolic import Truth, new_flag, where

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.interpreter.store import Delta

MAX_LOST = 32
"""So many entries are each unknown; a registry of hundreds that is written to at unknown keys would be, each time."""


def holds(m: Interpreter, mapping: DictObj, key: object) -> Truth:
    """Whether a key is there."""
    return m.store.facts.truth(there(mapping.entries, key))


def there(entries: Mapping[Any, Value], key: object) -> Truth:
    """The condition under which entries hold a key."""
    if entries.get(key, MISSING) is MISSING:
        return False
    condition = entries.get(There(key), MISSING)
    return True if condition is MISSING else condition


def put(m: Interpreter, mapping: DictObj, key: object, value: Value) -> None:
    """Set an entry, which then is there for certain; MISSING deletes."""
    m.store.write(mapping.entries, key, value)
    if There(key) in mapping.entries:
        m.store.write(mapping.entries, There(key), MISSING)


def lose(m: Interpreter, entries: dict[Any, Value], why: str) -> Unknown:
    """Each may be another one now, and there may be more, of which the answer tells; of many keys it is let go that
    they are there."""
    held = [key for key in entries if key is not REST and type(key) is not There]
    many = len(held) > MAX_LOST
    for key in list(entries) if many else held:
        m.store.write(entries, key, MISSING if many else m.unknown(why))
    rest = m.unknown(why)
    m.store.write(entries, REST, rest)
    return rest


def lost(locations: Collection[tuple[dict[Any, Value], object]]) -> list[dict[Any, Value]]:
    """The many entries of which some path has lost what they are, among all that several paths have written."""
    if len(locations) <= MAX_LOST:
        return []
    open_ = (c for c, key in locations if key is REST and isinstance(c, Entries))
    return [c for c in open_ if sum(other is c for other, _ in locations) > MAX_LOST]


def widen_at(
    m: Interpreter, container: dict, key: object, old: Value, new: Value, once: bool = False
) -> None:
    """What is there after it was set to `new`, or deleted, at a time that is not known. If that was done `once` at
    most, nothing but `new` is there where there was nothing before."""
    if isinstance(container, Entries) and key is not REST and (old is MISSING or new is MISSING):
        m.store.redo(container, There(key), new_flag("a key is there"))
        if new is MISSING:
            return
    m.store.redo(container, key, new if once and old is MISSING else m.widen(old, new))


def joined(
    m: Interpreter, entries: Entries, key: object, sides: list[tuple[Truth, Delta]], old: Value
) -> None:
    """The entries of several paths are merged; `old` is what was held before them."""
    if key is REST or isinstance(key, There):
        return
    at, mark = (id(entries), key), (id(entries), There(key))
    before = entries.get(There(key), MISSING)

    def there(delta: Delta) -> Truth:
        value = delta.writes[at][2] if at in delta.writes else old
        condition = delta.writes[mark][2] if mark in delta.writes else before
        return value is not MISSING and (condition is MISSING or condition)

    result = there(sides[-1][1])
    for condition, delta in reversed(sides[:-1]):
        result = where(condition, there(delta), result)
    said = MISSING if isinstance(result, bool) else result
    if said is not before:
        m.store.redo(entries, There(key), said)


def or_else(m: Interpreter, there: Truth, held: Value, default: Value) -> Value:
    """What is read of a key that may be missing. An unknown stands for the default as well, and a list that may be
    empty for an empty one."""
    known = m.resolve(held)
    return (
        held
        if isinstance(known, Unknown) or stands(known, default)
        else m.merge(there, held, default)
    )


def stands(held: Value, default: Value) -> bool:
    """Whether a list that is there on some paths, and then may be empty, stands for an empty one on the others."""
    if not isinstance(held, ListObj) or not isinstance(default, ListObj) or default.items != ():
        return False
    return isinstance(held.items, Unknown) and not is_some(held.items)


def given(m: Interpreter, argument: Value, default: Value) -> Value:
    """What a parameter is, of an argument that may be left out."""
    if not isinstance(argument, Perhaps):
        return argument
    return or_else(m, m.store.facts.truth(argument.condition), argument.value, default)


def is_vague(kwargs: Mapping[str, Value]) -> bool:
    """Whether some argument may be left out."""
    return any(type(value) is Perhaps for value in kwargs.values())


def entries(kwargs: Mapping[str, Value]) -> dict[Any, Value]:
    """What `**kwargs` holds, of arguments some of which may be left out."""
    held: dict[Any, Value] = {}
    for name, argument in kwargs.items():
        if isinstance(argument, Perhaps):
            held[name], held[There(name)] = argument.value, argument.condition
        else:
            held[name] = argument
    return held


__all__ = [
    "entries",
    "given",
    "holds",
    "is_vague",
    "joined",
    "lose",
    "lost",
    "or_else",
    "put",
    "there",
    "widen_at",
]
