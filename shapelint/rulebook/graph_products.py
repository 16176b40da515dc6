"""What TensorFlow's products make of shapes: each takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.array_axes import known
from shapelint.rulebook.array_parts import array_tensordot
from shapelint.rulebook.builtins import Rejected, Undetermined, exact, is_size
from shapelint.rulebook.einsum import DOTS, einsum_shape
from shapelint.rulebook.graph_shapes import refuse_unless
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import Facts, Impossible, Shape, Size, ask, eq, product

SIZES = "einsum-sizes"


def equal_einsum(facts: Facts, equation: Any, operands: Any) -> Any:
    """As `einsum_shape`, but a size of 1 goes with no other, and what `...` stands for is kept."""
    if not isinstance(equation, str):
        raise Undetermined
    left, arrow, right = equation.replace(" ", "").partition("->")
    terms = left.split(",")
    if not arrow and left.count(DOTS) > 1:
        letters = left.replace(DOTS, "").replace(",", "")
        right = "".join(sorted(c for c in letters if letters.count(c) == 1))
        equation = f"{left}->{right}"
    if len(terms) == len(operands):
        _same_labels(facts, equation, terms, operands)
        lost = (arrow or left.count(DOTS) > 1) and DOTS not in right
        for term, operand in zip(terms, operands, strict=True):
            shape = facts.shape(operand.shape) if isinstance(operand, Tensor) else Shape()
            if lost and DOTS in term and shape.min_rank > len(term) - len(DOTS):
                raise Rejected(f"`...` of {shape} is not in the result of `{equation}`", SIZES)
    return einsum_shape(facts, equation, operands)


def _same_labels(facts: Facts, equation: str, terms: list[str], operands: Any) -> None:
    held: dict[str, Size] = {}
    for term, operand in zip(terms, operands, strict=True):
        shape = facts.shape(operand.shape) if isinstance(operand, Tensor) else None
        if shape is None or shape.rank is None:
            continue
        for label, size in _labelled(term, shape.sizes):
            other = held.setdefault(label, size)
            message = f"`{label}` is {other} and {size} in `{equation}`"
            refuse_unless(facts, eq(other, size), message, SIZES)


def product_tensordot(facts: Facts, a: Any, b: Any, axes: Any) -> Any:
    """As `array_tensordot`, where TensorFlow looks at the product of the axes only."""
    try:
        return array_tensordot(facts, a, b, axes)
    except Rejected:
        left, right = known(a), known(b)
        if is_size(axes):
            count = exact(axes)
            if count > min(len(left), len(right)):
                raise
            pair = left[len(left) - count :], right[:count]
        else:
            mine, others = (v if isinstance(v, tuple | list) else (v,) for v in axes)
            if len(mine) != len(others):
                raise
            if any(i < -len(s) for v, s in ((mine, left), (others, right)) for i in map(exact, v)):
                raise Undetermined from None
            pair = (
                tuple(left[i] for i in mine if i < len(left)),
                tuple(right[i] for i in others if i < len(right)),
            )
            if len(pair[0]) < len(mine) or len(pair[1]) < len(others):
                raise
        if isinstance(ask(facts, eq(product(pair[0]), product(pair[1]))), Impossible):
            raise
        raise Undetermined from None


def _labelled(term: str, parts: tuple[Size, ...]) -> list[tuple[str, Size]]:
    left, dots, right = term.partition(DOTS)
    if not dots:
        return list(zip(left, parts, strict=False))
    if len(left) + len(right) > len(parts):
        return []
    tail = parts[len(parts) - len(right) :] if right else ()
    return [*zip(left, parts, strict=False), *zip(right, tail, strict=True)]


GRAPH_PRODUCTS: dict[str, Callable[..., Any]] = {
    "equal_einsum": equal_einsum,
    "product_tensordot": product_tensordot,
}
