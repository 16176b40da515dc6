"""Registries: containers of a module that other modules fill when they are imported.

Imports are carried out when a name is read, so a module that only registers something would never
run. A key that a module's own container does not have is looked for in the text of the imports that
are still to be carried out; those that name it are run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shapelint.interpreter.values import MISSING, DictObj, Instance, ListObj, SetObj, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def entry(m: Interpreter, container: DictObj, key: object) -> Value:
    """The entry of a mapping, registered now if it can be; MISSING if there is none."""
    found = container.entries.get(key, MISSING)
    if found is MISSING and type(key) is str and not container.open and key:
        while found is MISSING and run_next(m, container, key):
            found = container.entries.get(key, MISSING)
    return found


def run_next(m: Interpreter, container: Value, key: str) -> bool:
    """Run the next of the pending modules that name the key; whether there was one."""
    program = m.program
    if program.running or not program.pending or not _of_module(m, container):
        return False
    word = re.compile(rb"(?<!\w)" + re.escape(key.encode()) + rb"(?!\w)")
    defined = re.compile(rb"(?:def|class)\s+" + re.escape(key.encode()) + rb"\b")
    naming = [name for name in program.pending if word.search(program.text(name))]
    if not naming:
        return False
    defining = [name for name in naming if defined.search(program.text(name))]
    program.module(m, (defining or naming)[0])
    return True


def _of_module(m: Interpreter, container: Value) -> bool:
    """Whether a container is a global of a loaded module, or held by an object that is."""
    program = m.program
    if program.counted != len(program.modules):
        program.counted = len(program.modules)
        program.shared.clear()
        for module in list(program.modules.values()):
            for value in list(module.globals.values()):
                if isinstance(value, DictObj | SetObj | ListObj):
                    program.shared.add(id(value))
                elif isinstance(value, Instance):
                    inner = value.attrs.values()
                    held = (v for v in inner if isinstance(v, DictObj | SetObj | ListObj))
                    program.shared.update(map(id, held))
    return id(container) in program.shared
