"""Values that stand for several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shapelint.interpreter.values import (
    COURSE,
    MISSING,
    BoundMethod,
    Choice,
    DictObj,
    Dim,
    Formula,
    Function,
    Instance,
    ListObj,
    Ratio,
    SetObj,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    is_exact,
)
from shapelint.rulebook.array_dtype import merged
from shapelint.symbolic import Shape, Symbol, new_flag, new_symbol, unknown_shape
from shapelint.symbolic.dim import of

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.interpreter.representative import Since


def alternatives(value: Value) -> Iterator[Value]:
    """The values that a choice may be."""
    if isinstance(value, Choice):
        yield from alternatives(value.then)
        yield from alternatives(value.orelse)
    else:
        yield value


def _is_object(value: Value) -> bool:
    return value is None or isinstance(value, Instance | ListObj | SetObj | DictObj)


def _covers(a: Value, b: Value) -> bool:
    """Whether a value is another one, or may be each of its alternatives."""
    if a is b:
        return True
    if not isinstance(a, Choice):
        return False
    ones = list(alternatives(a))
    return all(any(other is one for one in ones) for other in alternatives(b))


def widen(m: Interpreter, old: Value, new: Value) -> Value:
    """A value that stands for both and for what further rounds may bring."""
    new = m.resolve(new)
    if isinstance(old, Unknown) and COURSE in old.attrs:
        return new if isinstance(new, Unknown) else m.unknown("the rest of an iterator")
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
    if _covers(old, new):
        return old
    if not isinstance(old, Choice) and all(map(_is_object, (old, *alternatives(new)))):
        # the objects themselves, so that what is done to them is seen under their other names
        return Choice(new_flag("changed in a loop"), new, old)
    if isinstance(new, tuple | Unknown) and isinstance(old, tuple):
        lost = m.unknown("a list that a loop changes")
        return lost
    return m.unknown("changed in a loop")


def is_any(m: Interpreter, old: Value, new: Value, since: Since) -> bool:
    """Whether what was widened since then stands for all that it may become: by it, no round is told from another."""
    if isinstance(old, Unknown):
        return old.uid > since[1]
    if not isinstance(old, Dim) or not m.is_size(new) or len(old.symbols) != 1:
        return False
    (symbol,) = old.symbols
    if not isinstance(symbol, Symbol) or symbol.uid <= since[0]:
        return False
    return symbol.lower is None and not symbol.free and old == of(symbol)


def same(m: Interpreter, a: Value, b: Value) -> bool:
    """Whether a value is sure to stand for another."""
    a, b = m.resolve(a), m.resolve(b)
    if _covers(a, b):
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
