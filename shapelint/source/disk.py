"""The file system as one run sees it: what is asked twice is answered alike, and what a program asks is noted."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Literal

LARGE = 100_000
"""Bytes of a file from which on it is data rather than settings."""
Kind = Literal["file", "large file", "folder", "other", ""]
"""What stands at a path; nothing if there is nothing."""


def digest_of(content: bytes) -> str:
    """What contents are known by."""
    return blake2b(content, digest_size=20).hexdigest()


class Disk:
    """Files by their absolute paths, each looked at once. The `overlay` has what stands for the contents
    of files, which need not be there."""

    def __init__(self, overlay: Mapping[str, bytes] | None = None) -> None:
        self.overlay = overlay or {}
        self._kinds: dict[str, Kind] = {}
        self._contents: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}

    def kind(self, path: str) -> Kind:
        """What stands there."""
        found = self._kinds.get(path)
        if found is None:
            found = self._kinds[path] = "file" if path in self.overlay else _kind(path)
        return found

    def read(self, path: str) -> bytes:
        """The contents of a file. Raises OSError."""
        found = self._contents.get(path)
        if found is None:
            found = self._contents[path] = self._read(path)
            self._digests[path] = digest_of(found)
        return found

    def digest(self, path: str) -> str:
        """What the contents of a file are known by; nothing if it cannot be read."""
        found = self._digests.get(path)
        if found is None:
            try:
                found = digest_of(self._read(path))
            except OSError:
                found = ""
            self._digests[path] = found
        return found

    def has_word(self, path: str, words: tuple[bytes, ...]) -> bool:
        """Whether a file's text has one of these as a whole word."""
        try:
            text = self.read(path)
        except OSError:
            return False
        there = tuple(word for word in words if word in text)
        return bool(there) and _whole(there).search(text) is not None

    def _read(self, path: str) -> bytes:
        laid = self.overlay.get(path)
        return Path(path).read_bytes() if laid is None else laid


@lru_cache(maxsize=512)
def _whole(words: tuple[bytes, ...]) -> re.Pattern[bytes]:
    return re.compile(rb"(?<!\w)(?:" + b"|".join(map(re.escape, words)) + rb")(?!\w)")


def _kind(path: str) -> Kind:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ""
    if stat.S_ISDIR(found.st_mode):
        return "folder"
    if not stat.S_ISREG(found.st_mode):
        return "other"
    return "large file" if found.st_size > LARGE else "file"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was asked of a disk, by paths: what stands there, what contents are known by."""

    kinds: dict[str, Kind] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[str, dict[tuple[bytes, ...], bool]]] = field(default_factory=dict)
    """Of texts that were only searched: the digest, and which words they have."""

    def holds(self, disk: Disk, but_for: str = "") -> bool:
        """Whether a disk answers alike, the contents of one file left out."""
        return (
            all(disk.kind(path) == kind for path, kind in self.kinds.items())
            and all(
                disk.digest(path) == digest
                for path, digest in self.digests.items()
                if path != but_for
            )
            and all(
                disk.digest(path) == digest
                or all(disk.has_word(path, words) == found for words, found in searched.items())
                for path, (digest, searched) in self.words.items()
            )
        )


class Looks:
    """What is asked of a disk, and the answers: all of the files that a result can follow from."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.seen = Seen()

    def kind(self, path: Path) -> Kind:
        """What stands at a path."""
        key = os.path.abspath(path)
        found = self.seen.kinds[key] = self.disk.kind(key)
        return found

    def is_file(self, path: Path) -> bool:
        return self.kind(path) in ("file", "large file")

    def is_folder(self, path: Path) -> bool:
        return self.kind(path) == "folder"

    def has_word(self, path: Path, words: tuple[bytes, ...]) -> bool:
        """Whether a file's text has one of these as a whole word."""
        key = os.path.abspath(path)
        found = self.disk.has_word(key, words)
        self.seen.words.setdefault(key, (self.disk.digest(key), {}))[1][words] = found
        return found

    def read(self, path: Path) -> bytes:
        """The contents of a file. Raises OSError."""
        key = os.path.abspath(path)
        try:
            return self.disk.read(key)
        finally:
            self.seen.digests[key] = self.disk.digest(key)
