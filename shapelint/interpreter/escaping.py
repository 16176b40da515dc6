"""What code that is not seen may change: what it is given, and what it was given before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import lifecycle, own_names
from shapelint.interpreter.values import (
    REST,
    BoundMethod,
    DictObj,
    Function,
    GeneratorContext,
    Instance,
    ListObj,
    Partial,
    SetObj,
    Unknown,
    Value,
    View,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

CHANGED = "changed out of sight"


def forget(m: Interpreter, value: Value) -> None:
    """The contents of a mutable container are lost."""
    value = m.resolve(value)
    if isinstance(value, ListObj | SetObj):
        items = value.cell["items"]
        if isinstance(items, View):
            forget(m, items.mapping)
        elif not isinstance(items, Unknown) or items.attrs:  # of some it is told what an item is
            m.store.write(value.cell, "items", m.unknown("a container changed out of sight"))
    elif isinstance(value, DictObj):
        for key in value.held():
            m.store.write(value.entries, key, m.unknown(CHANGED))
        m.store.write(value.entries, REST, m.unknown(CHANGED))
    elif isinstance(value, Partial):
        forget(m, value.function)
    elif isinstance(value, GeneratorContext):
        forget_arguments(m, list(value.bound.values()), {})
    elif isinstance(value, BoundMethod):
        forget(m, value.function)
        _forget_contents(m, value.receiver)
    elif isinstance(value, Function):
        m.looks_into(value)
        for name in lifecycle.names_in(value.node):
            scope = value.scope
            while scope is not None and name not in scope.vars:
                scope = scope.parent
            if scope is not None:
                _forget_contents(m, scope.vars[name])


def _forget_contents(m: Interpreter, value: Value) -> None:
    """What a function that is called out of sight may fill: a container, or those of an object."""
    held = value.attrs.values() if isinstance(value, Instance) else (value,)
    for item in list(held):
        if isinstance(item, ListObj | SetObj | DictObj):
            forget(m, item)


def forget_arguments(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> None:
    """A callee that is not known may change what it was given, and call what it can reach."""
    for value in [*args, *kwargs.values()]:
        forget(m, value)
        value = m.resolve(value)
        if isinstance(value, Instance) and value.cls.rule is None:
            for name in list(value.attrs):
                _lose(m, value, name)
        escape(m, value)
    for value in list(m.store.escaped.values()):
        if isinstance(value, Instance):
            m.looks_into(value.cls)
            changing = lifecycle.changing_attributes(value.cls)
            for name in [name for name in value.attrs if name in changing]:
                _lose(m, value, name)
            _forget_contents(m, value)
        else:
            forget(m, value)


def forget_object(m: Interpreter, value: Instance) -> None:
    """An object is changed in a way that is not followed: its attributes, the parameters of a layer."""
    for name in list(value.attrs):
        _lose(m, value, name)
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


def _lose(m: Interpreter, value: Instance, name: str) -> None:
    m.store.write(value.attrs, name, m.unknown(CHANGED, f"self.{name}"))
