"""Text that findings say of sizes, cut where it grows past reading."""

from __future__ import annotations

import re

LONG = 48
NESTED = re.compile(r"\([^()]*\)")
CHOICE = re.compile(r"[^,]+ if [^,]+ else [^,]+")


def shortened(text: str) -> str:
    """A text in which `…` stands for each long size that a condition decides, `(a if condition else b)`: branches and
    axes that may be 1 put them into each other."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at, letter in enumerate(text):
        if letter == "(":
            opened.append(at)
        elif letter == ")" and opened:
            start = opened.pop()
            if at - start >= LONG and _is_choice(text[start + 1 : at]):
                found = [part for part in found if part[0] < start]
                found.append((start, at + 1))
    for start, end in reversed(found):
        text = text[:start] + "…" + text[end:]
    return text


def _is_choice(text: str) -> bool:
    """Whether a text is `a if condition else b` outside all of its brackets."""
    while NESTED.search(text):
        text = NESTED.sub("_", text)
    return CHOICE.fullmatch(text) is not None
