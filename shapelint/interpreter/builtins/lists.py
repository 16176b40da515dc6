"""Methods of lists, tuples and sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.between import between
from shapelint.interpreter.counting import uncounted
from shapelint.interpreter.filling import appended, extended, is_told
from shapelint.interpreter.magnitude import MAX_APPENDED
from shapelint.interpreter.registry import BUILTINS, Args, Kwargs, method
from shapelint.interpreter.sequences import joined
from shapelint.interpreter.values import ListObj, SetObj, SizeTuple, TupleValue, Unknown, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def _set(m: Interpreter, target: ListObj | SetObj, items: tuple[Value, ...]) -> None:
    m.store.write(target.cell, "items", items)


@method("list.append")
def append(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    held = args[0].cell["items"]
    if is_told(held):
        count = None if "maxlen" in args[0].cell else 1
        m.store.write(args[0].cell, "items", appended(m, held, args[1], count=count))
        return None
    is_long = isinstance(held, tuple) and len(held) >= MAX_APPENDED
    more = None if is_long else joined(m, ((True, args[0]), (False, args[1])))
    _extended(m, args[0], more)
    return None


@method("list.extend")
def extend(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    held, more = args[0].cell["items"], m.decided(m.resolve(args[1]))
    if is_told(held) and isinstance(more, ListObj | TupleValue):
        longer = extended(m, held, more.items)
        if longer is not None:
            longer = uncounted(longer) if "maxlen" in args[0].cell else longer
            m.store.write(args[0].cell, "items", longer)
            return None
    _extended(m, args[0], joined(m, ((True, args[0]), (True, args[1]))))
    return None


def _extended(m: Interpreter, target: ListObj, items: tuple[Value, ...] | SizeTuple | None) -> None:
    limit = target.cell.get("maxlen")
    if isinstance(items, tuple) and limit is not None:
        items = items[max(0, len(items) - limit) :]
    if items is not None:
        m.store.write(target.cell, "items", items)
    else:
        m.forget(target)


@method("list.insert")
def insert(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if args[1] == 0:
        _extended(m, args[0], joined(m, ((False, args[2]), (True, args[0]))))
    elif isinstance(args[0].items, Unknown) or type(args[1]) is not int:
        m.forget(args[0])
    else:
        items = list(args[0].items)
        items.insert(args[1], args[2])
        _set(m, args[0], tuple(items))
    return None


@method("list.appendleft")
def appendleft(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if args[0].cell.get("maxlen") is not None:
        m.forget(args[0])
    return insert(m, [args[0], 0, args[1]], {})


@method("list.popleft")
def popleft(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return pop(m, [args[0], 0], {})


@method("list.pop")
def pop(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    index = args[1] if len(args) > 1 else -1
    if isinstance(args[0].items, Unknown) or type(index) is not int:
        found = m.any_item(args[0])
        m.forget(args[0])
        return found
    items = list(args[0].items)
    if not -len(items) <= index < len(items):
        m.diverge("IndexError")
    found = items.pop(index)
    _set(m, args[0], tuple(items))
    return found


@method("list.remove")
def remove(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    place = index(m, args, {})
    if isinstance(place, int):
        _set(m, args[0], tuple(v for i, v in enumerate(args[0].items) if i != place))
    else:
        m.forget(args[0])
    return None


@method("list.sort")
def sort(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    ordered = m.call(m.builtin("sorted"), args, kwargs)
    m.store.write(args[0].cell, "items", ordered.items)
    return None


@method("list.rotate", "list.extendleft")
def rearranged(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    m.forget(args[0])
    return None


@method("list.reverse")
def reverse(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if isinstance(args[0].items, Unknown):
        m.forget(args[0])
    else:
        _set(m, args[0], args[0].items[::-1])
    return None


@method("list.clear", "set.clear")
def clear(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    _set(m, args[0], ())
    return None


@method("list.copy")
def copy(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return ListObj(dict(args[0].cell))


@method("list.index", "tuple.index")
def index(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    for i, item in enumerate(m.iterate(args[0]) or ()):
        truth = m.equal(item, args[1])
        if truth is True:
            return i
        if truth is not False:
            break
    length = BUILTINS["len"](m, args[:1], {})
    return between(m, 0, length, "index", free=False, sure=True)


@method("list.count", "tuple.count")
def count(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.iterate(args[0])
    truths = [m.equal(item, args[1]) for item in items or ()]
    if items is None or not all(isinstance(t, bool) for t in truths):
        return m.unknown("count of an item")
    return sum(t is True for t in truths)


@method("tuple.numel")
def numel(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if isinstance(args[0], SizeTuple):
        return m.store.facts.shape(args[0].shape).numel
    return m.call(m.external("math.prod"), [args[0]], {})
