"""Which files to check."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pathspec

SKIPPED = {
    ".git", ".hg", ".venv", "venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache",
    "node_modules", ".tox", ".nox", "build", "dist", ".eggs", "site-packages",
}  # fmt: skip
FRAMEWORK = re.compile(rb"\b(torch|einops|opt_einsum|keras|tensorflow|numpy)\b")


def python_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The Python files under the paths, each once; ignore files are honoured below directories.

    A path that is named itself is always taken.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _walk(path) if path.is_dir() else (path,):
            real = found.resolve()
            if real not in seen:
                seen.add(real)
                yield found


def _walk(root: Path) -> Iterator[Path]:
    ignored = _ignored(root)
    visited: set[str] = set()
    for folder, folders, names in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in visited:
            folders[:] = []
            continue
        visited.add(real)
        here = Path(folder)
        folders[:] = sorted(
            f for f in folders
            if f not in SKIPPED and not ignored.match_file(f"{(here / f).relative_to(root)}/")
        )  # fmt: skip
        for name in sorted(names):
            path = here / name
            if name.endswith(".py") and not ignored.match_file(str(path.relative_to(root))):
                yield path


def _ignored(root: Path) -> pathspec.PathSpec:
    lines: list[str] = []
    ignore = root / ".gitignore"
    if ignore.is_file():
        lines = ignore.read_text(encoding="utf-8", errors="replace").splitlines()
    return pathspec.PathSpec.from_lines("gitignore", lines)


def may_use_framework(path: Path) -> bool:
    """Whether the text names a framework, or imports from its own package (which may). What is
    no text is kept too, so that it is answered."""
    try:
        text = path.read_bytes()
    except OSError:
        return True
    return FRAMEWORK.search(text) is not None or b"import" in text or b"\0" in text
