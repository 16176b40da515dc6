"""Patterns of paths, as a .gitignore has them, from the folder of the file that they stand in."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import pathspec

Patterns = tuple[tuple[Path, tuple[str, ...]], ...]
"""Patterns, each with the folder that they start from; later ones go before earlier ones."""


class BadPattern(ValueError):
    """A pattern that means nothing."""


@lru_cache(maxsize=256)
def compiled(patterns: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    """Raises BadPattern."""
    try:
        return pathspec.GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise BadPattern(str(error)) from None


def verdict(root: Path, patterns: tuple[str, ...], path: Path, folder: bool = False) -> bool | None:
    """Whether the last pattern that matches a path takes it, or takes it back; None if none matches."""
    absolute = os.path.abspath(path)
    try:
        relative = os.path.relpath(absolute, root)
    except ValueError:  # on another drive
        relative = absolute
    return compiled(patterns).check_file(relative + "/" * folder).include


def taken(groups: Patterns, path: Path, folder: bool = False, unsaid: bool = False) -> bool:
    """What the last pattern says that matches a path."""
    for root, lines in reversed(groups):
        said = verdict(root, lines, path, folder)
        if said is not None:
            return said
    return unsaid


def matches(root: Path, patterns: tuple[str, ...], path: Path) -> bool:
    """Whether a file is one of those that patterns name."""
    return verdict(root, patterns, path) is True
