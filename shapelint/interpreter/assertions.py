"""What a program asserts of shapes, and does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.expressions import evaluate
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.rehearsing import undone
from shapelint.interpreter.values import SizeTuple, Tensor, TupleValue, Value
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

ASKS = frozenset({"shape", "ndim", "size", "dim"})


def report(m: Interpreter, test: tree.Expr, frame: Frame) -> None:
    """Tell of an assertion that is false, if it is one about the shape of a tensor."""
    asked = [part for part in walk(test) if isinstance(part, tree.Attribute) and part.attr in ASKS]
    if not asked:
        return
    try:
        with undone(m), m.recorder.muted():
            tensors = tuple(m.resolve(evaluate(m, part.value, frame)) for part in asked)
            said = _said(m, test, frame)
    except Diverges:
        return
    if not any(isinstance(tensor, Tensor) for tensor in tensors):
        return
    with m.at(frame, test.at):
        m.report("assert-shape", f"the assertion is false{said}", tensors)


def _said(m: Interpreter, test: tree.Expr, frame: Frame) -> str:
    """What is compared, where that is two sizes or shapes."""
    if not isinstance(test, tree.Compare) or len(test.ops) > 1:
        return ""
    shown = [_shown(m, evaluate(m, side, frame)) for side in (test.left, *test.comparators)]
    return "" if None in shown else f": {shown[0]} {test.ops[0]} {shown[1]}"


def _shown(m: Interpreter, side: Value) -> str | None:
    """A size, or a shape."""
    side = m.decided(m.resolve(side))
    if isinstance(side, SizeTuple):
        return str(m.store.facts.shape(side.shape))
    if isinstance(side, TupleValue):
        shown = [_shown(m, item) for item in side.items]
        comma = "," if len(shown) == 1 else ""
        return None if None in shown else f"({', '.join(map(str, shown))}{comma})"
    return str(m.store.facts.size(side)) if m.is_size(side) else None
