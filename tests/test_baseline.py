"""Known findings: a file of them, that holds when lines move."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shapelint import check_paths
from shapelint.cli import main
from shapelint.project import Baseline

BAD = "torch.zeros(2, 3) @ torch.zeros(2, 3)\n"
CAT = "torch.cat([torch.zeros(2, 3), torch.zeros(2, 4)], dim=0)\n"
HEAD = "import torch\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "a.py").write_text(HEAD + BAD + BAD + CAT)
    (tmp_path / "b.py").write_text(HEAD + CAT)
    (tmp_path / "ci").mkdir()
    assert run("check", "--baseline", "ci/known.json", "--update-baseline").exit_code == 0
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def check(*args: str) -> Result:
    return run("check", "--format", "concise", "--baseline", "ci/known.json", *args)


def entries(project: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((project / "ci/known.json").read_text())["findings"]
    return found


def test_the_file_is_for_reviewers_too(project: Path) -> None:
    lines = (project / "ci/known.json").read_text().splitlines()
    assert lines[0] == '{"version": 1, "findings": ['
    assert len(lines) == 6
    assert [(e["file"], e["name"]) for e in entries(project)] == [
        ("../b.py", "concat-sizes"),
        ("../pkg/a.py", "concat-sizes"),
        ("../pkg/a.py", "inner-size"),
        ("../pkg/a.py", "inner-size"),
    ]
    assert all("got" in e["message"] for e in entries(project))


def test_what_is_known_is_not_reported(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check()
    assert result.exit_code == 0
    assert "no findings in 2 files (4 in the baseline); " in result.output
    assert run("check").exit_code == 1
    held = check_paths([project / "pkg"], baseline=Baseline(project / "ci" / "known.json"))
    assert (held.findings, held.known, held.stale) == ((), 3, ())
    monkeypatch.chdir(project / "pkg")
    assert run("check", "a.py", "--baseline", "../ci/known.json").exit_code == 0


MOVED = {
    "lines above": HEAD + "\n# a comment\nx = 1\n" + BAD + BAD + CAT,
    "lines between": HEAD + BAD + "\n\n" + BAD + "y = 2\n" + CAT,
    "other blanks": HEAD + "if True:\n    " + BAD + BAD + CAT,
    "other line ends": (HEAD + BAD + BAD + CAT).replace("\n", "\r\n"),
    "another order": HEAD + CAT + BAD + BAD,
}


@pytest.mark.parametrize("text", MOVED.values(), ids=MOVED)
def test_lines_may_move(project: Path, text: str) -> None:
    (project / "pkg/a.py").write_bytes(text.encode())
    result = check("--strict-baseline")
    assert result.exit_code == 0
    assert "(4 in the baseline)" in result.output


def test_one_more_of_the_same_is_new(project: Path) -> None:
    (project / "pkg/a.py").write_text(HEAD + BAD + BAD + BAD + CAT)
    result = check()
    assert result.exit_code == 1
    assert result.output.startswith("pkg/a.py:4:1: error: [inner-size] ")
    assert "1 finding in 2 files (4 in the baseline); " in result.output


def test_what_is_mended_is_stale(project: Path) -> None:
    (project / "pkg/a.py").write_text(HEAD + BAD)
    result = check()
    assert result.exit_code == 0
    assert "ci/known.json: 2 entries are no longer found; --prune-baseline removes" in result.output
    result = check("--strict-baseline")
    assert result.exit_code == 1
    assert "ci/known.json: ../pkg/a.py: [concat-sizes] " in result.output
    assert len(entries(project)) == 4
    result = check("--prune-baseline", "--strict-baseline")
    assert result.exit_code == 1
    assert "2 entries removed, no longer found" in result.output
    assert [e["name"] for e in entries(project)] == ["concat-sizes", "inner-size"]
    assert check("--strict-baseline").exit_code == 0


def test_only_what_was_looked_for_is_stale(project: Path) -> None:
    (project / "pkg/a.py").write_text(HEAD)
    assert not check_paths(["b.py"], baseline=Baseline(Path("ci/known.json"))).stale
    assert check("b.py", "--strict-baseline").exit_code == 0
    assert check("--select", "training", "--strict-baseline").exit_code == 0
    assert "2 entries" in check("--select", "inner-size").output
    (project / "pkg/a.py").write_text("import torch\nx = (\n")
    result = check("--strict-baseline")
    assert result.exit_code == 2
    assert "no longer found" not in result.output


def test_a_file_that_is_gone_is_stale_and_one_that_has_moved_new(project: Path) -> None:
    (project / "pkg/a.py").rename(project / "pkg/c.py")
    result = check("--strict-baseline")
    assert result.exit_code == 1
    assert result.output.count("pkg/c.py:") == 3
    assert "3 entries are no longer found" in result.output


def test_an_update_keeps_what_was_not_looked_for(project: Path) -> None:
    (project / "b.py").write_text(HEAD + BAD)
    (project / "pkg/a.py").write_text(HEAD)
    result = check("b.py", "--update-baseline")
    assert result.exit_code == 0
    assert "ci/known.json: 1 finding written" in result.output
    assert [(e["file"], e["name"]) for e in entries(project)] == [
        ("../b.py", "inner-size"),
        ("../pkg/a.py", "concat-sizes"),
        ("../pkg/a.py", "inner-size"),
        ("../pkg/a.py", "inner-size"),
    ]
    before = (project / "ci/known.json").read_bytes()
    check("b.py", "--update-baseline")
    assert (project / "ci/known.json").read_bytes() == before


def test_what_a_comment_hides_is_not_in_the_baseline(project: Path) -> None:
    (project / "b.py").write_text(HEAD + CAT.strip() + "  # shapelint: ignore[concat-sizes]\n")
    check("--update-baseline")
    assert [e["file"] for e in entries(project)] == ["../pkg/a.py"] * 3
    result = check()
    assert "no findings in 2 files (1 suppressed, 3 in the baseline); " in result.output


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "no such baseline; --update-baseline writes one"),
        ("", "not a baseline: Expecting value"),
        ("[]", "not a baseline: it has no list of findings"),
        ('{"version": 1, "findings": {}}', "not a baseline: it has no list of findings"),
        ('{"version": 2, "findings": []}', "its version is 2, this shapelint reads 1"),
        ('{"version": 1, "findings": [3]}', "not a baseline: entry 1 is not {file, name, "),
        ('{"version": 1, "findings": [{"file": "x"}]}', "not a baseline: entry 1 is not {file, name, "),
        ('{"version": 1, "findings": [{"file": 1, "name": "", "fingerprint": "", "message": ""}]}', "entry 1"),
        ("\udc80", "not a baseline: "),
    ],
)  # fmt: skip
def test_a_baseline_that_is_none(project: Path, text: str | None, message: str) -> None:
    path = project / "ci/known.json"
    path.unlink()
    if text is not None:
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    result = check()
    assert result.exit_code == 2
    assert f"cannot check: {Path('ci/known.json')}: " in result.output
    assert message in result.output


def test_a_baseline_that_cannot_be_written(project: Path) -> None:
    result = run("check", "--baseline", "nowhere/known.json", "--update-baseline")
    assert result.exit_code == 2
    assert "nowhere/known.json: cannot be written: No such file" in result.output


@pytest.mark.parametrize(
    "option", ["--update-baseline", "--prune-baseline", "--strict-baseline"]
)  # fmt: skip
def test_which_baseline(project: Path, option: str) -> None:
    result = run("check", option)
    assert result.exit_code == 2
    assert "name it with --baseline FILE" in result.output
