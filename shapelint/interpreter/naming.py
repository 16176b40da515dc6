"""The names of scopes and modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import imports
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.registry import BUILTINS
from shapelint.interpreter.values import (
    MISSING,
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
    from shapelint.interpreter.machine import Interpreter

GLOBAL_NAMES = {"__file__": "file", "__doc__": None, "__package__": "", "__debug__": True}
LASTING = Function | ClassValue | ModuleValue | External | Builtin | TypeOf | RuleOp
"""What an import brings that no path changes into something else."""
TYPES = {
    "int", "float", "bool", "str", "bytes", "list", "tuple", "dict", "set", "frozenset", "object",
    "complex", "type", "slice",
}  # fmt: skip


def load_name(m: Interpreter, frame: Frame, name: str) -> Value:
    """What a name stands for in a frame."""
    scope: Frame | None = frame
    while scope is not None:
        if name not in scope.globals:
            value = scope.vars.get(name, MISSING)
            if value is not MISSING:
                return m.resolve(value)
        scope = scope.parent
    value = m.global_name(frame.module, name)
    if value is not MISSING:
        return value
    if name in GLOBAL_NAMES:
        return GLOBAL_NAMES[name]
    if name == "__class__" and frame.owner is not None:
        return frame.owner
    found = m.builtin(name)
    if found is not MISSING:
        return found
    unknown = m.unknown(f"name {name}", name)
    m.store.write(frame.module.globals, name, unknown)
    return unknown


def global_name(m: Interpreter, module: ModuleValue, name: str) -> Value:
    """A name of a module, its deferred imports carried out; MISSING if there is none."""
    value = module.globals.get(name, MISSING)
    if isinstance(value, Lazy):
        lazy, value = value, imports.load(m, value)
        if isinstance(value, LASTING) and lazy not in m.program.loading:
            module.globals[name] = (
                value  # not of this path alone, or where paths meet there would be two
            )
        else:
            m.store.write(module.globals, name, value)
    elif value is MISSING and module.stars:
        value = imports.star_name(m, module, name)
    return value


def module_names(m: Interpreter, module: ModuleValue) -> Value:
    """`globals()`: what is written to it is written to the module."""
    if module.stars:
        return m.unknown("the names of a module that takes over all of another's")
    return themselves(module)


def themselves(module: ModuleValue) -> DictObj:
    """The names that a module has bound so far, as a dict that stays the same as they are."""
    names = DictObj({})
    names.entries = module.globals
    return names


def assign_name(m: Interpreter, frame: Frame, name: str, value: Value) -> None:
    """Bind a name in a frame."""
    if name in frame.globals:
        m.store.write(frame.module.globals, name, value)
    elif name in frame.nonlocals:
        scope = frame.parent
        while scope is not None and name not in scope.vars:
            scope = scope.parent
        m.store.write(scope.vars if scope else frame.vars, name, value)
    else:
        m.store.write_local(frame.vars, name, value)


def builtin(m: Interpreter, name: str) -> Value:
    """A builtin of Python by name, MISSING if there is none."""
    found = BUILTINS.get(name)
    if name in TYPES:
        return TypeOf(name)
    if found is not None and "." not in name:
        return Builtin(name, found)
    if name.endswith(("Error", "Exception", "Warning", "Interrupt", "Exit", "Iteration")):
        return External(name)
    return {"NotImplemented": m.unknown("NotImplemented"), "Ellipsis": ...}.get(name, MISSING)


def ruled(m: Interpreter, frame: Frame, name: str) -> Value:
    """What a project's own rule says that its module defines under this name; None if none does."""
    module = frame.module
    if frame.vars is not module.globals or module.path.startswith("<"):
        return None
    dotted = f"{module.globals.get('__module__', module.name)}.{name}"
    return m.external(dotted) if dotted in m.rulebook.chunks else None
