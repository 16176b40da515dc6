"""Methods of sets, and what `|`, `&`, `-` and `^` give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.comparing import is_by_identity
from shapelint.interpreter.registry import Args, Kwargs, method
from shapelint.interpreter.values import Instance, SetObj, Tensor, TupleValue, Value
from shapelint.symbolic import Truth

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Items = tuple[Value, ...]


def _holds(m: Interpreter, items: Items, value: Value) -> bool | None:
    """Whether a value is among the items; None if that is not decided."""
    truths = [_same(m, item, value) for item in items]
    if any(t is True for t in truths):
        return True
    return False if all(t is False for t in truths) else None


def _same(m: Interpreter, a: Value, b: Value) -> Truth:
    """Whether two are one item: objects that define no equality, and tensors, are by identity."""
    a, b = m.resolve(a), m.resolve(b)
    m.tell_apart(a, b)
    if a is b or _is_by_identity(a) or _is_by_identity(b):
        return a is b
    return m.equal(a, b)


def _is_by_identity(value: Value) -> bool:
    if isinstance(value, Instance):
        return is_by_identity(value)
    return isinstance(value, Tensor)


def _select(m: Interpreter, items: Items, others: Items, wanted: bool) -> Items | None:
    """The items that are among others, or those that are not; None if that is not decided."""
    found = [(item, _holds(m, others, item)) for item in items]
    if any(held is None for _, held in found):
        return None
    return tuple(item for item, held in found if held is wanted)


def combined(m: Interpreter, op: str, left: Value, right: Value) -> Items | None:
    """The items of two sets under `|`, `&`, `-` or `^`; None if they are not known."""
    a, b = m.members(left), m.members(right)
    if a is None or b is None:
        return None
    if op not in "|^":
        return _select(m, a, b, op == "&")
    here = a if op == "|" else _select(m, a, b, False)
    there = _select(m, b, a, False)
    return None if here is None or there is None else (*here, *there)


def _made(m: Interpreter, items: Items | None) -> Value:
    return SetObj({"items": m.unknown("a set") if items is None else items})


def binary(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    """`left op right` of sets."""
    return _made(m, combined(m, op, left, right))


def _changed(m: Interpreter, target: SetObj, items: Items | None) -> Value:
    if items is None:
        m.forget(target)
    else:
        m.store.write(target.cell, "items", items)
    return None


OPERATIONS = {"union": "|", "intersection": "&", "difference": "-", "symmetric_difference": "^"}
IN_PLACE = {
    "update": "|",
    "intersection_update": "&",
    "difference_update": "-",
    "symmetric_difference_update": "^",
}


def _operation(op: str, in_place: bool) -> None:
    names = [name for name, o in (IN_PLACE if in_place else OPERATIONS).items() if o == op]

    def call(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        found: Items | None = m.members(args[0])
        for other in args[1:]:
            if found is not None:
                found = combined(m, op, SetObj({"items": found}), other)
        return _changed(m, args[0], found) if in_place else _made(m, found)

    method(*(f"set.{name}" for name in names))(call)


for _op in "|&-^":
    _operation(_op, False)
    _operation(_op, True)


@method("set.add")
def add(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return _changed(m, args[0], combined(m, "|", args[0], TupleValue((args[1],))))


@method("set.remove")
def remove(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.members(args[0])
    m.doubts += items is None or _holds(m, items, args[1]) is not True
    return discard(m, args, kwargs)


@method("set.discard")
def discard(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.members(args[0])
    return _changed(m, args[0], None if items is None else _select(m, items, (args[1],), False))


@method("set.copy")
def copy(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return SetObj(dict(args[0].cell))


@method("set.pop")
def pop(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.members(args[0])
    if items is not None and len(items) == 1:
        _changed(m, args[0], ())
        return items[0]
    m.forget(args[0])
    return m.unknown("an item of a set")


def subset(m: Interpreter, left: Value, right: Value) -> Value:
    """Whether all items of one set are in another."""
    a, b = m.members(left), m.members(right)
    if a is None or b is None:
        return m.unknown("a comparison of sets")
    held = [_holds(m, b, item) for item in a]
    if any(h is False for h in held):
        return False
    return True if all(held) else m.unknown("a comparison of sets")


@method("set.issubset")
def issubset(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return subset(m, args[0], args[1])


@method("set.issuperset")
def issuperset(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return subset(m, args[1], args[0])


@method("set.isdisjoint")
def isdisjoint(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    shared = combined(m, "&", args[0], args[1])
    return m.unknown("a comparison of sets") if shared is None else not shared
