"""The repos of examples/: what shapelint says of them, and what the framework says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from click.testing import CliRunner

from shapelint import check_paths
from shapelint.cli import main
from shapelint.names import SILENT
from tests.expectations import ROOT, load, programs

EXAMPLES = ROOT / "examples"
TRANSCRIPTS = sorted(EXAMPLES.glob("*/expected.txt"))
TWINS = sorted(EXAMPLES.glob("*/broken.py"))


def commands(transcript: str) -> list[tuple[str, str]]:
    """(command, output) for every `$ command` of a console transcript."""
    parts = transcript.split("$ ")[1:]
    return [(head, output.strip()) for head, _, output in (p.partition("\n") for p in parts)]


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda p: p.parent.name)
def test_output_is_the_expected_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for command, output in commands(path.read_text()):
        name, *arguments = shlex.split(command)
        assert name == "shapelint"
        assert CliRunner().invoke(main, arguments).output.strip() == output, command


def test_every_example_has_an_expected_output() -> None:
    folders = {p.name for p in EXAMPLES.iterdir() if any(p.rglob("*.py"))}
    assert {p.parent.name for p in TRANSCRIPTS} == folders


@pytest.mark.parametrize("path", TWINS, ids=lambda p: p.parent.name)
def test_every_broken_program_raises_where_it_is_flagged(path: Path) -> None:
    findings = check_paths([path]).findings
    silent = {f.span.line for f in findings if f.name in SILENT}
    raised: set[int] = set()
    quiet = 0
    for program in programs(load(path)):
        try:
            program()
            quiet += 1
        except (RuntimeError, ValueError, IndexError, TypeError) as error:
            frames = traceback.extract_tb(error.__traceback__)
            raised |= {e.lineno or 0 for e in frames if Path(e.filename) == path}
    assert {f.span.line for f in findings} - silent <= raised
    assert quiet == len(silent)
    assert len(findings) == len(programs(load(path)))


@pytest.mark.parametrize("path", TWINS, ids=lambda p: p.parent.name)
def test_every_mended_program_is_proved_and_runs(path: Path) -> None:
    mended = path.with_name("mended.py")
    result = check_paths([mended])
    assert not result.findings
    assert (result.open, result.unknown) == (0, 0)
    subprocess.run([sys.executable, str(mended)], check=True, capture_output=True)


def test_a_repo_of_several_files() -> None:
    folder = EXAMPLES / "vision_repo"
    for twin, fails in (("broken", True), ("mended", False)):
        run = subprocess.run([sys.executable, "train.py"], cwd=folder / twin, capture_output=True)
        assert (run.returncode != 0) == fails
        found = check_paths([folder / twin]).findings
        assert [Path(f.file).name for f in found] == (["model.py"] if fails else [])


def test_the_readme_shows_real_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(
        r"```text\n\$ shapelint (.*)\n((?:.*\n)*?)```", (ROOT / "README.md").read_text()
    )
    assert blocks
    for command, output in blocks:
        said = CliRunner().invoke(main, command.split()).output
        assert said.strip() == output.strip(), command
