"""What a function changes around it, as it is written: for when it is run out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from shapelint.interpreter.lifecycle import FILLING, KEPT, walk
from shapelint.source import tree

Path = tuple[str, ...]
"""A name and the attributes that are read of it, one of the other; last ITEM for some item of what is there."""
ITEM = "[]"
READING = {
    "bool", "enumerate", "float", "getattr", "hasattr", "int", "isinstance", "len", "list", "print", "range",
    "repr", "str", "sum", "tuple", "zip",
}  # fmt: skip
"""Functions that change nothing that they are given."""


@dataclass(frozen=True, slots=True)
class Effects:
    """`rebound` are the names around it that it binds, `set` the attributes that it sets, `touched` what it
    may change otherwise, or hand on; `called` what it calls, or calls a method of."""

    rebound: frozenset[str]
    set: frozenset[Path]
    touched: frozenset[Path]
    called: frozenset[Path]


@lru_cache(maxsize=1024)
def effects(node: tree.FunctionDef | tree.Lambda) -> Effects:
    parts = list(walk(node.body))
    rebound = {
        name
        for part in parts
        if isinstance(part, tree.Global | tree.Nonlocal)
        for name in part.names
    }
    targets = [target for part in parts for target in _targets(part)]
    calls = [part for part in parts if isinstance(part, tree.Call)]
    touched = [t.value for t in targets if isinstance(t, tree.Subscript)]
    methods = [call.func for call in calls if isinstance(call.func, tree.Attribute)]
    touched += [f.value for f in methods if f.attr in FILLING or f.attr.endswith("_")]
    touched += [arg.value for call in calls if not _only_reads(call) for arg in call.args]
    touched += [p.value for p in parts if isinstance(p, tree.Assign)]
    items = [p.iter for p in parts if isinstance(p, tree.For | tree.Clause)]
    called = [*(f.value for f in methods), *(call.func for call in calls)]
    return Effects(
        frozenset(rebound),
        frozenset(path for t in targets if isinstance(t, tree.Attribute) for path in _paths(t)),
        frozenset(path for expr in touched for path in _paths(expr))
        | frozenset((*path, ITEM) for expr in items for path in _paths(expr)),
        frozenset(path for expr in called for path in _paths(expr)),
    )


def _only_reads(call: tree.Call) -> bool:
    return isinstance(call.func, tree.Name) and call.func.id in READING


def _targets(part: object) -> Iterator[tree.Expr]:
    """What a statement binds or deletes, part by part."""
    found: tuple[tree.Expr, ...] = ()
    if isinstance(part, tree.Assign | tree.Delete):
        found = part.targets
    elif isinstance(part, tree.AugAssign | tree.AnnAssign | tree.For):
        found = (part.target,)
    for target in found:
        yield from target.items if isinstance(target, tree.TupleExpr | tree.ListExpr) else (target,)


def _paths(expr: tree.Expr | None) -> Iterator[Path]:
    """The path that an expression reads, to the first item of a container."""
    attributes: list[str] = []
    while isinstance(expr, tree.Attribute | tree.Subscript):
        if isinstance(expr, tree.Subscript):
            attributes = [ITEM]
        else:
            attributes.append(expr.attr)
        expr = expr.value
    if isinstance(expr, tree.Name):
        yield (expr.id, *reversed(attributes))


KEPT.append(effects)
