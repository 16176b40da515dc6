"""Frames of code: the lines around a place with the place marked, an edit as lines taken away and put in."""

from __future__ import annotations

from html import escape

from shapelint.finding import Edit, Span
from shapelint.report import clean

CONTEXT = 3
MOST_LINES = 24


def frame(lines: list[str], span: Span) -> str:
    """The lines of a span and some around it; nothing where the file has no such line."""
    if not 0 < span.line <= len(lines):
        return ""
    end = min(max(span.end_line, span.line), span.line + MOST_LINES, len(lines))
    first, last = max(1, span.line - CONTEXT), min(len(lines), end + CONTEXT)
    shown = lines[first - 1 : last]
    while shown and not shown[0].strip():
        shown, first = shown[1:], first + 1
    while shown and not shown[-1].strip():
        shown = shown[:-1]
    rows = []
    for number, text in enumerate(shown, start=first):
        if span.line <= number <= end:
            rows.append(_row(str(number), _marked(text, number, span), "hit"))
        else:
            rows.append(_row(str(number), _escaped(text)))
    return _framed(rows)


def change(lines: list[str], edit: Edit) -> str:
    """What an edit makes of its lines; nothing where the file has no such lines."""
    span = edit.span
    if not 0 < span.line <= span.end_line <= len(lines):
        return ""
    old = lines[span.line - 1 : span.end_line]
    new = old[0][: span.column - 1] + edit.text + old[-1][max(span.end_column - 1, 0) :]
    rows = [
        _row(str(number), "- " + _escaped(text), "minus")
        for number, text in enumerate(old, start=span.line)
    ]
    rows += [_row("", "+ " + _escaped(text), "plus") for text in new.split("\n")]
    return _framed(rows)


def code(text: str) -> str:
    """A whole text."""
    return _framed([_row("", _escaped(line)) for line in text.rstrip().split("\n")])


def _marked(text: str, number: int, span: Span) -> str:
    start = span.column - 1 if number == span.line else len(text) - len(text.lstrip())
    end = span.end_column - 1 if number == span.end_line else len(text)
    start = max(0, start)
    end = max(start, end)
    inside = _escaped(text[start:end])
    return (
        _escaped(text[:start]) + (f"<mark>{inside}</mark>" if inside else "") + _escaped(text[end:])
    )


def _escaped(text: str) -> str:
    return escape(clean(text))


def _row(number: str, html: str, style: str = "") -> str:
    kind = f"row {style}" if style else "row"
    return f'<span class="{kind}"><span class="number">{number}</span>{html}</span>'


def _framed(rows: list[str]) -> str:
    return f'<pre class="frame">{"".join(rows)}</pre>'
