"""Dataclasses, named tuples, enums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapelint.interpreter import enums
from shapelint.interpreter.classes import bind_attribute, linearize, lookup
from shapelint.interpreter.registry import builtin
from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    ClassValue,
    External,
    Function,
    Instance,
    TupleValue,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Args = list[Value]
Kwargs = dict[str, Value]


class Factory:
    """A dataclass default that is made anew for each instance."""

    def __init__(self, make: Value) -> None:
        self.make = make


@builtin("dataclasses.dataclass")
def dataclass(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if args and isinstance(args[0], ClassValue):
        return _as_dataclass(m, args[0])
    return Builtin("dataclass", lambda m, args, kwargs: _as_dataclass(m, args[0]))


def _as_dataclass(m: Interpreter, cls: Value) -> Value:
    if not isinstance(cls, ClassValue):
        return cls
    fields: dict[str, Value] = {}
    for base in reversed(cls.mro[1:]):
        if isinstance(base, ClassValue) and base.fields is not None:
            fields.update(base.fields)
    for name in _annotated(cls):
        fields[name] = cls.attrs.get(name, MISSING)
        if isinstance(fields[name], Factory):
            cls.attrs.pop(name)
    cls.fields = tuple(fields.items())
    if "__init__" not in cls.attrs:
        cls.kind = "dataclass"
    return cls


def _annotated(cls: ClassValue) -> list[str]:
    from shapelint.source import tree

    names: dict[str, Any] = cls.attrs.get("__annotations__", {})
    found = []
    for name, annotation in names.items():
        text = annotation.value if isinstance(annotation, tree.Subscript) else annotation
        kind = getattr(text, "id", getattr(text, "attr", ""))
        if kind != "ClassVar":
            found.append(name)
    return found


@builtin("dataclasses.field")
def field(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if "default_factory" in kwargs:
        return Factory(kwargs["default_factory"])
    return kwargs.get("default", MISSING)


def construct_dataclass(
    m: Interpreter, cls: ClassValue, instance: Instance, args: Args, kwargs: Kwargs
) -> None:
    """Bind constructor arguments to fields, then `__post_init__`."""
    fields = next(
        (c.fields for c in cls.mro if isinstance(c, ClassValue) and c.fields is not None), ()
    )
    left, named = list(args), dict(kwargs)
    for name, default in fields:
        if left:
            value = left.pop(0)
        elif name in named:
            value = named.pop(name)
        elif isinstance(default, Factory):
            value = m.call(default.make, [], {})
        elif default is MISSING:
            m.diverge("TypeError")
        else:
            value = default
        m.store.write(instance.attrs, name, value)
    if left or named:
        m.diverge("TypeError")
    after, _ = lookup(instance.cls, "__post_init__")
    if isinstance(after, Function):
        m.call(after, [instance], {})


def _fields_of(value: Value) -> tuple[tuple[str, Value], ...] | None:
    """The fields of a dataclass or of its instance."""
    cls = value.cls if isinstance(value, Instance) else value
    if not isinstance(cls, ClassValue):
        return None
    known = (c for c in cls.mro if isinstance(c, ClassValue) and c.kind != "namedtuple")
    return next((c.fields for c in known if c.fields is not None), None)


@builtin("dataclasses.fields")
def fields(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    found = _fields_of(m.decided(m.resolve(args[0])))
    if found is None:
        return m.unknown("fields of what may be no dataclass")
    cls = ClassValue("Field", (), {}, "dataclasses")
    cls.mro = (cls,)
    return TupleValue(
        tuple(Instance(cls, {"name": name} | _default(default)) for name, default in found)
    )


def _default(default: Value) -> dict[str, Value]:
    if isinstance(default, Factory):
        return {"default_factory": default.make}
    return {} if default is MISSING else {"default": default}


@builtin("dataclasses.is_dataclass")
def is_dataclass(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    if isinstance(value, ClassValue | Instance):
        return _fields_of(value) is not None
    return m.unknown("whether it is a dataclass") if isinstance(value, Unknown) else False


@builtin("dataclasses.replace")
def replace(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    source = m.resolve(args[0])
    if not isinstance(source, Instance):
        return m.unknown("replaced dataclass")
    return Instance(source.cls, {**source.attrs, **kwargs})


@builtin("dataclasses.asdict")
def asdict(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    from shapelint.interpreter.values import DictObj

    source = m.resolve(args[0])
    return DictObj(dict(source.attrs)) if isinstance(source, Instance) else m.unknown("asdict")


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


def construct_namedtuple(m: Interpreter, cls: ClassValue, args: Args, kwargs: Kwargs) -> Value:
    fields = next((c.fields for c in cls.mro if isinstance(c, ClassValue) and c.fields), ())
    left, items = list(args), []
    for name, default in fields:
        value = left.pop(0) if left else kwargs.get(name, default)
        if value is MISSING:
            m.diverge("TypeError")
        items.append(value)
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
            made.fields = tuple((n, cls.attrs.get(n, MISSING)) for n in _annotated(cls))
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
        m.store.write(receiver.attrs, name, args[2])
    return None


@builtin("object.__init__", "object.__delattr__", "object.__init_subclass__")
def nothing(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return None


@builtin("object.__getattribute__")
def get_plainly(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.get_attr(args[0], m.resolve(args[1]))
