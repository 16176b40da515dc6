"""Formats: one module each, with `render(result) -> str`."""

from __future__ import annotations

from collections import Counter
from importlib import import_module

from shapelint import __version__
from shapelint.finding import Finding
from shapelint.project import CheckResult

FORMATS = ("full", "concise", "json")


def render(result: CheckResult, format_: str, verbose: bool = False) -> str:
    """The report in a format of FORMATS."""
    module = import_module(f"shapelint.report.{format_}")
    text: str = module.render(result, verbose)
    return text


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
    return (
        f"{found} in {files}; operations: {result.proved} proved, {result.open} open, "
        f"{result.unknown} unknown"
    )


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
            f"shapelint {__version__} said of {finding.file}:{finding.span.line}:",
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
