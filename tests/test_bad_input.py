"""Files that cannot be checked are answered clearly, and the others are checked."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from shapelint import check_paths
from shapelint.cli import main

BROKEN = "import torch\n\n\ndef f():\n    return torch.zeros(2, 3) @ torch.zeros(4, 5)\n"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (b"import torch\nx = (\n", "expected"),
        (b"import torch\0", "NUL"),
        (bytes(range(256)) * 4, "NUL"),
        (b"# coding: nothing-known\nimport torch\n", "decoded"),
        (b"import torch\nx = " + b"(" * 3000 + b")" * 3000, "nested"),
    ],
)
def test_a_bad_file_is_one_problem_and_the_rest_is_checked(
    tmp_path: Path, text: bytes, word: str
) -> None:
    (tmp_path / "bad.py").write_bytes(text)
    (tmp_path / "broken.py").write_text(BROKEN)
    result = check_paths([tmp_path])
    assert [Path(p.file).name for p in result.problems] == ["bad.py"]
    assert word in result.problems[0].message
    assert [f.name for f in result.findings] == ["inner-size"]


@pytest.mark.parametrize(
    "text",
    [
        "import torch\nx = " + "(" * 500 + "torch.zeros(1)" + ")" * 500,
        "import torch\nx = " + "+".join(["1"] * 2500),
        "import torch\ndef f(n):\n    return f(n + 1)\nf(torch.zeros(2))\n",
        "import torch\nx = torch.zeros(1)\nwhile True:\n    x = torch.cat([x, x])\n",
        "import torch\nfor i in range(10**9):\n    x = torch.zeros(i)\n",
        "import torch\n" + "x = torch.zeros(3) + 1\n" * 5_000,
        "import torch\nx = 10 ** 10 ** 10\n",
        "import torch\nhasattr(torch)\nlen()\nzip(*1)\nx = torch.tensor(data=[1])\nmap()\nenumerate()\n",
        "def f(h):\n" + "    h = max(h - min(h, 9), 0) + h % 3\n" * 60 + "    import torch\n"
        "    return torch.zeros(h).view(h)\n",
    ],
)
def test_extreme_files_are_checked_in_bounded_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "extreme.py").write_text(text)
    result = check_paths([tmp_path])
    assert not result.problems
    assert not result.findings


def test_a_loop_that_fails_as_far_as_can_be_told_leaves_nothing_known(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "import torch\n\n\ndef f(net, x):\n    rows, n = [], 0\n"
        "    for t in range(x.shape[1]):\n        rows.append(net(t))\n        n += 1\n"
        "        assert not rows\n    return torch.cat(rows), torch.ones(4).view(n)\n"
    )
    assert not check_paths([tmp_path]).findings


def test_cyclic_imports(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import b\nimport torch\nX = 3\n")
    (tmp_path / "b.py").write_text("import a\nimport torch\ny = torch.zeros(2, 3).view(5)\n")
    assert [f.name for f in check_paths([tmp_path]).findings] == ["reshape-elements"]


PIECES = [
    b"(", b"]", b":", b"\n", b"    ", b"'''", b'"', b"\\", b"%", b"!", b"\\n", b"**", b"\0", b"\xff", b"\x0c", b"\r",
    b"\xe2\x80\xa8", b"lambda ", b"await ", b"import ", b"class A:\n", b"return ", b"1e999", b"None", b"-1", b"{",
]  # fmt: skip


def damaged(text: bytes, chance: random.Random) -> bytes:
    """A text with a few pieces put in, taken out, or turned into others."""
    mixed = bytearray(text)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(mixed))
        kind = chance.random()
        if kind < 0.5:
            mixed[at:at] = chance.choice(PIECES)
        elif kind < 0.8:
            del mixed[at : at + chance.randint(1, 20)]
        else:
            mixed[at] = chance.randrange(256)
    return bytes(mixed)


def test_damaged_files_are_answered_and_the_rest_is_checked(tmp_path: Path) -> None:
    chance = random.Random(7)
    program = (Path(__file__).parent / "cases" / "networks.py").read_bytes()
    parts = program.decode().split("\n\n\n")[:12]
    cells = [{"cell_type": "code", "source": part} for part in parts]
    book = json.dumps({"cells": cells}, indent=1).encode()
    for number in range(40):
        (tmp_path / f"a{number}.py").write_bytes(damaged(program[:4000], chance))
        (tmp_path / f"b{number}.ipynb").write_bytes(damaged(book, chance))
        (tmp_path / f"c{number}.py").write_bytes(b"import torch\n" + chance.randbytes(300))
    (tmp_path / "broken.py").write_text(BROKEN)
    result = check_paths([tmp_path])
    assert not [p for p in result.problems if "internal error" in p.message]
    assert {Path(p.file).name[0] for p in result.problems} == {"a", "b", "c"}
    assert "inner-size" in [f.name for f in result.findings if f.file.endswith("broken.py")]


def test_a_file_of_fifty_thousand_lines(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    functions = (f"def f{i}(x):\n    y = x + {i}\n    return y\n\n\n" for i in range(10_000))
    path.write_text("import torch\n" + "".join(functions) + "torch.zeros(2, 3).view(7)\n")
    result = check_paths([path])
    assert not result.problems
    assert [f.span.line for f in result.findings] == [50_002]


def test_exit_codes_and_json(tmp_path: Path) -> None:
    path = tmp_path / "broken.py"
    path.write_text(BROKEN)
    run = CliRunner().invoke(main, ["check", str(path), "--format", "json"])
    assert run.exit_code == 1
    document = json.loads(run.output)
    finding = document["findings"][0]
    assert document["version"] == 1
    assert (finding["name"], finding["line"], finding["severity"]) == ("inner-size", 5, "error")
    assert "(2, 3)" in finding["message"] and "(4, 5)" in finding["message"]
    path.write_text("import torch\nx = torch.zeros(2, 3) @ torch.zeros(3, 5)\n")
    assert CliRunner().invoke(main, [str(path)]).exit_code == 0
    path.write_text("import torch\nx = (")
    assert CliRunner().invoke(main, ["check", str(path)]).exit_code == 2
    assert CliRunner().invoke(main, ["check", str(tmp_path / "none.py")]).exit_code == 2


def test_explain_knows_every_name_and_suggests() -> None:
    from shapelint.names import NAMES

    for name in NAMES:
        run = CliRunner().invoke(main, ["explain", name])
        assert run.exit_code == 0 and name in run.output
    run = CliRunner().invoke(main, ["explain", "concat-size"])
    assert run.exit_code == 2 and "concat-sizes" in run.output


def test_a_file_named_as_the_package_that_it_imports(tmp_path: Path) -> None:
    (tmp_path / "tracker.py").write_text(
        "import torch\n"
        "try:\n"
        "    import tracker\n"
        "    from tracker import Task, Other\n"
        '    assert hasattr(tracker, "__version__")\n'
        "except (ImportError, AssertionError):\n"
        "    tracker = Task = None\n"
        "def f(x):\n"
        "    if tracker and tracker.Task.current():\n"
        "        return Other(Task.current().name(torch.zeros(2, 3) @ x))\n"
    )
    (tmp_path / "broken.py").write_text(BROKEN)
    result = check_paths([tmp_path])
    assert not result.problems
    assert [f.name for f in result.findings] == ["inner-size"]
