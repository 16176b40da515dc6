"""Places in notebooks: within a check a notebook is one text, what is reported of it names cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.finding import Edit, Finding, Span, TraceStep
from shapelint.project.texts import Texts
from shapelint.source.notebook import Notebook

if TYPE_CHECKING:
    from shapelint.project.check import CheckResult, Problem


class Cells:
    """The cells that places are in."""

    def __init__(self, texts: Texts) -> None:
        self.of = texts.notebook

    def finding(self, finding: Finding) -> Finding | None:
        """A finding with its cells; None in a cell that fails on purpose."""
        if finding.cell is not None:
            return finding
        book = self.of(finding.file)
        fix = finding.fix and self._edit(finding.fix, finding.file)
        trace = tuple(map(self._step, finding.trace))
        if book is None:
            return replace(finding, trace=trace, fix=fix)
        number, span = _within(book, finding.span)
        cell = book.cell(number)
        if cell is not None and cell.may_raise:
            return None
        return replace(finding, span=span, trace=trace, fix=fix, cell=number)

    def problem(self, problem: Problem) -> Problem:
        """A problem with its cell; what is said of a notebook as a whole stays so."""
        book = self.of(problem.file)
        if book is None or problem.cell is not None:
            return problem
        cell, line = book.joined.place(problem.line)
        return replace(problem, cell=cell, line=line)

    def joined(self, finding: Finding) -> Finding:
        """A finding of a cell as one of the whole text again; as it is if there is no such place any more."""
        fix = finding.fix
        if fix is not None and fix.cell is not None:
            place = self.whole(fix.file or finding.file, fix.cell, fix.span)
            fix = None if place is None else Edit(place, fix.text, fix.file)
        if finding.cell is None:
            return replace(finding, fix=fix)
        place = self.whole(finding.file, finding.cell, finding.span)
        return finding if place is None else replace(finding, span=place, fix=fix, cell=None)

    def whole(self, file: str, cell: int, span: Span) -> Span | None:
        """The span in the whole text of a span in a cell; None if there is no such place."""
        book = self.of(file)
        line = None if book is None else book.joined.line(cell, span.line)
        if line is None:
            return None
        return replace(span, line=line, end_line=line + span.end_line - span.line)

    def _step(self, step: TraceStep) -> TraceStep:
        book = self.of(step.file)
        if book is None or step.cell is not None:
            return step
        cell, line = book.joined.place(step.line)
        return replace(step, cell=cell, line=line)

    def _edit(self, edit: Edit, file: str) -> Edit:
        book = self.of(edit.file or file)
        if book is None:
            return edit
        cell, span = _within(book, edit.span)
        return replace(edit, cell=cell, span=span)


def in_cells(result: CheckResult) -> CheckResult:
    """The result with what is in notebooks placed in their cells; nothing is said of cells that fail on
    purpose."""
    cells = Cells(result.texts)
    return replace(
        result,
        findings=_sorted(cells.finding(f) for f in result.findings),
        refuted=_sorted(cells.finding(f) for f in result.refuted),
        problems=tuple(map(cells.problem, result.problems)),
    )


def _sorted(findings: Iterable[Finding | None]) -> tuple[Finding, ...]:
    kept = [f for f in findings if f is not None]
    return tuple(sorted(kept, key=lambda f: (f.file, f.cell or 0, f.span, f.name)))


def _within(book: Notebook, span: Span) -> tuple[int, Span]:
    """A span of the whole text in its cell; an end on the line after the cell stays after it."""
    cell, line = book.joined.place(span.line)
    return cell, replace(span, line=line, end_line=line + span.end_line - span.line)
