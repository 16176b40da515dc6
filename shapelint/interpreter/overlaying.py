"""A mapping that takes over what another one holds: `{**a, **b}`, `a | b`, `a.update(b)`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.values import MISSING, REST, DictObj, Unknown, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def taken_over(m: Interpreter, held: Mapping[Any, Value], source: Value) -> dict[Any, Value]:
    """What is to be set in the entries that are held. Under keys that cannot be seen the source may hold something
    for each of them."""
    told: Mapping[Any, Value] = source.entries if isinstance(source, DictObj) else {}
    rest = told.get(REST, MISSING) if isinstance(source, DictObj) else m.resolve(source)
    if isinstance(source, DictObj) and rest is MISSING:
        return dict(told)
    free = isinstance(rest, Unknown) and rest.free
    hidden = {
        key: m.unknown("perhaps another mapping's", free=free)
        for key, value in held.items()
        if key is not REST and value is not MISSING
    }
    if not isinstance(source, DictObj):
        return {**hidden, REST: m.unknown("entries of an unknown mapping", free=free)}
    return {**hidden, **told}


__all__ = ["taken_over"]
