"""User functions: definition, binding of arguments, running the body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from shapelint.interpreter import notations, presence
from shapelint.interpreter.branches import join, merge, path_condition
from shapelint.interpreter.frames import Diverges, Exit, Frame
from shapelint.interpreter.generators import generator
from shapelint.interpreter.representative import lose_length, now
from shapelint.interpreter.values import (
    ITEM,
    MISSING,
    REST,
    Choice,
    ClassMethod,
    DictObj,
    Dim,
    Function,
    Instance,
    ListObj,
    StaticMethod,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    contents,
    typed_list,
)
from shapelint.source import tree
from shapelint.source.tree import FunctionDef

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_DEPTH = 60
MAX_RECURSION = 12
MAX_GUESSED = 4
"""Recursion under undecided conditions doubles the work with each of them."""


class NotTold(Exception):
    """A library's function is called with what its prelude does not know of."""


def define_function(m: Interpreter, node: tree.FunctionDef, frame: Frame) -> Value:
    """The value a `def` binds: the function through its decorators."""
    from shapelint.interpreter.expressions import evaluate

    raw = _function(m, node, node.name, node.params, frame)
    value: Value = raw
    if frame.is_class or frame.vars is frame.module.globals:
        m.defined.setdefault((frame.module.path, node.at), []).append(raw)
    if frame.is_class and node.name in {"__init_subclass__", "__class_getitem__"}:
        value = ClassMethod(value)
    if frame.is_class and node.name == "__new__":
        value = StaticMethod(value)
    for decorator in reversed(node.decorators):
        value = _decorate(m, decorator, evaluate(m, decorator, frame), value, frame)
        if isinstance(value, Unknown) or _is_of_prelude(value):
            m.note_hidden(raw)
    return value


def _is_of_prelude(value: Value) -> bool:
    return isinstance(value, Function) and value.module.path.startswith("<")


def _decorate(
    m: Interpreter, node: tree.Expr, decorator: Value, value: Value, frame: Frame
) -> Value:
    with m.at(frame, node.at):
        return m.call(decorator, [value], {}, frame)


def define_lambda(m: Interpreter, node: tree.Lambda, frame: Frame) -> Function:
    return _function(m, node, "<lambda>", node.params, frame)


def _function(
    m: Interpreter,
    node: tree.FunctionDef | tree.Lambda,
    name: str,
    params: tuple[tree.Param, ...],
    frame: Frame,
) -> Function:
    from shapelint.interpreter.expressions import evaluate

    defaults = {p.name: evaluate(m, p.default, frame) for p in params if p.default is not None}
    owner = frame.owner if frame.is_class else None
    return Function(node, name, frame.module, m.enclosing(frame), defaults, owner)


def bind(
    m: Interpreter, function: Function, args: list[Value], kwargs: dict[str, Value]
) -> dict[str, Value]:
    """Arguments to parameters as Python does; a wrong signature ends the path. Raises NotTold where a prelude
    leaves out what its function takes."""
    m.looks_into(function)
    bound: dict[str, Value] = {}
    left = list(args)
    named = dict(kwargs)
    for param in function.node.params:
        if param.kind == "vararg":
            bound[param.name] = TupleValue(tuple(left))
            left = []
        elif param.kind == "kwarg":
            bound[param.name] = DictObj(presence.entries(named))
            named = {}
        elif param.kind != "kwonly" and left:
            bound[param.name] = left.pop(0)
        elif param.kind != "posonly" and param.name in named:
            default = function.defaults.get(param.name, MISSING)
            bound[param.name] = presence.given(m, named.pop(param.name), default)
        elif param.name in function.defaults:
            bound[param.name] = function.defaults[param.name]
        else:
            m.cause(f"call of {function.name} without {param.name}")
            raise Diverges("TypeError")
    if left or named:
        if _is_of_prelude(function):
            raise NotTold
        m.cause(f"call of {function.name} with arguments it does not take")
        raise Diverges("TypeError")
    return bound


def as_called(
    function: Function, bound: dict[str, Value], first: int = 0
) -> Iterator[tuple[tree.Param, bool, Value]]:
    """What `bind` has bound, as a call gives it, from a parameter on: the parameter, whether by its name,
    and the value. What is the default is left out, so that what follows it is named."""
    named = False
    for param in function.node.params[first:]:
        value = bound.get(param.name, MISSING)
        if value is not MISSING and value is function.defaults.get(param.name, MISSING):
            named = True
        else:
            yield param, named or param.kind == "kwonly", value


def bind_open(
    m: Interpreter, function: Function, args: list[Value], kwargs: dict[str, Value]
) -> dict[str, Value]:
    """Arguments some of which came from a spread of unknown length: the rest is unknown."""
    m.looks_into(function)
    bound: dict[str, Value] = {}
    for param in function.node.params:
        if param.kind == "vararg":
            bound[param.name] = m.unknown(f"*{param.name}")
        elif param.kind == "kwarg":
            rest = m.unknown(f"**{param.name}")
            bound[param.name] = DictObj({**presence.entries(kwargs), REST: rest})
        elif args and param.kind != "kwonly":
            bound[param.name] = args.pop(0)
        elif param.name in kwargs:
            unknown = m.unknown(f"parameter {param.name}", param.name)
            bound[param.name] = presence.given(m, kwargs.pop(param.name), unknown)
        else:
            bound[param.name] = m.unknown(f"parameter {param.name}", param.name)
    return bound


def run_function(
    m: Interpreter,
    function: Function,
    bound: dict[str, Value],
    receiver: Value = None,
    resume: Callable[[Value], None] | None = None,
) -> Value:
    """Run the body on bound arguments and merge its ways out; `resume` is run where it yields. Nothing
    is run of a generator before its first item is asked for."""
    if resume is None and isinstance(function.node, FunctionDef) and function.node.is_generator:
        return generator(m, function, bound, receiver)
    return run_body(m, function, bound, receiver, resume)


def run_body(
    m: Interpreter,
    function: Function,
    bound: dict[str, Value],
    receiver: Value,
    resume: Callable[[Value], None] | None = None,
) -> Value:
    from shapelint.interpreter.expressions import evaluate

    decisions = m.active.get(function.node.at, [])
    levels = [*decisions, len(m.store.path)]
    guesses = sum(a < b for a, b in pairwise(levels))
    if (
        len(m.stack) >= MAX_DEPTH
        or len(decisions) >= MAX_RECURSION
        or guesses > MAX_GUESSED
        or (decisions and _runs_already(m, function, bound))
    ):
        m.forget_arguments(list(bound.values()), {})
        return m.unknown("recursion past the bound")
    names = contents(bound)
    frame = Frame(function.module, names, function.scope, function, receiver, function.owner)
    frame.called_at = m.here
    frame.given = dict(bound)
    frame.mark = m.store.mark()
    frame.resume = resume
    began = now()
    node = function.node
    m.executed(function)
    m.stack.append(frame)
    m.active[function.node.at] = levels
    try:
        notations.entered(m, frame)
        if isinstance(node, tree.Lambda):
            return evaluate(m, node.body, frame)
        if node.is_generator:
            frame.yields = []
        live = _reaches_end(m, frame, node.body)
        result = _finish(m, frame, live or frame.yields is not None)
    finally:
        m.stack.pop()
        m.active[function.node.at] = decisions
    if frame.yields is not None:
        if frame.yields_lost:
            item = frame.yields[0] if len(frame.yields) == 1 else MISSING
            lost = lose_length(m, "generator with undecided yields", item, began)
            return typed_list("generator", lost)
        return typed_list("generator", tuple(frame.yields))
    return result


def _reaches_end(m: Interpreter, frame: Frame, body: tree.Block) -> bool:
    """Whether a path gets through the body without a return: where the last one raises, those that
    have returned before are what is left."""
    from shapelint.interpreter.statements import run_block

    try:
        return run_block(m, body, frame)
    except Diverges:
        if not frame.exits and not frame.yields:
            raise
        m.doubts += 1
        frame.yields_lost = True
        return False


def _runs_already(m: Interpreter, function: Function, bound: dict[str, Value]) -> bool:
    """Whether the function is running with what is no better known than these arguments: it would come
    here again, and again."""
    for frame in reversed(m.stack):
        if frame.function is function:
            return all(_is_no_better(m, bound[name], old) for name, old in frame.given.items())
    return False


def _is_no_better(m: Interpreter, new: Value, old: Value) -> bool:
    new, old = m.resolve(new), m.resolve(old)
    if new is old or _is_open(m, new) or _is_as_empty(new, old):
        return True
    return isinstance(new, int | float | str | Dim) and type(new) is type(old) and new == old


def _is_open(m: Interpreter, value: Value) -> bool:
    """Whether nothing is known of any alternative of a value."""
    value = m.resolve(value)
    if isinstance(value, Choice):
        return _is_open(m, value.then) and _is_open(m, value.orelse)
    if isinstance(value, ListObj):
        return isinstance(value.items, Unknown) and ITEM not in value.items.attrs
    if isinstance(value, Tensor):
        shape = m.store.facts.shape(value.shape)
        return shape.var is not None and not shape.min_rank and value.elements is None
    return isinstance(value, Unknown)


def _is_as_empty(new: Value, old: Value) -> bool:
    """Whether both hold nothing, as `**kwargs` may, or a new object holds less than another: its constructor runs."""
    if isinstance(new, Instance) and isinstance(old, Instance):
        return new.cls is old.cls and not new.attrs
    if isinstance(new, DictObj) and isinstance(old, DictObj):
        return not new.entries and not old.entries
    return isinstance(new, TupleValue) and isinstance(old, TupleValue) and not new.items + old.items


def _finish(m: Interpreter, frame: Frame, live: bool) -> Value:
    assert frame.mark is not None
    exits = frame.exits
    if not exits:
        if not live:
            raise Diverges
        return None
    if len(exits) == 1 and exits[0].delta is None and not live:
        return exits[0].value
    if live:
        exits = [*exits, Exit("return", None, m.store.since(frame.mark))]
    deltas = [exit.delta or m.store.since(frame.mark) for exit in exits]
    m.store.rollback(frame.mark)
    join(m, frame.mark, [(path_condition(delta), delta) for delta in deltas])
    value = exits[-1].value
    for exit, delta in zip(reversed(exits[:-1]), reversed(deltas[:-1]), strict=True):
        value = merge(m, path_condition(delta), exit.value, value)
    return value


def defaults(function: Function, name: str) -> Value:
    """`function.__defaults__`, `function.__kwdefaults__`."""
    held = function.defaults
    if name == "__kwdefaults__":
        named = [p.name for p in function.node.params if p.kind == "kwonly" and p.name in held]
        return DictObj({name: held[name] for name in named}) if named else None
    values = tuple(held[name] for name in positional(function) if name in held)
    return TupleValue(values) if values else None


def set_defaults(m: Interpreter, function: Function, name: str, new: Value) -> None:
    """`function.__defaults__ = new`, `function.__kwdefaults__ = new`."""
    new = m.decided(m.resolve(new))
    params = [p.name for p in function.node.params if p.kind == "kwonly"]
    told: dict[str, Value] | None = None
    if name == "__kwdefaults__":
        if new is None or isinstance(new, DictObj) and not new.open:
            told = {} if new is None else dict(new.pairs())
    else:
        params = positional(function)
        items = () if new is None else m.iterate(new)
        if items is not None:
            told = dict(zip(reversed(params), reversed(items), strict=False))
    for param in params:
        lost = m.unknown(f"parameter {param}", param)
        m.store.write(
            function.defaults, param, told.get(param, MISSING) if told is not None else lost
        )


def positional(function: Function) -> list[str]:
    """Names of the parameters that take positional arguments."""
    return [p.name for p in function.node.params if p.kind in ("posonly", "pos")]


__all__ = [
    "MISSING",
    "bind",
    "bind_open",
    "define_function",
    "define_lambda",
    "positional",
    "run_function",
]
