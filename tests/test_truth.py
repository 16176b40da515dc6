"""The expectations of tests/cases against the real framework: each program is executed."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

import keras
import numpy as np
import pytest
import torch

from shapelint.names import SILENT
from tests.expectations import (
    CASES,
    Sizes,
    case_files,
    expected_findings,
    expected_shapes,
    load,
    programs,
)


class Watch:
    """Notes the shapes that a line's names hold after it has run."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.shapes: dict[int, set[Sizes]] = {}

    def __call__(self, frame: FrameType, event: str, arg: Any) -> Any:
        if frame.f_code.co_filename != self.path:
            return None
        last = frame.f_lineno

        def local(frame: FrameType, event: str, arg: Any) -> Any:
            nonlocal last
            values = list(frame.f_locals.values()) + ([arg] if event == "return" else [])
            for value in values:
                if isinstance(value, torch.Tensor | np.ndarray | keras.KerasTensor):
                    self.shapes.setdefault(last, set()).add(tuple(value.shape))
            last = frame.f_lineno
            return local

        return local


CASE_FILES = [
    p for p in case_files() if p.parent in (CASES, CASES / "keras") or p.name == "main.py"
]
"""Files with programs: of a project in a folder, its main.py."""


@pytest.mark.parametrize("path", CASE_FILES, ids=[str(p.relative_to(CASES)) for p in CASE_FILES])
def test_marked_lines_raise_and_no_others(path: Path) -> None:
    torch.manual_seed(0)
    module = load(path)
    marked = {e.line for e in expected_findings(path) if e.name not in SILENT}
    raised: set[int] = set()
    watch = Watch(path)
    assert programs(module), "a case file without programs tests nothing"
    for program in programs(module):
        sys.settrace(watch)
        try:
            program()
        except Exception as error:
            sys.settrace(None)
            frames = [
                f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)
            ]
            assert frames[-1].lineno in marked, (
                f"{program.__name__}: line {frames[-1].lineno}: {error}"
            )
            raised.add(frames[-1].lineno)
        finally:
            sys.settrace(None)
    assert raised == marked
    for line, shape in expected_shapes(path).items():
        assert shape in watch.shapes.get(line, set()), f"line {line}: {watch.shapes.get(line)}"
