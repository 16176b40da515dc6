"""What statements take from other files of the project."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shapelint.verify.modules import Modules
from shapelint.verify.slices import Source, Statement

ALL = frozenset({"*"})


@dataclass(frozen=True, slots=True)
class Imported:
    """Names of a file; `*` for all of them, none where it is imported only."""

    path: str
    names: frozenset[str]


def imports_of(
    modules: Modules,
    path: str,
    kept: tuple[Statement, ...],
    needed: frozenset[str],
    source: Callable[[str], Source],
) -> Iterator[Imported]:
    """The files that statements of a file import, with the names that they use of each."""
    chains = Chains()
    for statement in kept:
        for top in statement.node:
            chains.visit(top)
    for statement in kept:
        for top in statement.node:
            for node in ast.walk(top):
                if isinstance(node, ast.Import):
                    for alias in node.names:
                        if (alias.asname or alias.name.partition(".")[0]) in needed:
                            yield from _module(modules, alias, chains)
                elif isinstance(node, ast.ImportFrom):
                    yield from _names(modules, path, node, needed, chains, source)


class Chains(ast.NodeVisitor):
    """The dotted names that are read: `a.b.c` once, not its beginnings."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_Attribute(self, node: ast.Attribute) -> None:
        names, inner = [node.attr], node.value
        while isinstance(inner, ast.Attribute):
            names.append(inner.attr)
            inner = inner.value
        if isinstance(inner, ast.Name):
            self.found.add(".".join([inner.id, *reversed(names)]))
        else:
            self.visit(inner)

    def visit_Name(self, node: ast.Name) -> None:
        self.found.add(node.id)

    def after(self, prefix: str) -> frozenset[str]:
        """The names that are read of what a dotted name stands for; all where it is read itself."""
        names = set()
        for chain in self.found:
            if chain == prefix:
                return ALL
            if chain.startswith(prefix + "."):
                names.add(chain[len(prefix) + 1 :].partition(".")[0])
        return frozenset(names)


def _module(modules: Modules, alias: ast.alias, chains: Chains) -> Iterator[Imported]:
    file = modules.file_of(alias.name)
    if file is not None:
        yield from _of_module(modules, alias.name, file, chains.after(alias.asname or alias.name))


def _of_module(modules: Modules, name: str, file: str, names: frozenset[str]) -> Iterator[Imported]:
    """Names of a module, some of which may be modules themselves."""
    yield Imported(file, names)
    for part in names - ALL:
        inner = modules.file_of(f"{name}.{part}")
        if inner is not None:
            yield Imported(inner, ALL)


def _names(
    modules: Modules,
    path: str,
    node: ast.ImportFrom,
    needed: frozenset[str],
    chains: Chains,
    source: Callable[[str], Source],
) -> Iterator[Imported]:
    base = absolute(modules, path, node)
    file = modules.file_of(base)
    bound = frozenset[str]()
    if file is not None:
        bound = frozenset(name for s in source(file).statements for name in s.binds)
    for alias in node.names:
        if alias.name == "*":
            if file is not None:
                yield Imported(file, needed & bound)
            continue
        name = alias.asname or alias.name
        if name not in needed:
            continue
        inner = modules.file_of(f"{base}.{alias.name}")
        if inner is not None and alias.name not in bound:
            yield from _of_module(modules, f"{base}.{alias.name}", inner, chains.after(name))
            if file is not None:
                yield Imported(file, frozenset())
        elif file is not None:
            yield Imported(file, frozenset({alias.name}))


def absolute(modules: Modules, path: str, node: ast.ImportFrom) -> str:
    """The module that a `from` statement of a file names."""
    if not node.level:
        return node.module or ""
    parts = modules.name_of(path).split(".")
    package = parts if path.endswith("__init__.py") else parts[:-1]
    package = package[: len(package) - (node.level - 1)]
    return ".".join([*package, *([node.module] if node.module else [])])
