"""Findings as evidence: run as a user would run them, by the interpreter of these tests."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from shapelint.cli import main
from shapelint.finding import Edit, Finding, Span
from shapelint.interpreter import Analyser
from shapelint.project import CheckResult, Verification, check_paths
from shapelint.verify import Case, Session
from tests.expectations import case_files

PYTHON = Path(sys.executable)

NET = """\
import torch
from torch import nn

UNUSED = open("/nonexistent/at/all") if False else None


class Net(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.fc = nn.Linear(width, 10)

    def forward(self, x):
        return self.fc(x.flatten(1))
"""


def project(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def verified(folder: Path, snippets: Path | None = None) -> CheckResult:
    return check_paths([folder], 1, PYTHON, Verification("cpu", snippets))


def only(result: CheckResult) -> Finding:
    (finding,) = result.findings
    assert finding.verdict is not None
    return finding


def test_all_errors_of_the_cases_are_confirmed() -> None:
    result = check_paths(case_files(), None, PYTHON, Verification("cpu"))
    errors = [f for f in result.findings if f.severity == "error"]
    others = [f for f in errors if f.verdict is None or f.verdict.kind != "confirmed"]
    assert not result.refuted
    assert len(errors) > 250
    shown = [f"{f.file}:{f.span.line}: {f.verdict and f.verdict.text}" for f in others]
    assert len(others) <= 0.02 * len(errors), shown


def test_all_examples_are_confirmed() -> None:
    result = verified(Path("examples"))
    kinds = {(f.severity, f.verdict and f.verdict.kind) for f in result.findings}
    assert ("error", "confirmed") in kinds
    assert ("error", "unverified") not in kinds and not result.refuted


def test_a_class_that_nothing_calls_is_built_from_the_solvers_sizes(tmp_path: Path) -> None:
    project(
        tmp_path,
        block="""\
        import torch
        from torch import nn


        class Block(nn.Module):
            def __init__(self, dim, heads):
                super().__init__()
                self.qkv = nn.Linear(dim, 3 * dim)
                self.out = nn.Linear(dim + 1, dim)

            def forward(self, x):
                q, k, v = self.qkv(x).chunk(3, -1)
                return self.out(q * k + v)
        """.replace("\n        ", "\n").lstrip(),
    )
    finding = only(verified(tmp_path))
    assert finding.verdict and finding.verdict.kind == "confirmed"
    assert finding.verdict.depth == "snippet"
    assert "RuntimeError" in finding.verdict.text and "shapes" in finding.verdict.text


def test_a_snippet_takes_what_it_needs_of_several_files(tmp_path: Path) -> None:
    project(
        tmp_path,
        models____init__="",
        models__net="from .sizes import WIDTH, HEAVY\n" + NET.replace("width=16", "width=WIDTH"),
        models__sizes="import missing_package\n\nWIDTH = 12\nHEAVY = missing_package.load()\n",
        train="""\
import torch
from models import net
from models.net import Net

if __name__ == "__main__":
    print("starts")
    model = Net()
    x = torch.zeros(4, 7, 2)
    model(x)
""",
    )
    snippets = tmp_path / "snippets"
    result = verified(tmp_path, snippets)
    finding = only(result)
    assert finding.verdict and finding.verdict.kind == "confirmed"
    text = Path(finding.verdict.script or "").read_text()
    assert "missing_package" not in text and "starts" not in text and "UNUSED" not in text


def test_a_kept_snippet_runs_on_its_own(tmp_path: Path) -> None:
    project(tmp_path, net=NET + "\n\nNet()(torch.zeros(2, 3, 5))\n")
    finding = only(verified(tmp_path, tmp_path / "snippets"))
    assert finding.verdict is not None and finding.verdict.script is not None
    run = [sys.executable, finding.verdict.script]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert finding.verdict.text in done.stderr


def test_what_a_slice_leaves_out_is_run_in_place(tmp_path: Path) -> None:
    """A registry that modules fill when they are imported is not seen in what the script names."""
    project(
        tmp_path,
        registry="MODELS = {}\n\n\ndef register(f):\n    MODELS[f.__name__] = f\n    return f\n",
        small=NET
        + "\n\nfrom registry import register\n\n\n@register\ndef small():\n    return Net(8)\n",
        run="import torch\nimport small\nfrom registry import MODELS\n\nMODELS['small']()(torch.zeros(2, 9))\n",
    )
    finding = only(verified(tmp_path))
    assert finding.verdict and finding.verdict.kind == "confirmed"
    assert finding.verdict.depth == "in place"


WRONG_RULE = '''\
@op("lib.halve")
def halve(x: Tensor["*s n"]) -> Tensor["*s m"]:
    """Half of the last axis.

    >>> halve((4, 6))
    (4, 3)
    """
    assert n % 4 == 0, "the last axis must be divisible by four"
    m = n // 2
'''


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A project whose own rule says what is not so."""
    (tmp_path / "shapelint.toml").write_text('extra-rules = ["lib.pyi"]\n')
    (tmp_path / "lib.pyi").write_text(WRONG_RULE)
    return project(
        tmp_path,
        lib="def halve(x):\n    return x[..., : x.shape[-1] // 2]\n",
        use="import torch\nfrom lib import halve\n\nhalve(torch.zeros(2, 6))\n",
    )


def test_a_finding_that_runs_is_refuted_and_withdrawn(wrong: Path) -> None:
    result = verified(wrong)
    assert not result.findings
    (refuted,) = result.refuted
    assert refuted.verdict and refuted.verdict.kind == "refuted"


def test_a_refuted_finding_comes_with_a_bug_report(wrong: Path) -> None:
    arguments = ["check", str(wrong), "--verify", "--device", "cpu", "--python", sys.executable]
    quiet = CliRunner().invoke(main, arguments)
    assert quiet.exit_code == 0 and "1 refuted and withdrawn" in quiet.output
    assert "### False finding" not in quiet.output
    verbose = CliRunner().invoke(main, [*arguments, "--verbose"])
    assert "### False finding" in verbose.output and "halve(torch.zeros(2, 6))" in verbose.output


def test_a_run_that_says_nothing_leaves_a_finding_unverified(tmp_path: Path) -> None:
    project(
        tmp_path,
        late="import torch\nimport absent\n\nx = absent.load()\nif x.ready:\n    torch.zeros(2, 3) @ torch.zeros(2, 3)\n"
        "raise SystemExit\n",
    )
    result = verified(tmp_path)
    for finding in result.findings:
        assert finding.verdict and finding.verdict.kind in ("confirmed", "unverified")
        assert finding.verdict.depth in ("operation", "")


@pytest.mark.parametrize("format_", ["full", "concise", "json"])
def test_every_format_shows_the_verdict(tmp_path: Path, format_: str) -> None:
    project(tmp_path, net=NET + "\n\nNet()(torch.zeros(2, 3, 5))\n")
    arguments = ["check", str(tmp_path), "--verify", "--device", "cpu", "--python", sys.executable]
    done = CliRunner().invoke(main, [*arguments, "--format", format_])
    assert done.exit_code == 1
    assert "confirmed" in done.output
    if format_ != "concise":
        assert "RuntimeError: mat1 and mat2 shapes cannot be multiplied" in done.output


def test_findings_of_an_earlier_check_are_verified(tmp_path: Path) -> None:
    project(tmp_path, net=NET + "\n\nNet()(torch.zeros(2, 3, 5))\n")
    found = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "json"]).output
    report = tmp_path / "findings.json"
    report.write_text(found)
    arguments = ["verify", str(report), "--device", "cpu", "--python", sys.executable]
    done = CliRunner().invoke(main, [*arguments, "--format", "json"])
    assert done.exit_code == 1
    document = json.loads(done.output)
    (finding,) = document["findings"]
    assert finding["verdict"]["kind"] == "confirmed"
    assert document["verification"]["frameworks"]["torch"]


@pytest.mark.parametrize("text", ["", "{}", '{"version": 1}', '{"version": 1, "findings": [{}]}'])
def test_a_report_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    report = tmp_path / "findings.json"
    report.write_text(text)
    done = CliRunner().invoke(main, ["verify", str(report)])
    assert done.exit_code == 2 and "no findings of shapelint" in done.output


def test_an_interpreter_without_a_framework_says_how_to_name_one(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    project(tmp_path, net=NET + "\n\nNet()(torch.zeros(2, 3, 5))\n")
    python = str(tmp_path / "bare" / "bin" / "python")
    done = CliRunner().invoke(
        main, ["check", str(tmp_path / "net.py"), "--verify", "--python", python]
    )
    assert done.exit_code == 2
    assert "has no torch" in done.output and "--python" in done.output


def test_a_device_that_is_not_there_is_named(tmp_path: Path) -> None:
    project(tmp_path, net=NET + "\n\nNet()(torch.zeros(2, 3, 5))\n")
    arguments = ["check", str(tmp_path), "--verify", "--device", "xla", "--python", sys.executable]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2 and "no device 'xla'" in done.output


def test_shapes_alone_are_verified_on_meta(tmp_path: Path) -> None:
    project(tmp_path, net=NET + "\n\nNet()(torch.zeros(2, 3, 5))\n")
    finding = only(check_paths([tmp_path], 1, PYTHON, Verification("meta")))
    assert finding.verdict and finding.verdict.kind == "confirmed"
    assert finding.verdict.device == "meta"


def test_a_fix_is_verified_by_a_run(tmp_path: Path) -> None:
    project(tmp_path, net=NET + "\n\nNet()(torch.zeros(2, 3, 5))\n")
    text = (tmp_path / "net.py").read_text().splitlines()
    line = next(i for i, part in enumerate(text, 1) if "width=16" in part)
    column = text[line - 1].index("16") + 1
    analysis = Analyser().analyse(tmp_path / "net.py", witnesses=True)
    (finding,) = analysis.findings
    (witness,) = analysis.witnesses.values()
    for number, runs in (("15", True), ("14", False)):
        edit = Edit(Span(line, column, line, column + 2), number)
        case = Case(replace(finding, fix=edit), witness)
        with Session(PYTHON, [case], device="cpu") as session:
            verdict = session.verdict(case)
        assert verdict.kind == "confirmed" and verdict.fix_runs is runs


def test_what_is_too_large_for_the_memory_is_verified_by_its_shapes(tmp_path: Path) -> None:
    project(
        tmp_path,
        large="import torch\n\nx = torch.zeros(1 << 18, 1 << 18)\n(x @ x.T)[:, :7] @ torch.zeros(8, 2)\n",
    )
    finding = only(verified(tmp_path))
    assert finding.verdict and finding.verdict.kind == "confirmed"
    assert finding.verdict.device == "meta"


def test_labels_of_no_known_dtype_are_tried_as_integers(tmp_path: Path) -> None:
    project(
        tmp_path,
        head="""\
import torch
import torch.nn.functional as F
from torch import nn


class Head(nn.Module):
    def __init__(self, vocabulary, width):
        super().__init__()
        self.embed = nn.Embedding(vocabulary, width)
        self.out = nn.Linear(width + 3, 5)

    def forward(self, ids):
        return self.out(self.embed(ids))
""",
    )
    finding = only(verified(tmp_path))
    assert finding.verdict and finding.verdict.kind == "confirmed"
    assert finding.verdict.depth == "snippet"


def test_a_branch_is_taken_as_the_path_says(tmp_path: Path) -> None:
    project(
        tmp_path,
        branch="""\
import torch


def mix(x: torch.Tensor, mode, scale=None):
    if mode == "outer":
        if scale is None:
            return torch.zeros(2, 3) @ torch.zeros(2, 3)
    return x
""",
    )
    finding = only(verified(tmp_path))
    assert finding.verdict and finding.verdict.kind == "confirmed"
    assert "'outer'" in finding.verdict.snippet


def test_the_home_folder_is_not_opened_to_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program beside `~/.ssh` is cut out, never run where it stands."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh" / "key").write_text("secret")
    project(
        tmp_path,
        run=NET + "\n\nkey = open(__file__.replace('run.py', '.ssh/key')).read()\n"
        "Net(len(key))(torch.zeros(2, 9))\n",
    )
    result = verified(tmp_path)
    for finding in result.findings:
        assert finding.verdict and "secret" not in str(finding.verdict)
        assert finding.verdict.depth != "in place"


def test_snippets_are_kept_of_runs_only(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--keep-snippets", str(tmp_path)])
    assert done.exit_code == 2 and "--verify" in done.output


def test_a_script_beside_the_package_it_imports(tmp_path: Path) -> None:
    """The layout with `src/`: the script's own folder, and that of the package."""
    (tmp_path / "shapelint.toml").write_text('src = ["src"]\n')
    project(
        tmp_path,
        src__lib____init__="",
        src__lib__net=NET,
        scripts__common="SIZE = 9\n",
        scripts__run="import torch\nfrom common import SIZE\nfrom lib.net import Net\n\n"
        "made = __import__('lib.net', fromlist=['Net'])\nNet()(torch.zeros(2, SIZE))\n",
    )
    result = verified(tmp_path)
    finding = only(result)
    assert finding.verdict and finding.verdict.kind == "confirmed"
    assert finding.verdict.depth in ("snippet", "in place")
