"""Comparisons that a class defines, and the order of tuples and lists."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.values import (
    MISSING,
    Function,
    Instance,
    ListObj,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.symbolic import Truth, negate

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

METHODS = {
    "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__", "==": "__eq__", "!=": "__ne__",
}  # fmt: skip
ORDERED: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def defined(m: Interpreter, op: str, left: Value, right: Value) -> Truth | None:
    """The answer of a class's own method or of the items in turn; None if neither decides."""
    if isinstance(left, Instance):
        return _asked(m, op, left, right)
    if op in ORDERED and isinstance(left, TupleValue | ListObj) and type(left) is type(right):
        a, b = plain_sequence(m, left), plain_sequence(m, right)
        if a is not None and b is not None:
            try:
                return ORDERED[op](a, b)
            except TypeError:
                raise Diverges("TypeError") from None
    return None


def differ(left: Value, right: Value) -> bool:
    """Whether two objects are surely not the same: neither stands for any item of a sequence."""
    if not isinstance(left, Instance) or not isinstance(right, Instance):
        return False
    return left is not right and left.original is None and right.original is None


def is_by_identity(value: Instance) -> bool:
    """Whether an object equals only itself."""
    if value.cls.kind != "class" or value.cls.opaque:
        return False
    return lookup(value.cls, "__eq__")[0] is MISSING


def _asked(m: Interpreter, op: str, left: Instance, right: Value) -> Truth | None:
    method, _ = lookup(left.cls, METHODS[op])
    if isinstance(method, Function):
        return m.truth(m.call(method, [left, right], {}))
    if op == "!=":
        same = _asked(m, "==", left, right)
        return None if same is None else negate(same)
    return None


def plain_sequence(m: Interpreter, value: TupleValue | ListObj) -> Any:
    """A list or tuple of numbers and texts as Python's own; None if some item is not told."""
    if isinstance(value.items, Unknown) or isinstance(value, TupleValue) and value.fields:
        return None
    parts: list[Any] = []
    for item in value.items:
        item = m.decided(m.resolve(item))
        part = plain_sequence(m, item) if isinstance(item, ListObj | TupleValue) else item
        if not isinstance(part, str | int | float | list | tuple) and item is not None:
            return None
        parts.append(part)
    return tuple(parts) if isinstance(value, TupleValue) else parts
