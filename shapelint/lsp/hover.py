"""`textDocument/hover`: the shapes of tensors, the parameters of layers, the contracts of models."""

from __future__ import annotations

import os
import re

from lsprotocol import types

from shapelint.finding import Span, TraceStep
from shapelint.interpreter import SeenValue
from shapelint.lsp.contexts import is_reached, reached_first
from shapelint.lsp.drafts import Cell, Draft
from shapelint.lsp.positions import place_of, range_of
from shapelint.lsp.server import ShapelintServer
from shapelint.project.live import Placed

MAX_CONTEXTS = 6
NAME = re.compile(r"\w+")


def register(server: ShapelintServer) -> None:
    """Answer hovers."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        found = server.draft_of(params.text_document.uri)
        if found is None:
            return None
        draft, cell = found
        lines = draft.texts[cell].lines
        line, column = place_of(server.codec, lines, params.position)
        told = model_at(draft, cell, lines, line, column) or value_at(draft, cell, line, column)
        if told is None:
            return None
        text, span = told
        if draft.is_stale:
            text += "\n\n*From before the last syntax error.*"
        return types.Hover(
            types.MarkupContent(types.MarkupKind.Markdown, text),
            range_of(server.codec, lines, span),
        )


def value_at(draft: Draft, cell: Cell, line: int, column: int) -> tuple[str, Span] | None:
    """What the innermost expression around a place is, and that expression."""
    place = (line, column)
    around = [
        p
        for p in draft.values(cell)
        if (p.span.line, p.span.column) <= place <= (p.span.end_line, p.span.end_column)
    ]
    if not around:
        return None
    inner = max(
        around, key=lambda p: (p.span.line, p.span.column, -p.span.end_line, -p.span.end_column)
    )
    same = [p for p in around if p.span == inner.span]
    return _described(draft, same), inner.span


def _described(draft: Draft, placed: list[Placed]) -> str:
    """Several contexts are told apart by where they were called from."""
    values = reached_first(p.value for p in placed)
    groups: dict[str, list[SeenValue]] = {}
    for value in values:
        groups.setdefault(_head(value), []).append(value)
    parts = []
    for head, same in list(groups.items())[:MAX_CONTEXTS]:
        where = "" if len(groups) == 1 else _contexts(draft, same)
        parts.append(f"```python\n{head}\n```{where}")
        parts += _layer(same[0]) if same[0].kind == "layer" else _trace(draft, placed, same[0])
    if len(groups) > MAX_CONTEXTS:
        parts.append(f"and {len(groups) - MAX_CONTEXTS} more")
    return "\n\n".join(parts)


def _head(value: SeenValue) -> str:
    if value.kind == "tensor":
        return f"{value.text} {value.dtype or ''}".rstrip()
    return value.text


def _contexts(draft: Draft, same: list[SeenValue]) -> str:
    told: dict[str, None] = {}
    for value in same:
        if value.caller is None:
            told["" if is_reached(value) else f"if {value.entry} is run alone"] = None
        else:
            told[f"called from {_place(draft, *value.caller)}"] = None
    shown = ", ".join(filter(None, list(told)[:MAX_CONTEXTS]))
    return f"\n{shown}" if shown else ""


def _place(draft: Draft, file: str, line: int) -> str:
    path = os.path.abspath(file)
    return f"line {line}" if path == draft.path else f"{os.path.basename(file)}:{line}"


def _layer(value: SeenValue) -> list[str]:
    lines = [f"- `{name}`: `{shape}`" for name, shape in value.parameters]
    count = "" if value.count is None else f"{value.count:,} parameters"
    return [part for part in ("\n".join(lines), count) if part]


def _trace(draft: Draft, placed: list[Placed], value: SeenValue) -> list[str]:
    """Where the sizes came from; that the value of the line hovered has its own shape tells nothing."""
    told_of = {(os.path.abspath(p.value.file), p.value.span.line, value.text) for p in placed}
    steps: list[TraceStep] = [
        s for s in value.trace if (os.path.abspath(s.file), s.line, s.shape) not in told_of
    ]
    lines = [f"- {_place(draft, s.file, s.line)}: `{s.expression}` is `{s.shape}`" for s in steps]
    return ["\n".join(lines)] if lines else []


def model_at(
    draft: Draft, cell: Cell, lines: tuple[str, ...], line: int, column: int
) -> tuple[str, Span] | None:
    """The contract of the model whose class, or `forward`, is named at a place."""
    if not 0 < line <= len(lines):
        return None
    text = lines[line - 1]
    for match in NAME.finditer(text):
        if match.start() < column <= match.end() + 1:
            span = Span(line, match.start() + 1, line, match.end() + 1)
            for name, _, at, contract, count in draft.models(cell):
                heading = re.match(rf"\s*class\s+{re.escape(name)}\b", text) is not None
                if at == line and match[0] in ("forward", "call") or heading and match[0] == name:
                    return _model(contract, count), span
    return None


def _model(contract: str, count: int | None) -> str:
    counted = "" if count is None else f"\n\n{count:,} parameters"
    return f"```python\n{contract}\n```{counted}"
