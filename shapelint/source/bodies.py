"""The functions of a text whose bodies stand on lines of their own, and the code around them."""

from __future__ import annotations

import ast
import io
import warnings
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from shapelint.source import tree
from shapelint.source.text import decoded

BODY = ""
"""Stands for a body among the lines of code."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a function, from its first line to its last; the comments at both ends are of it."""

    first: int
    last: int
    text: str
    is_async: bool
    function: int
    """Which of all functions it is of."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A text: the bodies of the functions of its module and classes, not of those that stand in one another or
    under a condition."""

    code: tuple[str, ...]
    """The lines around the bodies, but for those that have a comment alone, or nothing."""
    lines: tuple[int, ...]
    """Their numbers; of a body, that of its first line."""
    bodies: tuple[Body, ...]
    functions: int
    """How many there are, those included whose bodies share the line of their names."""

    def place(self, line: int, now: Outline) -> int:
        """Where a line of code is in another text, which has the same code around its bodies."""
        at = bisect_right(self.bodies, line, key=lambda body: body.first) - 1
        if at >= 0 and line <= self.bodies[at].last:
            old, new = self.bodies[at], now.bodies[at]
            return new.last if line == old.last else min(line + new.first - old.first, new.last)
        at = max(0, bisect_right(self.lines, line) - 1)
        return now.lines[at] + line - self.lines[at] if self.lines else line


def statements(raw: bytes) -> tuple[list[ast.stmt], list[str]] | None:
    """The statements of a text and its lines; None for one that Python itself cannot take apart."""
    try:
        text, _ = decoded(raw)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return body, list(io.StringIO(text, newline=""))


def first_line(node: ast.stmt) -> int:
    """The line that a statement begins on, its decorators included."""
    return min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])


def functions(body: tree.Block) -> Iterator[tree.FunctionDef]:
    """The functions of the module and its classes in a program tree."""
    for node in body:
        if isinstance(node, tree.FunctionDef):
            yield node
        elif isinstance(node, tree.ClassDef):
            yield from functions(node.body)


def outlined(nodes: list[ast.stmt], lines: list[str]) -> Outline:
    """The outline of a text with these statements."""
    code: list[str] = []
    numbers: list[int] = []
    bodies: list[Body] = []
    texts = {line for node in nodes for line in _in_texts(node)}

    def note(first: int, last: int) -> None:
        for number in range(first, last + 1):
            if number in texts or _is_code(lines[number - 1]):
                code.append(lines[number - 1])
                numbers.append(number)

    at, count = 0, 0
    for count, node in enumerate(_functions(nodes), 1):
        body = _body(node, lines, count - 1)
        if body is not None:
            note(at + 1, body.first - 1)
            code.append(BODY)
            numbers.append(body.first)
            bodies.append(body)
            at = body.last
    note(at + 1, len(lines))
    return Outline(tuple(code), tuple(numbers), tuple(bodies), count)


def _functions(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body)


def _body(
    node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str], number: int
) -> Body | None:
    """The body of a function; None if it shares a line with its name: `def f(x): return x`."""
    inner = node.body[0]
    first, last = first_line(inner), node.end_lineno or node.lineno
    if lines[first - 1][: inner.col_offset].strip():
        return None
    while not _is_code(lines[first - 2]):
        first -= 1
    for below in range(last + 1, len(lines) + 1):
        line = lines[below - 1]
        if _is_code(line) or line.strip() and len(line) - len(line.lstrip()) <= node.col_offset:
            break
        if line.strip():
            last = below
    text = "".join(lines[first - 1 : last])
    return Body(first, last, text, isinstance(node, ast.AsyncFunctionDef), number)


def _is_code(line: str) -> bool:
    return not line.lstrip().startswith("#") and bool(line.strip())


def _in_texts(node: ast.stmt) -> Iterator[int]:
    """The lines of texts of several lines that stand around bodies: what looks like a comment in them is none."""
    todo: list[ast.AST] = [node]
    while todo:
        part = todo.pop()
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            todo += [part.args, *part.decorator_list, *([part.returns] if part.returns else [])]
        elif isinstance(part, ast.Constant | ast.JoinedStr):
            yield from range(part.lineno + 1, (part.end_lineno or part.lineno) + 1)
        else:
            todo += ast.iter_child_nodes(part)
