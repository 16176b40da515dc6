"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json

from shapelint.finding import Finding, Span
from shapelint.project import CheckResult
from shapelint.project.fingerprint import fingerprints
from shapelint.report import details, in_cell, relative

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
ROOT = "CI_PROJECT_DIR"


def render(result: CheckResult, verbose: bool = False) -> str:
    texts = result.texts
    issues = []
    for p in result.problems:
        place = texts.in_file(p.file, Span(p.line, p.column, p.line, p.column), p.cell)
        text = in_cell(p.message, p.cell)
        mark = hashlib.sha256(f"cannot-check\0{relative(p.file)}\0{text}".encode()).hexdigest()
        issues.append(_issue("cannot-check", "major", f"cannot check: {text}", p.file, place, mark))
    marks = fingerprints(result.findings, texts.lines)
    for f, mark in zip(result.findings, marks, strict=True):
        place = texts.in_file(f.file, f.span, f.cell)
        issue = _issue(f.name, SEVERITIES[f.severity], _description(f), f.file, place, mark)
        issue["content"] = {"body": "\n".join(details(f, texts.lines))}
        issues.append(issue)
    return json.dumps(issues, indent=2)


def _description(f: Finding) -> str:
    """One line: the merge request shows no more."""
    verdict = "" if f.verdict is None else f" ({f.verdict.kind}: {f.verdict.text})"
    return f"{in_cell(f.message, f.cell)}{verdict}"


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
