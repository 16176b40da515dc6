"""`isinstance` with the abstract classes of `collections.abc` that ask for methods alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.values import (
    MISSING,
    ClassValue,
    DictObj,
    Dim,
    Function,
    Instance,
    ListObj,
    RangeValue,
    SetObj,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.rulebook.array_dtype import is_array

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

NEEDS = {
    "Sized": ("__len__",), "Iterable": ("__iter__",), "Container": ("__contains__",),
    "Collection": ("__len__", "__iter__", "__contains__"), "Callable": ("__call__",),
    "Iterator": ("__next__", "__iter__"), "Reversible": ("__reversed__", "__iter__"),
}  # fmt: skip
"""The methods that make a class one of these without deriving from it."""
COLLECTIONS = (str, bytes, TupleValue, SizeTuple, ListObj, DictObj, SetObj, RangeValue)
NUMBERS = (int, float, complex, Dim, type(None))
MUTABLE = (ListObj, DictObj, SetObj)


def is_abstractly(m: Interpreter, value: Value, name: str) -> bool | None:
    """Whether a value is of the abstract class of that name; None if this does not tell."""
    if name == "Hashable":
        return _is_hashable(value)
    if isinstance(value, Instance):
        return _has_methods(value.cls, NEEDS.get(name, ()))
    if isinstance(value, Tensor) and name in ("Iterable", "Reversible", "Sequence"):
        return name == "Iterable" or name == "Reversible" and not is_array(value)
    if name in ("Sized", "Container", "Collection"):
        if isinstance(value, ListObj) and "generator" in value.cell:
            return False
        if isinstance(value, COLLECTIONS):
            return True
        if isinstance(value, (*NUMBERS, Function)):
            return False
    return None


def _is_hashable(value: Value) -> bool | None:
    if isinstance(value, Instance):
        own = [c for c in value.cls.mro if isinstance(c, ClassValue)]
        if value.cls.opaque or any("__eq__" in c.attrs for c in own):
            return None
        return True
    if isinstance(value, MUTABLE) or isinstance(value, Tensor) and is_array(value):
        return False
    known = (*NUMBERS, str, bytes, TupleValue, SizeTuple, Tensor, Function, ClassValue)
    return True if isinstance(value, known) else None


def _has_methods(cls: ClassValue, names: tuple[str, ...]) -> bool | None:
    """Whether a class has all of these methods; None if it has not, or that is not known."""
    found = [lookup(cls, name)[0] for name in names]
    if not found or any(f is MISSING or f is None or isinstance(f, Unknown) for f in found):
        return None
    return True
