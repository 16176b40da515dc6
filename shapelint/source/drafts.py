"""Texts that are being written: of one that changes, only the statements that did are parsed again, or only the
functions where no more has changed.

Each statement of a module has numbers of its own for its nodes, which it keeps while its text stays, wherever it
moves to. So has a function that was rewritten.
"""

from __future__ import annotations

import ast
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import overload

from shapelint.finding import Span
from shapelint.source.outline import (
    Definition,
    Outline,
    first_line,
    functions,
    outlined,
    statements,
)
from shapelint.source.parse import parse_part
from shapelint.source.text import SourceError
from shapelint.source.tree import Block, FunctionDef, Module
from shapelint.source.trees import Trees

STRIDE = 1 << 20
"""No statement has so many nodes."""


@dataclass(frozen=True, slots=True)
class Part:
    """Statements on lines of their own, and the spans of their nodes from the first of these lines on."""

    body: Block
    spans: tuple[Span, ...]


Placed = dict[int, tuple[Part, int]]
"""Parts by their numbers, and how many lines are above each."""


class PartSpans(Sequence[Span]):
    """Spans by the numbers of nodes, which leave gaps from part to part."""

    def __init__(self, parts: Placed) -> None:
        self._parts = parts
        self._rewritten: Placed = {}
        self._outlines: tuple[Outline, Outline] | None = None

    def since(self, made: Outline, now: Outline, rewritten: Placed) -> PartSpans:
        """The spans in a text that has another outline by now, with definitions that were rewritten."""
        found = PartSpans(self._parts)
        found._rewritten, found._outlines = rewritten, (made, now)
        return found

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | Sequence[Span]:
        if isinstance(at, slice):
            raise TypeError("the numbers of nodes are no run")
        number, inner = divmod(at, STRIDE)
        rewritten = self._rewritten.get(number)
        part, above = self._parts[number] if rewritten is None else rewritten
        span = part.spans[inner]
        first, last = span.line + above, span.end_line + above
        if rewritten is None and self._outlines is not None:
            made, now = self._outlines
            first, last = made.place(first, now), made.place(last, now)
        return Span(first, span.column, last, span.end_column)

    def __len__(self) -> int:
        parts = itertools.chain(self._parts.values(), self._rewritten.values())
        return sum(len(part.spans) for part, _ in parts)


@dataclass(slots=True)
class Draft:
    """A text that is being written: its tree, which keeps the statements that it was made of while functions in it
    are rewritten."""

    text: bytes
    module: Module
    spans: PartSpans
    outline: Outline
    """Of the text as it is."""
    made: Outline
    """Of the text that the tree was made of."""
    rewritten: dict[int, tuple[int, Part]] = field(default_factory=dict)
    """The definitions that were rewritten since, by their places in the outline: their numbers, and what they
    are."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Functions of a tree that are rewritten, and else stay what they are."""

    text: bytes
    outline: Outline
    rewritten: dict[int, tuple[int, Part]]
    edits: tuple[tuple[FunctionDef, FunctionDef], ...]
    """The functions of the tree, and what is to be written there."""


class Drafts(Trees):
    """Trees of texts some of which are being written."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: set[str] = set()
        """Those whose texts are being written."""
        self._parts: dict[str, dict[tuple[str, int], tuple[int, Part]]] = {}
        self._drafts: dict[str, Draft] = {}
        self._numbers = itertools.count()

    def tree(self, text: bytes, path: str) -> Module:
        found = self._draft(text, path)
        return super().tree(text, path) if found is None else found.module

    def spans(self, text: bytes, path: str) -> Sequence[Span]:
        found = self._draft(text, path)
        return super().spans(text, path) if found is None else found.spans

    def layout(self, path: str) -> object:
        draft = self._drafts.get(path)
        if draft is None:
            return super().layout(path)
        lasts = [definition.last for definition in draft.outline.definitions]
        return draft.made, draft.outline.lines, lasts

    def revision(self, text: bytes, path: str) -> Revision | None:
        """What makes the tree that there is one of this text; None if it takes more than to rewrite functions."""
        draft = self._drafts.get(path)
        found = statements(text) if draft is not None and path in self.paths else None
        if draft is None or found is None:
            return None
        outline = outlined(*found)
        nodes = list(functions(draft.module.body))
        if outline.code != draft.outline.code or len(nodes) != len(outline.definitions):
            return None
        rewritten, edits = dict(draft.rewritten), []
        pairs = zip(draft.outline.definitions, outline.definitions, strict=True)
        for i, (old, new) in enumerate(pairs):
            if not new.reads_as(old):
                try:
                    rewritten[i] = self._rewritten(new, path)
                except SourceError:
                    return None  # what is told of it speaks of the whole text
                edits.append((nodes[i], _function(rewritten[i][1])))
        return Revision(text, outline, rewritten, tuple(edits))

    def revise(self, revision: Revision, path: str) -> Module:
        """The tree, its functions rewritten from now on."""
        draft = self._drafts[path]
        edited = {node.at // STRIDE for node, _ in revision.edits}
        parts = self._parts[path]  # such a statement is no longer what its text was
        self._parts[path] = {key: part for key, part in parts.items() if part[0] not in edited}
        for node, new in revision.edits:
            for name in ("params", "body", "returns", "is_async", "is_generator"):
                object.__setattr__(node, name, getattr(new, name))
        now = revision.outline.definitions
        placed = {
            number: (part, now[i].first - (2 if now[i].is_indented else 1))
            for i, (number, part) in revision.rewritten.items()
        }
        draft.text, draft.outline = revision.text, revision.outline
        draft.rewritten = revision.rewritten
        draft.spans = draft.spans.since(draft.made, draft.outline, placed)
        count = revision.text.count(b"\n") + 1
        draft.module = Module(path, draft.module.body, count, len(draft.spans))
        return draft.module

    def _rewritten(self, definition: Definition, path: str) -> tuple[int, Part]:
        number = next(self._numbers)
        around = "class _:\n" if definition.is_indented else ""
        return number, Part(*parse_part(around + definition.text, path, number * STRIDE))

    def _draft(self, text: bytes, path: str) -> Draft | None:
        """None for a text that is not being written, or that Python itself cannot take apart."""
        if path not in self.paths:
            self._parts.pop(path, None)
            self._drafts.pop(path, None)
            return None
        held = self._drafts.get(path)
        if held is None or held.text != text:
            found = statements(text)
            if found is None:
                return None
            outline = outlined(*found)
            made = self._joined(_pieces(*found), path)
            held = self._drafts[path] = Draft(text, *made, outline, outline)
        return held

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


def _pieces(body: list[ast.stmt], lines: list[str]) -> list[tuple[int, str]]:
    """The statements of a module, each with the number of lines above it; those that share a line are one."""
    stretches: list[tuple[int, int]] = []
    for node in body:
        first, last = first_line(node), node.end_lineno or node.lineno
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return [(first - 1, "".join(lines[first - 1 : last])) for first, last in stretches]


def _function(part: Part) -> FunctionDef:
    (found,) = functions(part.body)
    return found
