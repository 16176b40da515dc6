"""How to reach a failure by running the program: the calls on the way to it, with arguments in numbers.

A witness is made where a finding is, from the facts of its path: one admissible input, as text of Python.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.concrete import Concrete, Expression, Unmade, joined
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.functions import as_called
from shapelint.interpreter.recorder import Place
from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    ClassMethod,
    Instance,
    StaticMethod,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.interpreter.values import Function

CALLED = ("forward", "call", "__call__")
MAX_ACTIVATIONS = 12


@dataclass(frozen=True, slots=True)
class Activation:
    """One function on the way to the failure, and a way to call it; `setup` makes what it is called on."""

    file: str
    function: str
    setup: Expression | None = None
    call: Expression | None = None
    why: str = ""
    """Why there is no call."""


@dataclass(frozen=True, slots=True)
class Witness:
    """`script` is the line of top-level code that leads to the failure, where that is what leads there;
    `activations` are the functions that were running, the outermost first; `operation` is the failing
    call alone."""

    script: Place | None
    activations: tuple[Activation, ...]
    operation: Expression | None
    line: int = 0
    """The line of `script`, once it is looked up."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A call by rule: the framework's function, or a layer and its method, and the arguments."""

    callee: Value
    args: tuple[Value, ...]
    kwargs: dict[str, Value]


def made_at(operation: Operation) -> Place | None:
    """Where the layer whose call this is was made."""
    receiver = operation.callee.receiver if isinstance(operation.callee, BoundMethod) else None
    place = receiver.made_at if isinstance(receiver, Instance) else None
    return place if isinstance(place, Place) else None


def witness(m: Interpreter, operation: Operation | None) -> Witness:
    """How this path came here."""
    concrete = Concrete(m)
    script = None
    if m.recorder.entry == "<script>":
        script = m.stack[0].called_at if m.stack else m.here
    frames = [f for f in m.stack if not f.module.path.startswith("<")]
    kept = (
        frames if len(frames) <= MAX_ACTIVATIONS else [*frames[:2], *frames[2 - MAX_ACTIVATIONS :]]
    )
    activations = tuple(_activation(concrete, frame) for frame in kept)
    replayed = None
    if operation is not None:
        with contextlib.suppress(Unmade):
            replayed = concrete.call(operation.callee, operation.args, operation.kwargs)
    return Witness(script, activations, replayed)


def _activation(concrete: Concrete, frame: Frame) -> Activation:
    function = frame.function
    assert function is not None
    owner = "" if function.owner is None else f"{function.owner.name}."
    name = f"{owner}{function.name}"
    try:
        setup, call = _call(concrete, function, frame.given)
    except Unmade as reason:
        return Activation(function.module.path, name, why=str(reason))
    return Activation(function.module.path, name, setup, call)


def _call(
    concrete: Concrete, function: Function, given: dict[str, Value]
) -> tuple[Expression | None, Expression]:
    """The statement that makes what a method is called on, and the call of the function."""
    setup, callee, first = _callee(concrete, function, given)
    parts: list[Expression] = []
    for param, named, value in as_called(function, given, first):
        if value is MISSING:
            raise Unmade(f"argument {param.name} is not known")
        if param.kind == "vararg":
            parts += [concrete.express(item) for item in concrete.items(value)]
        elif param.kind == "kwarg":
            parts += [concrete.express(v).keyword(k) for k, v in concrete.pairs(value)]
        else:
            made = concrete.express(value)
            parts.append(made.keyword(param.name) if named else made)
    return setup, joined(callee, parts)


def _callee(
    concrete: Concrete, function: Function, given: dict[str, Value]
) -> tuple[Expression | None, Expression, int]:
    """The statement before the call, what is called, and how many parameters the receiver takes."""
    owner = function.owner
    if owner is None:
        return None, concrete.express(function), 0
    declared = owner.attrs.get(function.name, MISSING)
    if isinstance(declared, StaticMethod):
        return None, concrete.express(owner).part(function.name), 0
    receiver = given[function.node.params[0].name]
    if isinstance(declared, ClassMethod):
        return None, concrete.express(receiver).part(function.name), 1
    if function.name == "__init__" and isinstance(receiver, Instance):
        return None, concrete.express(receiver.cls), 1
    variable = _variable(receiver)
    setup = concrete.express(receiver).assigned(variable)
    callee = Expression(variable)
    return setup, callee if function.name in CALLED else callee.part(function.name), 1


def _variable(receiver: Value) -> str:
    layer = isinstance(receiver, Instance) and any(
        name in base.attrs
        for base in receiver.cls.mro
        for name in ("forward", "call")
        if hasattr(base, "attrs")
    )
    return "model" if layer else "instance"
