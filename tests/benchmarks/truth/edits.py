"""Single edits to a model's source: what people get wrong about shapes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

DROPPED = {
    "unsqueeze",
    "squeeze",
    "flatten",
    "transpose",
    "permute",
    "view",
    "reshape",
    "contiguous_view",
}
"""Methods whose call is left out."""
PATTERNS = {"rearrange", "repeat", "reduce", "einsum", "Rearrange", "Reduce", "pack", "unpack"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of one line (columns in bytes) and the text that takes its place."""

    line: int
    start: int
    end: int
    text: str
    kind: str

    def apply(self, source: bytes) -> bytes:
        lines = source.splitlines(keepends=True)
        old = lines[self.line - 1]
        lines[self.line - 1] = old[: self.start] + self.text.encode() + old[self.end :]
        return b"".join(lines)


def edits(source: bytes, functions: set[int]) -> list[Edit]:
    """The edits of the functions that begin on these lines. Raises SyntaxError."""
    found: dict[Edit, None] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.lineno in functions:
            for statement in node.body:
                for part in ast.walk(statement):
                    for make in KINDS:
                        found.update(dict.fromkeys(make(part)))
    return [e for e in found if e.end > e.start]


def _whole(node: ast.expr, text: str, kind: str) -> Iterator[Edit]:
    if node.end_lineno == node.lineno and node.end_col_offset is not None:
        yield Edit(node.lineno, node.col_offset, node.end_col_offset, text, kind)


def _literals(node: ast.AST) -> Iterator[Edit]:
    """A width, a kernel or an axis that is another number."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        for value in (node.value + 1, node.value - 1, node.value * 2):
            if value >= 0 and value != node.value:
                yield from _whole(node, str(value), "literal")


def _axes(node: ast.AST) -> Iterator[Edit]:
    """An axis counted from the other end."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        operand = node.operand
        if isinstance(operand, ast.Constant) and type(operand.value) is int:
            yield from _whole(node, str(operand.value), "axis")
            yield from _whole(node, str(-operand.value - 1), "axis")


def _widths(node: ast.AST) -> Iterator[Edit]:
    """A width passed on that is another one."""
    if isinstance(node, ast.Call):
        arguments = [*node.args, *(k.value for k in node.keywords if k.arg)]
        name = _name(node.func)
        if name[:1].isupper() or name.endswith("layer"):
            for argument in arguments:
                if isinstance(argument, ast.Name | ast.Attribute):
                    text = ast.unparse(argument)
                    yield from _whole(argument, f"{text} * 2", "width")
                    yield from _whole(argument, f"{text} + 1", "width")


def _dropped(node: ast.AST) -> Iterator[Edit]:
    """An axis that is not added, moved or joined."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in DROPPED and node.lineno == node.end_lineno:
            yield from _whole(node, ast.unparse(node.func.value), "dropped")
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        if any(isinstance(i, ast.Constant) and i.value is None for i in node.slice.elts):
            yield from _whole(node, ast.unparse(node.value), "dropped")


def _letters(node: ast.AST) -> Iterator[Edit]:
    """A letter of a pattern that is another, or stands in another place."""
    if not isinstance(node, ast.Call) or _name(node.func) not in PATTERNS:
        return
    for argument in node.args:
        if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            continue
        words = argument.value.split(" ")
        names = [i for i, word in enumerate(words) if word.isidentifier()]
        for a, b in zip(names, names[1:]):
            swapped = list(words)
            swapped[a], swapped[b] = words[b], words[a]
            yield from _whole(argument, repr(" ".join(swapped)), "pattern")
        for i in names:
            yield from _whole(argument, repr(" ".join(words[:i] + words[i + 1 :])), "pattern")
        if len(names) == 0 and "->" in argument.value:
            left, _, right = argument.value.partition("->")
            yield from _whole(argument, repr(f"{left[1:]}->{right}"), "pattern")
            yield from _whole(argument, repr(f"{left[::-1]}->{right}"), "pattern")


def _swapped(node: ast.AST) -> Iterator[Edit]:
    """Two neighbouring arguments or sizes in the other order."""
    if isinstance(node, ast.Call | ast.Tuple):
        parts = node.args if isinstance(node, ast.Call) else node.elts
        for a, b in zip(parts, parts[1:]):
            same_line = a.lineno == b.lineno == b.end_lineno == a.end_lineno
            if same_line and a.col_offset < b.col_offset and ast.dump(a) != ast.dump(b):
                text = f"{ast.unparse(b)}, {ast.unparse(a)}"
                yield Edit(a.lineno, a.col_offset, b.end_col_offset or 0, text, "swapped")


def _slices(node: ast.AST) -> Iterator[Edit]:
    """A slice that is one too long or too short."""
    if isinstance(node, ast.Slice):
        for end in (node.lower, node.upper):
            if end is not None and not isinstance(end, ast.Constant):
                yield from _whole(end, f"{ast.unparse(end)} + 1", "slice")
                yield from _whole(end, f"{ast.unparse(end)} - 1", "slice")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


KINDS: tuple[Callable[[ast.AST], Iterator[Edit]], ...] = (
    _literals, _axes, _widths, _dropped, _letters, _swapped, _slices,
)  # fmt: skip
