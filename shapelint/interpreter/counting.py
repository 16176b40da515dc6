"""How many items a sequence holds that are not told one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import iterators
from shapelint.interpreter.registry import BUILTINS
from shapelint.interpreter.values import (
    COUNT,
    TAKEN,
    ListObj,
    RangeValue,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.symbolic import Dim, Size, new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def told(m: Interpreter, contents: Value) -> Size | None:
    """How many items such contents are, where that is told."""
    if isinstance(contents, tuple):
        return len(contents)
    count = contents.attrs.get(COUNT) if isinstance(contents, Unknown) else None
    return m.store.facts.size(count) if isinstance(count, int | Dim) else None


def named(m: Interpreter, contents: Unknown, lower: int = 0, free: bool = False) -> Size:
    """The same; a number that stays the same where it is not told. Of an iterator it does not."""
    count = told(m, contents)
    if count is None:
        count = contents.attrs[COUNT] = new_symbol("len", lower, free)
    return count


def length(m: Interpreter, iterable: Value) -> Size | None:
    """How many rounds a loop over it has that is not left early."""
    iterable = m.decided(m.resolve(iterable))
    if isinstance(iterable, ListObj):
        return None if iterators.is_iterator(iterable) else told(m, iterable.cell["items"])
    if isinstance(iterable, str):
        return len(iterable)
    if not isinstance(iterable, RangeValue | TupleValue | Tensor):
        return None
    found = m.decided(m.resolve(BUILTINS["len"](m, [iterable], {})))
    return found if isinstance(found, int | Dim) else None


def uncounted(contents: Unknown) -> Unknown:
    """Items like these, more or fewer."""
    made = Unknown(contents.why, contents.hint, free=contents.free)
    made.attrs.update(contents.attrs | {COUNT: None, TAKEN: None})
    made.objects = contents.objects
    return made
