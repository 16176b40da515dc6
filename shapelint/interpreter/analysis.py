"""What the analysis of one file gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from shapelint.finding import Finding, Span
from shapelint.interpreter.witness import Witness


@dataclass(frozen=True, slots=True)
class ShapeRecord:
    """The shape of an assigned or returned tensor, at one place in one entry."""

    file: str
    line: int
    column: int
    name: str
    shape: tuple[int | str, ...] | None
    dtype: str | None
    entry: str


@dataclass(frozen=True, slots=True)
class Contract:
    """What a model's `forward` takes and gives, as far as its code tells."""

    name: str
    file: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Findings, shapes and counts of one file run through all its entries."""

    findings: tuple[Finding, ...] = ()
    shapes: tuple[ShapeRecord, ...] = ()
    proved: int = 0
    open: int = 0
    unknown: int = 0
    unknown_causes: dict[str, int] = field(default_factory=dict)
    contracts: tuple[Contract, ...] = ()
    reached: dict[str, tuple[int, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    agreed: frozenset[tuple[str, Span]] = frozenset()
    """The shape comments that some run agrees with."""
    witnesses: dict[tuple[str, str, Span], Witness] = field(default_factory=dict)
    """By name, file and span of a finding: how a run of the program comes there."""
