"""What a callable takes: the parameters that `inspect` tells of."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.registry import builtin
from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    ClassValue,
    DictObj,
    Function,
    RuleMethod,
    RuleOp,
    TupleValue,
    Value,
    new_list,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.rulebook.load import Param, Signature

PLACES = {"posonly": 0, "pos": 1, "vararg": 2, "kwonly": 3, "kwarg": 4}
"""`inspect.Parameter.kind` as numbers."""
Parameters = list[TupleValue]


@builtin("__takes__")
def parameters(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """(name, kind[, default]) of each parameter; with the receiver of a method if `args[1]`."""
    found = _of(m, m.decided(m.resolve(args[0])), bool(args[1]))
    return m.unknown("the parameters of a callable") if found is None else new_list(list(found))


def _of(m: Interpreter, function: Value, whole: bool) -> Parameters | None:
    if isinstance(function, Function):
        wrapped = MISSING if whole else function.attrs.get("__wrapped__", MISSING)
        m.looks_into(function)
        return _of_function(function) if wrapped is MISSING else _of(m, wrapped, whole)
    if isinstance(function, BoundMethod):
        found = _of(m, function.function, whole)
        return found if whole or found is None else found[1:]
    if isinstance(function, RuleOp):
        return _of_rule(m, function.rule.signatures)
    if isinstance(function, ClassValue):
        return _of_class(m, function, whole)
    return None


def _of_function(function: Function) -> Parameters | None:
    params = function.node.params
    if function.scope is not None and {"vararg", "kwarg"} <= {p.kind for p in params}:
        return None  # it may wrap another, whose parameters are told
    return [
        TupleValue((p.name, PLACES[p.kind], *_default(function.defaults, p.name))) for p in params
    ]


def _default(defaults: dict[str, Value], name: str) -> tuple[Value, ...]:
    return (defaults[name],) if name in defaults else ()


def _of_class(m: Interpreter, cls: ClassValue, whole: bool) -> Parameters | None:
    init, owner = lookup(cls, "__init__")
    if cls.kind != "class" or lookup(cls, "__new__")[0] is not MISSING:
        return None
    if isinstance(init, RuleMethod) and init.cls.rule is not None:
        return _of_rule(m, init.cls.rule.init)
    if isinstance(init, Function) and isinstance(owner, ClassValue) and owner.kind == "class":
        found = _of(m, init, whole)
        return found if whole or found is None else found[1:]
    return None


def _of_rule(m: Interpreter, signatures: tuple[Signature, ...]) -> Parameters:
    """Those of all forms; a rule names whatever its function takes."""
    found = {
        p.name: TupleValue((p.name, _place(p), *_literal(m, p)))
        for s in reversed(signatures)
        for p in s.params
    }
    return list(found.values())


def _place(param: Param) -> int:
    if param.variadic:
        return 2
    return 4 if param.keywords else 3 if param.keyword_only else 1


def _literal(m: Interpreter, param: Param) -> tuple[Value, ...]:
    if param.default is None:
        return ()
    if isinstance(param.default, ast.Constant):
        return (param.default.value,)
    return (m.unknown(f"default of {param.name}"),)


@builtin("__arguments__")
def arguments(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """What the constructor that runs was called with, by the names of its parameters."""
    for frame in reversed(m.stack):
        function = frame.function
        if function is not None and function.name == "__init__" and frame.receiver is args[0]:
            names = [p.name for p in function.node.params[1:] if p.kind not in ("vararg", "kwarg")]
            return DictObj({name: frame.vars[name] for name in names if name in frame.vars})
    return m.unknown("the arguments of a constructor")
