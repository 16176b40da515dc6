"""`exec` and `eval`: what the text that they run may bind and change."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

from shapelint.interpreter.naming import themselves
from shapelint.interpreter.values import (
    Builtin,
    ClassValue,
    DictObj,
    External,
    Function,
    Lazy,
    ModuleValue,
    RuleOp,
    TypeOf,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.frames import Frame
    from shapelint.interpreter.machine import Interpreter

NAMES = ("exec", "eval")
IMPORTED = Builtin | External | Lazy | ModuleValue | RuleOp | TypeOf
"""What a name stands for that was not made by the module itself."""


def within(frame: Frame, function: Value) -> Value:
    """One of the two, for a text that is run in a frame; another function as it is."""
    if not isinstance(function, Builtin) or function.name not in NAMES:
        return function
    return Builtin(function.name, lambda m, args, kwargs: _execute(m, frame, args, kwargs))


def _execute(m: Interpreter, frame: Frame, args: list[Value], kwargs: dict[str, Value]) -> Value:
    spaces = [m.decided(m.resolve(space)) for space in [*args[1:], *kwargs.values()]]
    spaces = [space for space in spaces if space is not None]
    tree = _parsed(m.decided(m.resolve(args[0])))
    if not spaces and frame.vars is not frame.module.globals:
        spaces = [DictObj(dict(frame.module.globals)), DictObj(dict(frame.vars))]
    elif not spaces and tree is None:
        _lose_own(m, frame.module)
    elif not spaces:
        spaces = [themselves(frame.module)]
    if tree is None:
        m.forget_arguments(spaces, {})
    else:
        _run(m, tree, spaces)
    return m.unknown("what a text gives that is run")


def _parsed(text: Value) -> ast.Module | None:
    try:
        return ast.parse(text.strip()) if isinstance(text, str) else None
    except (SyntaxError, ValueError):
        return None


def _run(m: Interpreter, tree: ast.Module, spaces: list[Value]) -> None:
    """Names are bound in the last namespace; what they stand for in any of them may be changed."""
    bound, used = set(_bound(ast.walk(tree))), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used.add(node.id)
    for space in spaces:
        if not isinstance(space, DictObj):
            m.forget_arguments([space], {})
            continue
        held = [v for name, v in space.pairs() if name in used and not isinstance(v, IMPORTED)]
        m.forget_arguments(held, {})
    for name in sorted(bound) if spaces else ():
        m.set_item(spaces[-1], name, m.unknown("bound by a text that is run", name))


def _bound(nodes: Iterable[ast.AST]) -> Iterable[str]:
    for node in nodes:
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]


def _lose_own(m: Interpreter, module: ModuleValue) -> None:
    """Whatever a module has made itself may be something else from here on."""
    for name, value in list(module.globals.items()):
        foreign = isinstance(value, Function | ClassValue) and not _is_of(value, module)
        if not isinstance(value, IMPORTED) and not foreign and isinstance(name, str):
            m.store.write(module.globals, name, m.unknown("perhaps bound by a text", name))


def _is_of(value: Function | ClassValue, module: ModuleValue) -> bool:
    made_in = value.module if isinstance(value, ClassValue) else value.module.name
    return bool(made_in == module.name)
