"""Text to program tree. Whatever is wrong with a file becomes one `SourceError`."""

from __future__ import annotations

import codecs
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
from shapelint.source.garbage import uncollected
from shapelint.source.lower import Lowering
from shapelint.source.text import SourceError

MAX_NESTING = 1000
RECURSION_LIMIT = 60_000
OPENING = b"([{"
NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"()[]{}")
PLACED = re.compile(r"Internal error: |parser error: (?:error at \d+:\d+: )?")
"""What libcst puts before a message."""
PREFIX_RUN = re.compile(rb"[-~+][-~+ ]{50,}")


def parse_source(text: str | bytes, path: str = "<text>") -> tree.Module:
    """The program tree of a text. Raises SourceError."""
    with _deep(), uncollected():
        module = _parse(text, path)
        return Lowering(path).module(module, _lines(text))


def spans(text: str | bytes, path: str = "<text>") -> tuple[Span, ...]:
    """The span of every node, by `at`: the same lowering once more, with positions. Raises SourceError."""
    return parse_part(text, path, 0)[1]


def parse_part(text: str | bytes, path: str, first: int) -> tuple[tree.Block, tuple[Span, ...]]:
    """Statements that stand alone, their nodes numbered from `first` on, and the spans of the nodes in that
    order. Raises SourceError."""
    with _deep(), uncollected():
        wrapper = MetadataWrapper(_parse(text, path), unsafe_skip_copy=True)
        lowering = Lowering(path, wrapper.resolve(PositionProvider))
        lowering.count = first
        body = lowering.block(wrapper.module.body)
        return body, tuple(lowering.spans)


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
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise SourceError(path, 1, 1, "encoded as UTF-16, which Python does not read; use UTF-8")
    if b"\0" in raw:
        raise SourceError(path, 1, 1, "not a text file: it has NUL bytes")
    depth = _nesting(raw)
    if depth > MAX_NESTING:
        raise SourceError(path, 1, 1, f"nested too deeply ({depth} levels, at most {MAX_NESTING})")
    try:
        return cst.parse_module(text)
    except cst.ParserSyntaxError as error:
        message = PLACED.sub("", error.message.splitlines()[0])
        if "too many inde" in str(error):
            message = "more than 100 levels of indentation"
        raise SourceError(path, error.raw_line, error.raw_column + 1, message) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        said = f"byte 0x{error.object[error.start]:02x} is no {error.encoding}"
        raise SourceError(path, line, 1, f"cannot be decoded: {said}") from None
    except (LookupError, SyntaxError) as error:
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
