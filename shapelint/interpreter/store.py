"""The mutable state of one run: every write is logged, so that a branch can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from shapelint.interpreter.values import MISSING, REST, Entries, Tensor, There, Unknown, Value
from shapelint.symbolic import Facts, Formula, Symbol, Truth

Location = tuple[int, object]
Write = tuple[dict, object, Value]
"""A container, a key and the value after."""


ALL_WENT_ON = "no round has returned"
"""The name of a condition that no other path stands beside: it is not known that a loop can come to its end."""

ROUND = "loop runs"
FIRST_ROUND = "loop runs, whichever item comes first"
"""The names of conditions under which rounds of loops are run whose number is not known."""


def may_hold(condition: Truth) -> bool:
    """Whether a branch condition may hold for some input: not sure where it speaks of the shape
    of a tensor that is not known, or was too long to keep: no input may take that branch."""
    if isinstance(condition, bool):
        return condition
    sizes = (a.free if isinstance(a, Symbol) else a.var.free for a in condition.symbols)
    return all(sizes) and all(flag.free for flag in condition.flags)


def may_be_taken(path: tuple[Truth, ...]) -> bool:
    """Whether some input may take a path. Where any item of a loop stands for the first one, it is not known that the
    first one fulfils a condition: those that an item decides came up after it."""
    since: int | None = None
    for condition in path:
        if not may_hold(condition):
            return False
        if isinstance(condition, bool):
            continue
        if since is not None and _youngest(condition) > since:
            return False
        if since is None and any(flag.name == FIRST_ROUND for flag in condition.flags):
            since = _youngest(condition)
    return True


def _youngest(condition: Formula) -> int:
    """The uid of what came up last of all that a condition speaks of."""
    symbols = (s if isinstance(s, Symbol) else s.var for s in condition.symbols)
    return max((one.uid for one in (*condition.flags, *symbols)), default=0)


class Mark(NamedTuple):
    """A point to come back to."""

    length: int
    facts: Facts
    path: tuple[Truth, ...]


@dataclass(slots=True)
class Delta:
    """What a stretch of the run wrote: location to (container, key, value after)."""

    writes: dict[Location, Write] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)
    path: tuple[Truth, ...] = ()


class Notes(dict):
    """What was learnt of objects, by their ids. It is no value of the program's, so that it is true on
    other paths as well."""


class Store:
    """Facts and the write log. Containers are plain dicts; their contents change only here."""

    def __init__(self) -> None:
        self.facts = Facts()
        self.path: tuple[Truth, ...] = ()
        self.refined: dict[int, Value] = {}
        self.mutated: dict[int, Value] = {}
        """By the id of a tensor whose own shape was changed in place, or of an object that was given
        another class: what it is now."""
        self._pinned: dict[int, Value] = {}
        self.made_by: dict[int, tuple[Value, Value]] = Notes()
        """By the id of a tensor: the layer whose call made it, and the inputs of that call."""
        self.called: dict[int, object] = Notes()
        """By the id of a tensor of a Keras model: the call that made it."""
        self.remarks: dict[int, tuple[Value, ...]] = Notes()
        """By the id of a tensor: what is to be said once it is used, where, and of which tensors."""
        self.shared: dict[int, Tensor] = Notes()
        """By their ids: small arrays whose elements are known, and what may be views of them."""
        self.escaped: dict[int, Value] = Notes()
        """By their ids: objects and functions that code which is not seen may call."""
        self.settings: dict[str, Value] = {}
        """What the run has switched, for all that follows."""
        self.replaced: dict[str, Value] = {}
        """By their dotted names: what the program has put in the place of a framework's own."""
        self.log: list[Write] = []
        self.trail: list[Write] | None = None
        """All that was written since, on whatever path, where that is asked for."""
        self.traces = 0
        """How often something was written that is no local name, or an object was told from one like it."""
        self.refinements = 0
        """How often it changed what an unknown or a tensor is; with the facts, all that a value follows from."""

    @property
    def failed(self) -> bool:
        """Whether a call on this path has surely failed, so that the program ends there."""
        return self.settings.get("failed") is True

    @failed.setter
    def failed(self, value: bool) -> None:
        if value is not self.failed:
            self.write(self.settings, "failed", value)

    def write(self, container: dict, key: object, value: Value) -> None:
        """Set `container[key]`; MISSING deletes."""
        if isinstance(container, Entries) and container.likenesses:
            self._blur(container)
        self.redo(container, key, value)

    def redo(self, container: dict, key: object, value: Value) -> None:
        """Set what some path has written, with all that followed from it."""
        self.traces += 1
        if container is self.refined or container is self.mutated:
            self.refinements += 1
        self.write_local(container, key, value)

    def _blur(self, changed: Entries) -> None:
        """All that may be what is changed: its likenesses, and theirs."""
        seen, todo = {id(changed)}, list(changed.likenesses)
        while todo:
            entries = todo.pop()
            if id(entries) in seen:
                continue
            seen.add(id(entries))
            todo += entries.likenesses
            lost = Unknown("changed on some item of a sequence")
            for key in [key for key in entries if type(key) is not There]:
                self.write_local(entries, key, lost)
            self.write_local(entries, REST, lost)

    def write_local(self, container: dict, key: object, value: Value) -> None:
        """Set a local name of a function, which nobody sees who comes later."""
        self.log.append((container, key, container.get(key, MISSING)))
        if self.trail is not None:
            self.trail.append((container, key, value))
        if value is MISSING:
            container.pop(key, None)
        else:
            container[key] = value

    def refine(self, unknown: Unknown, value: Value) -> None:
        """From here on, on this path, the unknown is that value."""
        self.write(self.refined, unknown.uid, value)

    def mutate(self, changed: Value, value: Value) -> None:
        """From here on, on this path, that tensor has another shape, or that object another class."""
        self._pinned[id(changed)] = changed
        self.write(self.mutated, id(changed), value)

    def stand_in(self, changed: Value, same: Value) -> None:
        """Where `changed` is not to be met as itself again: from here on, on any path, `same` is met."""
        self._pinned[id(changed)] = changed
        self.mutated.setdefault(id(changed), same)

    def pin(self, tensor: Tensor) -> None:
        """Keep a tensor, so that its id stays its own."""
        self._pinned[id(tensor)] = tensor

    def pinned(self) -> dict[int, Value]:
        """The tensors and objects that are kept."""
        return dict(self._pinned)

    def pin_only(self, kept: dict[int, Value]) -> None:
        """Let go of all that is kept but these."""
        self._pinned = dict(kept)
        for key in self.mutated.keys() - kept.keys():
            del self.mutated[key]

    @contextmanager
    def trailed(self) -> Iterator[dict[Location, list[Write]]]:
        """All that is written meanwhile, by location, on paths that are left again too."""
        found: dict[Location, list[Write]] = {}
        outer, self.trail = self.trail, []
        try:
            yield found
        finally:
            for write in self.trail:
                found.setdefault((id(write[0]), write[1]), []).append(write)
            if outer is not None:
                outer += self.trail
            self.trail = outer

    def before(self, container: dict, key: object) -> Value:
        """What a location holds where nothing was written there."""
        if container is self.mutated:
            return container.get(key, self._pinned[key])  # type: ignore[index]
        return container.get(key, MISSING)

    def assume(self, condition: Truth, origin: object = None) -> None:
        """Add a branch condition to the path."""
        self.facts = self.facts.assume(condition, origin)
        self.path = (*self.path, condition)

    def learn(self, condition: Truth, origin: object = None) -> None:
        """Add what holds on every path that goes on from here."""
        self.facts = self.facts.assume(condition, origin)

    def mark(self) -> Mark:
        return Mark(len(self.log), self.facts, self.path)

    def since(self, mark: Mark) -> Delta:
        """What was written since the mark, leaving it in place."""
        delta = Delta(facts=self.facts, path=self.path[len(mark.path) :])
        for container, key, _ in self.log[mark.length :]:
            delta.writes[id(container), key] = (container, key, container.get(key, MISSING))
        return delta

    def rollback(self, mark: Mark) -> None:
        """Undo everything since the mark."""
        self.refinements += len(self.log) > mark.length
        while len(self.log) > mark.length:
            container, key, old = self.log.pop()
            if old is MISSING:
                container.pop(key, None)
            else:
                container[key] = old
        self.facts = mark.facts
        self.path = mark.path

    def replay(self, writes: Iterable[Write]) -> None:
        for container, key, value in writes:
            self.redo(container, key, value)
