"""Annotations of a pull request: the workflow commands of GitHub Actions."""

from __future__ import annotations

from shapelint.finding import Finding, Span
from shapelint.project import CheckResult, Problem
from shapelint.project.texts import Texts
from shapelint.report import details, in_cell, relative

Properties = dict[str, str | int]
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
ROOT = "GITHUB_WORKSPACE"


def render(result: CheckResult, verbose: bool = False) -> str:
    problems = [_problem(p, result.texts) for p in result.problems]
    return "\n".join([*problems, *(_finding(f, result.texts) for f in result.findings)])


def _problem(p: Problem, texts: Texts) -> str:
    span = texts.in_file(p.file, Span(p.line, p.column, p.line, p.column), p.cell)
    place: Properties = {"file": relative(p.file, ROOT), "line": span.line, "col": span.column}
    return _command("error", {**place, "title": "cannot check"}, in_cell(p.message, p.cell))


def _finding(f: Finding, texts: Texts) -> str:
    span = texts.in_file(f.file, f.span, f.cell)
    place: Properties = {"file": relative(f.file, ROOT), "line": span.line, "col": span.column}
    place["endLine"] = span.end_line
    if span.line == span.end_line:  # GitHub takes an end column within one line only
        place["endColumn"] = span.end_column
    text = "\n".join([in_cell(f.message, f.cell), *details(f, texts.lines)])
    return _command(COMMANDS[f.severity], {**place, "title": f"shapelint: {f.name}"}, text)


def _command(command: str, properties: Properties, text: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{command} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
