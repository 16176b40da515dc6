"""One item stands for all items of a sequence whose length is not known.

Each reading must give another item: what belongs to the single item (symbols, unknowns, objects made
while it was computed) is renamed, what comes from outside stays shared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.aliases import objects, remember
from shapelint.interpreter.own_names import changed_parameters
from shapelint.interpreter.values import (
    COPIED,
    COUNT,
    EARLIER,
    GIVEN,
    ITEM,
    MISSING,
    READING,
    REST,
    SOME,
    Choice,
    DictObj,
    Dim,
    Formula,
    Instance,
    ListObj,
    Opaque,
    Ratio,
    SetObj,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    is_exact,
    typed_list,
)
from shapelint.interpreter.values import age as unknown_age
from shapelint.rulebook.layout import WHOLE
from shapelint.symbolic import (
    Facts,
    Shape,
    ShapeVar,
    Symbol,
    age,
    new_flag,
    new_shape_var,
    new_symbol,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Since = tuple[int, int]
Items = tuple[Value, ...] | Unknown
ALWAYS: Since = (0, 0)
MAX_TOLD = 1024


def now() -> Since:
    """A point in the making of symbols and unknowns: what is made later belongs to an item."""
    return age(), unknown_age()


def lose_length(m: Interpreter, why: str, item: Value = MISSING, since: Since = ALWAYS) -> Unknown:
    """The contents of a sequence of unknown length, each item like `item` (made after `since`)."""
    lost = m.unknown(why)
    if item is not MISSING:
        lost.attrs[ITEM] = (Another(m, since)(item), since)
    return lost


def read_anew(
    m: Interpreter,
    why: str,
    read: Callable[[], Value],
    kind: str = "list",
    some: bool = False,
    count: Value = None,
) -> ListObj:
    """A sequence of items that are not told one by one, each of which is what `read` gives then; `some` if it is sure
    to hold one, `count` how many if that is told."""
    lost = m.unknown(why)
    lost.attrs[READING], lost.attrs[SOME], lost.attrs[COUNT] = read, some, count
    return typed_list(kind, lost)


def any_item(m: Interpreter, lost: Unknown) -> Value:
    """Some item, independent of those read before."""
    if READING in lost.attrs:
        return lost.attrs[READING]()
    kept = lost.attrs.get(ITEM) or lost.attrs.get(EARLIER)
    if kept is None:
        item = m.unknown(lost.why, "item", free=lost.free)
        item.objects = lost.objects
        return item
    item, since = kept
    return or_given(m, lost.attrs.get(GIVEN, ()), Another(m, since)(item))


def or_given(m: Interpreter, given: Items, item: Value) -> Value:
    """What stands for an item of a list too that was there before."""
    if given == ():
        return item
    return any_of(m, (any_given(m, given), item))


def any_given(m: Interpreter, given: Items) -> Value:
    """Some item of what a list holds."""
    return any_of(m, given) if isinstance(given, tuple) else any_item(m, given)


def any_of(m: Interpreter, items: Sequence[Value]) -> Value:
    """What stands for each of these items."""
    if len(items) > MAX_TOLD:
        return m.unknown("one of many items", "item")
    found = reduce(lambda a, b: _either(m, a, b), items)
    return remember(found, objects(m, items)) if isinstance(found, Unknown) else found


def _either(m: Interpreter, a: Value, b: Value) -> Value:
    """What stands for both of two values."""
    a, b = m.resolve(a), m.resolve(b)
    if isinstance(a, TupleValue) and isinstance(b, TupleValue):
        if len(a.items) == len(b.items) and a.fields == b.fields:
            items = tuple(_either(m, x, y) for x, y in zip(a.items, b.items, strict=True))
            return TupleValue(items, a.fields, a.cls)
    elif isinstance(a, DictObj) and isinstance(b, DictObj) and a is not b:
        told = a.is_told and b.is_told and not a.open and not b.open
        if told and set(a.held()) == set(b.held()):
            return _either_mapping(m, a, b)
    elif a is b or is_exact(a) and type(a) is type(b) and a == b:
        return a
    alike = m.is_size(a) and m.is_size(b) or isinstance(a, Tensor) and isinstance(b, Tensor)
    if alike:
        return m.widen(a, b)
    numbers = m.is_any_number(a) and m.is_any_number(b)
    return (
        m.opaque("number", "one of several numbers")
        if numbers
        else m.unknown("one of several items", "item")
    )


def _either_mapping(m: Interpreter, a: DictObj, b: DictObj) -> DictObj:
    made = DictObj({key: _either(m, a.entries[key], b.entries[key]) for key in a.held()})
    made.liken(a)
    made.liken(b)
    return made


class Another:
    """Copies a value, renaming what was made after `since`; equal parts stay equal."""

    def __init__(self, m: Interpreter, since: Since, dicts_are_done: bool = True) -> None:
        self.m = m
        self.since = since
        self.dicts_are_done = dicts_are_done
        self.renaming = Facts()
        self.made: dict[Any, Value] = {}

    def __call__(self, value: Value) -> Value:
        value = self.m.decided(self.m.resolve(value))
        if isinstance(value, Dim):
            return self.size(value)
        if isinstance(value, Tensor):
            elements = value.elements and tuple(map(self, value.elements))
            layout = value.layout if value.layout in WHOLE else None
            return Tensor(self.shape(value.shape), value.dtype, elements, value.origin, layout)
        if isinstance(value, SizeTuple):
            return SizeTuple(self.shape(value.shape))
        if isinstance(value, TupleValue):
            return TupleValue(tuple(map(self, value.items)), value.fields, value.cls)
        if isinstance(value, Ratio):
            return Ratio(self(value.numerator), self(value.denominator))
        if isinstance(value, Formula):
            return self.truth(value)
        if isinstance(value, Choice):
            condition = self.truth(value.condition)
            return self.m.merge(condition, self(value.then), self(value.orelse))
        if isinstance(value, Unknown):
            return self.unknown(value)
        if isinstance(value, Instance | ListObj | DictObj | SetObj):
            return self.copy(value)
        return value

    def size(self, size: int | Dim) -> int | Dim:
        size = self.m.store.facts.size(size)
        if isinstance(size, int):
            return size
        self.rename(size)
        return self.renaming.size(size)

    def shape(self, shape: Shape) -> Shape:
        shape = self.m.store.facts.shape(shape)
        for size in (*shape.prefix, *shape.suffix):
            if isinstance(size, Dim):
                self.rename(size)
        if shape.var is not None:
            self.rename_axes(shape.var)
        return self.renaming.shape(shape)

    def truth(self, formula: Formula) -> Any:
        flags = [flag for flag in formula.flags if flag.uid > self.since[0]]
        if not flags:
            self.rename(formula)
            return self.renaming.truth(formula)
        if formula not in self.made:
            self.made[formula] = new_flag(str(formula))
        return self.made[formula]

    def rename(self, value: Dim | Formula) -> None:
        for symbol in value.symbols:
            if not isinstance(symbol, Symbol):
                self.rename_axes(symbol.var)
            elif symbol.uid > self.since[0] and symbol not in self.renaming.sizes:
                low, _ = self.m.store.facts.limits.get(symbol, (symbol.lower, None))
                self.renaming.sizes[symbol] = new_symbol(symbol.name, low, symbol.free)

    def rename_axes(self, var: ShapeVar) -> None:
        if var.uid > self.since[0] and var not in self.renaming.shapes:
            self.renaming.shapes[var] = Shape((), new_shape_var(var.name, var.free))

    def unknown(self, value: Unknown) -> Value:
        if value.uid <= self.since[1]:
            return value
        if value.uid not in self.made:
            if isinstance(value, Opaque):
                made: Unknown = Opaque(value.kind, value.why, value.free)
            else:
                made = Unknown(value.why, value.hint, free=value.free)
            made.objects = value.objects
            self.made[value.uid] = made
        return self.made[value.uid]

    def copy(self, value: Instance | ListObj | DictObj | SetObj) -> Value:
        if id(value) in self.made:
            return self.made[id(value)]
        if isinstance(value, Instance):
            made: Any = Instance(value.cls, {}, original=value)
            self.made[id(value)] = made
            attrs = {**value.attrs, **changed_parameters(self.m, value)}
            made.attrs.update({key: self(item) for key, item in attrs.items()})
            made.rule_envs.update(
                {name: self.environment(env) for name, env in value.rule_envs.items()}
            )
            return made
        if isinstance(value, DictObj) and self.dicts_are_done and self.is_ours(value):
            made = DictObj({}, value.factory, value.type)
            self.made[id(value)] = made
            made.entries.update({key: self(item) for key, item in value.entries.items()})
            made.liken(value)
            return made
        lost = self.m.unknown("a container that is an item: others may have changed it")
        lost.attrs[COPIED] = value
        if isinstance(value, DictObj):
            made = DictObj({REST: lost}, value.factory, value.type)
        else:
            made = type(value)({**value.cell, "items": lost})
        self.made[id(value)] = made
        return made

    def is_ours(self, value: DictObj) -> bool:
        """Whether a dict was made with the item, and nothing changes it unseen."""
        return value.is_told and value.born > self.since[1]

    def environment(self, env: Any) -> Any:
        """What a rule keeps of a layer's constructor."""
        if isinstance(env, dict):
            return {name: self.environment(item) for name, item in env.items()}
        if isinstance(env, tuple):
            return tuple(map(self.environment, env))
        return (
            self(env) if isinstance(env, Dim | Formula | Tensor | SizeTuple | TupleValue) else env
        )
