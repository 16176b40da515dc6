"""Sizes that the first call of a layer fixes: Keras's `build`, torch's lazy modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import Instance, TupleValue, Value
from shapelint.rulebook import RuleClass
from shapelint.symbolic import Shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

LATE = "late"
"""The key under which an instance keeps the sizes that its first call has fixed, None for one that
is not (of no layer's name: these are capitalised)."""


def begin(m: Interpreter, instance: Instance, rule: RuleClass) -> None:
    """A layer just made: nothing is fixed."""
    m.store.write(instance.rule_envs, LATE, TupleValue((None,) * len(rule.late)))


def fixed(m: Interpreter, instance: Instance, rule: RuleClass) -> dict[str, Value]:
    """The sizes that an earlier call has fixed, on every path."""
    held = instance.rule_envs.get(LATE)
    if not rule.late or not isinstance(held, TupleValue):
        return {}
    pairs = zip(rule.late, map(m.decided, held.items), strict=True)
    return {name: value for name, value in pairs if _is_fixed(m, value)}


def _is_fixed(m: Interpreter, value: Value) -> bool:
    if isinstance(value, tuple):
        return all(map(m.is_size, value))
    return m.is_size(value) or isinstance(value, Shape)


def fix(m: Interpreter, instance: Instance, rule: RuleClass, sizes: tuple[Value, ...]) -> None:
    """Keep what a call has fixed, if none has before."""
    held = instance.rule_envs.get(LATE)
    if not any(_is_fixed(m, v) for v in sizes) or not isinstance(held, TupleValue):
        return
    pairs = zip(held.items, sizes, strict=True)
    kept = TupleValue(
        tuple(new if old is None and _is_fixed(m, new) else old for old, new in pairs)
    )
    if kept != held:
        m.store.write(instance.rule_envs, LATE, kept)
