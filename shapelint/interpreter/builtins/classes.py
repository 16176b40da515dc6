"""Named tuples, enums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import enums
from shapelint.interpreter.attribute_writing import delete_plainly
from shapelint.interpreter.attributes import plain_attribute
from shapelint.interpreter.builtins.dataclasses import annotated
from shapelint.interpreter.classes import bind_attribute, construct, linearize
from shapelint.interpreter.metaclasses import make
from shapelint.interpreter.own_names import is_layer
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import (
    MISSING,
    REST,
    Choice,
    ClassValue,
    External,
    Instance,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@builtin("collections.namedtuple")
def namedtuple(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    names = args[1].replace(",", " ").split() if isinstance(args[1], str) else m.iterate(args[1])
    if names is None or not isinstance(args[0], str):
        return m.unknown("namedtuple")
    cls = ClassValue(args[0], (), {}, "collections", kind="namedtuple")
    cls.mro = (cls,)
    defaults = list(m.iterate(kwargs.get("defaults")) or ()) if kwargs.get("defaults") else []
    padded = [MISSING] * (len(names) - len(defaults)) + defaults
    cls.fields = tuple(zip(names, padded, strict=True))
    return cls


def construct_namedtuple(
    m: Interpreter, cls: ClassValue, args: Args, kwargs: Kwargs, open_: bool
) -> Value:
    """A named tuple of these items; `open_` if there may be more arguments."""
    fields = next((c.fields for c in cls.mro if isinstance(c, ClassValue) and c.fields), ())
    left, named, items = list(args), dict(kwargs), []
    for name, default in fields:
        value = left.pop(0) if left else named.pop(name, MISSING)
        if value is MISSING:
            value = m.unknown(f"field {name}", name) if open_ else default
        if value is MISSING:
            m.diverge("TypeError")
        items.append(value)
    if (left or named) and not open_:
        m.diverge("TypeError")
    return TupleValue(tuple(items), tuple(name for name, _ in fields), cls)


def special_class(m: Interpreter, cls: ClassValue) -> Value | None:
    """A class statement that makes a named tuple or an enum."""
    if enums.is_enumeration(cls):
        return enums.enumeration(m, cls)
    for base in cls.bases:
        name = getattr(base, "dotted", "") if isinstance(base, External) else ""
        if name == "typing.NamedTuple":
            made = ClassValue(cls.name, (), dict(cls.attrs), cls.module, kind="namedtuple")
            made.mro = (made,)
            made.fields = tuple((n, cls.attrs.get(n, MISSING)) for n, _ in annotated(cls))
            return made
        if isinstance(base, ClassValue) and base.kind == "namedtuple":
            cls.kind, cls.fields = "namedtuple", base.fields
    return None


def construct_enum(m: Interpreter, cls: ClassValue, args: Args) -> Value:
    if len(args) != 1:
        return m.opaque(cls, f"a member of {cls.name}")
    return enums.find_member(m, cls, args[0])


@builtin("enum.auto")
def auto(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return enums.AUTO


@builtin("enum.unique")
def unique(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return args[0]


__all__ = ["Unknown", "bind_attribute", "linearize"]


@builtin("object.__setattr__")
def set_plainly(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """An attribute set as `object` does, whatever the class says of it."""
    receiver, name = m.resolve(args[0]), m.resolve(args[1])
    if isinstance(receiver, Instance) and isinstance(name, str):
        may_be_held = isinstance(
            m.decided(m.resolve(args[2])), Instance | Tensor | Unknown | Choice
        )
        if is_layer(receiver) and may_be_held:  # it is not among the layers and the parameters then
            m.store.write(receiver.attrs, REST, m.unknown("attributes that are not registered"))
        m.store.write(receiver.attrs, name, args[2])
    return None


builtin("type.__new__")(make)


@builtin("type.__call__")
def instance(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What a class gives, whatever its metaclass says."""
    return construct(m, m.resolve(args[0]), args[1:], kwargs)


@builtin("object.__delattr__")
def delete_attribute_plainly(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    receiver, name = m.resolve(args[0]), m.resolve(args[1])
    if isinstance(receiver, Instance) and isinstance(name, str):
        delete_plainly(m, receiver, name)
    return None


@builtin("object.__init__", "object.__init_subclass__", "type.__init__")
def nothing(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return None


@builtin("object.__getattribute__")
def get_plainly(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    receiver, name = m.resolve(args[0]), m.resolve(args[1])
    if isinstance(receiver, Instance) and isinstance(name, str):
        return plain_attribute(m, receiver, name)
    return m.get_attr(receiver, name)
