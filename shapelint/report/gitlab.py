"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from shapelint.finding import Finding, Span
from shapelint.project import CheckResult
from shapelint.project.fingerprint import file_lines, fingerprints
from shapelint.report import details, relative

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
ROOT = "CI_PROJECT_DIR"


def render(result: CheckResult, verbose: bool = False) -> str:
    lines_of = cache(file_lines)
    issues = []
    for p in result.problems:
        place = Span(p.line, p.column, p.line, p.column)
        mark = hashlib.sha256(f"cannot-check\0{relative(p.file)}\0{p.message}".encode()).hexdigest()
        issues.append(
            _issue("cannot-check", "major", f"cannot check: {p.message}", p.file, place, mark)
        )
    marks = fingerprints(result.findings, lines_of)
    for f, mark in zip(result.findings, marks, strict=True):
        issue = _issue(f.name, SEVERITIES[f.severity], _description(f), f.file, f.span, mark)
        issue["content"] = {"body": "\n".join(details(f, lines_of))}
        issues.append(issue)
    return json.dumps(issues, indent=2)


def _description(f: Finding) -> str:
    """One line: the merge request shows no more."""
    verdict = "" if f.verdict is None else f" ({f.verdict.kind}: {f.verdict.text})"
    return f"{f.message}{verdict}"


def _issue(
    name: str, severity: str, text: str, file: str, span: Span, mark: str
) -> dict[str, object]:
    return {
        "type": "issue",
        "check_name": name,
        "description": text,
        "categories": ["Bug Risk"],
        "severity": severity,
        "fingerprint": mark,
        "location": {
            "path": relative(file, ROOT),
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }
