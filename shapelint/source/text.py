"""The text of a source file: as Python decodes it, in the lines that Python counts, and with edits applied."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Iterable
from itertools import accumulate

from shapelint.finding import Edit


class SourceError(Exception):
    """A file that cannot be read as Python."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path, self.line, self.column, self.message = path, line, column, message


LINE_END = re.compile(r"(\r\n|\r|\n)")


def decoded(raw: bytes) -> tuple[str, str]:
    """The text by the encoding cookie or the byte order mark, and the encoding; line ends stay as they are.

    Raises SyntaxError, UnicodeDecodeError.
    """
    encoding = _encoding(raw)
    return raw.decode(encoding), encoding


def encoded(text: str) -> bytes:
    """A text as its cookie says that it is written; what cannot be written so is replaced."""
    raw = text.encode("utf-8", "replace")
    try:
        return text.encode(_encoding(raw), "replace")
    except SyntaxError:
        return raw


def _encoding(raw: bytes) -> str:
    """Raises SyntaxError."""
    return tokenize.detect_encoding(io.BytesIO(raw).readline)[0]


def readable(raw: bytes) -> str:
    """The text as far as it can be read; line ends stay as they are."""
    try:
        return decoded(raw)[0]
    except (SyntaxError, UnicodeDecodeError):
        return raw.decode("utf-8-sig", errors="replace")


def lines(text: str) -> list[str]:
    """The lines without their ends; a form feed or the like ends none."""
    return LINE_END.split(text)[::2] if "\r" in text else text.split("\n")


def changed(raw: bytes, change: Callable[[str], str]) -> bytes:
    """A file's text with a change, in the encoding that it has.

    Raises SyntaxError, UnicodeError where that cannot be: what is not changed must stay as it is.
    """
    text, encoding = decoded(raw)
    if text.encode(encoding) != raw:
        raise UnicodeError(f"its {encoding} cannot be written back as it is")
    return change(text).encode(encoding)


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
