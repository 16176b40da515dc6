"""How far a long check is: one line on a terminal's standard error, which goes when the check is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from shapelint.project.check import Progress

PATIENCE = 1.0
"""Seconds before anything is shown."""
PAUSE = 0.1
CLEAR = "\r\x1b[K"


@contextmanager
def progress() -> Iterator[Progress | None]:
    """What `check_paths` takes; None where nobody would see it."""
    stream = sys.stderr
    if not stream.isatty():
        yield None
        return
    shown, last = False, time.monotonic() + PATIENCE - PAUSE

    def show(done: int, all_: int) -> None:
        nonlocal shown, last
        now = time.monotonic()
        if done == all_:
            clear()
        elif now - last >= PAUSE:
            shown, last = True, now
            stream.write(f"{CLEAR}checked {done} of {all_} files")
            stream.flush()

    def clear() -> None:
        nonlocal shown
        if shown:
            stream.write(CLEAR)
            stream.flush()
        shown = False

    try:
        yield show
    finally:
        clear()
