"""Whether a new shape is the old one in another order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.builtins import sizes
from shapelint.symbolic import Dim, Facts, Size

FEW = 3
"""So many axes of known sizes are hardly in another order by accident."""


def reorders(facts: Facts, old: Any, new: Any) -> bool:
    """Whether the sizes, those of 1 apart, are the same in another order: of a matrix of known sizes
    that may be by accident."""
    before, after = ([n for n in map(facts.size, sizes(s)) if n != 1] for s in (old, new))
    if before == after or len(before) != len(after):
        return False
    left: list[Size] = list(after)
    for size in before:
        if size not in left:
            return False
        left.remove(size)
    moved = [a for a, b in zip(before, after, strict=True) if a != b]
    return len(before) >= FEW or any(isinstance(n, Dim) for n in moved)


REORDERING: dict[str, Callable[..., Any]] = {"reorders": reorders}
