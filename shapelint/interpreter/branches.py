"""Undecided conditions: both sides run on the same state, one after the other, and are merged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shapelint.interpreter import presence
from shapelint.interpreter.elements import share
from shapelint.interpreter.filling import either_contents, is_told
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.recorder import Place, RawFinding
from shapelint.interpreter.store import Delta, Location, Mark, Notes
from shapelint.interpreter.values import (
    MISSING,
    Choice,
    Dim,
    Entries,
    Formula,
    Lazy,
    ListObj,
    SizeTuple,
    Tensor,
    There,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.rulebook.array_dtype import merged
from shapelint.rulebook.layout import WHOLE
from shapelint.symbolic import (
    Shape,
    Size,
    Truth,
    conj,
    ite,
    negate,
    new_shape_var,
    new_symbol,
    where,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_CHOICES = 12
MAX_MERGED_TEXT = 160


def fork(
    m: Interpreter,
    frame: Frame | None,
    condition: Formula,
    then: Callable[[], Value],
    orelse: Callable[[], Value],
) -> list[tuple[Truth, Delta, Value]]:
    """Run both sides, each under its condition; those that get through, state rolled back.

    A side that raises or that the facts exclude is missing from the answer.
    """
    mark = m.store.mark()
    survivors: list[tuple[Truth, Delta, Value]] = []
    doubtful: list[dict[tuple[str, Place], RawFinding]] = []
    if frame is not None:
        frame.forks += 1
    try:
        for side, action in ((condition, then), (negate(condition), orelse)):
            m.store.assume(side)
            if not m.store.facts.contradictory:
                try:
                    with m.recorder.sides(doubtful):
                        value = action()
                    survivors.append((side, m.store.since(mark), value))
                except Diverges:
                    m.doubts += 1
            m.store.rollback(mark)
    finally:
        m.store.rollback(mark)
        if frame is not None:
            frame.forks -= 1
    for key, finding in doubtful[0].items() if doubtful else ():
        if all(key in other for other in doubtful):
            m.conclude(finding)
    return survivors


def adopt(m: Interpreter, delta: Delta) -> None:
    """Go on with the state of the only surviving side. Its condition holds from here on, but is no
    choice of a path: the other side cannot be, or raises, and a program is not written to raise on
    every input."""
    m.store.replay(delta.writes.values())
    m.store.facts = delta.facts


def join(m: Interpreter, mark: Mark, sides: list[tuple[Truth, Delta]]) -> None:
    """Merge the end states of several paths (the state is at `mark`): the first whose condition
    holds gives each location's value."""
    if len(sides) == 1:
        adopt(m, sides[0][1])
        return
    locations = {}
    for _, delta in sides:
        for location, (container, key, _) in delta.writes.items():
            locations[location] = (container, key)
    for entries in presence.lost(locations.values()):
        presence.lose(m, entries, "lost on one of several paths")
        locations = {at: there for at, there in locations.items() if there[0] is not entries}
    for location, (container, key) in locations.items():
        if container is m.store.refined and not all(location in d.writes for _, d in sides):
            continue  # what one path alone takes it for
        old = m.store.before(container, key)
        if isinstance(container, Notes):
            m.store.write(container, key, _noted(location, sides, old))
            continue
        if isinstance(container, Entries) and isinstance(key, There):
            continue  # told with the entry
        held = [(side, _held(container, key, location, side, delta, old)) for side, delta in sides]
        if isinstance(container, Entries):
            presence.joined(m, container, key, sides, old)
        value = held[-1][1]
        for condition, other in reversed(held[:-1]):
            value = merge(m, condition, other, value)
        if value is not old:
            m.store.redo(container, key, value)


def _held(
    container: dict, key: object, location: Location, side: Truth, delta: Delta, old: Value
) -> Value:
    """What a location holds at the end of a path."""
    new = delta.writes[location][2] if location in delta.writes else old
    if new is not old and isinstance(container, Entries) and presence.stands(old, new):
        missing = negate(presence.there(container, key))
        began = isinstance(new, ListObj) and (id(new.cell), "items") not in delta.writes
        return old if began and side == missing else new
    return new


def _noted(location: Location, sides: list[tuple[Truth, Delta]], old: Value) -> Value:
    """What any path has noted of an object."""
    written = (delta.writes[location][2] for _, delta in sides if location in delta.writes)
    return next((value for value in written if value is not MISSING), old)


def choose(
    m: Interpreter,
    frame: Frame | None,
    condition: Truth,
    then: Callable[[], Value],
    orelse: Callable[[], Value],
) -> Value:
    """The value of `then() if condition else orelse()`, decided or not."""
    condition = m.store.facts.truth(condition)
    if condition is True:
        return then()
    if condition is False:
        return orelse()
    mark = m.store.mark()
    survivors = fork(m, frame, condition, then, orelse)
    if not survivors:
        raise Diverges
    join(m, mark, [(side, delta) for side, delta, _ in survivors])
    if len(survivors) == 1:
        return survivors[0][2]
    return merge(m, condition, survivors[0][2], survivors[1][2])


def over_choice(
    m: Interpreter, choice: Choice, action: Callable[[Value], Value], frame: Frame | None = None
) -> Value:
    """What an action gives for either alternative; a finding must hold for both."""
    with m.recorder.alternatives() as part:
        return choose(
            m,
            frame,
            choice.condition,
            part(lambda: action(choice.then)),
            part(lambda: action(choice.orelse)),
        )


def as_count(m: Interpreter, value: Value, name: str) -> Size:
    """A number of things as a size: what it is on either side of a choice, and any number where it is not known."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Choice):
        value = m.decided(over_choice(m, value, lambda side: as_count(m, side, name)))
    return value if type(value) is int or isinstance(value, Dim) else new_symbol(name)


def path_condition(delta: Delta) -> Truth:
    return conj(*delta.path) if delta.path else True


def merge(m: Interpreter, condition: Truth, a: Value, b: Value) -> Value:
    """`a` where the condition holds, else `b`."""
    if a is b or condition is True:
        return a
    if condition is False:
        return b
    a, b = _carried_out(m, a), _carried_out(m, b)
    if a is b:
        return a
    if a is MISSING or b is MISSING:
        return b if a is MISSING else a
    if isinstance(a, bool | Formula) and isinstance(b, bool | Formula):
        return where(condition, a, b)
    if (
        isinstance(a, int | Dim)
        and isinstance(b, int | Dim)
        and not isinstance(a, bool)
        and not isinstance(b, bool)
    ):
        return merge_sizes(condition, a, b)
    if isinstance(a, Tensor) and isinstance(b, Tensor):
        shape = merge_shapes(m, condition, a.shape, b.shape)
        layout = (
            a.layout if a.layout == b.layout and (a.shape == b.shape or a.layout in WHOLE) else None
        )
        either = Tensor(shape, merged(a.dtype, b.dtype), None, a.origin or b.origin, layout)
        share(m, (a, b), either)
        return either
    if isinstance(a, SizeTuple) and isinstance(b, SizeTuple):
        return SizeTuple(merge_shapes(m, condition, a.shape, b.shape))
    if (
        isinstance(a, TupleValue)
        and isinstance(b, TupleValue)
        and len(a.items) == len(b.items)
        and a.fields == b.fields
    ):
        items = tuple(merge(m, condition, x, y) for x, y in zip(a.items, b.items, strict=True))
        return TupleValue(items, a.fields, a.cls)
    if isinstance(a, tuple) or isinstance(b, tuple) or is_told(a) or is_told(b):
        return _merge_contents(m, condition, a, b)
    if isinstance(a, dict) or isinstance(b, dict):
        return a if a == b else None
    if type(a) is type(b) and _same_constant(a, b):
        return a
    if leaves(a) + leaves(b) > MAX_CHOICES:
        return Unknown("too many alternatives")
    return Choice(condition, a, b)  # type: ignore[arg-type]


def _carried_out(m: Interpreter, value: Value) -> Value:
    """What a deferred import brings where its module has been run: one path may have read the name, the other not."""
    if type(value) is Lazy and value.module in m.program.modules:
        return m.resolve(value)
    return value


def _merge_contents(m: Interpreter, condition: Truth, a: Value, b: Value) -> Value:
    """The contents of one list on two paths."""
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple(merge(m, condition, x, y) for x, y in zip(a, b, strict=True))
    told = isinstance(a, tuple | Unknown) and isinstance(b, tuple | Unknown)
    either = either_contents(m, a, b) if told else None
    return either or Unknown("a list whose length depends on a condition")


def _same_constant(a: Value, b: Value) -> bool:
    try:
        return bool(a == b)
    except Exception:
        return False


def merge_sizes(condition: Truth, a: int | Dim, b: int | Dim) -> int | Dim:
    """The size `ite(condition, a, b)`, or a fresh one where that grows past reading."""
    if a == b:
        return a
    if isinstance(a, Dim) and isinstance(b, Dim) and len(str(a)) + len(str(b)) > MAX_MERGED_TEXT:
        return new_symbol("n", 0, free=False)
    merged = ite(condition, a, b)
    if isinstance(merged, Dim) and len(str(merged)) > 2 * MAX_MERGED_TEXT:
        return new_symbol("n", None, free=False)
    return merged


def merge_shapes(m: Interpreter, condition: Truth, a: Shape, b: Shape) -> Shape:
    """Axis by axis where ranks agree; else what the two share at their right."""
    a, b = m.store.facts.shape(a), m.store.facts.shape(b)
    if a == b:
        return a
    if a.var is None and b.var is None and a.rank == b.rank:
        pairs = zip(a.sizes, b.sizes, strict=True)
        return Shape(tuple(merge_sizes(condition, x, y) for x, y in pairs))
    if a.var is not None and a.var == b.var and len(a.prefix) == len(b.prefix):
        if len(a.suffix) == len(b.suffix):
            return Shape(
                tuple(
                    merge_sizes(condition, x, y) for x, y in zip(a.prefix, b.prefix, strict=True)
                ),
                a.var,
                tuple(
                    merge_sizes(condition, x, y) for x, y in zip(a.suffix, b.suffix, strict=True)
                ),
            )
    tail_a = a.suffix if a.var is not None else a.sizes
    tail_b = b.suffix if b.var is not None else b.sizes
    count = min(len(tail_a), len(tail_b))
    tail = tuple(merge_sizes(condition, tail_a[-i], tail_b[-i]) for i in range(count, 0, -1))
    return Shape((), new_shape_var("s"), tail)


def leaves(value: Value) -> int:
    """How many alternatives a value has."""
    return leaves(value.then) + leaves(value.orelse) if isinstance(value, Choice) else 1
