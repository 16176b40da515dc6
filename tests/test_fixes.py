"""Fixes: the number that the solver finds for the literal at fault, where it is the only one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shapelint import check_paths
from shapelint.cli import main
from shapelint.finding import Finding

HEAD = "import torch\nimport torch.nn.functional as F\nfrom torch import nn\n\n"

SOLVED = {
    "a layer's own width": ("x = torch.zeros(2, 8)\nnn.Linear(9, 4)(x)\n", "9", "8"),
    "a width far from the call": (
        "head = nn.Linear(400, 10)\nx = nn.Conv2d(1, 16, 5)(torch.zeros(8, 1, 14, 14))\n"
        "head(x.view(x.size(0), -1))\n",
        "400",
        "1600",
    ),
    "a factor of a width": ("d = 8\nx = nn.Linear(d, d * 4)(torch.zeros(2, d))\nnn.Linear(d * 5, d)(x)\n", "5", "4"),
    "channels": ("nn.Conv2d(1, 4, 3)(torch.zeros(2, 3, 8, 8))\n", "1", "3"),
    "features of a norm": ("nn.LayerNorm(7)(torch.zeros(2, 5, 6))\n", "7", "6"),
    "a size beside another, which one fits too": (
        "def scaled(w):\n    return torch.zeros(4, 6) * w\n\n\nscaled(torch.zeros(4, 5))\n", "6", "5"
    ),
    "a size of a view": ("x = torch.zeros(4, 6)\nx.view(4, 2, 5)\n", None, None),
    "the only size of a view": ("x = torch.zeros(3, 7)\nx.view(7, 2)\n", "2", "3"),
    "a class with any width": (
        "class Block(nn.Module):\n"
        "    def __init__(self, dim):\n"
        "        super().__init__()\n"
        "        self.up = nn.Linear(dim, 4 * dim)\n"
        "        self.down = nn.Linear(3 * dim, dim)\n\n"
        "    def forward(self, x):\n"
        "        return self.down(self.up(x))\n",
        "3",
        "4",
    ),
    "what is given, where the layer fits other calls": (
        "fc = nn.Linear(9, 4)\nfc(torch.zeros(2, 9))\nfc(torch.zeros(2, 8))\n",
        "8",
        "9",
    ),
    "what is given, where the layer is not at fault alone": (
        "w = torch.zeros(5, 4)\nF.linear(torch.zeros(2, 3), w)\n",
        "3",
        "4",
    ),
    "an axis": ("x = torch.zeros(2, 3, 4)\ntorch.cat([x, x[..., :x.ndim]], dim=1)\n", "1", "2"),
    "an axis from the end": (
        "x = torch.zeros(2, 3, 4)\ntorch.cat([x, x[..., :x.ndim]], dim=-2)\n", "-2", "-1"
    ),
    "either of two axes, which comes to the same": (
        "x = torch.tensor([[1.0, 2.0, 3.0]])\nw = x.transpose(1, 1)\ny = x @ w\n", "1", "0"
    ),
    "an axis behind a name": (
        "def weighed(x):\n    m = x.sum(dim=0)\n    return torch.diag(m) @ x\n\n\n"
        "weighed(torch.tensor([[1.0, 2.0, 3.0]]))\n",
        "0",
        "1",
    ),
    "as many parts as names": (
        "x = torch.zeros(2, 24)\nq, k, v = x.chunk(4, dim=-1)\n", "4", "3"
    ),
    "an axis that another function is given": (
        "def joined(a, b, axis):\n    return torch.cat([a, b], axis)\n\n\n"
        "x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])\njoined(x, x[:, :-1], 0)\n",
        "0",
        "1",
    ),
    "a width that has a name": (
        "x = torch.zeros(2, 8)\nwidth = 9\nlayer = nn.Linear(width, 4)\nlayer(x)\n", "9", "8"
    ),
    "channels that a layer around the call was made with": (
        "class Conv(nn.Conv2d):\n"
        "    def forward(self, x):\n"
        "        return F.conv2d(x, self.weight, self.bias)\n\n\n"
        "conv = Conv(4, 8, 3)\nconv(torch.eye(9).expand(2, 3, -1, -1))\n",
        "4",
        "3",
    ),
}  # fmt: skip

UNSOLVED = {
    "a step that is zero": "try:\n    torch.zeros(3)[::0]\nexcept ValueError:\n    pass\n",
    "two axes that would do": "torch.zeros(3, 3).sum(5)\n",
    "either of two equal sizes": (
        "x = torch.tensor([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]])\ny = x.view(4, 4)\n"
    ),
    "either of two sizes": "a = torch.zeros(2, 8)\nb = torch.zeros(3, 8)\na + b\n",
    "a number that leaves the call out": (
        "def squared(x, times):\n    for _ in range(times):\n        x = x @ x\n    return x\n\n\n"
        "squared(torch.tensor([[1.0, 2.0, 3.0]]), 1)\n"
    ),
    "a number that lets another call fail": (
        "def joined(a, b, axis):\n    return torch.cat([a, b], axis).sum(-axis - 3)\n\n\n"
        "x = torch.tensor([[1.0, 2.0]])\njoined(x, x.mT, 0)\n"
    ),
    "a number that makes the program raise": (
        "def joined(a, b, axis):\n    if axis == x.ndim - 1:\n        raise ValueError(axis)\n"
        "    return torch.cat([a, b], axis)\n\n\n"
        "x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])\njoined(x, x[:, :-1], 0)\n"
    ),
    "no literal is at fault": "def f(a, b):\n    x = torch.zeros(len(a), 3)\n    return x @ x\n",
    "no number lets it pass": "x = torch.zeros(2, 3)\nx.view(7, -1)\nx.permute(0, 1, 2)\n",
}


def findings(folder: Path, text: str) -> list[Finding]:
    path = folder / "program.py"
    path.write_text(HEAD + text)
    result = check_paths([path], 1)
    assert not result.problems
    return list(result.findings)


@pytest.mark.parametrize("name", [n for n, (_, old, _) in SOLVED.items() if old])
def test_the_only_number_is_the_fix(tmp_path: Path, name: str) -> None:
    text, old, new = SOLVED[name]
    (finding,) = findings(tmp_path, text)
    assert finding.fix is not None
    span = finding.fix.span
    line = (HEAD + text).splitlines()[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == old
    assert finding.fix.text == new


@pytest.mark.parametrize("name", UNSOLVED)
def test_what_is_not_sure_is_no_fix(tmp_path: Path, name: str) -> None:
    assert all(f.fix is None for f in findings(tmp_path, UNSOLVED[name]))


def test_two_numbers_that_would_do_are_no_fix(tmp_path: Path) -> None:
    """`4 * 2 * 5` elements may be had by another first, second or third size."""
    text, _, _ = SOLVED["a size of a view"]
    (finding,) = findings(tmp_path, text)
    assert finding.fix is None or finding.fix.text == "3"


@pytest.mark.parametrize("name", [n for n, (_, old, _) in SOLVED.items() if old])
def test_a_mended_program_has_no_finding(tmp_path: Path, name: str) -> None:
    text, _, _ = SOLVED[name]
    (finding,) = findings(tmp_path, text)
    assert finding.fix is not None
    span = finding.fix.span
    lines = (HEAD + text).splitlines()
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + finding.fix.text + line[span.end_column - 1 :]
    assert not findings(tmp_path, "\n".join(lines[4:]) + "\n")


def test_the_fix_of_a_literal_in_another_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "net.py").write_text(
        HEAD + "class Net(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.fc = nn.Linear(12, 3)\n\n"
        "    def forward(self, x):\n"
        "        return self.fc(x)\n"
    )
    main = tmp_path / "main.py"
    main.write_text("import torch\nfrom net import Net\n\nNet()(torch.zeros(2, 10))\n")
    (finding,) = check_paths([main], 1).findings
    assert finding.fix is not None and finding.fix.text == "10"
    assert Path(finding.file).name == "net.py" and finding.fix.file in ("", finding.file)


BROKEN = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, 3)  # the first
        self.fc = nn.Linear( 100 ,10)  # é

    def forward(self, x):
        return self.fc(self.conv(x).flatten(1))


if __name__ == "__main__":
    print(Net()(torch.zeros(2, 3, 6, 6)).shape)
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("latin-1", "\n"), ("utf-8", "\r")],
)
def test_fixes_are_written_and_the_rest_stays(tmp_path: Path, encoding: str, end: str) -> None:
    cookie = "# -*- coding: latin-1 -*-\n" if encoding == "latin-1" else ""
    path = tmp_path / "net.py"
    path.write_bytes((cookie + BROKEN).replace("\n", end).encode(encoding))
    assert run(str(path), "--fix").exit_code == 0
    assert run(str(path)).exit_code == 0
    mended = BROKEN.replace("Conv2d(1,", "Conv2d(3,").replace(" 100 ,", " 128 ,")
    assert path.read_bytes() == (cookie + mended).replace("\n", end).encode(encoding)


def test_a_diff_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "net.py"
    path.write_text(BROKEN)
    done = run(str(path), "--diff")
    assert done.exit_code == 1 and path.read_text() == BROKEN
    assert "-        self.conv = nn.Conv2d(1, 8, 3)  # the first\n" in done.output
    assert "+        self.conv = nn.Conv2d(3, 8, 3)  # the first\n" in done.output
    assert list(tmp_path.iterdir()) == [path]


def test_a_fix_that_another_file_does_not_bear_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "sizes.py").write_text(
        "import torch\n\nWIDTH = 8\nWEIGHT = torch.zeros(WIDTH, 9)\n"
    )
    (tmp_path / "a.py").write_text(
        "import torch\nfrom sizes import WEIGHT\n\ntorch.zeros(2, 7) @ WEIGHT\n"
    )
    (tmp_path / "b.py").write_text(
        "import torch\nfrom sizes import WEIGHT\n\ntorch.zeros(2, 8) @ WEIGHT\n"
    )
    run(str(tmp_path), "--fix")
    assert "WIDTH = 8" in (tmp_path / "sizes.py").read_text()
    assert run(str(tmp_path)).exit_code in (0, 1)
    assert run(str(tmp_path / "b.py")).exit_code == 0


def test_comments_that_are_stale_are_fixed_too(tmp_path: Path) -> None:
    path = tmp_path / "note.py"
    path.write_text("import torch\n\nx = torch.zeros(2, 3).mT  # (2, 3)\n")
    assert run(str(path), "--fix").exit_code == 0
    assert path.read_text().endswith("# (3, 2)\n")


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "net.py"
    path.write_text(BROKEN)

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shapelint.project.fixing.replace_file", full)
    done = run(str(path), "--fix")
    assert done.exit_code == 2 and "No space left" in done.output
    assert path.read_text() == BROKEN


def test_a_suppression_that_hides_nothing_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "clean.py"
    path.write_text("import torch\n\nx = torch.zeros(2)  # shapelint: ignore[inner-size]\n")
    assert run(str(path)).exit_code == 1
    assert run(str(path), "--fix").exit_code == 0
    assert path.read_text() == "import torch\n\nx = torch.zeros(2)\n"
