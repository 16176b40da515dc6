"""Calls whose arguments hang together in a way that no signature says: each rule's own drawing."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import nearly

Draw = Callable[[random.Random, Rule, str], Call]
SPECIAL: dict[str, Draw] = {}
"""By the first name of a rule: what draws a call of it under one of its names."""
LETTERS = "abcdef"


def draws(*names: str) -> Callable[[Draw], Draw]:
    """Register the drawing of the rules whose first names these are."""

    def register(draw: Draw) -> Draw:
        SPECIAL.update(dict.fromkeys(names, draw))
        return draw

    return register


def einsum(rng: random.Random, rule: Rule, name: str) -> Call:
    """Operands that follow the equation."""
    sizes = {letter: rng.randint(1, 4) for letter in LETTERS}
    words = ["".join(rng.choices(LETTERS, k=rng.randint(1, 3))) for _ in range(rng.randint(1, 3))]
    used = sorted(set("".join(words)))
    out = "".join(rng.sample(used, rng.randint(0, len(used))))
    operands = tuple(T(tuple(sizes[c] for c in word)) for word in words)
    args, kwargs = nearly(rng, (",".join(words) + "->" + out, *operands), {})
    return Call(rule, name, args, kwargs)


class Pattern:
    """A random einops pattern: named axes and their sizes, some joined, perhaps with `...`."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.sizes = {letter: rng.randint(1, 4) for letter in LETTERS}
        self.names = rng.sample(LETTERS, rng.randint(1, 5))
        self.spread = rng.random() < 0.3
        self.middle = tuple(rng.randint(1, 3) for _ in range(rng.randint(0, 2)))

    def side(self, names: list[str], spread: bool) -> list[list[str]]:
        """The names in some order, in groups."""
        words = self.rng.sample(names, len(names))
        groups: list[list[str]] = []
        while words:
            many = 1 if self.rng.random() < 0.7 else self.rng.randint(1, 3)
            groups.append([words.pop() for _ in range(min(many, len(words)))])
        if self.rng.random() < 0.1:
            groups.insert(self.rng.randint(0, len(groups)), [])
        if spread:
            groups.insert(self.rng.randint(0, len(groups)), ["..."])
        return groups

    def text(self, groups: list[list[str]]) -> str:
        bare = self.rng.random() < 0.9
        return " ".join(g[0] if len(g) == 1 and bare else f"({' '.join(g)})" for g in groups)

    def shape(self, groups: list[list[str]]) -> tuple[int, ...]:
        sizes: list[int] = []
        for group in groups:
            if group == ["..."]:
                sizes.extend(self.middle)
                continue
            whole = 1
            for name in group:
                whole *= self.sizes.get(name, 1)
            sizes.append(whole)
        return tuple(sizes)

    def lengths(self, groups: list[list[str]], more: list[str]) -> dict[str, int]:
        """Sizes to be given: all but one of each group, now and then too few, too many or wrong."""
        given = dict.fromkeys(more, 0)
        for group in groups:
            given.update(dict.fromkeys(group[1:], 0))
        if self.rng.random() < 0.1:
            given[self.rng.choice(LETTERS)] = 0
        if given and self.rng.random() < 0.05:
            given.popitem()
        given.pop("...", None)
        off = self.rng.random() < 0.1
        return {name: self.sizes[name] + (off and self.rng.randint(-1, 1)) for name in given}


@draws("einops.rearrange", "einops.reduce", "einops.repeat")
def pattern(rng: random.Random, rule: Rule, name: str) -> Call:
    """A tensor and a pattern that mostly fits it."""
    operation = name.rpartition(".")[2].lower()
    drawn = Pattern(rng)
    names = drawn.names
    left = right = names
    if operation == "reduce":
        right = rng.sample(names, rng.randint(0, len(names)))
    if operation == "repeat":
        left = rng.sample(names, rng.randint(0, len(names)))
    if rng.random() < 0.05:
        right = right[1:]
    sides = [drawn.side(side, drawn.spread and rng.random() < 0.95) for side in (left, right)]
    text = " -> ".join(map(drawn.text, sides))
    middle: tuple[Any, ...] = ("mean",) if operation == "reduce" else ()
    lengths: dict[str, Any] = drawn.lengths(sides[0], [n for n in right if n not in left])
    args, _ = nearly(rng, (T(drawn.shape(sides[0])),), {})
    return Call(rule, name, (*args, text, *middle), lengths)


@draws("einops.layers.torch.Rearrange", "einops.layers.torch.Reduce")
def layer(rng: random.Random, rule: Rule, name: str) -> Call:
    drawn = pattern(rng, rule, name)
    return Call(rule, name, drawn.args[:1], {}, drawn.args[1:], drawn.kwargs)


for _family in sorted(Path(__file__).parent.glob("draw_*.py")):
    importlib.import_module(f"tests.rules.{_family.stem}")
