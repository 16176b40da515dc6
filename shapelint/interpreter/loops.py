"""Loops: known items unroll; for the rest, what the body changes is forgotten and what survives
is the invariant."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeGuard

from shapelint.interpreter import counting, iteration, iterators, presence, widening
from shapelint.interpreter.alike import Alike
from shapelint.interpreter.branches import join, path_condition
from shapelint.interpreter.expressions import assign, evaluate
from shapelint.interpreter.filling import (
    check_hope,
    filled,
    filling,
    goes_on,
    grows,
    is_filling,
    is_hope,
)
from shapelint.interpreter.frames import Diverges, Exit, Frame
from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.own_names import is_layer
from shapelint.interpreter.representative import now
from shapelint.interpreter.store import ALL_WENT_ON, FIRST_ROUND, ROUND, Delta, Mark, Notes
from shapelint.interpreter.values import (
    MISSING,
    Choice,
    Entries,
    Instance,
    ListObj,
    RangeValue,
    There,
    TupleValue,
    Value,
)
from shapelint.source import tree
from shapelint.symbolic import Formula, Size, Truth, eq, negate, new_flag

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_UNROLLED = 256
FEW_LAYERS = 8
MAX_WHILE = 128
FEW_ROUNDS = 4
MAX_REPEATED = 2_000
"""Steps in the rounds of a loop the last of which has put nothing together: the next ones tell the same."""
MAX_ROUNDS = 30_000
"""Steps in the rounds of any loop."""
LONG_ROUND = 3_000
"""Steps of which a few rounds are too many."""


def run_for(m: Interpreter, node: tree.For, frame: Frame) -> bool:
    return _run_over(m, node, frame, evaluate(m, node.iter, frame))


def _run_over(m: Interpreter, node: tree.For, frame: Frame, iterable: Value) -> bool:
    from shapelint.interpreter.statements import run_block, run_either

    iterable = m.decided(m.resolve(iterable))
    if isinstance(iterable, Choice) and m.iterate(iterable) is None:
        then, orelse_ = iterable.then, iterable.orelse
        return run_either(
            m,
            frame,
            iterable.condition,
            lambda: _run_over(m, node, frame, then),
            lambda: _run_over(m, node, frame, orelse_),
        )

    def orelse() -> bool:
        return run_block(m, node.orelse, frame)

    layers = _many_layers(m, node, iterable)
    if layers is not None:
        return _run_over_layers(m, node, frame, layers, orelse, iterable)
    source = iterators.iterator(m, iterable)
    rounds, began, last, made = 0, m.budget.steps, m.store.mark(), m.layers_made
    is_counter = False
    held = iterable.cell["items"] if isinstance(iterable, ListObj) else None

    def rounds_told() -> Size | None:
        """How many rounds are left, if the list that is gone over has stayed the same."""
        now_held = iterable.cell["items"] if isinstance(iterable, ListObj) else None
        if held is not now_held or rounds != 1 or _skips(node) or _attempts(node):
            return None
        return counting.length(m, iterable)

    def has_told_enough() -> bool:
        """Whether the rounds that are left, two at least, are to be taken as any."""
        nonlocal last, made
        before, last = last, m.store.mark()
        builds, made = made < m.layers_made, m.layers_made
        spent = m.budget.steps - began
        few = rounds <= FEW_ROUNDS and spent < LONG_ROUND
        if few or not is_counter or spent < MAX_REPEATED or _picks(node):
            return False
        left = iterators.most(source)
        if left is None or left < 2:
            return False
        return spent > MAX_ROUNDS or not builds and not _puts_together(m, before, frame)

    def next_item() -> bool | None:
        nonlocal rounds, is_counter
        rounds += 1
        if rounds > MAX_UNROLLED or iterators.is_long(source, MAX_UNROLLED) or has_told_enough():
            return None
        item = iterators.take(m, source)
        is_counter = type(item) is int
        if iterators.is_item(item):
            assign(m, node.target, item, frame)
        return None if item is iterators.UNTOLD else item is not MISSING

    def block() -> bool:
        return run_block(m, node.body, frame)

    def body() -> bool:
        assign(m, node.target, m.any_item(source), frame)
        return block()

    def at_start() -> bool:
        assert isinstance(iterable, RangeValue)
        count = m.any_item(source)
        m.store.learn(eq(count, iterable.start), m.here)
        assign(m, node.target, count, frame)
        return block()

    def undecided() -> bool:
        some = iteration.is_some(m, iterable) and not _skips(node)
        counts = rounds == 1 and isinstance(iterable, RangeValue) and m.is_size(iterable.start)
        first = at_start if counts else None
        return _invariant(m, node, frame, body, orelse, None, some, first, rounds_told)

    return _unroll(m, frame, next_item, block, orelse, undecided)


def _picks(node: tree.For) -> bool:
    """Whether what is gone over tells which of several things each round is about."""
    indices = (part.index for part in walk(node) if isinstance(part, tree.Subscript))
    names = {part.id for part in walk(node.target) if isinstance(part, tree.Name)}
    return any(
        isinstance(part, tree.Name) and part.id in names
        for index in indices
        for part in walk(index)
    )


def _puts_together(m: Interpreter, since: Mark, frame: Frame) -> bool:
    """Whether a list or a dict has got more parts, or something was given."""
    for container, key, old in m.store.log[since.length :]:
        if key == "items" and isinstance(old, tuple):
            new = container.get(key, MISSING)
            if isinstance(new, tuple) and len(new) > len(old):
                return True
        elif old is MISSING and isinstance(container, Entries):
            return True
    return frame.yields is not None


def _skips(node: tree.For) -> bool:
    """Whether a round may leave out what stands at its end."""
    return any(isinstance(part, tree.Break | tree.Continue) for part in walk(node))


def _attempts(node: tree.For) -> bool:
    """Whether a round may leave out what stands after a failure."""
    return any(isinstance(part, tree.Try) for part in walk(node))


def _many_layers(m: Interpreter, node: tree.For, iterable: Value) -> tuple[Value, ...] | None:
    """The items of what is gone over, where they are so many layers that alike ones are left out."""
    if not isinstance(iterable, Instance | ListObj | TupleValue):
        return None
    if not isinstance(node.target, tree.Name):
        return None
    ahead = iterable.items if iterators.is_iterator(iterable) else m.iterate(iterable)
    items = ahead if isinstance(ahead, tuple) else None
    many = items is not None and FEW_LAYERS < len(items) <= MAX_UNROLLED
    return items if many and all(map(is_layer, items or ())) else None


def _run_over_layers(
    m: Interpreter,
    node: tree.For,
    frame: Frame,
    layers: tuple[Value, ...],
    orelse: Callable[[], bool],
    iterable: Value,
) -> bool:
    from shapelint.interpreter.statements import run_block

    assert isinstance(node.target, tree.Name)
    queue = deque(layers)
    alike = Alike(m, frame, node.target.id)

    def next_item() -> bool | None:
        if len(queue) < len(layers):
            alike.done()
        while len(queue) > 1 and alike.has(queue[0]):
            queue.popleft()
        if not queue:
            return False
        item = queue.popleft()
        if iterators.is_iterator(iterable):
            m.store.write(iterable.cell, "items", tuple(queue))
        assign(m, node.target, item, frame)
        return True

    return _unroll(m, frame, next_item, lambda: run_block(m, node.body, frame), orelse)


def run_while(m: Interpreter, node: tree.While, frame: Frame) -> bool:
    from shapelint.interpreter.statements import run_block

    rounds = 0
    may_have_left = False

    def next_item() -> bool | None:
        nonlocal rounds
        rounds += 1
        if rounds > MAX_WHILE or endless and may_have_left:
            return None
        condition = m.store.facts.truth(m.truth(evaluate(m, node.test, frame)))
        return condition if isinstance(condition, bool) else None

    def block() -> bool:
        return run_block(m, node.body, frame)

    def one_round() -> bool:
        nonlocal may_have_left
        live = block()
        may_have_left = any(exit.kind in ("break", "return") for exit in frame.exits)
        return live

    def orelse() -> bool:
        return run_block(m, node.orelse, frame)

    def body() -> bool:
        condition = m.store.facts.truth(m.truth(evaluate(m, node.test, frame)))
        if condition is False:
            return False
        if condition is not True:
            m.store.assume(condition)
        return block()

    def after() -> bool:
        condition = m.store.facts.truth(m.truth(evaluate(m, node.test, frame)))
        if condition is not True and condition is not False:
            # no branch: whoever comes here has seen the loop end
            m.store.learn(negate(condition))
        return condition is not True

    def undecided() -> bool:
        return _invariant(m, node, frame, body, orelse, after, first=body)

    # of such a loop nothing but its body tells how many rounds there are
    endless = isinstance(node.test, tree.Constant) and bool(node.test.value)
    if endless and frame.yields is not None:
        return undecided()
    return _unroll(m, frame, next_item, one_round, orelse, undecided)


def _unroll(
    m: Interpreter,
    frame: Frame,
    advance: Callable[[], bool | None],
    block: Callable[[], bool],
    orelse: Callable[[], bool],
    undecided: Callable[[], bool] | None = None,
) -> bool:
    """Run the iterations in turn. `advance` answers None where their number is not known."""
    breaks: list[tuple[Mark, list[Exit]]] = []
    live = True
    before = m.store.failed
    m.store.failed = False
    try:
        while True:
            with m.recorder.unheard(
                m.store.failed
            ):  # the program has ended in an earlier iteration
                more = advance()
                if more is None and undecided is not None:
                    live = undecided()
                    break
                if not more:
                    live = orelse()
                    break
                live, mark, broken = _iteration(m, frame, block)
            if broken:
                breaks.append((mark, broken))
            if not live:
                break
    except Diverges:
        if not breaks:
            raise
        live = False
        m.doubts += 1
    if before:
        m.store.failed = True
    for mark, broken in reversed(breaks):
        sides = [_side(exit) for exit in broken]
        if live:
            sides.append((True, m.store.since(mark)))
        m.store.rollback(mark)
        join(m, mark, sides)
        live = True
    return live


def _side(exit: Exit) -> tuple[Truth, Delta]:
    delta = exit.delta or Delta()
    return path_condition(delta), delta


def _iteration(
    m: Interpreter, frame: Frame, block: Callable[[], bool]
) -> tuple[bool, Mark, list[Exit]]:
    """One pass through the body: whether the next may follow, and the breaks on the way."""
    mark = m.store.mark()
    frame.loop_marks.append(mark)
    outer, frame.exits = frame.exits, []
    diverged: Diverges | None = None
    live = False
    try:
        live = block()
    except Diverges as error:
        diverged = error
    finally:
        frame.loop_marks.pop()
        exits, frame.exits = frame.exits, outer
    frame.exits.extend(exit for exit in exits if exit.kind == "return")
    broken = [exit for exit in exits if exit.kind == "break"]
    resumed = [_side(exit) for exit in exits if exit.kind == "continue"]
    if diverged is not None and not exits:
        raise diverged
    if resumed:
        if live:
            resumed.append((True, m.store.since(mark)))
        m.store.rollback(mark)
        join(m, mark, resumed)
        live = True
    elif not live:
        m.store.rollback(mark)
    return live, mark, broken


def _invariant(
    m: Interpreter,
    node: tree.For | tree.While,
    frame: Frame,
    body: Callable[[], bool],
    orelse: Callable[[], bool],
    after: Callable[[], bool] | None,
    some: bool = False,
    first: Callable[[], bool] | None = None,
    rounds: Callable[[], Size | None] = lambda: None,
) -> bool:
    """Run the first round for what it finds, forget what it changes, run the body once more for the
    findings of any round, go on from what survives.
    `after` tells whether the loop may end other than by a break, `some` that a round is run to its end, `first` is
    the first round if it is known with what that is run: else it is one with any item; `rounds` how many are run."""
    begin = (body, FIRST_ROUND) if first is None else (first, ROUND)
    since = now()
    lists: dict[int, tuple[dict[Any, Value], Value]] = {}
    for attempt in range(3 if first is None else 4):
        changed = _changes(m, frame, *begin) if attempt == 0 else _changes(m, frame, body)
        settled = steady = True
        grown = {id(c) for c, key, old, new in changed if key == "items" and grows(old, new)}
        for container, key, old, new in changed:
            if key == "items" and id(container) in grown:
                known = id(container) in lists
                _, given = lists.setdefault(id(container), (container, old))
                stands = known and goes_on(m, old, given, new)
                before, hope = (new if stands else None), attempt == 0 or stands and is_hope(old)
                m.store.write(container, key, filling(m, since, given, before, hope))
                settled, steady = settled and stands, steady and stands
            else:
                once = _has_appeared(new, old, container) and id(new.cell) in grown
                presence.widen_at(m, container, key, old, new, once)
                steady = steady and widening.is_any(m, old, new, since)
                settled = False
        if settled:
            break
    if not settled and any(is_hope(container["items"]) for container, _ in lists.values()):
        check_hope(m, _changes(m, frame, body), lists)
    mark = m.store.mark()
    ended = m.store.failed
    exits, comes_to_end = len(frame.exits), False

    def whole_round() -> bool:
        nonlocal comes_to_end
        comes_to_end = body()
        return comes_to_end

    frame.forks += 1
    m.store.assume(new_flag(ROUND))
    try:
        _, _, broken = _iteration(m, frame, whole_round)
        failed = m.store.failed and not ended
    except Diverges:
        broken, failed = [], True
    finally:
        frame.forks -= 1
        m.store.rollback(mark)
    for container, _ in lists.values():
        if is_filling(container["items"]):
            count = rounds() if steady else None
            m.store.write(container, "items", filled(m, container["items"], some, count))
    if failed:
        _forget_touched(m, frame, node)
        if frame.yields is not None:
            frame.yields.append(m.unknown("yielded in a loop"))
            frame.yields_lost = True
    if broken:
        return True  # whether its condition still holds is not known
    if len(frame.exits) > exits and not comes_to_end:  # the last of such rounds is made to return
        m.store.assume(new_flag(ALL_WENT_ON, free=False))
    ends = after is None or after()
    return orelse() if ends or failed else False


def is_round(condition: Truth) -> bool:
    """Whether a condition of a path says no more than that a loop has a round."""
    return (
        isinstance(condition, Formula)
        and condition.kind == "flag"
        and condition.args[0].name in (ROUND, FIRST_ROUND)
    )


def _has_appeared(new: Value, old: Value, container: dict[Any, Value]) -> TypeGuard[ListObj]:
    return isinstance(container, Entries) and old is MISSING and isinstance(new, ListObj)


def _forget_touched(m: Interpreter, frame: Frame, node: tree.For | tree.While) -> None:
    """A body that fails as far as can be told: whatever it names may have been changed by the
    rounds that do not."""
    rebound = _rebound(node)
    for name in dict.fromkeys(part.id for part in walk(node) if isinstance(part, tree.Name)):
        value = frame.vars.get(name, MISSING)
        if value is MISSING:
            continue
        m.forget_arguments([value], {})
        if name in rebound:
            m.store.write(frame.vars, name, m.unknown("made in a loop", name))


def _rebound(node: tree.For | tree.While) -> set[str]:
    """The names that a loop binds."""
    found: set[str] = set()
    for part in walk(node):
        targets: tuple[tree.Expr, ...] = ()
        if isinstance(part, tree.Assign):
            targets = part.targets
        elif isinstance(part, tree.AugAssign | tree.AnnAssign | tree.For):
            targets = (part.target,)
        found |= {t.id for target in targets for t in walk(target) if isinstance(t, tree.Name)}
    return found


def _changes(
    m: Interpreter,
    frame: Frame,
    body: Callable[[], bool],
    first: str | None = None,
) -> list[tuple[dict[Any, Value], object, Value, Value]]:
    """The locations whose value one pass of the body changes: (container, key, old, new). What the
    first round finds is kept, which is run under the condition of this name: it starts from what is sure."""
    mark = m.store.mark()
    saved = list(frame.exits)
    yielded = None if frame.yields is None else list(frame.yields)
    writes: dict[Any, Any] = {}
    frame.forks += 1
    try:
        with m.recorder.muted() if first is None else m.recorder.of_findings_alone():
            m.store.assume(new_flag(first or ROUND))
            frame.loop_marks.append(m.store.mark())
            try:
                body()
            except Diverges:
                pass
            finally:
                frame.loop_marks.pop()
            writes.update(m.store.since(mark).writes)
            for exit in frame.exits[len(saved) :]:
                if exit.delta is not None:
                    for where, write in exit.delta.writes.items():
                        writes.setdefault(where, write)
    finally:
        frame.forks -= 1
        frame.exits, frame.yields = saved, yielded
        m.store.rollback(mark)
    changed = []
    for container, key, new in writes.values():
        old = m.store.before(container, key)
        if isinstance(container, Notes):
            m.store.write(container, key, new)
        elif isinstance(key, There):
            continue  # told with the entry
        elif old is MISSING or not m.same(old, new):
            changed.append((container, key, old, new))
    return changed
