"""Preludes: what libraries define, written in Python for the interpreter. A file's place in the folder is the
name of the module that it stands for; it is never imported."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.interpreter.values import MISSING, ModuleValue, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

INSTEAD_OF = (
    "torchvision.datasets",
    "torchvision.transforms",
    "torchaudio.functional",
    "torchaudio.transforms",
    "torch_geometric",
    "gymnasium",
    "gym",
)
"""Packages that their prelude stands for where they are installed, too: they read files."""
FIRST = {"transformers"}
"""Packages of which that is true of the package itself alone: it looks for what it offers when it is asked."""
NAMED_ELSEWHERE = ("keras", "tensorflow")
"""Packages in whose inner modules names stand for other things than outside."""


def _files() -> dict[str, Path]:
    """By the dotted name of a module: the file that tells it."""
    folder = os.path.join(os.path.dirname(__file__), "prelude")
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            parts = os.path.relpath(path, folder).removesuffix(".py").split(os.sep)
            if name.endswith(".py"):
                found[".".join(parts[: -1 if parts[-1] == "__init__" else None])] = Path(path)
    return found


PRELUDES = _files()


def stands_for(module: str) -> bool:
    """Whether a prelude tells what a module defines though its package may be installed."""
    return module in FIRST or any(f"{module}.".startswith(f"{told}.") for told in INSTEAD_OF)


def prelude(m: Interpreter, name: str) -> ModuleValue:
    """The module that stands for a library's, run."""
    from shapelint.interpreter.imports import run_module

    module = m.program.preludes.get(name)
    if module is None:
        path = PRELUDES[name]
        module = ModuleValue(name, f"<{name}>", {"__name__": name})
        m.program.preludes[name] = module
        run_module(m, module, m.program.texts.tree(path.read_bytes(), str(path)))
    return module


def told(m: Interpreter, dotted: str) -> Value:
    """What a prelude defines under a library's name, MISSING if none does."""
    package, _, name = dotted.rpartition(".")
    return prelude(m, package).globals.get(name, MISSING) if package in PRELUDES else MISSING


def told_inside(m: Interpreter, dotted: str) -> Value:
    """What a library offers as its own and an inner module defines: `torch.utils.data.dataset.Dataset`."""
    package, _, name = dotted.rpartition(".")
    if package.partition(".")[0] in NAMED_ELSEWHERE or name.startswith("_"):
        return MISSING
    while "." in package:
        package = package.rpartition(".")[0]
        found = told(m, f"{package}.{name}")
        if found is not MISSING:
            return found
    return MISSING
