"""Text to program tree. Whatever is wrong with a file becomes one `SourceError`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from shapelint.finding import Span
from shapelint.source import tree
from shapelint.source.lower import Lowering

MAX_NESTING = 1000
RECURSION_LIMIT = 60_000


class SourceError(Exception):
    """A file that cannot be read as Python."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path, self.line, self.column, self.message = path, line, column, message


def parse_file(path: Path) -> tree.Module:
    """The program tree of a file. Raises SourceError, OSError."""
    return parse_source(path.read_bytes(), str(path))


def parse_source(text: str | bytes, path: str = "<text>") -> tree.Module:
    """The program tree of a text. Raises SourceError."""
    with _deep(), _no_collection():
        module = _parse(text, path)
        return Lowering(path).module(module, _decoded(text, module))


def spans(text: str | bytes, path: str = "<text>") -> tuple[Span, ...]:
    """The span of every node, by `at`: the same lowering once more, with positions."""
    with _deep(), _no_collection():
        wrapper = MetadataWrapper(_parse(text, path), unsafe_skip_copy=True)
        positions = wrapper.resolve(PositionProvider)
        lowering = Lowering(path, positions)
        lowering.module(wrapper.module, "")
        return tuple(lowering.spans)


def _decoded(text: str | bytes, module: cst.Module) -> str:
    return text if isinstance(text, str) else text.decode(module.encoding, errors="replace")


def _parse(text: str | bytes, path: str) -> cst.Module:
    raw = text.encode() if isinstance(text, str) else text
    if b"\0" in raw:
        raise SourceError(path, 1, 1, "not a text file: it has NUL bytes")
    depth = _nesting(raw)
    if depth > MAX_NESTING:
        raise SourceError(path, 1, 1, f"nested too deeply ({depth} levels, at most {MAX_NESTING})")
    try:
        return cst.parse_module(text)
    except cst.ParserSyntaxError as error:
        message = error.message.splitlines()[0].removeprefix("Internal error: ")
        if "too many inde" in str(error):
            message = "more than 100 levels of indentation"
        raise SourceError(path, error.raw_line, error.raw_column + 1, message) from None
    except (UnicodeDecodeError, LookupError, SyntaxError) as error:
        raise SourceError(path, 1, 1, f"cannot be decoded: {error}") from None
    except RecursionError:
        raise SourceError(path, 1, 1, "nested too deeply") from None
    except Exception as error:
        raise SourceError(path, 1, 1, f"cannot be parsed: {error}") from None


def _nesting(raw: bytes) -> int:
    """An upper estimate of how deep expressions nest: open brackets, and runs of prefix operators
    (libcst's native parser overflows its stack past some thousand levels)."""
    depth = deepest = run = 0
    for byte in raw:
        if byte in b"([{":
            depth += 1
            run += 1
        elif byte in b")]}":
            depth = max(0, depth - 1)
        elif byte in b"-~+":
            run += 1
        elif byte not in b" \t":
            run = 0
        if depth > deepest or run > deepest:
            deepest = max(depth, run)
    return deepest


@contextmanager
def _deep() -> Iterator[None]:
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(max(old, RECURSION_LIMIT))
    try:
        yield
    finally:
        sys.setrecursionlimit(old)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Parsing makes many objects and no garbage: the collector would only slow it down."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
