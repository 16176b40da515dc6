"""A project's own rules, and the listing of all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shapelint.cli import main

OPS = '''
@op("kernels.ops.attention", finds="heads-divide")
def attention(q: Tensor["b h t d"], k: Tensor["b h s d"]) -> Tensor["b h t s"]:
    """Scores, by a kernel of ours.

    >>> attention((2, 4, 5, 8), (2, 4, 7, 8))
    (2, 4, 5, 7)
    """

@op("kernels.ops.Fused", finds="linear-in-features")
class Fused:
    """A linear layer of ours."""

    def __init__(self, in_features: Dim, out_features: Dim): ...
    def forward(self, input: Tensor["*b in_features"]) -> Tensor["*b out_features"]: ...

@op("elsewhere.flash", finds="heads-divide")
def flash(q: Tensor["b t h d"], k: Tensor["b s h d"]) -> Tensor["b t h d"]:
    """Of a package that is not here."""
'''
KERNELS = """
from kernels import _C

def attention(q, k):
    return _C.attention(q, k)

class Fused:
    def __init__(self, a, b):
        self.handle = _C.make(a, b)
"""
MAIN = """
import torch
from elsewhere import flash
from kernels.ops import Fused, attention

q = torch.zeros(2, 4, 5, 8)
scores = attention(q, torch.zeros(2, 4, 7, 8))
Fused(7, 3)(scores)
Fused(5, 3)(scores)
attention(q, torch.zeros(2, 4, 7, 9))
flash(q, torch.zeros(2, 3, 4, 8))
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text('[tool.shapelint]\nextra-rules = ["shapes"]\n')
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "ops.pyi").write_text(OPS)
    (tmp_path / "kernels").mkdir()
    (tmp_path / "kernels" / "__init__.py").touch()
    (tmp_path / "kernels" / "ops.py").write_text(KERNELS)
    (tmp_path / "main.py").write_text(MAIN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_a_projects_rules_stand_for_its_functions_its_classes_and_other_packages(
    project: Path,
) -> None:
    result = run("check", "--format", "concise")
    found = [line.split(": error: ")[0] + line.partition("[")[2].partition("]")[0]
             for line in result.output.splitlines() if ": error: " in line]  # fmt: skip
    assert found == [
        "main.py:9:1linear-in-features", "main.py:10:1heads-divide", "main.py:11:1heads-divide",
    ]  # fmt: skip


def test_the_configuration_is_found_above_what_is_checked(project: Path) -> None:
    assert "linear-in-features" in run("check", str(project / "main.py")).output
    assert "linear-in-features" in run("check", "kernels", "main.py").output


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (
            'extra-rulez = ["shapes"]',
            'no setting is called "extra-rulez"; did you mean "extra-rules"?',
        ),
        ('extra-rules = "shapes"', '"extra-rules" must be a list of paths, not a string'),
        ('extra-rules = ["nowhere"]', "nowhere does not exist"),
        ("extra-rules = [", "pyproject.toml: "),
    ],
)
def test_a_wrong_configuration_is_answered(project: Path, config: str, said: str) -> None:
    (project / "pyproject.toml").write_text(f"[tool.shapelint]\n{config}\n")
    for command in ("check", "rules"):
        result = run(command)
        assert result.exit_code == 2
        assert said in result.output


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("def f(x: Tensor): ...", "a rule without @op"),
        ('@op("a.b")\ndef f(x: Tensr["n"]): ...', "unknown annotation Tensr[…]"),
        ('@op("a.b")\ndef f(x: Tensor["n"]: ...', "ops.pyi:2"),
        ('@op("a.b")\ndef f(x: Tensor["n"]):\n    for i in n: ...', "line 3: only `name = expre"),
        ('@op("a.b", find="x")\ndef f(x: Tensor["n"]): ...', "@op has no option find"),
        ('@op("a.b", finds="liner")\ndef f(x: Tensor["n"]): ...', "no finding is called liner"),
        ('@op("a.b")\n@op("a.c")\n', "invalid syntax"),
        ('@op()\ndef f(x: Tensor["n"]): ...', "@op names nothing"),
    ],
)
def test_a_wrong_rule_is_answered_with_its_place(project: Path, rule: str, said: str) -> None:
    (project / "shapes" / "ops.pyi").write_text(rule)
    for command in ("check", "rules"):
        result = run(command)
        assert result.exit_code == 2
        assert "ops.pyi" in result.output
        assert said in result.output


def test_all_rules_are_listed_by_file(project: Path) -> None:
    lines = run("rules").output.splitlines()
    listed = next(line for line in lines if "torch.nn.Conv2d " in line)
    assert "2-D convolution" in listed
    after = lines.index("shapes/ops.pyi") + 1
    assert [line.split()[0] for line in lines[after : after + 3]] == [
        "kernels.ops.attention",
        "kernels.ops.Fused",
        "elsewhere.flash",
    ]
    rows = json.loads(run("rules", "--format", "json").output)["rules"]
    assert {"torch.nn.Conv2d", "kernels.ops.Fused"} <= {row["name"] for row in rows}


def test_one_rule_is_shown_whole(project: Path) -> None:
    shown = run("rules", "--op", "Tensor.permute").output
    assert "permute(input: Tensor" in shown
    assert ">>> permute((2, 3, 4), (2, 0, 1))" in shown
    rules = json.loads(run("rules", "--op", "attention", "--format", "json").output)["rules"]
    assert [rule["names"] for rule in rules] == [["kernels.ops.attention"]]


def test_a_name_without_a_rule_gets_the_nearest(project: Path) -> None:
    result = run("rules", "--op", "torch.permut")
    assert result.exit_code == 2
    assert "no rule for torch.permut; did you mean torch.permute" in result.output


def test_a_rule_file_may_be_empty(project: Path) -> None:
    (project / "empty.pyi").write_text("")
    (project / "shapelint.toml").write_text('extra-rules = ["empty.pyi"]\n')
    (project / "use.py").write_text("import torch\n\nx = torch.zeros(2)\n")
    assert CliRunner().invoke(main, ["check", str(project / "use.py")]).exit_code == 0
