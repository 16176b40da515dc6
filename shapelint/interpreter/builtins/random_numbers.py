"""`random`, and clocks: numbers and items of which no more is known than where they come from
(https://docs.python.org/3/library/random.html, https://docs.python.org/3/library/time.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.between import between
from shapelint.interpreter.counting import uncounted
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.representative import any_item, any_of, lose_length, now
from shapelint.interpreter.values import (
    COUNT,
    SOME,
    External,
    ListObj,
    RangeValue,
    Unknown,
    Value,
    new_list,
)
from shapelint.symbolic import new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_PICKED, FEW_PICKED = 1024, 16


@builtin("random.Random", "random.SystemRandom")
def generator(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Has the functions of the module as its methods."""
    return External("random")


@builtin(
    "random.random", "random.uniform", "random.gauss", "random.normalvariate", "random.triangular",
    "random.betavariate", "random.expovariate", "random.gammavariate", "random.lognormvariate",
    "random.vonmisesvariate", "random.paretovariate", "random.weibullvariate", "random.binomialvariate",
)  # fmt: skip
def number(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.opaque("number", "a random number", free=True)


@builtin(
    *(f"time.{name}{unit}" for name in ("time", "perf_counter", "monotonic", "process_time") for unit in ("", "_ns")),
    "timeit.default_timer",
)  # fmt: skip
def clock(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.opaque("number", "a time", free=True)


@builtin("random.randint")
def randint(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    given = dict(zip("ab", args, strict=False)) | kwargs
    return _between(m, *(m.decided(m.resolve(given.get(name))) for name in "ab"))


@builtin("random.randrange")
def randrange(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    bounds = [m.decided(m.resolve(v)) for v in args]
    low, high = (0, bounds[0]) if len(bounds) == 1 else (bounds[0], bounds[1])
    return _between(m, low, m.binary("-", high, 1))


@builtin("random.getrandbits")
def getrandbits(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return new_symbol("bits", 0)


def _between(m: Interpreter, low: Value, high: Value) -> Value:
    """An integer of these bounds, which it may be itself."""
    if not m.is_size(low) or not m.is_size(high):
        return m.opaque("number", "a random number", free=True)
    return between(m, low, high + 1, "random")


@builtin("random.choice")
def choice(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return any_item(m, _any_of(m, args[0]))


@builtin("random.sample")
def sample(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return _several(m, args[0], args[1] if len(args) > 1 else kwargs.get("k"))


@builtin("random.choices")
def choices(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return _several(m, args[0], kwargs.get("k", 1))


@builtin("random.shuffle")
def shuffle(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What stood at one place may stand at any."""
    target = m.decided(m.resolve(args[0]))
    items = m.iterate(target)
    if not isinstance(target, ListObj) or items is None:
        m.forget(target)
        return None
    if all(item is items[0] for item in items):
        return None
    lost = _any_of(m, target)
    told = tuple(any_item(m, lost) for _ in items) if len(items) <= MAX_PICKED else lost
    m.store.write(target.cell, "items", told)
    return None


def _several(m: Interpreter, source: Value, count: Value) -> ListObj:
    """Numbers are told one by one, where they are not too many; of others so few only."""
    lost, count = _any_of(m, source), m.decided(m.resolve(count))
    most = MAX_PICKED if m.is_any_number(any_item(m, lost)) else FEW_PICKED
    if isinstance(count, int) and 0 <= count <= most:
        return new_list([any_item(m, lost) for _ in range(count)])
    if m.is_size(count):
        lost.attrs[COUNT], lost.attrs[SOME] = count, isinstance(count, int) and count > 0
    return new_list(lost)


def _any_of(m: Interpreter, source: Value) -> Unknown:
    """A sequence of unknown length with items that each may be any of the source's."""
    source, began = m.decided(m.resolve(source)), now()
    if isinstance(source, RangeValue) and source.step == 1:
        item = _between(m, source.start, m.binary("-", source.stop, 1))
        return lose_length(m, "some of a range", item, began)
    items = m.iterate(source)
    if items:
        return lose_length(m, "some of a list", any_of(m, items), began)
    held = source.items if isinstance(source, ListObj) else None
    return uncounted(held) if isinstance(held, Unknown) else m.unknown("some item", free=True)
