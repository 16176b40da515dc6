"""For people: a code frame, the trace of shapes, a counterexample."""

from __future__ import annotations

from pathlib import Path

import click

from shapelint.finding import Finding, Verdict
from shapelint.project import CheckResult
from shapelint.report import bug_report, causes, summary

VERDICTS = {"confirmed": "green", "refuted": "magenta", "unverified": "cyan"}
DEPTHS = {
    "snippet": "run as a snippet",
    "in place": "run in place",
    "operation": "the call alone was run",
    "": "",
}
COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


def render(result: CheckResult, verbose: bool = False) -> str:
    parts = [
        f"{p.file}:{p.line}:{p.column}: {click.style('cannot check', fg='magenta')}: {p.message}"
        for p in result.problems
    ]
    lines: dict[str, list[str]] = {}
    parts += [_finding(f, lines) for f in result.findings]
    parts.append(summary(result))
    if verbose:
        parts += _verification(result)
        parts += [bug_report(f, result) for f in result.refuted]
        parts += result.notes
        if result.unknown_causes:
            parts += ["most frequent causes of unknowns:", *causes(result)]
    return "\n".join(parts)


def _source(file: str, cache: dict[str, list[str]]) -> list[str]:
    if file not in cache:
        cache[file] = Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    return cache[file]


def _finding(f: Finding, cache: dict[str, list[str]]) -> str:
    head = click.style(f"{f.severity}[{f.name}]", fg=COLOURS[f.severity], bold=True)
    out = [f"{head} {f.message}", f"  --> {f.file}:{f.span.line}:{f.span.column}"]
    source = _source(f.file, cache)
    width = len(str(f.span.line))
    if 0 < f.span.line <= len(source):
        line = source[f.span.line - 1]
        last = f.span.end_column - 1 if f.span.end_line == f.span.line else len(line)
        mark = " " * (f.span.column - 1) + "^" * max(1, last - f.span.column + 1)
        out += [f"{'':{width}} |", f"{f.span.line} | {line}", f"{'':{width}} | {mark}"]
    for step in f.trace:
        where = f"{step.file}:{step.line}" if step.file != f.file else f"line {step.line}"
        out.append(f"{'':{width}} = {where}: {step.expression}  is {step.shape}")
    if f.counterexample:
        numbers = ", ".join(f"{name}={value}" for name, value in f.counterexample.items())
        out.append(f"{'':{width}} = for example with {numbers}")
    if f.fix is not None:
        runs = f.verdict is not None and f.verdict.fix_runs
        out.append(
            f"{'':{width}} = help: write {f.fix.text}{' (verified: it runs)' if runs else ''}"
        )
    if f.verdict is not None:
        out += [f"{'':{width}} = {line}" for line in _verdict(f.verdict)]
    return "\n".join(out) + "\n"


def _verdict(verdict: Verdict) -> list[str]:
    how = ", ".join(part for part in (DEPTHS[verdict.depth], verdict.device) if part)
    kind = click.style(verdict.kind, fg=VERDICTS[verdict.kind])
    lines = [f"{kind}: {verdict.text}" + (f" ({how})" if how else "")]
    if verdict.script is not None:
        lines.append(f"run it yourself: python {verdict.script}")
    return lines


def _verification(result: CheckResult) -> list[str]:
    ran = result.verification
    if ran is None:
        return []
    versions = ", ".join(f"{name} {version}" for name, version in ran.frameworks.items())
    lines = [f"verified by {ran.python} ({versions}) on {ran.device}"]
    return lines + [f"not enforced by the sandbox: {what}" for what in ran.not_enforced]
