"""What a module imports for type checkers only: the names that it has at run time too, if they are
asked of it, as a package that loads its parts when they are read makes sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import MISSING, ModuleValue, Value
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MARK = "TYPE_CHECKING"


def typed_name(m: Interpreter, module: ModuleValue, name: str) -> Value:
    """A name that a module has for type checkers, MISSING if there is none."""
    declared = m.program.declared.get(module.name)
    if declared is None:
        declared = m.program.declared[module.name] = _declared(m, module)
    return MISSING if declared is module else m.global_name(declared, name)


def _declared(m: Interpreter, module: ModuleValue) -> ModuleValue:
    """The module as a type checker sees it: itself, if it makes no difference."""
    from shapelint.interpreter.imports import run_module

    lowered = m.program.trees.get(module.path)
    body = [s for part in lowered.body for s in _typing_only(part)] if lowered else []
    if lowered is None or not body:
        return module
    seen = ModuleValue(module.name, module.path, dict(module.globals))
    run_module(m, seen, tree.Module(lowered.path, tuple(body), lowered.lines, lowered.size))
    return seen


def _typing_only(node: tree.Stmt) -> tree.Block:
    """The statements that only a type checker runs."""
    return node.body if isinstance(node, tree.If) and _asks(node.test) else ()


def _asks(test: tree.Expr) -> bool:
    if isinstance(test, tree.BoolOp):
        return test.op == "or" and any(map(_asks, test.values))
    if isinstance(test, tree.Attribute):
        return test.attr == MARK
    return isinstance(test, tree.Name) and test.id == MARK
