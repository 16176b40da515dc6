"""Where builtins register themselves by dotted name; `builtins/` fills it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from shapelint.interpreter.values import ListObj, Value, typed_list

Args = list[Value]
Kwargs = dict[str, Value]
"""What a builtin is given by position and by name."""

F = TypeVar("F", bound=Callable[..., object])

BUILTINS: dict[str, Callable[..., Value]] = {}
"""Functions by dotted name: `len`, `math.ceil`, `functools.partial`, `torch.tensor`."""

SPREADS: dict[str, Callable[..., Value]] = {}
"""By dotted name what a call gives whose arguments are all the items of one sequence of unknown length."""
METHODS: dict[str, Callable[..., Value]] = {}
"""Methods by type and name: `list.append`, `str.split`; the receiver is the first argument."""


def builtin(*names: str) -> Callable[[F], F]:
    """Register a function `(interpreter, args, kwargs) -> value` under dotted names."""

    def register(function: F) -> F:
        for name in names:
            BUILTINS[name] = function
        return function

    return register


def iterator(*names: str) -> Callable[[F], F]:
    """Register functions that give iterators of their own types: `zip`, `itertools.chain`."""

    def register(function: F) -> F:
        for name in names:
            BUILTINS[name] = _typed(name.rpartition(".")[2], function)
        return function

    return register


def _typed(kind: str, function: Callable[..., Value]) -> Callable[..., Value]:
    def call(m: object, args: Args, kwargs: Kwargs) -> Value:
        made = function(m, args, kwargs)
        assert isinstance(made, ListObj)
        return typed_list(kind, made.items)

    return call


def spread(*names: str) -> Callable[[F], F]:
    """Register what `name(*items)` gives, a function `(interpreter, items) -> value`."""

    def register(function: F) -> F:
        for name in names:
            SPREADS[name] = function
        return function

    return register


def method(*names: str) -> Callable[[F], F]:
    """Register a method `(interpreter, args, kwargs) -> value`; `args[0]` is the receiver."""

    def register(function: F) -> F:
        for name in names:
            METHODS[name] = function
        return function

    return register
