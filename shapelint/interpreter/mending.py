"""Fixes that are solved: the literal at fault becomes a symbol, its entry is run again, and the facts say which
number lets the failing call pass. The fix is that number, if it is the only one and the program then has no
new finding.

Literals are tried in this order: those of the constructor of the layer that fails, those of the failing
call itself, those of the calls that made what it is given. The first group that has a fix gives it, if it
has one only.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.frames import BudgetSpent, Diverges
from shapelint.interpreter.recorder import Place, RawFinding
from shapelint.interpreter.values import Dim, Value
from shapelint.source import tree
from shapelint.symbolic import Proved, Undefined, ask, eq, evaluate, ge, model, new_symbol

if TYPE_CHECKING:
    from shapelint.finding import Span
    from shapelint.interpreter.machine import Interpreter

Key = tuple[str, Place]
Entry = Callable[[bool], object]
MAX_SECONDS = 4.0
"""For all fixes of a file."""
MAX_FINDINGS = 12
MAX_LITERALS = 8


@dataclass(frozen=True, slots=True)
class Literal:
    """A number that the program says."""

    place: Place
    value: int


@dataclass(frozen=True, slots=True)
class Fix:
    """Another number for a literal."""

    place: Place
    number: int


class Mending:
    """One trial: what a literal is taken for, and what the failing call then says of it."""

    def __init__(self, literal: Literal, value: Value, target: Place) -> None:
        self.literal = literal
        self.value = value
        self.target = target
        self.solutions: set[int | None] = set()

    def taken_for(self, path: str, node: tree.Constant) -> Value:
        """The value of a literal in this trial."""
        place = self.literal.place
        return self.value if place.at == node.at and place.path == path else node.value

    def passed(self, m: Interpreter) -> None:
        """The failing call has passed: note the only number that lets it, or that there are more."""
        if isinstance(self.value, Dim):
            self.solutions.add(_only(m, self.value))


def _only(m: Interpreter, symbol: Dim) -> int | None:
    """The one number that the facts leave; a size of one, which fits by being broadcast, is none."""
    facts = m.store.facts
    size = facts.size(symbol)
    if isinstance(size, int):
        return size
    found = model(facts.assume(ge(symbol, 2)))
    if found is None:
        return None
    try:
        number = evaluate(size, found)
    except (KeyError, Undefined):
        return None
    proved = isinstance(ask(facts.assume(ge(symbol, 2)), eq(symbol, number)), Proved)
    return number if proved else None


def solve(m: Interpreter, entries: dict[str, Entry], spans: Callable[[Place], Span]) -> None:
    """Give the findings of a file their fixes."""
    deadline = time.process_time() + MAX_SECONDS
    literals: dict[str, list[Literal]] = {}
    found = dict(m.recorder.findings)
    for key, finding in list(found.items())[:MAX_FINDINGS]:
        entry = entries.get(finding.entry)
        if key in m.recorder.only_defaults:
            continue  # other values than the defaults mend it as well
        if entry is None or finding.place.path not in m.program.trees:
            continue
        for nearest, group in enumerate(_groups(m, finding, literals, spans)):
            least = 2 if nearest == 2 else 0
            fixes = []
            for literal in group[:MAX_LITERALS]:
                if time.process_time() > deadline:
                    return
                fix = _solved(m, entry, key, finding, literal, set(found))
                if fix is not None and fix.number >= least:
                    fixes.append(fix)
            if fixes:
                if len(fixes) == 1:
                    m.recorder.fixes[key] = fixes[0]
                break


def _groups(
    m: Interpreter,
    finding: RawFinding,
    literals: dict[str, list[Literal]],
    spans: Callable[[Place], Span],
) -> Iterator[list[Literal]]:
    made = [] if finding.constructed is None else [finding.constructed]
    seen: set[Place] = set()
    for places in (made, [finding.place], [step.place for step in reversed(finding.steps)]):
        group = []
        for place in places:
            whole = m.program.trees.get(place.path)
            if whole is None or m.program.installed.holds(place.path):
                continue
            if place.path not in literals:
                literals[place.path] = list(_literals(whole, place.path))
            outer = spans(place)
            for literal in literals[place.path]:
                if literal.place not in seen and _inside(spans(literal.place), outer):
                    seen.add(literal.place)
                    group.append(literal)
        yield group


def _inside(inner: Span, outer: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    return begins and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


def _literals(node: object, path: str) -> Iterator[Literal]:
    """The whole numbers that are written in a tree."""
    pending = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, tree.Constant):
            if type(part.value) is int:
                yield Literal(Place(path, part.at), part.value)
        elif isinstance(part, tuple):
            pending.extend(part)
        elif is_dataclass(part):
            pending.extend(getattr(part, f.name) for f in fields(part))


def _solved(
    m: Interpreter,
    entry: Entry,
    key: Key,
    finding: RawFinding,
    literal: Literal,
    known: set[Key],
) -> Fix | None:
    """The fix of a literal. What only comes to light once the call passes is no fault of the fix: where
    nothing was known before."""
    symbol = new_symbol("fix", 1 if literal.value > 1 else 0)
    trial = Mending(literal, symbol, finding.place)
    if key in _run(m, entry, finding.entry, trial):
        return None
    numbers = trial.solutions
    if len(numbers) != 1 or None in numbers:
        return None
    (number,) = numbers
    if number is None or number == literal.value:
        return None
    left = _run(m, entry, finding.entry, Mending(literal, number, finding.place))
    told = {place for (place, _), status in m.recorder.counts.items() if status == "proved"}
    worse = any(place in told for _, place in left - known)
    return None if worse or key in left else Fix(literal.place, number)


def _run(m: Interpreter, entry: Entry, name: str, trial: Mending) -> set[Key]:
    """The findings of an entry with a literal taken for something else."""
    with _aside(m, trial):
        m.begin(name, afresh=True)
        mark = m.store.mark()
        try:
            entry(False)
        except (Diverges, BudgetSpent, RecursionError):
            pass
        finally:
            m.store.rollback(mark)
            m.stack.clear()
            m.active.clear()
        return set(m.recorder.findings)


@contextmanager
def _aside(m: Interpreter, trial: Mending) -> Iterator[None]:
    """A run that leaves nothing behind."""
    recorder = m.recorder
    m.recorder, m.mending = type(recorder)(), trial
    try:
        yield
    finally:
        m.recorder, m.mending = recorder, None
