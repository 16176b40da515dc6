"""Bodies whose exceptions may be caught."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from shapelint.interpreter import presence
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.store import Notes, Write
from shapelint.interpreter.values import MISSING, There
from shapelint.source import tree
from shapelint.symbolic import new_flag

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

OTHER_ERRORS = {
    "ImportError", "ModuleNotFoundError", "OSError", "IOError", "FileNotFoundError", "FileExistsError",
    "PermissionError", "ConnectionError", "TimeoutError", "EOFError", "KeyError", "AttributeError",
    "NameError", "StopIteration", "KeyboardInterrupt", "SystemExit", "ZeroDivisionError",
    "UnicodeDecodeError", "UnicodeEncodeError", "JSONDecodeError", "ImportWarning", "RecursionError",
}  # fmt: skip
"""What a framework does not raise where shapes do not fit."""
HARMLESS = {"==", "!=", "is", "is not"}
"""Comparisons that raise nothing but what is judged."""
TELLING = {"callable", "hasattr", "id", "isinstance", "type"}
"""What only tells of what it is given."""


def last_name(node: tree.Expr) -> str:
    return node.attr if isinstance(node, tree.Attribute) else getattr(node, "id", "")


def exception_names(types: Iterable[tree.Expr]) -> set[str]:
    names: set[str] = set()
    for node in types:
        inner = node.items if isinstance(node, tree.TupleExpr) else (node,)
        names |= {last_name(item) for item in inner}
    return names


def may_be_shape_error(names: set[str]) -> bool:
    """Whether one of these exceptions may be what a framework raises on shapes that do not fit."""
    return not names or not names <= OTHER_ERRORS


def is_plain(body: tree.Block) -> bool:
    """Whether statements only import, name and ask for what is there: where all of that is understood, nothing of it
    raises."""
    return all(map(_is_plain, body))


def _is_plain(node: tree.Stmt) -> bool:
    if isinstance(node, tree.If):
        return _only_asks(node.test) and is_plain(node.body) and is_plain(node.orelse)
    if isinstance(node, tree.Assign):
        return all(isinstance(t, tree.Name) for t in node.targets) and _only_asks(node.value)
    if isinstance(node, tree.Return):
        return node.value is None or _only_asks(node.value)
    return isinstance(node, tree.Import | tree.ImportFrom | tree.Pass)


def _only_asks(node: tree.Expr) -> bool:
    """Whether an expression has names, attributes and constants only, and what compares or tells of them."""
    if isinstance(node, tree.Attribute):
        return _only_asks(node.value)
    if isinstance(node, tree.BoolOp):
        return all(map(_only_asks, node.values))
    if isinstance(node, tree.UnaryOp):
        return node.op == "not" and _only_asks(node.operand)
    if isinstance(node, tree.Compare):
        sides = (node.left, *node.comparators)
        return set(node.ops) <= HARMLESS and all(map(_only_asks, sides))
    if isinstance(node, tree.Call):
        told = isinstance(node.func, tree.Name) and node.func.id in TELLING
        return told and all(_only_asks(given.value) for given in node.args)
    return isinstance(node, tree.Name | tree.Constant)


def attempt(
    m: Interpreter,
    frame: Frame,
    catches: bool,
    body: Callable[[], bool],
    handler: Callable[[], bool],
    orelse: Callable[[], bool] = lambda: True,
    is_plain: bool = False,
) -> bool:
    """The body may stop wherever it does something that is not fully understood, so the handler
    starts from what the body can have changed; it is dead where there is no such doubt, and what it
    catches is judged: not the wrong types and values that Python's own functions reject, unless the body
    `is_plain`. Nothing is reported from a body whose failure is caught."""
    from shapelint.interpreter.statements import run_either

    written: list[list[Write]] = []
    may_raise, doubts = True, m.doubts

    def attempted() -> bool:
        nonlocal may_raise
        try:
            with m.store.trailed() as found, m.recorder.caught(catches):
                live = body()
            may_raise = m.doubts > doubts or (catches and not is_plain)
        finally:
            written.extend(found.values())
        return live and orelse()

    def handled() -> bool:
        if not may_raise:
            raise Diverges
        for writes in written:
            container, key, _ = writes[0]
            for _, _, new in writes:
                old = container.get(key, MISSING)
                if new is old or isinstance(key, There):
                    continue
                if isinstance(container, Notes):
                    m.store.write(container, key, new)
                else:
                    presence.widen_at(m, container, key, old, new, once=True)
        return handler()

    live = run_either(m, frame, new_flag("no exception"), attempted, handled)
    if not may_raise:
        m.doubts = doubts  # the handler is dead: nothing is left to doubt
    return live
