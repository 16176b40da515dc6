"""What is checked besides plain files: the standard input, texts in other encodings, and what git does not ignore."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shapelint import check_paths
from shapelint.cli import main
from shapelint.finding import Edit, Span
from shapelint.project import fixed

BAD = "import torch\nfrom torch import nn\n\nnn.Linear(9, 4)(torch.zeros(2, 8))\n"
MENDED = BAD.replace("Linear(9, 4)", "Linear(8, 4)")
HEAD = "import torch\nfrom torch import nn\n\n\ndef f():\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str, text: str | bytes = "", code: int | None = None) -> Result:
    result = CliRunner().invoke(main, args, input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert code is None or result.exit_code == code, result.output
    return result


# the standard input


def test_the_standard_input_is_a_file_without_a_name() -> None:
    shown = run("-", text=BAD, code=1).stdout
    assert "--> <stdin>:4:1\n" in shown and "4 | nn.Linear(9, 4)(torch.zeros(2, 8))" in shown
    assert "= line 4: torch.zeros(2, 8)  is (2, 8)" in shown
    assert run("-", text=MENDED, code=0).stdout.startswith("no findings in 1 file")
    assert run("check", "-", text="import torch\nx = (", code=2).stdout.startswith("<stdin>:2:")
    assert run("-", text="", code=0).stdout.startswith("no findings")


def test_its_name_says_whose_settings_and_imports_and_ignores_hold(project: Path) -> None:
    (project / "pkg").mkdir()
    (project / "pkg" / "__init__.py").touch()
    (project / "pkg" / "sizes.py").write_text("WIDTH = 9\n")
    (project / "pkg" / "model.py").write_text("raise SystemExit('what is on the disk')\n")
    (project / "pyproject.toml").write_text(
        '[tool.shapelint.per-file-ignores]\n"tests/*" = ["ALL"]\n'
        '[tool.shapelint.severity]\nlinear-in-features = "warning"\n'
    )
    text = BAD.replace("9", "WIDTH").replace("import nn", "import nn\nfrom .sizes import WIDTH")
    args = ("check", "-", "--format", "concise", "--stdin-filename")
    shown = run(*args, "pkg/model.py", text=text, code=1).stdout
    assert shown.startswith("pkg/model.py:5:1: warning: [linear-in-features]")
    assert run(*args, "tests/new.py", text=BAD, code=0).stdout.startswith("no findings")
    book = json.dumps({"cells": [{"cell_type": "code", "source": BAD}]})
    assert "new.ipynb:cell 1:4:1: warning" in run(*args, "new.ipynb", text=book, code=1).stdout
    assert run("-", "--show-files", "--stdin-filename", "pkg/x.py").stdout == "pkg/x.py\n"


def test_it_is_mended_on_the_standard_output(project: Path) -> None:
    result = run("-", "--fix", text=BAD, code=0)
    assert result.stdout == MENDED
    assert "mended 1 finding" in result.stderr and "no findings" in result.stderr
    untouched = "import torch\ntorch.zeros(2, 3).view(7, -1)\n"
    result = run("-", "--fix", text=untouched, code=1)
    assert result.stdout == untouched and "<stdin>:2:1" in result.stderr
    latin = ("# coding: latin-1\r\n" + BAD.replace("\n", "  # é\r\n")).encode("latin-1")
    assert run("-", "--fix", text=latin, code=0).stdout_bytes == latin.replace(b"(9,", b"(8,")
    shown = run("-", "--diff", text=BAD, code=1).stdout
    assert shown.startswith("--- a/<stdin>\n+++ b/<stdin>\n")
    assert "-nn.Linear(9, 4)(torch.zeros(2, 8))\n+nn.Linear(8, 4)(torch.zeros(2, 8))\n" in shown
    assert not list(project.iterdir())


def test_no_other_file_is_mended(project: Path) -> None:
    (project / "net.py").write_text("from torch import nn\n\nHEAD = nn.Linear(9, 4)\n")
    text = "import torch\nfrom net import HEAD\n\n\ndef f(x):\n    return HEAD(x.view(-1, len('abcdefgh')))\n"
    before = (project / "net.py").read_bytes()
    assert run("-", "--fix", text=text, code=1).stdout == text
    assert (project / "net.py").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("-", "a.py"), "alone"),
        (("a.py", "--stdin-filename", "b.py"), "needs `-`"),
        (("-", "--stdin-filename", "."), "is a directory"),
        (("-", "--add-ignores"), "--add-ignores works on files"),
        (("-", "--baseline", "b.json", "--update-baseline"), "--update-baseline works on files"),
        (("-", "--verify"), "--verify works on files"),
        (("-", "--watch"), "--watch works on files"),
    ],
)
def test_what_makes_no_sense_for_it_is_said(args: tuple[str, ...], word: str) -> None:
    assert word in run(*args, text=BAD, code=2).stderr


# encodings

LATIN = HEAD + '    é = "äöü"; y = nn.Linear(9, 4)(torch.zeros(2, 8)); ü = y  # ñandú\n'
JAPANESE = (
    LATIN.replace("é", "テ").replace("äöü", "日本語").replace("ü", "ナ").replace("ñandú", "日本")
)
ENCODED = {
    "latin-1": f"# -*- coding: latin-1 -*-\n{LATIN}",
    "cp1252": f"#!/usr/bin/python\n# coding=cp1252\n{LATIN.replace('ñandú', '€')}",
    "shift_jis": f"# vim: set fileencoding=shift_jis :\n{JAPANESE}",
    "utf-8": LATIN,
    "utf-8-sig": f"# coding: utf-8\n{LATIN}",
    "euc-jp": f"# coding: euc-jp\n{JAPANESE}".replace("\n", "\r\n"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_columns_are_characters_and_what_is_written_has_the_encoding(
    project: Path, encoding: str
) -> None:
    text = ENCODED[encoding]
    path = project / "program.py"
    path.write_bytes(text.encode(encoding))
    (finding,) = check_paths(["program.py"]).findings
    line = text.splitlines()[finding.span.line - 1]
    flagged = line[finding.span.column - 1 : finding.span.end_column - 1]
    assert flagged == "nn.Linear(9, 4)(torch.zeros(2, 8))"
    assert finding.trace[0].expression == "torch.zeros(2, 8)"
    assert line in run("program.py", code=1).output
    run("program.py", "--add-ignores", code=0)
    hidden = text.replace(line, f"{line}  # shapelint: ignore[linear-in-features]")
    assert path.read_bytes() == hidden.encode(encoding)
    path.write_bytes(text.encode(encoding))
    assert line.replace("9", "8") in run("program.py", "--diff", code=1).output
    run("program.py", "--fix", code=0)
    assert path.read_bytes() == text.replace("Linear(9", "Linear(8").encode(encoding)
    assert line.replace("9", "8") in run("shapes", "program.py", code=0).output


def test_shape_comments_and_imports_in_other_encodings(project: Path) -> None:
    (project / "net.py").write_bytes(
        f"# coding: latin-1\n{HEAD}    é = 1; x = torch.zeros(2, 8)  # x: (B, 9)\n    return x\n".encode(
            "latin-1"
        )
    )
    (project / "main.py").write_text("import torch\nfrom net import f\n\nf() @ torch.zeros(9, 2)\n")
    found = check_paths(["main.py", "net.py"]).findings
    assert [(f.file, f.name, f.span.column) for f in found] == [
        ("main.py", "inner-size", 1),
        ("net.py", "stale-shape-comment", 40),
    ]


UNREADABLE = {
    "utf-16": (LATIN.encode("utf-16"), 1, "encoded as UTF-16, which Python does not read"),
    "latin-1 without a cookie": (LATIN.encode("latin-1"), 6, "byte 0xe9 is no utf-8"),
    "a wrong cookie": (f"# coding: ascii\n{LATIN}".encode(), 7, "byte 0xc3 is no ascii"),
    "an unknown cookie": (b"# coding: klingon\nimport torch\n", 1, "unknown encoding: klingon"),
    "no text encoding": (b"# coding: base64\nimport torch\n", 1, "base64"),
    "a cookie against the mark": (b"\xef\xbb\xbf# coding: latin-1\nimport torch\n", 1, "decoded"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_decoded_is_said_and_left_alone(project: Path, name: str) -> None:
    raw, line, word = UNREADABLE[name]
    (project / "a.py").write_bytes(raw)
    (project / "b.py").write_text(BAD)
    result = check_paths(["a.py", "b.py"])
    (problem,) = result.problems
    assert problem.line == line and word in problem.message
    assert len(result.findings) == 1
    run("a.py", "b.py", "--fix", code=2)
    assert (project / "a.py").read_bytes() == raw
    assert (project / "b.py").read_text() == MENDED


def test_a_fix_that_the_encoding_has_no_letters_for_is_not_written(project: Path) -> None:
    raw = f"# coding: latin-1\n{BAD}".encode("latin-1")
    (project / "a.py").write_bytes(raw)
    (finding,) = check_paths(["a.py"]).findings
    other = replace(finding, fix=Edit(Span(5, 11, 5, 12), "Ж"))
    done = fixed([other], lambda texts: ())
    assert not done.changes and not done.findings
    assert "a.py: 'latin-1'" in done.failed[0] or "a.py: 'iso-8859-1'" in done.failed[0]


# what git ignores

TREE = [
    f"{folder}{name}.py"
    for folder in ("", "src/", "src/gen/", "src/gen/deep/", "out/", "out/keep/", "docs/", "a b/")
    for name in ("a", "b", "test_a", "é")
]
IGNORED = {
    "names, anywhere": {"": "gen\nb.py\n"},
    "from the top": {"": "/out\n/a.py\nsrc/gen\n"},
    "only folders": {"": "a.py/\ngen/\n"},
    "taken back": {"": "*.py\n!a.py\n!/docs/*.py\n"},
    "not below what is ignored": {"": "out/\n!out/keep/\n!out/keep/a.py\n"},
    "below what is only emptied": {"": "out/*\n!out/keep/\n"},
    "nested": {"src": "b.py\n", "src/gen": "/a.py\n!b.py\n", "out/keep": "*\n!a.py\n"},
    "nested goes first": {"": "test_*.py\n", "src": "!test_*.py\n", "src/gen/deep": "test_a.py\n"},
    "all but some": {"": "*\n!*/\n!a.py\n"},
    "stars": {"": "**/deep/**\nsrc/**/b.py\n/d*cs\nte[!a-rt-z]t_?.py\n"},
    "odd lines": {"": "# a.py\n\n\\#x\nb.py   \n!\n/\n\ufeff\na b/\r\né.py\n"},
    "of the clone": {".git/info": "test_*.py\nout/\n", "src": "!test_a.py\n"},
}


@pytest.mark.parametrize("name", IGNORED)
def test_as_git_ignores(project: Path, name: str) -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    for file in TREE:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).touch()
    for folder, lines in IGNORED[name].items():
        Path(folder, "exclude" if folder == ".git/info" else ".gitignore").write_text(lines)
    command = [
        "git",
        "-c",
        "core.quotepath=off",
        "ls-files",
        "--others",
        "--exclude-standard",
        "*.py",
    ]
    kept = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert sorted(run(".", "--show-files").output.splitlines()) == sorted(kept.splitlines())
    within = [f"src/{line}" for line in kept.splitlines() if line.startswith("src/")]
    shown = run("src", "--show-files").output.splitlines()
    assert sorted(f"src/{line}" for line in shown) == sorted(within)


def test_what_is_named_is_taken_though_it_is_ignored(project: Path) -> None:
    (project / ".git").mkdir()
    (project / "gen").mkdir()
    (project / "gen" / "a.py").touch()
    (project / ".gitignore").write_text("/gen/\na.py\n")
    assert run(".", "--show-files").output == ""
    assert run("gen/a.py", "--show-files").output == "gen/a.py\n"
    (project / ".gitignore").write_text("/gen/\n")
    assert run("gen", "--show-files").output == "gen/a.py\n"


def test_a_work_tree_that_was_added_has_the_excludes_of_its_repository(project: Path) -> None:
    def git(*args: str) -> None:
        name = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", *name, *args], check=True, capture_output=True)

    git("init", "--quiet", "first")
    git("-C", "first", "commit", "--allow-empty", "-m", "a")
    git("-C", "first", "worktree", "add", "../second")
    (project / "first" / ".git" / "info").mkdir(exist_ok=True)
    (project / "first" / ".git" / "info" / "exclude").write_text("b.py\n")
    for name in ("a.py", "b.py"):
        (project / "second" / name).touch()
    assert run("second", "--show-files").output == "second/a.py\n"


@pytest.mark.skipif(os.name == "nt", reason="symlinks need a privilege there")
def test_links_that_go_in_circles(project: Path) -> None:
    (project / "pkg").mkdir()
    (project / "pkg" / "a.py").write_text(BAD)
    (project / "pkg" / "again").symlink_to(project, target_is_directory=True)
    (project / "pkg" / "itself").symlink_to("itself")
    (project / "b.py").symlink_to("pkg/a.py")
    (project / "gone.py").symlink_to("nowhere.py")
    result = check_paths([project])
    assert len(result.findings) == 1
    assert [p.message for p in result.problems] == ["no such file"]
