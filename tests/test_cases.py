"""Every program of tests/cases against shapelint, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapelint import check_paths
from shapelint.interpreter import Analyser
from tests.expectations import CASES, Sizes, case_files, expected_findings, expected_shapes

FILES = case_files()
IDS = [str(p.relative_to(CASES)) for p in FILES]


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_findings_are_exactly_the_expected_ones(path: Path) -> None:
    result = check_paths([path])
    assert not result.problems
    expected = expected_findings(path)
    here = [f for f in result.findings if Path(f.file) == path]
    found = {(f.span.line, f.name): f for f in here}
    wanted = {(e.line, e.name): e for e in expected}
    assert set(found) == set(wanted)
    for key, e in wanted.items():
        assert found[key].severity == e.severity
        shown = found[key].message + " ".join(t.shape for t in found[key].trace)
        for word in e.words:
            assert word in shown, f"line {e.line}: {word!r} not in {shown!r}"


@pytest.mark.parametrize("path", [p for p in FILES if expected_shapes(p)], ids=str)
def test_shapes_are_the_expected_ones(path: Path) -> None:
    analysis = Analyser().analyse(path, shapes=True)
    by_line: dict[int, set[Sizes]] = {}
    for record in analysis.shapes:
        if Path(record.file) == path and record.shape is not None:
            sizes = tuple(size if isinstance(size, int) else None for size in record.shape)
            by_line.setdefault(record.line, set()).add(sizes)
    for line, shape in expected_shapes(path).items():
        assert shape in by_line.get(line, set()), f"line {line}: {by_line.get(line)}"
