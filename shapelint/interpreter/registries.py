"""Registries: containers of a module that other modules fill when they are imported.

Imports are carried out when a name is read, so a module that only registers something would never
run. A key that a module's own container does not have is looked for in the text of the imports that
are still to be carried out; those that name it, and something that writes to the container, are run.
Where none names it, as a key may be made of the name of a class, or where such a container is gone over
as a whole, all that write to it are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.values import (
    MISSING,
    DictObj,
    Function,
    Instance,
    ListObj,
    ModuleValue,
    SetObj,
    Value,
)
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

CONTAINERS = (DictObj, SetObj, ListObj)
MAX_FILLING = 16
"""What more modules than these fill is gone over as it is."""
WRITING = {"add", "append", "extend", "update", "setdefault", "insert", "register"}


class Registries:
    """The containers that are globals of modules, and what of their modules writes to them."""

    def __init__(self) -> None:
        self._modules = 0
        self._owners: dict[int, tuple[ModuleValue, str]] = {}
        self._writers: dict[int, tuple[bytes, ...]] = {}

    def owner(self, modules: dict[str, ModuleValue], container: Value) -> ModuleValue | None:
        """The loaded module that has a container as a global, or that holds it by an object."""
        if self._modules != len(modules):
            self._modules = len(modules)
            self._owners.clear()
            for module in list(modules.values()):
                for name, value in list(module.globals.items()):
                    if name == "__all__":
                        continue
                    for held in _held(value):
                        self._owners[id(held)] = module, name
        found = self._owners.get(id(container))
        return None if found is None else found[0]

    def forget(self) -> None:
        """Let go of what the texts of functions have told."""
        self._writers.clear()

    def writers(self, container: Value) -> tuple[bytes, ...]:
        """The names of its module that write to a container: its own, and functions."""
        found = self._writers.get(id(container))
        if found is None:
            module, name = self._owners[id(container)]
            names = {name}
            functions = {n: f for n, f in module.globals.items() if isinstance(f, Function)}
            while more := {n for n, f in functions.items() if _writes(f, names)} - names:
                names |= more
            found = self._writers[id(container)] = tuple(n.encode() for n in sorted(names))
        return found


def _held(value: Value) -> Iterator[Value]:
    if isinstance(value, CONTAINERS):
        yield value
    elif isinstance(value, Instance):
        yield from (v for v in value.attrs.values() if isinstance(v, CONTAINERS))


def _writes(function: Function, names: set[str]) -> bool:
    """Whether a function stores an item under one of these names, or calls what does."""
    for node in walk(function.node):
        if isinstance(node, tree.Assign):
            if any(isinstance(t, tree.Subscript) and _names(t.value, names) for t in node.targets):
                return True
        elif isinstance(node, tree.Call):
            called = node.func
            if isinstance(called, tree.Attribute) and called.attr in WRITING:
                if _names(called.value, names):
                    return True
            elif isinstance(called, tree.Name) and called.id in names:
                return True
    return False


def _names(node: tree.Expr, names: set[str]) -> bool:
    while isinstance(node, tree.Subscript | tree.Attribute):
        node = node.value
    return isinstance(node, tree.Name) and node.id in names


def entry(m: Interpreter, container: DictObj, key: object) -> Value:
    """The entry of a mapping, registered now if it can be; MISSING if there is none."""
    found = container.entries.get(key, MISSING)
    if found is MISSING and type(key) is str and not container.hides and key:
        while found is MISSING and run_next(m, container, key):
            found = container.entries.get(key, MISSING)
        if found is MISSING:
            complete(m, container)
            found = container.entries.get(key, MISSING)
    return found


def complete(m: Interpreter, container: Value) -> None:
    """Before a container is gone over: run the pending modules that may register something in it, if they are few."""
    if m.program.pending and not m.program.running:
        for _ in range(MAX_FILLING):
            fillers = list(islice(_fillers(m, container), MAX_FILLING))
            if not fillers or len(fillers) == MAX_FILLING:
                return
            m.program.module(m, fillers[0])


def run_next(m: Interpreter, container: Value, key: str) -> bool:
    """Run the next of the pending modules that may register the key; whether there was one."""
    program = m.program
    if program.running or not program.pending:
        return False
    for name in _fillers(m, container, (key.encode(),)):
        program.module(m, name)
        return True
    return False


def _fillers(m: Interpreter, container: Value, words: tuple[bytes, ...] = ()) -> Iterator[str]:
    """The pending modules that may write to a container, and that name these words."""
    program = m.program
    owner = program.registries.owner(program.modules, container)
    if owner is None:
        return
    candidates = (
        name
        for name in program.pending
        if _may_fill(m, name, owner.name) and (not words or program.mentions(name, words))
    )
    first = next(candidates, None)
    if first is None:
        return
    for value in owner.globals.values():
        if isinstance(value, Function):
            m.looks_into(value)
    writers = program.registries.writers(container)
    yield from (name for name in chain((first,), candidates) if program.mentions(name, writers))


def _may_fill(m: Interpreter, name: str, owner: str) -> bool:
    """Whether a module may register something in that package: one of its own, or the project's."""
    top = name.partition(".")[0]
    return top == owner.partition(".")[0] or m.program.installed.folder_of(top) is None
