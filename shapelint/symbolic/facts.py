"""Facts: the path condition, a conjunction that grows along a path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

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
    ShapeVar,
    Size,
    Symbol,
    Truth,
    all_of,
    any_of,
    eq,
    floordiv,
    ge,
    ite,
    maximum,
    minimum,
    mod,
    negate,
    new_symbol,
)
from shapelint.symbolic.shape import Shape

Bounds = tuple[int | None, int | None]
MAX_RANK = 16
MAX_NEGATED = 4
"""A heavier conjunction is not negated to look whether that is known: it costs more than it tells."""


class Fact(NamedTuple):
    """A formula that holds on the path, and where it comes from."""

    formula: Formula
    origin: object = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds. Equalities act as substitutions at once; the rest is kept as formulas."""

    parent: Facts | None = None
    fact: Fact | None = None
    contradictory: bool = False
    sizes: dict[Symbol | Len | Prod, Size] = field(default_factory=dict)
    shapes: dict[ShapeVar, Shape] = field(default_factory=dict)
    flags: dict[Flag, bool] = field(default_factory=dict)
    limits: dict[Symbol | Len | Prod, Bounds] = field(default_factory=dict)
    known: frozenset[Formula] = frozenset()

    def __iter__(self) -> Iterator[Fact]:
        facts: Facts | None = self
        while facts is not None:
            if facts.fact is not None:
                yield facts.fact
            facts = facts.parent

    def _with(
        self,
        formula: Formula,
        origin: object,
        *,
        sizes: dict[Symbol | Len | Prod, Size] | None = None,
        shapes: dict[ShapeVar, Shape] | None = None,
        flags: dict[Flag, bool] | None = None,
        known: frozenset[Formula] | None = None,
    ) -> Facts:
        # written out: `dataclasses.replace` takes several times as long, and each fork comes here twice
        return Facts(
            self,
            Fact(formula, origin),
            self.contradictory,
            self.sizes if sizes is None else sizes,
            self.shapes if shapes is None else shapes,
            self.flags if flags is None else flags,
            self.limits,
            self.known if known is None else known,
        )

    def _knowing(self, known: frozenset[Formula]) -> Facts:
        return Facts(
            self.parent,
            self.fact,
            self.contradictory,
            self.sizes,
            self.shapes,
            self.flags,
            self.limits,
            known,
        )

    def assume(self, truth: Truth, origin: object = None) -> Facts:
        """These facts and one more."""
        truth = self.truth(truth)
        if truth is True:
            return self
        if truth is False:
            return replace(self, contradictory=True)
        assert isinstance(truth, Formula)
        if truth.kind == "and":
            facts = self
            for part in truth.args:
                facts = facts.assume(part, origin)
            return facts
        if truth.kind == "flag":
            flag: Flag = truth.args[0]
            others = {rival: False for rival in flag.rivals or ()}
            flags = {**self.flags, **others, flag: True}
            return self._with(truth, origin, flags=flags)._propagated({flag, *others}, origin)
        if truth.kind == "not" and truth.args[0].kind == "flag":
            flag = truth.args[0].args[0]
            flags = {**self.flags, flag: False}
            return self._with(truth, origin, flags=flags)._propagated({flag}, origin)
        if truth.kind == "eq":
            return self._equal(truth, origin)
        facts = self._with(truth, origin, known=self.known | {truth})
        if truth.kind == "ge":
            limits = facts._tightened(truth.args[0])
            if limits is not None:
                facts = replace(facts, limits=limits)
        return facts

    def _propagated(self, decided: set[Flag], origin: object) -> Facts:
        """What older formulas say once these flags are decided (unit propagation)."""
        facts = self
        for formula in self.known:
            if formula.kind == "or" and not decided.isdisjoint(formula.flags):
                left = facts.truth(facts._substituted(formula))
                if left is not formula:
                    known = facts.known - {formula}
                    if isinstance(left, Formula) and left.kind == "or":
                        facts = facts._knowing(known | {left})
                    else:
                        facts = facts._knowing(known).assume(left, origin)
        return facts

    def _tightened(self, d: Dim) -> dict[Symbol | Len | Prod, Bounds] | None:
        """Bounds of one symbol from `a * symbol + c >= 0`."""
        terms = dict(d.terms)
        constant = terms.pop((), 0)
        if len(terms) != 1:
            return None
        ((monomial, a),) = terms.items()
        if len(monomial) != 1 or monomial[0][1] != 1:
            return None
        atom = monomial[0][0]
        if not isinstance(atom, Symbol | Len | Prod):
            return None
        low, high = self.limits.get(atom, (atom.lower, None))
        if a > 0:
            bound = -(constant // a)
            low = bound if low is None else max(low, bound)
        else:
            bound = constant // -a
            high = bound if high is None else min(high, bound)
        return {**self.limits, atom: (low, high)}

    def _equal(self, truth: Formula, origin: object) -> Facts:
        d: Dim = truth.args[0]
        best: tuple[int, Symbol | Len | Prod, int] | None = None
        for monomial, coefficient in d.terms.items():
            if len(monomial) != 1 or monomial[0][1] != 1 or abs(coefficient) != 1:
                continue
            atom = monomial[0][0]
            if not isinstance(atom, Symbol | Len | Prod):
                continue
            rest = d - Dim({monomial: coefficient})
            if isinstance(rest, Dim) and atom in rest.symbols:
                continue
            age = getattr(atom, "uid", 0) or atom.var.uid  # type: ignore[union-attr]
            if isinstance(atom, Len):
                if isinstance(rest, int):
                    return self._ranked(truth, atom.var, -rest * coefficient, origin)
                continue
            if isinstance(atom, Prod):
                continue
            if best is None or age > best[0]:
                best = (age, atom, coefficient)
        if best is None:
            return self._with(truth, origin, known=self.known | {truth})
        _, atom, coefficient = best
        value = -(d - Dim({((atom, 1),): coefficient})) * coefficient
        low, high = self.limits.get(atom, (atom.lower, None))
        facts = self._with(truth, origin, sizes={**self.sizes, atom: value})
        if low is not None:
            facts = facts.assume(ge(value, low), origin)
        if high is not None:
            facts = facts.assume(ge(high, value), origin)
        return facts._renewed()

    def _renewed(self) -> Facts:
        """Whether older formulas still can hold after a substitution."""
        if self.contradictory:
            return self
        for formula in self.known:
            if (
                not self.sizes.keys().isdisjoint(formula.symbols)
                and self._substituted(formula) is False
            ):
                return replace(self, contradictory=True)
        return self

    def _ranked(self, truth: Formula, var: ShapeVar, rank: int, origin: object) -> Facts:
        if not 0 <= rank <= MAX_RANK:
            return replace(self, contradictory=rank < 0)
        axes = tuple(new_symbol(f"{var.name}{i}", free=var.free) for i in range(rank))
        return self._with(truth, origin, shapes={**self.shapes, var: Shape(axes)})._renewed()

    def refine(self, var: ShapeVar, shape: Shape, origin: object = None) -> Facts:
        """The axes of the variable are those of the shape."""
        low, high = self.limits.get(Len(var), (0, None))
        facts = replace(self, shapes={**self.shapes, var: shape})
        if shape.var is None:
            count = len(shape.prefix)
            if (low is not None and count < low) or (high is not None and count > high):
                return replace(facts, contradictory=True)
        elif (low, high) != (0, None):
            used = shape.min_rank
            if high is not None and used > high:
                return replace(facts, contradictory=True)
            inner = (max(0, (low or 0) - used), None if high is None else high - used)
            facts = replace(facts, limits={**facts.limits, Len(shape.var): inner})
        return facts._renewed()

    def limit_rank(self, var: ShapeVar, low: int, high: int | None) -> Facts:
        """The variable has from `low` to `high` axes."""
        old_low, old_high = self.limits.get(Len(var), (0, None))
        low = max(low, old_low or 0)
        if old_high is not None:
            high = old_high if high is None else min(high, old_high)
        if high is not None and low > high:
            return replace(self, contradictory=True)
        if high is not None and low == high:
            axes = tuple(new_symbol(f"{var.name}{i}", free=var.free) for i in range(low))
            return self.refine(var, Shape(axes))
        return replace(self, limits={**self.limits, Len(var): (low, high)})

    def with_axes(self, shape: Shape, count: int) -> Facts:
        """The shape has at least so many axes."""
        shape = self.shape(shape)
        if shape.var is None or self.rank_bounds(shape)[0] >= count:
            return self
        return self.limit_rank(shape.var, count - shape.min_rank, None)

    def size(self, size: Size) -> Size:
        """The size with all that is known put in."""
        if isinstance(size, int):
            return size
        for _ in range(50):
            if not self._touches(size):
                return size
            size = self._replaced(size)
            if isinstance(size, int):
                return size
        return size

    def _touches(self, value: Dim | Formula) -> bool:
        symbols = value.symbols
        if self.sizes and not self.sizes.keys().isdisjoint(symbols):
            return True
        if self.shapes:
            for symbol in symbols:
                if isinstance(symbol, Len | Prod) and symbol.var in self.shapes:
                    return True
        return bool(self.flags) and not self.flags.keys().isdisjoint(value.flags)

    def _replaced(self, size: Size) -> Size:
        if isinstance(size, int) or not self._touches(size):
            return size
        result: Size = 0
        for monomial, coefficient in size.terms.items():
            part: Size = coefficient
            for atom, power in monomial:
                value = self._atom(atom)
                for _ in range(power):
                    part = part * value
            result = result + part
        return result

    def _atom(self, atom: Atom) -> Size:
        if isinstance(atom, Symbol):
            return self.sizes.get(atom, _alone(atom))
        if isinstance(atom, Len):
            shape = self.shapes.get(atom.var)
            return _alone(atom) if shape is None else shape.rank_size
        if isinstance(atom, Prod):
            shape = self.shapes.get(atom.var)
            return self.sizes.get(atom, _alone(atom)) if shape is None else shape.numel
        if isinstance(atom, Quotient):
            return floordiv(self._replaced(atom.a), self._replaced(atom.b))
        if isinstance(atom, Remainder):
            return mod(self._replaced(atom.a), self._replaced(atom.b))
        if isinstance(atom, Extremum):
            pick = minimum if atom.kind == "min" else maximum
            return pick(*(self._replaced(s) for s in atom.sizes))
        assert isinstance(atom, Ite)
        return ite(
            self._substituted(atom.condition),
            self._replaced(atom.then),
            self._replaced(atom.orelse),
        )

    def shape(self, shape: Shape) -> Shape:
        """The shape with all that is known put in."""
        changed = shape
        while changed.var is not None and changed.var in self.shapes:
            inner = self.shapes[changed.var]
            if inner.var is None:
                changed = Shape((*changed.prefix, *inner.prefix, *changed.suffix))
            else:
                changed = Shape(
                    (*changed.prefix, *inner.prefix), inner.var, (*inner.suffix, *changed.suffix)
                )
        if not self.sizes and not self.flags and not self.shapes:
            return changed
        prefix = tuple(map(self.size, changed.prefix))
        suffix = tuple(map(self.size, changed.suffix))
        if prefix == changed.prefix and suffix == changed.suffix:
            return changed
        return Shape(prefix, changed.var, suffix)

    def truth(self, truth: Truth) -> Truth:
        """The truth as far as facts decide it."""
        for _ in range(20):
            if isinstance(truth, bool):
                return truth
            if not self._touches(truth):
                break
            truth = self._substituted(truth)
        return self._decided(truth)

    def _decided(self, truth: Truth) -> Truth:
        if isinstance(truth, bool) or truth.kind == "flag":
            return truth  # what is known of flags has been put in
        if truth.kind == "not" and truth.args[0].kind == "flag":
            return truth
        if truth in self.known:
            return True
        if truth.kind == "or":  # no conjunction is kept whole: its negation is never known
            return any_of(map(self._decided, truth.args))
        if truth.kind == "and":
            if truth.weight <= MAX_NEGATED and negate(truth) in self.known:
                return False
            return all_of(map(self._decided, truth.args))
        if negate(truth) in self.known:
            return False
        if truth.kind == "not":
            return negate(self._decided(truth.args[0]))
        low, high = self.bounds(truth.args[0])
        if truth.kind == "ge":
            if low is not None and low >= 0:
                return True
            return False if high is not None and high < 0 else truth
        if (low is not None and low > 0) or (high is not None and high < 0):
            return False
        return True if low == high == 0 else truth

    def _substituted(self, truth: Truth) -> Truth:
        if isinstance(truth, bool) or not self._touches(truth):
            return truth
        if truth.kind == "flag":
            return self.flags.get(truth.args[0], truth)
        if truth.kind == "not":
            return negate(self._substituted(truth.args[0]))
        if truth.kind == "and":
            return all_of(map(self._substituted, truth.args))
        if truth.kind == "or":
            return any_of(map(self._substituted, truth.args))
        compare = eq if truth.kind == "eq" else ge
        return compare(self._replaced(truth.args[0]), 0)

    def bounds(self, size: Size) -> Bounds:
        """Bounds that hold on this path."""
        size = self.size(size)
        if isinstance(size, int):
            return size, size
        low: int | None = 0
        high: int | None = 0
        for monomial, coefficient in size.terms.items():
            least, most = self._monomial(monomial)
            if coefficient < 0:
                least, most = most, least
            low = None if low is None or least is None else low + coefficient * least
            high = None if high is None or most is None else high + coefficient * most
        return low, high

    def _monomial(self, monomial: tuple[tuple[Atom, int], ...]) -> Bounds:
        from shapelint.symbolic.dim import _upper

        least, most = 1, 1
        unbounded = False
        for atom, power in monomial:
            low, high = atom.lower, _upper(atom)
            if isinstance(atom, Symbol | Len | Prod):
                low, high = self.limits.get(atom, (low, high))
            if low is None or low < 0:
                if len(monomial) == 1 and power == 1:
                    return low, high
                return None, None
            least *= low**power
            if high is None:
                unbounded = True
            else:
                most *= high**power
        return least, None if unbounded else most

    def rank_bounds(self, shape: Shape) -> tuple[int, int | None]:
        """From how many to how many axes the shape can have."""
        shape = self.shape(shape)
        if shape.var is None:
            return len(shape.prefix), len(shape.prefix)
        low, high = self.limits.get(Len(shape.var), (0, None))
        return (low or 0) + shape.min_rank, None if high is None else high + shape.min_rank


def _alone(atom: Symbol | Len | Prod) -> Dim:
    return Dim({((atom, 1),): 1})
