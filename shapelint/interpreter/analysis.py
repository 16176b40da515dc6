"""What the analysis of one file gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from shapelint.finding import Finding, Span, TraceStep
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
    count: int | None = None
    """The numbers in its parameters, where values are kept and that is known."""


@dataclass(frozen=True, slots=True)
class SeenValue:
    """What an expression was, in one context that runs it."""

    file: str
    span: Span
    """Of the expression, or of the target that it is assigned to."""
    kind: Literal["tensor", "layer"]
    text: str
    """The shape of a tensor; the class of a layer."""
    dtype: str | None
    entry: str
    """What was run: `<script>`, a function, a class."""
    caller: tuple[str, int] | None
    """The file and line that called the function it is in."""
    trace: tuple[TraceStep, ...]
    """Where its sizes arose, the oldest first."""
    parameters: tuple[tuple[str, str], ...] = ()
    """The names and shapes of a layer's own parameters."""
    count: int | None = None
    """The numbers in all parameters of a layer, where that is known."""
    assigned: bool = False


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
    values: tuple[SeenValue, ...] = ()
    """What expressions were, by file and place."""
