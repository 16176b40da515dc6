"""SARIF 2.1.0, as code scanning services and editors read it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from urllib.parse import quote

from shapelint import __version__
from shapelint.finding import Edit, Finding, Span, TraceStep
from shapelint.names import NAMES, SILENT
from shapelint.project import CheckResult, Problem
from shapelint.project.fingerprint import fingerprints
from shapelint.project.texts import Texts
from shapelint.report import details, in_cell, mending, relative, stretch

Json = dict[str, object]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
PLACEHOLDER = re.compile(r"\{(\d+)\}")


def render(result: CheckResult, verbose: bool = False) -> str:
    texts = result.texts
    names = [*NAMES, *sorted({f.name for f in result.findings} - NAMES.keys())]
    rule_of = {name: i for i, name in enumerate(names)}
    marks = fingerprints(result.findings, texts.lines)
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
            _result(f, rule_of[f.name], mark, texts)
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
        "toolExecutionNotifications": [_notification(p, result.texts) for p in result.problems],
    }


def _notification(problem: Problem, texts: Texts) -> Json:
    span = Span(problem.line, problem.column, problem.line, problem.column)
    region = _region(texts.in_file(problem.file, span, problem.cell))
    place: Json = {
        "artifactLocation": _artifact(problem.file),
        "region": {key: region[key] for key in ("startLine", "startColumn")},
    }
    return {
        "descriptor": {"id": "cannot-check", "index": 0},
        "level": "error",
        "message": _message(f"cannot check: {in_cell(problem.message, problem.cell)}"),
        "locations": [{"physicalLocation": place}],
    }


def _result(f: Finding, rule: int, mark: str, texts: Texts) -> Json:
    text = in_cell(f.message, f.cell)
    here = _location(f, texts)
    told: Json = {
        "ruleId": f.name,
        "ruleIndex": rule,
        "level": f.severity,
        "message": _message("\n".join([text, *details(f, texts.lines)[len(f.trace) :]])),
        "locations": [here],
        "partialFingerprints": {"shapelintFinding/v1": mark},
        "properties": _properties(f),
    }
    if f.trace:
        steps = [_step(step, texts) for step in f.trace]
        told["relatedLocations"] = [{"id": i, **step} for i, step in enumerate(steps, start=1)]
        end = {**here, "message": _message(text)}
        flow = [{"location": place} for place in (*steps, end)]
        told["codeFlows"] = [{"threadFlows": [{"locations": flow}]}]
    if f.fix is not None:
        told["fixes"] = [_fix(f, f.fix, texts)]
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


def _location(f: Finding, texts: Texts) -> Json:
    region = _region(texts.in_file(f.file, f.span, f.cell))
    text = stretch(texts.lines(f.file, f.cell), f.span)
    if text:
        region["snippet"] = {"text": text}
    return {"physicalLocation": {"artifactLocation": _artifact(f.file), "region": region}}


def _step(step: TraceStep, texts: Texts) -> Json:
    line = texts.in_file(step.file, Span(step.line, 1, step.line, 1), step.cell).line
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(step.file),
            "region": {"startLine": max(line, 1)},
        },
        "message": _message(in_cell(f"{step.expression} is {step.shape}", step.cell)),
    }


def _fix(f: Finding, fix: Edit, texts: Texts) -> Json:
    file = fix.file or f.file
    # a cell's text stands in the file as a JSON string
    text = fix.text if fix.cell is None else json.dumps(fix.text)[1:-1]
    change: Json = {
        "artifactLocation": _artifact(file),
        "replacements": [
            {
                "deletedRegion": _region(texts.in_file(file, fix.span, fix.cell)),
                "insertedContent": {"text": text},
            }
        ],
    }
    return {"description": _message(mending(f, fix, texts.lines)), "artifactChanges": [change]}


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
