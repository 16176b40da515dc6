"""Going over values one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import (
    aliases,
    between,
    classes,
    enums,
    filling,
    iterators,
    registries,
    representative,
    tensors,
)
from shapelint.interpreter.magnitude import MAX_ITEMS
from shapelint.interpreter.registry import BUILTINS
from shapelint.interpreter.values import (
    MISSING,
    Choice,
    ClassValue,
    DictObj,
    Dim,
    Instance,
    ListObj,
    Member,
    Opaque,
    RangeValue,
    SetObj,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    is_exact,
)
from shapelint.symbolic import Proved, ask, ge, new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

LEAST_TABLE = 8
"""Smaller integers have each its own place in the table of any set, in order."""


def iterate(m: Interpreter, value: Value) -> tuple[Value, ...] | None:
    """The items if their number is known, and not too great: of a set it is not known which comes when.
    An iterator is at its end then."""
    value = m.decided(m.resolve(value))
    found = members(m, value)
    if isinstance(value, SetObj) and found is not None and all(map(_is_plain, found)):
        return in_some_order(m, found)
    return found  # what is done to an object is seen by all who hold it


def _is_plain(value: Value) -> bool:
    return is_exact(value) or isinstance(value, Dim | TupleValue | Opaque)


def in_some_order(m: Interpreter, items: tuple[Value, ...]) -> tuple[Value, ...]:
    """What may be any of these, as often."""
    if len(items) < 2:
        return items
    if all(type(i) is int and 0 <= i < LEAST_TABLE for i in items):
        return tuple(sorted(items))
    if all(map(m.is_size, items)):
        return tuple(new_symbol("item", None, free=False) for _ in items)
    if all(isinstance(i, str) or isinstance(i, Opaque) and i.kind == "str" for i in items):
        return tuple(m.opaque("str", "an item of a set") for _ in items)
    return tuple(m.unknown("an item of a set", "item") for _ in items)


def members(m: Interpreter, value: Value) -> tuple[Value, ...] | None:
    """The items where their order is of no matter."""
    value = m.decided(m.resolve(value))
    if isinstance(value, registries.CONTAINERS):
        registries.complete(m, value)
    if isinstance(value, ListObj) and isinstance(value.cell["items"], SizeTuple):
        value = value.cell["items"]
    if iterators.is_iterator(value):
        return iterators.drained(m, value)
    if isinstance(value, TupleValue | ListObj | SetObj):
        found = value.items
        return None if isinstance(found, Unknown) or len(found) > MAX_ITEMS else found
    if isinstance(value, SizeTuple):
        shape = m.store.facts.shape(value.shape)
        return tuple(shape.sizes) if shape.rank is not None else None
    if isinstance(value, RangeValue):
        bounds = (value.start, value.stop, value.step)
        if all(type(b) is int for b in bounds) and value.step != 0:
            whole = range(*bounds)
            return tuple(whole) if len(whole) <= 4096 else None
        return None
    if isinstance(value, DictObj):
        return None if value.open else tuple(key for key, _ in value.pairs())
    if isinstance(value, str):
        return tuple(value)
    if isinstance(value, Member):
        return m.iterate(value.data)
    if isinstance(value, Tensor):
        return tensors.iterate(m, value)
    if isinstance(value, Instance):
        iterator = m.iterator_of(value)
        if iterator is None:
            return _by_length(m, value)
        return None if isinstance(iterator, Instance) else m.iterate(iterator)
    if isinstance(value, ClassValue) and value.kind == "enum":
        return tuple(enums.members(value))
    if isinstance(value, Choice):
        return _items_of_choice(m, value)
    return None


def _items_of_choice(m: Interpreter, value: Choice) -> tuple[Value, ...] | None:
    """Item by item one of the two, where both have as many."""
    sides = (value.then, value.orelse)
    if not all(isinstance(s, ListObj | TupleValue | SetObj) for s in sides):
        return None
    if any(map(iterators.is_iterator, sides)):
        return None
    then, orelse = m.iterate(value.then), m.iterate(value.orelse)
    if then is None or orelse is None or len(then) != len(orelse):
        return None
    pairs = zip(then, orelse, strict=True)
    return tuple(m.merge(value.condition, a, b) for a, b in pairs)


def iterator_of(m: Interpreter, value: Instance) -> Value | None:
    """What the `__iter__` of its class gives, None where it has none."""
    method, _ = classes.lookup(value.cls, "__iter__")
    if method is MISSING or isinstance(method, Unknown):
        return None
    return m.decided(m.resolve(m.call(method, [value], {})))


def _item_of_instance(m: Interpreter, value: Instance) -> Value | None:
    iterator = m.iterator_of(value)
    if iterator is not None and not isinstance(iterator, Instance):
        return m.any_item(iterator)
    source = value if iterator is None else iterator
    name, args = ("__getitem__", [any_place(m, value)]) if iterator is None else ("__next__", [])
    method, _ = classes.lookup(source.cls, name)
    return m.call(method, [source, *args], {}) if m.is_function(method) else None


def any_place(m: Interpreter, value: Value) -> Dim:
    """Where an item stands that a sequence has."""
    length = m.decided(m.resolve(BUILTINS["len"](m, [value], {})))
    if m.is_size(length):
        m.store.learn(ge(length, 1), m.here)
    return between.between(m, 0, length, "i")


def _by_length(m: Interpreter, value: Instance) -> tuple[Value, ...] | None:
    length, _ = classes.lookup(value.cls, "__len__")
    getter, _ = classes.lookup(value.cls, "__getitem__")
    if m.is_function(length) and m.is_function(getter):
        count = m.call(length, [value], {})
        if type(count) is int and count <= 64:
            return tuple(m.call(getter, [value, i], {}) for i in range(count))
    return None


def is_some(m: Interpreter, iterable: Value) -> bool:
    """Whether what is gone over surely holds something."""
    iterable = m.decided(m.resolve(iterable))
    if isinstance(iterable, ListObj):
        held = iterable.items
        return filling.is_some(held) if isinstance(held, Unknown) else bool(held)
    if not isinstance(iterable, RangeValue | TupleValue | Tensor):
        return False
    size = m.call(m.builtin("len"), [iterable], {})
    if isinstance(size, Dim):
        return isinstance(ask(m.store.facts, ge(size, 1)), Proved)
    return isinstance(size, int) and size > 0


def any_item(m: Interpreter, iterable: Value) -> Value:
    """Some item of an iterable of unknown length."""
    iterable = m.decided(m.resolve(iterable))
    if isinstance(iterable, RangeValue):
        return between.between(m, iterable.start, iterable.stop, "i", iterable.step)
    if isinstance(iterable, Tensor):
        rest = tensors.part(m.store.facts.shape(iterable.shape))
        shape = rest or unknown_shape("s")
        part = Tensor(shape, iterable.dtype, None, iterable.origin, within=iterable.within)
        return between.named(m, part)
    held = iterable.items if isinstance(iterable, ListObj | SetObj | TupleValue) else None
    iterators.lose_track(m, iterable)
    if isinstance(held, tuple) and held:
        return representative.any_of(m, held)
    inner = iterable.items if isinstance(iterable, ListObj | SetObj) else None
    if isinstance(inner, Unknown):
        return representative.any_item(m, inner)
    found = _item_of_instance(m, iterable) if isinstance(iterable, Instance) else None
    if found is not None:
        return found
    free = isinstance(iterable, Unknown) and iterable.free
    lost = m.unknown(f"item of {m.why(iterable)}", "item", free=free)
    lost.objects = aliases.items(m, iterable)
    return lost
