"""What Keras does around a layer that is known by its rule: arguments of the base class, old spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import DictObj, Instance, Value
from shapelint.rulebook import RuleClass

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

BASE = {
    "name", "dtype", "trainable", "autocast", "input_shape", "input_dim", "input_length",
    "batch_input_shape", "batch_size", "weights", "activity_regularizer", "dynamic",
    "implementation",
}  # fmt: skip
"""Keywords that `keras.layers.Layer` itself takes, in Keras 3 or before."""


def constructor(
    m: Interpreter, instance: Instance, rule: RuleClass, args: list[Value], kwargs: dict[str, Value]
) -> tuple[list[Value], dict[str, Value]]:
    """The arguments that the rule names; the base class keeps the others."""
    taken = {p.name for s in rule.init for p in s.params}
    old = dict(rule.legacy)
    renamed = {
        name if name in taken else old.get(name, name): value for name, value in kwargs.items()
    }
    base = {name: value for name, value in renamed.items() if name in BASE and name not in taken}
    keep = m.program.prelude(m, "keras").globals["_keep"]
    m.call(keep, [instance, DictObj(dict(base))], {})
    return args, {name: value for name, value in renamed.items() if name not in base}
