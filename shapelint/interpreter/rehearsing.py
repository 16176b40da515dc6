"""What is run to see what it would give, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@contextmanager
def undone(m: Interpreter) -> Iterator[None]:
    """Whatever is written or doubted within is taken back at the end."""
    mark, doubts = m.store.mark(), m.doubts
    try:
        yield
    finally:
        m.store.rollback(mark)
        m.doubts = doubts
