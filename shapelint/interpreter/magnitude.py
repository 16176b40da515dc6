"""How large plain values may grow: past that they are unknown, so that no program takes the memory there is."""

from __future__ import annotations

import re
from typing import Any

MAX_TEXT = 10_000
"""Characters or bytes."""
MAX_ITEMS = 10_000
MAX_APPENDED = 2_000
"""Items of a list that grows one by one: each length that it has had is kept, to be taken back to."""
MAX_BITS = 10_000
"""Of integers: Python writes out numbers of some 14,000."""
MAX_WIDTH = 4
"""Digits of a width that a text is filled up to."""

PADDING = {"center", "ljust", "rjust", "zfill"}
TEMPLATES = {"format", "__mod__"}
NUMBER = re.compile(r"\d+")


def is_too_large(op: str, left: Any, right: Any) -> bool:
    """Whether what an operator makes of two plain values is too much to work out."""
    if isinstance(left, int) and isinstance(right, int):
        return _bits(op, left, right) > MAX_BITS
    if op == "+" and isinstance(left, str | bytes) and isinstance(right, str | bytes):
        return len(left) + len(right) > MAX_TEXT
    if op == "*" and isinstance(right, str | bytes):
        left, right = right, left
    if op == "*" and isinstance(left, str | bytes) and isinstance(right, int):
        return len(left) * right > MAX_TEXT
    return False


def _bits(op: str, left: int, right: int) -> int:
    if op == "*":
        return left.bit_length() + right.bit_length()
    if op == "<<":
        return left.bit_length() + right
    return left.bit_length() * abs(right) if op == "**" else 0


def makes_too_much(name: str, args: list[Any]) -> bool:
    """Whether a function of texts may make more of plain arguments than is worked out."""
    if sum(map(_length, args)) > MAX_TEXT:
        return True
    if name in PADDING:
        return any(isinstance(arg, int) and arg > MAX_TEXT for arg in args)
    return name in TEMPLATES and isinstance(args[0], str) and _fills_up(*args)


def is_wide(template: str) -> bool:
    """Whether a format may fill a text up to more than is worked out."""
    return any(len(number) > MAX_WIDTH for number in NUMBER.findall(template))


def _fills_up(template: str, *args: Any) -> bool:
    """Whether a template has a width that is too great, or leaves it to an argument that is."""
    if is_wide(template):
        return True
    by_argument = "*" in template or re.search(r"\{[^}]*\{", template) is not None
    return by_argument and any(isinstance(n, int) and n > MAX_TEXT for n in _leaves(args))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def _length(value: Any) -> int:
    return sum(len(leaf) if isinstance(leaf, str | bytes) else 1 for leaf in _leaves(value))
