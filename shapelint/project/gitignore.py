"""What git ignores: `.gitignore` files from the root of the repository down, and `.git/info/exclude`."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from shapelint.project.patterns import BadPattern, compiled

NAME = ".gitignore"
BELOW = "ps_d"
"""The group of pathspec's regular expressions that matches where a path is below what is named."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line: what it matches, from the folder of its file, and whether it takes that back."""

    regex: re.Pattern[str]
    ignores: bool
    only_folders: bool

    @classmethod
    def of(cls, line: str) -> Self | None:
        """None for a comment, or what means nothing."""
        text = line if line.endswith("\\ ") else line.rstrip(" ")
        try:
            found = compiled((text.rstrip("/"),)).patterns
        except BadPattern:
            return None
        if not found or found[0].include is None or found[0].regex is None:
            return None
        return cls(found[0].regex, found[0].include, text.endswith("/"))

    def matches(self, relative: str, folder: bool) -> bool:
        """Whether it names that path; not what is below: folders are asked about before what they hold."""
        match = self.regex.match(relative) if folder or not self.only_folders else None
        return match is not None and match.groupdict().get(BELOW) is None


@dataclass(frozen=True, slots=True)
class Ignored:
    """Files of patterns, each with its folder, that hold in a folder; the nearest is the last."""

    files: tuple[tuple[Path, tuple[Pattern, ...]], ...] = ()

    def takes(self, path: Path, folder: bool = False) -> bool:
        """Whether a path is ignored: the last line that names it decides."""
        absolute = Path(os.path.abspath(path))
        for root, patterns in reversed(self.files):
            relative = absolute.relative_to(root).as_posix()
            for pattern in reversed(patterns):
                if pattern.matches(relative, folder):
                    return pattern.ignores
        return False

    def within(self, folder: Path) -> Ignored:
        """With what a folder says of its own."""
        return Ignored(self.files + _read(Path(os.path.abspath(folder)), folder / NAME))


def above(folder: Path) -> Ignored:
    """What holds in a folder that is looked into, but for what it says itself. Files that ignore the folder
    as a whole are left out."""
    start = Path(os.path.abspath(folder))
    root = next((f for f in (start, *start.parents) if (f / ".git").exists()), None)
    if root is None:
        return Ignored()
    files = _read(root, _git_folder(root) / "info" / "exclude")
    for parent in reversed(start.parents):
        if parent.is_relative_to(root):
            files += _read(parent, parent / NAME)
    passed = [f for f in (start, *start.parents) if f.is_relative_to(root) and f != root]
    return Ignored(
        tuple(
            (where, patterns)
            for where, patterns in files
            if not any(
                Ignored(((where, patterns),)).takes(f, folder=True)
                for f in passed
                if f.is_relative_to(where) and f != where
            )
        )
    )


def _git_folder(root: Path) -> Path:
    """The folder that all work trees of a repository share: `.git` is a file in those that were added."""
    git = root / ".git"
    try:
        if git.is_file():
            named = git.read_text(encoding="utf-8", errors="replace").partition("gitdir:")[2]
            git = root / named.strip()
        common = git / "commondir"
        return git / common.read_text(encoding="utf-8").strip() if common.is_file() else git
    except (OSError, ValueError):
        return git


def _read(root: Path, file: Path) -> tuple[tuple[Path, tuple[Pattern, ...]], ...]:
    try:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return ()
    patterns = tuple(p for line in text.split("\n") if (p := _pattern(line.removesuffix("\r"))))
    return ((root, patterns),) if patterns else ()


_pattern = lru_cache(maxsize=1024)(Pattern.of)
