"""Files that are replaced whole: who reads one sees what was there or what is new, whoever is killed meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

PART = ".part"
"""The end of the names of files that are not whole yet."""
PRIVATE = 0o600
ANY = 0o666
"""The rights of a new file before the user's mask."""


def replace_file(path: Path, content: bytes) -> None:
    """Write a file of the user's. It keeps its rights, as a source may be a script, or secret; a new one has those
    that the user's new files have. A link stays one: the file that it leads to is replaced. Raises OSError."""
    path = Path(os.path.realpath(path))
    try:
        rights = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        _replace(path, content, ANY)
    else:
        _replace(path, content, PRIVATE, rights)


def replace_own(path: Path, content: bytes) -> None:
    """Write a file of ours: nobody but the user reads it, whatever was there. A link is replaced itself: it
    leads nowhere that we write. Raises OSError."""
    _replace(path, content, PRIVATE)


def _replace(path: Path, content: bytes, created: int, rights: int | None = None) -> None:
    """The new file has the rights `created` before there is anything in it, `rights` once it is whole."""
    part = path.with_name(f".shapelint-{os.urandom(8).hex()}{PART}")
    try:
        with open(part, "xb", opener=lambda name, flags: os.open(name, flags, created)) as file:
            file.write(content)
        if rights is not None:
            os.chmod(part, rights)
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(part)
        raise
