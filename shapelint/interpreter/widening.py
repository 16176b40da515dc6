"""Values that stand for several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    Dim,
    Formula,
    Function,
    Ratio,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    is_exact,
)
from shapelint.rulebook.array_dtype import merged
from shapelint.symbolic import Shape, new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def widen(m: Interpreter, old: Value, new: Value) -> Value:
    """A value that stands for both and for what further rounds may bring."""
    new = m.resolve(new)
    if old is MISSING:
        plain = m.is_size(new) or isinstance(new, Tensor) or is_exact(new)
        return new if plain else m.unknown("made in a loop")
    old = m.resolve(old)
    if m.is_size(old) and m.is_size(new):
        return old if old == new else new_symbol("n", None, free=False)
    if isinstance(old, Tensor) and isinstance(new, Tensor):
        a, b = m.store.facts.shape(old.shape), m.store.facts.shape(new.shape)
        if a.rank is not None and a.rank == b.rank:
            pairs = zip(a.sizes, b.sizes, strict=True)
            return Tensor(
                Shape(tuple(x if x == y else new_symbol("n", 0, free=False) for x, y in pairs)),
                merged(old.dtype, new.dtype),
                None,
                old.origin,
            )
        if a == b:
            return old
        return Tensor(unknown_shape("s"), merged(old.dtype, new.dtype), None, old.origin)
    if old is new:
        return old
    if isinstance(new, tuple | Unknown) and isinstance(old, tuple):
        lost = m.unknown("a list that a loop changes")
        return lost
    return m.unknown("changed in a loop")


def same(m: Interpreter, a: Value, b: Value) -> bool:
    """Whether two values are sure to be one."""
    a, b = m.resolve(a), m.resolve(b)
    if a is b:
        return True
    if isinstance(a, Tensor) and isinstance(b, Tensor):
        facts = m.store.facts
        alike = facts.shape(a.shape) == facts.shape(b.shape)
        return bool(alike) and a.elements == b.elements
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(m.same, a, b))
    if isinstance(a, TupleValue) and isinstance(b, TupleValue):
        return m.same(a.items, b.items)
    if is_exact(a) or isinstance(a, Dim | Formula | SizeTuple | Ratio):
        return type(a) is type(b) and bool(a == b)
    if isinstance(a, BoundMethod) and isinstance(b, BoundMethod):
        return a.function is b.function and a.receiver is b.receiver
    return isinstance(a, Function) and isinstance(b, Function) and a.node is b.node
