"""SARIF 2.1.0, as code scanning services and editors read it."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

from shapelint import __version__
from shapelint.finding import Edit, Finding, Span, TraceStep
from shapelint.names import NAMES, SILENT
from shapelint.project import CheckResult, Problem
from shapelint.project.fingerprint import file_lines, fingerprints
from shapelint.report import Lines, details, mending, relative, stretch

Json = dict[str, object]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
PLACEHOLDER = re.compile(r"\{(\d+)\}")


def render(result: CheckResult, verbose: bool = False) -> str:
    lines_of = cache(file_lines)
    names = [*NAMES, *sorted({f.name for f in result.findings} - NAMES.keys())]
    rule_of = {name: i for i, name in enumerate(names)}
    marks = fingerprints(result.findings, lines_of)
    driver: Json = {
        "name": "shapelint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name) for name in names],
        "notifications": [_descriptor("cannot-check", "A file could not be checked.")],
    }
    run: Json = {
        "tool": {"driver": driver},
        "invocations": [_invocation(result)],
        "originalUriBaseIds": {ROOT: {"uri": _folder(Path.cwd())}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(f, rule_of[f.name], mark, lines_of)
            for f, mark in zip(result.findings, marks, strict=True)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(name: str) -> Json:
    info = NAMES.get(name)
    if info is None:
        return _descriptor(name, name)
    shown = f"{info.explanation}\n\nFails:\n\n{{0}}\n\nFits:\n\n{{1}}"
    return {
        "id": name,
        "shortDescription": {"text": info.summary},
        "fullDescription": {"text": info.explanation},
        "help": {
            "text": _literal(_filled(shown, info.bad, info.good)),
            "markdown": _filled(shown, *(f"```python\n{t}\n```" for t in (info.bad, info.good))),
        },
        "defaultConfiguration": {"level": "warning" if name in SILENT else "error"},
        "properties": {"tags": ["shapes", info.family]},
    }


def _descriptor(name: str, text: str) -> Json:
    texts = ("shortDescription", "fullDescription", "help")
    return {"id": name, **{key: {"text": text} for key in texts}}


def _filled(text: str, *parts: str) -> str:
    return PLACEHOLDER.sub(lambda match: parts[int(match[1])], text)


def _literal(text: str) -> str:
    """A message's text in which `{0}` stands for itself."""
    return PLACEHOLDER.sub(r"{{\1}}", text)


def _message(text: str) -> Json:
    return {"text": _literal(text)}


def _invocation(result: CheckResult) -> Json:
    return {
        "executionSuccessful": not result.problems,
        "workingDirectory": {"uri": _folder(Path.cwd())},
        "toolExecutionNotifications": [_notification(p) for p in result.problems],
    }


def _notification(problem: Problem) -> Json:
    place: Json = {
        "artifactLocation": _artifact(problem.file),
        "region": {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)},
    }
    return {
        "descriptor": {"id": "cannot-check", "index": 0},
        "level": "error",
        "message": _message(f"cannot check: {problem.message}"),
        "locations": [{"physicalLocation": place}],
    }


def _result(f: Finding, rule: int, mark: str, lines_of: Lines) -> Json:
    told: Json = {
        "ruleId": f.name,
        "ruleIndex": rule,
        "level": f.severity,
        "message": _message("\n".join([f.message, *details(f, lines_of)[len(f.trace) :]])),
        "locations": [_location(f.file, f.span, lines_of)],
        "partialFingerprints": {"shapelintFinding/v1": mark},
        "properties": _properties(f),
    }
    if f.trace:
        told["relatedLocations"] = [
            {"id": i, **_step(step)} for i, step in enumerate(f.trace, start=1)
        ]
        end = {**_location(f.file, f.span, lines_of), "message": _message(f.message)}
        flow = [{"location": place} for place in (*map(_step, f.trace), end)]
        told["codeFlows"] = [{"threadFlows": [{"locations": flow}]}]
    if f.fix is not None:
        told["fixes"] = [_fix(f, f.fix, lines_of)]
    return told


def _properties(f: Finding) -> Json:
    told: Json = {}
    if f.counterexample:
        told["counterexample"] = dict(f.counterexample)
    if f.verdict is not None:
        v = f.verdict
        told["verdict"] = {"kind": v.kind, "text": v.text, "depth": v.depth, "device": v.device}
        if v.fix_runs is not None:
            told["fixRuns"] = v.fix_runs
    return told


def _location(file: str, span: Span, lines_of: Lines) -> Json:
    region = _region(span)
    text = stretch(lines_of(file), span)
    if text:
        region["snippet"] = {"text": text}
    return {"physicalLocation": {"artifactLocation": _artifact(file), "region": region}}


def _step(step: TraceStep) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(step.file),
            "region": {"startLine": max(step.line, 1)},
        },
        "message": _message(f"{step.expression} is {step.shape}"),
    }


def _fix(f: Finding, fix: Edit, lines_of: Lines) -> Json:
    change: Json = {
        "artifactLocation": _artifact(fix.file or f.file),
        "replacements": [
            {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.text}}
        ],
    }
    return {"description": _message(mending(f, fix, lines_of)), "artifactChanges": [change]}


def _region(span: Span) -> Json:
    return {
        "startLine": max(span.line, 1),
        "startColumn": max(span.column, 1),
        "endLine": max(span.end_line, 1),
        "endColumn": max(span.end_column, 1),
    }


def _artifact(file: str) -> Json:
    """A URI from the root where the file is below it."""
    path = relative(file)
    if os.path.isabs(path):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(path)), "uriBaseId": ROOT}


def _folder(path: Path) -> str:
    return path.as_uri().rstrip("/") + "/"
