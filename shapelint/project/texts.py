"""The texts that a check has seen: what was laid over a file stands for what is on the disk."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from shapelint.finding import Span
from shapelint.source.notebook import Notebook, is_notebook, notebook
from shapelint.source.text import SourceError, lines, readable


class Texts:
    """Files, read once. The `overlay` has what stands for their contents, by absolute path."""

    def __init__(self, overlay: Mapping[str, bytes] | None = None) -> None:
        self._overlay = overlay or {}
        self.lines = cache(self._lines)
        """The lines of a file, or of a cell of it, as Python counts them; none if it cannot be read."""
        self.notebook = cache(self._notebook)
        """The notebook of a path; None for what is none, cannot be read, or has no code."""

    def __reduce__(self) -> tuple[type[Texts], tuple[Mapping[str, bytes]]]:
        return Texts, (self._overlay,)

    def place(self, file: str, line: int) -> tuple[int | None, int]:
        """The cell of a line of a file's Python text, and the line there; no cell but in a notebook."""
        book = self.notebook(file)
        return (None, line) if book is None else book.joined.place(line)

    def in_file(self, file: str, span: Span, cell: int | None) -> Span:
        """Where a span stands in the text of its file, as a service shows that; of a cell of a notebook
        that cannot be read, the first line."""
        if cell is None:
            return span
        book = self.notebook(file)
        return Span(1, 1, 1, 1) if book is None else book.in_file(cell, span)

    def raw(self, file: str) -> bytes:
        """The contents of a file. Raises OSError."""
        laid = self._overlay.get(os.path.abspath(file))
        return Path(file).read_bytes() if laid is None else laid

    def _lines(self, file: str, cell: int | None = None) -> list[str]:
        book = self.notebook(file)
        if book is not None:
            found = None if cell is None else book.cell(cell)
            return lines(book.joined.text if found is None else found.source)
        try:
            return lines(readable(self.raw(file)))
        except (OSError, ValueError):
            return []

    def _notebook(self, file: str) -> Notebook | None:
        if not is_notebook(file):
            return None
        try:
            found = notebook(self.raw(file), file)
        except (OSError, ValueError, SourceError):
            return None
        return found if found.joined.places else None
