"""Installed packages are followed where they need a framework; nothing of them is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shapelint.cli import main

PACKAGE = """\
import torch
from torch import nn


class Head(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc = nn.Linear(width, 3)

    def forward(self, x):
        return self.fc(x.flatten(1))


def broken():
    return Head(4)(torch.zeros(2, 5))
"""
APP = """\
import torch
from heads import Head

head = Head(8)
y = head(torch.zeros(2, 8))
z = head(torch.zeros(2, 3, 3))
"""


def install(environment: Path, name: str, source: str, requires: str) -> None:
    """A package as pip leaves it."""
    site = environment / "lib" / "python3.11" / "site-packages"
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (site / f"{name}.py").write_text(source)
    (info / "METADATA").write_text(f"Name: {name}\nRequires-Dist: {requires}\n\nAbout heads.\n")
    (info / "RECORD").write_text(f"{name}.py,,\n{name}-1.0.dist-info/METADATA,,\n")


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text(APP)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_a_failure_inside_a_package_is_told_at_the_call_into_it(app: Path) -> None:
    install(app / "env", "heads", PACKAGE, "torch>=2")
    result = run("check", "app.py", "--python", "env", "--format", "concise")
    lines = result.output.splitlines()
    assert result.exit_code == 1
    assert lines[0].startswith("app.py:6:5: error: [linear-in-features] ")
    assert "heads.py" not in result.output


def test_shapes_through_a_package(app: Path) -> None:
    install(app / "env", "heads", PACKAGE, "torch>=2")
    result = run("shapes", "app.py", "--python", "env")
    assert "y: (2, 3)" in result.output


def test_an_environment_beside_the_files_is_found(app: Path) -> None:
    install(app / ".venv", "heads", PACKAGE, "torch>=2")
    assert run("check", "app.py").exit_code == 1


def test_what_a_package_needs_may_need_the_framework(app: Path) -> None:
    install(app / ".venv", "layers", "WIDTH = 8\n", "torch")
    install(app / ".venv", "heads", PACKAGE, 'layers>=1; extra == "all"')
    assert run("check", "app.py").exit_code == 1


def test_a_package_without_a_framework_is_not_followed(app: Path) -> None:
    install(app / ".venv", "heads", PACKAGE, "requests")
    assert run("check", "app.py").exit_code == 0


def test_an_installed_package_is_checked_like_a_project(app: Path) -> None:
    install(app / ".venv", "heads", PACKAGE, "torch")
    site = app / ".venv" / "lib" / "python3.11" / "site-packages"
    result = run("check", str(site / "heads.py"), "--format", "concise")
    assert "heads.py:11:16: error: [linear-in-features] " in result.output


@pytest.mark.parametrize(("requires", "code"), [("torch", 1), ("requests", 0)])
def test_what_stands_beside_an_installed_package_is_installed(
    app: Path, requires: str, code: int
) -> None:
    install(app / ".venv", "heads", PACKAGE, requires)
    install(app / ".venv", "app", APP, "heads")
    site = app / ".venv" / "lib" / "python3.11" / "site-packages"
    result = run("check", str(site / "app.py"), "--format", "concise")
    assert result.exit_code == code
    assert "heads.py" not in result.output


def test_a_place_without_an_environment_is_answered(app: Path) -> None:
    (app / "empty").mkdir()
    result = run("check", "app.py", "--python", "empty")
    assert result.exit_code == 2
    assert "no Python environment" in result.output
    assert run("shapes", "app.py", "--python", "empty").exit_code == 2
