"""Sizes, facts and answers against plain integers."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from shapelint.symbolic import (
    Facts,
    Impossible,
    Proved,
    Shape,
    Size,
    Truth,
    ask,
    concat,
    conj,
    counterexample,
    disj,
    eq,
    evaluate,
    feasible,
    floordiv,
    ge,
    holds,
    ite,
    lt,
    maximum,
    minimum,
    mod,
    ne,
    negate,
    new_flag,
    new_symbol,
    product,
    unknown_shape,
)

SYMBOLS = tuple(new_symbol(name) for name in "abc")
ATOMS = tuple(next(iter(symbol.symbols)) for symbol in SYMBOLS)
BOX = tuple(itertools.product(range(1, 7), repeat=len(SYMBOLS)))
Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Both:
    """A size, and what Python makes of the same expression."""

    size: Size
    number: Callable[[Numbers], int]


def leaves() -> st.SearchStrategy[Both]:
    symbols = [Both(s, lambda at, i=i: at[i]) for i, s in enumerate(SYMBOLS)]  # type: ignore[misc]
    constants = st.integers(-3, 8).map(lambda n: Both(n, lambda _: n))
    return st.one_of(st.sampled_from(symbols), constants)


def grown(inner: st.SearchStrategy[Both]) -> st.SearchStrategy[Both]:
    def combine(x: Both, y: Both, op: str) -> Both:
        match op:
            case "+":
                return Both(x.size + y.size, lambda at: x.number(at) + y.number(at))
            case "-":
                return Both(x.size - y.size, lambda at: x.number(at) - y.number(at))
            case "*":
                return Both(x.size * y.size, lambda at: x.number(at) * y.number(at))
            case "min":
                return Both(minimum(x.size, y.size), lambda at: min(x.number(at), y.number(at)))
            case "max":
                return Both(maximum(x.size, y.size), lambda at: max(x.number(at), y.number(at)))
            case "if":
                chosen = ite(ge(x.size, y.size), x.size, y.size + 1)
                return Both(
                    chosen,
                    lambda at: x.number(at) if x.number(at) >= y.number(at) else y.number(at) + 1,
                )
        raise AssertionError(op)

    def divide(x: Both, k: int, op: str) -> Both:
        if op == "//":
            return Both(floordiv(x.size, k), lambda at: x.number(at) // k)
        return Both(mod(x.size, k), lambda at: x.number(at) % k)

    pairs = st.builds(combine, inner, inner, st.sampled_from(["+", "-", "*", "min", "max", "if"]))
    by_number = st.builds(
        divide, inner, st.integers(-4, 5).filter(bool), st.sampled_from(["//", "%"])
    )
    return st.one_of(pairs, by_number)


sizes = st.recursive(leaves(), grown, max_leaves=6)
assignments = st.tuples(*(st.integers(1, 40) for _ in SYMBOLS))


def named(at: Numbers) -> dict:
    return dict(zip(ATOMS, at, strict=True))


@settings(max_examples=400, deadline=None)
@given(sizes, assignments)
def test_sizes_are_exact(both: Both, at: Numbers) -> None:
    assert evaluate(both.size, named(at)) == both.number(at)


@settings(max_examples=200, deadline=None)
@given(sizes, sizes, assignments)
def test_comparisons_are_exact(x: Both, y: Both, at: Numbers) -> None:
    assert holds(eq(x.size, y.size), named(at)) == (x.number(at) == y.number(at))
    assert holds(lt(x.size, y.size), named(at)) == (x.number(at) < y.number(at))


@st.composite
def formulas(draw: st.DrawFn) -> Truth:
    x, y = draw(sizes), draw(sizes)
    made: Truth = draw(st.sampled_from([eq, ge, lt, ne]))(x.size, y.size)
    if draw(st.booleans()):
        other: Truth = draw(st.sampled_from([eq, ge]))(draw(sizes).size, draw(sizes).size)
        made = draw(st.sampled_from([conj, disj]))(made, other)
    return negate(made) if draw(st.booleans()) else made


@settings(max_examples=200, deadline=None)
@given(st.lists(formulas(), max_size=3), formulas())
def test_answers_hold_for_all_numbers(known: list[Truth], question: Truth) -> None:
    facts = Facts()
    for formula in known:
        facts = facts.assume(formula)
    possible = [at for at in BOX if all(holds(f, named(at)) for f in known)]
    if possible:
        assert not facts.contradictory
        assert feasible(facts)
    answer = ask(facts, question)
    truths = {holds(question, named(at)) for at in possible}
    if isinstance(answer, Proved):
        assert truths <= {True}
    if isinstance(answer, Impossible):
        assert truths <= {False}


@settings(max_examples=200, deadline=None)
@given(sizes, st.lists(formulas(), max_size=3))
def test_what_is_known_does_not_change_a_size(both: Both, known: list[Truth]) -> None:
    facts = Facts()
    for formula in known:
        facts = facts.assume(formula)
    simpler = facts.size(both.size)
    for at in BOX[::7]:
        if all(holds(f, named(at)) for f in known):
            assert evaluate(simpler, named(at)) == both.number(at)


a, b, c = SYMBOLS


def test_equal_polynomials_are_equal() -> None:
    assert (a + b) * (a - b) == a * a - b * b
    assert a * b * 3 - b * a * 2 == b * a
    assert floordiv(a * 16 * 10 * 10, a) == 1600
    assert floordiv(a * 6 + 12, 6) == a + 2
    assert mod(a * 6 + 1, 3) == 1
    assert str(a + b - a) == "b"


def test_algebra_decides_what_needs_no_solver() -> None:
    assert isinstance(ask(Facts(), eq(a * 2, b * 2 + 1)), Impossible)
    assert isinstance(ask(Facts(), ge(a * b, 1)), Proved)
    doubled = Facts().assume(eq(a, b * 2))
    assert isinstance(ask(doubled, eq(mod(a, 2), 0)), Proved)
    assert counterexample(doubled.assume(ge(b, 3)), ATOMS[1:2])["b"] >= 3


def test_facts_remember_where_they_came_from() -> None:
    facts = Facts().assume(eq(a, 4), "line 3")
    answer = ask(facts, eq(a, 5))
    assert isinstance(answer, Impossible)
    assert [fact.origin for fact in answer.core] == ["line 3"]


def test_rivals_exclude_one_another() -> None:
    rivals: list = []
    first, second = new_flag("first", rivals), new_flag("second", rivals)
    assert Facts().assume(first).truth(second) is False
    either = Facts().assume(disj(first, second))
    assert either.assume(negate(first)).truth(second) is True
    assert either.assume(negate(first)).assume(negate(second)).contradictory


def test_shapes_of_unknown_rank() -> None:
    shape = unknown_shape("batch")
    both = concat(shape, Shape((3, 4)))
    assert both is not None
    assert str(both) == "(*batch, 3, 4)"
    assert both.rank is None
    assert both.axis(-1) == 4
    assert both.axis(0) is None
    assert both.min_rank == 2
    assert shape.var is not None
    refined = Facts().refine(shape.var, Shape((2,)))
    assert refined.shape(both) == Shape((2, 3, 4))
    assert refined.size(both.numel) == 24
    assert product((2, a, 3)) == a * 6
