"""Which literals may be at fault for a finding, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.recorder import Place, RawFinding
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.imports import Program

MAX_LITERALS = 12
DEPTH = 3
"""How many assignments stand between a literal and what is made with it."""
Owner = tree.FunctionDef | tree.Lambda | None


@dataclass(frozen=True, slots=True)
class Literal:
    """A number that the program says."""

    place: Place
    value: int


@dataclass(frozen=True, slots=True)
class Group:
    """Literals that stand alike near to what fails."""

    literals: tuple[Literal, ...]
    least: int = 0
    """The least number that mends."""
    only_solved: bool = False
    """Whether no number is to be tried: what stands nearer has not been."""


@dataclass(slots=True)
class Outline:
    """The nodes of a file by their places, the functions that they are in, and what is assigned to names."""

    nodes: dict[int, object] = field(default_factory=dict)
    owners: dict[int, Owner] = field(default_factory=dict)
    assigned: dict[str, list[tuple[Owner, tree.Expr]]] = field(default_factory=dict)


def groups(program: Program, finding: RawFinding) -> Iterator[Group]:
    """The literals of the constructor of the layer that fails; of the failing call; those that the names stand
    for in the constructor; the sizes that the layer around was made with; those of the calls that made what
    it is given; of the steps before in the same file, and what the names stand for there; of the
    constructors of the layers around, of the calls that lead there, of all steps; those that the names
    stand for in all these."""
    outlines: dict[str, Outline] = {}
    seen: set[Place] = set()

    def outline(path: str) -> Outline | None:
        whole = program.trees.get(path)
        if whole is None or program.installed.holds(path):
            return None
        if path not in outlines:
            outlines[path] = outlined(whole)
        return outlines[path]

    def named(places: Iterable[Place]) -> list[Place]:
        return list(dict.fromkeys(p for place in places for p in _named(outline, place)))

    def group(places: Iterable[Place], least: int = 0, only_solved: bool = False) -> Group:
        found: list[Literal] = []
        for place in places:
            within = outline(place.path)
            if within is not None:
                fresh = [
                    literal
                    for literal in _literals(within.nodes.get(place.at), place.path)
                    if literal.place not in seen
                ]
                if not only_solved:
                    seen.update(literal.place for literal in fresh)
                found += fresh
        return Group(tuple(found[:MAX_LITERALS]), least, only_solved)

    made = [] if finding.constructed is None else [finding.constructed]
    steps = [step.place for step in reversed(finding.steps)]
    yield group(made)
    yield group([finding.place])
    yield group(named(made))
    yield group(finding.built[:1], only_solved=True)
    yield group(finding.given, least=2)
    near = [finding.place, *(step for step in steps if step.path == finding.place.path)]
    yield group(near, least=2)
    yield group(named(near))
    yield group(finding.built)
    yield group(finding.callers)
    yield group(steps, least=2)
    origins = [*made, finding.place, *steps, *finding.built, *finding.callers]
    for _ in range(DEPTH):
        origins = named(origins)
        yield group(origins)


def _named(outline: Callable[[str], Outline | None], place: Place) -> Iterator[Place]:
    """The values that are assigned to the names in an expression."""
    within = outline(place.path)
    if within is None:
        return
    here = within.owners.get(place.at)
    for part in walk(within.nodes.get(place.at)):
        if isinstance(part, tree.Name):
            for owner, value in within.assigned.get(part.id, ()):
                if owner is here or owner is None:
                    yield Place(place.path, value.at)
        elif isinstance(part, tree.Attribute):
            for _, value in within.assigned.get(f".{part.attr}", ()):
                yield Place(place.path, value.at)


def outlined(whole: tree.Module) -> Outline:
    """The outline of a file."""
    found = Outline()
    pending: list[tuple[object, Owner]] = [(part, None) for part in whole.body]
    while pending:
        part, owner = pending.pop()
        if isinstance(part, tuple):
            pending.extend((item, owner) for item in part)
        elif is_dataclass(part):
            if isinstance(part, tree.Expr | tree.Stmt):
                found.nodes[part.at] = part
                found.owners[part.at] = owner
            if isinstance(part, tree.Assign):
                for target in part.targets:
                    _assign(found, owner, target, part.value)
            elif isinstance(part, tree.AnnAssign | tree.AugAssign) and part.value is not None:
                _assign(found, owner, part.target, part.value)
            inner = part if isinstance(part, tree.FunctionDef | tree.Lambda) else owner
            pending.extend((getattr(part, f.name), inner) for f in fields(part))
    return found


def _assign(found: Outline, owner: Owner, target: tree.Expr, value: tree.Expr) -> None:
    if isinstance(target, tree.Name):
        found.assigned.setdefault(target.id, []).append((owner, value))
    elif isinstance(target, tree.Attribute):
        found.assigned.setdefault(f".{target.attr}", []).append((owner, value))
    elif isinstance(target, tree.TupleExpr | tree.ListExpr):
        for item in target.items:
            _assign(found, owner, item, value)


def _literals(node: object, path: str) -> Iterator[Literal]:
    """The whole numbers that are written in a tree, but for those that powers are made of: what stands in
    `2 ** stages` is how the program counts, and no size or axis."""
    counting: set[int] = set()
    for part in walk(node):
        if isinstance(part, tree.BinOp) and part.op == "**":
            counting |= {part.left.at, part.right.at}
        elif (
            isinstance(part, tree.Constant) and type(part.value) is int and part.at not in counting
        ):
            yield Literal(Place(path, part.at), part.value)
