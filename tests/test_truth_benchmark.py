"""The truth benchmark judges as it says: on a small package of its own, run and traced for real."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks.truth.agreement import Agreement, Inferred, Sizes, compare
from tests.benchmarks.truth.edits import edits
from tests.benchmarks.truth.models import ENVIRON, DriverFailed, Environment

MODEL = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, width=4):
        super().__init__()
        self.fc = nn.Linear(width, 3)

    def forward(self, x):
        x = x.unsqueeze(1)
        a, *rest = x.split(1, 1)
        for part in (a,):
            y = self.fc(part)
        return y, y.sum()
"""


@pytest.fixture
def env() -> Environment:
    return Environment(Path(sys.executable))


def judged(real: list[Sizes], said: list[Inferred]) -> Agreement:
    result = Agreement("net")
    compare(result, {("net.py", 1, "x"): real}, {("net.py", 1, "x"): said})
    return result


def test_the_run_is_traced_by_place_and_name(
    tmp_path: Path, env: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENVIRON, "PYTHONPATH", str(tmp_path))
    (tmp_path / "net.py").write_text(MODEL)
    driver = tmp_path / "driver.py"
    driver.write_text("import torch\nfrom net import Net\n\ny, s = Net()(torch.zeros(2, 4))\n")
    answer = env.ask("trace", str(driver))
    shapes = {(file, line, name): sizes for file, line, name, sizes in answer["shapes"]}
    assert shapes["net.py", 11, "x"] == [[2, 1, 4]]
    assert shapes["net.py", 12, "a"] == shapes["net.py", 13, "part"] == [[2, 1, 4]]
    assert shapes["net.py", 14, "y"] == shapes["net.py", 15, "return[0]"] == [[2, 1, 3]]
    assert shapes["driver.py", 4, "s"] == [[]]
    assert ["net.py", 10] in answer["functions"]


def test_a_driver_that_fails_is_told(tmp_path: Path, env: Environment) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text("import torch\ntorch.zeros(2) @ torch.zeros(3)\n")
    with pytest.raises(DriverFailed, match="RuntimeError"):
        env.ask("trace", str(driver))


@pytest.mark.parametrize(
    ("said", "known", "exact", "wrong"),
    [
        ([(2, 3)], 1, 1, 0),
        ([("B", 3)], 1, 0, 0),
        ([("*s", 3)], 0, 0, 0),
        ([None], 0, 0, 0),
        ([], 0, 0, 0),
        ([(2, 4)], 0, 0, 1),
        ([(2, 3, 1)], 0, 0, 1),
        ([("*s", 4)], 0, 0, 1),
        ([("n", "n")], 0, 0, 1),
        ([(2, 3), (9, 9)], 1, 1, 1),
    ],
)
def test_what_is_known_exact_and_wrong(
    said: list[Inferred], known: int, exact: int, wrong: int
) -> None:
    result = judged([(2, 3)], said)
    assert (result.known, result.exact, len(result.wrong)) == (known, exact, wrong)


def test_a_size_that_keras_leaves_open_is_a_symbol() -> None:
    assert judged([(None, 3)], [("batch", 3)]).exact == 1
    assert judged([(None, 3)], [(2, 3)]).wrong


def test_each_kind_of_edit() -> None:
    source = b"""\
def f(x, w):
    x = x.unsqueeze(-1)
    x = rearrange(x, "b c d -> b (c d)")
    return Linear(w, 3)(x[:, : w // 2])
"""
    found = {e.kind: e.apply(source).splitlines()[e.line - 1].strip() for e in edits(source, {1})}
    assert set(found) == {"literal", "axis", "width", "dropped", "pattern", "swapped", "slice"}
    assert found["dropped"] == b"x = x"
    assert found["slice"] == b"return Linear(w, 3)(x[:, : w // 2 - 1])"
    assert not edits(source, {2})
