"""How often cyclic garbage is looked for, which costs time that grows with all that is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 20, 50)
"""Objects and rounds from one look to the next: a third of an analysis was spent looking, by default, at trees
and values that stay. What it takes in memory is some 6%."""


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
