"""The contexts that an expression is run in: where the program leads there says more than what is run alone."""

from __future__ import annotations

from collections.abc import Iterable

from shapelint.interpreter import SeenValue


def is_reached(value: SeenValue) -> bool:
    """Whether the program leads there: its script, or a call."""
    return value.caller is not None or value.entry == "<script>"


def reached(values: Iterable[SeenValue]) -> list[SeenValue]:
    """What values are where the program leads there; if it does not, where their function was run alone."""
    given = list(values)
    return [v for v in given if is_reached(v)] or given


def reached_first(values: Iterable[SeenValue]) -> list[SeenValue]:
    """All of them, those of functions that were run alone at the end."""
    return sorted(values, key=lambda v: not is_reached(v))
