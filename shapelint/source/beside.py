"""Which shape comments stand beside which statements and parameters.

The program tree has no lines, and positions are dear in libcst: Python's own parser is asked, only for
files in which a comment reads as a shape, and its statements are walked side by side with the tree's.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from shapelint.finding import Span
from shapelint.source import tree
from shapelint.source.notation import MAX_TEXT, Notation, of_comment
from shapelint.source.parse import comments
from shapelint.source.text import decoded

BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")


@dataclass(frozen=True, slots=True)
class ShapeComment:
    """A notation, and where its text stands."""

    notation: Notation
    span: Span


@dataclass(frozen=True, slots=True)
class Beside:
    """The shape comments of a file: of what is assigned or returned, by the `at` of the target or of the
    `return`; of parameters, by the function's `at` and the name."""

    values: dict[int, ShapeComment] = field(default_factory=dict)
    params: dict[int, dict[str, ShapeComment]] = field(default_factory=dict)


def beside(raw: bytes, module: tree.Module) -> Beside:
    """The shape comments of a file's text, by what they stand beside."""
    found = Beside()
    try:
        text, _ = decoded(raw)
    except (SyntaxError, UnicodeDecodeError):
        return found
    text = text.replace("\r\n", "\n")
    if not any(map(_maybe, text.split("\n"))):
        return found
    by_line = {comment.line: comment for comment in comments(text)}
    shapes = {
        line: shape for line, comment in by_line.items() if (shape := _shape(comment)) is not None
    }
    if not shapes:
        return found
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return found
    pairs = list(_pairs(body, module.body))
    ends = {}
    for node, _ in pairs:
        ends[node.end_lineno] = node  # the last that ends there
    for node, lowered in pairs:
        if isinstance(lowered, tree.FunctionDef) and isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef
        ):
            beside_params = _of_params(node, lowered, shapes)
            if beside_params:
                found.params[lowered.at] = beside_params
        elif ends.get(node.end_lineno) is node and node.end_lineno in shapes:
            inner = range(node.lineno, node.end_lineno or node.lineno)
            if not any(line in by_line for line in inner):
                _note(found, lowered, shapes[node.end_lineno])
    return found


def _maybe(line: str) -> bool:
    start = line.find("#", max(0, len(line) - MAX_TEXT))
    while start > 0:
        if of_comment(line[start:]) is not None:
            return not line[:start].isspace()
        start = line.find("#", start + 1)
    return False


def _shape(comment: tree.Comment) -> ShapeComment | None:
    notation = of_comment(comment.text)
    if notation is None:
        return None
    start = comment.column + 1 + notation.start
    end = comment.column + 1 + notation.end
    return ShapeComment(notation, Span(comment.line, start, comment.line, end))


def _pairs(nodes: list, lowered: tree.Block) -> Iterator[tuple[ast.stmt, tree.Stmt]]:
    """The statements of both trees; a block that does not agree is left out."""
    todo: list[tuple[list, tuple]] = [(nodes, lowered)]
    while todo:
        left, right = todo.pop()
        if len(left) != len(right):
            continue
        for a, b in zip(left, right, strict=True):
            if isinstance(b, tree.Stmt):
                yield a, b
            for block in BLOCKS:
                inner = getattr(b, block, None)
                if inner and isinstance(inner, tuple):
                    todo.append((getattr(a, block, []), inner))


def _note(found: Beside, statement: tree.Stmt, comment: ShapeComment) -> None:
    label = comment.notation.label
    if isinstance(statement, tree.Return):
        named = isinstance(statement.value, tree.Name | tree.Attribute)
        if not label or named and statement.value is not None and label == _name(statement.value):
            found.values[statement.at] = comment
        return
    if isinstance(statement, tree.Assign):
        targets = statement.targets[-1:]
    elif isinstance(statement, tree.AugAssign | tree.AnnAssign):
        targets = (statement.target,)
    else:
        return
    for target in targets:
        several = isinstance(target, tree.TupleExpr | tree.ListExpr)
        for item in target.items if several else targets:  # type: ignore[attr-defined]
            named = isinstance(item, tree.Name | tree.Attribute)
            if named and (label == _name(item) or not label and not several):
                found.values[item.at] = comment


def _name(node: tree.Expr) -> str:
    if isinstance(node, tree.Attribute):
        return f"{_name(node.value)}.{node.attr}"
    return node.id if isinstance(node, tree.Name) else "?"


def _of_params(
    node: ast.FunctionDef | ast.AsyncFunctionDef,
    lowered: tree.FunctionDef,
    shapes: dict[int, ShapeComment],
) -> dict[str, ShapeComment]:
    """Of parameters that stand alone on their line, above the body."""
    last = node.body[0].lineno - 1
    args = node.args
    lines = [arg.lineno for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)]
    found: dict[str, ShapeComment] = {}
    for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs):
        comment = shapes.get(arg.lineno)
        if comment is None or arg.lineno > last or arg.arg == "self":
            continue
        alone = lines.count(arg.lineno) == 1
        if comment.notation.label in ("", arg.arg) and (alone or comment.notation.label):
            found[arg.arg] = comment
    return found
