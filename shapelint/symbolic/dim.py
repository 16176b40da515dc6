"""Sizes: integer expressions in normal form, and the truths one can state about them.

A `Dim` is a sum of products of atoms with integer coefficients. It is never constant: arithmetic
falls back to `int`. Equal polynomials are equal objects' values, so most questions need no solver.
Dims and formulas refer to each other (`ite` holds a condition), hence one module for both.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import gcd
from typing import Any, Generic, TypeVar

T = TypeVar("T")
_uids = itertools.count(1)


class once(Generic[T]):
    """A property that is computed when it is first read. (`functools.cached_property` takes a lock for
    that before Python 3.12, which costs as much as most of what is computed here.)"""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> T:
        value = instance.__dict__[self.name] = self.compute(instance)
        return value


MAX_NODES = 256
"""A compound atom that is longer than this, written out, becomes a fresh symbol: `min` and `max` of
each other (same-padding of a run of layers) would double with every layer. So does a product of more terms."""
MAX_DEGREE = 32
"""A product of more factors than this becomes a fresh symbol: the degree of a square doubles."""
MAX_LOWER = 2**62
"""A bound that is greater tells no more."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """An unknown integer; `lower` bounds it from below (None: not bounded). It is `free` if it may
    be any such number, as an input may; else only the analysis does not know it."""

    name: str
    uid: int
    lower: int | None = 1
    free: bool = True

    def __hash__(self) -> int:
        return self.uid

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class ShapeVar:
    """A run of axes of unknown number; `free` as with symbols."""

    name: str
    uid: int
    free: bool = False

    def __hash__(self) -> int:
        return self.uid

    def __str__(self) -> str:
        return f"*{self.name}"


@dataclass(frozen=True, slots=True)
class Len:
    """The number of axes of a shape variable."""

    var: ShapeVar
    lower = 0

    def __str__(self) -> str:
        return f"len({self.var.name})"


@dataclass(frozen=True, slots=True)
class Prod:
    """The product of the sizes of a shape variable."""

    var: ShapeVar
    lower = 0

    def __str__(self) -> str:
        return f"prod({self.var.name})"


@dataclass(frozen=True, slots=True)
class Quotient:
    """`a // b` as Python rounds it."""

    a: Size
    b: Size

    @property
    def lower(self) -> int | None:
        return 0 if _at_least(self.a, 0) and _at_least(self.b, 1) else None

    def __str__(self) -> str:
        return f"{_factor(self.a)}//{_factor(self.b)}"


@dataclass(frozen=True, slots=True)
class Remainder:
    """`a % b` as Python signs it."""

    a: Size
    b: Size

    @property
    def lower(self) -> int | None:
        return 0 if _at_least(self.b, 1) else None

    def __str__(self) -> str:
        return f"{_factor(self.a)}%{_factor(self.b)}"


@dataclass(frozen=True, slots=True)
class Extremum:
    """`min` or `max` of several sizes."""

    kind: str
    sizes: tuple[Size, ...]

    def __hash__(self) -> int:
        return hash((self.kind == "max", self.sizes))

    @property
    def lower(self) -> int | None:
        bounds = [bounds_of(s)[0] for s in self.sizes]
        known = [b for b in bounds if b is not None]
        if self.kind == "max":
            return max(known) if known else None
        return min(known) if len(known) == len(bounds) else None

    def __str__(self) -> str:
        return f"{self.kind}({', '.join(map(str, self.sizes))})"


@dataclass(frozen=True, slots=True)
class Ite:
    """`then` where the condition holds, else `orelse`."""

    condition: Formula
    then: Size
    orelse: Size

    @property
    def lower(self) -> int | None:
        a, b = bounds_of(self.then)[0], bounds_of(self.orelse)[0]
        return None if a is None or b is None else min(a, b)

    def __str__(self) -> str:
        return f"({self.then} if {self.condition} else {self.orelse})"


Atom = Symbol | Len | Prod | Quotient | Remainder | Extremum | Ite
Monomial = tuple[tuple[Atom, int], ...]


class Dim:
    """A size that is not a plain int."""

    __slots__ = ("__dict__", "_hash", "terms")

    def __init__(self, terms: Mapping[Monomial, int]) -> None:
        self.terms: dict[Monomial, int] = dict(terms)
        self._hash = hash(frozenset(self.terms.items()))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Dim) and self.terms == other.terms)

    def __getstate__(self) -> dict[Monomial, int]:
        return self.terms

    def __setstate__(self, terms: dict[Monomial, int]) -> None:
        self.__init__(terms)  # type: ignore[misc]

    def __add__(self, other: Size) -> Size:
        if not isinstance(other, int | Dim):
            return NotImplemented
        terms = dict(self.terms)
        for monomial, coefficient in _terms(other).items():
            terms[monomial] = terms.get(monomial, 0) + coefficient
        return _make(terms)

    __radd__ = __add__

    def __neg__(self) -> Size:
        return Dim({monomial: -c for monomial, c in self.terms.items()})

    def __sub__(self, other: Size) -> Size:
        return self + (-other) if isinstance(other, int | Dim) else NotImplemented

    def __rsub__(self, other: int) -> Size:
        return -self + other

    def __mul__(self, other: Size) -> Size:
        if isinstance(other, int):
            return _make({m: c * other for m, c in self.terms.items()})
        if not isinstance(other, Dim):
            return NotImplemented
        if (
            len(self.terms) * len(other.terms) > MAX_NODES
            or self.degree + other.degree > MAX_DEGREE
        ):
            return _some_product(self, other)
        terms: dict[Monomial, int] = {}
        for m, c in self.terms.items():
            for n, d in other.terms.items():
                key = _multiply(m, n)
                terms[key] = terms.get(key, 0) + c * d
        return _make(terms)

    __rmul__ = __mul__

    def __pow__(self, exponent: int) -> Size:
        result: Size = 1
        for _ in range(exponent):
            result = self * result
        return result

    def __floordiv__(self, other: Size) -> Size:
        return floordiv(self, other)

    def __rfloordiv__(self, other: int) -> Size:
        return floordiv(other, self)

    def __mod__(self, other: Size) -> Size:
        return mod(self, other)

    def __rmod__(self, other: int) -> Size:
        return mod(other, self)

    @once
    def nodes(self) -> int:
        """How many atoms the size has, written out."""
        return sum(atom_nodes(atom) for monomial in self.terms for atom, _ in monomial)

    @once
    def bounds(self) -> tuple[int | None, int | None]:
        """What it is at least, and at most, whatever the facts."""
        low: int | None = 0
        high: int | None = 0
        for monomial, coefficient in self.terms.items():
            least, most = _monomial_bounds(monomial)
            if coefficient < 0:
                least, most = most, least
            low = None if low is None or least is None else low + coefficient * least
            high = None if high is None or most is None else high + coefficient * most
        return low, high

    @once
    def degree(self) -> int:
        """The greatest number of factors of a term."""
        return max(sum(power for _, power in monomial) for monomial in self.terms)

    @once
    def symbols(self) -> frozenset[Symbol | Len | Prod]:
        """The symbols (and shape-variable atoms) anywhere inside."""
        found: set[Symbol | Len | Prod] = set()
        for monomial in self.terms:
            for atom, _ in monomial:
                found |= atom_symbols(atom)
        return frozenset(found)

    @once
    def flags(self) -> frozenset[Flag]:
        """The opaque truths anywhere inside."""
        found: set[Flag] = set()
        for monomial in self.terms:
            for atom, _ in monomial:
                for part in parts(atom):
                    if isinstance(part, (Dim, Formula)):
                        found |= part.flags
        return frozenset(found)

    @once
    def _text(self) -> str:
        ordered = sorted(
            self.terms.items(), key=lambda item: (not item[0], item[1] < 0, _name(item[0]))
        )
        text = ""
        for monomial, coefficient in ordered:
            sign = "-" if coefficient < 0 else "+"
            size = abs(coefficient)
            body = _name(monomial, size != 1)
            term = str(size) if not monomial else (body if size == 1 else f"{size}*{body}")
            if text:
                text += f" {sign} {term}"
            else:
                text = term if sign == "+" else f"-{term}"
        return text

    def __str__(self) -> str:
        return self._text

    __repr__ = __str__


Size = int | Dim


def _name(monomial: Monomial, factor: bool = False) -> str:
    factor = factor or len(monomial) > 1
    return "*".join(
        (f"({a})" if isinstance(a, Quotient | Remainder) and factor else str(a))
        + (f"**{p}" if p > 1 else "")
        for a, p in monomial
    )


def _factor(size: Size) -> str:
    text = str(size)
    return text if text.isidentifier() or text.isdigit() else f"({text})"


def _terms(size: Size) -> Mapping[Monomial, int]:
    return size.terms if isinstance(size, Dim) else {(): size}


def _make(terms: dict[Monomial, int]) -> Size:
    kept = {m: c for m, c in terms.items() if c != 0}
    if not kept:
        return 0
    if len(kept) == 1 and () in kept:
        return kept[()]
    return Dim(kept)


def _some_product(a: Dim, b: Dim) -> Dim:
    """A fresh symbol for a product that is too long."""
    low, other = a.bounds[0], b.bounds[0]
    if low is None or other is None or min(low, other) < 0:
        return new_symbol("n", None, free=False)
    return new_symbol("n", min(low * other, MAX_LOWER), free=False)


def _multiply(a: Monomial, b: Monomial) -> Monomial:
    if not a or not b:
        return a or b
    powers = dict(a)
    for atom, power in b:
        powers[atom] = powers.get(atom, 0) + power
    return tuple(sorted(powers.items(), key=lambda item: _order(item[0])))


def _order(atom: Atom) -> tuple[str, int]:
    return (str(atom), getattr(atom, "uid", 0) or hash(atom))


def of(atom: Atom) -> Dim:
    """The size that is just this atom; a fresh symbol with its bound if it is too long."""
    if atom_nodes(atom) > MAX_NODES:
        return new_symbol("n", atom.lower, free=False)
    return Dim({((atom, 1),): 1})


def new_symbol(name: str, lower: int | None = 1, free: bool = True) -> Dim:
    """A fresh unknown size."""
    return of(Symbol(name, next(_uids), lower, free))


def age() -> int:
    """Symbols, shape variables and flags made from here on have a greater uid."""
    return next(_uids)


def new_shape_var(name: str = "s", free: bool = False) -> ShapeVar:
    """A fresh run of axes."""
    return ShapeVar(name, next(_uids), free)


def parts(atom: Atom) -> tuple[Size | Formula, ...]:
    """What an atom is built from."""
    if isinstance(atom, Quotient | Remainder):
        return (atom.a, atom.b)
    if isinstance(atom, Extremum):
        return atom.sizes
    if isinstance(atom, Ite):
        return (atom.condition, atom.then, atom.orelse)
    return ()


def atom_nodes(atom: Atom) -> int:
    return 1 + sum(1 if isinstance(part, int) else part.nodes for part in parts(atom))


def atom_symbols(atom: Atom) -> frozenset[Symbol | Len | Prod]:
    if isinstance(atom, Symbol | Len | Prod):
        return frozenset((atom,))
    found: frozenset[Symbol | Len | Prod] = frozenset()
    for part in parts(atom):
        if not isinstance(part, int):
            found |= part.symbols
    return found


def bounds_of(size: Size) -> tuple[int | None, int | None]:
    """Bounds that hold whatever the facts, by interval arithmetic on lower bounds."""
    return (size, size) if isinstance(size, int) else size.bounds


def _monomial_bounds(monomial: Monomial) -> tuple[int | None, int | None]:
    least: int = 1
    most: int | None = 1
    for atom, power in monomial:
        low = atom.lower
        if low is None or low < 0:
            return (0, None) if len(monomial) == 1 and power % 2 == 0 else (None, None)
        least *= low**power
        high = _upper(atom)
        most = None if most is None or high is None else most * high**power
    return least, most


def _upper(atom: Atom) -> int | None:
    if isinstance(atom, Remainder) and isinstance(atom.b, int) and atom.b > 0:
        return atom.b - 1
    if isinstance(atom, Extremum) and atom.kind == "min":
        known = [h for s in atom.sizes if (h := bounds_of(s)[1]) is not None]
        return min(known) if known else None
    if isinstance(atom, Ite):
        a, b = bounds_of(atom.then)[1], bounds_of(atom.orelse)[1]
        return None if a is None or b is None else max(a, b)
    return None


def _at_least(size: Size, bound: int) -> bool:
    low = bounds_of(size)[0]
    return low is not None and low >= bound


def floordiv(a: Size, b: Size) -> Size:
    """`a // b`; what divides exactly is cancelled (divisors are at least 1, or constants)."""
    if isinstance(a, int) and isinstance(b, int):
        return a // b if b != 0 else new_symbol("undefined", None)
    if b == 1:
        return a
    if a == b and _at_least(b, 1):
        return 1
    if isinstance(b, int):
        assert isinstance(a, Dim)
        whole = {m: c for m, c in a.terms.items() if c % b == 0}
        rest = {m: c for m, c in a.terms.items() if c % b != 0}
        if () in rest and len(a.terms) > 1:
            constant = rest.pop(())
            whole[()] = constant - constant % b
            if constant % b:
                rest[()] = constant % b
        quotient = _make({m: c // b for m, c in whole.items()})
        remainder = _make(rest)
        if isinstance(remainder, int):
            return quotient + remainder // b
        common = gcd(b, *remainder.terms.values())
        if common > 1 and b > 0:
            remainder = _make({m: c // common for m, c in remainder.terms.items()})
            b //= common
        if isinstance(remainder, Dim) and len(remainder.terms) == 1:
            ((monomial, coefficient),) = remainder.terms.items()
            if coefficient == 1 and len(monomial) == 1 and monomial[0][1] == 1 and b > 0:
                inner = monomial[0][0]
                if isinstance(inner, Quotient) and isinstance(inner.b, int) and inner.b > 0:
                    return quotient + floordiv(inner.a, inner.b * b)
        return quotient + of(Quotient(remainder, b)) if b != 1 else quotient + remainder
    divided = _divide(a, b)
    if divided is not None:
        return divided
    if isinstance(a, Dim) and len(b.terms) == 1:
        multiple, left = _split(a, b)
        if multiple != 0:
            return multiple + floordiv(left, b)
        shared = {atom for atom in _common_factors(a, b) if _at_least(of(atom), 1)}
        if shared:
            return floordiv(*_reduced(a, b, shared))
    return of(Quotient(a, b))


def ratio(a: Size, b: Size) -> Size:
    """`a // b` where no factor of b is zero: what they share is cancelled."""
    if isinstance(a, Dim) and isinstance(b, Dim) and len(b.terms) == 1:
        common = _common_factors(a, b)
        if common:
            return ratio(*_reduced(a, b, common))
    return floordiv(a, b)


def _common_factors(a: Dim, b: Dim) -> set[Atom]:
    """The atoms that every term of both has."""
    return set.intersection(*({atom for atom, _ in m} for d in (a, b) for m in d.terms))


def _reduced(a: Dim, b: Dim, common: set[Atom]) -> tuple[Size, Size]:
    """Both without one power of each of these factors."""

    def without(dim: Dim) -> Size:
        terms: dict[Monomial, int] = {}
        for monomial, coefficient in dim.terms.items():
            powers = ((x, p - (x in common)) for x, p in monomial)
            terms[tuple((x, p) for x, p in powers if p)] = coefficient
        return _make(terms)

    return without(a), without(b)


def _split(a: Dim, b: Dim) -> tuple[Size, Size]:
    """The terms of `a` that the monomial `b` divides (divided), and the rest."""
    whole: Size = 0
    rest: Size = 0
    for monomial, coefficient in a.terms.items():
        part = Dim({monomial: coefficient}) if monomial else coefficient
        quotient = _divide(part, b)
        if quotient is None:
            rest = rest + part
        else:
            whole = whole + quotient
    return whole, rest


def _divide(a: Size, b: Dim) -> Size | None:
    """`a / b` where b is known to be nonzero and divides a exactly by its normal form."""
    if a == 0:
        return 0
    if isinstance(a, int) or not _at_least(b, 1):
        return None
    if len(b.terms) == 1:
        ((divisor, scale),) = b.terms.items()
        terms: dict[Monomial, int] = {}
        for monomial, coefficient in a.terms.items():
            powers = dict(monomial)
            if coefficient % scale:
                return None
            for atom, power in divisor:
                left = powers.get(atom, 0) - power
                if left < 0:
                    return None
                powers[atom] = left
            key = tuple((x, p) for x, p in sorted(powers.items(), key=lambda i: _order(i[0])) if p)
            terms[key] = terms.get(key, 0) + coefficient // scale
        return _make(terms)
    return _long_division(a, b)


def _long_division(a: Dim, b: Dim) -> Size | None:
    """`a / b` if a is a monomial multiple of the sum b."""
    lead, scale = next(iter(b.terms.items()))
    for monomial, coefficient in a.terms.items():
        if coefficient % scale:
            continue
        powers = dict(monomial)
        for atom, power in lead:
            powers[atom] = powers.get(atom, 0) - power
        if any(p < 0 for p in powers.values()):
            continue
        key = tuple((x, p) for x, p in powers.items() if p)
        factor = _make({key: coefficient // scale})
        if factor * b == a:
            return factor
    return None


def mod(a: Size, b: Size) -> Size:
    """`a % b`."""
    if isinstance(a, int) and isinstance(b, int):
        return a % b if b != 0 else new_symbol("undefined", None)
    if b == 1 or a == b:
        return 0
    if isinstance(b, int):
        assert isinstance(a, Dim)
        if b <= 0:
            return of(Remainder(a, b))
        rest = _make({m: c % b for m, c in a.terms.items()})
        if isinstance(rest, int):
            return rest % b
        return of(Remainder(rest, b))
    if _divide(a, b) is not None:
        return 0
    if isinstance(a, Dim) and len(b.terms) == 1 and _at_least(b, 1):
        whole, rest = _split(a, b)
        if whole != 0:
            return mod(rest, b)
    return of(Remainder(a, b))


def _extremum(kind: str, sizes: Iterable[Size]) -> Size:
    flat: list[Size] = []
    for size in sizes:
        atom = _single(size)
        flat.extend(atom.sizes if isinstance(atom, Extremum) and atom.kind == kind else (size,))
    pick: Callable[..., int] = max if kind == "max" else min
    constants = [s for s in flat if isinstance(s, int)]
    rest = list(dict.fromkeys(s for s in flat if isinstance(s, Dim)))
    candidates: list[Size] = [*rest, *([pick(constants)] if constants else [])]
    kept: list[Size] = []
    for i, size in enumerate(candidates):
        beaten = any(
            j != i
            and _dominates(kind, other, size)
            and not (j > i and _dominates(kind, size, other))
            for j, other in enumerate(candidates)
        )
        if not beaten:
            kept.append(size)
    if len(kept) == 1:
        return kept[0]
    return of(Extremum(kind, tuple(sorted(kept, key=lambda s: (isinstance(s, int), str(s))))))


def _single(size: Size) -> Atom | None:
    if isinstance(size, Dim) and len(size.terms) == 1:
        ((monomial, coefficient),) = size.terms.items()
        if coefficient == 1 and len(monomial) == 1 and monomial[0][1] == 1:
            return monomial[0][0]
    return None


def _dominates(kind: str, a: Size, b: Size) -> bool:
    return _at_least(a - b, 0) if kind == "max" else _at_least(b - a, 0)


def minimum(*sizes: Size) -> Size:
    """The least of the sizes."""
    return _extremum("min", sizes)


def maximum(*sizes: Size) -> Size:
    """The greatest of the sizes."""
    return _extremum("max", sizes)


def ite(condition: Truth, then: Size, orelse: Size) -> Size:
    """`then if condition else orelse`."""
    if condition is True or then == orelse:
        return then
    if condition is False:
        return orelse
    assert isinstance(condition, Formula)
    return of(Ite(condition, then, orelse))


def product(sizes: Iterable[Size]) -> Size:
    """The product; 1 for none."""
    result: Size = 1
    for size in sizes:
        result = result * size
    return result


def total(sizes: Iterable[Size]) -> Size:
    """The sum; 0 for none."""
    result: Size = 0
    for size in sizes:
        result = result + size
    return result


@dataclass(frozen=True, slots=True)
class Flag:
    """An opaque truth: a condition of the program nothing is known of. Of its `rivals`, a list
    that grows as they are made, at most one can hold. It is not `free` if it stands for a
    condition too long to keep."""

    name: str
    uid: int
    rivals: list[Flag] | None = field(default=None, compare=False, repr=False)
    free: bool = True

    def __hash__(self) -> int:
        return self.uid

    def __str__(self) -> str:
        return self.name


KINDS = ("eq", "ge", "flag", "not", "and", "or")


class Formula:
    """A truth that is not decided. `kind` is `eq` (d == 0), `ge` (d >= 0), `flag`, `not`, `and`, `or`."""

    __slots__ = ("__dict__", "_hash", "args", "kind")

    def __init__(self, kind: str, args: tuple[Any, ...]) -> None:
        self.kind = kind
        self.args = args
        # of numbers alone, so that sets of formulas have the same order in every run
        order = KINDS.index(kind)
        self._hash = hash((order, args if kind not in ("and", "or") else frozenset(args)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Formula) or self.kind != other.kind or self._hash != other._hash:
            return False
        if self.kind in ("and", "or"):
            return frozenset(self.args) == frozenset(other.args)
        return self.args == other.args

    def __getstate__(self) -> tuple[str, tuple[Any, ...]]:
        return (self.kind, self.args)

    def __setstate__(self, state: tuple[str, tuple[Any, ...]]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def __bool__(self) -> bool:
        raise TypeError("an undecided formula has no truth value")

    @once
    def nodes(self) -> int:
        """How many atoms and flags the formula has, written out."""
        return sum(a.nodes if isinstance(a, Dim | Formula) else 1 for a in self.args)

    @once
    def weight(self) -> int:
        """How many comparisons and flags the formula holds."""
        return sum(a.weight for a in self.args if isinstance(a, Formula)) or 1

    @once
    def negation(self) -> Truth:
        if self.kind == "not":
            inner: Formula = self.args[0]
            return inner
        if self.kind == "ge":
            return ge(-1 - self.args[0], 0)
        if self.kind == "and":
            return disj(*(part.negation for part in self.args))
        if self.kind == "or":
            return conj(*(part.negation for part in self.args))
        return Formula("not", (self,))

    @once
    def symbols(self) -> frozenset[Symbol | Len | Prod]:
        found: frozenset[Symbol | Len | Prod] = frozenset()
        for arg in self.args:
            if isinstance(arg, Dim | Formula):
                found |= arg.symbols
        return found

    @once
    def flags(self) -> frozenset[Flag]:
        found: frozenset[Flag] = frozenset()
        for arg in self.args:
            found |= frozenset((arg,)) if isinstance(arg, Flag) else arg.flags
        return found

    @once
    def _text(self) -> str:
        if self.kind == "flag":
            return str(self.args[0])
        if self.kind in ("eq", "ge"):
            return _comparison(self.args[0], "==" if self.kind == "eq" else ">=")
        if self.kind == "not":
            inner = self.args[0]
            if inner.kind == "eq":
                return _comparison(inner.args[0], "!=")
            return f"not {inner}"
        word = f" {self.kind} "
        return "(" + word.join(map(str, self.args)) + ")"

    def __str__(self) -> str:
        return self._text

    __repr__ = __str__


def _comparison(d: Dim, op: str) -> str:
    left = _make({m: c for m, c in d.terms.items() if c > 0 and m})
    right = _make({m: -c for m, c in d.terms.items() if c < 0 or not m})
    return f"{left} {op} {right}"


Truth = bool | Formula


def eq(a: Size, b: Size) -> Truth:
    """`a == b`."""
    d = _without_common(a - b)
    if isinstance(d, int):
        return d == 0
    common = gcd(*(c for m, c in d.terms.items() if m))
    constant = d.terms.get((), 0)
    if constant % common:
        return False
    low, high = bounds_of(d)
    if (low is not None and low > 0) or (high is not None and high < 0):
        return False
    if common > 1:
        d = Dim({m: c // common for m, c in d.terms.items()})
    first = min(((_name(m), c) for m, c in d.terms.items() if m))
    return Formula("eq", (d if first[1] > 0 else -d,))


def _without_common(d: Size) -> Size:
    """What is zero if and only if `d` is: without the positive factors that all its terms have."""
    if isinstance(d, int) or () in d.terms:
        return d
    powers = [dict(monomial) for monomial in d.terms]
    common = {
        atom: least
        for atom in powers[0]
        if (getattr(atom, "lower", None) or 0) > 0
        and (least := min(p.get(atom, 0) for p in powers)) > 0
    }
    if not common:
        return d
    whole: Size = 0
    for monomial, coefficient in d.terms.items():
        rest = tuple((a, p - common.get(a, 0)) for a, p in monomial if p > common.get(a, 0))
        whole = whole + (Dim({rest: coefficient}) if rest else coefficient)
    return whole


def ge(a: Size, b: Size) -> Truth:
    """`a >= b`."""
    d = a - b
    if isinstance(d, int):
        return d >= 0
    common = gcd(*(c for m, c in d.terms.items() if m))
    if common > 1:
        d = Dim({m: c // common for m, c in d.terms.items() if c // common or m})
        assert isinstance(d, Dim)
    low, high = bounds_of(d)
    if low is not None and low >= 0:
        return True
    if high is not None and high < 0:
        return False
    return Formula("ge", (d,))


def ne(a: Size, b: Size) -> Truth:
    """`a != b`."""
    return negate(eq(a, b))


def gt(a: Size, b: Size) -> Truth:
    """`a > b`."""
    return ge(a, b + 1)


def le(a: Size, b: Size) -> Truth:
    """`a <= b`."""
    return ge(b, a)


def lt(a: Size, b: Size) -> Truth:
    """`a < b`."""
    return ge(b, a + 1)


def negate(truth: Truth) -> Truth:
    """`not truth`."""
    return not truth if isinstance(truth, bool) else truth.negation


MAX_WEIGHT = 24
"""A heavier formula is forgotten: an opaque flag in its place is true or false as it may be."""


def _decided_by(literals: Iterable[Formula], holds: bool) -> dict[Flag, bool]:
    """The flags that are decided where all the literals hold, or none does; of rivals one at most holds."""
    flags: dict[Flag, bool] = {}
    for literal in literals:
        inner = literal.args[0] if literal.kind == "not" else literal
        if inner.kind == "flag":
            flags[inner.args[0]] = holds is (literal is inner)
    chosen = [flag for flag, value in flags.items() if value and flag.rivals]
    return {**{r: False for flag in chosen for r in flag.rivals or ()}, **flags}


def _given(flags: Mapping[Flag, bool], truth: Formula) -> Truth:
    """What a formula comes to where these flags are decided."""
    if flags.keys().isdisjoint(truth.flags):
        return truth
    if truth.kind == "flag":
        return flags[truth.args[0]]
    if truth.kind == "not" and truth.args[0].kind == "flag":
        return not flags[truth.args[0].args[0]]
    if truth.kind in ("and", "or"):
        parts = [_given(flags, part) for part in truth.args]
        if any(new is not old for new, old in zip(parts, truth.args, strict=True)):
            return _combine(truth.kind, parts, truth.kind == "or")
    return truth  # it may speak of a flag within a size


def _combine(kind: str, truths: Iterable[Truth], absorbing: bool) -> Truth:
    kept: dict[Formula, None] = {}
    for truth in truths:
        if truth is absorbing:
            return absorbing
        if isinstance(truth, Formula):
            for part in truth.args if truth.kind == kind else (truth,):
                kept[part] = None
    if len(kept) < 2:
        return next(iter(kept)) if kept else not absorbing
    literals, compound = [], []
    for part in kept:
        if part.kind in ("and", "or"):
            compound.append(part)
        elif part.negation in kept:
            return absorbing
        else:
            literals.append(part)
    if literals and compound:
        flags = _decided_by(literals, kind == "and")
        rest = [_given(flags, part) for part in compound]
        if any(new is not old for new, old in zip(rest, compound, strict=True)):
            return _combine(kind, [*literals, *rest], absorbing)
    if sum(part.weight for part in kept) > MAX_WEIGHT:
        return new_flag("…", free=False)
    return Formula(kind, tuple(kept))


def all_of(truths: Iterable[Truth]) -> Truth:
    """All of them hold; none is asked for after one that does not."""
    return _combine("and", truths, False)


def any_of(truths: Iterable[Truth]) -> Truth:
    """One of them holds; none is asked for after one that does."""
    return _combine("or", truths, True)


def conj(*truths: Truth) -> Truth:
    """All of them hold."""
    return all_of(truths)


def disj(*truths: Truth) -> Truth:
    """One of them holds."""
    return any_of(truths)


def where(condition: Truth, a: Truth, b: Truth) -> Truth:
    """`a` where the condition holds, else `b`."""
    if isinstance(condition, bool):
        return a if condition else b
    if a == b:
        return a
    if isinstance(a, bool):
        return disj(condition, b) if a else conj(negate(condition), b)
    if isinstance(b, bool):
        return disj(negate(condition), a) if b else conj(condition, a)
    return disj(conj(condition, a), conj(negate(condition), b))


def new_flag(name: str, rivals: list[Flag] | None = None, free: bool = True) -> Formula:
    """A fresh opaque truth, one more of its rivals."""
    flag = Flag(name, next(_uids), rivals, free)
    if rivals is not None:
        rivals.append(flag)
    return Formula("flag", (flag,))
