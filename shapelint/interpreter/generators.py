"""Generators: functions whose body is run on while their items are asked for.

The body is run as a whole once the first item is asked for. Until the last one has been given, it may not
have done all that it does: what it changes is in one of the states between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shapelint.interpreter import iterators, presence
from shapelint.interpreter.lifecycle import names_in
from shapelint.interpreter.store import Location, Mark, Notes, Write
from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    Contents,
    DictObj,
    Function,
    Instance,
    ListObj,
    SetObj,
    There,
    TupleValue,
    Value,
    age,
    contents,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_REACHED = 256


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """What a body writes at some time, and the values that are there one after the other."""

    container: dict[Any, Value]
    key: object
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What the whole body yields and changes."""

    items: Value
    changes: tuple[Change, ...]


def generator(
    m: Interpreter, function: Function, bound: dict[str, Value], receiver: Value
) -> ListObj:
    """What a call of a generator function gives."""
    from shapelint.interpreter.functions import run_body

    state = contents({"run": None, "came": 0})
    """The run, how far the program's had come at the last step, and what was then written for each change."""

    def run() -> Value:
        found = state["run"]
        if found is None:
            mark, since = m.store.mark(), age()
            with m.store.trailed() as written:
                items = run_body(m, function, dict(bound), receiver)
            found = Run(items, _changes(m, mark, since, written))
        elif isinstance(found, Run) and _is_disturbed(m, state["came"], function, bound):
            step(False)
            found = m.unknown("a generator that reads what has changed")
        if found is not state["run"]:
            m.store.write(state, "run", found)
            step(False)
        return found.items if isinstance(found, Run) else m.unknown("a generator")

    def step(is_last: bool) -> None:
        found = state["run"]
        for change in found.changes if isinstance(found, Run) else ():
            _settle(m, change, state) if is_last else _show(m, change, state)
        m.store.write(state, "came", len(m.store.log))

    return iterators.over(m, "generator", run, None, function, *bound.values(), step=step)


def _changes(
    m: Interpreter, mark: Mark, since: int, written: dict[Location, list[Write]]
) -> tuple[Change, ...]:
    """What the body has changed that was there before it ran."""
    before: dict[Location, Write] = {}
    for container, key, old in m.store.log[mark.length :]:
        before.setdefault((id(container), key), (container, key, old))
    return tuple(
        Change(container, key, (old, *(new for _, _, new in written[location])))
        for location, (container, key, old) in before.items()
        if not (isinstance(container, Contents) and container.born > since)
        and not isinstance(container, Notes)
        and container is not m.store.refined
        and not isinstance(key, There)
    )


def _show(m: Interpreter, change: Change, state: dict[Any, Value]) -> None:
    """Write what stands for all states: another one at each step."""
    container, key, doubts = change.container, change.key, m.doubts
    now = container.get(key, MISSING)
    first, *later = change.values
    m.store.write(container, key, first)
    for new in later if now is state.get(change) else (*later, now):
        presence.widen_at(m, container, key, container.get(key, MISSING), new)
    m.doubts = doubts
    m.store.write(state, change, container.get(key, MISSING))


def _settle(m: Interpreter, change: Change, state: dict[Any, Value]) -> None:
    """Write what the body leaves at its end, if nothing else has been written there meanwhile."""
    if change.container.get(change.key, MISSING) is state.get(change):
        m.store.write(change.container, change.key, change.values[-1])
        if There(change.key) in change.container:
            m.store.write(change.container, There(change.key), MISSING)


def _is_disturbed(m: Interpreter, came: Value, function: Function, bound: dict[str, Value]) -> bool:
    """Whether something that the body may read was written since its last step."""
    if type(came) is not int:
        return True
    written = [(c, key) for c, key, _ in m.store.log[came:] if not isinstance(c, Notes)]
    if not written:
        return False
    names = names_in(function.node)
    reached = _reached(m, [*bound.values(), *_named(function, names)])
    scopes = {id(scope.vars) for scope in _scopes(function)} | {id(function.module.globals)}
    return any(id(c) in reached or id(c) in scopes and key in names for c, key in written)


def _scopes(function: Function) -> Iterator[Any]:
    scope = function.scope
    while scope is not None:
        yield scope
        scope = scope.parent


def _named(function: Function, names: frozenset[str]) -> Iterator[Value]:
    """What a function's names stand for around it."""
    for held in (*(scope.vars for scope in _scopes(function)), function.module.globals):
        yield from (held[name] for name in names if name in held)


def _reached(m: Interpreter, values: list[Value]) -> set[int]:
    """The ids of what holds the contents of these values, and of what they hold."""
    found: set[int] = set()
    todo = list(values)
    while todo and len(found) < MAX_REACHED:
        value = m.resolve(todo.pop(0))
        if isinstance(value, TupleValue):
            todo += value.items
        elif isinstance(value, BoundMethod):
            todo.append(value.receiver)
        held = _held(value)
        if held is not None and id(held) not in found:
            found.add(id(held))
            todo += [
                part
                for item in held.values()
                for part in (item if isinstance(item, tuple) else (item,))
            ]
    return found


def _held(value: Value) -> dict[Any, Value] | None:
    if isinstance(value, Instance):
        return value.attrs
    if isinstance(value, ListObj | SetObj):
        return value.cell
    return value.entries if isinstance(value, DictObj) else None
