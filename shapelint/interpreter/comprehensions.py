"""Comprehensions, and generator expressions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from shapelint.interpreter import counting, expressions, iteration, iterators, presence
from shapelint.interpreter.aliases import objects
from shapelint.interpreter.branches import choose
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.magnitude import MAX_ITEMS
from shapelint.interpreter.representative import Since, any_of, lose_length, now
from shapelint.interpreter.store import Write
from shapelint.interpreter.values import (
    COUNT,
    MISSING,
    REST,
    SOME,
    Contents,
    DictObj,
    ListObj,
    SetObj,
    There,
    TupleValue,
    Unknown,
    Value,
    View,
    new_list,
)
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_GENERATED = 512


def comprehension(m: Interpreter, node: tree.Comprehension, frame: Frame) -> Value:
    inner = Frame(frame.module, {}, m.enclosing(frame), frame.function, frame.receiver, frame.owner)
    first = expressions.evaluate(m, node.clauses[0].iter, frame)
    doubtful = _of_doubtful_keys(m, node, inner, first)
    if doubtful is not None:
        return doubtful
    return (
        _generator(m, node, inner, first)
        if node.kind == "generator"
        else _gathered(m, node, inner, first)
    )


def _of_doubtful_keys(
    m: Interpreter, node: tree.Comprehension, inner: Frame, first: Value
) -> DictObj | None:
    """A dict that is made of a mapping which holds some keys on some paths only: on these it holds what is made of
    them."""
    view = first.cell["items"] if isinstance(first, ListObj) else None
    if node.kind != "dict" or len(node.clauses) > 1 or node.clauses[0].tests:
        return None
    if not isinstance(view, View) or view.mapping.hides or not view.mapping.doubtful():
        return None
    result = DictObj({})
    for key in view.mapping.held():
        item = view.part((key, view.mapping.entries[key]))
        there = presence.holds(m, view.mapping, key)
        pair = choose(m, inner, there, partial(_pair, m, node, inner, item), lambda: MISSING)
        if pair is MISSING:
            continue
        made = m.key(pair.items[0])
        if made is MISSING:
            return None
        result.entries[made] = pair.items[1]
        if there is not True:
            result.entries[There(made)] = there
    return result


def _pair(m: Interpreter, node: tree.Comprehension, inner: Frame, item: Value) -> Value:
    produced: list[Value] = []
    _passes(m, node.clauses[0], item, inner)
    _clauses(m, node, 1, inner, None, produced, [])
    return produced[0]


def _gathered(m: Interpreter, node: tree.Comprehension, inner: Frame, first: Value) -> Value:
    inner.mark = m.store.mark()
    produced: list[Value] = []
    began, facts = now(), m.store.facts
    written: list[Write] = []
    decided = _clauses(m, node, 0, inner, first, produced, written)
    if not decided and _forget_changes(m, inner, began, written):
        produced.clear()
        _clauses(m, node, 0, inner, first, produced, [])
    items: Any = produced
    if not decided:
        item = produced[0] if len(produced) == 1 else MISSING
        items = lose_length(m, "comprehension of unknown length", item, began)
        items.objects = objects(m, produced)
        plain = len(node.clauses) == 1 and not node.clauses[0].tests
        items.attrs[SOME] = plain and iteration.is_some(m, first)
        items.attrs[COUNT] = counting.length(m, first) if plain else None
        m.store.facts = facts
    if node.kind == "dict":
        result = DictObj({})
        for pair in produced:
            key = m.key(pair.items[0])
            if key is MISSING:
                decided = False
            else:
                result.entries[key] = pair.items[1]
        if not decided:
            item = any_of(m, [pair.items[1] for pair in produced]) if produced else MISSING
            return DictObj({REST: lose_length(m, "comprehension of unknown length", item, began)})
        return result
    if node.kind == "set":
        return SetObj(
            {
                "items": m.distinct(produced)
                if isinstance(items, list)
                else m.unknown("a set of unknown size")
            }
        )
    return new_list(items)


def _forget_changes(m: Interpreter, inner: Frame, began: Since, written: list[Write]) -> bool:
    """Whether an item that stands for all has changed what was there before, as `next` or `pop` do: each has, so that
    it is forgotten, for the item to be made once more."""
    assert inner.mark is not None
    before: dict[Any, tuple[dict[Any, Value], object, Value]] = {}
    for container, key, old in written:
        if isinstance(container, Contents) and container.born <= began[1]:
            before.setdefault((id(container), key), (container, key, old))
    changed = [
        (container, key, old, container.get(key, MISSING))
        for container, key, old in before.values()
        if container is not inner.vars
        and old is not MISSING
        and not m.same(old, container.get(key, MISSING))
    ]
    if changed:
        m.store.rollback(inner.mark)
    for container, key, old, new in changed:
        presence.widen_at(m, container, key, old, new)
    return bool(changed)


def _generator(m: Interpreter, node: tree.Comprehension, inner: Frame, first: Value) -> ListObj:
    """A generator expression: its clauses are run on whenever an item is asked for."""
    state: dict[str, Value] = {"open": (iterators.iterator(m, first),)}
    """The iterators of the clauses that are gone over."""

    def advance() -> Value:
        inner.mark = m.store.mark()
        while opened := state["open"]:
            if not isinstance(opened, tuple):
                return iterators.UNTOLD
            mark = m.store.mark()
            item = iterators.take(m, opened[-1])
            if item is iterators.UNTOLD:
                return item
            if item is MISSING:
                m.store.write(state, "open", opened[:-1])
                continue
            passes = _passes(m, node.clauses[len(opened) - 1], item, inner)
            if passes is None:
                m.store.rollback(mark)
                return iterators.UNTOLD
            if passes and len(opened) == len(node.clauses):
                return expressions.evaluate(m, node.element, inner)
            if passes:
                within = expressions.evaluate(m, node.clauses[len(opened)].iter, inner)
                m.store.write(state, "open", (*opened, iterators.iterator(m, within)))
        return MISSING

    def rest() -> ListObj:
        opened = state["open"]
        if not isinstance(opened, tuple) or len(opened) != 1:
            return new_list(m.unknown("a generator that is not followed"))
        gathered: ListObj = _gathered(m, node, inner, opened[0])
        lost = isinstance(gathered.items, Unknown)
        return gathered if lost else new_list(m.unknown("a generator that is not followed"))

    def most() -> int | None:
        opened = state["open"]
        first = iterators.most(opened[0]) if isinstance(opened, tuple) and opened else None
        return MAX_ITEMS + 1 if first is not None and first > MAX_GENERATED else None

    return iterators.lazily("generator", iterators.Course(advance, rest, most, (first,)))


def _passes(m: Interpreter, clause: tree.Clause, item: Value, inner: Frame) -> bool | None:
    """Whether an item passes the tests of a clause; None if that is not decided."""
    expressions.assign(m, clause.target, item, inner)
    decided = True
    for test in clause.tests:
        truth = m.store.facts.truth(m.truth(expressions.evaluate(m, test, inner)))
        if truth is False:
            return False
        decided = decided and truth is True
    return True if decided else None


def _one_by_one(m: Interpreter, node: tree.Comprehension, iterable: Value) -> Iterable[Value]:
    """The items that a clause goes over; UNTOLD for those that cannot be told."""
    iterable = m.decided(m.resolve(iterable))
    if iterators.is_iterator(iterable):
        long = iterators.is_long(iterable, MAX_GENERATED)
        return (iterators.UNTOLD,) if long else iterators.each(m, iterable)
    items = (m.members if node.kind == "set" else m.iterate)(iterable)
    return (iterators.UNTOLD,) if items is None or len(items) > MAX_GENERATED else items


def _clauses(
    m: Interpreter,
    node: tree.Comprehension,
    depth: int,
    inner: Frame,
    iterable: Value,
    produced: list[Value],
    written: list[Write],
) -> bool:
    """Run the clauses from `depth` on, the first of them over `iterable`; False if the number of items is
    not known. `written` takes what the items have written."""
    if depth == len(node.clauses):
        before = len(m.store.log)
        value = expressions.evaluate(m, node.element, inner)
        written += m.store.log[before:]
        if node.value is not None:
            value = TupleValue((value, expressions.evaluate(m, node.value, inner)))
        produced.append(value)
        return True
    clause = node.clauses[depth]
    decided = True
    if depth:
        iterable = expressions.evaluate(m, clause.iter, inner)
    for item in _one_by_one(m, node, iterable):
        m.step()
        if item is iterators.UNTOLD:
            decided = False
            item = m.any_item(iterable)
        passes = _passes(m, clause, item, inner)
        decided = decided and passes is not None
        if passes is not False:
            decided = _clauses(m, node, depth + 1, inner, None, produced, written) and decided
    return decided
