"""The command line as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shapelint.cli import main
from shapelint.names import NAMES

BROKEN = """\
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


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "net.py").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_findings_have_a_frame_a_trace_and_a_closing_line(project: Path) -> None:
    result = run("check")
    assert result.exit_code == 1
    assert "error[linear-in-features]" in result.output
    assert "--> net.py:11:16" in result.output
    assert "self.fc(x)" in result.output
    assert "line 15: torch.zeros(2, 7)  is (2, 7)" in result.output
    assert result.output.rstrip().splitlines()[-1].startswith("1 finding in 1 file; operations: ")


def test_one_line_for_each_finding(project: Path) -> None:
    result = run("check", "--format", "concise", "net.py")
    assert result.output.splitlines()[0].startswith("net.py:11:16: error: [linear-in-features] ")


def test_the_json_of_check(project: Path) -> None:
    result = run("check", "--format", "json", "net.py")
    told = json.loads(result.output)
    assert told["version"] == 1
    (finding,) = told["findings"]
    assert {k: finding[k] for k in ("name", "severity", "file", "line", "column")} == {
        "name": "linear-in-features",
        "severity": "error",
        "file": "net.py",
        "line": 11,
        "column": 16,
    }
    assert (finding["end_line"], finding["end_column"]) == (11, 26)
    assert finding["trace"] == [
        {
            "file": "net.py",
            "cell": None,
            "line": 15,
            "expression": "torch.zeros(2, 7)",
            "shape": "(2, 7)",
        }
    ]
    assert finding["counterexample"] == {}
    assert (finding["fix"]["line"], finding["fix"]["text"]) == (15, "8")
    assert finding["verdict"] is None
    assert told["summary"]["files"] == 1
    assert set(told["summary"]["operations"]) == {"proved", "open", "unknown"}


def test_exit_codes(project: Path) -> None:
    assert run("check", "net.py").exit_code == 1
    (project / "clean.py").write_text("import torch\nx = torch.zeros(2) + 1\n")
    assert run("check", "clean.py").exit_code == 0
    (project / "bad.py").write_text("import torch\nx = (\n")
    assert run("check", "bad.py", "clean.py").exit_code == 2
    assert run("check", "missing.py").exit_code == 2


def test_shapes_beside_the_lines_and_contracts(project: Path) -> None:
    result = run("shapes", "net.py")
    assert result.exit_code == 0
    assert "# contract: Net.forward(x: (*x, 8)) -> (*x, 3)" in result.output


def test_the_json_of_shapes(project: Path) -> None:
    (project / "small.py").write_text(
        "import torch\n\n\ndef f(n: int):\n    x = torch.zeros(n, 3)\n    return x.T\n\n\ny = f(4)\n"
    )
    told = json.loads(run("shapes", "small.py", "--format", "json").output)
    assert told["version"] == 1
    entries = {(s["line"], s["name"]): s for s in told["shapes"]}
    assert entries[5, "x"]["shape"] == [4, 3]
    assert entries[6, "return"]["shape"] == [3, 4]
    assert entries[9, "y"]["dtype"] == "float32"
    fields = {"file", "cell", "line", "column", "name", "shape", "dtype", "entry"}
    assert set(entries[9, "y"]) == fields


def test_lines_reached_in_other_files_too(project: Path) -> None:
    (project / "main.py").write_text(
        "import net\nimport torch\ny = net.Net(7)(torch.zeros(2, 7))\n"
    )
    output = run("shapes", "main.py", "--reached").output
    assert "net.py" in output
    assert "11" in output


def test_causes_of_what_is_unknown(project: Path) -> None:
    (project / "unknown.py").write_text("import other, torch\nx = other.load(torch.zeros(2))\n")
    assert "most frequent causes" in run("check", "--verbose", "unknown.py").output


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_explained(name: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 0
    assert all(line in result.output for line in NAMES[name].bad.splitlines())


def test_the_nearest_name_is_offered() -> None:
    result = run("explain", "concat-size")
    assert result.exit_code == 2
    assert "did you mean concat-sizes?" in result.output
