"""What is kept from run to run, in a folder that many runs share at once.

Each entry is a file, replaced as a whole and read with its checksum: what is damaged, or of another kind, is
not there. A folder that cannot be written is one that nothing is kept in.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from shapelint.project.writing import PART, replace_own

VARIABLE = "SHAPELINT_CACHE_DIR"
TAG = "CACHEDIR.TAG"
SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# The cache of shapelint; `shapelint clean` removes it.\n"
"""As https://bford.info/cachedir has it: backups leave such folders out."""
NAME = re.compile(r"[0-9a-f]{38}|\.[^/]*\.part")
FOLDER = re.compile(r"[0-9a-f]{2}")
PAGES = "explanations"
PAGE = re.compile(r"[a-z][a-z-]*\.md|\.[^/]*\.part")
CHECKSUM = 16
LIMIT = 512 * 2**20
"""Bytes that are kept."""
DAY, HOUR = 24 * 3600, 3600


class NotACache(Exception):
    """A folder that is not to be emptied: it is none of ours."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What was removed."""

    files: int
    size: int


def default_folder() -> Path:
    """Where results are kept if nothing else is said."""
    said = os.environ.get(VARIABLE)
    if said:
        return Path(said)
    from platformdirs import user_cache_path

    return user_cache_path("shapelint", appauthor=False)


class Cache:
    """Bytes by keys. Never raises for what is wrong with the folder: `fault` has the first such thing."""

    def __init__(self, folder: Path, stamp: str = "", limit: int = LIMIT) -> None:
        """What is kept under one `stamp` is not there under another."""
        self.folder = folder
        self._stamp = stamp
        self.limit = limit
        self.fault = ""
        self._written = 0

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                content = file.read()
                if time.time() - os.fstat(file.fileno()).st_mtime > DAY:
                    os.utime(path)  # used lately: among the last to go
        except FileNotFoundError:
            return None
        except OSError as error:
            self._failed(error)
            return None
        checksum, kept = content[:CHECKSUM], content[CHECKSUM:]
        return kept if checksum == _checksum(path, kept) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key, instead of what was there."""
        path = self._path(key)
        try:
            if not path.parent.is_dir():
                _make(self.folder, path.parent)
            replace_own(path, _checksum(path, content) + content)
        except OSError as error:
            self._failed(error)
        self._written += len(content)

    def prune(self) -> None:
        """Keep within the limit: what has not been used for longest goes. Looked at once an hour, and
        after much was written."""
        if not self._written:
            return
        tag = self.folder / TAG
        try:
            if self._written < self.limit / 10 and time.time() - tag.stat().st_mtime < HOUR:
                return
            os.utime(tag)
        except OSError:
            return
        self._written = 0
        there = sorted(_entries(self.folder), key=lambda entry: entry[1].st_mtime)
        size = sum(found.st_size for _, found in there)
        for path, found in there:
            stale = path.suffix == PART and time.time() - found.st_mtime > HOUR
            if size > self.limit or stale:
                size -= found.st_size
                with contextlib.suppress(OSError):  # gone
                    path.unlink()

    def _path(self, key: str) -> Path:
        whole = f"{self._stamp}\0{key}".encode("utf-8", "surrogateescape")
        name = blake2b(whole, digest_size=20).hexdigest()
        return self.folder / name[:2] / name[2:]

    def _failed(self, error: OSError) -> None:
        self.fault = self.fault or f"{self.folder}: {error.strerror or error}"


def keep_page(folder: Path, name: str, text: str) -> Path:
    """A page for people to read, kept in a cache under its own name: the file. Raises OSError."""
    page, content = folder / PAGES / f"{name}.md", text.encode()
    if not page.is_file() or page.read_bytes() != content:
        _make(folder, page.parent)
        replace_own(page, content)
    return page


def clean(folder: Path) -> Cleaned:
    """Remove a cache; other runs may be using it. Raises NotACache, OSError."""
    tag = folder / TAG
    if not folder.exists() or folder.is_dir() and not any(folder.iterdir()):
        return Cleaned(0, 0)
    if not tag.is_file() or "shapelint" not in tag.read_text(encoding="utf-8", errors="replace"):
        raise NotACache(f"{folder} is no cache of shapelint: nothing was removed")
    files = size = 0
    for path, found in (*_entries(folder), *_named(folder / PAGES, PAGE)):
        path.unlink(missing_ok=True)
        files, size = files + 1, size + found.st_size
    tag.unlink(missing_ok=True)
    for empty in (*folder.iterdir(), folder):
        with contextlib.suppress(OSError):  # what has more in it stays
            empty.rmdir()
    return Cleaned(files, size)


def _make(folder: Path, inner: Path) -> None:
    """A folder in a cache, and the cache."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    tag = folder / TAG
    if not tag.exists():
        replace_own(tag, SIGNATURE.encode())
    inner.mkdir(exist_ok=True)


def _entries(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The results that are kept."""
    try:
        parts = [Path(entry.path) for entry in os.scandir(folder) if FOLDER.fullmatch(entry.name)]
    except OSError:
        return
    for part in parts:
        yield from _named(part, NAME)


def _named(folder: Path, name: re.Pattern[str]) -> Iterator[tuple[Path, os.stat_result]]:
    """The files in a folder that are named as we name them."""
    try:
        there = [entry for entry in os.scandir(folder) if name.fullmatch(entry.name)]
    except OSError:
        return
    for entry in there:
        try:
            yield Path(entry.path), entry.stat(follow_symlinks=False)
        except OSError:  # gone
            continue


def _checksum(path: Path, content: bytes) -> bytes:
    return blake2b(content, digest_size=CHECKSUM, person=path.name[:16].encode()).digest()
