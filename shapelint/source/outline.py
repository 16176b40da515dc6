"""The functions of a text, and the code around them."""

from __future__ import annotations

import ast
import io
import warnings
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from shapelint.source import tree
from shapelint.source.notation import of_comment
from shapelint.source.parse import comments
from shapelint.source.text import decoded


@dataclass(frozen=True, slots=True)
class Definition:
    """A function from the line of its `def` to its last, the comments that follow in it included."""

    first: int
    last: int
    text: str
    code: str
    """The text, the lines of its docstrings left empty."""
    is_indented: bool

    def reads_as(self, other: Definition) -> bool:
        """Whether both are the same program line by line, whatever their docstrings say, and those comments that
        speak of no shape."""
        return self.code == other.code or _uncommented(self.code) == _uncommented(other.code)


@dataclass(frozen=True, slots=True)
class Outline:
    """A text: the functions of its module and classes, not those that stand in one another or under a
    condition."""

    code: tuple[str, ...]
    """The lines around the definitions, but for those that have a comment alone, a docstring or nothing; of a
    definition, whose it is."""
    lines: tuple[int, ...]
    """Their numbers; of a definition, that of its first line."""
    definitions: tuple[Definition, ...]

    def place(self, line: int, now: Outline) -> int:
        """Where a line of code is in another text, which has the same code around its definitions; of a
        definition only where its first and last are."""
        at = bisect_right(self.definitions, line, key=lambda definition: definition.first) - 1
        if at >= 0 and line <= self.definitions[at].last:
            old, new = self.definitions[at], now.definitions[at]
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
    definitions: list[Definition] = []
    texts = {line for node in nodes for line in _in_texts(node)}
    said = _docstrings(nodes, lines)

    def note(first: int, last: int) -> None:
        for number in range(first, last + 1):
            if number not in said and (number in texts or _is_code(lines[number - 1])):
                code.append(lines[number - 1])
                numbers.append(number)

    at = 0
    for owner, node in _functions(nodes):
        found = _definition(node, lines, said)
        note(at + 1, found.first - 1)
        code.append(f"{owner}{node.name}")
        numbers.append(found.first)
        definitions.append(found)
        at = found.last
    note(at + 1, len(lines))
    return Outline(tuple(code), tuple(numbers), tuple(definitions))


def _functions(
    body: list[ast.stmt], owner: str = ""
) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield owner, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{owner}{node.name}.")


def _definition(
    node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str], said: frozenset[int]
) -> Definition:
    first, last = node.lineno, node.end_lineno or node.lineno
    for below in range(last + 1, len(lines) + 1):
        line = lines[below - 1]
        if _is_code(line) or line.strip() and len(line) - len(line.lstrip()) <= node.col_offset:
            break
        if line.strip():
            last = below
    numbered = range(first, last + 1)
    text = "".join(lines[first - 1 : last])
    code = "".join("\n" if number in said else lines[number - 1] for number in numbered)
    return Definition(first, last, text, code, node.col_offset > 0)


def _docstrings(nodes: list[ast.stmt], lines: list[str]) -> frozenset[int]:
    """The lines that have nothing but texts which stand as statements and do nothing."""
    found: set[int] = set()
    for node in _statements(nodes):
        match node:
            case ast.Expr(
                ast.Constant(str(), lineno=first, end_lineno=int(last), end_col_offset=end)
            ):
                above = lines[first - 1].encode()[: node.col_offset]
                below = lines[last - 1].encode()[end:]
                if not above.strip() and not below.strip():
                    found.update(range(first, last + 1))
    return frozenset(found)


def _uncommented(code: str) -> str:
    """A definition with nothing in its comments, but for those that are shapes."""
    lines = code.splitlines(keepends=True)
    for comment in comments(code):
        if of_comment(comment.text) is None:
            line = lines[comment.line - 1]
            lines[comment.line - 1] = line[: comment.column] + "#\n"
    return "".join(lines)


def _statements(nodes: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements, and those in them."""
    todo: list[ast.AST] = [*nodes]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.stmt):
            yield node
        if not isinstance(node, ast.expr):
            todo += ast.iter_child_nodes(node)


def _is_code(line: str) -> bool:
    return not line.lstrip().startswith("#") and bool(line.strip())


def _in_texts(node: ast.stmt) -> Iterator[int]:
    """The lines of texts of several lines that stand around definitions: what looks like a comment in them is
    none."""
    todo: list[ast.AST] = [node]
    while todo:
        part = todo.pop()
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            todo += part.decorator_list
        elif isinstance(part, ast.Constant | ast.JoinedStr):
            yield from range(part.lineno + 1, (part.end_lineno or part.lineno) + 1)
        else:
            todo += ast.iter_child_nodes(part)
