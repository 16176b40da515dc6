"""Sizes that the first call of a layer fixes: Keras's `build`, torch's lazy modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import Instance, TupleValue, Value
from shapelint.rulebook import RuleClass
from shapelint.symbolic import Shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def _key(rule: RuleClass) -> str:
    """Under which an instance keeps, beside its environments, the sizes that its first call has fixed:
    None for one that is not."""
    return f"late {rule.name}"


def begin(m: Interpreter, instance: Instance, rule: RuleClass) -> None:
    """A layer just made: nothing is fixed."""
    if rule.late:
        m.store.write(instance.rule_envs, _key(rule), TupleValue((None,) * len(rule.late)))


def environment(
    m: Interpreter, instance: Instance, rule: RuleClass, env: dict[str, Value]
) -> dict[str, Value]:
    """What the constructor has left, with the sizes that an earlier call has fixed on every path."""
    held = instance.rule_envs.get(_key(rule)) if rule.late else None
    if not isinstance(held, TupleValue):
        return env
    pairs = zip(rule.late, map(m.decided, held.items), strict=True)
    return {**env, **{name: value for name, value in pairs if _is_fixed(m, value)}}


def _is_fixed(m: Interpreter, value: Value) -> bool:
    if isinstance(value, tuple):
        return all(map(m.is_size, value))
    return m.is_size(value) or isinstance(value, Shape)


def fix(m: Interpreter, instance: Instance, rule: RuleClass, sizes: tuple[Value, ...]) -> None:
    """Keep what a call has fixed, if none has before."""
    held = instance.rule_envs.get(_key(rule))
    if not any(_is_fixed(m, v) for v in sizes) or not isinstance(held, TupleValue):
        return
    if m.is_undefined(sizes):
        m.report(
            "bad-argument", f"{rule.name}: a size of its weights is left open by the input", ()
        )
    pairs = zip(held.items, sizes, strict=True)
    kept = TupleValue(
        tuple(new if old is None and _is_fixed(m, new) else old for old, new in pairs)
    )
    if kept != held:
        m.store.write(instance.rule_envs, _key(rule), kept)
