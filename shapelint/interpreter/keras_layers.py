"""What Keras does around a layer that is known by its rule: arguments of the base class, old spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.preludes import prelude
from shapelint.interpreter.values import DictObj, Instance, TupleValue, Value
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
    args, kwargs = _old_kernel(rule, args, kwargs)
    renamed = {
        name if name in taken else old.get(name, name): value for name, value in kwargs.items()
    }
    base = {name: value for name, value in renamed.items() if name in BASE and name not in taken}
    keep = prelude(m, "keras").globals["_keep"]
    m.call(keep, [instance, DictObj(dict(base))], {})
    return args, {name: value for name, value in renamed.items() if name not in base}


KERNEL_WORDS = {"border_mode", "subsample", "dim_ordering", "nb_row", "nb_col", "nb_filter"}


def _old_kernel(
    rule: RuleClass, args: list[Value], kwargs: dict[str, Value]
) -> tuple[list[Value], dict[str, Value]]:
    """Keras 1 gave the sides of a kernel one by one: `Convolution2D(32, 3, 3)`, `nb_row=3, nb_col=3`."""
    sides = tuple(kwargs[w] for w in ("kernel_dim1", "kernel_dim2", "kernel_dim3") if w in kwargs)
    sides = sides or tuple(kwargs[w] for w in ("nb_row", "nb_col") if w in kwargs)
    rank = next((int(w[0]) for w in (rule.name[-2:], rule.name[-11:-9]) if w[:1].isdigit()), 0)
    if sides:
        left = {
            k: v for k, v in kwargs.items() if not k.startswith(("nb_row", "nb_col", "kernel_dim"))
        }
        return args, {**left, "kernel_size": TupleValue(sides)}
    if rank > 1 and len(args) == 1 + rank and KERNEL_WORDS & kwargs.keys():
        return [args[0], TupleValue(tuple(args[1:]))], kwargs
    return args, kwargs
