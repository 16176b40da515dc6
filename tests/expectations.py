"""Expectations written beside the lines of a case: `# error: [name] "word"` and `# shape: (…)`."""

from __future__ import annotations

import importlib.util
import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
MARK = re.compile(r"# (error|warning): \[([a-z-]+)\]((?: \"[^\"]*\")*)")
SHAPE = re.compile(r"# shape: \(([^)]*)\)")


@dataclass(frozen=True)
class Expected:
    line: int
    severity: str
    name: str
    words: tuple[str, ...]


def expected_findings(path: Path) -> list[Expected]:
    """The findings that a case announces."""
    found = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if mark := MARK.search(line):
            words = tuple(re.findall(r"\"([^\"]*)\"", mark[3]))
            found.append(Expected(number, mark[1], mark[2], words))
    return found


Sizes = tuple[int | None, ...]


def expected_shapes(path: Path) -> dict[int, Sizes]:
    """The shapes that a case announces, by line; None is a size that a Keras model leaves open."""
    found: dict[int, Sizes] = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if mark := SHAPE.search(line):
            words = [word.strip() for word in mark[1].split(",") if word.strip()]
            found[number] = tuple(None if word == "None" else int(word) for word in words)
    return found


def case_files() -> list[Path]:
    return sorted(p for p in CASES.rglob("*.py") if p.name != "__init__.py")


def load(path: Path) -> ModuleType:
    sys.path.insert(0, str(path.parent))
    try:
        spec = importlib.util.spec_from_file_location(f"case_{path.stem}", path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.pop(0)


def programs(module: ModuleType) -> list[Callable[[], Any]]:
    """Top-level functions that need no argument; `_private` ones are helpers."""
    found: list[Callable[[], Any]] = []
    for name, value in vars(module).items():
        if name.startswith("_") or not inspect.isfunction(value):
            continue
        if value.__module__ != module.__name__:
            continue
        params = inspect.signature(value).parameters.values()
        if all(
            p.default is not p.empty or p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in params
        ):
            found.append(value)
    return found
