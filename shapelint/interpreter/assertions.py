"""What a program asserts of shapes, or refuses them for by raising, and does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.attempting import last_name
from shapelint.interpreter.expressions import evaluate
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.loops import is_round
from shapelint.interpreter.rehearsing import undone
from shapelint.interpreter.values import SizeTuple, Tensor, TupleValue, Value
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

ASKS = frozenset({"shape", "ndim", "size", "dim"})
RAISED = frozenset(
    {
        "ArithmeticError", "AssertionError", "Exception", "IndexError", "NotImplementedError", "RuntimeError",
        "TypeError", "ValueError",
    }
)  # fmt: skip
"""What handlers of shapes that do not fit may catch, too."""
NEGATED = {
    "==": "!=",
    "!=": "==",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
    "in": "not in",
    "not in": "in",
}


def report(m: Interpreter, test: tree.Expr, frame: Frame) -> None:
    """Tell of an assertion that is false, if it is one about the shape of a tensor."""
    with m.at(frame, test.at):
        _report(m, test, False, False, frame, "the assertion is false")


def refused(m: Interpreter, test: tree.Expr, taken: bool, side: tree.Block, frame: Frame) -> None:
    """Tell of the side of a condition that does nothing but raise, if that is one about the shape of a tensor; the
    condition holds, or does not."""
    if not side or not isinstance(last := side[-1], tree.Raise):
        return
    if not all(isinstance(statement, tree.ExprStmt) for statement in side[:-1]):
        return
    if _is_chosen(m):
        return  # some inputs come here to be refused
    raised = last.exc.func if isinstance(last.exc, tree.Call) else last.exc
    if raised is not None and last_name(raised) in RAISED:
        with m.at(frame, last.at):
            _report(m, test, taken, True, frame, "the program raises here")


def _is_chosen(m: Interpreter) -> bool:
    """Whether the way here is one of several, but for the rounds of loops."""
    rounds = sum(map(is_round, m.store.path))
    return len(m.store.path) > rounds or sum(running.forks for running in m.stack) > rounds


def _report(
    m: Interpreter, test: tree.Expr, taken: bool, told: bool, frame: Frame, message: str
) -> None:
    """`told`: whether to tell what holds, or what does not."""
    try:
        with undone(m), m.recorder.muted():
            part, holds = _decisive(m, test, taken, frame)
            tensors = _asked(m, part, frame)
            said = _said(m, part, frame, holds is told)
    except Diverges:
        return
    if tensors is not None:
        m.report("assert-shape", f"{message}{said}", tensors)


def _decisive(m: Interpreter, test: tree.Expr, taken: bool, frame: Frame) -> tuple[tree.Expr, bool]:
    """The part of a condition that makes it hold, or not, and whether that part itself does."""
    if isinstance(test, tree.UnaryOp) and test.op == "not":
        return _decisive(m, test.operand, not taken, frame)
    if isinstance(test, tree.BoolOp) and (test.op == "or") is taken:
        for part in test.values:
            if m.store.facts.truth(m.truth(evaluate(m, part, frame))) is taken:
                return _decisive(m, part, taken, frame)
    return test, taken


def _asked(m: Interpreter, test: tree.Expr, frame: Frame) -> tuple[Tensor, ...] | None:
    """The tensors whose shapes a condition asks for: by themselves, or by names that were bound to what their
    shapes are. None if it asks for no shape, and for no division without a rest."""
    asking = [part.value for part in walk(test) if _asks(part)]
    tensors = [m.resolve(evaluate(m, value, frame)) for value in asking]
    found = tuple(tensor for tensor in tensors if isinstance(tensor, Tensor))
    if found or _divides(m, test, frame):
        return found
    bound = _bound_to_sizes(frame)
    sizes = (p for p in walk(test) if isinstance(p, tree.Name) and p.id in bound)
    return () if any(m.is_size(_value(m, name, frame)) for name in sizes) else None


def _asks(part: object) -> bool:
    return isinstance(part, tree.Attribute) and part.attr in ASKS


def _divides(m: Interpreter, test: tree.Expr, frame: Frame) -> bool:
    """Whether it is asked if one size is divisible by another."""
    rests = (p for p in walk(test) if isinstance(p, tree.BinOp) and p.op == "%")
    return any(
        m.is_size(_value(m, side, frame)) for rest in rests for side in (rest.left, rest.right)
    )


def _bound_to_sizes(frame: Frame) -> set[str]:
    """The names that a function binds to what shapes are: `n, _, h, w = x.shape`."""
    if frame.function is None:
        return set()
    return {
        name.id
        for node in walk(frame.function.node)
        if isinstance(node, tree.Assign) and any(map(_asks, walk(node.value)))
        for target in node.targets
        for name in walk(target)
        if isinstance(name, tree.Name)
    }


def _value(m: Interpreter, node: tree.Expr, frame: Frame) -> Value:
    return m.decided(m.resolve(evaluate(m, node, frame)))


def _said(m: Interpreter, test: tree.Expr, frame: Frame, as_written: bool) -> str:
    """What is compared, where that is two sizes or shapes."""
    if not isinstance(test, tree.Compare) or len(test.ops) > 1:
        return ""
    shown = [_written(m, side, frame) for side in (test.left, *test.comparators)]
    op = test.ops[0] if as_written else NEGATED.get(test.ops[0])
    return "" if None in (*shown, op) else f": {shown[0]} {op} {shown[1]}"


def _written(m: Interpreter, side: tree.Expr, frame: Frame) -> str | None:
    """A size, a shape, or what rest is asked for."""
    if isinstance(side, tree.BinOp) and side.op == "%":
        parts = [_shown(m, _value(m, part, frame)) for part in (side.left, side.right)]
        return None if None in parts else f"{parts[0]} % {parts[1]}"
    return _shown(m, _value(m, side, frame))


def _shown(m: Interpreter, side: Value) -> str | None:
    """A size, or a shape."""
    if isinstance(side, SizeTuple):
        return str(m.store.facts.shape(side.shape))
    if isinstance(side, TupleValue):
        shown = [_shown(m, m.decided(m.resolve(item))) for item in side.items]
        comma = "," if len(shown) == 1 else ""
        return None if None in shown else f"({', '.join(map(str, shown))}{comma})"
    return str(m.store.facts.size(side)) if m.is_size(side) else None
