"""Evaluates the expressions of rule bodies, on numbers and on symbols alike."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator
from typing import Any

from shapelint.rulebook.builtins import NeedsAxes, Undetermined, is_size
from shapelint.rulebook.functions import FUNCTIONS
from shapelint.rulebook.values import UNKNOWN
from shapelint.symbolic import (
    Dim,
    Facts,
    Formula,
    Shape,
    conj,
    disj,
    eq,
    floordiv,
    ge,
    gt,
    ite,
    le,
    lt,
    mod,
    ne,
    negate,
    new_symbol,
)

COMPARE: dict[type, Callable[[Any, Any], Any]] = {
    ast.Eq: eq, ast.NotEq: ne, ast.Lt: lt, ast.LtE: le, ast.Gt: gt, ast.GtE: ge,
}  # fmt: skip
PLAIN: dict[type, Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le,
    ast.Gt: operator.gt, ast.GtE: operator.ge,
}  # fmt: skip
ARITHMETIC: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
    ast.FloorDiv: floordiv, ast.Mod: mod,
}  # fmt: skip

Env = dict[str, Any]


def evaluate(node: ast.expr, env: Env, facts: Facts) -> Any:
    """The value of an expression. Raises Undetermined, Rejected."""
    value = EVALUATE[type(node)](node, env, facts)
    if value is UNKNOWN:
        raise Undetermined
    return facts.size(value) if isinstance(value, Dim) else value


def _constant(node: ast.Constant, env: Env, facts: Facts) -> Any:
    return node.value


def _name(node: ast.Name, env: Env, facts: Facts) -> Any:
    if node.id not in env:
        raise Undetermined
    return env[node.id]


def _binary(node: ast.BinOp, env: Env, facts: Facts) -> Any:
    left, right = evaluate(node.left, env, facts), evaluate(node.right, env, facts)
    if isinstance(left, Shape) or isinstance(right, Shape):
        return _joined(left, right)
    both_sequences = isinstance(left, tuple | list) and isinstance(right, tuple | list)
    if both_sequences and isinstance(node.op, ast.Add):
        return (*left, *right)
    if isinstance(left, bool | float | str) or isinstance(right, bool | float | str):
        raise Undetermined
    if isinstance(node.op, ast.Pow):
        return left**right
    if is_size(left) and is_size(right):
        if isinstance(node.op, ast.FloorDiv | ast.Mod) and right == 0:
            raise Undetermined
        return ARITHMETIC[type(node.op)](left, right)
    raise Undetermined


def _joined(left: Any, right: Any) -> Any:
    from shapelint.symbolic import concat

    def shape(value: Any) -> Shape:
        if isinstance(value, Shape):
            return value
        if isinstance(value, tuple):
            return Shape(value)
        raise Undetermined

    result = concat(shape(left), shape(right))
    if result is None:
        raise Undetermined
    return result


def _unary(node: ast.UnaryOp, env: Env, facts: Facts) -> Any:
    value = evaluate(node.operand, env, facts)
    if isinstance(node.op, ast.Not):
        return negate(_truth(value))
    return -value if isinstance(node.op, ast.USub) else value


def _truth(value: Any) -> Any:
    if isinstance(value, bool | Formula):
        return value
    if isinstance(value, Dim):
        return ne(value, 0)
    if isinstance(value, int | float | str | tuple | list) or value is None:
        return bool(value)
    raise Undetermined


def _perhaps(node: ast.expr, env: Env, facts: Facts) -> Any:
    """What counts only under a condition that is not decided: the axes that it needs need not be there."""
    try:
        return evaluate(node, env, facts)
    except NeedsAxes:
        raise Undetermined from None


def _boolean(node: ast.BoolOp, env: Env, facts: Facts) -> Any:
    wants = isinstance(node.op, ast.And)
    truths: list[Any] = []
    for part in node.values:
        judged = _perhaps if truths and not all(isinstance(t, bool) for t in truths) else evaluate
        truth = facts.truth(_truth(judged(part, env, facts)))
        if truth is (not wants):
            return truth
        truths.append(truth)
    return conj(*truths) if wants else disj(*truths)


def _compare(node: ast.Compare, env: Env, facts: Facts) -> Any:
    left = evaluate(node.left, env, facts)
    answers = []
    for op, comparator in zip(node.ops, node.comparators, strict=True):
        right = evaluate(comparator, env, facts)
        answers.append(_one(op, left, right))
        left = right
    return answers[0] if len(answers) == 1 else conj(*answers)


def _one(op: ast.cmpop, left: Any, right: Any) -> Any:
    if isinstance(op, ast.Is | ast.IsNot):
        return (left is right) is isinstance(op, ast.Is)
    if isinstance(op, ast.In | ast.NotIn):
        if isinstance(left, Dim | Formula) or not isinstance(right, tuple | list):
            raise Undetermined
        return (left in right) is isinstance(op, ast.In)
    if is_size(left) and is_size(right):
        return COMPARE[type(op)](left, right)
    left, right = _sizes(left), _sizes(right)
    if isinstance(left, tuple) and isinstance(right, tuple):
        if len(left) != len(right):
            return isinstance(op, ast.NotEq)
        same = conj(*(eq(a, b) for a, b in zip(left, right, strict=True)))
        return same if isinstance(op, ast.Eq) else negate(same)
    if isinstance(left, Dim | Formula | Shape) or isinstance(right, Dim | Formula | Shape):
        raise Undetermined
    try:
        return PLAIN[type(op)](left, right)
    except TypeError:
        raise Undetermined from None


def _sizes(value: Any) -> Any:
    """The sizes of a shape of known rank; other values as they are."""
    return value.sizes if isinstance(value, Shape) and value.rank is not None else value


def _conditional(node: ast.IfExp, env: Env, facts: Facts) -> Any:
    test = facts.truth(_truth(evaluate(node.test, env, facts)))
    if test is True:
        return evaluate(node.body, env, facts)
    if test is False:
        return evaluate(node.orelse, env, facts)
    a, b = _perhaps(node.body, env, facts), _perhaps(node.orelse, env, facts)
    if is_size(a) and is_size(b):
        return ite(test, a, b)
    raise Undetermined


def _subscript(node: ast.Subscript, env: Env, facts: Facts) -> Any:
    value = evaluate(node.value, env, facts)
    if isinstance(node.slice, ast.Slice):
        bounds = [
            None if part is None else evaluate(part, env, facts)
            for part in (node.slice.lower, node.slice.upper)
        ]
        if isinstance(value, Shape):
            return _part(value, bounds[0], bounds[1])
        if not all(b is None or isinstance(b, int) for b in bounds) or not isinstance(value, tuple):
            raise Undetermined
        return value[slice(*bounds)]
    index = evaluate(node.slice, env, facts)
    if isinstance(value, Shape):
        found = value.axis(index) if isinstance(index, int) else None
        if found is None:
            raise Undetermined
        return found
    if not isinstance(index, int) or not isinstance(value, tuple | list):
        raise Undetermined
    if not -len(value) <= index < len(value):
        raise Undetermined
    return value[index]


def _part(shape: Shape, lower: Any, upper: Any) -> Any:
    """A slice of a segment of unknown rank, where its ends are known."""
    if shape.rank is not None:
        return shape.sizes[slice(lower, upper)]
    if lower in (None, 0) and isinstance(upper, int):
        if upper < 0 and -upper <= len(shape.suffix):
            return Shape(shape.prefix, shape.var, shape.suffix[:upper])
        if 0 <= upper <= len(shape.prefix):
            return shape.prefix[:upper]
    if upper is None and isinstance(lower, int):
        if lower < 0 and -lower <= len(shape.suffix):
            return shape.suffix[lower:]
        if 0 <= lower <= len(shape.prefix):
            return Shape(shape.prefix[lower:], shape.var, shape.suffix)
    raise Undetermined


def _tuple(node: ast.Tuple | ast.List, env: Env, facts: Facts) -> Any:
    items: list[Any] = []
    for element in node.elts:
        if isinstance(element, ast.Starred):
            inner = evaluate(element.value, env, facts)
            if not isinstance(inner, tuple | list):
                raise Undetermined
            items.extend(inner)
        else:
            items.append(evaluate(element, env, facts))
    return tuple(items)


def _call(node: ast.Call, env: Env, facts: Facts) -> Any:
    assert isinstance(node.func, ast.Name)
    function = FUNCTIONS.get(node.func.id)
    if function is None:
        raise Undetermined
    args = [
        list(_generate(a, env, facts, function is FUNCTIONS["all"]))
        if isinstance(a, ast.GeneratorExp)
        else _known(evaluate(a, env, facts), facts)
        for a in node.args
    ]
    return function(facts, *args)


def _known(value: Any, facts: Facts) -> Any:
    """With what has been learnt of a shape since it was bound."""
    return facts.shape(value) if isinstance(value, Shape) else value


def _generate(
    node: ast.GeneratorExp, env: Env, facts: Facts, for_all: bool = False
) -> Iterator[Any]:
    clause = node.generators[0]
    items = evaluate(clause.iter, env, facts)
    if for_all and isinstance(items, Shape):
        # the axes of the run satisfy what every size does, or nothing is known
        items = (*items.prefix, *items.suffix)
        anyone = {**env, ast.unparse(clause.target): new_symbol("n")}
        if clause.ifs or facts.truth(_truth(evaluate(node.elt, anyone, facts))) is not True:
            raise Undetermined
    if not isinstance(items, tuple | list):
        raise Undetermined
    for item in items:
        inner = dict(env)
        if isinstance(clause.target, ast.Tuple):
            names = [t.id for t in clause.target.elts if isinstance(t, ast.Name)]
            inner.update(zip(names, item, strict=True))
        elif isinstance(clause.target, ast.Name):
            inner[clause.target.id] = item
        tests = [facts.truth(_truth(evaluate(t, inner, facts))) for t in clause.ifs]
        if any(not isinstance(t, bool) for t in tests):
            raise Undetermined
        if all(tests):
            yield evaluate(node.elt, inner, facts)


def _generated(node: ast.GeneratorExp, env: Env, facts: Facts) -> Any:
    return tuple(_generate(node, env, facts))


EVALUATE: dict[type, Callable[..., Any]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _boolean,
    ast.Compare: _compare,
    ast.IfExp: _conditional,
    ast.Subscript: _subscript,
    ast.Tuple: _tuple,
    ast.List: _tuple,
    ast.Call: _call,
    ast.GeneratorExp: _generated,
    ast.ListComp: _generated,
}
