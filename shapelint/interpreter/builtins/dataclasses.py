"""Dataclasses (https://docs.python.org/3/library/dataclasses.html)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass as plain_dataclass
from dataclasses import replace as with_
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    ClassValue,
    DictObj,
    Function,
    Instance,
    ListObj,
    TupleValue,
    Unknown,
    Value,
    new_list,
)
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Fields = tuple[tuple[str, "Field"], ...]


class Factory:
    """A default that is made anew for each instance."""

    def __init__(self, make: Value) -> None:
        self.make = make


@plain_dataclass(frozen=True, slots=True)
class Field:
    """A field: its default, a `Factory` or MISSING included; whether the constructor takes it, by its keyword
    alone; whether it is kept, as an `InitVar` is not."""

    default: Value = MISSING
    init: bool = True
    keyword: bool = False
    kept: bool = True


@builtin("dataclasses.dataclass")
def dataclass(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if args and isinstance(args[0], ClassValue):
        return _as_dataclass(args[0], kwargs)
    return Builtin("dataclass", lambda m, args, _: _as_dataclass(args[0], kwargs))


def _as_dataclass(cls: Value, options: Kwargs) -> Value:
    if not isinstance(cls, ClassValue):
        return cls
    fields: dict[str, Field] = {}
    for base in reversed(cls.mro[1:]):
        if isinstance(base, ClassValue) and base.fields is not None and base.kind != "namedtuple":
            fields.update(base.fields)
    keyword = options.get("kw_only") is True
    for name, kind in annotated(cls):
        if kind == "KW_ONLY":
            keyword = True
            continue
        default = cls.attrs.get(name, MISSING)
        field = default if isinstance(default, Field) else Field(default)
        if isinstance(default, Field):
            cls.attrs.pop(name)
            if not isinstance(field.default, Factory) and field.default is not MISSING:
                cls.attrs[name] = field.default
        fields[name] = with_(field, keyword=keyword or field.keyword, kept=kind != "InitVar")
    cls.fields = tuple(fields.items())
    if "__init__" not in cls.attrs and options.get("init") is not False:
        cls.kind = "dataclass"
    return cls


def annotated(cls: ClassValue) -> Iterator[tuple[str, str]]:
    """The annotated names of a class that are no class variables, and the last name of what they are annotated
    with."""
    names: dict[str, Any] = cls.attrs.get("__annotations__", {})
    for name, annotation in names.items():
        text = annotation.value if isinstance(annotation, tree.Subscript) else annotation
        kind = getattr(text, "id", getattr(text, "attr", ""))
        if kind != "ClassVar":
            yield name, kind


@builtin("dataclasses.field")
def field(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    default = kwargs.get("default", MISSING)
    if "default_factory" in kwargs:
        default = Factory(kwargs["default_factory"])
    return Field(default, kwargs.get("init") is not False, kwargs.get("kw_only") is True)


def construct(
    m: Interpreter, cls: ClassValue, instance: Instance, args: Args, kwargs: Kwargs, open_: bool
) -> None:
    """Bind constructor arguments to fields, then `__post_init__`; `open_` if there may be more arguments."""
    left, named, passed = list(args), dict(kwargs), []
    for name, known in fields_of(cls) or ():
        if known.init and not known.keyword and left:
            value = left.pop(0)
        elif known.init and name in named:
            value = named.pop(name)
        elif known.init and open_:
            value = m.unknown(f"field {name}", name)
        elif isinstance(known.default, Factory):
            value = m.call(known.default.make, [], {})
        elif known.default is not MISSING:
            value = known.default
        elif known.init:
            return m.diverge("TypeError")
        else:
            continue
        if known.kept:
            m.store.write(instance.attrs, name, value)
        else:
            passed.append(value)
    if (left or named) and not open_:
        m.diverge("TypeError")
    after, _ = lookup(instance.cls, "__post_init__")
    if isinstance(after, Function):
        m.call(after, [instance, *passed], {})
    return None


def fields_of(value: Value) -> Fields | None:
    """The fields of a dataclass or of its instance."""
    cls = value.cls if isinstance(value, Instance) else value
    if not isinstance(cls, ClassValue):
        return None
    known = (c for c in cls.mro if isinstance(c, ClassValue) and c.kind != "namedtuple")
    return next((c.fields for c in known if c.fields is not None), None)


@builtin("dataclasses.fields")
def fields(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    found = fields_of(m.decided(m.resolve(args[0])))
    if found is None:
        return m.unknown("fields of what may be no dataclass")
    cls = ClassValue("Field", (), {}, "dataclasses")
    cls.mro = (cls,)
    return TupleValue(
        tuple(
            Instance(cls, {"name": name, "init": known.init} | _default(known.default))
            for name, known in found
            if known.kept
        )
    )


def _default(default: Value) -> dict[str, Value]:
    if isinstance(default, Factory):
        return {"default_factory": default.make}
    return {} if default is MISSING else {"default": default}


@builtin("dataclasses.is_dataclass")
def is_dataclass(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    if isinstance(value, ClassValue | Instance):
        return fields_of(value) is not None
    return m.unknown("whether it is a dataclass") if isinstance(value, Unknown) else False


@builtin("dataclasses.replace", "copy.replace")
def replace(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    source = m.decided(m.resolve(args[0]))
    found = fields_of(source)
    if not isinstance(source, Instance) or found is None:
        return m.unknown("replaced dataclass")
    held = {n: m.get_attr(source, n) for n, f in found if f.init and f.kept and n not in kwargs}
    return m.call(source.cls, [], held | kwargs)


@builtin("dataclasses.asdict")
def asdict(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    pairs = _pairs(m, m.decided(m.resolve(args[0])), lambda pairs: DictObj(dict(pairs)))
    return m.unknown("asdict") if pairs is None or kwargs or len(args) > 1 else pairs


@builtin("dataclasses.astuple")
def astuple(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    pairs = _pairs(
        m, m.decided(m.resolve(args[0])), lambda pairs: TupleValue(tuple(v for _, v in pairs))
    )
    return m.unknown("astuple") if pairs is None or kwargs or len(args) > 1 else pairs


def _pairs(
    m: Interpreter, source: Value, build: Callable[[list[tuple[str, Value]]], Value]
) -> Value:
    """What is built of the fields of an instance, and so on inside them; None if it has none."""
    found = fields_of(source) if isinstance(source, Instance) else None
    if found is None:
        return None

    def inside(value: Value) -> Value:
        value = m.decided(m.resolve(value))
        if isinstance(value, ListObj) and not isinstance(value.items, Unknown):
            return new_list([inside(item) for item in value.items])
        if isinstance(value, TupleValue) and not value.fields:
            return TupleValue(tuple(inside(item) for item in value.items))
        if isinstance(value, DictObj):
            return DictObj({key: inside(item) for key, item in value.entries.items()})
        built = _pairs(m, value, build)
        return value if built is None else built

    return build([(name, inside(m.get_attr(source, name))) for name, f in found if f.kept])


__all__ = ["Factory", "Field", "annotated", "construct", "fields_of"]
