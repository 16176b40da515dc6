"""Expectations written beside the lines of a case: `# error: [name] "word"` and `# shape: (…)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
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


def expected_shapes(path: Path) -> dict[int, tuple[int, ...]]:
    """The shapes that a case announces, by line."""
    found = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if mark := SHAPE.search(line):
            found[number] = tuple(int(s) for s in mark[1].split(",") if s.strip())
    return found


def case_files() -> list[Path]:
    return sorted(p for p in CASES.rglob("*.py") if p.name != "__init__.py")
