"""The file system as one run sees it: what is asked twice is answered alike, and what a program asks is noted."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Literal

LARGE = 100_000
"""Bytes of a file from which on it is data rather than settings."""
UNSETTLED = 2_000_000_000
"""Nanoseconds: times of files are no finer than this on some file systems."""
Kind = Literal["file", "large file", "folder", "other", ""]
"""What stands at a path; nothing if there is nothing."""


def digest_of(content: bytes) -> str:
    """What contents are known by."""
    return blake2b(content, digest_size=20).hexdigest()


@dataclass(slots=True)
class _Text:
    """The contents of a file, and what is worked out of them."""

    content: bytes
    stamp: tuple[int, ...] | None = None
    """What tells whether the file has been written since; None where nothing would."""
    digest: str = ""
    words: dict[tuple[bytes, ...], bool] = field(default_factory=dict)


class Disk:
    """Files by their absolute paths, each looked at once. The `overlay` has what stands for the contents
    of files, which need not be there."""

    def __init__(self, overlay: Mapping[str, bytes] | None = None) -> None:
        self.overlay = overlay or {}
        self._kinds: dict[str, Kind] = {}
        self._texts: dict[str, _Text | OSError] = {}
        self._earlier: dict[str, _Text] = {}

    def renewed(self, overlay: Mapping[str, bytes]) -> Disk:
        """The disk as it is now. What has not been written since is not read again."""
        disk = Disk(overlay)
        read = {path: text for path, text in self._texts.items() if isinstance(text, _Text)}
        disk._earlier = {**self._earlier, **read}
        return disk

    def kind(self, path: str) -> Kind:
        """What stands there."""
        found = self._kinds.get(path)
        if found is None:
            found = self._kinds[path] = "file" if path in self.overlay else _kind(path)
        return found

    def read(self, path: str) -> bytes:
        """The contents of a file. Raises OSError."""
        return self._text(path).content

    def digest(self, path: str) -> str:
        """What the contents of a file are known by; nothing if it cannot be read."""
        try:
            text = self._text(path)
        except OSError:
            return ""
        if not text.digest:
            text.digest = digest_of(text.content)
        return text.digest

    def has_word(self, path: str, words: tuple[bytes, ...]) -> bool:
        """Whether a file's text has one of these as a whole word."""
        try:
            text = self._text(path)
        except OSError:
            return False
        found = text.words.get(words)
        if found is None:
            there = tuple(word for word in words if word in text.content)
            found = bool(there) and _whole(there).search(text.content) is not None
            text.words[words] = found
        return found

    def _text(self, path: str) -> _Text:
        """Raises OSError."""
        found = self._texts.get(path)
        if found is None:
            try:
                found = self._now(path, self._earlier.get(path))
            except OSError as error:
                found = error
            self._texts[path] = found
        if isinstance(found, OSError):
            raise found.with_traceback(None)
        return found

    def _now(self, path: str, before: _Text | None) -> _Text:
        """Raises OSError."""
        laid = self.overlay.get(path)
        if laid is not None:
            return before if before is not None and before.content == laid else _Text(laid)
        stamp, began = _stamp(path), time.time_ns()
        if before is not None and stamp is not None and before.stamp == stamp:
            return before
        content = Path(path).read_bytes()
        # what was written just now may be written once more without another time
        settled = stamp is not None and max(stamp[:2]) < began - UNSETTLED
        return _Text(content, stamp if settled else None)


def _stamp(path: str) -> tuple[int, ...] | None:
    """When a file was written, and which it is."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev


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

    def kind(self, path: Path | str) -> Kind:
        """What stands at a path."""
        key = os.path.abspath(path)
        found = self.seen.kinds[key] = self.disk.kind(key)
        return found

    def is_file(self, path: Path | str) -> bool:
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
