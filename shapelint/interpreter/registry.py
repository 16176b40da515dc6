"""Where builtins register themselves by dotted name; `builtins/` fills it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from shapelint.interpreter.values import Value

Args = list[Value]
Kwargs = dict[str, Value]
"""What a builtin is given by position and by name."""
F = TypeVar("F", bound=Callable[..., object])

BUILTINS: dict[str, Callable[..., Value]] = {}
"""Functions by dotted name: `len`, `math.ceil`, `functools.partial`, `torch.tensor`."""

METHODS: dict[str, Callable[..., Value]] = {}
"""Methods by type and name: `list.append`, `str.split`; the receiver is the first argument."""


def builtin(*names: str) -> Callable[[F], F]:
    """Register a function `(interpreter, args, kwargs) -> value` under dotted names."""

    def register(function: F) -> F:
        for name in names:
            BUILTINS[name] = function
        return function

    return register


def method(*names: str) -> Callable[[F], F]:
    """Register a method `(interpreter, args, kwargs) -> value`; `args[0]` is the receiver."""

    def register(function: F) -> F:
        for name in names:
            METHODS[name] = function
        return function

    return register
