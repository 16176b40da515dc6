"""A mapping that takes over what another one holds: `{**a, **b}`, `a | b`, `a.update(b)`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.presence import there
from shapelint.interpreter.values import MISSING, REST, DictObj, There, Unknown, Value
from shapelint.symbolic import disj

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def taken_over(m: Interpreter, held: Mapping[Any, Value], source: Value) -> dict[Any, Value]:
    """What is to be set in the entries that are held. Under keys that cannot be seen the source may hold something
    for each of them."""
    if isinstance(source, DictObj):
        told, rest = _told(m, held, source.entries), source.entries.get(REST, MISSING)
        if rest is MISSING:
            return told
        told[REST] = rest
    else:
        rest = m.resolve(source)
        told = {REST: m.unknown("entries of an unknown mapping", free=_is_free(rest))}
    hidden = {
        key: m.unknown("perhaps another mapping's", free=_is_free(rest))
        for key, value in held.items()
        if key is not REST and value is not MISSING and not isinstance(key, There)
    }
    return {**hidden, **told}


def _told(
    m: Interpreter, held: Mapping[Any, Value], entries: Mapping[Any, Value]
) -> dict[Any, Value]:
    """What the keys that are seen set; one that may be missing leaves what was held before."""
    told: dict[Any, Value] = {}
    for key, value in entries.items():
        if key is REST or value is MISSING or isinstance(key, There):
            continue
        given = there(entries, key)
        told[key] = m.merge(given, value, held.get(key, MISSING))
        after = disj(given, there(held, key))
        told[There(key)] = MISSING if after is True else after
    return told


def _is_free(value: Value) -> bool:
    return isinstance(value, Unknown) and value.free


__all__ = ["taken_over"]
