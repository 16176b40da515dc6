"""What shapelint reports: plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; lines and columns count from 1, in characters."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class TraceStep:
    """Where a tensor got a shape."""

    file: str
    line: int
    expression: str
    shape: str
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file, the finding's own if none is named, and the text that mends it."""

    span: Span
    text: str
    file: str = ""
    cell: int | None = None

    @property
    def takes_lines(self) -> bool:
        """Whether whole lines go, and nothing comes."""
        span = self.span
        whole = (span.column, span.end_column) == (1, 1) and span.end_line > span.line
        return whole and not self.text


Depth = Literal["snippet", "in place", "operation", ""]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run of the code says of a finding.

    `confirmed`: `text` is the framework's own exception. `refuted`: it ran through; the finding is wrong.
    `unverified`: `text` says why neither was shown. `depth` is what ran: a `snippet` of the program, the
    program `in place`, or the failing `operation` alone; `snippet` its text, `script` the file that was
    kept of it.
    """

    kind: Literal["confirmed", "refuted", "unverified"]
    text: str
    depth: Depth = ""
    device: str = ""
    snippet: str = ""
    script: str | None = None
    fix_runs: bool | None = None
    """Whether the program runs past the place once the fix is applied; None where there is no fix, or
    nothing was shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A call whose shapes cannot fit."""

    name: str
    severity: Severity
    file: str
    span: Span
    message: str
    trace: tuple[TraceStep, ...] = ()
    counterexample: dict[str, int] = field(default_factory=dict)
    fix: Edit | None = None
    verdict: Verdict | None = None
    cell: int | None = None
    """Of a notebook, counted from 1; lines are then those of the cell."""

    @property
    def place(self) -> str:
        """Where it begins, as it is written."""
        return place(self.file, self.span.line, self.span.column, self.cell)


def place(file: str, line: int, column: int | None = None, cell: int | None = None) -> str:
    """A place as it is written: `file:line:column`, in a notebook `file:cell N:line:column`."""
    inside = f"{line}" if column is None else f"{line}:{column}"
    return f"{file}:{inside}" if cell is None else f"{file}:cell {cell}:{inside}"
