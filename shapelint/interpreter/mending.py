"""Fixes that are solved: the literal at fault becomes a symbol, its entry is run again, and the facts say which
number lets the failing call pass. The fix is that number, if it is the only one and the program then has no
new finding.

Of an axis, a count of chunks or a stride a symbol tells nothing. Such a literal is given the few numbers that
it may be, one after the other; the fix is the only one that all of the entry passes with.

The first group of literals that has a fix gives it, if it has one only.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.frames import BudgetSpent, Diverges
from shapelint.interpreter.recorder import Place, RawFinding, Recorder
from shapelint.interpreter.suspects import Group, Literal, groups
from shapelint.interpreter.values import Dim, Value
from shapelint.source import tree
from shapelint.symbolic import Undefined, eq, evaluate, follows, ge, model, new_symbol

if TYPE_CHECKING:
    from shapelint.finding import Span
    from shapelint.interpreter.entries import Entry
    from shapelint.interpreter.machine import FunctionKey, Interpreter

Key = tuple[str, Place]
MAX_SECONDS = 4.0
"""For all fixes of a file."""
MAX_FINDINGS = 12
MAX_SMALL = 8
"""Axes, kernels, strides, counts of chunks are below."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Another number for a literal."""

    place: Place
    number: int


@dataclass(frozen=True, slots=True)
class Solved:
    """What came of the search for a finding's fix."""

    finding: RawFinding
    fix: Fix | None
    functions: frozenset[FunctionKey]
    """Those that trials have run."""


class Mending:
    """One trial: what a literal is taken for, and what the failing call then says of it."""

    def __init__(self, literal: Literal, value: Value, target: Place) -> None:
        self.literal = literal
        self.value = value
        self.target = target
        self.solution: int | None = None

    def taken_for(self, path: str, node: tree.Constant) -> Value:
        """The value of a literal in this trial."""
        place = self.literal.place
        return self.value if place.at == node.at and place.path == path else node.value

    def passed(self, m: Interpreter) -> None:
        """The failing call has passed: note the only number that lets it, if there is one. Whether all else passes
        with it is for the next trial to tell. Raises Passed."""
        if isinstance(self.value, Dim):
            self.solution = _only(m, self.value)
            raise Passed


class Watching(Mending):
    """The run as it is: which literals are taken before the call fails."""

    def __init__(self, target: Place) -> None:
        super().__init__(Literal(Place("", -1), 0), 0, target)
        self.taken: set[Place] = set()
        self.has_failed = False

    def taken_for(self, path: str, node: tree.Constant) -> Value:
        if not self.has_failed:
            self.taken.add(Place(path, node.at))
        return node.value


def _only(m: Interpreter, symbol: Dim) -> int | None:
    """The one number that the facts leave; a size of one, which fits by being broadcast, is none."""
    facts = m.store.facts
    size = facts.size(symbol)
    if isinstance(size, int):
        return size
    several = facts.assume(ge(symbol, 2))
    found = model(several)
    if found is None:
        return None
    try:
        number = evaluate(size, found)
    except (KeyError, Undefined):
        return None
    return number if follows(several, eq(symbol, number)) else None


class Passed(BudgetSpent):
    """What a symbol is to tell is told."""


class Refuted(BudgetSpent):
    """A trial has failed; the rest of it tells nothing."""


class Trial(Recorder):
    """What is noted of a trial, which ends with the first finding that refutes it."""

    def __init__(self, refutes: Callable[[Key], bool]) -> None:
        super().__init__()
        self.keep_reached = self.keep_shapes = True
        self.refuted = False
        self.ended = False
        """Whether it did not come to its end."""
        self._all = self.findings
        self._refutes = refutes

    def add(self, finding: RawFinding) -> None:
        super().add(finding)
        key = finding.name, finding.place
        # what one of several alternatives finds is perhaps not found by the others
        if self.findings is self._all and key in self.findings and self._refutes(key):
            self.refuted = True
            raise Refuted


def solve(
    m: Interpreter,
    entries: dict[str, Entry],
    spans: Callable[[Place], Span],
    solved: dict[object, Solved],
) -> None:
    """Give the findings of a file their fixes; those that are `solved` have theirs."""
    deadline = time.process_time() + MAX_SECONDS
    found = dict(m.recorder.findings)
    for key, finding in list(found.items())[:MAX_FINDINGS]:
        entry = entries.get(finding.entry)
        if key in m.recorder.only_defaults:
            continue  # other values than the defaults mend it as well
        if entry is None or finding.place.path not in m.program.trees:
            continue
        known = solved.get(key)
        if known is None or known.finding is not finding:
            m.ran, m.consulted = set(), set()
            search = Search(m, entry, key, finding, set(found), spans, deadline)
            fix = search.fix()
            if time.process_time() > deadline:
                return
            known = solved[key] = Solved(finding, fix, frozenset(m.ran | m.consulted))
        if known.fix is not None:
            m.recorder.fixes[key] = known.fix


class Search:
    """The trials that are made for one finding."""

    def __init__(
        self,
        m: Interpreter,
        entry: Entry,
        key: Key,
        finding: RawFinding,
        known: set[Key],
        spans: Callable[[Place], Span],
        deadline: float,
    ) -> None:
        self.m, self.entry, self.key, self.finding = m, entry, key, finding
        self.known, self.spans, self.deadline = known, spans, deadline
        self._needed: frozenset[Place] = frozenset()
        """The statements that the failing call is in: what a trial leaves out it has not mended."""
        self._ends = False
        """Whether the entry does not come to its end as it is."""
        self._taken: set[Place] | None = None

    def fix(self) -> Fix | None:
        """What mends the finding, if it is one thing only. The first group of literals that has a fix
        tells."""
        for group in groups(self.m.program, self.finding):
            fixes = self.fixes(group)
            if self._is_over():
                return None
            if fixes:
                return fixes[0] if len(fixes) == 1 else None
        return None

    def fixes(self, group: Group) -> list[Fix]:
        """The numbers for these literals that mend the finding: those that are solved, else those that are
        tried."""
        solved: list[Fix] = []
        open_ones: list[Literal] = []
        if self._taken is None:
            self._taken = self._look()
        for literal in group.literals:
            if literal.place not in self._taken:
                continue
            if self._is_over():
                return []
            number, may_be_tried = self._solved(literal)
            if number is not None and number >= group.least:
                solved.append(Fix(literal.place, number))
            elif may_be_tried:
                open_ones.append(literal)
        return solved or self._tried([] if group.only_solved else open_ones)

    def _is_over(self) -> bool:
        return time.process_time() > self.deadline

    def _solved(self, literal: Literal) -> tuple[int | None, bool]:
        """The only number that solves a literal; where there is none, whether others are worth a try. What
        only comes to light once the call passes is no fault of the fix: where nothing was known before."""
        if literal.value < 0:
            return None, True
        symbol = new_symbol("fix", 1 if literal.value > 1 else 0)
        trial = Mending(literal, symbol, self.finding.place)
        if self._run(trial, lambda key: key == self.key).refuted:
            return None, False
        number = trial.solution
        if number is None or number == literal.value:
            return None, True
        told = {p for (p, _), status in self.m.recorder.counts.items() if status == "proved"}
        worse = self._run(
            Mending(literal, number, self.finding.place),
            lambda key: key == self.key or key not in self.known and key[1] in told,
        )
        return None if worse.refuted else number, False

    def _tried(self, literals: list[Literal]) -> list[Fix]:
        """The only number of all that may be tried that everything passes with; two if there are more. Of
        `transpose(1, 1)` either axis may become the other: both are one fix."""
        fixes: list[Fix] = []
        first: tuple[int, int, Trial] | None = None
        for literal in literals:
            for number in _candidates(literal.value):
                if self._is_over():
                    return []
                trial = self._passing(literal, number)
                if trial is None:
                    continue
                if first is not None and first[:2] == (literal.value, number):
                    if first[2].shapes.keys() == trial.shapes.keys():
                        continue
                fixes.append(Fix(literal.place, number))
                if len(fixes) == 2:
                    return fixes
                first = literal.value, number, trial
        return fixes

    def _passing(self, literal: Literal, number: int) -> Trial | None:
        """The run with a number, if the entry then has no new finding and still runs what it ran."""
        trial = self._run(
            Mending(literal, number, self.finding.place),
            lambda key: key == self.key or key not in self.known,
        )
        if trial.refuted or trial.ended and not self._ends:
            return None
        if not self._needed <= _reached(trial):
            return None
        target = self.finding.place
        known = all(s != "unknown" for (p, _), s in trial.counts.items() if p == target)
        return trial if known else None

    def _look(self) -> set[Place]:
        """The run as it is: the literals that it takes before the call fails."""
        target, watching = self.finding.place, Watching(self.finding.place)

        def noted(key: Key) -> bool:
            watching.has_failed |= key == self.key
            return False

        as_it_is = self._run(watching, noted)
        span = self.spans(target)
        self._ends = as_it_is.ended
        self._needed = frozenset(
            place
            for place in _reached(as_it_is)
            if place.path == target.path and _inside(span, self.spans(place))
        )
        return watching.taken

    def _run(self, trial: Mending, refutes: Callable[[Key], bool]) -> Trial:
        """An entry with a literal taken for something else, noted apart."""
        m, noted = self.m, Trial(refutes)
        recorder = m.recorder
        m.recorder, m.mending = noted, trial
        m.begin(self.finding.entry, afresh=True)
        mark = m.store.mark()
        try:
            self.entry(False)
        except (Diverges, BudgetSpent, RecursionError):
            noted.ended = True
        finally:
            m.store.rollback(mark)
            m.stack.clear()
            m.active.clear()
            m.recorder, m.mending = recorder, None
        return noted


def _inside(inner: Span, outer: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    return begins and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


def _reached(trial: Trial) -> set[Place]:
    return {Place(path, at) for path, nodes in trial.reached.items() for at in nodes}


def _candidates(value: int) -> list[int]:
    """The numbers that a literal may be that is no size: small ones, and neighbours; the likeliest first. What
    counts from the end goes on to."""
    if value < 0:
        return [n for n in range(-1, -MAX_SMALL - 1, -1) if n != value]
    near = [value - 1, value + 1, value // 2, value * 2]
    return [n for n in dict.fromkeys([*near, *range(MAX_SMALL)]) if n >= 0 and n != value]
