"""The part of a file that some of its names need: whole top-level statements, in order.

A statement is kept if it binds a needed name or changes what is bound to it; then all that it reads is
needed too. Which names a statement reads is Python's own answer (`symtable`), so what is local stays local.
"""

from __future__ import annotations

import ast
import builtins
import copy
import symtable
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from shapelint.source.notebook import python_of
from shapelint.source.text import LINE_END, decoded, lines

BUILTINS = frozenset(dir(builtins)) | {"__name__", "__file__", "__doc__"}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement (or several on one line) and the names it deals with."""

    node: tuple[ast.stmt, ...]
    first: int
    last: int
    indent: int
    binds: frozenset[str]
    reads: frozenset[str]
    changes: frozenset[str]

    @property
    def imports(self) -> tuple[ast.Import | ast.ImportFrom, ...]:
        """The imports, if it is nothing but imports."""
        found = tuple(n for n in self.node if isinstance(n, ast.Import | ast.ImportFrom))
        return found if len(found) == len(self.node) else ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a slice, and the line of the file that it was; 0 where it was none."""

    text: str
    number: int = 0


@dataclass(frozen=True)
class Source:
    """A file as its top-level statements. Raises SyntaxError, OSError, UnicodeDecodeError when made."""

    path: str
    text: str
    package: str = ""
    statements: tuple[Statement, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "statements", tuple(_statements(self)))

    @classmethod
    def read(cls, path: str) -> Source:
        """The file at a path."""
        text, _ = decoded(python_of(path, Path(path).read_bytes()))
        return cls(path, LINE_END.sub("\n", text))

    @cached_property
    def lines(self) -> list[str]:
        return lines(self.text)

    @cached_property
    def _bound(self) -> frozenset[str]:
        return frozenset().union(*(s.binds for s in self.statements))

    @cached_property
    def _imported(self) -> frozenset[str]:
        """What imports bind: `torch.manual_seed(0)` changes nothing of the file's."""
        return frozenset().union(*(s.binds for s in self.statements if s.imports))

    def sliced(self, names: Iterable[str], until: int | None = None) -> tuple[Statement, ...]:
        """What the names need, and the statement at line `until` with all that comes to it."""
        limit = len(self.statements) if until is None else self._at(until) + 1
        needed = set(names)
        kept: set[int] = set()
        if until is not None and limit:
            kept.add(limit - 1)
            needed |= self.statements[limit - 1].reads
        grew = True
        while grew:
            grew = False
            elsewhere = needed - self._bound - BUILTINS
            objects = needed - self._imported
            for i, statement in enumerate(self.statements[:limit]):
                binds = not needed.isdisjoint(statement.binds)
                wanted = binds or not objects.isdisjoint(statement.changes)
                if i not in kept and (wanted or elsewhere and "*" in statement.binds):
                    kept.add(i)
                    needed |= statement.reads
                    grew = True
        kept |= {i for i, s in enumerate(self.statements) if _is_future(s)}
        return tuple(self.statements[i] for i in sorted(kept))

    def until(self, line: int) -> tuple[Statement, ...]:
        """All statements to the one at a line."""
        return self.statements[: self._at(line) + 1]

    def written(self, statements: Iterable[Statement], needed: frozenset[str]) -> Iterator[Line]:
        """The lines of statements; imports bring only what is needed."""
        before: Statement | None = None
        for statement in statements:
            if before is not None:
                yield from [Line("")] * self._gap(before, statement)
            before = statement
            imports = statement.imports
            if imports and not _is_future(statement):
                for node in imports:
                    text = _trimmed(node, needed)
                    if text:
                        yield Line(text, node.lineno)
                continue
            if _brings_names(statement):
                pruned = _Pruned(needed)
                text = "\n".join(
                    ast.unparse(pruned.visit(copy.deepcopy(n))) for n in statement.node
                )
                yield from (Line(part, statement.first) for part in text.split("\n"))
                continue
            body = self.lines[statement.first - 1 : statement.last]
            shown = _dedented(body, statement.indent)
            for number, text in enumerate(shown, statement.first - len(shown) + len(body)):
                yield Line(text, number)

    def _gap(self, before: Statement, after: Statement) -> int:
        """Blank lines between two statements of a slice."""
        if any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in (*before.node, *after.node)):
            return 2
        return int(not self.lines[after.first - 2].strip()) if after.first > 1 else 0

    def _at(self, line: int) -> int:
        """The index of the statement that a line belongs to, or of the last before it."""
        found = -1
        for i, statement in enumerate(self.statements):
            if statement.first <= line:
                found = i
        return found


def reads_of(statements: Iterable[Statement]) -> frozenset[str]:
    """All names that statements read."""
    return frozenset().union(*(s.reads for s in statements))


def _statements(source: Source) -> Iterator[Statement]:
    tree = ast.parse(source.text)
    yield from _grouped(source, list(_flat(tree.body)))


def _flat(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Top-level statements; those under `if __name__ == "__main__":` as if they stood there, and so the
    imports of a package that brings its modules in only when they are used, which a type checker sees."""
    for node in body:
        if (
            isinstance(node, ast.If)
            and _asks_for_main(node.test)
            and not node.orelse
            or isinstance(node, ast.If)
            and "TYPE_CHECKING" in ast.unparse(node.test)
            and _lazy(node)
        ):
            yield from _flat(node.body)
        else:
            yield node


def _lazy(node: ast.If) -> bool:
    """Whether the other side puts another object at the module's place."""
    return any("sys.modules[__name__]" in ast.unparse(other) for other in node.orelse)


def _asks_for_main(test: ast.expr) -> bool:
    return ast.unparse(test) in ("__name__ == '__main__'", "'__main__' == __name__")


def _grouped(source: Source, nodes: list[ast.stmt]) -> Iterator[Statement]:
    """Statements that share a line belong together."""
    group: list[ast.stmt] = []
    for node in nodes:
        if group and _first(node) > _last(group[-1]):
            yield _statement(source, tuple(group))
            group = []
        group.append(node)
    if group:
        yield _statement(source, tuple(group))


def _first(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(d.lineno for d in decorators)])


def _last(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def _statement(source: Source, nodes: tuple[ast.stmt, ...]) -> Statement:
    first, last = _first(nodes[0]), _last(nodes[-1])
    indent = nodes[0].col_offset
    body = source.lines[first - 1 : last]
    text = "\n".join(_dedented(body, indent)) + "\n"
    table = symtable.symtable(text, source.path, "exec")
    binds = {s.get_name() for s in table.get_symbols() if s.is_assigned() or s.is_imported()}
    reads = {s.get_name() for s in table.get_symbols() if s.is_referenced()}
    changes: set[str] = set()
    for inner in _inner(table):
        for symbol in inner.get_symbols():
            if symbol.is_global():
                reads.add(symbol.get_name())
                if symbol.is_assigned():
                    changes.add(symbol.get_name())
    for node in nodes:
        changes |= set(_changed(node))
        if any(isinstance(n, ast.ImportFrom) and n.names[0].name == "*" for n in ast.walk(node)):
            binds.add("*")
    return Statement(
        nodes, first, last, indent, frozenset(binds), frozenset(reads | changes), frozenset(changes)
    )


def _inner(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _inner(child)


def _dedented(lines: list[str], indent: int) -> list[str]:
    if not indent:
        return lines
    moved = textwrap.dedent("\n".join(lines)).split("\n")
    return ["if True:", *lines] if moved[0][:1].isspace() else moved


def _changed(node: ast.stmt) -> Iterator[str]:
    """The names whose objects a statement changes as it runs: `a.b = …`, `a[0] += …`, `a.append(…)`."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        for decorator in node.decorator_list:
            called = decorator.func if isinstance(decorator, ast.Call) else decorator
            if isinstance(called, ast.Attribute):
                yield from _root(called)
        return
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute | ast.Subscript) and isinstance(
            part.ctx, ast.Store | ast.Del
        ):
            yield from _root(part)
        elif isinstance(part, ast.AugAssign):
            yield from _root(part.target)
        elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Call):
            if isinstance(part.value.func, ast.Attribute):
                yield from _root(part.value.func)


def _root(node: ast.expr) -> Iterator[str]:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id


def _is_future(statement: Statement) -> bool:
    return any(isinstance(n, ast.ImportFrom) and n.module == "__future__" for n in statement.node)


def _brings_names(statement: Statement) -> bool:
    """Whether it is a `try` or an `if` around imports."""
    return all(isinstance(n, ast.If | ast.Try) for n in statement.node) and any(
        isinstance(part, ast.ImportFrom) for n in statement.node for part in ast.walk(n)
    )


class _Pruned(ast.NodeTransformer):
    """Imports of what is needed alone."""

    def __init__(self, needed: frozenset[str]) -> None:
        self.needed = needed

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt:
        text = _trimmed(node, self.needed)
        return ast.parse(text).body[0] if text else ast.Pass()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        return node


def _trimmed(node: ast.Import | ast.ImportFrom, needed: frozenset[str]) -> str:
    """An import of what is needed alone; empty if nothing is."""
    kept = [
        alias
        for alias in node.names
        if alias.name == "*" or (alias.asname or alias.name.partition(".")[0]) in needed
    ]
    if not kept:
        return ""
    if isinstance(node, ast.Import):
        return ast.unparse(ast.Import(kept))
    return ast.unparse(ast.ImportFrom(node.module, kept, node.level))
