"""A page to send to a colleague: one file that needs nothing else, with the code, the trace, and the shape flow
drawn as a graph."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from shapelint import __version__
from shapelint.finding import Edit, Finding, Verdict
from shapelint.names import NAMES
from shapelint.project import CheckResult, Problem
from shapelint.report import (
    SEVERITIES,
    Lines,
    clean,
    fix_runs,
    mending,
    numbers,
    step_place,
    stretch,
    summary,
    verdict_lines,
    verification,
)
from shapelint.report.page.frames import change, code, frame
from shapelint.report.page.graph import Box, drawn
from shapelint.report.page.lanes import lanes
from shapelint.report.page.style import STYLE

# nothing is loaded and nothing runs, whatever the checked code holds
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
QUOTED = re.compile(r"`([^`\n]+)`")
FEW = 2


def render(result: CheckResult, verbose: bool = False) -> str:
    lines_of = result.texts.lines
    findings = list(result.findings)
    body = [_head(result)]
    if len(findings) > FEW:
        body.append(_contents(findings))
    body += [_problem(p) for p in result.problems]
    body += [_finding(f, i, lines_of) for i, f in enumerate(findings, start=1)]
    if verbose:
        first = len(findings) + 1
        body += [_finding(f, i, lines_of) for i, f in enumerate(result.refuted, start=first)]
    body.append(f"<footer>shapelint {_text(__version__)}</footer>")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>shapelint: {_text(_title(result))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>"
    )


def _text(text: str) -> str:
    return escape(clean(text))


def _prose(text: str) -> str:
    """A message, with what it quotes by backticks as code."""
    return QUOTED.sub(r"<code>\1</code>", _text(text))


def _title(result: CheckResult) -> str:
    files = {f.file for f in result.findings}
    count = summary(result).partition(" in ")[0].partition(" (")[0]
    return f"{count} in {next(iter(files))}" if len(files) == 1 else count


def _head(result: CheckResult) -> str:
    counts = Counter(f.severity for f in result.findings)
    verdicts = Counter(f.verdict.kind for f in result.findings if f.verdict is not None)
    badges = [
        _badge(severity, f"{counts[severity]} {severity}{'s' if counts[severity] > 1 else ''}")
        for severity in SEVERITIES
        if counts[severity]
    ]
    badges += [_badge(kind, f"{verdicts[kind]} {kind}") for kind in sorted(verdicts)]
    if result.refuted:
        badges.append(_badge("refuted", f"{len(result.refuted)} refuted and withdrawn"))
    if result.problems:
        badges.append(_badge("error", f"{len(result.problems)} could not be checked"))
    if not badges:
        badges.append(_badge("good", "nothing found"))
    told = [summary(result), *verification(result)]
    lines = "".join(f'<p class="soft">{_text(line)}</p>' for line in told)
    return (
        f'<header><h1>Tensor shapes</h1><div class="counts">{"".join(badges)}</div>{lines}</header>'
    )


def _badge(style: str, text: str) -> str:
    return f'<span class="badge {style}">{_text(text)}</span>'


def _contents(findings: list[Finding]) -> str:
    rows = "".join(
        f'<li><a href="#f{i}"><code>{_text(f.place)}</code></a> {_prose(f.message)}</li>'
        for i, f in enumerate(findings, start=1)
    )
    return f"<nav><h3>Findings</h3><ol>{rows}</ol></nav>"


def _problem(p: Problem) -> str:
    return (
        f'<article class="error"><header>{_badge("error", "cannot check")}<code>{_text(p.place)}</code></header>'
        f"<p>{_text(p.message)}</p></article>"
    )


def _finding(f: Finding, number: int, lines_of: Lines) -> str:
    badges = _badge(f.severity, f.severity) + _badge("", f.name)
    if f.verdict is not None:
        badges += _badge(f.verdict.kind, f.verdict.kind)
    parts = [
        f'<article class="{f.severity}" id="f{number}"><header>{badges}'
        f'<h2>{_prose(f.message)}</h2><code class="soft">{_text(f.place)}</code></header>',
        frame(lines_of(f.file, f.cell), f.span),
    ]
    if f.verdict is not None:
        parts.append(_verdict(f.verdict))
    if f.trace:
        parts.append(f'<h3>Shape flow</h3><div class="scroll">{_flow(f, lines_of)}</div>')
        parts.append(f"<h3>Where the shapes come from</h3>{_trace(f)}")
    if f.counterexample:
        parts.append(f"<h3>Counterexample</h3><p>with <code>{_text(numbers(f))}</code></p>")
    if f.fix is not None:
        parts.append(_fix(f, f.fix, lines_of))
    parts.append(_meaning(f.name))
    return "".join(parts) + "</article>"


def _verdict(verdict: Verdict) -> str:
    said, *more = verdict_lines(verdict, verdict.kind)
    told = "".join(f"<p><code>{_text(line)}</code></p>" for line in more)
    if verdict.snippet:
        told += f"<details><summary>What was run</summary>{code(verdict.snippet)}</details>"
    return f'<h3>What a run says</h3><blockquote class="mono {verdict.kind}">{_text(said)}</blockquote>{told}'


def _flow(f: Finding, lines_of: Lines) -> str:
    flagged = " ".join(stretch(lines_of(f.file, f.cell), f.span).split()) or f.name
    mark = "✗ " if f.severity == "error" else "⚠ "
    end = Box(f"line {f.span.line}", flagged, mark + f.name, f.severity)
    return drawn(lanes(f), end, f)


def _trace(f: Finding) -> str:
    rows = []
    for step in f.trace:
        rows.append(
            f'<li><code>{_text(step.expression)}</code> is <code class="shape">{_text(step.shape)}</code> '
            f'<span class="soft">{_text(step_place(f, step))}</span></li>'
        )
    return f'<ol class="steps">{"".join(rows)}</ol>'


def _fix(f: Finding, fix: Edit, lines_of: Lines) -> str:
    runs = f" {_badge('good', 'verified: it runs')}" if fix_runs(f) else ""
    said = f"<h3>Fix</h3><p><code>{_text(mending(f, fix, lines_of))}</code>{runs}</p>"
    return said + change(lines_of(fix.file or f.file, fix.cell), fix)


def _meaning(name: str) -> str:
    info = NAMES.get(name)
    if info is None:
        return ""
    return (
        f"<details><summary>What {_text(name)} means</summary><p>{_prose(info.summary)} "
        f"{_prose(info.explanation)}</p><p>Fails:</p>{code(info.bad)}<p>Fits:</p>{code(info.good)}</details>"
    )
