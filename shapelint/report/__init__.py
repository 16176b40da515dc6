"""Formats: one module each, with `render(result, verbose) -> str`; what several share is in packages beside
them and here."""

from __future__ import annotations

import os
import pkgutil
import re
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint import __version__
from shapelint.finding import Edit, Finding, Severity, Span, TraceStep, Verdict, place

if TYPE_CHECKING:
    from shapelint.project import CheckResult

Lines = Callable[[str, int | None], list[str]]
"""The lines of a file, or of a cell of it, by its path; none if it cannot be read."""
FORMATS = tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.ispkg))
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
DEPTHS = {
    "snippet": "run as a snippet",
    "in place": "run in place",
    "operation": "the call alone was run",
    "": "",
}
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(result: CheckResult, format_: str, verbose: bool = False, quiet: bool = False) -> str:
    """The report in a format of FORMATS. Those for a terminal end with what was done, unless `quiet`."""
    module = import_module(f"shapelint.report.{format_}")
    text: str = module.render(result, verbose)
    if is_for_terminals(format_) and not quiet:
        parts = [text, *closing(result, verbose)]
        return "\n".join(part for part in parts if part)
    return text


def is_for_terminals(format_: str) -> bool:
    """Whether lines may follow the report: a module says so by `FOR_TERMINALS = True`."""
    return getattr(import_module(f"shapelint.report.{format_}"), "FOR_TERMINALS", False)


def closing(result: CheckResult, verbose: bool) -> list[str]:
    """What was done."""
    lines = [summary(result)]
    if verbose:
        lines += verification(result)
        lines += [bug_report(f, result) for f in result.refuted]
        lines += result.notes
        if result.unknown_causes:
            lines += ["most frequent causes of unknowns:", *causes(result)]
    return lines


def summary(result: CheckResult) -> str:
    """The closing line."""
    n = len(result.findings)
    found = "no findings" if n == 0 else f"{n} finding" + ("s" if n > 1 else "")
    if result.verification is not None:
        kinds = Counter(f.verdict.kind for f in result.findings if f.verdict is not None)
        shown = [f"{kinds[kind]} {kind}" for kind in ("confirmed", "unverified") if kinds[kind]]
        if result.refuted:
            shown.append(f"{len(result.refuted)} refuted and withdrawn")
        found += f" ({', '.join(shown)})" if shown else ""
    files = f"{result.files} file" + ("s" if result.files != 1 else "")
    aside = [f"{result.suppressed} suppressed"] if result.suppressed else []
    aside += [f"{result.known} in the baseline"] if result.known else []
    files += f" ({', '.join(aside)})" if aside else ""
    return (
        f"{found} in {files}; operations: {result.proved} proved, {result.open} open, "
        f"{result.unknown} unknown"
    )


def statistics(result: CheckResult) -> list[str]:
    """How often each name was found, the most frequent first."""
    counts = Counter(f.name for f in result.findings)
    width = len(str(max(counts.values(), default=0)))
    return [
        f"{count:{width}}  {name}"
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def verification(result: CheckResult) -> list[str]:
    """What the findings were verified by."""
    ran = result.verification
    if ran is None:
        return []
    versions = ", ".join(f"{name} {version}" for name, version in ran.frameworks.items())
    lines = [f"verified by {ran.python} ({versions}) on {ran.device}"]
    return lines + [f"not enforced by the sandbox: {what}" for what in ran.not_enforced]


def bug_report(finding: Finding, result: CheckResult) -> str:
    """What to send to shapelint's authors of a finding that a run has refuted."""
    ran, verdict = result.verification, finding.verdict
    assert ran is not None and verdict is not None
    versions = ", ".join(f"{name} {version}" for name, version in ran.frameworks.items())
    fence = "```"
    return "\n".join(
        [
            f"### False finding: {finding.name}",
            "",
            f"shapelint {__version__} said of {finding.place}:",
            "",
            f"> {finding.severity}[{finding.name}] {finding.message}",
            "",
            f"But {verdict.text} ({versions}, {verdict.device or ran.device}):",
            "",
            f"{fence}python",
            verdict.snippet.rstrip(),
            fence,
        ]
    )


def causes(result: CheckResult, limit: int = 20) -> list[str]:
    """The most frequent causes of unknowns."""
    return [f"{count:6}  {why}" for why, count in list(result.unknown_causes.items())[:limit]]


def details(finding: Finding, lines_of: Lines) -> list[str]:
    """What is told of a finding beside its message, a line each."""
    f = finding
    lines = [f"{step_place(f, step)}: {step.expression}  is {step.shape}" for step in f.trace]
    if f.counterexample:
        lines.append(f"for example with {numbers(f)}")
    if f.fix is not None:
        runs = " (verified: it runs)" if fix_runs(f) else ""
        lines.append(f"help: {mending(f, f.fix, lines_of)}{runs}")
    if f.verdict is not None:
        lines += verdict_lines(f.verdict, f.verdict.kind)
    return lines


def step_place(finding: Finding, step: TraceStep) -> str:
    """Where a step is, as short as it can be said beside its finding."""
    if step.file != finding.file:
        return place(step.file, step.line, cell=step.cell)
    return (
        f"line {step.line}" if step.cell == finding.cell else f"cell {step.cell} line {step.line}"
    )


def mending(finding: Finding, fix: Edit, lines_of: Lines) -> str:
    """What to write, for what, and where if that is another line than the finding's."""
    old = " ".join(stretch(lines_of(fix.file or finding.file, fix.cell), fix.span).split())
    said = f"write {fix.text}" + (f" for {old}" if old else "") if fix.text else f"remove {old}"
    if fix.file and fix.file != finding.file:
        return f"{said} in {place(fix.file, fix.span.line, cell=fix.cell)}"
    if fix.cell != finding.cell:
        return f"{said} in cell {fix.cell} line {fix.span.line}"
    return said if fix.span.line == finding.span.line else f"{said} in line {fix.span.line}"


def stretch(lines: list[str], span: Span) -> str:
    """The text of a span; as much of it as there is."""
    part = lines[max(span.line, 1) - 1 : span.end_line]
    if not part:
        return ""
    if len(part) == span.end_line - span.line + 1:
        part[-1] = part[-1][: max(span.end_column - 1, 0)]
    part[0] = part[0][max(span.column, 1) - 1 :]
    return "\n".join(part)


def numbers(finding: Finding) -> str:
    """The sizes of the counterexample."""
    return ", ".join(f"{name}={value}" for name, value in finding.counterexample.items())


def fix_runs(finding: Finding) -> bool:
    """Whether a run has shown that the fix mends it."""
    return finding.verdict is not None and bool(finding.verdict.fix_runs)


def verdict_lines(verdict: Verdict, kind: str) -> list[str]:
    """The verdict, under its kind as the format writes it."""
    how = ", ".join(part for part in (DEPTHS[verdict.depth], verdict.device) if part)
    lines = [f"{kind}: {verdict.text}" + (f" ({how})" if how else "")]
    if verdict.script is not None:
        lines.append(f"run it yourself: python {verdict.script}")
    return lines


def in_cell(message: str, cell: int | None) -> str:
    """A message for those who see the place in the file's own text, not the cell."""
    return message if cell is None else f"cell {cell}: {message}"


def relative(file: str, root_variable: str = "") -> str:
    """The path for a service that knows the repository's own: from the folder that the environment
    variable names, else from the working directory; absolute if it is outside."""
    root = os.path.abspath(os.environ.get(root_variable) or os.getcwd())
    absolute = os.path.abspath(file)
    inside = absolute.startswith(root.rstrip(os.sep) + os.sep)
    return Path(os.path.relpath(absolute, root) if inside else absolute).as_posix()


def visible(text: str) -> str:
    """The text with what would steer a terminal, or turn the direction of reading, written out."""
    return CONTROLS.sub(lambda match: ascii(match[0])[1:-1], text)


def clean(text: str) -> str:
    """The text with what neither XML nor HTML can hold replaced."""
    return NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)
