"""For people: a code frame, the trace of shapes, a counterexample."""

from __future__ import annotations

from dataclasses import replace

import click

from shapelint.finding import Finding
from shapelint.project import CheckResult
from shapelint.report import Lines, details, verdict_lines, visible

FOR_TERMINALS = True
VERDICTS = {"confirmed": "green", "refuted": "magenta", "unverified": "cyan"}
COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


def render(result: CheckResult, verbose: bool = False) -> str:
    lines_of = result.texts.lines
    parts = [
        f"{visible(p.place)}: {click.style('cannot check', fg='magenta')}: {visible(p.message)}"
        for p in result.problems
    ]
    parts += [_finding(f, lines_of) for f in result.findings]
    return "\n".join(parts)


def _finding(f: Finding, lines_of: Lines) -> str:
    source = lines_of(f.file, f.cell)
    head = click.style(f"{f.severity}[{f.name}]", fg=COLOURS[f.severity], bold=True)
    out = [f"{head} {visible(f.message)}"]
    out.append(f"  --> {visible(f.place)}")
    width = len(str(f.span.line))
    if 0 < f.span.line <= len(source):
        line = source[f.span.line - 1]
        last = f.span.end_column - 1 if f.span.end_line == f.span.line else len(line)
        # tabs stay tabs, so that the mark stands where the terminal puts the text
        before = "".join("\t" if c == "\t" else " " for c in line[: f.span.column - 1])
        mark = before + "^" * max(1, last - f.span.column + 1)
        out += [f"{'':{width}} |", f"{f.span.line} | {visible(line)}", f"{'':{width}} | {mark}"]
    told = [visible(line) for line in details(f, lines_of)]
    if f.verdict is not None:
        kind = click.style(f.verdict.kind, fg=VERDICTS[f.verdict.kind])
        shown = replace(f.verdict, text=visible(f.verdict.text))
        coloured = verdict_lines(shown, kind)
        told[len(told) - len(coloured) :] = coloured
    out += [f"{'':{width}} = {line}" for line in told]
    return "\n".join(out) + "\n"
