"""Annotations of a pull request: the workflow commands of GitHub Actions."""

from __future__ import annotations

from functools import cache

from shapelint.finding import Finding
from shapelint.project import CheckResult, Problem
from shapelint.project.fingerprint import file_lines
from shapelint.report import Lines, details, relative

Properties = dict[str, str | int]
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
ROOT = "GITHUB_WORKSPACE"


def render(result: CheckResult, verbose: bool = False) -> str:
    lines_of = cache(file_lines)
    return "\n".join(
        [*map(_problem, result.problems), *(_finding(f, lines_of) for f in result.findings)]
    )


def _problem(p: Problem) -> str:
    place: Properties = {"file": relative(p.file, ROOT), "line": p.line, "col": p.column}
    return _command("error", {**place, "title": "cannot check"}, p.message)


def _finding(f: Finding, lines_of: Lines) -> str:
    span = f.span
    place: Properties = {"file": relative(f.file, ROOT), "line": span.line, "col": span.column}
    place["endLine"] = span.end_line
    if span.line == span.end_line:  # GitHub takes an end column within one line only
        place["endColumn"] = span.end_column
    text = "\n".join([f.message, *details(f, lines_of)])
    return _command(COMMANDS[f.severity], {**place, "title": f"shapelint: {f.name}"}, text)


def _command(command: str, properties: Properties, text: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{command} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
