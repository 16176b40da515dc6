"""Comments that hide findings, those that hide nothing, and those that are written on request."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shapelint import check_paths
from shapelint.cli import main
from shapelint.finding import Edit
from shapelint.source.directives import with_ignores

A = "torch.zeros(2, 3)"
BAD = f"{A} @ {A}"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def check(project: Path, text: str | bytes) -> list[tuple[int, str, str]]:
    raw = text.encode() if isinstance(text, str) else text
    (project / "main.py").write_bytes(b"import torch\n" + raw)
    return [(f.span.line, f.name, f.message) for f in check_paths(["main.py"]).findings]


HIDDEN = {
    "one name": f"{BAD}  # shapelint: ignore[inner-size]",
    "several names": f"{BAD}  # shapelint: ignore[inner-size,inner-size]",
    "all": f"{BAD}  # shapelint: ignore",
    "a reason": f"{BAD}  # shapelint: ignore[inner-size] it is caught upstairs",
    "after other comments": f"{BAD}  # noqa  # type: ignore # shapelint:ignore[ inner-size ] # fmt: skip",
    "first line of a call": f"torch.matmul(  # shapelint: ignore[inner-size]\n    {A},\n    {A},\n)",
    "last line of a call": f"torch.matmul(\n    {A},\n    {A},\n)  # shapelint: ignore[inner-size]",
    "flagged within a call": f"print(\n    {BAD},  # shapelint: ignore[inner-size]\n)",
    "joined lines": f"x = {A} @ \\\n    {A}  # shapelint: ignore[inner-size]",
    "after a string": f'x = ({BAD}, """\n""")  # shapelint: ignore[inner-size]',
    "the file": f"# shapelint: skip-file\n{BAD}",
    "the file, below": f"{BAD}\n{BAD}\nif x:\n    # shapelint: skip-file  made by a program\n    pass",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_what_a_comment_hides(project: Path, text: str, end: str) -> None:
    if end == "\r\n":
        text = text.replace("\n", "\r\n")
    assert check(project, text + end) == []


NOT_HIDDEN = {
    "another line": f"# shapelint: ignore[inner-size]\n{BAD}",
    "within the call": f"torch.matmul(\n    {A},  # shapelint: ignore[inner-size]\n    {A},\n)",
    "another name": f"{BAD}  # shapelint: ignore[kernel-size]",
    "in a string": f'{BAD}, "# shapelint: ignore[inner-size]"',
    "no directive": f"{BAD}  # see shapelint: ignore",
    "misspelt": f"{BAD}  # shapelint: ignored[inner-size]",
    "skip-file beside code": f"{BAD}  # shapelint: skip-file",
}


@pytest.mark.parametrize("text", NOT_HIDDEN.values(), ids=NOT_HIDDEN)
def test_what_it_does_not_hide(project: Path, text: str) -> None:
    assert "inner-size" in [name for _, name, _ in check(project, text)]


GOOD = "x = torch.zeros(2, 3)"
UNUSED = [
    (f"{GOOD}  # shapelint: ignore", "there is nothing here to ignore", GOOD),
    (f"{GOOD}  # shapelint: ignore[inner-size]  because\n", "there is no inner-size here to ignore", f"{GOOD}\n"),
    (f"{GOOD}  # noqa # shapelint: ignore[inner-size] # x\n", "there is no inner-size here to ignore", f"{GOOD}  # noqa # x\n"),
    (f"{BAD}  # shapelint: ignore[kernel-size, inner-size, pad-sizes]",
     "there is no kernel-size or pad-sizes here to ignore", f"{BAD}  # shapelint: ignore[inner-size]"),
    (f"{BAD}  # shapelint: ignore[iner-size]", 'no finding is called "iner-size"; did you mean "inner-size"?',
     f"{BAD}  # shapelint: ignore[inner-size]"),
    (f"{GOOD}  # shapelint: ignore[nonsense]", 'no finding is called "nonsense"', GOOD),
    (f"# shapelint: ignore[inner-size]\n{GOOD}\n", "there is no inner-size here to ignore", f"{GOOD}\n"),
    (f"{GOOD}  # shapelint: ignore[]", "this suppresses nothing; write `ignore[NAME, NAME]`", None),
    (f"{GOOD}  # shapelint: ignore[inner-size", "this suppresses nothing; write `ignore[NAME, NAME]`", None),
    (f"{GOOD}  # shapelint: ignore(inner-size)", "this suppresses nothing; write `ignore[NAME, NAME]`", None),
    (f"{GOOD}  # shapelint: ignore inner-size", "this suppresses nothing; write `ignore[NAME, NAME]`", None),
    (f"{GOOD}  # shapelint: ignor[inner-size]", 'no suppression is called "ignor"; did you mean "ignore"?', None),
    (f"{GOOD}  # shapelint: quiet", 'no suppression is called "quiet"; known: ignore, skip-file', None),
    (f"{GOOD}  # shapelint: skip-file", "`skip-file` must stand on a line of its own", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "mended"), UNUSED, ids=[u[0] for u in UNUSED])
def test_a_comment_that_hides_nothing_and_its_mending(
    project: Path, text: str, message: str, mended: str | None
) -> None:
    assert (message, "unused-ignore") in [(m, n) for _, n, m in check(project, text)]
    (finding,) = [f for f in check_paths(["main.py"]).findings if f.name == "unused-ignore"]
    assert finding.severity == "warning"
    if mended is None:
        assert finding.fix is None
        return
    assert finding.fix is not None
    assert applied((project / "main.py").read_text(), finding.fix) == f"import torch\n{mended}"
    assert check(project, mended) == []


def applied(text: str, edit: Edit) -> str:
    lines = text.splitlines(keepends=True) + [""]
    span = edit.span
    before = "".join(lines[: span.line - 1]) + lines[span.line - 1][: span.column - 1]
    after = lines[span.end_line - 1][span.end_column - 1 :] + "".join(lines[span.end_line :])
    return before + edit.text + after


NOT_JUDGED = {
    "not looked for": ('ignore = ["inner-size"]', f"{GOOD}  # shapelint: ignore[inner-size]"),
    "a part is looked for": ('select = ["joining", "silent"]', f"{GOOD}  # shapelint: ignore"),
    "ignored": ('ignore = ["unused-ignore"]', f"{GOOD}  # shapelint: ignore[inner-size]"),
    "ignored here": ("", f"{GOOD}  # shapelint: ignore[inner-size, unused-ignore]"),
    "the file is skipped": ("", f"# shapelint: skip-file\n{GOOD}  # shapelint: ignore[inner-size]"),
}


@pytest.mark.parametrize(("settings", "text"), NOT_JUDGED.values(), ids=NOT_JUDGED)
def test_comments_that_are_not_judged(project: Path, settings: str, text: str) -> None:
    (project / "shapelint.toml").write_text(settings)
    assert check(project, text) == []


def test_a_file_that_is_not_analysed_is_not_judged(project: Path) -> None:
    (project / "plain.py").write_text("x = 1  # shapelint: ignore[inner-size]\n")
    assert not check_paths(["plain.py"]).findings


def test_comments_of_an_imported_file_hide_too(project: Path) -> None:
    (project / "net.py").write_text(
        "import torch\n\ndef f(x):\n    return x @ x  # shapelint: ignore[inner-size]\n"
    )
    assert check(project, f"import net\nnet.f({A})\n") == []
    assert check_paths(["main.py"]).suppressed == 1
    assert not check_paths(["."]).findings


def test_the_closing_line_counts_what_is_hidden(project: Path) -> None:
    check(project, f"{BAD}  # shapelint: ignore[inner-size]\n{BAD} # shapelint: ignore\n")
    result = run("check")
    assert result.exit_code == 0
    assert result.output.startswith("no findings in 1 file (2 suppressed); ")


def test_workers_agree(project: Path) -> None:
    for number in range(7):
        (project / f"m{number}.py").write_text(f"import torch\n{HIDDEN['one name']}\n{BAD}\n")
    for jobs in (1, 3):
        result = check_paths(["."], jobs)
        assert (len(result.findings), result.suppressed) == (7, 7)


CAT = "torch.cat([torch.zeros(2, 3), torch.zeros(2, 4)], dim=0)"
ADDED = {
    "a line": (BAD, f"{BAD}  # shapelint: ignore[inner-size]"),
    "trailing blanks": (f"{BAD}   ", f"{BAD}  # shapelint: ignore[inner-size]"),
    "a comment": (f"{BAD}  # noqa", f"{BAD}  # noqa  # shapelint: ignore[inner-size]"),
    "a directive": (
        f"{BAD}, {CAT}  # shapelint: ignore[concat-sizes] known",
        f"{BAD}, {CAT}  # shapelint: ignore[concat-sizes, inner-size] known",
    ),
    "two findings": (f"{BAD}, {CAT}", f"{BAD}, {CAT}  # shapelint: ignore[inner-size, concat-sizes]"),
    "a call": (
        f"torch.matmul(\n    {A},\n    {A},\n)",
        f"torch.matmul(  # shapelint: ignore[inner-size]\n    {A},\n    {A},\n)",
    ),
    "joined lines": (f"x = {A} @ \\\n    {A}", f"x = {A} @ \\\n    {A}  # shapelint: ignore[inner-size]"),
    "a string": (
        f'x = ({BAD}, """\n# shapelint: ignore[pad-sizes]\n""")',
        f'x = ({BAD}, """\n# shapelint: ignore[pad-sizes]\n""")  # shapelint: ignore[inner-size]',
    ),
    "a directive in a string": (
        f'{BAD}, "# shapelint: ignore[pad-sizes]"',
        f'{BAD}, "# shapelint: ignore[pad-sizes]"  # shapelint: ignore[inner-size]',
    ),
    "an f-string": (
        f'f"""{{{BAD}}}\n"""',
        f'f"""{{{BAD}}}\n"""  # shapelint: ignore[inner-size]',
    ),
    "a shape comment": (
        "y = torch.zeros(2, 3)  # (2, 4)",
        "y = torch.zeros(2, 3)  # (2, 4)  # shapelint: ignore[stale-shape-comment]",
    ),
    "a block": (f"if True: {BAD}\nelse: pass", f"if True: {BAD}  # shapelint: ignore[inner-size]\nelse: pass"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ADDED.values(), ids=ADDED)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_comments_are_added_once(project: Path, text: str, expected: str, end: str) -> None:
    file = project / "main.py"
    line_end = "\r\n" if end == "\r\n" else "\n"
    text, expected = ("import torch\n" + t for t in (text, expected))
    file.write_bytes((text.replace("\n", line_end) + end).encode())
    result = run("check", "--add-ignores")
    assert result.exit_code == 0
    assert result.output.startswith("hid ")
    assert file.read_bytes() == (expected.replace("\n", line_end) + end).encode()
    assert run("check").exit_code == 0
    assert run("check", "--add-ignores").output == "hid 0 findings in 0 files\n"
    assert file.read_bytes() == (expected.replace("\n", line_end) + end).encode()


ENCODED = {
    "latin-1": (f"# -*- coding: latin-1 -*-\nimport torch\nü = {BAD}  # grün\n", "latin-1"),
    "utf-8 with a mark": (f"import torch\nü = {BAD}  # grün\n", "utf-8-sig"),
    "old line ends": (f"import torch\rx = {BAD}\r", "utf-8"),
}


@pytest.mark.parametrize(("text", "encoding"), ENCODED.values(), ids=ENCODED)
def test_the_encoding_stays(project: Path, text: str, encoding: str) -> None:
    file = project / "main.py"
    raw = text.encode(encoding)
    file.write_bytes(raw)
    assert run("check", "--add-ignores").output == "hid 1 finding in 1 file\n"
    comment = b"  # shapelint: ignore[inner-size]"
    assert comment in file.read_bytes()
    assert file.read_bytes().replace(comment, b"") == raw
    assert run("check").exit_code == 0


WRITING = {
    "comments": (f"{BAD}\n", ("--add-ignores",), "ignore[inner-size]"),
    "fixes": (f"{GOOD}  # shapelint: ignore\n", ("--fix",), f"{GOOD}\n"),
}


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o750, 0o666])
@pytest.mark.parametrize(("text", "option", "expected"), WRITING.values(), ids=WRITING)
def test_a_source_keeps_its_mode_and_its_links(
    project: Path, text: str, option: tuple[str], expected: str, mode: int
) -> None:
    (project / "real.py").write_text(f"import torch\n{text}")
    (project / "real.py").chmod(mode)
    (project / "link.py").symlink_to("real.py")
    run("check", "link.py", "--no-cache", *option)
    assert (project / "link.py").is_symlink()
    assert stat.S_IMODE((project / "real.py").stat().st_mode) == mode
    assert expected in (project / "real.py").read_text()
    assert sorted(p.name for p in project.iterdir()) == ["link.py", "real.py"]


def test_a_file_that_cannot_be_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: object) -> None:
        raise PermissionError(13, "Permission denied")

    text = f"import torch\n{BAD}\n"
    (project / "main.py").write_text(text)
    monkeypatch.setattr(os, "replace", refuse)
    result = run("check", "--add-ignores")
    assert result.exit_code == 1
    assert "not hidden: main.py: cannot be written: Permission denied" in result.output
    assert [(p.name, p.read_text()) for p in project.iterdir()] == [("main.py", text)]


def test_what_cannot_take_a_comment_stays_as_it_is() -> None:
    for raw in (b"x = '''\n", b"\xff\xfe", b"# coding: nonsense\nx = 1\n", b"x = 1 \\\n"):
        assert with_ignores(raw, {1: ["inner-size"]}) == (raw, [1])
    raw = b'x = 1\ny = """\n'
    assert with_ignores(raw, {1: ["a-b"], 9: ["a-b"]}) == (raw, [1, 9])
    assert with_ignores(b"x = 1\n", {1: ["a-b"], 9: ["a-b"]}) == (
        b"x = 1  # shapelint: ignore[a-b]\n",
        [9],
    )


IGNORED = "# shapelint: ignore[inner-size]"
WHOLE_LINES = {
    "in a suite": (f"def f(x):\n    {IGNORED}\n\n    y = x  # shapelint: ignore\n    return y\n",
                   "def f(x):\n\n    y = x\n    return y\n"),
    "at the end of a suite": (f"if True:\n    pass\n    {IGNORED}\n", "if True:\n    pass\n"),
    "in brackets": (f"x = [\n    1,\n    {IGNORED}\n]\n", "x = [\n    1,\n]\n"),
    "with a reason": (f"{IGNORED}, the caller pads\nx = 1\n", "x = 1\n"),
    "one after the other": (f"{IGNORED}\n# shapelint: ignore\nx = 1\n", "x = 1\n"),
    "beside another comment": (f"# noqa {IGNORED}\n{IGNORED} # noqa\nx = 1\n", "# noqa\n# noqa\nx = 1\n"),
    "above what is mended": (f"{IGNORED}\nx = torch.nn.Linear(4, 2)(torch.zeros(1, 3))\n",
                             "x = torch.nn.Linear(3, 2)(torch.zeros(1, 3))\n"),
    "a blank line stays": (f"x = 1\n\n{IGNORED}\n\nx = 2\n", "x = 1\n\n\nx = 2\n"),
    "the last line": (f"x = 1\n{IGNORED}", "x = 1\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "mended"), WHOLE_LINES.values(), ids=WHOLE_LINES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_a_line_that_hides_nothing_goes_as_a_whole(
    project: Path, text: str, mended: str, end: str
) -> None:
    file = project / "main.py"
    text, mended = (f"import torch\n{t}".replace("\n", end) for t in (text, mended))
    file.write_bytes(text.encode())
    assert run("check", "main.py", "--fix", "--no-cache").exit_code == 0
    assert file.read_bytes() == mended.encode()


def test_a_line_of_a_cell_goes_as_a_whole(project: Path) -> None:
    def book(*sources: list[str]) -> dict[str, object]:
        cells: list[object] = [
            {
                "cell_type": "code",
                "execution_count": None,
                "metadata": {},
                "outputs": [],
                "source": s,
            }
            for s in sources
        ]
        return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}

    file = project / "book.ipynb"
    told = book(["import torch\n", f"{IGNORED}\n", "x = 1"], ["%time x = 2\n", IGNORED], [IGNORED])
    file.write_text(json.dumps(told))
    assert run("check", "book.ipynb", "--fix", "--no-cache").exit_code == 0
    assert json.loads(file.read_text()) == book(["import torch\n", "x = 1"], ["%time x = 2\n"], [])
