"""Text to program tree. Whatever is wrong with a file becomes one `SourceError`."""

from __future__ import annotations

import gc
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from shapelint.finding import Span
from shapelint.source import tree
from shapelint.source.lower import Lowering

MAX_NESTING = 1000
RECURSION_LIMIT = 60_000
OPENING = b"([{"
NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"()[]{}")
PREFIX_RUN = re.compile(rb"[-~+][-~+ ]{50,}")


class SourceError(Exception):
    """A file that cannot be read as Python."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path, self.line, self.column, self.message = path, line, column, message


def parse_source(text: str | bytes, path: str = "<text>") -> tree.Module:
    """The program tree of a text. Raises SourceError."""
    with _deep(), _no_collection():
        module = _parse(text, path)
        return Lowering(path).module(module, _lines(text))


def spans(text: str | bytes, path: str = "<text>") -> tuple[Span, ...]:
    """The span of every node, by `at`: the same lowering once more, with positions."""
    with _deep(), _no_collection():
        wrapper = MetadataWrapper(_parse(text, path), unsafe_skip_copy=True)
        positions = wrapper.resolve(PositionProvider)
        lowering = Lowering(path, positions)
        lowering.module(wrapper.module, 0)
        return tuple(lowering.spans)


def _lines(text: str | bytes) -> int:
    return (text.count("\n") if isinstance(text, str) else text.count(b"\n")) + 1


def comments(text: str) -> tuple[tree.Comment, ...]:
    """The comments of a text, in order; those before the first fault of a broken one."""
    found: list[tree.Comment] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                found.append(tree.Comment(token.start[0], token.start[1], token.string))
    except (tokenize.TokenError, SyntaxError):
        pass
    return tuple(found)


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
    depth = deepest = 0
    for byte in raw.translate(None, NOT_BRACKETS):
        if byte in OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    runs = map(len, PREFIX_RUN.findall(raw))
    return max(deepest, *runs, 0)


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
