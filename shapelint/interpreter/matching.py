"""The patterns of `match`: whether a value fits, binding names as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import presence
from shapelint.interpreter.expressions import evaluate
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.values import MISSING, DictObj, Value
from shapelint.source import tree
from shapelint.symbolic import Truth, conj, disj, new_flag

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def both(a: Truth, b: Truth) -> Truth:
    return conj(a, b)


def matches(m: Interpreter, pattern: tree.Pattern, value: Value, frame: Frame) -> Truth:
    """Under which condition the pattern fits."""
    if isinstance(pattern, tree.MatchAs):
        fits = True if pattern.pattern is None else matches(m, pattern.pattern, value, frame)
        if pattern.name is not None and fits is not False:
            m.assign_name(frame, pattern.name, value)
        return fits
    if isinstance(pattern, tree.MatchValue):
        return m.equal(value, evaluate(m, pattern.value, frame))
    if isinstance(pattern, tree.MatchOr):
        return disj(*(matches(m, option, value, frame) for option in pattern.patterns))
    if isinstance(pattern, tree.MatchSequence):
        return _sequence(m, pattern, value, frame)
    if isinstance(pattern, tree.MatchClass):
        return _class(m, pattern, value, frame)
    if isinstance(pattern, tree.MatchMapping):
        return _mapping(m, pattern, value, frame)
    return new_flag("match")


def _sequence(m: Interpreter, pattern: tree.MatchSequence, value: Value, frame: Frame) -> Truth:
    if isinstance(value, str | bytes | int | float | None | DictObj):
        return False
    items = m.iterate(value)
    stars = [i for i, p in enumerate(pattern.items) if isinstance(p, tree.MatchStar)]
    if items is None:
        for part in pattern.items:
            name = getattr(part, "name", None)
            if name:
                m.assign_name(frame, name, m.unknown("matched part"))
        return new_flag("match")
    need = len(pattern.items) - len(stars)
    if len(items) < need or (not stars and len(items) != need):
        return False
    parts = list(items)
    if stars:
        start, count = stars[0], len(items) - need
        star = pattern.items[start]
        assert isinstance(star, tree.MatchStar)
        if star.name:
            m.assign_name(frame, star.name, m.list_of(parts[start : start + count]))
        parts[start : start + count] = []
    rest = [p for p in pattern.items if not isinstance(p, tree.MatchStar)]
    return conj(*(matches(m, p, part, frame) for p, part in zip(rest, parts, strict=True)))


def _class(m: Interpreter, pattern: tree.MatchClass, value: Value, frame: Frame) -> Truth:
    fits = m.truth(m.call(m.builtin("isinstance"), [value, evaluate(m, pattern.cls, frame)], {}))
    if fits is False:
        return False
    names = [name for name, _ in pattern.keywords]
    subs = [sub for _, sub in pattern.keywords]
    if pattern.patterns:
        order = m.match_args(value)
        if order is None:
            if len(pattern.patterns) == 1 and not names:
                return conj(fits, matches(m, pattern.patterns[0], value, frame))
            return new_flag("match")
        names = [*order[: len(pattern.patterns)], *names]
        subs = [*pattern.patterns, *subs]
    return conj(
        fits,
        *(
            matches(m, sub, m.get_attr(value, name), frame)
            for name, sub in zip(names, subs, strict=False)
        ),
    )


def _mapping(m: Interpreter, pattern: tree.MatchMapping, value: Value, frame: Frame) -> Truth:
    if not isinstance(value, DictObj):
        return new_flag("match")
    fits: Truth = True
    for key_node, sub in zip(pattern.keys, pattern.patterns, strict=True):
        key = evaluate(m, key_node, frame)
        item = value.entries.get(key, MISSING)
        if item is MISSING:
            return new_flag("match") if value.hides else False
        fits = conj(fits, presence.holds(m, value, key), matches(m, sub, item, frame))
    if pattern.rest:
        m.assign_name(frame, pattern.rest, m.unknown("rest of a mapping"))
    return fits
