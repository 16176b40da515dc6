"""What code that is not seen may change: what it is given, and what it was given before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shapelint.interpreter import elements, lifecycle, own_names, presence
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.effects import ITEM, Path, effects
from shapelint.interpreter.values import (
    COPIED,
    COURSE,
    MISSING,
    REST,
    BoundMethod,
    ClassValue,
    DictObj,
    Function,
    GeneratorContext,
    Instance,
    ListObj,
    Partial,
    SetObj,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    View,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

CHANGED = "changed out of sight"
DEEP = 3
"""How many containers around what is given may be changed too."""
READING = {
    "buffers", "children", "get_buffer", "get_parameter", "get_submodule", "modules", "named_buffers",
    "named_children", "named_modules", "named_parameters", "parameters", "state_dict", "to", "cpu", "cuda",
    "float", "half", "zero_grad",
}  # fmt: skip
"""Methods of all layers that change nothing of which shapes are made."""
Seen = dict[int, Value]
"""What is looked at, by id, so that it is not again."""


def forget(m: Interpreter, value: Value) -> None:
    """The contents of a mutable container are lost."""
    value = m.resolve(value)
    if isinstance(value, ListObj | SetObj):
        _forget_items(m, value)
    elif isinstance(value, DictObj):
        presence.lose(m, value.entries, CHANGED)
    elif isinstance(value, Unknown):
        for held in value.objects:
            _change(m, held)
    elif isinstance(value, Partial):
        forget(m, value.function)
        forget(m, TupleValue((*value.args, *(v for _, v in value.kwargs))))
    elif isinstance(value, TupleValue):
        for item in value.items:
            _change(m, item)
    elif isinstance(value, GeneratorContext):
        forget_arguments(m, list(value.bound.values()), {})
    elif isinstance(value, BoundMethod):
        forget(m, value.function)
        _forget_contents(m, value.receiver)
    elif isinstance(value, Function):
        _run_unseen(m, value, {})


def _forget_items(m: Interpreter, value: ListObj | SetObj) -> None:
    items = value.cell["items"]
    if isinstance(items, View):
        forget(m, items.mapping)
    elif not isinstance(items, Unknown) or items.attrs:  # of some it is told what an item is
        m.store.write(value.cell, "items", m.unknown("a container changed out of sight"))
    if isinstance(items, Unknown):
        forget(m, items.attrs.get(COPIED))
        course = items.attrs.get(COURSE)
        for used in course.uses if course is not None else ():
            forget(m, used)


def _change(m: Interpreter, value: Value) -> None:
    """What was within reach of code that is not seen: an object may have run its methods."""
    value = m.resolve(value)
    if isinstance(value, Instance):
        _run_methods(m, value)
    elif isinstance(value, Tensor):
        elements.lose(m, value)
    else:
        forget(m, value)


def call_on_any(m: Interpreter, method: Unknown) -> None:
    """A method is called of what may be one of several objects: those that have it may be changed."""
    owner, _, name = (method.hint or "").rpartition(".")
    if not owner:
        forget(m, method)
        return
    for held in method.objects:
        if isinstance(held, Instance):
            own = lookup(held.cls, name)[0]
            if name in READING and own_names.is_of_layers(own, name):
                continue
            if own is not MISSING or lookup(held.cls, "__call__")[0] is not MISSING:
                _run_methods(m, held)
            elif name in lifecycle.FILLING:
                _forget_contents(m, held)
        elif isinstance(held, Tensor):
            if name.endswith("_"):
                elements.lose(m, held)
        elif name in lifecycle.FILLING or isinstance(held, BoundMethod):
            forget(m, held)


def _forget_contents(m: Interpreter, value: Value) -> None:
    """What a function that is called out of sight may fill: a container, or those of an object."""
    held = value.attrs.values() if isinstance(value, Instance) else (value,)
    for item in list(held):
        if isinstance(item, ListObj | SetObj | DictObj):
            forget(m, item)


def _run_methods(m: Interpreter, value: Instance) -> None:
    """Methods of an object may have been called."""
    if value.cls.rule is None:
        m.looks_into(value.cls)
        changing = lifecycle.changing_attributes(value.cls)
        for name in [name for name in value.attrs if name in changing]:
            lose(m, value, name)
        _forget_contents(m, value)


def _run_unseen(m: Interpreter, function: Function, seen: Seen) -> None:
    """A function may have been called: what it binds, sets, fills or calls is not known any more."""
    if id(function) in seen or len(seen) > lifecycle.MAX_CALLED:
        return
    seen[id(function)] = function
    m.looks_into(function)
    found = effects(function.node)
    for name in found.rebound:
        scope = _scope_of(function, name)
        if scope is not None:
            m.store.write(scope, name, m.unknown(CHANGED, name))
    for path in found.set:
        for owner in _at(m, function, path[:-1]):
            if isinstance(owner, Instance | ClassValue):
                lose(m, owner, path[-1])
    for path in found.touched | found.called:
        for value in _at(m, function, path):
            if isinstance(value, Function):
                _run_unseen(m, value, seen)
            elif isinstance(value, Instance):
                _run_methods(m, value)
            elif path in found.touched:
                _change(m, value)


def _scope_of(function: Function, name: str) -> dict[Any, Value] | None:
    """What holds a name around a function."""
    scope = function.scope
    while scope is not None:
        if name in scope.vars:
            return scope.vars  # type: ignore[no-any-return]
        scope = scope.parent
    return function.module.globals if name in function.module.globals else None


def _at(m: Interpreter, function: Function, path: Path) -> Iterator[Value]:
    """What a path from a name around a function leads to, if that is followed."""
    scope = _scope_of(function, path[0])
    value = MISSING if scope is None else m.decided(m.resolve(scope[path[0]]))
    for name in path[1:]:
        if name == ITEM:
            yield from within(m, value)
            return
        held = value.attrs if isinstance(value, Instance | ClassValue) else {}
        if name not in held:
            break  # a method, or what is not followed: of the last object
        value = m.decided(m.resolve(held[name]))
    if value is not MISSING:
        yield value


def forget_arguments(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> None:
    """A callee that is not known may change what it was given, and call what it can reach."""
    for value in [*args, *kwargs.values()]:
        for held in within(m, value):
            _change(m, held)
        forget(m, value)
        value = m.resolve(value)
        if isinstance(value, Instance) and value.cls.rule is None:
            for name in [*value.attrs, *_class_data(value)]:
                lose(m, value, name)
        elements.lose(m, value)
        escape(m, value)
    run_escaped(m)


def run_escaped(m: Interpreter) -> None:
    """Code that is not seen may call whatever it was given before."""
    for value in list(m.store.escaped.values()):
        if isinstance(value, Instance):
            _run_methods(m, value)
        else:
            forget(m, value)


def forget_callbacks(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> None:
    """A callee that leaves alone what it is given, but may call it."""
    for value in [*args, *kwargs.values()]:
        value = m.resolve(value)
        if isinstance(value, Function | BoundMethod | Partial):
            forget(m, value)
            escape(m, value)


def _class_data(value: Instance) -> Iterator[str]:
    """The attributes that an object has by its class, and may be given itself."""
    for base in value.cls.mro:
        if isinstance(base, ClassValue) and base.rule is None:
            for name, held in base.attrs.items():
                plain = isinstance(
                    held, int | float | str | Instance | ListObj | DictObj | TupleValue
                )
                if plain and name not in value.attrs and not name.startswith("__"):
                    yield name


def within(m: Interpreter, value: Value, depth: int = DEEP) -> Iterator[Value]:
    """The mutable values that a container holds, and those that they hold."""
    value = m.resolve(value)
    parts: tuple[Value, ...] = ()
    if isinstance(value, ListObj | SetObj | TupleValue):
        parts = value.items if isinstance(value.items, tuple) else ()
    elif isinstance(value, DictObj):
        parts = tuple(held for key, held in value.entries.items() if not isinstance(key, Unknown))
    for part in parts[: lifecycle.MAX_CALLED] if depth else ():
        part = m.resolve(part)
        if isinstance(part, Instance | ListObj | SetObj | DictObj):
            yield part
        if isinstance(part, ListObj | SetObj | DictObj | TupleValue):
            yield from within(m, part, depth - 1)


def forget_object(m: Interpreter, value: Instance) -> None:
    """An object is changed in a way that is not followed: its attributes, the parameters of a layer."""
    for name in list(value.attrs):
        lose(m, value, name)
    m.store.write(value.attrs, REST, m.unknown(CHANGED))
    for rule in list(value.rule_envs):
        m.store.write(value.rule_envs, rule, None)
    own_names.rename(m, value)


def escape(m: Interpreter, value: Value) -> None:
    """An object or function is given to code that is not seen: from now on any such code may call it."""
    value = m.resolve(value)
    if isinstance(value, BoundMethod):
        escape(m, value.receiver)
    elif id(value) in m.store.escaped:
        return
    elif isinstance(value, Instance):
        if value.cls.rule is None:
            m.store.write(m.store.escaped, id(value), value)
    elif isinstance(value, Function | Partial):
        m.store.write(m.store.escaped, id(value), value)


def lose(m: Interpreter, value: Instance | ClassValue, name: str) -> None:
    m.store.write(value.attrs, name, m.unknown(CHANGED, f"self.{name}"))
