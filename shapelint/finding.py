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


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the finding's file, and the text that mends it."""

    span: Span
    text: str


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
    verdict: None = None
