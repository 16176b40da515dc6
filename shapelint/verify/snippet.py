"""A finding as a script of its own: what its failure needs of the user's files, and the calls that lead there.

What comes from one file stands in the script as it is; modules of the project that this imports are carried
along as text, each cut down in the same way.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shapelint.interpreter import Expression
from shapelint.source.notebook import is_notebook
from shapelint.verify.imports import Imported, imports_of
from shapelint.verify.modules import Modules
from shapelint.verify.slices import Line, Source, Statement, reads_of

NAME = "snippet.py"
Statements = Sequence[Expression]
ALL = frozenset({"*"})
MAX_LINES = 8000
"""A snippet that is longer is none that a person would read: the program is run in place instead."""


class TooMuch(Exception):
    """A failure that needs too much of the project."""


IMPORTER = '''\
import importlib.abc
import importlib.util
import sys


class Carried(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the modules of the project that stand in this file."""

    def find_spec(self, name, path=None, target=None):
        if name not in FILES:
            return None
        package = any(other.startswith(name + ".") for other in FILES)
        return importlib.util.spec_from_loader(name, self, is_package=package)

    def exec_module(self, module):
        name = module.__name__
        module.__file__ = name.replace(".", "/") + ".py"
        exec(compile(FILES[name], module.__file__, "exec"), module.__dict__)


sys.meta_path.insert(0, Carried())
'''


@dataclass(frozen=True, slots=True)
class Snippet:
    """A script, and where its lines come from: (file of the script, line) to (file of the user, line).
    `paths` is where it finds what it does not carry."""

    text: str
    places: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    paths: tuple[str, ...] = ()

    def lines_of(self, file: str, first: int, last: int) -> dict[str, set[int]]:
        """By file of the script: the lines that come from these lines of a file of the user."""
        found: dict[str, set[int]] = {}
        for (here, line), (there, number) in self.places.items():
            if there == file and first <= number <= last:
                found.setdefault(here, set()).add(line)
        return found


class Builder:
    """Makes snippets of the files of one project. `mended` are texts that stand for files."""

    def __init__(self, modules: Modules, mended: Mapping[str, str] | None = None) -> None:
        self.modules = modules
        self.sources: dict[str, Source] = {
            path: Source(path, text) for path, text in (mended or {}).items()
        }

    def source(self, path: str) -> Source:
        """A file, read once. Raises OSError, SyntaxError, UnicodeDecodeError."""
        if path not in self.sources:
            self.sources[path] = Source.read(path)
        return self.sources[path]

    def script(self, path: str, line: int, heading: str = "") -> Snippet:
        """The top-level code of a file, to a line of it."""
        source = self.source(path)
        kept = source.sliced((), line)
        if self._is_relative(kept):
            module = self.modules.name_of(path)
            carried = self._carried({path: ALL})
            return _assembled(heading, carried, [Line(f"import {module}")])
        needed = reads_of(kept)
        carried = self._carried_by(path, kept, needed)
        return _assembled(heading, carried, list(source.written(kept, needed)), path)

    def call(self, statements: Statements, heading: str = "") -> Snippet:
        """Statements that use top-level names of files."""
        driver = [Line(statement.text) for statement in statements]
        imports = _imports(statements)
        by_file = _by_file(statements)
        if len(by_file) == 1:
            ((path, wanted),) = by_file.items()
            source = self.source(path)
            kept = source.sliced(wanted)
            if not self._is_relative(kept):
                needed = reads_of(kept) | wanted
                written = list(source.written(kept, needed))
                future = [line for line in written if line.text.startswith("from __future__")]
                rest = [line for line in written if line not in future]
                carried = self._carried_by(path, kept, needed)
                body = [*future, *imports, *rest, Line(""), Line(""), *driver]
                return _assembled(heading, carried, body, path)
        carried = self._carried({path: frozenset(wanted) for path, wanted in by_file.items()})
        imports += [self._import(path, wanted) for path, wanted in sorted(by_file.items())]
        return _assembled(heading, carried, [*imports, Line(""), *driver])

    def script_in_place(self, path: str, line: int, heading: str = "") -> Snippet:
        """The top-level code of a file, to a line of it, where the program stands. Raises TooMuch."""
        source = self.source(path)
        whole = source.until(line)
        needed = frozenset(name for s in whole for name in s.binds)
        opening, roots = self._opening(path, os.path.dirname(path))
        return _assembled(heading, {}, [*opening, *source.written(whole, needed)], path, roots)

    def call_in_place(self, path: str, statements: Statements, heading: str = "") -> Snippet:
        """Statements that use top-level names of a file, where the program stands. Raises TooMuch."""
        by_file = _by_file(statements)
        if len(by_file) > 1:
            raise TooMuch("names of several files")
        (path,) = by_file or (path,)
        if is_notebook(path):
            raise TooMuch("a notebook is not imported")
        opening, roots = self._opening(path)
        imports = [*_imports(statements), self._import(path, by_file.get(path, set()))]
        driver = [Line(statement.text) for statement in statements]
        return _assembled(heading, {}, [*opening, *imports, Line(""), *driver], "", roots)

    def operation(self, call: Expression, heading: str = "") -> Snippet:
        """The failing call alone."""
        return _assembled(heading, {}, [*_imports([call]), Line(""), Line(call.text)])

    def _opening(self, path: str, *folders: str) -> tuple[list[Line], tuple[str, ...]]:
        """What makes the files around a file importable, and the folders."""
        if self.modules.is_private(path):
            raise TooMuch("the home folder is not opened to a run in place")
        around = [*folders, self.modules.root_of(path), *self.modules.roots]
        roots = tuple(dict.fromkeys(around))
        return [Line("import sys"), Line(f"sys.path[:0] = {list(roots)!r}"), Line("")], roots

    def _import(self, path: str, names: Iterable[str]) -> Line:
        return Line(f"from {self.modules.name_of(path)} import {', '.join(sorted(names))}")

    # what is carried along

    def _is_relative(self, kept: Iterable[Statement]) -> bool:
        """Whether statements only work inside of their package."""
        return any(
            isinstance(node, ast.ImportFrom) and node.level
            for statement in kept
            for top in statement.node
            for node in ast.walk(top)
        )

    def _carried_by(
        self, path: str, kept: Iterable[Statement], needed: frozenset[str]
    ) -> dict[str, list[tuple[str, Line]]]:
        wanted: dict[str, frozenset[str]] = {}
        for found in self._imported(path, kept, needed):
            wanted[found.path] = wanted.get(found.path, frozenset()) | found.names
        return self._carried(wanted, path)

    def _carried(
        self, wanted: dict[str, frozenset[str]], main: str = ""
    ) -> dict[str, list[tuple[str, Line]]]:
        """By module: the lines of what is wanted of files, and of all that this imports in turn."""
        wanted = {path: names for path, names in wanted.items() if path != main}
        slices: dict[str, tuple[tuple[Statement, ...], frozenset[str]]] = {}
        pending = list(wanted)
        size = 0
        while pending:
            path = pending.pop()
            source = self.source(path)
            names = wanted[path]
            every = frozenset(n for s in source.statements for n in s.binds)
            kept = source.statements if names >= ALL else source.sliced(names)
            needed = every if names >= ALL else reads_of(kept) | names
            if path not in slices:
                size += sum(s.last - s.first + 1 for s in kept)
            if size > MAX_LINES:
                raise TooMuch(f"it needs more than {MAX_LINES} lines of {len(slices)} files")
            slices[path] = kept, needed
            for found in self._imported(path, kept, needed):
                before = wanted.get(found.path)
                after = (before or frozenset()) | found.names
                if before != after:
                    wanted[found.path] = after
                    pending.append(found.path)
        carried: dict[str, list[tuple[str, Line]]] = {}
        for path, (kept, needed) in slices.items():
            name = self.modules.name_of(path)
            carried[name] = [(path, line) for line in self.source(path).written(kept, needed)]
            for package in _packages(name):
                carried.setdefault(package, [])
        return carried

    def _imported(
        self, path: str, kept: Iterable[Statement], needed: frozenset[str]
    ) -> Iterator[Imported]:
        return imports_of(self.modules, path, tuple(kept), needed, self.source)


def _imports(statements: Statements) -> list[Line]:
    """Imports of the libraries that statements use."""
    needed = {module for statement in statements for module in statement.modules}
    return [Line(f"import {module}") for module in sorted(needed)]


def _by_file(statements: Statements) -> dict[str, set[str]]:
    """The top-level names that statements use, by file."""
    found: dict[str, set[str]] = {}
    for statement in statements:
        for path, name in statement.names:
            found.setdefault(os.path.abspath(path), set()).add(name)
    return found


def _packages(module: str) -> Iterator[str]:
    parts = module.split(".")
    for i in range(1, len(parts)):
        yield ".".join(parts[:i])


def _assembled(
    heading: str,
    carried: Mapping[str, list[tuple[str, Line]]],
    main: list[Line],
    path: str = "",
    paths: tuple[str, ...] = (),
) -> Snippet:
    """The text of a snippet, its parts in order, and where its lines come from."""
    lines: list[str] = []
    places: dict[tuple[str, int], tuple[str, int]] = {}
    future = [line for line in main if line.text.startswith("from __future__")]
    if heading:
        lines += ['"""' + heading.replace("\\", "\\\\").replace('"""', "'''"), '"""', ""]
    lines += [line.text for line in future]
    if carried:
        lines += _files(carried)
        for name, written in carried.items():
            file = name.replace(".", "/") + ".py"
            for number, (where, line) in enumerate(written, 1):
                if line.number:
                    places[file, number] = where, line.number
    for line in main:
        if line in future:
            continue
        lines.append(line.text)
        if line.number and path:
            places[NAME, len(lines)] = path, line.number
    return Snippet("\n".join(lines) + "\n", places, paths)


def _files(carried: Mapping[str, list[tuple[str, Line]]]) -> list[str]:
    lines = ["FILES = {}"]
    for name, written in sorted(carried.items()):
        text = "\n".join(line.text for _, line in written) + ("\n" if written else "")
        lines += f"FILES[{name!r}] = {_quoted(text)}".split("\n")
    return [*lines, *IMPORTER.split("\n"), ""]


def _quoted(text: str) -> str:
    if "'''" not in text and not text.endswith(("\\", "'")) and text:
        return f"r'''{text}'''"
    return repr(text)
