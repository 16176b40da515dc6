"""Imports: files of the project are run once; what lies outside is known by rule, prelude or
builtin, or not at all."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.interpreter.budget import Budget
from shapelint.interpreter.frames import BudgetSpent, Diverges, Frame
from shapelint.interpreter.installed import Installed
from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.preludes import PRELUDES, prelude, stands_for
from shapelint.interpreter.registries import Registries
from shapelint.interpreter.spellings import STARRED, canonical
from shapelint.interpreter.typing_only import typed_name
from shapelint.interpreter.values import (
    MISSING,
    ClassValue,
    External,
    Function,
    Lazy,
    ModuleValue,
    RuleOp,
    Value,
)
from shapelint.source import SourceError, tree
from shapelint.source.disk import Disk, Looks
from shapelint.source.notebook import python_of
from shapelint.source.trees import Trees
from shapelint.symbolic import Facts

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.interpreter.signatures import Signature
    from shapelint.source.beside import Beside


class Program:
    """The files of a project and what has been loaded of them in this process."""

    def __init__(
        self,
        roots: tuple[Path, ...],
        installed: Installed,
        looks: Looks | None = None,
        texts: Trees | None = None,
    ) -> None:
        self.installed = installed
        self.looks = looks or Looks(Disk())
        """What the program sees of the disk."""
        self.texts = texts or Trees()
        self.roots = [*roots, *self.installed.sources()]
        self._found: dict[str, Path | None] = {}
        self.modules: dict[str, ModuleValue] = {}
        self.trees: dict[str, tree.Module | None] = {}
        self.rule_classes: dict[str, ClassValue] = {}
        self.preludes: dict[str, ModuleValue] = {}
        self.loading: set[Lazy] = set()
        """The deferred imports that are being carried out."""
        self.first: dict[str, dict[str, Value]] = {}
        """What modules that are loaded had their names bound to first, for those that their functions rebind; by path."""
        self.pending: dict[str, None] = {}
        """Modules that an import names and that nothing has read yet."""
        self.running = 0
        """How many module bodies are being run, one importing the other."""
        self.ran: set[tuple[str, int]] = set()
        """The functions that module bodies have run or looked into."""
        self.registries = Registries()
        self.declared: dict[str, ModuleValue] = {}
        """Modules as a type checker sees them."""
        self.comments: dict[str, Beside] = {}
        """By file: the shape comments in it."""
        self.signatures: dict[tuple[str, int], Signature] = {}
        """By function: the shapes that its signature says."""
        self._mentions: dict[tuple[str, tuple[bytes, ...]], bool] = {}

    def source(self, path: Path) -> bytes:
        """The Python text of a file, or of what stands for it. Raises OSError, SourceError."""
        return python_of(path, self.looks.read(path))

    def tree(self, path: Path) -> tree.Module | None:
        """The lowered file; None if it cannot be read."""
        key = str(path)
        if key not in self.trees:
            try:
                self.trees[key] = self.texts.tree(self.source(path), key)
            except (SourceError, OSError):
                self.trees[key] = None
        return self.trees[key]

    def add_roots_of(self, path: Path) -> str:
        """Make the packages around a file importable; answers the file's module name. Beside an installed
        package stand others: of them no more is followed than of any."""
        path = path.absolute()
        folder, parts = path.parent, [path.stem] if path.stem != "__init__" else []
        while self.looks.is_file(folder / "__init__.py") and folder.parent != folder:
            parts.insert(0, folder.name)
            folder = folder.parent
        if folder in self.installed.folders:
            self.installed = self.installed.but_for(parts[0], folder)
        for root in (folder, path.parent):
            if root not in self.installed.folders:
                self.add_root(root)
        return ".".join(parts)

    def add_root(self, root: Path) -> None:
        """Look up modules in a folder, too."""
        if root not in self.roots:
            self.roots.append(root)
            self._found.clear()

    def find(self, name: str) -> Path | None:
        """The file of a module of the project, or of an installed package that is followed; a folder
        without `__init__` is a namespace."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Path | None:
        relative = name.replace(".", os.sep)
        for root in self._roots_of(name):
            for ending in (f"{os.sep}__init__.py", ".py"):
                # texts: the paths of all that is not there would cost more than to look for it
                if self.looks.is_file(f"{root}{os.sep}{relative}{ending}"):
                    return root / f"{relative}{ending}"
        return None

    def _roots_of(self, name: str) -> list[Path]:
        home = self.installed.root_of(name.partition(".")[0])
        return self.roots if home is None else [*self.roots, home]

    def has_package(self, name: str) -> bool | None:
        """Whether a package can be imported; None where no environment tells."""
        if (
            name in sys.stdlib_module_names
            or self.find(name) is not None
            or self.is_namespace(name)
        ):
            return True
        return self.installed.has(name) if self.installed.folders else None

    def defer(self, name: str) -> None:
        """Note that an import names a module which is run when something of it is read."""
        if name not in self.modules and name not in self.pending and self.find(name) is not None:
            self.pending[name] = None

    def mentions(self, name: str, words: tuple[bytes, ...]) -> bool:
        """Whether the text of a module has one of these as a whole word."""
        key = name, words
        found = self._mentions.get(key)
        if found is None:
            path = self.find(name)
            found = path is not None and self.looks.has_word(path, words)
            self._mentions[key] = found
        return found

    def is_namespace(self, name: str) -> bool:
        relative = Path(*name.split("."))
        return any(self.looks.is_folder(root / relative) for root in self._roots_of(name))

    def module(self, m: Interpreter, name: str) -> Value:
        """The module of that dotted name, run if it is the project's."""
        found = self.modules.get(name)
        if found is not None:
            return found
        top = name.split(".")[0]
        if top in FRAMEWORKS:
            m.doubts += top in OPTIONAL
            return External(name)
        path = self.find(name)
        if path is None:
            if self.is_namespace(name):
                module = ModuleValue(name, "", {"__name__": name})
                self.modules[name] = module
                return module
            return self._elsewhere(m, name)
        if self.is_told(name):
            return External(name)
        if "." in name:
            self.module(m, name.rpartition(".")[0])
            found = self.modules.get(name)
            if found is not None:
                return found
        module = ModuleValue(name, str(path), {"__name__": name, "__file__": str(path)})
        self.modules[name] = module
        self.pending.pop(name, None)
        began = time.process_time()
        lowered = self.tree(path)
        m.budget.pause(time.process_time() - began)
        if lowered is not None:
            run_module(m, module, lowered)
        return module

    def is_told(self, name: str) -> bool:
        """Whether a prelude stands for a module that would be followed, were it not for that."""
        if not stands_for(name):
            return False
        path = self.find(name)
        return path is None or self.installed.holds(str(path))

    def _elsewhere(self, m: Interpreter, name: str) -> Value:
        """A module of a package that is not followed. An installed package runs among those that are
        installed beside it: for its own imports it is sure which of them there are."""
        there = self.has_package(name.split(".")[0]) if self.installed.holds(m.here.path) else None
        if there is False:
            raise Diverges("ModuleNotFoundError")
        doubts = m.doubts
        found = m.external(name)
        m.doubts = doubts if there else m.doubts
        return found

    def submodule(self, m: Interpreter, module: ModuleValue, name: str) -> Value:
        """`package.name` where the package's own names have no such thing."""
        full = f"{module.name}.{name}"
        if full in self.modules or self.find(full) is not None or self.is_namespace(full):
            return self.module(m, full)
        getter = module.globals.get("__getattr__", MISSING)
        if m.is_function(getter):
            return m.call(getter, [name], {})
        declared = typed_name(m, module, name)
        if declared is not MISSING:
            return declared
        return m.unknown(f"name {name} of module {module.name}", name)


GLOBAL = re.compile(rb"\bglobal\s")
MODULE_SECONDS = 5.0
FRAMEWORKS = {
    "torch", "numpy", "keras", "tensorflow", "tf_keras", "sklearn", "einops", "opt_einsum", "typing",
    "math", "functools", "einx",
}  # fmt: skip
OPTIONAL = {"einx", "keras", "tensorflow", "tf_keras", "sklearn", "einops", "opt_einsum"}


def only_unknown(module: ModuleValue) -> bool:
    """Whether a file imports packages, but neither a framework nor anything of its own project."""
    names = module.globals.values()
    packages = {v.dotted.partition(".")[0] for v in names if isinstance(v, External)}
    others = packages - sys.stdlib_module_names
    return (
        bool(others)
        and others.isdisjoint(FRAMEWORKS)
        and not any(_is_brought(module, v) for v in names)
    )


def _is_brought(module: ModuleValue, value: Value) -> bool:
    """Whether a name of a file stands for what another file or a framework that is known defines."""
    if isinstance(value, ClassValue):
        return value.module != module.name
    if isinstance(value, Function):
        return value.module is not module
    return isinstance(value, Lazy | ModuleValue | RuleOp)


def run_module(m: Interpreter, module: ModuleValue, lowered: tree.Module) -> None:
    """Run a module body for good: what it writes is never taken back, and it reports nothing."""
    from shapelint.interpreter.statements import run_statement

    store = m.store
    log, facts, path = store.log, store.facts, store.path
    store.log, store.facts, store.path = [], Facts(), ()
    budget, here = m.budget, m.here
    stack, active = m.stack, m.active
    m.stack, m.active = [], {}
    ran, consulted = m.ran, m.consulted
    m.ran, m.consulted = set(), set()
    started = time.process_time()
    m.budget = Budget(MODULE_SECONDS)
    frame = Frame(module, module.globals)
    frame.mark = store.mark()
    m.program.running += 1
    try:
        with m.recorder.muted():
            m.recorder.expected_failure -= 1
            try:
                for statement in lowered.body:
                    try:
                        run_statement(m, statement, frame)
                    except Diverges:
                        continue
            finally:
                m.recorder.expected_failure += 1
    except (BudgetSpent, RecursionError):
        m.cause(f"module {module.name} is past the budget")
    finally:
        m.program.running -= 1
        rebound = rebound_globals(m, module)
        m.program.first[module.path] = {n: v for n, v in module.globals.items() if n in rebound}
        store.log, store.facts, store.path = log, facts, path
        # what a module takes to load is not the time of those that import it
        budget.pause(time.process_time() - started)
        m.budget, m.here = budget, here
        m.stack, m.active = stack, active
        m.program.ran |= m.ran | m.consulted
        ran |= m.ran
        consulted |= m.consulted
        m.ran, m.consulted = ran, consulted


def rebound_globals(m: Interpreter, module: ModuleValue) -> frozenset[str]:
    """The names of a module that its functions may bind to something else."""
    lowered = m.program.trees.get(module.path)
    if lowered is None or not GLOBAL.search(m.program.source(Path(module.path))):
        return frozenset()
    found = (node.names for node in walk(lowered.body) if isinstance(node, tree.Global))
    return frozenset(name for names in found for name in names)


def run_import(m: Interpreter, node: tree.Import, frame: Frame) -> bool:
    for alias in node.names:
        top = alias.name.split(".")[0]
        if alias.asname:
            m.assign_name(frame, alias.asname, _deferred(m, alias.name, None))
        else:
            m.assign_name(frame, top, _deferred(m, top, None))
    return True


def _deferred(m: Interpreter, module: str, name: str | None) -> Value:
    """An import that is carried out when the name is read, if it is of the project."""
    top = module.split(".")[0]
    if top in FRAMEWORKS or (m.program.find(top) is None and not m.program.is_namespace(top)):
        return load(m, Lazy(module, name))
    m.program.defer(module)
    if name is not None:
        m.program.defer(f"{module}.{name}")
        loaded = m.program.modules.get(module)
        if isinstance(loaded, ModuleValue) and name in m.program.first.get(loaded.path, ()):
            return m.get_attr(loaded, name)
    return Lazy(module, name)


def load(m: Interpreter, lazy: Lazy) -> Value:
    """Carry out a deferred import. A file named as the package that it imports leads to itself."""
    if lazy in m.program.loading:
        inner = f"{lazy.module}.{lazy.name}"
        if lazy.name is not None and m.program.find(inner) is not None:
            return m.program.module(m, inner)  # a package that imports a module of its own
        if m.program.is_told(lazy.module):
            return m.external(lazy.module if lazy.name is None else inner)
        return m.unknown(f"{lazy.name or lazy.module}, whose import leads to itself", lazy.name)
    m.program.loading.add(lazy)
    try:
        module = m.program.module(m, lazy.module)
        if lazy.name is None:
            return module
        path = module.path if isinstance(module, ModuleValue) else ""
        # what the import has bound stays what it was, whatever the module's functions bind later
        first = m.program.first.get(path, {}).get(lazy.name, MISSING)
        return m.get_attr(module, lazy.name) if first is MISSING else first
    finally:
        m.program.loading.discard(lazy)


def star_name(m: Interpreter, module: ModuleValue, name: str) -> Value:
    """A name that `from … import *` brings, MISSING if none does."""
    if name.startswith("__"):
        return MISSING
    for source in reversed(module.stars):
        origin = m.program.module(m, source)
        if not isinstance(origin, ModuleValue) or origin is module:
            continue
        found = origin.globals.get(name, MISSING)
        if found is MISSING:
            found = star_name(m, origin, name)
        if found is not MISSING:
            return load(m, found) if isinstance(found, Lazy) else found
    return MISSING


def run_import_from(m: Interpreter, node: tree.ImportFrom, frame: Frame) -> bool:
    name = node.module
    if node.level:
        name = absolute(frame.module, node.module, node.level)
    if node.names is None:
        _import_star(m, name, frame)
        return True
    for alias in node.names:
        value = _deferred(m, name, alias.name) if name else m.unknown("relative import", alias.name)
        m.assign_name(frame, alias.asname or alias.name, value)
    return True


def _import_star(m: Interpreter, name: str, frame: Frame) -> None:
    if m.program.find(name) is not None and name.split(".")[0] not in FRAMEWORKS:
        frame.module.stars.append(name)
        m.program.defer(name)
        return
    module = m.program.module(m, name) if name else None
    if isinstance(module, External):
        package = canonical(f"{module.dotted}.").removesuffix(".")
        defined = prelude(m, package).globals if package in PRELUDES else {}
        names = {f"{package}.{name}" for name in defined if not name.startswith("_")}
        names |= {f"{package}.{name}" for name in STARRED.get(package, ())}
        for dotted in (*m.rulebook.names(), *names):
            prefix, _, last = dotted.rpartition(".")
            if prefix == package:
                m.assign_name(frame, last, m.external(dotted))


def absolute(module: ModuleValue, name: str, level: int) -> str:
    """The absolute name of a relative import."""
    own = module.globals.get("__module__")
    parts = (own if isinstance(own, str) else module.name).split(".")
    if not module.path.endswith("__init__.py"):
        parts = parts[:-1]
    if level > 1:
        parts = parts[: -(level - 1)]
    return ".".join([*parts, name] if name else parts)


__all__ = ["Program", "run_import", "run_import_from", "run_module", "sys"]
