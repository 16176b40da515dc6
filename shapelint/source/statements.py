"""Statements and patterns: libcst node to program tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import libcst as cst

from shapelint.source import tree
from shapelint.source.operators import AUGMENTED

if TYPE_CHECKING:
    from shapelint.source.lower import Lowering


def _dotted(node: cst.CSTNode | None) -> str:
    if isinstance(node, cst.Attribute):
        return f"{_dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""


def _alias(node: cst.ImportAlias) -> tree.Alias:
    asname = (
        node.asname.name.value if node.asname and isinstance(node.asname.name, cst.Name) else None
    )
    return tree.Alias(_dotted(node.name), asname)


def _expression(low: Lowering, node: cst.Expr) -> tree.Stmt:
    at = low.at(node)
    return tree.ExprStmt(at, low.expr(node.value))


def _assign(low: Lowering, node: cst.Assign) -> tree.Stmt:
    at = low.at(node)
    value = low.expr(node.value)
    return tree.Assign(at, tuple(low.expr(t.target) for t in node.targets), value)


def _annotated(low: Lowering, node: cst.AnnAssign) -> tree.Stmt:
    at = low.at(node)
    target = low.expr(node.target)
    return tree.AnnAssign(at, target, low.expr(node.annotation.annotation), low.maybe(node.value))


def _augmented(low: Lowering, node: cst.AugAssign) -> tree.Stmt:
    at = low.at(node)
    target = low.expr(node.target)
    return tree.AugAssign(at, target, AUGMENTED[type(node.operator)], low.expr(node.value))


def _return(low: Lowering, node: cst.Return) -> tree.Stmt:
    at = low.at(node)
    return tree.Return(at, low.maybe(node.value))


def _raise(low: Lowering, node: cst.Raise) -> tree.Stmt:
    at = low.at(node)
    return tree.Raise(at, low.maybe(node.exc), low.maybe(node.cause.item) if node.cause else None)


def _assert(low: Lowering, node: cst.Assert) -> tree.Stmt:
    at = low.at(node)
    return tree.Assert(at, low.expr(node.test), low.maybe(node.msg))


def _delete(low: Lowering, node: cst.Del) -> tree.Stmt:
    at = low.at(node)
    target = low.expr(node.target)
    many = isinstance(target, tree.TupleExpr | tree.ListExpr)
    return tree.Delete(at, target.items if many else (target,))  # type: ignore[attr-defined]


def _plain(kind: Any) -> Callable[[Lowering, Any], tree.Stmt]:
    def lower(low: Lowering, node: cst.CSTNode) -> tree.Stmt:
        result: tree.Stmt = kind(low.at(node))
        return result

    return lower


def _scoped(kind: Any) -> Callable[[Lowering, Any], tree.Stmt]:
    def lower(low: Lowering, node: Any) -> tree.Stmt:
        result: tree.Stmt = kind(low.at(node), tuple(item.name.value for item in node.names))
        return result

    return lower


def _import(low: Lowering, node: cst.Import) -> tree.Stmt:
    return tree.Import(low.at(node), tuple(_alias(a) for a in node.names))


def _import_from(low: Lowering, node: cst.ImportFrom) -> tree.Stmt:
    at = low.at(node)
    star = isinstance(node.names, cst.ImportStar)
    names = None if star else tuple(_alias(a) for a in node.names)  # type: ignore[union-attr]
    return tree.ImportFrom(at, _dotted(node.module), names, len(node.relative))


def _type_alias(low: Lowering, node: cst.TypeAlias) -> tree.Stmt:
    at = low.at(node)
    return tree.Assign(at, (low.expr(node.name),), low.expr(node.value))


def _if(low: Lowering, node: cst.If) -> tree.Stmt:
    at = low.at(node)
    test, body = low.expr(node.test), low.body(node.body)
    orelse: tree.Block = ()
    if isinstance(node.orelse, cst.If):
        orelse = (_if(low, node.orelse),)
    elif node.orelse is not None:
        orelse = low.body(node.orelse.body)
    return tree.If(at, test, body, orelse)


def _else(low: Lowering, node: cst.Else | None) -> tree.Block:
    return () if node is None else low.body(node.body)


def _for(low: Lowering, node: cst.For) -> tree.Stmt:
    at = low.at(node)
    target, iterable = low.expr(node.target), low.expr(node.iter)
    return tree.For(at, target, iterable, low.body(node.body), _else(low, node.orelse))


def _while(low: Lowering, node: cst.While) -> tree.Stmt:
    at = low.at(node)
    return tree.While(at, low.expr(node.test), low.body(node.body), _else(low, node.orelse))


def _with(low: Lowering, node: cst.With) -> tree.Stmt:
    at = low.at(node)
    items = tuple(
        tree.WithItem(low.expr(i.item), low.maybe(i.asname.name) if i.asname else None)
        for i in node.items
    )
    return tree.With(at, items, low.body(node.body))


def _try(low: Lowering, node: cst.Try | cst.TryStar) -> tree.Stmt:
    at = low.at(node)
    body = low.body(node.body)
    handlers = tuple(
        tree.Handler(
            low.maybe(h.type),
            h.name.name.value if h.name and isinstance(h.name.name, cst.Name) else None,
            low.body(h.body),
        )
        for h in node.handlers
    )
    final = low.body(node.finalbody.body) if node.finalbody else ()
    return tree.Try(at, body, handlers, _else(low, node.orelse), final)


def _function(low: Lowering, node: cst.FunctionDef) -> tree.Stmt:
    at = low.at(node)
    params = low.params(node.params)
    decorators = tuple(low.expr(d.decorator) for d in node.decorators)
    returns = low.maybe(node.returns.annotation) if node.returns else None
    low.yields.append(False)
    body = low.body(node.body)
    generator = low.yields.pop()
    return tree.FunctionDef(
        at, node.name.value, params, body, decorators, returns,
        node.asynchronous is not None, generator,
    )  # fmt: skip


def _class(low: Lowering, node: cst.ClassDef) -> tree.Stmt:
    at = low.at(node)
    bases = (*low.args(node.bases), *low.args(node.keywords))
    decorators = tuple(low.expr(d.decorator) for d in node.decorators)
    return tree.ClassDef(at, node.name.value, bases, low.body(node.body), decorators)


def _match(low: Lowering, node: cst.Match) -> tree.Stmt:
    at = low.at(node)
    subject = low.expr(node.subject)
    cases = tuple(
        tree.Case(_pattern(low, c.pattern), low.maybe(c.guard), low.body(c.body))
        for c in node.cases
    )
    return tree.Match(at, subject, cases)


def _pattern(low: Lowering, node: cst.CSTNode) -> tree.Pattern:
    at = low.at(node)
    if isinstance(node, cst.MatchValue | cst.MatchSingleton):
        return tree.MatchValue(at, low.expr(node.value))
    if isinstance(node, cst.MatchAs):
        inner = None if node.pattern is None else _pattern(low, node.pattern)
        return tree.MatchAs(at, inner, node.name.value if node.name else None)
    if isinstance(node, cst.MatchOr):
        return tree.MatchOr(at, tuple(_pattern(low, p.pattern) for p in node.patterns))
    if isinstance(node, cst.MatchList | cst.MatchTuple):
        return tree.MatchSequence(
            at,
            tuple(
                _pattern(low, p if isinstance(p, cst.MatchStar) else p.value)  # type: ignore[attr-defined]
                for p in node.patterns
            ),
        )
    if isinstance(node, cst.MatchStar):
        return tree.MatchStar(at, node.name.value if node.name else None)
    if isinstance(node, cst.MatchMapping):
        return tree.MatchMapping(
            at,
            tuple(low.expr(e.key) for e in node.elements),
            tuple(_pattern(low, e.pattern) for e in node.elements),
            node.rest.value if node.rest else None,
        )
    if isinstance(node, cst.MatchClass):
        return tree.MatchClass(
            at,
            low.expr(node.cls),
            tuple(_pattern(low, p.value) for p in node.patterns),
            tuple((k.key.value, _pattern(low, k.pattern)) for k in node.kwds),
        )
    return tree.MatchAs(at, None, None)


STATEMENTS: dict[type, Callable[[Lowering, Any], tree.Stmt]] = {
    cst.Expr: _expression,
    cst.Assign: _assign,
    cst.AnnAssign: _annotated,
    cst.AugAssign: _augmented,
    cst.Return: _return,
    cst.Raise: _raise,
    cst.Assert: _assert,
    cst.Del: _delete,
    cst.Pass: _plain(tree.Pass),
    cst.Break: _plain(tree.Break),
    cst.Continue: _plain(tree.Continue),
    cst.Global: _scoped(tree.Global),
    cst.Nonlocal: _scoped(tree.Nonlocal),
    cst.Import: _import,
    cst.ImportFrom: _import_from,
    cst.TypeAlias: _type_alias,
    cst.If: _if,
    cst.For: _for,
    cst.While: _while,
    cst.With: _with,
    cst.Try: _try,
    cst.TryStar: _try,
    cst.FunctionDef: _function,
    cst.ClassDef: _class,
    cst.Match: _match,
}
