"""Subscripts: reading, writing and deleting items of containers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import aliases, counting, indexing, presence, registries
from shapelint.interpreter.branches import over_choice
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.enums import plain
from shapelint.interpreter.escaping import escape
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.refinement import force_tensor, grow
from shapelint.interpreter.representative import any_item as any_held
from shapelint.interpreter.representative import any_of
from shapelint.interpreter.values import (
    ITEM,
    MISSING,
    REST,
    Choice,
    ClassValue,
    DictObj,
    Dim,
    External,
    Instance,
    ListObj,
    RangeValue,
    SizeTuple,
    SliceValue,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    new_list,
)
from shapelint.symbolic import Shape, eq

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


MAX_ALTERNATIVES = 4
"""A longer sequence read at an unknown index gives something unknown."""


def get_item(m: Interpreter, value: Value, index: Value) -> Value:
    """`value[index]`."""
    value, index = m.decided(m.resolve(value)), m.decided(m.resolve(index))
    if isinstance(value, Tensor):
        return indexing.read(m, value, index)
    if isinstance(value, Choice):
        return over_choice(m, value, lambda side: get_item(m, side, index))
    if isinstance(index, Choice):
        return over_choice(m, index, lambda side: get_item(m, value, side))
    if isinstance(value, SizeTuple):
        return size_item(m, value, index)
    if isinstance(value, RangeValue):
        if isinstance(index, Dim):
            return m.any_item(value)
        items = m.iterate(value)
        value = value if items is None else TupleValue(items)
    if isinstance(value, str):
        return _text_item(m, value, index)
    if isinstance(value, TupleValue | ListObj):
        return _sequence_item(m, value, index)
    if isinstance(value, DictObj):
        return _mapping_item(m, value, index)
    if isinstance(value, Instance):
        method, _ = lookup(value.cls, "__getitem__")
        if method is not MISSING and not isinstance(method, Unknown):
            return m.call(method, [value, index], {})
        return m.unknown(f"item of {value.cls.name}")
    if isinstance(value, ClassValue | TypeOf | External):
        if isinstance(value, ClassValue) and value.kind == "enum":
            if isinstance(plain(index), str):
                return m.get_attr(value, plain(index))
            return m.opaque(value, f"a member of {value.name}")
        return value
    if isinstance(value, Unknown):
        return _unknown_item(m, value, index)
    if value is None or isinstance(value, int | float | Dim):
        raise Diverges("TypeError")
    return m.unknown(f"item of {m.why(value)}")


def _unknown_item(m: Interpreter, value: Unknown, index: Value) -> Value:
    if _is_array_index(index):
        tensor = force_tensor(m, value)
        if tensor is not None:
            return indexing.read(m, tensor, index)
    key = ("item", m.identity(index))
    found = value.attrs.get(key, MISSING)
    if found is MISSING:
        hint = f"{value.hint or '?'}[{index if isinstance(index, int | str) else '…'}]"
        found = m.unknown(value.why, hint, free=value.free)
        found.objects = value.objects
        value.attrs[key] = found
    return found


def _is_array_index(index: Value) -> bool:
    """`[:, 0]`, `[..., None]`: only an array takes such an index."""
    if not isinstance(index, TupleValue) or not index.items:
        return False
    return any(isinstance(i, SliceValue) or i is Ellipsis for i in index.items)


def size_item(m: Interpreter, value: SizeTuple, index: Value) -> Value:
    shape = m.store.facts.shape(value.shape)
    if shape.rank is not None:
        bounds = exact_slice(index)
        if bounds is not None:
            return SizeTuple(Shape(tuple(shape.sizes[bounds])))
        return _sequence_item(m, TupleValue(tuple(shape.sizes)), index, value)
    if isinstance(index, int):
        found = shape.axis(index)
        if found is None:
            count = index + 1 if index >= 0 else -index
            m.store.facts = m.store.facts.with_axes(shape, count)
            shape = m.store.facts.shape(shape)
            if index >= 0:
                grow(m, shape, index + 1, len(shape.suffix))
            else:
                grow(m, shape, len(shape.prefix), -index)
            found = m.store.facts.shape(shape).axis(index)
        return m.unknown("a size of an unknown shape", "size") if found is None else found
    if isinstance(index, SliceValue) and index.step in (None, 1):
        lower, upper = index.lower, index.upper
        assert shape.var is not None
        if isinstance(upper, int) and upper < 0 and lower in (None, 0):
            if len(shape.suffix) < -upper:
                grow(m, shape, len(shape.prefix), -upper)
                shape = m.store.facts.shape(shape)
            if shape.rank is None and len(shape.suffix) >= -upper:
                kept = shape.suffix[: len(shape.suffix) + upper]
                return SizeTuple(Shape(shape.prefix, shape.var, kept))
        if upper is None and isinstance(lower, int):
            if lower < 0:
                if len(shape.suffix) < -lower:
                    grow(m, shape, len(shape.prefix), -lower)
                    shape = m.store.facts.shape(shape)
                if shape.rank is None and len(shape.suffix) >= -lower:
                    return TupleValue(tuple(shape.suffix[lower:]))
            else:
                if len(shape.prefix) < lower:
                    grow(m, shape, lower, len(shape.suffix))
                    shape = m.store.facts.shape(shape)
                if shape.rank is None and len(shape.prefix) >= lower:
                    return SizeTuple(Shape(shape.prefix[lower:], shape.var, shape.suffix))
        if isinstance(upper, int) and upper >= 0 and lower in (None, 0):
            if len(shape.prefix) < upper:
                grow(m, shape, upper, len(shape.suffix))
                shape = m.store.facts.shape(shape)
            if shape.rank is None and len(shape.prefix) >= upper:
                return TupleValue(tuple(shape.prefix[:upper]))
        if shape.rank is not None:
            return _sequence_item(m, TupleValue(tuple(shape.sizes)), index, value)
    return m.unknown("part of an unknown shape")


def _text_item(m: Interpreter, value: str, index: Value) -> Value:
    if type(index) is int:
        if -len(value) <= index < len(value):
            return value[index]
        raise Diverges("IndexError")
    bounds = exact_slice(index)
    return m.unknown("part of a text", "str") if bounds is None else value[bounds]


def exact_slice(index: Value) -> slice | None:
    """A slice all of whose bounds are exact."""
    if isinstance(index, SliceValue):
        parts = (index.lower, index.upper, index.step)
        if all(p is None or type(p) is int for p in parts) and index.step != 0:
            return slice(*parts)
    return None


def _sequence_item(
    m: Interpreter, value: TupleValue | ListObj, index: Value, shape: SizeTuple | None = None
) -> Value:
    items = value.items
    if isinstance(items, Unknown):
        if isinstance(index, SliceValue):
            return new_list(counting.uncounted(items))
        return m.any_item(value)
    index = plain(index)
    if isinstance(index, bool):
        index = int(index)
    if isinstance(index, int):
        if -len(items) <= index < len(items):
            return items[index]
        if shape is not None:
            m.report(
                "index-range",
                f"axis {index} of a tensor of shape {shape.shape}, which has {len(items)} axes",
                (shape,),
            )
            return m.unknown("failed indexing")
        raise Diverges("IndexError")
    bounds = exact_slice(index)
    if bounds is not None:
        part = items[bounds]
        return new_list(part) if isinstance(value, ListObj) else TupleValue(part)
    if isinstance(index, Dim) and 0 < len(items) <= 16:
        result = items[-1]
        for i in range(len(items) - 2, -1, -1):
            result = m.merge(eq(index, i), items[i], result)
        return result
    if isinstance(index, Unknown) and 1 < len(items) <= MAX_ALTERNATIVES:
        result = items[-1]
        for i in range(len(items) - 2, -1, -1):
            result = m.merge(m.equal(index, i), items[i], result)
        return result
    if isinstance(index, SliceValue):
        lost = m.unknown("a slice of unknown bounds")
        return new_list(lost) if isinstance(value, ListObj) else lost
    return any_of(m, items) if items else m.unknown("item at an unknown index")


def _mapping_item(m: Interpreter, value: DictObj, index: Value) -> Value:
    key = m.key(index)
    rest = m.resolve(value.entries.get(REST))
    is_told = isinstance(rest, Unknown) and ITEM in rest.attrs and value.factory is None
    if key is not MISSING:
        found = registries.entry(m, value, key)
        if found is not MISSING:
            return found
        if value.hides:
            fresh = (
                any_held(m, rest)
                if is_told
                else m.unknown(f"key {key!r} of a mapping", f"…[{key!r}]")
            )
            m.store.write(value.entries, key, fresh)
            return fresh
        if value.factory is not None:
            fresh = m.call(value.factory, [], {})
            m.store.write(value.entries, key, fresh)
            return fresh
        m.cause("key that a mapping does not have")
        raise Diverges("KeyError")
    if isinstance(rest, Unknown):
        found = rest.attrs.get(("item", m.identity(index)), MISSING)
        if found is not MISSING:
            return found
    if is_told and not value.held():
        return any_held(m, rest)
    options = list(value.pairs())
    if 0 < len(options) <= 16 and not value.open and value.factory is None:
        result = options[-1][1]
        for exact, item in reversed(options[:-1]):
            result = m.merge(m.equal(index, exact), item, result)
        return result
    lost = m.unknown("item at an unknown key")
    lost.objects = aliases.items(m, value)
    fills = value.factory is not None and not isinstance(m.resolve(value.factory), ClassValue)
    if fills and not value.hides:
        m.store.write(value.entries, REST, m.unknown("made at an unknown key"))
    return lost


def set_item(m: Interpreter, container: Value, index: Value, value: Value) -> None:
    """`container[index] = value`."""
    container, index = m.decided(m.resolve(container)), m.decided(m.resolve(index))
    if isinstance(container, DictObj):
        key = m.key(index)
        if key is MISSING:
            rest = presence.lose(m, container.entries, "written at an unknown key")
            rest.attrs["item", m.identity(index)] = value
        else:
            presence.put(m, container, key, value)
    elif isinstance(container, ListObj):
        items = container.items
        if (
            not isinstance(items, Unknown)
            and type(index) is int
            and -len(items) <= index < len(items)
        ):
            changed = list(items)
            changed[index] = value
            m.store.write(container.cell, "items", tuple(changed))
        else:
            _set_slice(m, container, index, value)
    elif isinstance(container, Instance):
        method, _ = lookup(container.cls, "__setitem__")
        if isinstance(method, Unknown):
            m.forget_arguments([container], {})
        elif method is not MISSING:
            m.call(method, [container, index, value], {})
    elif isinstance(container, Unknown):
        m.store.write(container.attrs, ("item", m.identity(index)), MISSING)
        m.forget(container)
        escape(m, value)
    elif isinstance(container, Tensor):
        m.assign_into(container, index, value)
    elif isinstance(container, Choice):
        for side in (container.then, container.orelse):
            if isinstance(m.decided(m.resolve(side)), Choice):
                set_item(m, side, index, value)
            else:
                m.forget(side)
    else:
        m.doubts += 1  # of what cannot be changed


def _set_slice(m: Interpreter, container: ListObj, index: Value, value: Value) -> None:
    """`list[a:b] = values`; at an unknown place the contents are lost."""
    bounds, new = exact_slice(index), m.iterate(value)
    if bounds is None or new is None or isinstance(container.items, Unknown):
        m.forget(container)
        return
    changed = list(container.items)
    try:
        changed[bounds] = new
    except ValueError:
        raise Diverges("ValueError") from None
    m.store.write(container.cell, "items", tuple(changed))


def _delete_slice(m: Interpreter, container: ListObj, index: Value) -> None:
    bounds = exact_slice(index)
    if bounds is None or isinstance(container.items, Unknown):
        m.forget(container)
        return
    rest = list(container.items)
    del rest[bounds]
    m.store.write(container.cell, "items", tuple(rest))


def delete_item(m: Interpreter, container: Value, index: Value) -> None:
    """`del container[index]`."""
    container = m.decided(m.resolve(container))
    if isinstance(container, DictObj):
        key = m.key(index)
        m.doubts += key is MISSING or presence.holds(m, container, key) is not True
        if key is not MISSING:
            presence.put(m, container, key, MISSING)
    elif isinstance(container, ListObj):
        items = container.items
        if (
            not isinstance(items, Unknown)
            and type(index) is int
            and -len(items) <= index < len(items)
        ):
            rest = list(items)
            del rest[index]
            m.store.write(container.cell, "items", tuple(rest))
        else:
            _delete_slice(m, container, index)
    elif isinstance(container, Instance):
        method, _ = lookup(container.cls, "__delitem__")
        if isinstance(method, Unknown):
            m.forget_arguments([container], {})
        elif method is not MISSING:
            m.call(method, [container, index], {})
    elif isinstance(container, Unknown):
        m.store.write(container.attrs, ("item", m.identity(index)), MISSING)
        m.forget(container)
    elif isinstance(container, Choice):
        for side in (container.then, container.orelse):
            m.forget(side)
