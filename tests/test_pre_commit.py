"""The hooks, run by pre-commit itself in a scratch repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.expectations import ROOT

GOOD = "import torch\n\nprint(torch.zeros(2, 3) @ torch.zeros(3, 4))\n"
BAD = "import torch\n\nprint(torch.zeros(2, 3) @ torch.zeros(4, 3))\n"


def git(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
    return subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture(params=["shapelint", "shapelint-verify"])
def repository(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A repository with one of shapelint's hooks as they are here, by the interpreter of these tests."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    entry = f"{sys.executable} -m shapelint"
    for hook in hooks:
        hook.update(language="system", entry=hook["entry"].replace("shapelint", entry, 1))
    local = {"repo": "local", "hooks": [h for h in hooks if h["id"] == request.param]}
    assert git(tmp_path, "init", "-q").returncode == 0
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}))
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=tmp_path,
        env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / ".cache")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return tmp_path


def commit(repository: Path, text: str) -> subprocess.CompletedProcess[str]:
    (repository / "net.py").write_text(text)
    assert git(repository, "add", "net.py").returncode == 0
    home = str(repository / ".cache")
    return git(repository, "commit", "-qm", "net", PRE_COMMIT_HOME=home, PYTHONPATH=str(ROOT))


def test_a_bad_commit_is_blocked_and_a_good_one_passes(repository: Path) -> None:
    blocked = commit(repository, BAD)
    assert blocked.returncode != 0
    assert "inner-size" in blocked.stdout + blocked.stderr
    assert git(repository, "rev-parse", "HEAD").returncode != 0
    passed = commit(repository, GOOD)
    assert passed.returncode == 0, passed.stderr
    assert git(repository, "show", "--name-only", "--format=", "HEAD").stdout.split() == ["net.py"]


def test_every_hook_is_a_command_of_shapelint() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        command, *arguments = hook["entry"].split()
        assert command == "shapelint"
        done = subprocess.run(
            [sys.executable, "-m", "shapelint", *arguments, "--help"],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0 and "Check files" in done.stdout
