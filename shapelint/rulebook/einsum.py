"""Einstein summation: what an equation, or lists of subscripts, require of operands and give
(https://docs.pytorch.org/docs/stable/generated/torch.einsum.html)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_letters, ascii_lowercase, ascii_uppercase
from typing import Any

from shapelint.rulebook.builtins import Rejected, Undetermined, broadcast, is_size, sizes
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import (
    Dim,
    Facts,
    Impossible,
    Shape,
    Size,
    Truth,
    ask,
    conj,
    disj,
    eq,
    ge,
    new_symbol,
    unknown_shape,
)

DOTS = "..."
SUBSCRIPTS = ascii_uppercase + ascii_lowercase
"""The letters that the numbers of a sublist stand for."""
Labels = tuple[str, ...]


def einsum_shape(facts: Facts, equation: Any, operands: Any) -> Any:
    """The result of `einsum(equation, *operands)`, or of `einsum(x, [0, 1], y, [1, 2], [0, 2])`."""
    return _Summation(facts, *_written(equation, operands, ascii_letters)).result()


def contract_shape(facts: Facts, equation: Any, operands: Any) -> Any:
    """As `einsum_shape`, where any sign may be a label."""
    return _Summation(facts, *_written(equation, operands, "")).result()


def einsum_ranks(facts: Facts, equation: Any, operands: Any) -> Truth:
    """Whether the operands have as many axes as their terms name."""
    terms, _, tensors = _written(equation, operands, "")
    return conj(
        *(
            (ge if DOTS in term else eq)(
                facts.shape(tensor.shape).rank_size, len(term) - (DOTS in term)
            )
            for term, tensor in zip(terms, tensors, strict=True)
        )
    )


def refuse(message: str) -> Rejected:
    return Rejected(message, "einsum-sizes")


def _written(
    equation: Any, operands: Any, alphabet: str
) -> tuple[list[Labels], Labels | None, list[Tensor]]:
    """The terms, the result if it is given, and the operands, from either spelling."""
    if isinstance(equation, str):
        terms, result = _read(equation, alphabet)
        tensors = list(operands)
    else:
        items = [equation, *operands]
        last = items.pop() if len(items) % 2 else None
        terms = [_subscripts(item, alphabet) for item in items[1::2]]
        result = None if last is None else _subscripts(last, alphabet)
        tensors = items[::2]
    if len(terms) != len(tensors):
        raise refuse(f"{len(terms)} terms for {len(tensors)} operands")
    if not all(isinstance(t, Tensor) for t in tensors):
        raise Undetermined
    return terms, result, tensors


def _read(equation: str, alphabet: str) -> tuple[list[Labels], Labels | None]:
    if alphabet and re.search(r"\. +\.|- +>", equation):
        raise refuse(f"a space within a sign of `{equation}`")
    left, arrow, right = equation.replace(" ", "").partition("->")
    terms = [_labels(term, alphabet) for term in left.split(",")]
    return terms, _labels(right, alphabet) if arrow else None


def _labels(term: str, alphabet: str) -> Labels:
    found = tuple(re.findall(r"\.\.\.|.", term, re.DOTALL))
    strange = [c for c in found if c != DOTS and (c in ".->," or (alphabet and c not in alphabet))]
    if strange or found.count(DOTS) > 1:
        if not alphabet:
            raise Undetermined
        raise refuse(f"`{strange[0] if strange else DOTS}` cannot stand there in `{term}`")
    return found


def _subscripts(items: Any, alphabet: str) -> Labels:
    if not isinstance(items, tuple | list):
        raise Undetermined
    return tuple(_subscript(item, alphabet) for item in items)


def _subscript(item: Any, alphabet: str) -> str:
    if item is Ellipsis:
        return DOTS
    if isinstance(item, Dim) or not is_size(item):
        raise Undetermined
    if 0 <= item < len(SUBSCRIPTS):
        return SUBSCRIPTS[item]
    if alphabet:
        raise refuse(f"{item} is no subscript: they go from 0 to {len(SUBSCRIPTS) - 1}")
    raise Undetermined


class _Summation:
    """The sizes that labels stand for, gathered operand by operand."""

    def __init__(
        self, facts: Facts, terms: list[Labels], given: Labels | None, tensors: list[Tensor]
    ) -> None:
        self.facts = facts
        self.known: dict[str, Size] = {}
        self.open: set[str] = set()  # labels of an operand that does not tell their size
        self.batch = Shape()
        self.used = [c for term in terms for c in term]
        self.given = given
        self.equation = ",".join(map("".join, terms)) + (
            "" if given is None else f"->{''.join(given)}"
        )
        if given is not None:
            self._check(given)
        for term, tensor in zip(terms, tensors, strict=True):
            self._take(term, facts.shape(tensor.shape))

    def _check(self, result: Labels) -> None:
        for label in result:
            if label != DOTS and label not in self.used:
                raise refuse(f"`{label}` of the result is in no operand")
            if result.count(label) > 1:
                raise refuse(f"`{label}` twice in the result")

    def _take(self, term: Labels, shape: Shape) -> None:
        at = term.index(DOTS) if DOTS in term else None
        letters = len(term) - (at is not None)
        low, high = shape.min_rank, shape.rank
        if (high is not None and high < letters) or (at is None and low > letters):
            raise refuse(f"`{''.join(term)}` names {letters} axes, but the operand is {shape}")
        if at is None and high is not None and high != letters:
            raise refuse(f"`{''.join(term)}` names {letters} axes, but the operand is {shape}")
        before, after = (term, term) if at is None else (term[:at], term[at + 1 :])
        own: dict[str, Size] = {}
        pairs = dict.fromkeys((*_from_left(before, shape), *_from_right(after, shape)))
        for label, size in pairs:
            first = own.setdefault(label, size)
            if isinstance(ask(self.facts, eq(first, size)), Impossible):
                raise refuse(f"`{label}` is {first} and {size} in `{''.join(term)}`")
        self.open.update(c for c in term if c not in own)
        for label, size in own.items():
            self._meet(label, size)
        if at is not None:
            self.batch = broadcast(self.facts, self.batch, _middle(shape, len(before), len(after)))

    def _meet(self, label: str, size: Size) -> None:
        """A size of 1 goes with any."""
        old = self.known.get(label, 1)
        same = disj(eq(old, size), eq(old, 1), eq(size, 1))
        if isinstance(ask(self.facts, same), Impossible):
            raise refuse(f"`{label}` is {old} and {size} in `{self.equation}`")
        if old == 1 or (isinstance(size, int) and size != 1):
            self.known[label] = size

    def result(self) -> tuple[Size, ...] | Shape:
        """The shape of the labels asked for, else of those that occur once, in their order."""
        labels = self.given
        if labels is None:
            once = sorted(c for c in set(self.used) if c != DOTS and self.used.count(c) == 1)
            labels = (DOTS, *once) if DOTS in self.used else tuple(once)
        if DOTS not in labels:
            return tuple(map(self._size, labels))
        at = labels.index(DOTS)
        head, tail = (tuple(map(self._size, part)) for part in (labels[:at], labels[at + 1 :]))
        if self.batch.var is None:
            return (*head, *sizes(self.batch), *tail)
        return Shape((*head, *self.batch.prefix), self.batch.var, (*self.batch.suffix, *tail))

    def _size(self, label: str) -> Size:
        size = self.known.get(label, 1)
        return new_symbol("n", lower=0) if size == 1 and label in self.open else size


def _from_left(labels: Iterable[str], shape: Shape) -> Iterator[tuple[str, Size]]:
    return zip(labels, shape.prefix, strict=False)


def _from_right(labels: Labels, shape: Shape) -> Iterator[tuple[str, Size]]:
    known = shape.prefix if shape.var is None else shape.suffix
    return zip(reversed(labels), reversed(known), strict=False)


def _middle(shape: Shape, before: int, after: int) -> Shape:
    """The axes that the ellipsis stands for."""
    if shape.rank is not None:
        return Shape(shape.sizes[before : shape.rank - after])
    if len(shape.prefix) < before or len(shape.suffix) < after:
        return unknown_shape("s")
    return Shape(shape.prefix[before:], shape.var, shape.suffix[: len(shape.suffix) - after])


EINSUM = {
    "einsum_shape": einsum_shape,
    "contract_shape": contract_shape,
    "einsum_ranks": einsum_ranks,
}
