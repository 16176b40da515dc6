"""Questions to the facts: algebra first, a search for witnesses next, Z3 last."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from shapelint.symbolic.dim import (
    Atom,
    Dim,
    Extremum,
    Flag,
    Formula,
    Ite,
    Len,
    Prod,
    Quotient,
    Remainder,
    Size,
    Symbol,
    Truth,
    conj,
    negate,
)
from shapelint.symbolic.facts import Fact, Facts

Z3_MILLISECONDS = 50
MAX_FORMULAS = 60
MAX_TEXTS = 20_000
TRIES = 40
POOL = (1, 2, 3, 4, 5, 7, 8, 16, 12, 32, 64, 0, 6, 9, 128, 256)

Unknown = Symbol | Len | Prod | Flag
Assignment = dict[Unknown, int]


class Trial(Assignment):
    """An assignment on trial: it remembers what is made of its numbers until one of them changes. (What the
    layers of a network make of a length nests in each of its parts again and again.)"""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[Atom, int] = {}

    def __setitem__(self, unknown: Unknown, number: int) -> None:
        self.made.clear()
        super().__setitem__(unknown, number)


@dataclass(frozen=True, slots=True)
class Proved:
    """The requirement follows from the facts."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """The facts exclude the requirement; `core` are those that do."""

    core: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """Neither, or not known within the time limit."""


Answer = Proved | Impossible | Open


class Undefined(Exception):
    """A division by zero in an evaluated size."""


def evaluate(size: Size, assignment: Assignment) -> int:
    """The number a size has under an assignment. Raises Undefined on division by zero."""
    if isinstance(size, int):
        return size
    result = 0
    for monomial, coefficient in size.terms.items():
        part = coefficient
        for atom, power in monomial:
            part *= _value(atom, assignment) ** power
        result += part
    return result


def _value(atom: Atom, assignment: Assignment) -> int:
    if isinstance(atom, Symbol | Len | Prod):
        return assignment[atom]
    if not isinstance(assignment, Trial):
        return _made(atom, assignment)
    made = assignment.made.get(atom)
    if made is None:
        made = assignment.made[atom] = _made(atom, assignment)
    return made


def _made(atom: Quotient | Remainder | Extremum | Ite, assignment: Assignment) -> int:
    if isinstance(atom, Quotient | Remainder):
        a, b = evaluate(atom.a, assignment), evaluate(atom.b, assignment)
        if b == 0:
            raise Undefined
        return a // b if isinstance(atom, Quotient) else a % b
    if isinstance(atom, Extremum):
        values = [evaluate(s, assignment) for s in atom.sizes]
        return max(values) if atom.kind == "max" else min(values)
    assert isinstance(atom, Ite)
    return evaluate(atom.then if holds(atom.condition, assignment) else atom.orelse, assignment)


def holds(truth: Truth, assignment: Assignment) -> bool:
    """Whether a truth holds under an assignment."""
    if isinstance(truth, bool):
        return truth
    if truth.kind == "flag":
        return bool(assignment[truth.args[0]])
    if truth.kind == "not":
        return not holds(truth.args[0], assignment)
    if truth.kind == "and":
        return all(holds(part, assignment) for part in truth.args)
    if truth.kind == "or":
        return any(holds(part, assignment) for part in truth.args)
    number = evaluate(truth.args[0], assignment)
    return number == 0 if truth.kind == "eq" else number >= 0


def ask(facts: Facts, requirement: Truth) -> Answer:
    """Whether the requirement is proved, impossible or open under the facts."""
    truth = facts.truth(requirement)
    if truth is True:
        return Proved()
    if facts.contradictory:
        return Open()
    if truth is False:
        return Impossible(_touching(facts, requirement))
    assert isinstance(truth, Formula)
    relevant = _relevant(facts, truth)
    if relevant is None:
        return Open()
    needed = conj(truth, *relevant)
    if needed is False:
        return Impossible(_touching(facts, requirement))
    if isinstance(needed, bool):
        return Open()
    if _witness(needed, facts) is not None:
        return Open()
    return Impossible(_touching(facts, requirement)) if _unsatisfiable(needed) else Open()


def follows(facts: Facts, condition: Truth) -> bool:
    """Whether the facts imply it, be it by what several of them say together."""
    truth = facts.truth(condition)
    if isinstance(truth, bool):
        return truth
    return isinstance(ask(facts, negate(truth)), Impossible)


def feasible(facts: Facts) -> bool:
    """Whether some input may take this path: false only where that is shown."""
    if facts.contradictory:
        return False
    formulas = [f for f in map(facts.truth, facts.known) if f is not True]
    if False in formulas:
        return False
    flags = {flag for f in formulas if isinstance(f, Formula) for flag in f.flags}
    undecided = sorted(flags, key=lambda flag: flag.uid)
    exclusions = [
        Formula("or", (negate(Formula("flag", (a,))), negate(Formula("flag", (b,)))))
        for i, a in enumerate(undecided)
        for b in undecided[i + 1 :]
        if a.rivals is not None and a.rivals is b.rivals
    ]
    parts = sorted((f for f in formulas if isinstance(f, Formula)), key=str)[:MAX_FORMULAS]
    if not parts:
        return True
    needed = Formula("and", (*parts, *exclusions))
    return _witness(needed, facts) is not None or not _unsatisfiable(needed)


def counterexample(facts: Facts, symbols: Iterable[Unknown] = ()) -> dict[str, int]:
    """Small numbers, by name, for these symbols and all that the facts tie to them, under which
    the facts hold; empty if none are found."""
    formulas = [t for fact in facts if isinstance(t := facts.truth(fact.formula), Formula)]
    needed = conj(*formulas[:MAX_FORMULAS])
    found = _witness(needed, facts) if isinstance(needed, Formula) else {}
    if found is None:
        return {}
    for symbol in symbols:
        if isinstance(symbol, Symbol) and symbol not in found:
            low, high = facts.limits.get(symbol, (symbol.lower, None))
            found[symbol] = max(2 if low is None else low, 2 if high is None else min(high, 2))
    return {atom.name: n for atom, n in found.items() if isinstance(atom, Symbol)}


def model(facts: Facts) -> Assignment | None:
    """Numbers for all that the facts speak of, under which they hold; None if none are found."""
    if facts.contradictory:
        return None
    decided: Assignment = {flag: int(value) for flag, value in facts.flags.items()}
    needed = conj(*(f for f in map(facts._substituted, facts.known) if f is not True))
    if isinstance(needed, bool):
        return decided if needed else None
    bounds = [f for symbol in needed.symbols for f in _bounds(facts, symbol)]
    needed = conj(needed, *bounds)
    assert isinstance(needed, Formula)
    found = _witness(needed, facts)
    if found is None:
        found = _z3_model(needed)
    return None if found is None else {**decided, **found}


def _touching(facts: Facts, requirement: Truth) -> tuple[Fact, ...]:
    if isinstance(requirement, bool):
        return ()
    symbols = set(requirement.symbols)
    return tuple(fact for fact in facts if not symbols.isdisjoint(fact.formula.symbols))[:8]


def _unknowns(formula: Formula) -> frozenset[Any]:
    return formula.symbols | formula.flags


def _relevant(facts: Facts, truth: Formula) -> list[Formula] | None:
    """The remaining formulas that share an unknown with the truth, directly or not."""
    pending = {t for f in facts.known if isinstance(t := facts._substituted(f), Formula)}
    reached = set(_unknowns(truth))
    chosen: list[Formula] = []
    grew = True
    while grew:
        grew = False
        for formula in list(pending):
            if not reached.isdisjoint(_unknowns(formula)):
                pending.discard(formula)
                chosen.append(formula)
                reached |= _unknowns(formula)
                grew = True
        if len(chosen) > MAX_FORMULAS:
            return None
    for symbol in reached:
        chosen += _bounds(facts, symbol)
    return chosen


def _bounds(facts: Facts, symbol: Any) -> list[Formula]:
    """What limits an unknown size, as formulas."""
    if not isinstance(symbol, Symbol | Len | Prod) or symbol not in facts.limits:
        return []
    low, high = facts.limits[symbol]
    alone = Dim({((symbol, 1),): 1})
    bounds = (None if low is None else alone - low, None if high is None else high - alone)
    return [Formula("ge", (bound,)) for bound in bounds if isinstance(bound, Dim)]


def _witness(needed: Formula, facts: Facts) -> Assignment | None:
    """Numbers under which the formula holds, by a short guided search."""
    symbols = sorted(needed.symbols, key=str)
    flags = sorted(needed.flags, key=str)
    if len(symbols) + len(flags) > 40:
        return None
    conjuncts: Iterable[Formula] = needed.args if needed.kind == "and" else (needed,)
    source = random.Random(0)
    for attempt in range(TRIES):
        assignment = Trial()
        for symbol in symbols:
            low = facts.limits.get(symbol, (symbol.lower, None))[0]
            value = POOL[attempt % 3] if attempt < 6 else source.choice(POOL)
            assignment[symbol] = value if low is None else max(low, value)
            if isinstance(symbol, Len):
                assignment[symbol] = min(assignment[symbol], 6)
        for flag in flags:
            assignment[flag] = attempt & 1 if attempt < 2 else source.randint(0, 1)
        try:
            for _ in range(3):
                failing = [f for f in conjuncts if not holds(f, assignment)]
                if not failing:
                    return assignment
                for formula in failing:
                    _repair(formula, assignment, source)
            if all(holds(f, assignment) for f in conjuncts):
                return assignment
        except (Undefined, OverflowError):
            continue
    return None


def _repair(formula: Formula, assignment: Trial, source: random.Random) -> None:
    """Change one unknown so that the formula comes to hold."""
    if formula.kind == "or":
        _repair(source.choice(formula.args), assignment, source)
    elif formula.kind == "and":
        for part in formula.args:
            if not holds(part, assignment):
                _repair(part, assignment, source)
    elif formula.kind == "flag":
        assignment[formula.args[0]] = 1
    elif formula.kind == "not" and formula.args[0].kind == "flag":
        assignment[formula.args[0].args[0]] = 0
    elif formula.kind in ("eq", "ge"):
        d: Dim = formula.args[0]
        options = [
            (atom, coefficient)
            for monomial, coefficient in d.terms.items()
            if len(monomial) == 1
            and monomial[0][1] == 1
            and isinstance(atom := monomial[0][0], Symbol | Len | Prod)
        ]
        if not options:
            return
        atom, coefficient = source.choice(options)
        off = evaluate(d, assignment)
        value = assignment[atom] - (
            off // coefficient
            if off % coefficient == 0 or formula.kind == "eq"
            else off // coefficient - 1
        )
        if formula.kind == "ge":
            value = assignment[atom] + (
                -(off // coefficient) if coefficient > 0 else -(-off // -coefficient)
            )
        low = atom.lower
        if low is None or value >= low:
            assignment[atom] = value


@lru_cache(maxsize=500)
def _unsatisfiable(needed: Formula) -> bool:
    """Whether Z3 shows within its time limit that no numbers make the formula hold."""
    try:
        return _z3_unsatisfiable(needed)
    except Exception:  # a fault of the solver library must not become a finding
        return False


_unsatisfiable_texts: dict[str, bool] = {}
"""Answers by the text of the question. Every layer of a network asks the same with symbols of its own."""


def _z3_unsatisfiable(needed: Formula) -> bool:
    import z3

    solver, _ = _posed(needed)
    question = solver.sexpr()
    if question not in _unsatisfiable_texts:
        if len(_unsatisfiable_texts) >= MAX_TEXTS:
            _unsatisfiable_texts.clear()
        _unsatisfiable_texts[question] = bool(solver.check() == z3.unsat)
    return _unsatisfiable_texts[question]


def _z3_model(needed: Formula) -> Assignment | None:
    """Small numbers under which the formula holds, if Z3 finds some within its time limit."""
    import z3

    try:
        solver, names = _posed(needed)
        sizes = [name for unknown, name in names.items() if not isinstance(unknown, Flag)]
        for limit in (16, 512, None):
            solver.push()
            if limit is not None:
                solver.add(*(name <= limit for name in sizes))
            if solver.check() == z3.sat:
                found = solver.model()
                values = {u: found.eval(name, model_completion=True) for u, name in names.items()}
                return {
                    u: int(z3.is_true(v)) if isinstance(u, Flag) else v.as_long()
                    for u, v in values.items()
                }
            solver.pop()
    except Exception:  # a fault of the solver library: no witness, never a crash
        return None
    return None


def _posed(needed: Formula) -> tuple[Any, dict[Unknown, Any]]:
    """A solver that is asked for numbers under which the formula holds, and its names for them."""
    import z3

    names: dict[Unknown, Any] = {}
    side: list[Any] = []
    parts = itertools.count()

    def size(value: Size) -> Any:
        if isinstance(value, int):
            return z3.IntVal(value)
        terms = []
        for monomial, coefficient in value.terms.items():
            part = z3.IntVal(coefficient)
            for atom, power in monomial:
                for _ in range(power):
                    part = part * of_atom(atom)
            terms.append(part)
        return z3.Sum(terms) if len(terms) > 1 else terms[0]

    def of_atom(atom: Atom) -> Any:
        if isinstance(atom, Symbol | Len | Prod):
            if atom not in names:
                names[atom] = z3.Int(f"v{len(names)}")
                if atom.lower is not None:
                    side.append(names[atom] >= atom.lower)
            return names[atom]
        if isinstance(atom, Quotient | Remainder):
            a, b = size(atom.a), size(atom.b)
            number = next(parts)
            quotient, rest = z3.Int(f"q{number}"), z3.Int(f"r{number}")
            side.append(a == quotient * b + rest)
            side.append(z3.Implies(b > 0, z3.And(rest >= 0, rest < b)))
            side.append(z3.Implies(b < 0, z3.And(rest <= 0, rest > b)))
            return quotient if isinstance(atom, Quotient) else rest
        if isinstance(atom, Extremum):
            result = size(atom.sizes[0])
            for other in atom.sizes[1:]:
                term = size(other)
                better = result >= term if atom.kind == "max" else result <= term
                result = z3.If(better, result, term)
            return result
        assert isinstance(atom, Ite)
        return z3.If(truth(atom.condition), size(atom.then), size(atom.orelse))

    def truth(value: Truth) -> Any:
        if isinstance(value, bool):
            return z3.BoolVal(value)
        if value.kind == "flag":
            flag = value.args[0]
            if flag not in names:
                names[flag] = z3.Bool(f"f{len(names)}")
            return names[flag]
        if value.kind == "not":
            return z3.Not(truth(value.args[0]))
        if value.kind == "and":
            return z3.And(*map(truth, value.args))
        if value.kind == "or":
            return z3.Or(*map(truth, value.args))
        d = size(value.args[0])
        return d == 0 if value.kind == "eq" else d >= 0

    solver = z3.Solver()
    solver.set("timeout", Z3_MILLISECONDS)
    goal = truth(needed)
    solver.add(goal, *side)
    return solver, names
