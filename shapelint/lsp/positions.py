"""Places in shapelint's terms (lines and columns from 1, in characters) and in the editor's."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from shapelint.finding import Span


def range_of(codec: PositionCodec, lines: Sequence[str], span: Span) -> types.Range:
    """The editor's range of a span in these lines; what lies outside of them is cut off."""
    return types.Range(
        _position(codec, lines, span.line, span.column),
        _position(codec, lines, span.end_line, span.end_column),
    )


def whole_line(codec: PositionCodec, lines: Sequence[str], line: int) -> types.Range:
    """The text of a line, without what it is indented by."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    first = len(text) - len(text.lstrip()) + 1
    return range_of(codec, lines, Span(line, first, line, len(text) + 1))


def place_of(
    codec: PositionCodec, lines: Sequence[str], position: types.Position
) -> tuple[int, int]:
    """The line and column of an editor's position."""
    if position.line >= len(lines):
        return len(lines), len(lines[-1]) + 1 if lines else 1
    units = 0
    column = 0
    for character in lines[position.line]:
        if units >= position.character:
            break
        units += codec.client_num_units(character)
        column += 1
    return position.line + 1, column + 1


def _position(codec: PositionCodec, lines: Sequence[str], line: int, column: int) -> types.Position:
    if not 0 < line <= len(lines):
        return types.Position(max(0, min(line - 1, len(lines))), 0)
    before = lines[line - 1][: max(0, column - 1)]
    return types.Position(line - 1, codec.client_num_units(before))
