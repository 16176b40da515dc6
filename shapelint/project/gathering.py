"""One result of many files' results."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from shapelint.finding import Finding
from shapelint.project.baseline import Baseline, Entry, compare
from shapelint.project.config import Config
from shapelint.project.selection import selected
from shapelint.project.suppress import suppress
from shapelint.project.task import FileResult, Problem
from shapelint.project.texts import Texts
from shapelint.project.verification import Verified

Checked = Mapping[Path, FileResult]
"""What came of files, in their order."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All findings of a run, and what it could and could not tell."""

    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: int = 0
    proved: int = 0
    open: int = 0
    unknown: int = 0
    unknown_causes: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    refuted: tuple[Finding, ...] = ()
    """Findings that a run has shown to be wrong."""
    verification: Verified | None = None
    suppressed: int = 0
    """Findings that a comment hides."""
    known: int = 0
    """Findings that are in the baseline."""
    stale: tuple[Entry, ...] = ()
    """Entries of the baseline that are no longer found."""
    texts: Texts = field(default_factory=Texts, compare=False, repr=False)
    """What was checked, for those who show it."""


class PathNames:
    """Paths as the user wrote them; those of imported files relative to the working directory,
    unless the user wrote absolute ones."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.given = {os.path.abspath(f): str(f) for f in files}
        self.relative = not any(os.path.isabs(f) for f in self.given.values())

    def shown(self, path: str) -> str:
        absolute = os.path.abspath(path)
        if absolute in self.given:
            return self.given[absolute]
        inside = absolute.startswith(os.getcwd() + os.sep)
        return os.path.relpath(absolute) if self.relative and inside else path

    def named(self, finding: Finding) -> Finding:
        trace = tuple(replace(step, file=self.shown(step.file)) for step in finding.trace)
        fix = finding.fix
        if fix is not None and fix.file:
            fix = replace(fix, file=self.shown(fix.file))
        return replace(finding, file=self.shown(finding.file), trace=trace, fix=fix)


def key_of(finding: Finding) -> tuple[object, ...]:
    """What is reported once, however many files lead there."""
    return os.path.realpath(finding.file), finding.span, finding.name


def gathered(checked: Checked, names: PathNames) -> CheckResult:
    """One result: a finding that several entries reach is reported once, as its worst; a comment is
    stale only if no file's run agrees with it."""
    results = checked.values()
    agreed = {(os.path.realpath(file), span) for r in results for file, span in r.agreed}
    kept: dict[tuple[object, ...], Finding] = {}
    causes: Counter[str] = Counter()
    for result in results:
        causes.update(result.causes)
        for finding in map(names.named, result.findings):
            key = key_of(finding)
            if finding.name == "stale-shape-comment" and key[:2] in agreed:
                continue
            old = kept.get(key)
            if old is None or (old.severity == "warning" and finding.severity == "error"):
                kept[key] = finding
    ordered = sorted(kept.values(), key=lambda f: (f.file, f.span, f.name))
    return CheckResult(
        tuple(ordered),
        tuple(p for r in results for p in (r.problem, *r.cell_problems) if p is not None),
        len(results),
        sum(r.counts[0] for r in results),
        sum(r.counts[1] for r in results),
        sum(r.counts[2] for r in results),
        dict(causes.most_common()),
        tuple(note for r in results for note in r.notes),
    )


def settled(
    result: CheckResult, checked: Checked, config: Config, baseline: Baseline | None
) -> CheckResult:
    """The findings that are to be reported: selected, not hidden by a comment, not in the baseline. Of
    the files that were `checked`, comments and entries are judged."""
    good = {str(file): r.directives for file, r in checked.items() if r.problem is None}
    read = {file: found for file, found in good.items() if found is not None}
    shown = suppress(selected(result.findings, config), read, config)
    result = replace(result, findings=shown.findings, suppressed=shown.hidden)
    if baseline is None:
        return result
    held = compare(result.findings, good, config, baseline, result.texts)
    return replace(result, findings=held.findings, known=held.known, stale=held.stale)
