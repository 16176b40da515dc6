"""Statements. A block answers whether control can leave it at its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shapelint.interpreter import assertions, context_managers, loops, matching, notations
from shapelint.interpreter.attempting import (
    attempt,
    exception_names,
    is_plain,
    may_be_shape_error,
)
from shapelint.interpreter.branches import fork, join
from shapelint.interpreter.classes import define_class
from shapelint.interpreter.expressions import assign, evaluate
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.functions import define_function
from shapelint.interpreter.imports import run_import, run_import_from
from shapelint.interpreter.leaving import leave, run_finally
from shapelint.interpreter.values import MISSING, ClassValue, Tensor, TupleValue, Value
from shapelint.source import tree
from shapelint.symbolic import new_flag

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def run_block(m: Interpreter, body: tree.Block, frame: Frame) -> bool:
    """Run the statements in turn; False if no path reaches the end."""
    return all(run_statement(m, statement, frame) for statement in body)


def run_statement(m: Interpreter, node: tree.Stmt, frame: Frame) -> bool:
    m.step()
    m.reached(frame, node)
    return RUN[type(node)](m, node, frame)


def run_expression(m: Interpreter, node: tree.ExprStmt, frame: Frame) -> bool:
    value = evaluate(m, node.value, frame)
    call = node.value
    if (
        isinstance(value, Tensor)
        and isinstance(call, tree.Call)
        and isinstance(call.func, tree.Attribute)
        and call.func.attr.endswith("_")
        and not call.func.attr.startswith("__")
        and isinstance(call.func.value, tree.Name | tree.Attribute)
        and isinstance(evaluate(m, call.func.value, frame), Tensor)
    ):
        assign(m, call.func.value, value, frame)  # an in-place method leaves its result there
    return True


def run_assign(m: Interpreter, node: tree.Assign, frame: Frame) -> bool:
    value = evaluate(m, node.value, frame)
    for target in node.targets:
        assign(m, target, value, frame)
    return True


def run_annotated(m: Interpreter, node: tree.AnnAssign, frame: Frame) -> bool:
    if frame.is_class and isinstance(node.target, tree.Name):
        names = frame.vars.setdefault("__annotations__", {})
        names[node.target.id] = node.annotation
    if node.value is not None:
        assign(m, node.target, evaluate(m, node.value, frame), frame)
    return True


def run_augmented(m: Interpreter, node: tree.AugAssign, frame: Frame) -> bool:
    with m.at(frame, node.at):
        old = evaluate(m, node.target, frame)
        value = m.binary_in_place(node.op, old, evaluate(m, node.value, frame))
        assign(m, node.target, value, frame)
    return True


def run_return(m: Interpreter, node: tree.Return, frame: Frame) -> bool:
    value = None if node.value is None else evaluate(m, node.value, frame)
    m.recorder.shape(m, frame, node.at, "return", value)
    notations.returned(m, frame, node, value)
    leave(m, frame, "return", value)
    return False


def run_break(m: Interpreter, node: tree.Break, frame: Frame) -> bool:
    leave(m, frame, "break")
    return False


def run_continue(m: Interpreter, node: tree.Continue, frame: Frame) -> bool:
    leave(m, frame, "continue")
    return False


def run_raise(m: Interpreter, node: tree.Raise, frame: Frame) -> bool:
    if node.exc is not None:
        evaluate(m, node.exc, frame)
    raise Diverges


def run_assert(m: Interpreter, node: tree.Assert, frame: Frame) -> bool:
    condition = m.store.facts.truth(m.truth(evaluate(m, node.test, frame)))
    if condition is False:
        assertions.report(m, node.test, frame)
        raise Diverges("AssertionError")
    if condition is not True:
        m.doubts += 1
        m.store.learn(condition)
        if m.store.facts.contradictory:
            raise Diverges("AssertionError")
    return True


def run_delete(m: Interpreter, node: tree.Delete, frame: Frame) -> bool:
    for target in node.targets:
        if isinstance(target, tree.Name):
            m.doubts += target.id not in frame.vars
            m.store.write(frame.vars, target.id, MISSING)
        elif isinstance(target, tree.Attribute):
            m.delete_attr(evaluate(m, target.value, frame), target.attr)
        elif isinstance(target, tree.Subscript):
            m.delete_item(evaluate(m, target.value, frame), evaluate(m, target.index, frame))
    return True


def run_nothing(m: Interpreter, node: tree.Stmt, frame: Frame) -> bool:
    return True


def run_global(m: Interpreter, node: tree.Global, frame: Frame) -> bool:
    frame.globals |= frozenset(node.names)
    return True


def run_nonlocal(m: Interpreter, node: tree.Nonlocal, frame: Frame) -> bool:
    frame.nonlocals |= frozenset(node.names)
    return True


def run_if(m: Interpreter, node: tree.If, frame: Frame) -> bool:
    condition = m.store.facts.truth(m.truth(evaluate(m, node.test, frame)))
    if isinstance(condition, bool):
        side = node.body if condition else node.orelse
        assertions.refused(m, node.test, condition, side, frame)
        return run_block(m, side, frame)
    return run_either(
        m,
        frame,
        condition,
        lambda: run_block(m, node.body, frame),
        lambda: run_block(m, node.orelse, frame),
    )


def run_either(
    m: Interpreter,
    frame: Frame,
    condition: Any,
    then: Callable[[], bool],
    orelse: Callable[[], bool],
) -> bool:
    """Both sides of an undecided statement; each answers whether its end is reached."""
    mark = m.store.mark()
    before = len(frame.exits)
    survivors = fork(m, frame, condition, then, orelse)
    live = [(side, delta) for side, delta, reaches_end in survivors if reaches_end]
    if live:
        join(m, mark, live)
        if len(live) == 1 and len(frame.exits) > before:
            # the other side has left: which side is taken is a choice of the path from here on
            m.store.path = (*m.store.path, live[0][0])
        return True
    if not survivors and len(frame.exits) == before:
        raise Diverges
    return False


def run_try(m: Interpreter, node: tree.Try, frame: Frame) -> bool:
    if not node.finalbody:
        return _run_handled(m, node, frame)
    return run_finally(
        m,
        frame,
        lambda: _run_handled(m, node, frame),
        lambda raised: run_block(m, node.finalbody, frame),
    )


def _run_handled(m: Interpreter, node: tree.Try, frame: Frame) -> bool:
    if not node.handlers:
        return run_block(m, node.body, frame)
    caught = [set() if h.type is None else exception_names((h.type,)) for h in node.handlers]
    return attempt(
        m,
        frame,
        any(map(may_be_shape_error, caught)),
        lambda: run_block(m, node.body, frame),
        lambda: _run_handlers(m, node.handlers, frame),
        lambda: run_block(m, node.orelse, frame),
        is_plain(node.body),
    )


def _run_handlers(m: Interpreter, handlers: tuple[tree.Handler, ...], frame: Frame) -> bool:
    first, *rest = handlers

    def run_first() -> bool:
        if first.name:
            m.store.write(frame.vars, first.name, m.unknown("an exception"))
        return run_block(m, first.body, frame)

    if not rest:
        return run_first()
    return run_either(
        m, frame, new_flag("exception"), run_first, lambda: _run_handlers(m, tuple(rest), frame)
    )


def run_function(m: Interpreter, node: tree.FunctionDef, frame: Frame) -> bool:
    value = m.ruled(frame, node.name) or define_function(m, node, frame)
    m.assign_name(frame, node.name, value)
    return True


def run_class(m: Interpreter, node: tree.ClassDef, frame: Frame) -> bool:
    value = m.ruled(frame, node.name) or define_class(m, node, frame)
    m.assign_name(frame, node.name, value)
    return True


def run_match(m: Interpreter, node: tree.Match, frame: Frame) -> bool:
    subject = evaluate(m, node.subject, frame)
    return _run_cases(m, subject, node.cases, frame)


def _run_cases(m: Interpreter, subject: Value, cases: tuple[tree.Case, ...], frame: Frame) -> bool:
    if not cases:
        return True
    case, rest = cases[0], cases[1:]
    condition = matching.matches(m, case.pattern, subject, frame)
    if condition is not False and case.guard is not None:
        guard = m.truth(evaluate(m, case.guard, frame))
        condition = matching.both(condition, guard)
    condition = m.store.facts.truth(condition)
    if condition is True:
        return run_block(m, case.body, frame)
    if condition is False:
        return _run_cases(m, subject, rest, frame)
    return run_either(
        m,
        frame,
        condition,
        lambda: run_block(m, case.body, frame),
        lambda: _run_cases(m, subject, rest, frame),
    )


RUN: dict[type, Callable[..., bool]] = {
    tree.ExprStmt: run_expression,
    tree.Assign: run_assign,
    tree.AnnAssign: run_annotated,
    tree.AugAssign: run_augmented,
    tree.Return: run_return,
    tree.Break: run_break,
    tree.Continue: run_continue,
    tree.Raise: run_raise,
    tree.Assert: run_assert,
    tree.Delete: run_delete,
    tree.Pass: run_nothing,
    tree.Global: run_global,
    tree.Nonlocal: run_nonlocal,
    tree.If: run_if,
    tree.For: loops.run_for,
    tree.While: loops.run_while,
    tree.With: context_managers.run_with,
    tree.Try: run_try,
    tree.Match: run_match,
    tree.FunctionDef: run_function,
    tree.ClassDef: run_class,
    tree.Import: run_import,
    tree.ImportFrom: run_import_from,
}

__all__ = ["ClassValue", "TupleValue", "run_block", "run_either", "run_statement"]
