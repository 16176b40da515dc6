"""Equations of Einstein summations in all their spellings, with operands that mostly fit."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly, strides
from tests.rules.special import draws

LETTERS = "abcdABC"
DOTS = "..."


class Equation:
    """Terms of letters and ellipses, the result if it is given, and operands."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        sizes = {letter: extent(rng, 4) for letter in LETTERS}
        batch = [extent(rng, 4) for _ in range(rng.randint(0, 2))]
        self.terms: list[list[str]] = []
        self.operands: list[T] = []
        for _ in range(rng.randint(1, 3)):
            letters = rng.choices(LETTERS, k=rng.randint(0, 4))
            if rng.random() < 0.8:
                letters = list(dict.fromkeys(letters))
            shape = [1 if rng.random() < 0.05 else sizes[c] for c in letters]
            if rng.random() < 0.3:
                at = rng.randint(0, len(letters))
                letters.insert(at, DOTS)
                kept = batch[rng.randint(0, len(batch)) :]
                shape[at:at] = [1 if rng.random() < 0.1 else n for n in kept]
            self.terms.append(letters)
            self.operands.append(T(tuple(shape), strides=strides(rng, tuple(shape))))
        self.result = self.drawn_result() if rng.random() < 0.7 else None

    def drawn_result(self) -> list[str]:
        """Some of the letters, now and then one twice or one of no operand."""
        used = sorted({c for term in self.terms for c in term if c != DOTS})
        result = self.rng.sample(used, self.rng.randint(0, len(used)))
        if self.rng.random() < 0.05:
            result.append(self.rng.choice(LETTERS))
        if any(DOTS in term for term in self.terms) and self.rng.random() < 0.8:
            result.insert(self.rng.randint(0, len(result)), DOTS)
        return result

    def text(self) -> str:
        """With spaces here and there, now and then spoilt."""
        space = " " if self.rng.random() < 0.2 else ""
        comma = self.rng.choice((",", ", ", " , "))
        text = comma.join(space.join(term) for term in self.terms)
        if self.result is not None:
            text += self.rng.choice(("->", " -> ")) + space.join(self.result)
        if self.rng.random() < 0.05:
            at = self.rng.randint(0, len(text))
            text = (
                text[:at] + self.rng.choice((".", "1", "-", ",", "->", ";", "...", " ")) + text[at:]
            )
        return text

    def arguments(self) -> tuple[Any, ...]:
        """As a sublist after each operand."""
        operands, _ = nearly(self.rng, tuple(self.operands), {})
        args: list[Any] = []
        for operand, term in zip(operands, self.terms, strict=True):
            args += [operand, self.numbers(term)]
        return (*args, self.numbers(self.result)) if self.result is not None else tuple(args)

    def numbers(self, labels: Sequence[str]) -> list[Any]:
        off = 60 if self.rng.random() < 0.02 else 0
        return [... if c == DOTS else LETTERS.index(c) * 7 + off for c in labels]


@draws("torch.einsum", "opt_einsum.contract")
def einsum(rng: random.Random, rule: Rule, name: str) -> Call:
    drawn = Equation(rng)
    kind = rng.randrange(4)
    if kind == 0:
        return Call(rule, name, drawn.arguments(), {})
    operands, _ = nearly(rng, tuple(drawn.operands), {})
    if rng.random() < 0.05:
        operands = operands[1:] if rng.random() < 0.5 else (*operands, T((2,)))
    if kind == 1 and name.startswith("torch"):
        return Call(rule, name, (drawn.text(), list(operands)), {})
    return Call(rule, name, (drawn.text(), *operands), {})
