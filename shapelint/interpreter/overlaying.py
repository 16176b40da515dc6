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
    if isinstance(source, DictObj):
        told, rest = source.entries, source.entries.get(REST, MISSING)
    else:
        rest = m.resolve(source)
        lost = m.unknown("entries of an unknown mapping", free=_is_free(rest))
        told = {REST: lost}
    if rest is MISSING:
        return dict(told)
    hidden = {
        key: m.unknown("perhaps another mapping's", free=_is_free(rest))
        for key, value in held.items()
        if key is not REST and value is not MISSING
    }
    return {**hidden, **told}


def _is_free(value: Value) -> bool:
    return isinstance(value, Unknown) and value.free


__all__ = ["taken_over"]
