"""Joining a sequence of tensors of unknown number: what is alike in all of them is known of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import counting, iterators
from shapelint.interpreter.branches import merge_shapes
from shapelint.interpreter.filling import is_some
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.rehearsing import undone
from shapelint.interpreter.representative import any_item
from shapelint.interpreter.values import (
    ListObj,
    RuleOp,
    Tensor,
    Unknown,
    Value,
    new_list,
)
from shapelint.symbolic import Proved, Shape, Size, ask, ge, new_flag, new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

JOINS = {"torch.nn.utils.rnn.pad_sequence"} | frozenset(
    f"{package}.{name}"
    for package in ("torch", "numpy", "keras.ops", "tensorflow")
    for name in (
        "cat", "concat", "concatenate", "stack", "hstack", "vstack", "dstack", "column_stack",
    )
)  # fmt: skip
"""Functions that join one sequence of tensors, and refuse an empty one."""


def joined(m: Interpreter, op: RuleOp, args: list[Value], kwargs: dict[str, Value]) -> Value | None:
    """The whole of as many tensors as there may be; None where the number is told, or no item is.

    Where the whole of two is larger than that of one, it grows with their number.
    """
    if op.rule.names[0] not in JOINS or not args:
        return None
    parts = m.decided(m.resolve(args[0]))
    held = parts.items if isinstance(parts, ListObj) else None
    if not isinstance(held, Unknown):
        return None
    items = [any_item(m, held) for _ in range(2)]
    if not all(isinstance(m.resolve(item), Tensor) for item in items):
        return None
    one, two = (_tried(m, op, [new_list(items[:n]), *args[1:]], kwargs) for n in (1, 2))
    if one is None or two is None or len(one.shape.sizes) != len(two.shape.sizes):
        return None
    sizes = zip(one.shape.sizes, two.shape.sizes, strict=True)
    told = None if iterators.is_iterator(parts) else counting.told(m, held)
    whole = Shape(tuple(_of_many(a, b, told) for a, b in sizes))
    m.operation("open", op.dotted, args)
    return Tensor(whole, one.dtype, None, m.origin([parts], op.dotted))


def _tried(
    m: Interpreter, op: RuleOp, args: list[Value], kwargs: dict[str, Value]
) -> Tensor | None:
    """What a call gives that finds, and changes, nothing; None if its shape is not told."""
    try:
        with undone(m), m.recorder.muted():
            found = m.resolve(m.call(op, args, kwargs))
            shape = m.store.facts.shape(found.shape) if isinstance(found, Tensor) else None
    except Diverges:
        return None
    if shape is None or shape.rank is None or not isinstance(found, Tensor):
        return None
    return Tensor(shape, found.dtype)


def _of_many(one: Size, two: Size, told: Size | None) -> Size:
    """A size of the whole, from that of one item and that of two, and the number of items if that is told."""
    if one == two:
        return one
    grows = two == one + one
    if grows and told is not None:
        return one * told
    count = new_symbol("n", 1 if grows else 0, free=False)
    return one * count if grows else count


def array_of(m: Interpreter, held: Value) -> Tensor | None:
    """The array of as many arrays as there may be, all of one shape; of none it is an empty vector. None where their
    shape is not told."""
    if not isinstance(held, Unknown):
        return None
    one, two = (m.decided(m.resolve(any_item(m, held))) for _ in range(2))
    if not isinstance(one, Tensor) or not isinstance(two, Tensor):
        return None
    shape = m.store.facts.shape(one.shape)
    if shape.rank is None or m.store.facts.shape(two.shape) != shape:
        return None
    count = counting.named(m, held)
    whole = Shape((count, *shape.sizes))
    if not is_some(held) and not isinstance(ask(m.store.facts, ge(count, 1)), Proved):
        flag = new_flag("a list holds something", free=False)
        whole = merge_shapes(m, flag, whole, Shape((0,)))
    return Tensor(whole, one.dtype, None, m.origin([one]))


def count_of_numbers(m: Interpreter, held: Value) -> Size | None:
    """How many numbers a sequence of unknown length holds; None if it may hold something else."""
    if not isinstance(held, Unknown):
        return None
    item = m.decided(m.resolve(any_item(m, held)))
    return counting.named(m, held) if m.is_any_number(item) else None
