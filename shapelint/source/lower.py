"""libcst module to program tree: one method a statement, one function an expression kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import libcst as cst

from shapelint.finding import Span
from shapelint.source import tree
from shapelint.source.operators import BINARY, COMPARISON, UNARY


class Lowering:
    """Numbers nodes as it builds them; with positions given, notes each one's span."""

    def __init__(self, path: str, positions: Mapping[Any, Any] | None = None) -> None:
        self.path = path
        self.positions = positions
        self.spans: list[Span] = []
        self.count = 0
        self.yields = [False]

    def at(self, node: cst.CSTNode) -> int:
        """The next number."""
        if self.positions is not None:
            place = self.positions[node]
            start, end = place.start, place.end
            self.spans.append(Span(start.line, start.column + 1, end.line, end.column + 1))
        self.count += 1
        return self.count - 1

    def module(self, node: cst.Module, lines: int) -> tree.Module:
        body = self.block(node.body)
        return tree.Module(self.path, body, lines, self.count)

    def block(self, statements: Sequence[cst.CSTNode]) -> tree.Block:
        lowered: list[tree.Stmt] = []
        for statement in statements:
            if isinstance(statement, cst.SimpleStatementLine | cst.SimpleStatementSuite):
                for small in statement.body:
                    lowered.append(STATEMENTS[type(small)](self, small))
            else:
                lowered.append(STATEMENTS[type(statement)](self, statement))
        return tuple(lowered)

    def body(self, suite: cst.BaseSuite) -> tree.Block:
        if isinstance(suite, cst.SimpleStatementSuite):
            return self.block([suite])
        return self.block(suite.body)

    def expr(self, node: cst.CSTNode) -> tree.Expr:
        return EXPRESSIONS[type(node)](self, node)

    def maybe(self, node: cst.CSTNode | None) -> tree.Expr | None:
        return None if node is None else self.expr(node)

    def args(self, nodes: Sequence[cst.Arg]) -> tuple[tree.Arg, ...]:
        return tuple(
            tree.Arg(
                self.expr(a.value),
                a.keyword.value if a.keyword else None,
                len(a.star),  # type: ignore[arg-type]
            )
            for a in nodes
        )

    def params(self, node: cst.Parameters) -> tuple[tree.Param, ...]:
        found: list[tree.Param] = []

        def add(param: cst.Param, kind: Any) -> None:
            note = param.annotation.annotation if param.annotation else None
            found.append(
                tree.Param(param.name.value, kind, self.maybe(param.default), self.maybe(note))
            )

        for param in node.posonly_params:
            add(param, "posonly")
        for param in node.params:
            add(param, "pos")
        if isinstance(node.star_arg, cst.Param):
            add(node.star_arg, "vararg")
        for param in node.kwonly_params:
            add(param, "kwonly")
        if node.star_kwarg is not None:
            add(node.star_kwarg, "kwarg")
        return tuple(found)


# expressions


def _integer(low: Lowering, node: cst.Integer) -> tree.Expr:
    return tree.Constant(
        low.at(node),
        int(node.value.replace("_", ""), 0) if not node.value.isdigit() else int(node.value),
    )


def _evaluated(low: Lowering, node: cst.Float | cst.Imaginary | cst.SimpleString) -> tree.Expr:
    return tree.Constant(low.at(node), node.evaluated_value)


def _name(low: Lowering, node: cst.Name) -> tree.Expr:
    name = node.value
    if name in CONSTANTS:
        return tree.Constant(low.at(node), CONSTANTS[name])
    return tree.Name(low.at(node), name)


CONSTANTS = {"True": True, "False": False, "None": None}


def _ellipsis(low: Lowering, node: cst.Ellipsis) -> tree.Expr:
    return tree.Constant(low.at(node), ...)


def _concatenated(low: Lowering, node: cst.ConcatenatedString) -> tree.Expr:
    at = low.at(node)
    parts: list[tree.Expr] = []
    for side in (node.left, node.right):
        lowered = low.expr(side)
        parts.extend(lowered.parts if isinstance(lowered, tree.JoinedStr) else (lowered,))
    values = [p.value for p in parts if isinstance(p, tree.Constant)]
    if len(values) == len(parts):
        joined: Any = values[0]
        for value in values[1:]:
            joined = joined + value
        return tree.Constant(at, joined)
    return tree.JoinedStr(at, tuple(parts))


def _formatted(low: Lowering, node: cst.FormattedString) -> tree.Expr:
    at = low.at(node)
    return tree.JoinedStr(at, _pieces(low, node.parts))


def _pieces(low: Lowering, nodes: Sequence[cst.CSTNode]) -> tuple[tree.Expr, ...]:
    parts: list[tree.Expr] = []
    for part in nodes:
        at = low.at(part)
        if isinstance(part, cst.FormattedStringText):
            parts.append(tree.Constant(at, part.value.replace("{{", "{").replace("}}", "}")))
        elif isinstance(part, cst.FormattedStringExpression):
            spec = None
            if part.format_spec:
                spec_at = low.at(part)
                spec = tree.JoinedStr(spec_at, _pieces(low, part.format_spec))
            parts.append(tree.FormattedValue(at, low.expr(part.expression), part.conversion, spec))
    return tuple(parts)


def _attribute(low: Lowering, node: cst.Attribute) -> tree.Expr:
    at = low.at(node)
    return tree.Attribute(at, low.expr(node.value), node.attr.value)


def _subscript(low: Lowering, node: cst.Subscript) -> tree.Expr:
    at = low.at(node)
    value = low.expr(node.value)
    elements = node.slice
    if len(elements) == 1 and not isinstance(elements[0].comma, cst.Comma):
        return tree.Subscript(at, value, _index(low, elements[0]))
    index_at = low.at(node)
    return tree.Subscript(
        at, value, tree.TupleExpr(index_at, tuple(_index(low, e) for e in elements))
    )


def _index(low: Lowering, node: cst.SubscriptElement) -> tree.Expr:
    inner = node.slice
    if isinstance(inner, cst.Index):
        value = low.expr(inner.value)
        return tree.Starred(low.at(node), value) if inner.star else value
    assert isinstance(inner, cst.Slice)
    at = low.at(inner)
    return tree.SliceExpr(at, low.maybe(inner.lower), low.maybe(inner.upper), low.maybe(inner.step))


def _call(low: Lowering, node: cst.Call) -> tree.Expr:
    at = low.at(node)
    return tree.Call(at, low.expr(node.func), low.args(node.args))


def _unary(low: Lowering, node: cst.UnaryOperation) -> tree.Expr:
    at = low.at(node)
    operand = low.expr(node.expression)
    op = UNARY[type(node.operator)]
    if op == "-" and isinstance(operand, tree.Constant) and type(operand.value) in (int, float):
        return tree.Constant(at, -operand.value)  # type: ignore[operator]
    return tree.UnaryOp(at, op, operand)


def _binary(low: Lowering, node: cst.BinaryOperation) -> tree.Expr:
    at = low.at(node)
    return tree.BinOp(at, BINARY[type(node.operator)], low.expr(node.left), low.expr(node.right))


def _boolean(low: Lowering, node: cst.BooleanOperation) -> tree.Expr:
    at = low.at(node)
    op = "and" if isinstance(node.operator, cst.And) else "or"
    values: list[tree.Expr] = []
    for side in (node.left, node.right):
        lowered = low.expr(side)
        same = isinstance(lowered, tree.BoolOp) and lowered.op == op
        values.extend(lowered.values if same else (lowered,))  # type: ignore[attr-defined]
    return tree.BoolOp(at, op, tuple(values))


def _comparison(low: Lowering, node: cst.Comparison) -> tree.Expr:
    at = low.at(node)
    left = low.expr(node.left)
    ops = tuple(COMPARISON[type(c.operator)] for c in node.comparisons)
    return tree.Compare(at, left, ops, tuple(low.expr(c.comparator) for c in node.comparisons))


def _conditional(low: Lowering, node: cst.IfExp) -> tree.Expr:
    at = low.at(node)
    return tree.IfExp(at, low.expr(node.test), low.expr(node.body), low.expr(node.orelse))


def _lambda(low: Lowering, node: cst.Lambda) -> tree.Expr:
    at = low.at(node)
    return tree.Lambda(at, low.params(node.params), low.expr(node.body))


def _starred(low: Lowering, node: cst.StarredElement) -> tree.Expr:
    at = low.at(node)
    return tree.Starred(at, low.expr(node.value))


def _sequence(kind: type[Any]) -> Callable[[Lowering, Any], tree.Expr]:
    def lower(low: Lowering, node: cst.Tuple | cst.List | cst.Set) -> tree.Expr:
        at = low.at(node)
        items = tuple(
            low.expr(e) if isinstance(e, cst.StarredElement) else low.expr(e.value)
            for e in node.elements
        )
        result: tree.Expr = kind(at, items)
        return result

    return lower


def _dict(low: Lowering, node: cst.Dict) -> tree.Expr:
    at = low.at(node)
    return tree.DictExpr(
        at,
        tuple(
            (low.expr(e.key) if isinstance(e, cst.DictElement) else None, low.expr(e.value))
            for e in node.elements
        ),
    )


def _comprehension(kind: Any) -> Callable[[Lowering, Any], tree.Expr]:
    def lower(low: Lowering, node: Any) -> tree.Expr:
        at = low.at(node)
        clauses: list[tree.Clause] = []
        part: cst.CompFor | None = node.for_in
        while part is not None:
            clauses.append(
                tree.Clause(
                    low.expr(part.target),
                    low.expr(part.iter),
                    tuple(low.expr(c.test) for c in part.ifs),
                )
            )
            part = part.inner_for_in
        if kind == "dict":
            return tree.Comprehension(
                at, kind, low.expr(node.key), low.expr(node.value), tuple(clauses)
            )
        return tree.Comprehension(at, kind, low.expr(node.elt), None, tuple(clauses))

    return lower


def _named(low: Lowering, node: cst.NamedExpr) -> tree.Expr:
    at = low.at(node)
    target = low.expr(node.target)
    assert isinstance(target, tree.Name)
    return tree.NamedExpr(at, target, low.expr(node.value))


def _await(low: Lowering, node: cst.Await) -> tree.Expr:
    at = low.at(node)
    return tree.Await(at, low.expr(node.expression))


def _yield(low: Lowering, node: cst.Yield) -> tree.Expr:
    at = low.at(node)
    low.yields[-1] = True
    if isinstance(node.value, cst.From):
        return tree.YieldFrom(at, low.expr(node.value.item))
    return tree.Yield(at, low.maybe(node.value))


EXPRESSIONS: dict[type, Callable[[Lowering, Any], tree.Expr]] = {
    cst.Name: _name,
    cst.Integer: _integer,
    cst.Float: _evaluated,
    cst.Imaginary: _evaluated,
    cst.SimpleString: _evaluated,
    cst.ConcatenatedString: _concatenated,
    cst.FormattedString: _formatted,
    cst.Ellipsis: _ellipsis,
    cst.Attribute: _attribute,
    cst.Subscript: _subscript,
    cst.Call: _call,
    cst.UnaryOperation: _unary,
    cst.BinaryOperation: _binary,
    cst.BooleanOperation: _boolean,
    cst.Comparison: _comparison,
    cst.IfExp: _conditional,
    cst.Lambda: _lambda,
    cst.StarredElement: _starred,
    cst.Tuple: _sequence(tree.TupleExpr),
    cst.List: _sequence(tree.ListExpr),
    cst.Set: _sequence(tree.SetExpr),
    cst.Dict: _dict,
    cst.ListComp: _comprehension("list"),
    cst.SetComp: _comprehension("set"),
    cst.DictComp: _comprehension("dict"),
    cst.GeneratorExp: _comprehension("generator"),
    cst.NamedExpr: _named,
    cst.Await: _await,
    cst.Yield: _yield,
}

from shapelint.source.statements import STATEMENTS  # noqa: E402  (the two tables need each other)
