"""What is written: whose rights it has, whose it keeps."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from shapelint.cli import main

if os.name == "nt":
    pytest.skip("rights are POSIX's", allow_module_level=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHAPELINT_CACHE_DIR", str(tmp_path / "kept"))
    (tmp_path / "net.py").write_text(
        "import torch\ntorch.zeros(2, 3) @ torch.zeros(2, 3)\nx = 1  # shapelint: ignore\n"
    )
    return tmp_path


@pytest.fixture(params=[0o022, 0o002, 0o077], ids=oct)
def mask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


WRITERS = {
    "a report": ["--output-file", "written"],
    "a baseline": ["--baseline", "written", "--update-baseline"],
}


@pytest.mark.parametrize("options", WRITERS.values(), ids=WRITERS)
def test_a_new_file_is_as_the_mask_has_it_and_keeps_what_it_is_given(
    project: Path, mask: int, options: list[str]
) -> None:
    written = project / "written"
    CliRunner().invoke(main, ["check", "net.py", *options])
    assert mode(written) == 0o666 & ~mask
    written.chmod(0o640)
    (project / "net.py").write_text("import torch\n")
    before = written.read_text()
    CliRunner().invoke(main, ["check", "net.py", *options])
    assert written.read_text() != before and mode(written) == 0o640


def test_what_is_kept_is_nobody_elses(project: Path, mask: int) -> None:
    CliRunner().invoke(main, ["check", "net.py"])
    files = [path for path in (project / "kept").rglob("*") if path.is_file()]
    assert len(files) > 1
    assert {mode(path) for path in files} == {0o600}


def test_a_link_in_the_cache_leads_nobody_astray(project: Path) -> None:
    check = ["check", "net.py", "--format", "json"]
    said = CliRunner().invoke(main, check).output
    secret = project / "secret"
    secret.write_text("mine")
    entries = [*(project / "kept").glob("??/*")]
    for path in entries:
        path.unlink()
        path.symlink_to(secret)
    assert CliRunner().invoke(main, check).output == said
    assert secret.read_text() == "mine"
    assert not all(path.is_symlink() for path in entries)
