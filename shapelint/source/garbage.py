"""How often cyclic garbage is looked for, which costs time that grows with all that is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 5)
"""Objects and rounds from one look to the next: by default a fifth of an analysis went into looking at trees and
values that stay."""


@contextmanager
def uncollected() -> Iterator[None]:
    """For work that makes many objects and no garbage, such as parsing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def collect_seldom() -> None:
    """For a process that makes many objects, most of which are counted out."""
    gc.set_threshold(*SELDOM)
