"""Which files the modules of a project are: where an import leads, and what is installed instead."""

from __future__ import annotations

from pathlib import Path

from shapelint.interpreter.imports import Program


class Modules:
    """The modules around the files of a project. `packages` are folders of installed packages."""

    def __init__(self, packages: tuple[Path, ...] = ()) -> None:
        self._program = Program((), packages)
        self._names: dict[str, str] = {}

    def name_of(self, path: str) -> str:
        """The name that a file is imported by."""
        if path not in self._names:
            self._names[path] = self._program.add_roots_of(Path(path))
        return self._names[path]

    def roots_of(self, path: str) -> list[str]:
        """The folders that a file's imports are looked up in."""
        self.name_of(path)
        return [str(root) for root in self._program.roots]

    def file_of(self, module: str) -> str | None:
        """The file of a module of the project; None for what is installed or not there."""
        found = self._program.find(module)
        if found is None or self._program.installed.holds(str(found)):
            return None
        return str(found)

    def is_module(self, module: str) -> bool:
        """Whether the project has a module or a package of that name."""
        return self.file_of(module) is not None or self._program.is_namespace(module)
