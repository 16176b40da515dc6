"""Shapes that people have written, held against those that arise: comments beside assignments, returns and
parameters, and jaxtyping's annotations. A name stands for one size within one activation of a function.

A comment is stale only if no run of its line agrees with it, and some run surely does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.interpreter import signatures
from shapelint.interpreter.matches import Conflict, judge, mended
from shapelint.interpreter.recorder import Step
from shapelint.interpreter.store import may_be_taken
from shapelint.interpreter.values import MISSING, Tensor, Value
from shapelint.source import tree
from shapelint.source.beside import Beside, ShapeComment, beside
from shapelint.source.notation import Notation
from shapelint.symbolic import feasible

if TYPE_CHECKING:
    from shapelint.finding import Span
    from shapelint.interpreter.frames import Frame
    from shapelint.interpreter.machine import Interpreter

TRACE_LENGTH = 4
NOTHING = Beside()
CommentKey = tuple[str, int, str]
"""A comment by its file, the node that it stands beside, and the parameter of a function that it is about."""


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a run does not agree with a comment; `fix` is the text that would be right."""

    message: str
    steps: tuple[Step, ...]
    fix: str | None


def observe(m: Interpreter, frame: Frame, at: int, name: str, value: Value) -> None:
    """A value is assigned or returned: if a comment beside it names a shape, compare. In the body of a
    class it names that of the field, not of the default."""
    if frame.is_class:
        return
    comment = _comments(m, frame.module.path).values.get(at)
    if comment is not None:
        _compare(m, frame, (frame.module.path, at, ""), comment, name, value)


def entered(m: Interpreter, frame: Frame) -> None:
    """A function's parameters are bound: compare them with their annotations and comments."""
    function = frame.function
    assert function is not None
    for name, notation in signatures.of_function(m, function).params.items():
        _check(m, frame, name, notation, frame.vars.get(name, MISSING))
    comments = _comments(m, function.module.path).params.get(function.node.at)
    for name, comment in (comments or {}).items():
        key = (function.module.path, function.node.at, name)
        _compare(m, frame, key, comment, name, frame.vars.get(name, MISSING))


def returned(m: Interpreter, frame: Frame, node: tree.Return, value: Value) -> None:
    """A value is returned: compare it with the annotation and the comment."""
    at = node.at
    observe(
        m, frame, at, node.value.id if isinstance(node.value, tree.Name) else "the result", value
    )
    if frame.function is not None:
        notation = signatures.of_function(m, frame.function).result
        if notation is not None:
            with m.at(frame, at):
                _check(m, frame, "the result", notation, value)


def _check(m: Interpreter, frame: Frame, name: str, notation: Notation, value: Value) -> None:
    """Report a tensor that surely has not the shape of its annotation."""
    tensor = m.resolve(value)
    if isinstance(tensor, Tensor):
        verdict = judge(m, frame, notation, tensor, strict=True)
        if isinstance(verdict, Conflict):
            shape = m.store.facts.shape(tensor.shape)
            said = f"the annotation says {notation}, but {name} is {shape}{verdict.because}"
            m.report("annotated-shape", said, (tensor,))


def span(m: Interpreter, key: CommentKey) -> Span:
    """Where a comment stands."""
    path, at, parameter = key
    comments = _comments(m, path)
    return (comments.params[at][parameter] if parameter else comments.values[at]).span


def _compare(
    m: Interpreter, frame: Frame, key: CommentKey, comment: ShapeComment, name: str, value: Value
) -> None:
    recorder = m.recorder
    if recorder.silent or recorder.loose or recorder.notations.get(key, NOTHING) is None:
        return
    tensor = m.resolve(value)
    if not isinstance(tensor, Tensor):
        return
    verdict = judge(m, frame, comment.notation, tensor, strict=False)
    if verdict is True:
        recorder.notations[key] = None
    elif isinstance(verdict, Conflict) and _happens(m):
        before = recorder.notations.get(key)
        if before is not None and before.fix is not None:
            return
        shape = m.store.facts.shape(tensor.shape)
        said = f"the comment says {comment.notation}, but {name} is {shape}{verdict.because}"
        fix = mended(m, frame, comment.notation, verdict, shape.sizes)
        recorder.notations[key] = Stale(said, _steps(m, tensor), fix)


def _happens(m: Interpreter) -> bool:
    """Whether some input takes this path, as far as is known."""
    return feasible(m.store.facts) and may_be_taken(m.store.path)


def _steps(m: Interpreter, tensor: Tensor) -> tuple[Step, ...]:
    chain: list[Step] = []
    step = m.step_of(tensor)
    while step is not None and len(chain) < TRACE_LENGTH:
        chain.append(Step(step.place, m.store.facts.shape(step.shape), None))
        step = step.previous
    return tuple(reversed(chain))


def _comments(m: Interpreter, path: str) -> Beside:
    """The shape comments of a file of the project, read when something is first held against them."""
    found = m.program.comments.get(path)
    if found is None:
        found = m.program.comments[path] = _read(m, path)
    return found


def _read(m: Interpreter, path: str) -> Beside:
    module = m.program.trees.get(path)
    if module is None or m.program.installed.holds(path):
        return NOTHING
    try:
        return beside(m.program.source(Path(path)), module)
    except OSError:
        return NOTHING
