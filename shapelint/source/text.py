"""The text of a source file: as Python decodes it, in the lines that Python counts, and with edits applied."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable
from itertools import accumulate

from shapelint.finding import Edit

LINE_END = re.compile(r"(\r\n|\r|\n)")


def decoded(raw: bytes) -> tuple[str, str]:
    """The text by the encoding cookie or the byte order mark, and the encoding; line ends stay as they are.

    Raises SyntaxError, UnicodeDecodeError.
    """
    encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
    return raw.decode(encoding), encoding


def lines(text: str) -> list[str]:
    """The lines without their ends; a form feed or the like ends none."""
    return LINE_END.split(text)[::2]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied; of edits that meet, the later."""
    starts = [0, *accumulate(len(line) for line in io.StringIO(text, newline=""))]
    last = len(text) + 1
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        if end <= last:
            text = text[:start] + edit.text + text[end:]
            last = start
    return text
