"""einx's elementwise operations: broadcasting by the names of axes
(https://einx.readthedocs.io/en/stable/api/elementwise.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.registry import builtin
from shapelint.interpreter.values import Tensor, Value
from shapelint.symbolic import Dim, Shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

OPERATIONS = (
    "add", "subtract", "multiply", "true_divide", "floor_divide", "divide", "logical_and",
    "logical_or", "where", "maximum", "minimum", "less", "less_equal", "greater", "greater_equal",
    "equal", "not_equal", "logaddexp",
)  # fmt: skip


@builtin(*(f"einx.{name}" for name in OPERATIONS))
def elementwise(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """The axes after `->`, or those of the operand that has all of them."""
    pattern = m.decided(m.resolve(args[0]))
    tensors = [m.decided(m.resolve(a)) for a in args[1:]]
    if not isinstance(pattern, str):
        return m.unknown("einx by an unknown pattern")
    left, arrow, right = pattern.partition("->")
    operands = [part.split() for part in left.split(",")]
    names = {name for operand in operands for name in operand}
    if not all(name.isidentifier() or name == "1" for name in names | set(right.split())):
        return m.unknown("einx with composed axes")
    given = right.split() if arrow else next((o for o in operands if names <= {*o}), None)
    sizes: dict[str, int | Dim] = {"1": 1}
    for operand, tensor in zip(operands, tensors):
        if not isinstance(tensor, Tensor):
            continue
        shape = m.store.facts.shape(tensor.shape)
        if shape.rank == len(operand):
            for name, size in zip(operand, shape.sizes):
                sizes.setdefault(name, size)
    if given is None or not {*given} <= sizes.keys():
        return m.unknown("einx of tensors of unknown shape")
    return Tensor(Shape(tuple(sizes[name] for name in given)), None, None, m.origin(args))
