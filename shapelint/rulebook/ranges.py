"""How many numbers a range of Keras or TensorFlow holds: takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.array_parts import step_count
from shapelint.rulebook.builtins import Undetermined
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import Facts, Size, new_symbol


def arange_count(facts: Facts, start: Any, stop: Any, step: Any) -> Size:
    """The numbers from start to stop, or from 0 to start. A bound that is a tensor or no whole number
    (which an integer dtype rounds) leaves the size open; so does a range that leads nowhere."""
    if stop is None:
        start, stop = 0, start
    step = 1 if step is None else step
    if any(isinstance(v, Tensor) for v in (start, stop, step)):
        return new_symbol("found", lower=0)
    count = step_count(facts, start, stop, step)
    if count == 0 and start != stop:
        raise Undetermined
    fractions = any(isinstance(v, float) and not v.is_integer() for v in (start, stop))
    if fractions and not isinstance(step, float):
        return new_symbol("found", lower=0)
    return count


RANGES: dict[str, Callable[..., Any]] = {"arange_count": arange_count}
