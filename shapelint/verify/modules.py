"""Which files the modules of a project are: where an import leads, and what is installed instead."""

from __future__ import annotations

from pathlib import Path

from shapelint.interpreter.imports import Program
from shapelint.interpreter.installed import Installed


class Modules:
    """The modules around the files of a project. `packages` are folders of installed packages, `roots`
    those that imports are looked up in besides the folders around the files."""

    def __init__(self, packages: tuple[Path, ...] = (), roots: tuple[Path, ...] = ()) -> None:
        self._program = Program(roots, Installed(packages))
        self.roots = [str(root) for root in roots]

    def add(self, path: str) -> None:
        """Look up modules in the folder around the packages of a file, too; not where that is the home
        folder, or one above it: what else is there is none of the project's."""
        root = self.root_of(path)
        self._program.add_root(Path(root))
        if root not in self.roots and not self.is_private(path):
            self.roots.append(root)

    def root_of(self, path: str) -> str:
        """The folder that the outermost package around a file stands in."""
        folder = Path(path).parent
        while (folder / "__init__.py").exists() and folder.parent != folder:
            folder = folder.parent
        return str(folder)

    def is_private(self, path: str) -> bool:
        """Whether the folder around a file is the home folder, or one above it."""
        return Path.home().is_relative_to(self.root_of(path))

    def name_of(self, path: str) -> str:
        """The name that a file is imported by."""
        parts = Path(path).relative_to(self.root_of(path)).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def file_of(self, module: str) -> str | None:
        """The file of a module of the project; None for what is installed or not there."""
        found = self._program.find(module)
        if found is None or self._program.installed.holds(str(found)):
            return None
        return str(found)
