"""`textDocument/inlayHint`: shapes behind assignments."""

from __future__ import annotations

from lsprotocol import types

from shapelint.finding import Span
from shapelint.interpreter import SeenValue
from shapelint.lsp.contexts import reached, reached_first
from shapelint.lsp.positions import range_of
from shapelint.lsp.server import ShapelintServer

Targets = dict[tuple[int, int], list[SeenValue]]
"""By the columns of an assignment's target: what it was, in every context."""
MAX_SHAPES = 2
ELLIPSIS = "…"


def register(server: ShapelintServer) -> None:
    """Answer for hints, if the editor's settings want them."""

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        found = server.draft_of(params.text_document.uri)
        if found is None:
            return []
        draft, cell = found
        settings = server.settings_for(draft)
        if not settings["inlayHints.enable"]:
            return []
        lines = draft.texts[cell].lines
        first, last = params.range.start.line + 1, params.range.end.line + 1
        shapes: dict[int, Targets] = {}
        for placed in draft.values(cell):
            span, value = placed.span, placed.value
            if value.assigned and value.kind == "tensor" and first <= span.line <= last:
                target = shapes.setdefault(span.line, {})
                target.setdefault((span.column, span.end_column), []).append(value)
        longest = settings["inlayHints.maxLength"]
        return [
            _hint(server, lines, line, targets, longest) for line, targets in sorted(shapes.items())
        ]


def _hint(
    server: ShapelintServer,
    lines: tuple[str, ...],
    line: int,
    targets: Targets,
    longest: int,
) -> types.InlayHint:
    text = lines[line - 1]
    told: list[str] = []
    details: list[str] = []
    for (start, end), values in sorted(targets.items()):
        name = text[start - 1 : end - 1]
        shapes = list(dict.fromkeys(v.text for v in reached(values)))
        told.append(f"{name}: {_either(shapes)}" if len(targets) > 1 else _either(shapes))
        details += dict.fromkeys(
            f"{name}: {v.text} {v.dtype or ''}".rstrip() for v in reached_first(values)
        )
    label = ", ".join(told)
    if len(label) > longest:
        label = label[: max(1, longest - 1)] + ELLIPSIS
    end = len(text.rstrip()) + 1
    return types.InlayHint(
        position=range_of(server.codec, lines, Span(line, end, line, end)).start,
        label=f": {label}",
        tooltip="\n".join(details),
        padding_left=True,
    )


def _either(shapes: list[str]) -> str:
    shown = " | ".join(shapes[:MAX_SHAPES])
    return shown if len(shapes) <= MAX_SHAPES else f"{shown} | {ELLIPSIS}"
