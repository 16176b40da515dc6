"""JUnit's XML, as Jenkins and most other CI services read it: a suite a file, a failed case a finding."""

from __future__ import annotations

from xml.etree import ElementTree

from shapelint.finding import Finding, place
from shapelint.project import CheckResult, Problem
from shapelint.report import clean, details, relative


def render(result: CheckResult, verbose: bool = False) -> str:
    lines_of = result.texts.lines
    told: dict[str, tuple[list[Problem], list[Finding]]] = {}
    for p in result.problems:
        told.setdefault(p.file, ([], []))[0].append(p)
    for f in result.findings:
        told.setdefault(f.file, ([], []))[1].append(f)
    root = ElementTree.Element("testsuites", name="shapelint")
    for file, (problems, findings) in told.items():
        suite = _suite(root, relative(file), len(findings), len(problems))
        for p in problems:
            case = _case(suite, f"cannot check{place('', p.line, p.column, p.cell)}", file)
            _outcome(case, "error", "cannot-check", p.message, p.place)
        for f in findings:
            inside = place("", f.span.line, f.span.column, f.cell)
            case = _case(suite, f"{f.name}{inside}", file)
            text = "\n".join([f"{f.place}: {f.severity}: {f.message}", *details(f, lines_of)])
            _outcome(case, "failure", f.name, f.message, text)
    if not told:
        # a report without any case is an error to some readers
        suite = _suite(root, "shapelint", 0, 0, 1)
        ElementTree.SubElement(
            suite, "testcase", name=f"{result.files} files", classname="shapelint"
        )
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}'


def _suite(
    root: ElementTree.Element, name: str, failures: int, errors: int, passed: int = 0
) -> ElementTree.Element:
    return ElementTree.SubElement(
        root,
        "testsuite",
        name=clean(name),
        tests=str(failures + errors + passed),
        failures=str(failures),
        errors=str(errors),
    )


def _case(suite: ElementTree.Element, name: str, file: str) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", name=name, classname=clean(relative(file)))


def _outcome(case: ElementTree.Element, kind: str, type_: str, message: str, text: str) -> None:
    outcome = ElementTree.SubElement(case, kind, type=type_, message=clean(message))
    outcome.text = clean(text)
