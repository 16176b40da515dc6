"""Program trees by the texts that they are of: lowered once, and kept from run to run where there is a place
for that."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, Protocol

from shapelint.finding import Span
from shapelint.source import parse_source, spans
from shapelint.source.disk import digest_of
from shapelint.source.packing import Unpackable, packed, unpacked
from shapelint.source.tree import Module


class Storage(Protocol):
    """Where bytes are kept from run to run. Nothing relies on it: what was put may be gone."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes, if that can be."""


class Trees:
    """The program trees of texts, and where their nodes stand; of each path those of its last text."""

    def __init__(self, storage: Storage | None = None) -> None:
        self._storage = storage
        self._trees: dict[str, tuple[bytes, str, Module]] = {}
        """By path: the text, what it is known by, its tree."""
        self._spans: dict[str, tuple[str, tuple[Span, ...]]] = {}

    def tree(self, text: bytes, path: str) -> Module:
        """The program tree of a text. Raises SourceError."""
        held = self._trees.get(path)
        if held is not None and held[0] is text:
            return held[2]
        digest = digest_of(text)
        if held is not None and held[1] == digest:
            return held[2]
        key = f"tree {digest}"
        found = self._stored_tree(key, path)
        if found is None:
            found = parse_source(text, path)
            self._keep(key, packed((found.body, found.lines, found.size)))
        self._trees[path] = text, digest, found
        return found

    def spans(self, text: bytes, path: str) -> Sequence[Span]:
        """The span of every node of a text's tree, by `at`."""
        digest = digest_of(text)
        held = self._spans.get(path)
        if held is not None and held[0] == digest:
            return held[1]
        key = f"spans {digest}"
        found = self._stored_spans(key)
        if found is None:
            found = spans(text, path)
            self._keep(key, packed(_numbers(found).tobytes()))
        self._spans[path] = digest, found
        return found

    def layout(self, path: str) -> object:
        """What differs once the lines of a tree's nodes are not where they were."""
        held = self._trees.get(path)
        return None if held is None else held[1]

    def _stored_tree(self, key: str, path: str) -> Module | None:
        try:
            found = self._stored(key)
            return None if found is None else Module(path, *found)
        except (Unpackable, TypeError):
            return None

    def _stored_spans(self, key: str) -> tuple[Span, ...] | None:
        try:
            found = self._stored(key)
            if found is None:
                return None
            numbers = array("I")
            numbers.frombytes(found)
            each = iter(numbers.tolist())
            return tuple(map(Span, each, each, each, each))
        except (Unpackable, TypeError, ValueError):
            return None

    def _stored(self, key: str) -> Any:
        """Raises Unpackable."""
        content = None if self._storage is None else self._storage.get(key)
        return None if content is None else unpacked(content, Module.__module__)

    def _keep(self, key: str, content: bytes | None) -> None:
        if self._storage is not None and content is not None:
            self._storage.put(key, content)


def _numbers(found: tuple[Span, ...]) -> array[int]:
    return array("I", (n for s in found for n in (s.line, s.column, s.end_line, s.end_column)))
