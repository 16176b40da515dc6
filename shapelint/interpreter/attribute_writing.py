"""Setting and deleting attributes, by kind of value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import arrays, elements, own_names
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.dict_classes import alias, aliased
from shapelint.interpreter.escaping import escape, lose
from shapelint.interpreter.functions import set_defaults
from shapelint.interpreter.values import (
    MISSING,
    Choice,
    ClassValue,
    External,
    Function,
    Instance,
    ModuleValue,
    Property,
    Tensor,
    TypeOf,
    Unknown,
    Value,
)
from shapelint.rulebook.array_dtype import is_array
from shapelint.symbolic import unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def set_data(m: Interpreter, tensor: Tensor, new: Value) -> None:
    """`tensor.data = new`: seen by all who hold the tensor, the layer whose parameter it is too."""
    new = m.decided(m.resolve(new))
    given = new if isinstance(new, Tensor) else Tensor(unknown_shape("s"))
    elements.lose(m, tensor)
    tensor = m.resolve(tensor)
    if m.store.facts.shape(given.shape) != m.store.facts.shape(tensor.shape):
        m.store.mutate(tensor, replace(given, origin=m.origin([given])))


def recast(m: Interpreter, value: Instance, cls: Value) -> None:
    """`value.__class__ = cls`: the same attributes from here on, seen through another class."""
    cls = m.decided(m.resolve(cls))
    if not isinstance(cls, ClassValue):
        unseen = m.unknown("a class that is set later")
        cls = ClassValue("?", (unseen,), {}, "", kind="class")
        cls.mro = (cls, unseen)
    m.store.stand_in(value, replace(value))  # on paths that are merged with this one
    m.store.mutate(value, replace(value, cls=cls))


def set_attr(m: Interpreter, value: Value, name: str, new: Value) -> None:
    """`value.name = new`."""
    value = m.decided(m.resolve(value))
    m.doubts += _may_refuse(value, name)
    if isinstance(value, Instance):
        descriptor, _ = lookup(value.cls, name)
        if isinstance(descriptor, Property) and descriptor.setter is not None:
            m.call(descriptor.setter, [value, new], {})
            return
        if _is_read_only(descriptor):
            return
        if isinstance(descriptor, Instance):
            setter, _ = lookup(descriptor.cls, "__set__")
            if m.is_function(setter):
                m.call(setter, [descriptor, value, new], {})
                return
        setter, owner = lookup(value.cls, "__setattr__")
        if m.is_function(setter):
            m.call(setter, [value, name, new], {})
            return
        if name == "__class__":
            recast(m, value, new)
            return
        if name == "__dict__":
            alias(m, value, new)
            return
        own = aliased(value)
        if own is not None:
            m.set_item(own, name, new)
            return
        if own_names.child(m, value, name) is not MISSING:
            own_names.set_child(m, value, name, new)
            return
        if value.attrs.get(name, MISSING) is None and isinstance(new, Tensor | Instance):
            own_names.rename(
                m, value
            )  # registered now, or before: its place among the others is not known
        m.store.write(value.attrs, name, new)
        while value.original is not None:
            value = value.original
            m.store.write(value.attrs, name, m.unknown("set on some item of a sequence"))
    elif isinstance(value, Function) and name in ("__defaults__", "__kwdefaults__"):
        set_defaults(m, value, name, new)
    elif isinstance(value, ClassValue | Function | Unknown):
        m.store.write(value.attrs, name, new)
        if isinstance(value, Unknown):
            for held in value.objects:
                if isinstance(held, Instance):
                    lose(m, held, name)
            escape(m, new)
    elif isinstance(value, External | TypeOf):
        within = value.dotted if isinstance(value, External) else value.name
        m.store.write(m.store.replaced, f"{within}.{name}", new)
    elif isinstance(value, ModuleValue):
        m.store.write(value.globals, name, new)
    elif isinstance(value, Tensor) and name == "data" and not is_array(value):
        set_data(m, value, new)
    elif isinstance(value, Tensor) and name == "shape":
        arrays.set_shape(m, value, new)
    elif isinstance(value, Tensor) and name == "dtype":
        arrays.set_dtype(m, value)
    elif isinstance(value, Choice):
        for side in (value.then, value.orelse):
            if isinstance(side, Instance):
                m.store.write(side.attrs, name, m.unknown("set on one of several objects"))


def _is_read_only(descriptor: Value) -> bool:
    """Whether it is a property of the program's that cannot be set."""
    if not isinstance(descriptor, Property) or descriptor.cached or descriptor.setter is not None:
        return False
    getter = descriptor.getter
    return isinstance(getter, Function) and not getter.module.path.startswith("<")


def _may_refuse(value: Value, name: str) -> bool:
    """Whether an attribute can perhaps not be set: a property, a frozen object, what has its attributes in slots."""
    if not isinstance(value, Instance):
        return not isinstance(value, Function | ModuleValue) and not (
            isinstance(value, ClassValue) and value.kind == "class"
        )
    descriptor, _ = lookup(value.cls, name)
    slots, _ = lookup(value.cls, "__slots__")
    return value.cls.kind != "class" or isinstance(descriptor, Property) or slots is not MISSING


def delete_attr(m: Interpreter, value: Value, name: str) -> None:
    """`del value.name`."""
    value = m.decided(m.resolve(value))
    m.doubts += m.has_attr(value, name) is not True
    if isinstance(value, Instance):
        descriptor, _ = lookup(value.cls, name)
        deleter, _ = lookup(value.cls, "__delattr__")
        if isinstance(descriptor, Property) and descriptor.deleter is not None:
            m.call(descriptor.deleter, [value], {})
        elif m.is_function(deleter):
            m.call(deleter, [value, name], {})
        else:
            delete_plainly(m, value, name)
    elif isinstance(value, ClassValue | Function | Unknown):
        m.store.write(value.attrs, name, MISSING)
    elif isinstance(value, ModuleValue):
        m.store.write(value.globals, name, MISSING)
    elif isinstance(value, Choice):
        for side in (value.then, value.orelse):
            side = m.decided(m.resolve(side))
            if isinstance(side, Instance):
                m.store.write(side.attrs, name, m.unknown("deleted of one of several objects"))


def delete_plainly(m: Interpreter, value: Instance, name: str) -> None:
    """Delete an attribute as `object` does, whatever the class says of it."""
    own_names.rename(m, value)
    own = aliased(value)
    if own is not None:
        m.delete_item(own, name)
        return
    if own_names.child(m, value, name) is not MISSING:
        own_names.delete_child(m, value, name)
        return
    m.store.write(value.attrs, name, MISSING)
    while value.original is not None:
        value = value.original
        m.store.write(value.attrs, name, m.unknown("deleted of some item of a sequence"))
