"""einx's elementwise operations and indexing: axes by their names
(https://einx.readthedocs.io/en/stable/api.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.registry import builtin
from shapelint.interpreter.values import Tensor, Value
from shapelint.symbolic import Dim, Shape, eq

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
    return _named(m, m.decided(m.resolve(args[0])), args[1:])


@builtin("einx.get_at")
def get_at(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """Indices into the axes in brackets: `b n [l], b n -> b n`."""
    pattern = m.decided(m.resolve(args[0]))
    if not isinstance(pattern, str) or "->" not in pattern:
        return m.unknown("einx by an unknown pattern")
    return _named(m, pattern.replace("[", " ").replace("]", " "), args[1:])


def _named(m: Interpreter, pattern: Value, arguments: list[Value]) -> Value:
    """The axes after `->`, or those of the operand that has all of them."""
    tensors = [m.decided(m.resolve(a)) for a in arguments]
    if not isinstance(pattern, str):
        return m.unknown("einx by an unknown pattern")
    left, arrow, right = pattern.partition("->")
    operands = [part.split() for part in left.split(",")]
    names = {name for operand in operands for name in operand}
    if not all(name.isidentifier() or name.isdigit() for name in names | set(right.split())):
        return m.unknown("einx with composed axes")
    given = right.split() if arrow else next((o for o in operands if names <= {*o}), None)
    sizes: dict[str, int | Dim] = {name: int(name) for name in names if name.isdigit()}
    sizes["1"] = 1
    for operand, tensor in zip(operands, tensors):
        if not isinstance(tensor, Tensor):
            continue
        shape = m.store.facts.shape(tensor.shape)
        if shape.rank == len(operand):
            for name, size in zip(operand, shape.sizes):
                if m.store.facts.truth(eq(sizes.setdefault(name, size), size)) is False:
                    text = f"`{name}` of `{pattern}` is {sizes[name]} and {size}"
                    m.report("pattern-axes", text, tuple(tensors))
                    return m.unknown("a failed call of einx")
    if given is None or not {*given} <= sizes.keys():
        return m.unknown("einx of tensors of unknown shape")
    return Tensor(Shape(tuple(sizes[name] for name in given)), None, None, m.origin(tensors))
