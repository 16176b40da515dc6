"""`tensor[…] = value`: the value must broadcast to the place. A variable takes only values of its own shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shapelint.interpreter import elements
from shapelint.interpreter.values import Tensor, Value
from shapelint.symbolic import Impossible, Shape, ask, conj, disj, eq

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def check_assignment(m: Interpreter, tensor: Tensor, target: Shape, value: Shape) -> None:
    """Report `assign-shape` if no sizes make the value fit its place; more axes than that has are of size 1."""
    pairs = zip(reversed(target.sizes), reversed(value.sizes), strict=False)
    more = value.sizes[: max(0, len(value.sizes) - len(target.sizes))]
    requirement = conj(
        *(disj(eq(t, v), eq(v, 1)) for t, v in pairs), *(eq(size, 1) for size in more)
    )
    if isinstance(ask(m.store.facts, requirement), Impossible):
        m.report(
            "assign-shape",
            f"a value of shape {value} does not fit the place of shape {target}",
            (tensor,),
        )


def assigned(op: str | None = None) -> Callable[..., Value]:
    """`variable.assign(value)` of Keras and TensorFlow, `assign_add` and `assign_sub`: a variable keeps its shape."""

    def call(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
        variable, value = args[0], args[1] if len(args) > 1 else kwargs.get("value")
        if op is not None:
            value = m.binary(op, variable, value)
        value = m.decided(m.resolve(value))
        elements.lose(m, variable)
        if isinstance(value, Tensor):
            _check_variable(m, variable, value)
        return variable

    return call


def _check_variable(m: Interpreter, variable: Tensor, value: Tensor) -> None:
    target, source = (m.store.facts.shape(t.shape) for t in (variable, value))
    if target.rank is None or source.rank is None:
        return
    equal = [eq(t, v) for t, v in zip(target.sizes, source.sizes, strict=False)]
    alike = target.rank == source.rank
    if not alike or isinstance(ask(m.store.facts, conj(*equal)), Impossible):
        message = f"a value of shape {source} is assigned to a variable of shape {target}"
        m.report("assign-shape", message, (variable, value))
