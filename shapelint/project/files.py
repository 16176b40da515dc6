"""Which files to check."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pathspec

from shapelint.project.config import Config, Patterns
from shapelint.project.patterns import verdict
from shapelint.project.settings import FRAMEWORKS

SKIPPED = {
    ".git", ".hg", ".venv", "venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache",
    "node_modules", ".tox", ".nox", "build", "dist", ".eggs", "site-packages",
}  # fmt: skip
FRAMEWORK = re.compile(rb"\b(torch|einops|opt_einsum|keras|tensorflow|numpy)\b")
IMPORT = re.compile(rb"^[ \t]*(?:from[ \t]+([\w.]+)|import[ \t]+([\w., \t]+))", re.MULTILINE)


def python_files(paths: Iterable[Path], config: Config) -> Iterator[Path]:
    """The Python files under the paths, each once; ignore files and the settings are honoured below
    directories.

    A path that is named itself is always taken.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _walk(path, config) if path.is_dir() else (path,):
            real = found.resolve()
            if real not in seen:
                seen.add(real)
                yield found


def _walk(root: Path, config: Config) -> Iterator[Path]:
    ignored = _ignored(root)
    exclude = config.exclude
    if _takes(exclude, root, folder=True):  # it was named: what excludes it means something in it
        exclude = tuple((Path(os.path.abspath(root)), lines) for _, lines in exclude)
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
            if not _takes(exclude, here / f, folder=True, unsaid=f in SKIPPED)
            and not ignored.match_file(f"{(here / f).relative_to(root)}/")
        )  # fmt: skip
        for name in sorted(names):
            path = here / name
            if (
                _takes(config.include, path, unsaid=name.endswith(".py"))
                and not _takes(exclude, path)
                and not ignored.match_file(str(path.relative_to(root)))
                and (config.framework == "auto" or not _of_another(path, config.framework))
            ):
                yield path


def _takes(groups: Patterns, path: Path, folder: bool = False, unsaid: bool = False) -> bool:
    """What the last pattern says that matches a path."""
    for root, lines in reversed(groups):
        said = verdict(root, lines, path, folder)
        if said is not None:
            return said
    return unsaid


def _ignored(root: Path) -> pathspec.PathSpec:
    lines: list[str] = []
    ignore = root / ".gitignore"
    if ignore.is_file():
        lines = ignore.read_text(encoding="utf-8", errors="replace").splitlines()
    return pathspec.PathSpec.from_lines("gitignore", lines)


def may_use_framework(text: bytes) -> bool:
    """Whether the text names a framework, or imports from its own package (which may). What is
    no text is kept too, so that it is answered."""
    return FRAMEWORK.search(text) is not None or b"import" in text or b"\0" in text


def _of_another(path: Path, framework: str) -> bool:
    """Whether a file imports a framework, but not the one named. `tensorflow` is Keras too where the
    file says keras: `from tensorflow import keras`, `tf.keras`."""
    try:
        text = path.read_bytes()
    except OSError:
        return False
    modules = {
        item.split()[0].partition(b".")[0]
        for match in IMPORT.finditer(text)
        for item in (match[1] or match[2]).split(b",")
        if item.strip()
    }
    imported = {name for name in FRAMEWORKS[1:] if name.encode() in modules}
    if "tensorflow" in imported and re.search(rb"\bkeras\b", text):
        imported.add("keras")
    return bool(imported) and framework not in imported
