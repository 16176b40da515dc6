"""Clean case programs, each broken by one edit (see breakages.py; there for more of them)."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapelint import check_paths
from shapelint.names import SILENT
from tests.breakages import clean_source, is_found, variants
from tests.expectations import CASES, case_files

COUNT = 16


@pytest.mark.parametrize("path", case_files(), ids=lambda p: str(p.relative_to(CASES)))
def test_nothing_is_found_in_the_programs_that_run(path: Path, tmp_path: Path) -> None:
    if path.parent not in (CASES, CASES / "keras"):
        pytest.skip("a file of a project of several")
    clean = tmp_path / path.name
    clean.write_text(clean_source(path))
    assert not [f for f in check_paths([clean]).findings if f.name not in SILENT]


@pytest.mark.parametrize(
    ("folder", "share"), [(CASES, 0.75), (CASES / "keras", 0.85)], ids=["torch", "keras"]
)
@pytest.mark.parametrize("seed", [1, 2])
def test_most_failures_are_found(seed: int, folder: Path, share: float) -> None:
    """Among torch's cases are more of what is not to be told: drawn numbers, texts that are run, what is evaluated."""
    found = [is_found(variant) for variant in variants(COUNT, seed, folder)]
    assert len(found) == COUNT
    assert sum(found) >= share * COUNT
