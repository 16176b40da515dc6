"""What a parameter may be other than its default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import TupleValue, Value
from shapelint.symbolic import new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def loosened(m: Interpreter, name: str, default: Value) -> Value:
    """A number of the same sign, a named tuple of others; else anything: a tuple of another length, too."""
    if type(default) is int:
        return new_symbol(name, lower=1 if default > 0 else None)
    if isinstance(default, TupleValue) and default.fields:
        items = tuple(loosened(m, f"{name}{i}", v) for i, v in enumerate(default.items))
        return TupleValue(items, default.fields, default.cls)
    return m.unknown(f"parameter {name}", name, free=True)
