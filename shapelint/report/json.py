"""Machine-readable findings, format version 1."""

import json
from typing import Any

from shapelint.finding import Edit, Finding, Span, TraceStep, Verdict
from shapelint.project import CheckResult


def render(result: CheckResult, verbose: bool = False) -> str:
    document = {
        "version": 1,
        "findings": [_finding(f) for f in result.findings],
        "problems": [
            {
                "file": p.file,
                "cell": p.cell,
                "line": p.line,
                "column": p.column,
                "message": p.message,
            }
            for p in result.problems
        ],
        "summary": {
            "files": result.files,
            "operations": {
                "proved": result.proved,
                "open": result.open,
                "unknown": result.unknown,
            },
            "suppressed": result.suppressed,
            "in_baseline": result.known,
            "stale_in_baseline": len(result.stale),
        },
    }
    if result.verification is not None:
        ran = result.verification
        document["refuted"] = [_finding(f) for f in result.refuted]
        document["verification"] = {
            "python": ran.python,
            "frameworks": dict(ran.frameworks),
            "device": ran.device,
            "not_enforced": list(ran.not_enforced),
            "warm_up_seconds": round(ran.warm_up, 3),
            "seconds": [round(s, 4) for s in ran.seconds],
        }
    if verbose:
        document["unknown_causes"] = result.unknown_causes
        document["notes"] = list(result.notes)
    return json.dumps(document, indent=2)


class NotFindings(Exception):
    """A document that is no report of shapelint's."""


def read(document: object) -> tuple[Finding, ...]:
    """The findings of a report in this format. Raises NotFindings."""
    if not isinstance(document, dict) or document.get("version") != 1:
        raise NotFindings("no report of format version 1")
    try:
        return tuple(_read(f) for f in (*document["findings"], *document.get("refuted", ())))
    except (KeyError, TypeError) as error:
        raise NotFindings(f"{type(error).__name__}: {error}") from None


def _read(f: dict[str, Any]) -> Finding:
    span = Span(f["line"], f["column"], f["end_line"], f["end_column"])
    trace = tuple(
        TraceStep(t["file"], t["line"], t["expression"], t["shape"], t.get("cell"))
        for t in f["trace"]
    )
    fix = f["fix"]
    edit = None
    if fix is not None:
        place = Span(fix["line"], fix["column"], fix["end_line"], fix["end_column"])
        edit = Edit(place, fix["text"], fix.get("file") or "", fix.get("cell"))
    return Finding(
        f["name"], f["severity"], f["file"], span, f["message"], trace, f["counterexample"], edit,
        cell=f.get("cell"),
    )  # fmt: skip


def _finding(f: Finding) -> dict[str, object]:
    return {
        "name": f.name,
        "severity": f.severity,
        "file": f.file,
        "cell": f.cell,
        "line": f.span.line,
        "column": f.span.column,
        "end_line": f.span.end_line,
        "end_column": f.span.end_column,
        "message": f.message,
        "trace": [
            {
                "file": t.file,
                "cell": t.cell,
                "line": t.line,
                "expression": t.expression,
                "shape": t.shape,
            }
            for t in f.trace
        ],
        "counterexample": f.counterexample,
        "fix": _fix(f.fix),
        "verdict": _verdict(f.verdict),
    }


def _verdict(verdict: Verdict | None) -> dict[str, object] | None:
    if verdict is None:
        return None
    return {
        "kind": verdict.kind,
        "text": verdict.text,
        "depth": verdict.depth,
        "device": verdict.device,
        "script": verdict.script,
        "fix_runs": verdict.fix_runs,
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
        "file": fix.file or None,
        "cell": fix.cell,
    }
