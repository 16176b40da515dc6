"""Texts that are being written: of one that changes, only the statements that did are parsed again.

Each statement of a module has numbers of its own for its nodes, which it keeps while its text stays, wherever it
moves to.
"""

from __future__ import annotations

import ast
import io
import itertools
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from shapelint.finding import Span
from shapelint.source.parse import parse_part
from shapelint.source.text import decoded
from shapelint.source.tree import Block, Module
from shapelint.source.trees import Trees

STRIDE = 1 << 20
"""No statement has so many nodes."""


@dataclass(frozen=True, slots=True)
class Part:
    """Statements on lines of their own, and the spans of their nodes from the first of these lines on."""

    body: Block
    spans: tuple[Span, ...]


class PartSpans(Sequence[Span]):
    """Spans by the numbers of nodes, which leave gaps from part to part."""

    def __init__(self, parts: dict[int, tuple[Part, int]]) -> None:
        self._parts = parts
        """By the number of a part: how many lines are above it, too."""

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | Sequence[Span]:
        if isinstance(at, slice):
            raise TypeError("the numbers of nodes are no run")
        number, inner = divmod(at, STRIDE)
        part, above = self._parts[number]
        span = part.spans[inner]
        return replace(span, line=span.line + above, end_line=span.end_line + above)

    def __len__(self) -> int:
        return sum(len(part.spans) for part, _ in self._parts.values())


class Drafts(Trees):
    """Trees of texts some of which are being written."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: set[str] = set()
        """Those whose texts are being written."""
        self._parts: dict[str, dict[tuple[str, int], tuple[int, Part]]] = {}
        self._placed: dict[str, tuple[bytes, Module, PartSpans]] = {}
        self._numbers = itertools.count()

    def tree(self, text: bytes, path: str) -> Module:
        found = self._draft(text, path)
        return super().tree(text, path) if found is None else found[0]

    def spans(self, text: bytes, path: str) -> Sequence[Span]:
        found = self._draft(text, path)
        return super().spans(text, path) if found is None else found[1]

    def _draft(self, text: bytes, path: str) -> tuple[Module, PartSpans] | None:
        """None for a text that is not being written, or that Python itself cannot take apart."""
        if path not in self.paths:
            self._parts.pop(path, None)
            self._placed.pop(path, None)
            return None
        held = self._placed.get(path)
        if held is None or held[0] != text:
            pieces = _pieces(text)
            if pieces is None:
                return None
            held = self._placed[path] = (text, *self._joined(pieces, path))
        return held[1], held[2]

    def _joined(self, pieces: list[tuple[int, str]], path: str) -> tuple[Module, PartSpans]:
        """The tree of all pieces. Raises SourceError."""
        known, kept = self._parts.get(path, {}), {}
        times: Counter[str] = Counter()
        placed: dict[int, tuple[Part, int]] = {}
        body: Block = ()
        lines = 1
        for above, text in pieces:
            key = (text, times[text])
            times[text] += 1
            found = known.get(key)
            if found is None:
                number = next(self._numbers)
                found = (number, Part(*parse_part(text, path, number * STRIDE)))
            kept[key] = found
            placed[found[0]] = (found[1], above)
            body += found[1].body
            lines = above + text.count("\n")
        self._parts[path] = kept
        spans = PartSpans(placed)
        return Module(path, body, lines, len(spans)), spans


def _pieces(raw: bytes) -> list[tuple[int, str]] | None:
    """The statements of a module, each with the number of lines above it; those that share a line are one."""
    try:
        text, _ = decoded(raw)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    lines = list(io.StringIO(text, newline=""))
    stretches: list[tuple[int, int]] = []
    for first, last in map(_lines_of, body):
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return [(first - 1, "".join(lines[first - 1 : last])) for first, last in stretches]


def _lines_of(node: ast.stmt) -> tuple[int, int]:
    return min(_starts(node)), node.end_lineno or node.lineno


def _starts(node: ast.stmt) -> Iterator[int]:
    yield node.lineno
    for decorator in getattr(node, "decorator_list", ()):
        yield decorator.lineno
