"""Functions of a program that was run and is rewritten since: what their definitions would give by now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.values import MISSING, Function, TupleValue, Value
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Edit = tuple[tree.FunctionDef, tree.FunctionDef]
"""A function of the program's tree, and what is to be written there."""
Defaults = list[tuple[Function, dict[str, Value]]]


def defaults_of(m: Interpreter, path: str, edits: Iterable[Edit]) -> Defaults | None:
    """The defaults of the functions that these definitions have made; None if it takes a run of the program to tell
    one."""
    found: Defaults = []
    for old, new in edits:
        for function in m.defined.get((path, old.at), ()):
            defaults = _defaults(function, old, new)
            if defaults is None:
                return None
            found.append((function, defaults))
    return found


def _defaults(
    function: Function, old: tree.FunctionDef, new: tree.FunctionDef
) -> dict[str, Value] | None:
    before = {param.name: param.default for param in old.params}
    found: dict[str, Value] = {}
    for param in new.params:
        if param.default is None:
            continue
        if _alike(before.get(param.name), param.default) and param.name in function.defaults:
            found[param.name] = function.defaults[param.name]
            continue
        found[param.name] = _literal(param.default)
        if found[param.name] is MISSING:
            return None
    return found


def _literal(node: tree.Expr) -> Value:
    """What a literal is, MISSING for an expression that is none."""
    if isinstance(node, tree.Constant):
        return node.value
    if isinstance(node, tree.UnaryOp) and node.op == "-":
        number = _literal(node.operand)
        return -number if isinstance(number, int | float) else MISSING
    if isinstance(node, tree.TupleExpr):
        items = tuple(map(_literal, node.items))
        return MISSING if any(item is MISSING for item in items) else TupleValue(items)
    return MISSING


def _alike(a: object, b: object) -> bool:
    """Whether two parts of trees are written alike."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(_alike, a, b))
    if type(a) is not type(b):
        return False
    if not is_dataclass(a):
        return a == b
    names = [field.name for field in fields(a) if field.name != "at"]
    return all(_alike(getattr(a, name), getattr(b, name)) for name in names)
