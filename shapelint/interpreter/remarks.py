"""What runs, but surely not as meant: said once the result goes into a layer or a product.

A reshape to the same sizes in another order may be a step of something known, as the relative shift of
Transformer-XL, which slices the result and reshapes it back; what a layer reads is meant to be in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.recorder import Step
from shapelint.interpreter.values import ListObj, Tensor, TupleValue, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.rulebook.apply import Failure

CONSUMERS = {
    "linear-in-features", "inner-size", "rnn-input", "attention-sizes", "conv-channels", "heads-divide",
    "norm-features",
}  # fmt: skip
"""What the rules find whose operations read axes by their meaning."""


def keep(m: Interpreter, result: Value, said: tuple[Failure, ...], args: list[Value]) -> None:
    """Remember what is to be said of a result until it is used; not of what undoes an earlier one."""
    if not said or not isinstance(result, Tensor):
        return
    places = {place for _, place, _ in m.store.remarks.values()}
    step = result.origin if isinstance(result.origin, Step) else None
    while step is not None and (step.place not in places or step.place == m.here):
        step = step.previous
    if step is None:
        m.store.pin(result)
        m.store.write(m.store.remarks, id(result), (said[0], m.here, tuple(args)))


def consume(m: Interpreter, args: list[Value]) -> None:
    """An operation reads these arguments: what was remarked of them is said, at the place it arose."""
    if not m.store.remarks:
        return
    for value in args:
        value = m.resolve(value)
        items = value.items if isinstance(value, TupleValue | ListObj) else (value,)
        for item in items if isinstance(items, tuple) else ():
            kept = m.store.remarks.get(id(m.resolve(item)))
            if kept is not None:
                remark, place, involved = kept
                here, m.here = m.here, place
                m.report(remark.name, remark.message, involved)
                m.here = here
