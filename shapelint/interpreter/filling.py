"""Lists that grow by what is appended to them a number of times that is not known."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, TypeGuard

from shapelint.interpreter.aliases import objects, remember
from shapelint.interpreter.representative import (
    Another,
    Items,
    Since,
    any_given,
    any_of,
    now,
    or_given,
)
from shapelint.interpreter.values import (
    ADDS,
    COUNT,
    EACH,
    EARLIER,
    FILLING,
    GIVEN,
    GROWN,
    HOPED,
    ITEM,
    MISSING,
    SOME,
    TAKEN,
    Tensor,
    Unknown,
    Value,
)
from shapelint.symbolic import Size

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def filling(
    m: Interpreter, since: Since, given: Items, before: Unknown | None = None, hope: bool = False
) -> Unknown:
    """The contents of a list that the rounds of a loop fill, at the start of a round: what was `given` when the
    loop began, and items like that of the round `before`, which stands for all. In `hope`, the items are taken to
    be as those given."""
    lost = m.unknown("a list that a loop fills")
    lost.attrs[FILLING], lost.attrs[GIVEN], lost.attrs[TAKEN] = since, given, 0
    if isinstance(given, tuple):
        remember(lost, objects(m, given))
    else:
        lost.objects = given.objects
    if before is not None and ITEM in before.attrs:
        lost.attrs[EARLIER] = before.attrs[ITEM]
        lost.attrs[ADDS], lost.attrs[EACH] = before.attrs[ADDS], before.attrs[TAKEN]
    elif hope and given != ():
        lost.attrs[EARLIER] = (any_given(m, given), since)
    lost.attrs[HOPED] = hope and given != ()
    return lost


def goes_on(m: Interpreter, contents: Unknown, given: Items, new: Unknown) -> bool:
    """Whether a round that began with such contents has borne out what was hoped for."""
    if not is_hope(contents):
        return True
    one = any_given(m, given)
    return isinstance(one, Tensor) and m.same(one, new.attrs[ITEM][0])


def without_hope(m: Interpreter, contents: Unknown) -> Unknown:
    """The same at the start of a round, where no round has borne out what was hoped for."""
    since, given = contents.attrs[FILLING], contents.attrs[GIVEN]
    return filling(m, since, given) if is_hope(contents) else contents


def check_hope(
    m: Interpreter,
    changed: list[tuple[dict[Any, Value], object, Value, Value]],
    lists: dict[int, tuple[dict[Any, Value], Value]],
) -> None:
    """Give up what is hoped for of lists, unless a round that starts from all that is forgotten bears it out."""
    for container, key, old, new in changed:
        if key == "items" and id(container) in lists and is_hope(old):
            given = lists[id(container)][1]
            if not (grows(old, new) and goes_on(m, old, given, new)):
                break
    else:
        return
    for container, _ in lists.values():
        if is_filling(container["items"]):
            m.store.write(container, "items", without_hope(m, container["items"]))


def is_hope(contents: Value) -> bool:
    return isinstance(contents, Unknown) and contents.attrs.get(HOPED, False) is True


def is_filling(value: Value) -> TypeGuard[Unknown]:
    return isinstance(value, Unknown) and FILLING in value.attrs


def is_told(contents: Value) -> TypeGuard[Unknown]:
    """Whether contents of unknown length tell what their items are, or what is added to them."""
    return isinstance(contents, Unknown) and (ITEM in contents.attrs or is_filling(contents))


def appended(
    m: Interpreter,
    contents: Unknown,
    item: Value,
    sure: bool = True,
    count: Size | None = 1,
) -> Unknown:
    """With one item more, or with `count` like it; if it is not `sure`, with none or some."""
    key = TAKEN if is_filling(contents) else COUNT
    told = contents.attrs.get(key)
    kept = contents.attrs.get(ITEM)
    since: Since = contents.attrs[FILLING] if kept is None else kept[1]
    lost = m.unknown(contents.why)
    # a round may go on to fill a dict that it has appended, or leave a name for it
    item = Another(m, since, dicts_are_done=False)(item)
    lost.attrs[ITEM] = (item if kept is None else any_of(m, (kept[0], item)), since)
    lost.attrs[GROWN] = contents
    lost.attrs[key] = None if told is None or count is None else told + count
    lost.objects = contents.objects
    if is_filling(contents):
        lost.attrs[FILLING], lost.attrs[GIVEN] = since, contents.attrs[GIVEN]
        lost.attrs[ADDS] = sure or kept is not None and contents.attrs[ADDS]
    else:
        lost.attrs[SOME] = sure or is_some(contents)
    return lost


def extended(m: Interpreter, contents: Unknown, more: Value) -> Unknown | None:
    """With what another sequence holds; None where that is not told."""
    if isinstance(more, tuple):
        return reduce(lambda longer, item: appended(m, longer, item), more, contents)
    if is_told(more) and not is_filling(more):
        return appended(m, contents, any_given(m, more), is_some(more), more.attrs.get(COUNT))
    return None


def grows(old: Value, new: Value) -> bool:
    """Whether contents are others with more added at their end."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(new) > len(old) and all(a is b for a, b in zip(old, new, strict=False))
    while new is not old and isinstance(new, Unknown):
        new = new.attrs.get(GROWN, MISSING)
    return new is old is not MISSING


def filled(m: Interpreter, contents: Unknown, some: bool, rounds: Size | None) -> Unknown:
    """What a list holds after such a loop; `some` where a round is sure to have been run to its end, `rounds` how
    many have, if that is told."""
    given, adds = contents.attrs[GIVEN], some and contents.attrs.get(ADDS, False)
    if EARLIER not in contents.attrs:
        return m.unknown(contents.why)
    item, since = contents.attrs[EARLIER]
    each = contents.attrs.get(EACH)
    count = None if rounds is None or each is None else rounds * each
    if is_filling(given):
        return appended(m, given, Another(m, since)(item), adds, count)
    lost = m.unknown(contents.why)
    lost.objects = contents.objects
    lost.attrs[ITEM] = (or_given(m, given, item), since)
    lost.attrs[SOME] = adds or _are_some(given)
    lost.attrs[GROWN] = given
    before = len(given) if isinstance(given, tuple) else given.attrs.get(COUNT)
    lost.attrs[COUNT] = None if count is None or before is None else before + count
    return lost


def either_contents(m: Interpreter, a: Items, b: Items) -> Unknown | None:
    """What a list holds that is filled in two ways; None where nothing can be told of its items."""
    for less, more in ((a, b), (b, a)):
        if isinstance(more, Unknown) and grows(less, more):
            adds = isinstance(less, Unknown) and less.attrs.get(ADDS, False)
            others = {ADDS: adds, SOME: _are_some(less), TAKEN: None, COUNT: None}
            return _like(m, more, others)
    if is_filling(a) and is_filling(b):
        return _either_filling(m, a, b)
    if is_filling(a) or is_filling(b):
        return None
    since = now()
    told = [any_given(m, contents) for contents in (a, b) if contents != ()]
    item = any_of(m, told)
    if not isinstance(item, Tensor):
        return None
    lost = m.unknown("a list whose length depends on a condition")
    lost.attrs[ITEM], lost.attrs[SOME] = (item, since), _are_some(a) and _are_some(b)
    lost.attrs[GROWN] = next(
        (less for less, more in ((a, b), (b, a)) if grows(less, more)), MISSING
    )
    return lost


def together(m: Interpreter, a: Items, b: Items) -> Unknown | None:
    """What a list holds that is put together of two; None where it is not told that its items are tensors or numbers
    alike."""
    since = now()
    if any(
        isinstance(part, Unknown) and (ITEM not in part.attrs or is_filling(part))
        for part in (a, b)
    ):
        return None
    items = [any_given(m, part) for part in (a, b) if part != ()]
    item = any_of(m, items)
    if not isinstance(item, Tensor) and not m.is_any_number(item):
        return None
    lost = m.unknown("a list put together of two")
    lost.attrs[ITEM], lost.attrs[SOME] = (item, since), _are_some(a) or _are_some(b)
    first, second = (len(p) if isinstance(p, tuple) else p.attrs.get(COUNT) for p in (a, b))
    lost.attrs[COUNT] = None if first is None or second is None else first + second
    lost.objects = objects(m, items)
    return lost


def _either_filling(m: Interpreter, a: Unknown, b: Unknown) -> Unknown | None:
    """What a round adds on either side of a condition."""
    begun = a.attrs.get(GROWN)
    if begun is None or begun is not b.attrs.get(GROWN):
        return None
    (one, since), (other, _) = a.attrs[ITEM], b.attrs[ITEM]
    taken = a.attrs[TAKEN] if a.attrs[TAKEN] == b.attrs[TAKEN] else None
    lost = _like(m, a, {ADDS: a.attrs[ADDS] and b.attrs[ADDS], TAKEN: taken})
    lost.attrs[ITEM] = any_of(m, (one, other)), since
    return lost


def _like(m: Interpreter, contents: Unknown, told: dict[str, bool | Size | None]) -> Unknown:
    lost = m.unknown(contents.why)
    lost.attrs.update(contents.attrs | told)
    lost.objects = contents.objects
    return lost


def _are_some(contents: Items) -> bool:
    return is_some(contents) if isinstance(contents, Unknown) else contents != ()


def is_some(contents: Unknown) -> bool:
    """Whether contents of unknown length hold something for certain."""
    return contents.attrs.get(SOME, False) is True
