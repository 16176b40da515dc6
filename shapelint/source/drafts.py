"""Texts that are being written: of one that changes, only the statements that did are parsed again, or only the
bodies of functions where no more has changed.

Each statement of a module has numbers of its own for its nodes, which it keeps while its text stays, wherever it
moves to. So has a body that was changed.
"""

from __future__ import annotations

import ast
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import overload

from shapelint.finding import Span
from shapelint.source.bodies import Body, Outline, first_line, functions, outlined, statements
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


class PartSpans(Sequence[Span]):
    """Spans by the numbers of nodes, which leave gaps from part to part."""

    def __init__(self, parts: dict[int, tuple[Part, int]]) -> None:
        """The parts by their numbers, and how many lines are above each."""
        self._parts = parts
        self._bodies: dict[int, tuple[Part, int]] = {}
        self._outlines: tuple[Outline, Outline] | None = None

    def since(self, made: Outline, now: Outline, bodies: dict[int, tuple[Part, int]]) -> PartSpans:
        """The spans in a text of another outline, which has these bodies instead of what the parts have."""
        found = PartSpans(self._parts)
        found._bodies, found._outlines = bodies, (made, now)
        return found

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | Sequence[Span]:
        if isinstance(at, slice):
            raise TypeError("the numbers of nodes are no run")
        number, inner = divmod(at, STRIDE)
        changed = self._bodies.get(number)
        part, above = self._parts[number] if changed is None else changed
        span = part.spans[inner]
        first, last = span.line + above, span.end_line + above
        if changed is None and self._outlines is not None:
            made, now = self._outlines
            first, last = made.place(first, now), made.place(last, now)
        return Span(first, span.column, last, span.end_column)

    def __len__(self) -> int:
        parts = itertools.chain(self._parts.values(), self._bodies.values())
        return sum(len(part.spans) for part, _ in parts)


@dataclass(slots=True)
class Draft:
    """A text that is being written: its tree, which keeps the statements that it was made of, and since then has
    other bodies."""

    text: bytes
    module: Module
    spans: PartSpans
    outline: Outline
    """Of the text as it is."""
    made: Outline
    """Of the text that the tree was made of."""
    bodies: dict[int, tuple[int, Part]] = field(default_factory=dict)
    """Those that were changed since, by their place in the outline: their numbers, and what they are."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Other bodies for functions of a tree, which stay what they are but for these."""

    text: bytes
    outline: Outline
    bodies: dict[int, tuple[int, Part]]
    """All that differ from those that the tree was made with, by their place in the outline."""
    edited: dict[int, FunctionDef]
    """The functions that are to have others than they have now."""


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
        return draft.made, draft.outline.lines, [body.last for body in draft.outline.bodies]

    def revision(self, text: bytes, path: str) -> Revision | None:
        """What makes the tree that there is one of this text; None if it takes more than other bodies for
        functions. Raises SourceError."""
        draft = self._drafts.get(path)
        if draft is None or path not in self.paths:
            return None
        found = statements(text)
        outline = None if found is None else outlined(*found)
        if outline is None or outline.code != draft.outline.code:
            return None
        nodes = list(functions(draft.module.body))
        if len(nodes) != outline.functions:
            return None
        pairs = zip(draft.outline.bodies, outline.bodies, strict=True)
        changed = {i: new for i, (old, new) in enumerate(pairs) if old.text != new.text}
        try:
            bodies = {i: self._body(body, path) for i, body in changed.items()}
        except SourceError:
            return None  # what is told of it speaks of the whole text
        edited = {i: nodes[body.function] for i, body in changed.items()}
        return Revision(text, outline, draft.bodies | bodies, edited)

    def revise(self, revision: Revision, path: str) -> Module:
        """The tree, its functions having other bodies from now on."""
        draft = self._drafts[path]
        edited = {node.at // STRIDE for node in revision.edited.values()}
        parts = self._parts[path]  # such a statement is no longer what its text was
        self._parts[path] = {key: part for key, part in parts.items() if part[0] not in edited}
        for i, node in revision.edited.items():
            (wrapped,) = revision.bodies[i][1].body
            assert isinstance(wrapped, FunctionDef)
            for name in ("body", "is_generator"):
                object.__setattr__(node, name, getattr(wrapped, name))
        now = revision.outline.bodies
        placed = {n: (part, now[i].first - 2) for i, (n, part) in revision.bodies.items()}
        draft.text, draft.outline, draft.bodies = revision.text, revision.outline, revision.bodies
        draft.spans = draft.spans.since(draft.made, draft.outline, placed)
        count = revision.text.count(b"\n") + 1
        draft.module = Module(path, draft.module.body, count, len(draft.spans))
        return draft.module

    def _body(self, body: Body, path: str) -> tuple[int, Part]:
        number = next(self._numbers)
        head = "async def _():\n" if body.is_async else "def _():\n"
        return number, Part(*parse_part(head + body.text, path, number * STRIDE))

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
