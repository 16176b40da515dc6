"""Results of earlier runs, where nothing has changed that they follow from.

A result is kept under the file and all that the analysis is told; with it stands what the analysis asked of
the disk, what was not there included. It holds as long as the disk answers alike. What a budget of time has
cut short is kept as well: it is true, and files that take long are those that are not to be looked at twice.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from shapelint.project.cache import Cache
from shapelint.project.environment import installed_in
from shapelint.project.stamp import contents
from shapelint.project.task import FileResult, Outcome, Task
from shapelint.source.disk import Disk, Seen
from shapelint.source.packing import Unpackable, packed, unpacked

PLAIN = (
    "shapelint.finding",
    "shapelint.source.directives",
    "shapelint.interpreter.concrete",
    "shapelint.interpreter.recorder",
    "shapelint.interpreter.witness",
    FileResult.__module__,
)
"""The modules whose values stand in results."""


class Results:
    """What earlier runs have found, by files."""

    def __init__(self, cache: Cache, task: Task) -> None:
        self.cache = cache
        self._disk = Disk(task.overlay)
        self._told = _told(task)

    def find(self, file: Path) -> FileResult | None:
        """What is known of a file as it is now."""
        content = self.cache.get(self._key(file))
        if content is None:
            return None
        try:
            *seen, result = unpacked(content, *PLAIN)
            holds = Seen(*seen).holds(self._disk)
        except (Unpackable, TypeError, ValueError, AttributeError):
            return None
        return result if holds and isinstance(result, FileResult) else None

    def keep(self, outcome: Outcome) -> None:
        """Keep what came of a file, if it will be the same again."""
        if outcome.seen is None:
            return
        seen = outcome.seen
        content = packed((seen.kinds, seen.digests, seen.words, outcome.result))
        if content is not None:
            digest = seen.digests.get(os.path.abspath(outcome.file), "")
            self.cache.put(self._key(outcome.file, digest), content)

    def knows_rules(self) -> bool:
        """Whether the project's own rules have been read as they are now."""
        return self.cache.get(f"{self._told} rules") is not None

    def keep_rules(self) -> None:
        """Note that the project's own rules can be read."""
        self.cache.put(f"{self._told} rules", b"")

    def _key(self, file: Path, digest: str | None = None) -> str:
        """The file as it was named, from where it was: both stand in what is found."""
        if digest is None:
            digest = self._disk.digest(os.path.abspath(file))
        return f"{self._told}\0{os.getcwd()}\0{file}\0{digest}"


def _told(task: Task) -> str:
    """All that an analysis follows from, but files that it looks at."""
    config = task.config
    told = (
        config.roots,
        contents(config.extra_rules, "*.pyi"),
        config.packages,
        installed_in(config.packages),
        task.witnesses,
    )
    return blake2b(repr(told).encode("utf-8", "surrogateescape"), digest_size=20).hexdigest()
