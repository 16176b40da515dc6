"""Emptying a folder that hostile code has filled: however deep, whatever the modes and the links.

Runs in the linter's Python and in the user's, so it needs nothing newer than Python 3.8.
"""

from __future__ import annotations

import os
import stat


def empty(folder: str) -> None:
    """Remove all that lies in `folder`; links are removed, never followed. Nobody writes there any
    more. Folders inside folders are first moved to the top, so no path gets long and nothing recurses."""
    moved = 0
    while True:
        with os.scandir(folder) as listing:
            inside = list(listing)
        if not inside:
            return
        for entry in inside:
            if not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)
                continue
            _open_up(entry.path)
            with os.scandir(entry.path) as listing:
                below = list(listing)
            for child in below:
                if child.is_dir(follow_symlinks=False):
                    _open_up(child.path)  # moving a folder rewrites its "..", which needs write
                    os.rename(child.path, os.path.join(folder, f".moved-{moved}-{os.getpid()}"))
                    moved += 1
                else:
                    os.unlink(child.path)
            os.rmdir(entry.path)


def remove(folder: str) -> None:
    """Remove `folder` too, if it is there."""
    try:
        _open_up(folder)
        empty(folder)
        os.rmdir(folder)
    except FileNotFoundError:
        pass


def _open_up(folder: str) -> None:
    if stat.S_IMODE(os.lstat(folder).st_mode) & 0o700 != 0o700:
        os.chmod(folder, 0o700)
