"""Which files to check."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from shapelint.project import gitignore
from shapelint.project.config import Config
from shapelint.project.patterns import taken
from shapelint.project.settings import FRAMEWORKS
from shapelint.source.notebook import SUFFIX, python_of
from shapelint.source.text import SourceError

SKIPPED = {
    ".git", ".hg", ".venv", "venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache",
    "node_modules", ".ipynb_checkpoints", ".tox", ".nox", "build", "dist", ".eggs", "site-packages",
}  # fmt: skip
FRAMEWORK = re.compile(rb"\b(torch|einops|opt_einsum|keras|tensorflow|numpy)\b")
IMPORT = re.compile(rb"^[ \t]*(?:from[ \t]+([\w.]+)|import[ \t]+([\w., \t]+))", re.MULTILINE)


def python_files(paths: Iterable[Path], config: Config) -> Iterator[Path]:
    """The Python files and notebooks under the paths, each once; ignore files and the settings are
    honoured below directories.

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
    ignored = {os.path.abspath(root): gitignore.above(root)}
    exclude = config.exclude
    if taken(exclude, root, folder=True):  # it was named: what excludes it means something in it
        exclude = tuple((Path(os.path.abspath(root)), lines) for _, lines in exclude)
    visited: set[str] = set()
    for folder, folders, names in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in visited:
            folders[:] = []
            continue
        visited.add(real)
        here = Path(folder)
        inherited = ignored.pop(os.path.abspath(folder))
        holding = inherited.within(here)
        folders[:] = sorted(
            f for f in folders
            if not taken(exclude, here / f, folder=True, unsaid=f in SKIPPED)
            and not holding.takes(here / f, folder=True)
        )  # fmt: skip
        ignored |= {os.path.abspath(here / f): holding for f in folders}
        for name in sorted(names):
            path = here / name
            if (
                taken(config.include, path, unsaid=name.endswith((".py", SUFFIX)))
                and not taken(exclude, path)
                and not holding.takes(path)
                and (config.framework == "auto" or not _of_another(path, config.framework))
            ):
                yield path


def may_use_framework(text: bytes) -> bool:
    """Whether the text names a framework, or imports from its own package (which may). What is
    no text is kept too, so that it is answered."""
    return FRAMEWORK.search(text) is not None or b"import" in text or b"\0" in text


def _of_another(path: Path, framework: str) -> bool:
    """Whether a file imports a framework, but not the one named. `tensorflow` is Keras too where the
    file says keras: `from tensorflow import keras`, `tf.keras`."""
    try:
        text = python_of(path, path.read_bytes())
    except (OSError, SourceError):
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
