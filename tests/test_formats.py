"""Every format as its own reader takes it: schemas, parsers, and the documented escapes read back."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import click
import jsonschema
import pytest
from click.testing import CliRunner, Result
from lxml import etree

from shapelint.cli import main
from shapelint.cli import progress as progress_line
from shapelint.finding import Edit, Finding, Span, TraceStep, Verdict
from shapelint.names import NAMES
from shapelint.project import CheckResult, Problem, Verified
from shapelint.project.fingerprint import fingerprints
from shapelint.project.texts import Texts
from shapelint.report import FORMATS, render, visible
from shapelint.report.json import read
from shapelint.report.page.lanes import lanes, shapes_given

SCHEMAS = Path(__file__).parent / "schemas"
WORDS = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x7 and 8x3)"
HOSTILE = "</code></script><script>alert('x')</script> & \"100%\" ]]> \x00\x1b[31m `{0}` [a](1)\r\n::error::x"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")
NET = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, width=8):
        super().__init__()
        self.fc = nn.Linear(width, 3)

    def forward(self, x):
        return self.fc(x)


if __name__ == "__main__":
    y = Net()(torch.zeros(2, 7))
"""
FOUND = Finding(
    "linear-in-features",
    "error",
    "net.py",
    Span(11, 16, 11, 26),
    "Linear(in_features=8, out_features=3) got (2, 7): axis -1 of `input` is 7, but in_features is 8",
    (TraceStep("net.py", 15, "torch.zeros(2, 7)", "(2, 7)"),),
    {"B": 2},
    Edit(Span(6, 30, 6, 31), "7"),
    Verdict("confirmed", WORDS, "snippet", "cpu", "import torch\n", None, True),
)
UNVERIFIED = replace(
    FOUND, severity="warning", verdict=Verdict("unverified", "no input was found", "")
)
NOTE = replace(FOUND, name="of-tomorrow", severity="note", trace=(), fix=None, verdict=None)
RAN = Verified("/usr/bin/python3", {"torch": "2.13.0"}, "cpu", ("memory",), 1.0, (0.1,))
PLACES = (
    "net.py",
    "mit leer & <b>.py",
    "ünï/größe 漢字.py",
    "back\\slash.py",
    'C:"quote"%41,x=1.py',
)
RESULTS: dict[str, CheckResult] = {
    "empty": CheckResult(files=3),
    "findings": CheckResult((FOUND, UNVERIFIED, NOTE), files=1, proved=4),
    "problems": CheckResult(problems=(Problem("net.py", 3, 5, HOSTILE),), files=2),
    "verified": CheckResult((FOUND,), refuted=(UNVERIFIED,), files=1, verification=RAN),
    "hostile": CheckResult(
        (
            replace(
                FOUND,
                message=HOSTILE,
                trace=(TraceStep("net.py", 15, HOSTILE, HOSTILE),),
                fix=Edit(Span(6, 30, 6, 31), HOSTILE),
                verdict=Verdict("confirmed", HOSTILE, "snippet", "cpu", HOSTILE),
            ),
        ),
        files=1,
    ),
    "places": CheckResult(tuple(replace(FOUND, file=place) for place in PLACES), files=len(PLACES)),
    "gone": CheckResult((replace(FOUND, file="gone.py"), replace(FOUND, span=Span(99, 9, 99, 12)))),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for place in PLACES:
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(NET, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["check", *args])


def cut(file: str, region: dict[str, int]) -> str:
    """The text of a SARIF region, its columns counted in code points."""
    lines = Path(file).read_text(encoding="utf-8").split("\n")
    assert region["startLine"] == region["endLine"]
    return lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


# consumers


def read_sarif(text: str, result: CheckResult) -> None:
    log = json.loads(text)
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text())
    jsonschema.Draft4Validator(schema).validate(log)
    (told,) = log["runs"]
    assert told["columnKind"] == "unicodeCodePoints"
    rules = told["tool"]["driver"]["rules"]
    assert {*NAMES} <= {rule["id"] for rule in rules}
    root = told["originalUriBaseIds"]["SRCROOT"]["uri"]
    assert len(told["results"]) == len(result.findings)
    marks = [r["partialFingerprints"]["shapelintFinding/v1"] for r in told["results"]]
    assert len(set(marks)) == len(marks)
    for f, r in zip(result.findings, told["results"], strict=True):
        assert rules[r["ruleIndex"]]["id"] == r["ruleId"] == f.name
        assert r["level"] == f.severity
        assert r["message"]["text"].replace("{{0}}", "{0}").startswith(f.message)
        place = r["locations"][0]["physicalLocation"]
        file = file_of(root, place["artifactLocation"])
        assert file == os.path.abspath(f.file)
        if "snippet" in place["region"]:
            assert place["region"]["snippet"]["text"] == cut(file, place["region"]) == "self.fc(x)"
        assert len(r.get("relatedLocations", ())) == len(f.trace)
        if f.trace:
            flow = r["codeFlows"][0]["threadFlows"][0]["locations"]
            assert len(flow) == len(f.trace) + 1
        if f.fix:
            (change,) = r["fixes"][0]["artifactChanges"]
            assert file_of(root, change["artifactLocation"]) == os.path.abspath(f.file)
            assert change["replacements"][0]["insertedContent"]["text"] == f.fix.text
            if os.path.exists(f.file):
                assert cut(file, change["replacements"][0]["deletedRegion"]) in ("7", "8")
    (call,) = told["invocations"]
    assert call["executionSuccessful"] == (not result.problems)
    assert len(call["toolExecutionNotifications"]) == len(result.problems)


def file_of(root: str, artifact: dict[str, str]) -> str:
    """The path that a SARIF reader opens."""
    assert not re.search(r"[^\x21-\x7e]|[\\<>\"]", artifact["uri"])
    uri = urljoin(root, artifact["uri"]) if "uriBaseId" in artifact else artifact["uri"]
    assert urlsplit(uri).scheme == "file"
    return unquote(urlsplit(uri).path)


def read_junit(text: str, result: CheckResult) -> None:
    document = etree.fromstring(text.encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(document)
    assert (
        len(document.findall(".//failure")) == len(result.findings) == int(document.get("failures"))
    )
    assert len(document.findall(".//error")) == len(result.problems) == int(document.get("errors"))
    assert len(document.findall(".//testcase")) == int(document.get("tests")) >= 1
    for suite in document.findall("testsuite"):
        assert len(suite.findall("testcase")) == int(suite.get("tests"))
    for f, failure in zip(result.findings, document.findall(".//failure")):
        assert failure.get("type") == f.name
        assert f.severity in failure.text


def read_gitlab(text: str, result: CheckResult) -> None:
    issues = json.loads(text)
    assert len(issues) == len(result.findings) + len(result.problems)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert all(isinstance(issue[key], str) for key in ("description", "check_name"))
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        begin = issue["location"]["positions"]["begin"]
        assert begin["line"] >= 1 and begin["column"] >= 1
        assert not issue["location"]["path"].startswith("./")
    severities = {"error": "major", "warning": "minor", "note": "info"}
    for f, issue in zip(result.findings, issues[len(result.problems) :], strict=True):
        assert issue["check_name"] == f.name
        assert issue["description"].startswith(f.message)
        assert issue["severity"] == severities[f.severity]
        assert issue["location"]["path"] == Path(f.file).as_posix()


def read_github(text: str, result: CheckResult) -> None:
    commands = [workflow_command(line) for line in re.split(r"\r\n|\r|\n", text) if line]
    assert len(commands) == len(result.findings) + len(result.problems)
    for f, (command, properties, message) in zip(
        result.findings, commands[len(result.problems) :], strict=True
    ):
        assert command == {"error": "error", "warning": "warning", "note": "notice"}[f.severity]
        assert properties["file"] == f.file
        assert int(properties["line"]) == int(properties["endLine"]) == f.span.line
        assert (int(properties["col"]), int(properties["endColumn"])) == (
            f.span.column,
            f.span.end_column,
        )
        assert properties["title"] == f"shapelint: {f.name}"
        assert message.startswith(f.message)
    for p, (command, properties, message) in zip(result.problems, commands):
        assert (command, properties["file"], message) == ("error", p.file, p.message)


def workflow_command(line: str) -> tuple[str, dict[str, str], str]:
    """A line as the runner of GitHub Actions reads it."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: unescaped(value) for key, value in pairs}, unescaped(match[3])


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


class Page(HTMLParser):
    """Reads a page, and fails on what is not closed, runs, or loads."""

    VOID = {"meta"}

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.counts: dict[str, int] = {}
        self.feed(text)
        self.close()
        assert not self.open
        assert len(set(self.ids)) == len(self.ids)
        assert {link.removeprefix("#") for link in self.links} <= set(self.ids)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "iframe", "img", "link", "object", "base", "form", "b")
        self.counts[tag] = self.counts.get(tag, 0) + 1
        for name, value in attrs:
            assert not name.startswith("on") and name not in ("src", "xlink:href", "style")
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                assert (value or "").startswith("#")
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            assert "url(" not in data and "@import" not in data
        else:
            self.text.append(data)


def read_html(text: str, result: CheckResult) -> None:
    assert "http:" not in text and "https:" not in text
    assert not CONTROL.search(text.replace("\r", "").replace("\u202e", ""))
    page = Page(text)
    told = "".join(page.text)
    assert page.counts.get("article", 0) == len(result.findings) + len(result.problems)
    assert page.counts.get("svg", 0) == sum(bool(f.trace) for f in result.findings)
    for f in result.findings:
        assert f.name in told and f.severity in told
        assert f"{f.file}:{f.span.line}:{f.span.column}" in told
        first = f.message.partition("\x00")[0]
        assert first.replace("`", "") in told.replace("`", "")
        assert all(step.shape.partition("\x00")[0] in told for step in f.trace)
        if f.verdict:
            assert f.verdict.text.partition("\x00")[0] in told


def read_json(text: str, result: CheckResult) -> None:
    again = read(json.loads(text))
    given = tuple(replace(f, verdict=None) for f in (*result.findings, *result.refuted))
    assert again == given


def read_lines(text: str, result: CheckResult) -> None:
    assert not CONTROL.search(click.unstyle(text))
    assert text.splitlines()[-1].split(" in ")[0].split(" (")[0] == (
        f"{len(result.findings)} finding{'s' if len(result.findings) > 1 else ''}"
        if result.findings
        else "no findings"
    )
    for f in result.findings:
        assert visible(f.message) in text
        assert f.verdict is None or f.verdict.kind in text


CONSUMERS: dict[str, Callable[[str, CheckResult], None]] = {
    "sarif": read_sarif,
    "junit": read_junit,
    "gitlab": read_gitlab,
    "github": read_github,
    "html": read_html,
    "json": read_json,
    "full": read_lines,
    "concise": read_lines,
}


def test_every_format_has_a_consumer() -> None:
    assert set(CONSUMERS) == set(FORMATS)


@pytest.mark.parametrize("kind", RESULTS)
@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_written_is_read(project: Path, format_: str, kind: str) -> None:
    CONSUMERS[format_](render(RESULTS[kind], format_), RESULTS[kind])


@pytest.mark.parametrize("format_", FORMATS)
def test_a_checked_project(project: Path, format_: str) -> None:
    told = json.loads(run("net.py", "--format", "json").output)
    result = CheckResult(read(told), files=told["summary"]["files"])
    assert result.findings
    run_ = run("net.py", "--format", format_)
    assert run_.exit_code == 1
    CONSUMERS[format_](run_.output, result)


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"concise"}))
def test_the_words_of_the_framework_are_shown(project: Path, format_: str) -> None:
    assert WORDS in render(RESULTS["verified"], format_)


def test_a_page_of_what_was_withdrawn(project: Path) -> None:
    text = render(RESULTS["verified"], "html", verbose=True)
    assert Page(text).counts["article"] == 2
    assert "verified by /usr/bin/python3 (torch 2.13.0) on cpu" in text


def test_paths_from_the_root_that_the_service_has(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "ünï")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project))
    monkeypatch.setenv("CI_PROJECT_DIR", str(project))
    result = CheckResult((replace(FOUND, file="größe 漢字.py"),))
    assert workflow_command(render(result, "github"))[1]["file"] == "ünï/größe 漢字.py"
    issue = json.loads(render(result, "gitlab"))[0]
    assert issue["location"]["path"] == "ünï/größe 漢字.py"


def test_a_file_outside_has_an_absolute_uri(project: Path, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside dir") / "net.py"
    outside.write_text(NET)
    result = CheckResult((replace(FOUND, file=str(outside)),))
    read_sarif(render(result, "sarif"), result)


def test_a_place_of_several_lines(project: Path) -> None:
    result = CheckResult((replace(FOUND, span=Span(10, 9, 11, 26)),))
    assert render(result, "html").count("<mark>") == 2
    assert "<mark>forward(self, x):</mark>" in render(result, "html")
    line = "10 |     def forward(self, x):\n"
    assert f"{line}   | {' ' * 8}{'^' * 17}\n" in render(result, "full")
    region = json.loads(render(result, "sarif"))["runs"][0]["results"][0]["locations"][0]
    text = region["physicalLocation"]["region"]["snippet"]["text"]
    assert text == "forward(self, x):\n        return self.fc(x)"


@pytest.mark.parametrize("format_", FORMATS)
def test_any_terminal_takes_any_text(project: Path, format_: str) -> None:
    """One that is no UTF-8 gets what it can show, and a document none the less as UTF-8."""
    environment = {
        **os.environ,
        "PYTHONIOENCODING": "ascii",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-m", "shapelint", "check", "ünï", "--format", format_]
    ran = subprocess.run(command, capture_output=True, env=environment)
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.decode("utf-8" if format_ in ("html", "junit", "github") else "ascii")


# fingerprints


def marks(*lines: int, text: str = NET, file: str = "net.py") -> list[str]:
    found = [replace(FOUND, file=file, span=Span(line, 16, line, 26)) for line in lines]
    return fingerprints(found, lambda *_: text.split("\n"))


def test_a_moved_or_reindented_line_keeps_its_fingerprint() -> None:
    moved = "\n\n" + NET.replace("return self.fc(x)", "    return  self.fc(x)")
    assert marks(11) == marks(13, text=moved)


@pytest.mark.parametrize(
    "changed",
    [
        marks(11, text=NET.replace("self.fc(x)", "self.fc(x.T)")),
        marks(11, file="other.py"),
        marks(10),
    ],
)
def test_another_line_or_file_has_another(changed: list[str]) -> None:
    assert changed != marks(11)


def test_equal_lines_are_told_apart_as_they_stand_in_the_file() -> None:
    twice = NET + "\n        return self.fc(x)\n"
    first, second = marks(11, 17, text=twice)
    assert first != second
    assert marks(17, 11, text=twice) == [second, first]
    assert first == marks(11)[0]


def test_lines_are_counted_as_python_counts_them(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes("\ufeffa\x0cb\r\nc\u2028d\re\n".encode())
    assert Texts().lines(str(tmp_path / "a.py")) == ["a\x0cb", "c\u2028d", "e", ""]
    assert Texts().lines(str(tmp_path)) == Texts().lines("no\0file") == []


# the inputs of a graph


@pytest.mark.parametrize(
    ("message", "steps", "expected"),
    [
        ("f got (2, 3): no", ["torch.zeros(2, 3) (2, 3)", "x.T (3, 2)"], [2]),
        ("cat got [(2, 3), (4,)]: no", ["torch.zeros(2, 3) (2, 3)", "torch.ones(4) (4,)"], [1, 1]),
        ("f got (2, 3), (3, 2): no", ["a(x) (2, 3)", "F.relu(y) (2, 3)", "b(x) (3, 2)"], [2, 1]),
        ("f got (2,), (3,): no", ["g(x) (2,)", "F.relu(g(x)) (2,)", "h(x) (3,)"], [2, 1]),
        ("no shapes", ["torch.rand(2).sum() ()", "x.T ()", "np.zeros((2, 3)) (2, 3)"], [2, 1]),
        ("nothing", [], []),
    ],
)
def test_steps_are_divided_by_inputs(message: str, steps: list[str], expected: list[int]) -> None:
    pairs = [step.rsplit(" (", 1) for step in steps]
    trace = tuple(TraceStep("net.py", 1, code, f"({shape}") for code, shape in pairs)
    assert [*map(len, lanes(replace(FOUND, message=message, trace=trace)))] == expected


def test_the_shapes_that_a_message_names() -> None:
    assert shapes_given("f got [(2, (3)), (*x, 1)], (): no (4,)") == ["(2, (3))", "(*x, 1)", "()"]
    assert shapes_given("nothing (2, 3)") == []


# options


def test_several_formats_at_once(project: Path) -> None:
    ran = run(
        "net.py", "--format", "sarif:out.sarif", "--format", "concise", "--format", "html:o.html"
    )
    assert ran.output.startswith("net.py:11:16: error")
    result = CheckResult(read(json.loads(run("net.py", "--format", "json").output)), files=1)
    read_sarif((project / "out.sarif").read_text(), result)
    read_html((project / "o.html").read_text(), result)
    assert {p.name for p in project.iterdir()} >= {"out.sarif", "o.html"}
    assert not [p for p in project.iterdir() if p.name.startswith(".")]


def test_an_output_file(project: Path) -> None:
    (project / "old.json").write_text("old")
    ran = run("net.py", "--format", "json", "--output-file", "old.json")
    assert ran.stdout == ""
    assert ran.stderr.startswith("1 finding in 1 file")
    assert read(json.loads((project / "old.json").read_text()))
    assert run("net.py", "--quiet", "--output-file", "full.txt", "--exit-zero").output == ""
    assert "\x1b" not in (project / "full.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "sarif:no/where.sarif"], "there is no directory no"),
        (["--output-file", "ünï"], "is a directory"),
        (["--format", "sarf"], "did you mean sarif?"),
        (["--format", "sarif:"], "names no file"),
        (["--format", "json", "--format", "full"], "only one format goes to the standard output"),
        (["--format", "json:a", "--format", "html:./a"], "to the same file"),
        (["--format", "json:a", "--output-file", "b"], "no file of its own"),
    ],
)
def test_what_cannot_be_written(project: Path, arguments: list[str], said: str) -> None:
    ran = run("net.py", *arguments)
    assert ran.exit_code == 2
    assert said in ran.output
    assert "finding" not in ran.output


def test_statistics(project: Path) -> None:
    lines = run("net.py", "--statistics").output.splitlines()
    assert lines[-1] == "1  linear-in-features"
    ran = run("net.py", "--statistics", "--format", "json")
    assert json.loads(ran.stdout)
    assert ran.stderr == "1  linear-in-features\n"


def test_quiet_and_exit_zero(project: Path) -> None:
    assert "operations:" not in run("net.py", "--quiet").output
    (project / "clean.py").write_text("import torch\nx = torch.zeros(2) + 1\n")
    assert run("clean.py", "--quiet").output == ""
    assert run("net.py", "--exit-zero").exit_code == 0
    (project / "bad.py").write_text("import torch\nx = (\n")
    assert run("bad.py", "--exit-zero").exit_code == 2


def test_files_are_shown_and_not_checked(project: Path) -> None:
    (project / "bad.py").write_text("import torch\nx = (\n")
    ran = run("--show-files", "bad.py", "ünï")
    assert ran.exit_code == 0
    assert ran.output.splitlines() == ["bad.py", os.path.join("ünï", "größe 漢字.py")]


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colours(
    project: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("net.py").output) == coloured


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "shown"),
    [(Terminal(), 0.0, True), (Terminal(), 60.0, False), (io.StringIO(), 0.0, False)],
)
def test_progress(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float, shown: bool
) -> None:
    monkeypatch.setattr(progress_line, "PATIENCE", patience)
    with redirect_stderr(stream), progress_line.progress() as show:
        for done in (1, 2, 3):
            if show is not None:
                show(done, 3)
    clear = progress_line.CLEAR
    assert stream.getvalue() == (f"{clear}checked 1 of 3 files{clear}" if shown else "")


def test_files_that_finish_are_counted(project: Path) -> None:
    from shapelint import check_paths

    calls: list[tuple[int, int]] = []
    check_paths(["net.py", "ünï"], 1, progress=lambda done, all_: calls.append((done, all_)))
    assert calls == [(1, 2), (2, 2)]


@pytest.mark.parametrize("arguments", [["--version"], ["check", "--help"]], ids=" ".join)
def test_what_is_said_at_once_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom shapelint.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "assert not {'libcst', 'z3', 'shapelint.interpreter'} & set(sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    if arguments == ["--version"]:
        assert re.fullmatch(
            r"shapelint \S+ \(libcst [\d.]+, z3-solver [\d.]+, Python [\d.]+\)\n", ran.stdout
        )
