"""What a run leaves behind: findings, shapes, counts of operations, causes of unknowns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from shapelint.interpreter.values import (
    ClassValue,
    Function,
    Instance,
    SizeTuple,
    Tensor,
    TupleValue,
    Value,
)
from shapelint.symbolic import Shape

if TYPE_CHECKING:
    from shapelint.interpreter.contexts import Contexts, Layer
    from shapelint.interpreter.frames import Frame
    from shapelint.interpreter.machine import Interpreter
    from shapelint.interpreter.mending import Fix
    from shapelint.interpreter.notations import CommentKey, Stale
    from shapelint.interpreter.witness import Witness


class Place(NamedTuple):
    """A node of a file."""

    path: str
    at: int


@dataclass(frozen=True, slots=True)
class Step:
    """Where a tensor arose, its shape there, and the tensor it was made from."""

    place: Place
    shape: Shape
    previous: Step | None
    constant: bool = False
    """Whether what the tensor holds follows from the program alone: `torch.zeros(3) + 1`."""
    is_torchs: bool = False
    """Whether it is surely no array of another library: something that it is made from has gone through torch."""


@dataclass(frozen=True, slots=True)
class RawFinding:
    """A finding before its lines are looked up."""

    name: str
    place: Place
    message: str
    steps: tuple[Step, ...]
    counterexample: tuple[tuple[str, int], ...]
    witness: Witness | None = None
    entry: str = ""
    constructed: Place | None = None
    """Where the layer was made that fails."""
    given: tuple[Place, ...] = ()
    """The calls that made what it is given."""
    callers: tuple[Place, ...] = ()
    """The calls that lead there, the innermost first."""
    built: tuple[Place, ...] = ()
    """Where the layers were made whose methods lead there, the innermost first."""


@dataclass(frozen=True, slots=True)
class RawShape:
    place: Place
    name: str
    shape: tuple[int | str, ...] | None
    dtype: str | None
    entry: str


class Recorder:
    """Collects; says nothing while muted."""

    def __init__(self) -> None:
        self.findings: dict[tuple[str, Place], RawFinding] = {}
        self.doubtful: dict[tuple[str, Place], RawFinding] = {}
        """Findings of paths that perhaps no input takes."""
        self.shapes: dict[tuple[object, ...], RawShape] = {}
        self.counts: dict[tuple[Place, str], str] = {}
        self.causes: Counter[str] = Counter()
        self.reached: dict[str, set[int]] = {}
        self.only_defaults: set[tuple[str, Place]] = set()
        self.fixes: dict[tuple[str, Place], Fix] = {}
        self.contracts: dict[tuple[str, str], tuple[str, Place, str, Layer | None]] = {}
        self.notations: dict[CommentKey, Stale | None] = {}
        """By comment: why it is stale; None if some run agrees with it."""
        self.loose = False
        """Whether an entry runs with less than its defaults say."""
        self.defaulted = False
        """Whether a default of the command line was taken."""
        self.entry = "<script>"
        self.keep_shapes = False
        self.keep_reached = False
        self.keep_witnesses = False
        self.contexts: Contexts | None = None
        """What expressions are, where that is kept."""
        self.way: set[Place] | None = None
        """The operations that a run comes to before something fails, where that is of interest."""
        self._muted = 0
        self._caught = 0
        self.expected_failure = 0

    def fresh(self) -> Recorder:
        """One that keeps what this one keeps, and has noted nothing."""
        found = Recorder()
        found.keep_shapes, found.keep_reached = self.keep_shapes, self.keep_reached
        found.keep_witnesses = self.keep_witnesses
        found.contexts = None if self.contexts is None else self.contexts.fresh()
        return found

    def of_findings(self) -> Recorder:
        """One that has noted the same findings, stale comments included, and nothing else."""
        found = Recorder()
        found.take_findings(self)
        return found

    def found_always(self, key: tuple[str, Place], finding: RawFinding) -> None:
        """An entry fails whatever its defaults are: no other entry makes less of that."""
        if key in self.only_defaults or key not in self.findings:
            self.findings[key] = finding
            self.only_defaults.discard(key)

    def found_by_default(self, key: tuple[str, Place], finding: RawFinding) -> None:
        """An entry fails with its defaults, but may succeed with other arguments."""
        if key not in self.findings:
            self.findings[key] = finding
            self.only_defaults.add(key)

    def take_findings(self, other: Recorder) -> None:
        """Note the findings that another one has noted later, and the comments that it has judged."""
        for key, finding in other.findings.items():
            found = self.found_by_default if key in other.only_defaults else self.found_always
            found(key, finding)
        for comment, stale in other.notations.items():
            before = self.notations.get(comment)
            if (
                stale is None
                or comment not in self.notations
                or before is not None
                and before.fix is None
            ):
                self.notations[comment] = stale

    def take(self, other: Recorder) -> None:
        """Note what another one has noted later."""
        self.take_findings(other)
        for at, shape in other.shapes.items():
            self.shapes.setdefault(at, shape)
        for (place, what), status in other.counts.items():
            self.operation(place, what, status)
        self.causes.update(other.causes)
        for path, nodes in other.reached.items():
            self.reached.setdefault(path, set()).update(nodes)
        for model, contract in other.contracts.items():
            self.contracts.setdefault(model, contract)

    @property
    def is_muted(self) -> bool:
        """Whether a run is for discovery only."""
        return bool(self._muted)

    @property
    def silent(self) -> bool:
        """Whether nothing that is found now is to be reported."""
        return bool(self._muted or self._caught)

    @contextmanager
    def caught(self, failure_is_caught: bool) -> Iterator[None]:
        """A body whose failure is caught: no finding, but the shapes are those of the program."""
        self._caught += failure_is_caught
        self.expected_failure += failure_is_caught
        try:
            yield
        finally:
            self._caught -= failure_is_caught
            self.expected_failure -= failure_is_caught

    @contextmanager
    def of_findings_alone(self) -> Iterator[None]:
        """A run that takes something for what it may not be: shapes and comments are not told by it."""
        kept = self.keep_shapes, self.contexts, self.notations
        self.keep_shapes, self.contexts, self.notations = False, None, {}
        try:
            yield
        finally:
            self.keep_shapes, self.contexts, self.notations = kept

    @contextmanager
    def following(self) -> Iterator[set[Place]]:
        """A run whose way is of interest: the operations that it comes to before something fails."""
        outer, self.way = self.way, set()
        try:
            yield self.way
        finally:
            self.way = outer

    @contextmanager
    def unheard(self, nothing_gets_here: bool) -> Iterator[None]:
        """What comes after a failure of the same path: no finding, but the run goes on, for what follows on others."""
        self._caught += nothing_gets_here
        try:
            yield
        finally:
            self._caught -= nothing_gets_here

    @contextmanager
    def muted(self) -> Iterator[None]:
        """A run for discovery: nothing inside is noted."""
        self._muted += 1
        self.expected_failure += 1
        try:
            yield
        finally:
            self._muted -= 1
            self.expected_failure -= 1

    @contextmanager
    def alternatives(self) -> Iterator[Callable[[Callable[[], Value]], Callable[[], Value]]]:
        """Alternatives of one value at one place: only what all of them find is kept."""
        outer, parts = self.findings, []

        def part(action: Callable[[], Value]) -> Callable[[], Value]:
            def run() -> Value:
                self.findings = {}
                try:
                    return action()
                finally:
                    parts.append(self.findings)
                    self.findings = {}

            return run

        try:
            yield part
        finally:
            of_all, self.findings = self.findings, outer
            if parts:
                common = set.intersection(*(set(p) for p in parts))
                for key, finding in {**{k: parts[0][k] for k in common}, **of_all}.items():
                    self.findings.setdefault(key, finding)

    @contextmanager
    def sides(self, found: list[dict[tuple[str, Place], RawFinding]]) -> Iterator[None]:
        """One side of a condition: what is in doubt there goes into the list."""
        outer, self.doubtful = self.doubtful, {}
        try:
            yield
        finally:
            found.append(self.doubtful)
            self.doubtful = outer

    def add(self, finding: RawFinding) -> None:
        if not self.silent:
            self.findings.setdefault((finding.name, finding.place), finding)

    @property
    def has_unknowns(self) -> bool:
        """Whether some operation could not be looked at."""
        return "unknown" in self.counts.values()

    def operation(self, place: Place, what: str, status: str) -> None:
        """Count an operation by its place: unknown outweighs open, open outweighs proved."""
        key = (place, what.split(":")[0])
        rank = {"proved": 0, "open": 1, "unknown": 2}
        old = self.counts.get(key)
        if old is None or rank[status] > rank[old]:
            self.counts[key] = status

    def contract(
        self,
        m: Interpreter,
        cls: ClassValue,
        function: Function,
        bound: dict[str, Value],
        result: Value,
        model: Value = None,
    ) -> None:
        """Note what the `forward` of a model takes and gives."""
        parts = [
            f"{name}: {m.store.facts.shape(tensor.shape)}"
            for name, value in bound.items()
            if isinstance(tensor := m.resolve(value), Tensor)
        ]
        given = m.resolve(result)
        gives = f" -> {m.store.facts.shape(given.shape)}" if isinstance(given, Tensor) else ""
        if parts or gives:
            place = Place(function.module.path, function.node.at)
            text = f"{cls.name}.{function.name}({', '.join(parts)}){gives}"
            layer = None
            if self.contexts is not None and isinstance(model, Instance):
                layer = self.contexts.layer(m, model)
            self.contracts[cls.name, place.path] = (cls.name, place, text, layer)

    def shape(self, m: Interpreter, frame: Frame, at: int, name: str, value: Value) -> None:
        """Note the shape of an assigned or returned tensor."""
        if not self.keep_shapes or self._muted:
            return
        value = m.resolve(value)
        if isinstance(value, Tensor):
            place = Place(frame.module.path, at)
            shape = m.store.facts.shape(value.shape)
            self.shapes.setdefault(
                (place, name, self.entry, str(shape)),
                RawShape(place, name, shown(shape), value.dtype, self.entry),
            )
        elif isinstance(value, TupleValue) and name == "return":
            for i, item in enumerate(value.items):
                if isinstance(m.resolve(item), Tensor):
                    self.shape(m, frame, at, f"return[{i}]", item)


def shown(shape: Shape) -> tuple[int | str, ...] | None:
    """Sizes for JSON: ints, and text for what is symbolic; None for a rank not known."""
    if shape.rank is None:
        if not shape.prefix and not shape.suffix:
            return None
        star = (f"*{shape.var.name}",) if shape.var is not None else ()
        parts = (*shape.prefix, *star, *shape.suffix)
        return tuple(p if isinstance(p, int) else str(p) for p in parts)
    return tuple(size if isinstance(size, int) else str(size) for size in shape.sizes)


__all__ = ["Place", "RawFinding", "RawShape", "Recorder", "SizeTuple", "Step", "shown"]
