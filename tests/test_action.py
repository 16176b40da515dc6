"""The GitHub Action: as GitHub's schema has it, its steps run as GitHub runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.expectations import ROOT

SCHEMA = Path(__file__).parent / "schemas" / "github-action.json"
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
"""What GitHub runs the steps with that have `shell: bash`."""
BAD = "import torch\n\ntorch.zeros(2, 3) @ torch.zeros(4, 3)\n"
GOOD = "import torch\n\ntorch.zeros(2, 3) @ torch.zeros(3, 4)\n"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())

if shutil.which("bash") is None:
    pytest.skip("the steps are for bash", allow_module_level=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checked-out repository, and beside it the programs that the steps find."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, line in {
        "python": f'echo "$@" >> "{tmp_path}/python.log"',
        "shapelint": f'exec "{sys.executable}" -m shapelint "$@"',
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{line}\n")
        (programs / name).chmod(0o755)
    repository = tmp_path / "a repository"
    for name, text in {"src/bad.py": BAD, "src/good.py": GOOD, "other/bad.py": BAD}.items():
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(text)
    return repository


def run(workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The steps with shells, one after the other until one fails; the last that ran."""
    known = {f"inputs.{name}": told.get("default", "") for name, told in ACTION["inputs"].items()}
    known |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    known["github.action_path"] = "/home/runner/actions of others/shapelint"
    path = os.pathsep.join([str(workspace.parent / "programs"), os.environ["PATH"]])
    steps = [step for step in ACTION["runs"]["steps"] if "run" in step]
    for step in steps:
        assert step["shell"] == "bash" and "${{" not in step["run"], "inputs are data, not program"
        told = {
            name: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: known[match[1]], value)
            for name, value in step["env"].items()
        }
        done = subprocess.run(
            [*BASH, step["run"]],
            cwd=workspace,
            env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **told},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            break
    return done


def test_it_is_as_the_schema_has_it() -> None:
    jsonschema.validate(ACTION, json.loads(SCHEMA.read_text()))


def test_it_installs_itself_and_marks_what_it_finds(workspace: Path) -> None:
    done = run(workspace)
    log = (workspace.parent / "python.log").read_text()
    assert log == "-m pip install --quiet /home/runner/actions of others/shapelint\n"
    assert done.returncode == 1
    marks = re.findall(r"^::error file=([^,]+),line=(\d+)", done.stdout, re.MULTILINE)
    assert marks == [("other/bad.py", "3"), ("src/bad.py", "3")]


INPUTS = {
    "clean paths": ({"paths": "src/good.py"}, 0, 0),
    "several paths": ({"paths": "src/good.py other"}, 1, 1),
    "further arguments": ({"args": "--exclude other --exit-zero"}, 0, 1),
    "what is no program": ({"paths": "src/good.py $(touch ran)", "args": "; touch ran"}, 2, 5),
}


@pytest.mark.parametrize(("inputs", "code", "found"), INPUTS.values(), ids=INPUTS)
def test_its_inputs(workspace: Path, inputs: dict[str, str], code: int, found: int) -> None:
    done = run(workspace, **inputs)
    assert (done.returncode, done.stdout.count("::error ")) == (code, found), done.stderr
    assert not (workspace / "ran").exists()


def test_a_report_is_written(workspace: Path) -> None:
    assert run(workspace, format="sarif:shapes.sarif", args="--exit-zero").returncode == 0
    told = json.loads((workspace / "shapes.sarif").read_text())
    assert len(told["runs"][0]["results"]) == 2
