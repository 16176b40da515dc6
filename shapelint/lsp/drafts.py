"""What is open in the editor, and what was last told of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from shapelint.finding import Finding, Span
from shapelint.project.live import Placed, Told
from shapelint.source.text import lines as lines_of

Cell = int | None
Model = tuple[str, Cell, int, str, int | None]


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document, or of a cell."""

    uri: str
    version: int | None
    lines: tuple[str, ...]

    @staticmethod
    def of(uri: str, version: int | None, source: str) -> Text:
        return Text(uri, version, tuple(lines_of(source)))


@dataclass(slots=True)
class Draft:
    """A file that is being written; a notebook is one file of several texts, by the numbers of its cells.

    `stamp` counts its changes, `told_at` is that of the texts that `told` speaks of.
    """

    path: str
    texts: dict[Cell, Text]
    stamp: int = 0
    told: Told = field(default_factory=Told)
    told_at: int = -1
    told_texts: dict[Cell, Text] = field(default_factory=dict)
    """The texts that `told` is about: where the last could not be parsed, those before."""
    broken: Told | None = None
    """What is told of texts that cannot be parsed."""
    changed: bool = False
    """Whether others that read it have not been looked at since its text changed."""
    asked: int = 0
    """How many questions about it are not answered yet."""
    looked: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while `told` speaks of the texts as they are."""
    glimpsed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while that is so, or findings at least are known of them."""
    _early: tuple[tuple[Finding, ...], dict[Cell, Text]] | None = None
    """Findings that were told before all else, and the texts that they are about."""
    _unchanged: dict[Cell, tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=dict)
    """The lines that are the same at both ends of a text, by what was compared."""

    @property
    def is_stale(self) -> bool:
        """Whether what is told is about an earlier text, as the last cannot be parsed."""
        return self.broken is not None

    def cell_of(self, uri: str) -> Cell:
        """The cell of a URI. Raises KeyError."""
        for cell, text in self.texts.items():
            if text.uri == uri:
                return cell
        raise KeyError(uri)

    def take(self, told: Told, stamp: int) -> None:
        """Note what was told of the texts at a stamp."""
        if not told.parsed:
            self.broken = told
        else:
            self.told, self.broken = told, None
            self.told_texts = dict(self.texts)
        self.told_at = stamp
        self._early = None
        if stamp == self.stamp:
            self.looked.set()
            self.glimpsed.set()

    def take_early(self, findings: tuple[Finding, ...]) -> None:
        """Note the findings of the texts as they are, of which more will be told."""
        self.broken = None
        self._early = findings, dict(self.texts)
        self.glimpsed.set()

    def begin(self) -> int:
        """Its texts are to be looked at; the stamp of that look."""
        self.stamp += 1
        self.looked.clear()
        self.glimpsed.clear()
        return self.stamp

    def findings(self) -> Iterator[Finding]:
        """The findings of this file where they stand now."""
        here = os.path.realpath(self.path)
        findings, texts = self._early or (self.told.findings, self.told_texts)
        for finding in findings:
            if os.path.realpath(finding.file) != here:
                continue
            line = self._now(finding.cell, finding.span, texts)
            if line is not None:
                yield replace(finding, span=_moved(finding.span, line))

    def values(self, cell: Cell) -> Iterator[Placed]:
        """The values of a text where they stand now."""
        for placed in self.told.values:
            if placed.cell == cell:
                line = self.now(cell, placed.span)
                if line is not None:
                    yield replace(placed, span=_moved(placed.span, line))

    def models(self, cell: Cell) -> Iterator[Model]:
        """The models of a text, and the lines that they stand on now."""
        for model in self.told.models:
            if model[1] == cell:
                line = self.now(cell, Span(model[2], 1, model[2], 1))
                if line is not None:
                    yield (model[0], cell, line, *model[3:])

    def now(self, cell: Cell, span: Span) -> int | None:
        """The line that a span of the text that was told of begins at now; None if it was changed."""
        return self._now(cell, span, self.told_texts)

    def _now(self, cell: Cell, span: Span, texts: dict[Cell, Text]) -> int | None:
        text, told = self.texts.get(cell), texts.get(cell)
        if text is None or told is None:
            return None
        if text.lines is told.lines:
            return span.line
        key = (id(told.lines), id(text.lines))
        if self._unchanged.get(cell, (None,))[0] != key:
            self._unchanged[cell] = key, _common(told.lines, text.lines)
        same, after = self._unchanged[cell][1]
        if span.end_line <= same:
            return span.line
        if span.line > len(told.lines) - after:
            return span.line + len(text.lines) - len(told.lines)
        return None


def _common(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the beginning, and at the end."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))
    first = sum(1 for _ in pairs)
    most = min(len(a), len(b)) - first
    last = 0
    while last < most and a[-1 - last] == b[-1 - last]:
        last += 1
    return first, last


def _moved(span: Span, line: int) -> Span:
    return replace(span, line=line, end_line=line + span.end_line - span.line)
