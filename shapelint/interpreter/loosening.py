"""What a parameter may be other than its default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import Tensor, TupleValue, Value
from shapelint.symbolic import new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def loosened(m: Interpreter, name: str, default: Value) -> Value:
    if type(default) is int:
        return new_symbol(name, lower=1 if default > 0 else None)
    if isinstance(default, TupleValue):
        return TupleValue(tuple(loosened(m, f"{name}{i}", v) for i, v in enumerate(default.items)))
    if isinstance(default, Tensor):
        return default
    return m.unknown(f"parameter {name}", name, free=True)
