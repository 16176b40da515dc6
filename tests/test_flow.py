"""Control flow against Python itself, on programs drawn at random (see flow.py; there for more)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests import flow
from tests.drawn_programs import WRONG
from tests.flow import Sizes, disagreements, fits, missed, unsound

PROGRAMS = 60


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("drawn")
    return [f"seed {seed}: {d}" for seed in range(PROGRAMS) for d in disagreements(seed, folder)]


def test_no_run_has_other_shapes_or_passes_an_error(found: list[str]) -> None:
    assert not [text for text in found if ": missed: " not in text]


def test_wrong_lines_are_reported_where_runs_come_by(found: list[str]) -> None:
    assert sum(": missed: " in text for text in found) <= 0.03 * PROGRAMS, "\n\n".join(found)


@pytest.mark.parametrize(
    ("shape", "sizes", "fit"),
    [
        ((2, 3), (2, 3), True),
        ((2, 3), (2, 4), False),
        ((2, "n"), (2, 4), True),
        ((2, "n"), (3, 4), False),
        ((2,), (2, 1), False),
        ((2, "*s", 4), (2, 4), True),
        ((2, "*s", 4), (2, 7, 4), True),
        ((2, "*s", 4), (2, 7, 5), False),
        ((2, "*s", 4), (2,), False),
        (None, (2, 4), True),
    ],
)
def test_what_fits_a_shape(shape: tuple[int | str, ...] | None, sizes: Sizes, fit: bool) -> None:
    assert fits(shape, sizes) is fit


def test_a_claim_that_a_run_refutes_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "import torch\ndef program():\n    a = torch.zeros(2, 3)\n    return a\n"
    assert not list(unsound(text, tmp_path / "right.py"))
    claimed = flow.analysed(text.replace("2, 3", "2, 4"), tmp_path / "wrong.py")
    monkeypatch.setattr(flow, "analysed", lambda text, path: claimed)
    assert Counter(d.kind for d in unsound(text, tmp_path / "wrong.py"))["shape"] == 2


def test_a_line_that_is_not_reported_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"import torch\ndef program():\n    {WRONG}\n"
    assert not list(missed(text, tmp_path / "drawn.py"))
    nothing = flow.analysed("import torch\n", tmp_path / "empty.py")
    monkeypatch.setattr(flow, "analysed", lambda text, path: nothing)
    assert [d.line for d in missed(text, tmp_path / "drawn.py")] == [3]
