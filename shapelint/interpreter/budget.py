"""What a run may spend: steps, seconds, and patience with what has been run before."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import ClassVar

from shapelint.interpreter.frames import BudgetSpent, Interrupted, Repeating
from shapelint.source import tree

MAX_STEPS = 150_000
MAX_SECONDS = 3.0
PATIENCE = 12_000
"""Steps without a statement that the entry has not run before: only paths multiply."""
SHORT_PATIENCE = 200
"""Steps with nothing but what other entries of the file have run, once `MAX_FAMILIAR` such are used up."""
MAX_FAMILIAR = 15_000
MAX_ALIKE = 600
"""The same for entries that are written alike: what one of them tells, the others tell again."""
SCRIPT = 4
"""A script that builds and runs a whole program has so many times the budget of another entry."""
LOOK = 64
"""Steps from one look at the clock to the next."""


@dataclass(slots=True)
class Familiar:
    """What the entries of a file have run, and the steps that others spent on running it again. A file of
    a hundred factories of one model says the same a hundred times."""

    statements: set[int] = field(default_factory=set)
    steps: int = 0
    kind: Hashable = None
    """How the entry is written that is run, if another one was written so."""
    alike: dict[Hashable, int] = field(default_factory=dict)
    """The steps of all but the first entry of a kind."""
    added: set[int] = field(default_factory=set)
    """The statements that the last of them was the first to run."""

    def meet(self, covered: set[int]) -> None:
        """Note that an entry has run these statements."""
        new = covered - self.statements
        self.statements |= new
        self.added |= new

    def enter(self, kind: Hashable) -> None:
        """Go on to another entry, written in this way."""
        self.kind = kind if kind in self.alike else None
        self.alike.setdefault(kind, 0)

    def spend(self, steps: int) -> None:
        """Note steps that the entry spends on what others have run."""
        self.steps += steps
        if self.kind is not None:
            self.alike[self.kind] += steps

    @property
    def is_spent(self) -> bool:
        """Whether no more is to be run again in this entry."""
        return self.steps > MAX_FAMILIAR or (
            self.kind is not None and self.alike[self.kind] > MAX_ALIKE
        )


class Budget:
    """The budget of one entry; seconds are those of the processor."""

    interrupted: ClassVar[Callable[[], bool] | None] = None
    """Tells whether to give up, for those who may want to know something else meanwhile."""
    __slots__ = (
        "_covered_at", "_deadline", "_familiar", "_max_steps", "_novel_at", "_patience",
        "_reached_at", "covered", "look_at", "steps",
    )  # fmt: skip

    def __init__(
        self, seconds: float = MAX_SECONDS, times: int = 1, familiar: Familiar | None = None
    ) -> None:
        """So many `times` what an entry has. Without what is `familiar`, all is new."""
        self.steps = 0
        self.look_at = LOOK
        """The step that `look` is to be called at."""
        self._max_steps = times * MAX_STEPS
        self._deadline = time.process_time() + times * seconds
        self._patience = PATIENCE if times == 1 else self._max_steps
        self.covered: set[int] = set()
        """The statements that are run, by their ids."""
        self._covered_at = 0
        self._familiar = familiar
        self._novel_at = 0
        self._reached_at = 0

    def look(self) -> None:
        """Go on for another while. Raises BudgetSpent, Repeating, Interrupted."""
        self.look_at = self.steps + LOOK
        if Budget.interrupted is not None and Budget.interrupted():
            raise Interrupted
        if self.steps > self._max_steps or time.process_time() > self._deadline:
            raise BudgetSpent
        if self.steps - self._covered_at > self._patience:
            self._covered_at = self.steps
            self._patience //= 2
            raise Repeating
        familiar = self._familiar
        if familiar is not None and self.steps - self._novel_at > SHORT_PATIENCE:
            familiar.spend(self.steps - self._novel_at)
            self._novel_at = self.steps
            if familiar.is_spent:
                raise Repeating

    def reached(self, statement: tree.Stmt, prelude: bool, decided: bool) -> None:
        """Note that a statement is run. What the `prelude` does for a framework is no repetition of the file's.
        Where all is `decided`, no paths multiply: a deep model is built block by block."""
        key = id(statement)
        spent = self.steps - self._reached_at
        if prelude:
            self._novel_at += spent
        if prelude or decided:
            self._covered_at += spent
        self._reached_at = self.steps
        if self._familiar is not None and key not in self._familiar.statements:
            self._novel_at = self.steps
        if key not in self.covered:
            self.covered.add(key)
            self._covered_at = self.steps

    def pause(self, seconds: float) -> None:
        """Time that was spent on reading a file is none of the entry's."""
        self._deadline += seconds
