"""Machine-readable findings, format version 1."""

import json

from shapelint.finding import Edit, Finding
from shapelint.project import CheckResult


def render(result: CheckResult, verbose: bool = False) -> str:
    document = {
        "version": 1,
        "findings": [_finding(f) for f in result.findings],
        "problems": [
            {"file": p.file, "line": p.line, "column": p.column, "message": p.message}
            for p in result.problems
        ],
        "summary": {
            "files": result.files,
            "operations": {
                "proved": result.proved,
                "open": result.open,
                "unknown": result.unknown,
            },
        },
    }
    if verbose:
        document["unknown_causes"] = result.unknown_causes
        document["notes"] = list(result.notes)
    return json.dumps(document, indent=2)


def _finding(f: Finding) -> dict[str, object]:
    return {
        "name": f.name,
        "severity": f.severity,
        "file": f.file,
        "line": f.span.line,
        "column": f.span.column,
        "end_line": f.span.end_line,
        "end_column": f.span.end_column,
        "message": f.message,
        "trace": [
            {"file": t.file, "line": t.line, "expression": t.expression, "shape": t.shape}
            for t in f.trace
        ],
        "counterexample": f.counterexample,
        "fix": _fix(f.fix),
        "verdict": f.verdict,
    }


def _fix(fix: Edit | None) -> dict[str, object] | None:
    if fix is None:
        return None
    span = fix.span
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "text": fix.text,
    }
