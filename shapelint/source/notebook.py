"""Jupyter notebooks: their code as one Python text, whose lines lead back to the cells, and cells changed in a
file of which everything else stays as it is."""

from __future__ import annotations

import bisect
import codecs
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from shapelint.finding import Edit, Span
from shapelint.source.json_text import (
    LONE,
    Stretch,
    in_string,
    items,
    member,
    with_string,
    with_strings,
)
from shapelint.source.magics import Translated, syntax_error, translated
from shapelint.source.text import LINE_END, SourceError, changed, edited, lines

SUFFIX = ".ipynb"
KEPT = 4
"""So many notebooks are kept as they were last read: several parts of a check read each."""
COOKIE = re.compile(r"^([ \t\f]*#.*?coding)[:=]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell; `number` counts all cells of the notebook, from 1. One that is marked with
    `raises-exception` fails on purpose."""

    number: int
    source: str
    may_raise: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """What is no Python in a cell, and where."""

    cell: int
    line: int
    column: int
    message: str


@dataclass(frozen=True)
class Joined:
    """Cells as one Python text; `places` has a cell and a line of it for every line of the text."""

    text: str
    places: tuple[tuple[int, int], ...]
    faults: tuple[Fault, ...] = ()

    def place(self, line: int) -> tuple[int, int]:
        """The cell of a line, and the line there; what is past the end is on the last one."""
        cell, inside = self.places[min(max(line, 1), len(self.places)) - 1]
        return cell, max(inside, 1)

    def line(self, cell: int, line: int) -> int | None:
        """The line of a cell's line, if there is such."""
        return self._lines.get((cell, line))

    @cached_property
    def _lines(self) -> dict[tuple[int, int], int]:
        return {place: number for number, place in reversed([*enumerate(self.places, 1)])}


@dataclass(frozen=True)
class Notebook:
    """A notebook's text, its code cells, and the language that they are in."""

    text: str
    cells: tuple[Cell, ...]
    language: str = "python"

    @classmethod
    def read(cls, raw: bytes, path: str = "") -> Notebook:
        """Raises SourceError."""
        try:
            text = raw.decode("utf-8")
            told = json.loads(text.removeprefix(codecs.BOM_UTF8.decode()))
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise SourceError(path, line, 1, "not a notebook: it is not UTF-8") from None
        except json.JSONDecodeError as error:
            said = "it is empty" if not text.strip() else error.msg
            raise SourceError(path, error.lineno, error.colno, f"not a notebook: {said}") from None
        except (RecursionError, ValueError) as error:
            said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
            raise SourceError(path, 1, 1, f"not a notebook: {said}") from None
        try:
            return cls(text, tuple(_cells(told)), _language(told))
        except _Malformed as error:
            raise SourceError(path, 1, 1, f"not a notebook: {error}") from None

    @property
    def is_python(self) -> bool:
        return self.language.lower() in ("python", "ipython", "python3")

    @cached_property
    def joined(self) -> Joined:
        """All cells that are Python, in their order."""
        return joined(self.cells if self.is_python else ())

    def cell(self, number: int) -> Cell | None:
        """The code cell of that number, if there is such."""
        return next((cell for cell in self.cells if cell.number == number), None)

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The notebook with edits of its cells applied; those of no code cell are left out."""
        by_cell: dict[int, list[Edit]] = {}
        for edit in edits:
            by_cell.setdefault(edit.cell or 0, []).append(edit)
        changed = [cell for cell in self.cells if cell.number in by_cell]
        return self.with_sources({c.number: edited(c.source, by_cell[c.number]) for c in changed})

    def with_sources(self, sources: Mapping[int, str]) -> bytes:
        """The notebook with other texts in some cells."""
        text = self.text
        changed = {c.number for c in self.cells if sources.get(c.number, c.source) != c.source}
        for number, (start, end) in reversed(self._places.items()):
            if number in changed:
                text = text[:start] + _written(text, (start, end), sources[number]) + text[end:]
        return text.encode()

    def in_file(self, number: int, span: Span) -> Span:
        """Where a span of a cell stands in the notebook's own text; the cell's source for what is not there."""
        place, cell = self._places.get(number, (0, 0)), self.cell(number)
        start = end = place[0]
        if cell is not None:
            first, last = (
                _index(cell.source, span.line, span.column),
                _index(cell.source, span.end_line, span.end_column),
            )
            start, end = self._offset(place, first), self._offset(place, last)
        return Span(*self._line_column(start), *self._line_column(end))

    def _line_column(self, at: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines of the text start."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def _places(self) -> dict[int, Stretch]:
        """Where the source of every cell stands."""
        return dict(enumerate(_source_places(self.text), 1))

    def _offset(self, place: Stretch, index: int) -> int:
        """Where the character of that index of a source stands in the text."""
        if self.text[place[0]] != "[":
            return in_string(self.text, place[0], index)
        found = list(items(self.text, place[0]))
        for start, end in found:
            length = len(json.loads(self.text[start:end]))
            if index < length or end == found[-1][1]:
                return in_string(self.text, start, min(index, length))
            index -= length
        return place[0]

    def with_python(self, changed: str) -> bytes:
        """The notebook with what is changed in the joined text, of which the lines stay as many."""
        parts = {cell.number: LINE_END.split(cell.source) for cell in self.cells}
        for old, new, (cell, line) in zip(
            lines(self.joined.text), lines(changed), self.joined.places
        ):
            if old != new and line:
                at = 2 * (line - 1)  # every other part is a line end
                parts[cell][at] = _carried_over(parts[cell][at], old, new)
        return self.with_sources({number: "".join(part) for number, part in parts.items()})


@lru_cache(maxsize=KEPT)
def notebook(raw: bytes, path: str = "") -> Notebook:
    """The notebook of a file's text, read once. Raises SourceError."""
    return Notebook.read(raw, path)


def is_notebook(path: str | PathLike[str]) -> bool:
    return fspath(path).endswith(SUFFIX)


def python_of(path: str | PathLike[str], raw: bytes) -> bytes:
    """The Python text of a file: all there is of it, but of a notebook. Raises SourceError."""
    if not is_notebook(path):
        return raw
    return notebook(raw, fspath(path)).joined.text.encode()


def place_in(path: str | PathLike[str], line: int) -> tuple[int | None, int]:
    """The cell of a line of a file's Python text, and the line there; no cell but in a notebook."""
    try:
        joined = (
            notebook(Path(path).read_bytes(), fspath(path)).joined if is_notebook(path) else None
        )
    except (OSError, SourceError):
        joined = None
    return joined.place(line) if joined is not None and joined.places else (None, line)


def with_edits(path: str | PathLike[str], raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The contents of a file with edits applied; of edits that meet, the later. Raises SyntaxError,
    UnicodeError, SourceError."""
    if is_notebook(path):
        return notebook(raw, fspath(path)).edited(edits)
    return changed(raw, lambda text: edited(text, edits))


def faults_of(path: str | PathLike[str], raw: bytes) -> tuple[Fault, ...]:
    """The cells of a notebook that are no Python. Raises SourceError."""
    return notebook(raw, fspath(path)).joined.faults if is_notebook(path) else ()


def joined(cells: Iterable[Cell]) -> Joined:
    """The cells as one text; of those that are no Python only the lines are left."""
    text: list[str] = []
    places: list[tuple[int, int]] = []
    faults: list[Fault] = []
    for cell in cells:
        source = lines(LONE.sub("\N{REPLACEMENT CHARACTER}", cell.source))
        if source[-1] == "":
            source.pop()
        told = translated(source)
        fault = _fault(cell.number, told)
        if fault is not None:
            faults.append(fault)
            told = Translated(("",) * len(source))
        if told.opening:
            text.append(told.opening)
            places.append((cell.number, 0))
        text += told.lines
        places += [(cell.number, line) for line in range(1, len(told.lines) + 1)]
        if told.closing:
            text.append(told.closing)
            places.append((cell.number, 0))
    # a cell names no encoding, but the text would
    text[:2] = [COOKIE.sub(r"\1 ", line) for line in text[:2]]
    return Joined("".join(f"{line}\n" for line in text), tuple(places), tuple(faults))


class _Malformed(Exception):
    """What is no notebook, and why."""


def _fault(number: int, cell: Translated) -> Fault | None:
    """What is wrong with a cell on its own: Python's words and place are better than the parser's, which takes
    more of Python's versions."""
    text = "\n".join((*([cell.opening] if cell.opening else ()), *cell.lines, ""))
    said = syntax_error(text)
    if said is None:
        return None
    from shapelint.source.parse import parse_source

    try:
        parse_source(text)
    except SourceError as error:
        line = (said.lineno or error.line) - bool(cell.opening)
        column = (said.offset if said.lineno else None) or error.column
        message = said.msg if said.lineno else error.message
        return Fault(number, max(1, min(line, len(cell.lines))), column, message)
    return None


def _cells(told: object) -> Iterator[Cell]:
    """The code cells of a notebook in any format: from 4 on it has `cells`, before it had worksheets."""
    if not isinstance(told, dict):
        raise _Malformed("it is no JSON object")
    if "cells" in told:
        groups, key = [_list(told, "cells", "the notebook")], "source"
    elif "worksheets" in told:
        sheets = _list(told, "worksheets", "the notebook")
        groups, key = [_list(sheet, "cells", "a worksheet") for sheet in sheets], "input"
    else:
        raise _Malformed("it has no cells")
    for number, cell in enumerate((cell for group in groups for cell in group), 1):
        if not isinstance(cell, dict):
            raise _Malformed(f"cell {number} is no object")
        if cell.get("cell_type") != "code":
            continue
        source = cell.get(key, "")
        if isinstance(source, list) and all(isinstance(part, str) for part in source):
            source = "".join(source)
        if not isinstance(source, str):
            raise _Malformed(f"cell {number}: its {key} is neither a text nor a list of texts")
        metadata = _dict(cell, "metadata")
        language = _dict(metadata, "vscode").get("languageId") or cell.get("language")
        if language in (None, "python"):
            tags = metadata.get("tags")
            yield Cell(number, source, isinstance(tags, list) and "raises-exception" in tags)


def _list(told: object, key: str, what: str) -> list[Any]:
    found = told.get(key, []) if isinstance(told, dict) else None
    if not isinstance(found, list):
        raise _Malformed(f"the {key} of {what} are no list")
    return found


def _dict(told: dict[str, Any], key: str) -> dict[str, Any]:
    found = told.get(key)
    return found if isinstance(found, dict) else {}


def _language(told: dict[str, Any]) -> str:
    """What the notebook says of its kernel; Python if it says nothing."""
    metadata = _dict(told, "metadata")
    named = _dict(metadata, "language_info").get("name")
    named = named or _dict(metadata, "kernelspec").get("language")
    return named if isinstance(named, str) else "python"


def _source_places(text: str) -> Iterator[Stretch]:
    """Where the source of every cell stands in a notebook's text; (0, 0) for none."""
    start = text.index("{")
    cells, sheets = member(text, start, "cells"), member(text, start, "worksheets")
    if cells is not None:
        groups, key = [cells], "source"
    else:
        of_sheets = (member(text, at, "cells") for at, _ in items(text, sheets[0] if sheets else 0))
        groups, key = [group for group in of_sheets if group is not None], "input"
    for group in groups:
        for at, _ in items(text, group[0]):
            yield member(text, at, key) or (0, 0)


def _index(source: str, line: int, column: int) -> int:
    """The index of a line's column in a source, which may be past its end."""
    before = LINE_END.split(source)[: 2 * (line - 1)]
    return min(len("".join(before)) + column - 1, len(source))


def _written(text: str, place: Stretch, source: str) -> str:
    """A cell's source as the text has it there: one string, or one a line."""
    if text[place[0]] == "[":
        return with_strings(text, place, source.splitlines(keepends=True))
    return with_string(text, source)


def _carried_over(line: str, old: str, new: str) -> str:
    """A cell's line with the change of what stands for it, which begins after what differs."""
    same = 0
    while same < min(len(line), len(old)) and line[-1 - same] == old[-1 - same]:
        same += 1
    kept = len(old) - same
    return line[: len(line) - same] + new[kept:] if new[:kept] == old[:kept] else line
