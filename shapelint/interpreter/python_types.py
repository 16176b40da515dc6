"""Types of Python's: which one a value is of, and which one a name stands for."""

from __future__ import annotations

import functools
import importlib
import itertools
import types
from collections import OrderedDict, defaultdict, deque
from functools import cache
from typing import Any

from shapelint.interpreter.values import (
    DictObj,
    Dim,
    Formula,
    Function,
    ListObj,
    ModuleValue,
    Partial,
    RangeValue,
    SetObj,
    SizeTuple,
    SliceValue,
    TupleValue,
    Value,
    is_exact,
)

PYTHON = {
    "", "abc", "builtins", "collections", "collections.abc", "functools", "numbers", "types", "typing",
    "typing_extensions",
}  # fmt: skip
"""The modules whose classes are asked themselves."""
TYPES: dict[type, type] = {
    Dim: int, Formula: bool, RangeValue: range, SliceValue: slice, TupleValue: tuple, SizeTuple: tuple,
    Function: types.FunctionType, Partial: functools.partial, ModuleValue: types.ModuleType,
}  # fmt: skip
"""The type of a value, or what its type derives from."""
NAMED: dict[str, type] = {
    "generator": types.GeneratorType, "iterator": type(iter([])), "deque": deque,
    "OrderedDict": OrderedDict, "defaultdict": defaultdict, "dict_keys": type({}.keys()),
    "dict_values": type({}.values()), "dict_items": type({}.items()), "from_iterable": itertools.chain,
}  # fmt: skip


@cache
def python_class(dotted: str) -> type | None:
    """A class of Python's own; what it derives from if it takes parameters."""
    module, _, name = dotted.rpartition(".")
    if not name or module not in PYTHON:
        return None
    found: Any = getattr(importlib.import_module(module or "builtins"), name, None)
    found = getattr(found, "__origin__", found)
    return found if isinstance(found, type) else None


def type_of(value: Value) -> type | None:
    """The type of a value, None if it is not one of Python's, or not known."""
    if is_exact(value):
        return type(value)
    if isinstance(value, ListObj | SetObj | DictObj):
        kind = value.type
        return NAMED.get(kind) or python_class(kind) or getattr(itertools, kind, None)
    return TYPES.get(type(value))


@cache
def is_iterator_type(kind: str) -> bool:
    """Whether a list of this type is an iterator."""
    of_python = NAMED.get(kind) or python_class(kind) or getattr(itertools, kind, None)
    return hasattr(of_python, "__next__")
