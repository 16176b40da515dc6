"""Which values count as true."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shapelint.interpreter import classes, tensors
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.python_types import type_of
from shapelint.interpreter.values import (
    MISSING,
    Choice,
    DictObj,
    Dim,
    External,
    Formula,
    Instance,
    ListObj,
    Member,
    RangeValue,
    Ratio,
    SetObj,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    is_exact,
)
from shapelint.rulebook.dtype import is_dtype
from shapelint.symbolic import Truth, gt, ne, negate, where

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def truth(m: Interpreter, value: Value) -> Truth:
    """`bool(value)`."""
    value = m.decided(m.resolve(value))
    if isinstance(value, bool | Formula):
        return value
    if is_exact(value):
        return bool(value)
    if isinstance(value, Dim):
        return m.store.facts.truth(ne(value, 0))
    if isinstance(value, TupleValue):
        return len(value.items) > 0
    if isinstance(value, ListObj) and not hasattr(type_of(value), "__len__"):
        return True  # an iterator, whatever it gives
    if isinstance(value, ListObj | SetObj):
        if not isinstance(value.items, Unknown):
            return len(value.items) > 0
        return m.flag(("truth", value.items.uid), value, "list")
    if isinstance(value, RangeValue):
        return m.truth(m.call(m.builtin("len"), [value], {}))
    if isinstance(value, DictObj):
        if any(True for _ in value.pairs()):
            return True
        return m.flag(("truth", id(value)), value, "mapping") if value.open else False
    if isinstance(value, SizeTuple):
        return m.store.facts.truth(gt(m.store.facts.shape(value.shape).rank_size, 0))
    if isinstance(value, Choice):
        return m.truth_of_choice(value, m.truth)
    if isinstance(value, Member) and value.cls.kind == "enum":
        return bool(value.data)
    if isinstance(value, Instance):
        for name in ("__bool__", "__len__"):
            method, _ = classes.lookup(value.cls, name)
            if isinstance(method, Unknown):
                return m.flag(("truth", id(value)), value, "object")
            if method is not MISSING:
                return m.truth(m.call(method, [value], {}))
        return True
    if isinstance(value, Tensor):
        return tensors.truth(m, value)  # type: ignore[no-any-return]
    if isinstance(value, Unknown):
        for constant, flag in m.constants.get(value.uid, ((), ()))[1]:
            if m.store.facts.truth(flag) is True:
                return bool(constant) if is_exact(constant) else True
        return m.flag(("truth", value.uid), value, value.hint or "unknown")
    if isinstance(value, Ratio):
        return m.flag(("truth", value), value, "ratio")
    if isinstance(value, External) and not is_dtype(value.dotted):
        return m.flag(("truth", value), value, value.dotted)
    return True


def truth_of_choice(m: Interpreter, value: Choice, ask: Callable[[Value], Truth]) -> Truth:
    """The answer for either side; the path on which asking raises ends."""
    answers: list[tuple[Truth, Truth]] = []
    sides = ((value.condition, value.then), (negate(value.condition), value.orelse))
    for condition, side in sides:
        try:
            answers.append((condition, ask(side)))
        except Diverges:
            m.doubts += 1
    if not answers:
        raise Diverges("TypeError")
    if len(answers) == 1:
        m.store.assume(answers[0][0])
        return answers[0][1]
    (_, a), (_, b) = answers
    if a == b:
        return a
    return where(value.condition, a, b)
