"""What its use shows of a value: an unknown put where only a tensor fits is a tensor from here on,
one put where only a size fits is a size, and a shape has the axes that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import (
    Arithmetic,
    Dim,
    ListObj,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.rulebook import Kind, Signature
from shapelint.symbolic import Len, Shape, new_shape_var, new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

FACTORS = {"*", "//"}
TERMS = {"+", "-"}
"""The signs of what gives an integer of integers alone."""


def force_tensor(m: Interpreter, value: Value) -> Tensor | None:
    """An unknown that must be a tensor becomes one, of unknown shape."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Tensor):
        return value
    if isinstance(value, Unknown):
        name = _name(value, "s")
        tensor = m.ranks.of(value, name) or Tensor(unknown_shape(name, value.free))
        m.store.refine(value, tensor)
        return tensor
    return None


def force_size(m: Interpreter, value: Value, lower: int = 1) -> Value:
    """An unknown that must be a size becomes one; what it was computed from are integers then."""
    value = m.decided(m.resolve(value))
    if not isinstance(value, Unknown):
        return value
    if value.recipe is not None and isinstance(value.recipe[0], Arithmetic):
        op, operands = value.recipe[0].op, [m.decided(m.resolve(v)) for v in value.recipe[1]]
        if op in FACTORS | TERMS and all(isinstance(v, int | Dim | Unknown) for v in operands):
            for operand in operands:
                # a term may be nothing, as the width of what is added by an option
                force_size(m, operand, lower if op in FACTORS else 0)
            computed = m.decided(m.resolve(value))
            if not isinstance(computed, Unknown):
                return computed
    size = new_symbol(_name(value, "n"), lower)
    m.store.refine(value, size)
    return size


def _name(value: Unknown, default: str) -> str:
    name = (value.hint or default).rsplit(".", 1)[-1]
    return name if name.isidentifier() else default


def force_arguments(
    m: Interpreter,
    signatures: tuple[Signature, ...],
    args: list[Value],
    kwargs: dict[str, Value],
) -> None:
    """Refine unknown arguments of a call by rule to what every form of the rule takes there."""
    signatures = tuple(s for s in signatures if s.may_take(args)) or signatures
    for place, value in enumerate(args):
        if _refinable(value):
            first = place == 0 or all(s.kind_at(place - 1) != "sizes" for s in signatures)
            last = place + 1 == len(args) or not any(s.gathers(place) for s in signatures)
            alone = first and last
            _force(m, {s.kind_at(place) for s in signatures}, value, alone)
    for name, value in kwargs.items():
        if _refinable(value):
            _force(m, {s.kind(name) for s in signatures}, value, True)


def _refinable(value: Value) -> bool:
    return isinstance(value, Unknown | TupleValue | ListObj)


def _force(m: Interpreter, kinds: set[Kind], value: Value, alone: bool) -> None:
    if len(kinds) != 1:
        return
    (kind,) = kinds
    single = isinstance(value, Unknown)
    items = () if isinstance(value, Unknown) else value.items
    if kind == "tensor" and single:
        force_tensor(m, value)
    elif kind == "size" or (kind == "sizes" and single and not alone):
        force_size(m, value)
    elif kind in ("tensors", "sizes") and not isinstance(items, Unknown):
        for item in items:
            if kind == "tensors":
                force_tensor(m, item)
            else:
                force_size(m, item)


def grow(m: Interpreter, shape: Shape, before: int, after: int) -> bool:
    """Give a shape of unknown rank at least so many axes at its left or right, whose use has
    just shown that they are there. Counted from one end they may be axes that are known at
    the other: then there is no answer, but for a first axis that is taken as the batch: beside a
    last one, or where a layer takes one more axis for it (`weight.size(0)` and `weight.size(-2)`
    may be one). In a run without a batch it is that other one."""
    if shape.var is None:
        return False
    left_need, right_need = before - len(shape.prefix), after - len(shape.suffix)
    if left_need > 0 and right_need > 0:
        return False
    need = max(left_need, right_need)
    low, high = m.store.facts.limits.get(Len(shape.var), (0, None))
    first = max(before, len(shape.prefix)) == 1
    batch = first and (max(after, len(shape.suffix)) == 1 or high == 1)
    opposite = shape.suffix if left_need > 0 else shape.prefix
    if high is not None and need > high or (opposite and need > max(low or 0, batch)):
        return False
    if opposite and need > (low or 0):
        m.ranks.took_batch = True
        if not m.ranks.has_batch:
            m.store.facts = m.store.facts.refine(shape.var, Shape(), m.here)
            return not m.store.facts.contradictory
    name, free = shape.var.name, shape.var.free
    left = tuple(new_symbol(f"{name}{i}", free=free) for i in range(len(shape.prefix), before))
    places = range(after - len(shape.suffix), 0, -1)
    right = tuple(new_symbol(f"{name}_{i}", free=free) for i in places)
    inner = Shape(left, new_shape_var(name, free), right)
    m.store.facts = m.store.facts.refine(shape.var, inner, m.here)
    return not m.store.facts.contradictory


def reach(m: Interpreter, shape: Shape, before: int, after: int) -> bool:
    """Have so many axes at each end at least, growing the shape where that is sure."""
    shape = m.store.facts.shape(shape)
    if shape.rank is None and len(shape.prefix) < before:
        grow(m, shape, before, len(shape.suffix))
        shape = m.store.facts.shape(shape)
    if shape.rank is None and len(shape.suffix) < after:
        grow(m, shape, len(shape.prefix), after)
        shape = m.store.facts.shape(shape)
    return shape.rank is None and len(shape.prefix) >= before and len(shape.suffix) >= after
