"""Enumerations: their members, and what a member has that is a text or a number too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import (
    ClassMethod,
    ClassValue,
    External,
    Function,
    Instance,
    Member,
    Missing,
    Property,
    StaticMethod,
    TupleValue,
    TypeOf,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

BASES = {
    "enum.Enum": None, "enum.Flag": None, "enum.IntEnum": "int", "enum.IntFlag": "int",
    "enum.StrEnum": "str", "enum.ReprEnum": None,
}  # fmt: skip
"""The enumerations of Python, and what their members are besides."""
CLASSES = {"EnumMeta", "EnumType"}
DATA: dict[str, tuple[type, ...]] = {"str": (str,), "int": (int,), "float": (int, float)}
OPERATORS = frozenset(
    f"__{prefix}{name}__"
    for prefix in ("", "r")
    for name in (
        "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "lshift", "rshift",
        "eq", "ne", "lt", "le", "gt", "ge", "int", "index", "float",
    )
)  # fmt: skip
AUTO = Missing()
"""A value that Python numbers itself."""


def is_enumeration(cls: ClassValue) -> bool:
    """Whether a class statement with these bases makes an enumeration."""
    return any(
        isinstance(base, External) and base.dotted in BASES
        or isinstance(base, ClassValue) and base.kind == "enum"
        for base in cls.bases
    )  # fmt: skip


def enumeration(m: Interpreter, cls: ClassValue) -> ClassValue:
    """The class with its members in place of their values."""
    from shapelint.interpreter.classes import linearize, lookup

    made = ClassValue(cls.name, _own_bases(cls), {}, cls.module, kind="enum")
    made.mro = linearize(made)
    made.attrs["_data_type_"] = _data_type(cls)
    numbered = 0
    for name, value in cls.attrs.items():
        if _is_no_member(m, name, value):
            made.attrs[name] = value
            continue
        if value is AUTO:
            value = _numbered(m, made, name, numbered)
        if type(value) is int:
            numbered = value
        made.attrs[name] = _alias(made, value) or _member(made, name, value)
    init, _ = lookup(made, "__init__")
    new, _ = lookup(made, "__new__")
    for member in members(made):
        if isinstance(new, StaticMethod | Function):
            member.attrs["value"] = m.unknown("the value of a member that __new__ makes")
        value = member.attrs["value"]
        if isinstance(init, Function):
            m.call(
                init, [member, *(value.items if isinstance(value, TupleValue) else (value,))], {}
            )
    return made


def members(cls: ClassValue) -> list[Instance]:
    """The members without their aliases."""
    found = {id(v): v for v in cls.attrs.values() if isinstance(v, Instance) and v.cls is cls}
    return list(found.values())


def _own_bases(cls: ClassValue) -> tuple[Value, ...]:
    """The bases without those of Python, which say no more than `_data_type_` does."""
    plain = [b for b in cls.bases if not isinstance(b, TypeOf)]
    return tuple(b for b in plain if not (isinstance(b, External) and b.dotted in BASES))


def _data_type(cls: ClassValue) -> str | None:
    """What the members are besides: a text or a number."""
    for base in cls.bases:
        if isinstance(base, TypeOf) and base.name in DATA:
            return base.name
        if isinstance(base, External) and BASES.get(base.dotted):
            return BASES[base.dotted]
        if isinstance(base, ClassValue) and base.kind == "enum" and base.attrs["_data_type_"]:
            return str(base.attrs["_data_type_"])
    return None


def _is_no_member(m: Interpreter, name: str, value: Value) -> bool:
    descriptor = isinstance(value, Property | StaticMethod | ClassMethod)
    return name.startswith("_") or descriptor or bool(m.is_function(value))


def _numbered(m: Interpreter, cls: ClassValue, name: str, last: int) -> Value:
    if "_generate_next_value_" in cls.attrs:
        return m.unknown("a value that the enumeration makes itself")
    return name.lower() if cls.attrs["_data_type_"] == "str" else last + 1


def _alias(cls: ClassValue, value: Value) -> Instance | None:
    if not isinstance(value, str | int | float):
        return None
    same = (v for v in members(cls) if type(v.attrs["value"]) is type(value))
    return next((v for v in same if v.attrs["value"] == value), None)


def _member(cls: ClassValue, name: str, value: Value) -> Instance:
    kinds = DATA.get(cls.attrs["_data_type_"] or "", ())
    attrs = {"name": name, "value": value, "_name_": name, "_value_": value}
    exact = type(value) in kinds
    return Member(cls, attrs, data=value) if exact else Instance(cls, attrs)


def find_member(m: Interpreter, cls: ClassValue, value: Value) -> Value:
    """`Mode("value")`."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Instance) and value.cls is cls:
        return value
    wanted = plain(value)
    for member in members(cls):
        if m.equal(member.attrs["value"], wanted) is True:
            return member
    known = [v.attrs["value"] for v in members(cls)]
    if "_missing_" not in cls.attrs and all(isinstance(v, str | int) for v in (wanted, *known)):
        m.diverge("ValueError")
    return m.opaque(cls, f"a member of {cls.name}")


def plain(value: Value) -> Value:
    """The text or number that a member is, where its class leaves that to Python; other values as they are."""
    return value.data if isinstance(value, Member) and not _has_operators(value.cls) else value


def _has_operators(cls: ClassValue) -> bool:
    """Whether the class of a text or a number says itself what operators do."""
    bases = (base for base in cls.mro if isinstance(base, ClassValue))
    return not all(OPERATORS.isdisjoint(base.attrs) for base in bases)


def text(m: Interpreter, member: Instance) -> Value:
    """`str(member)`, where it is the same in all versions of Python."""
    from shapelint.interpreter.classes import lookup

    method, _ = lookup(member.cls, "__str__")
    if m.is_function(method):
        return m.call(method, [member], {})
    if isinstance(member, Member):
        return m.unknown("text of a member that is a text or a number too", "str")
    if "name" not in member.attrs:
        return m.unknown("text of some member", "str")
    return f"{member.cls.name}.{member.attrs['name']}"


def is_member_of(value: Instance, kind: str) -> bool | None:
    """Whether a member is of a type of Python by that name; None where this is no enumeration."""
    if value.cls.kind != "enum":
        return None
    data = value.cls.attrs["_data_type_"]
    return True if kind in ("Enum", "object", data) else None
