"""Dicts and the mapping types of `collections` and `types`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shapelint.interpreter import aliases, presence
from shapelint.interpreter.dict_classes import contents
from shapelint.interpreter.overlaying import taken_over
from shapelint.interpreter.registries import complete, entry
from shapelint.interpreter.registry import Args, Kwargs, builtin, method
from shapelint.interpreter.spreading import as_mapping
from shapelint.interpreter.values import (
    MISSING,
    REST,
    ClassValue,
    DictObj,
    Instance,
    TupleValue,
    Unknown,
    Value,
    View,
    typed_list,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@builtin("collections.OrderedDict", "OrderedDict")
def ordered_dict(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    made = dict_(m, args, kwargs)
    made.type = "OrderedDict"
    return made


@builtin("dict")
def dict_(m: Interpreter, args: Args, kwargs: Kwargs) -> DictObj:
    result = DictObj({})
    if args:
        _fill(m, result, m.decided(m.resolve(args[0])))
    result.entries.update(kwargs)
    return result


def _fill(m: Interpreter, target: DictObj, source: Value) -> None:
    """Take over what a mapping or an iterable of pairs holds."""
    source = as_mapping(m, source)
    pairs = None if isinstance(source, DictObj) else m.iterate(source)
    if pairs is None:
        _lay_over(m, target, source)
        return
    for pair in pairs:
        parts = m.iterate(pair)
        key = MISSING if parts is None or len(parts) != 2 else m.key(parts[0])
        if key is MISSING or parts is None:
            _lay_over(m, target, m.unknown("unknown entries"))
        else:
            presence.put(m, target, key, parts[1])


def _lay_over(m: Interpreter, target: DictObj, source: Value) -> None:
    for key, value in taken_over(m, target.entries, source).items():
        m.store.write(target.entries, key, value)


@builtin("__contents__")
def contents_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    if isinstance(value, DictObj):
        return value
    return contents(m, value) if isinstance(value, Instance) else m.unknown("items of a mapping")


@builtin("collections.defaultdict")
def defaultdict(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    result = DictObj({}, args[0] if args else None, "defaultdict")
    if len(args) > 1:
        _fill(m, result, args[1])
    return result


@builtin("collections.deque")
def deque(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.iterate(args[0]) if args else ()
    limit = m.decided(m.resolve(args[1] if len(args) > 1 else kwargs.get("maxlen")))
    if items is None or not isinstance(limit, int | None):
        return typed_list("deque", m.unknown("deque"))
    made = typed_list("deque", items if limit is None else items[max(0, len(items) - limit) :])
    if limit is not None:
        made.cell["maxlen"] = limit
    return made


@builtin("types.SimpleNamespace", "argparse.Namespace")
def namespace(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return Instance(ClassValue("SimpleNamespace", (), {}, "types"), dict(kwargs))


@method("dict.get")
def get(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    default = args[2] if len(args) > 2 else kwargs.get("default")
    key = m.key(args[1])
    if key is MISSING:
        return m.unknown("value at an unknown key")
    found = entry(m, args[0], key)
    if found is not MISSING:
        return presence.or_else(m, presence.holds(m, args[0], key), found, default)
    return m.unknown(f"key {key!r} of a mapping", f"…[{key!r}]") if args[0].hides else default


@method("dict.setdefault")
def setdefault(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    key = m.key(args[1])
    found = MISSING if key is MISSING else args[0].entries.get(key, MISSING)
    value = args[2] if len(args) > 2 else None
    if found is not MISSING:
        there = presence.holds(m, args[0], key)
        if there is not True:
            presence.put(m, args[0], key, presence.or_else(m, there, found, value))
        return args[0].entries[key]
    if key is MISSING or args[0].hides:
        value = m.unknown("value of a mapping")
        value.objects = aliases.items(m, args[0])
    m.store.write(args[0].entries, REST if key is MISSING else key, value)
    return value


@method("dict.pop")
def pop(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    key = m.key(args[1])
    found = MISSING if key is MISSING else args[0].entries.get(key, MISSING)
    if found is not MISSING:
        there = presence.holds(m, args[0], key)
        presence.put(m, args[0], key, MISSING)
        return presence.or_else(m, there, found, args[2]) if len(args) > 2 else found
    if key is MISSING or args[0].hides:
        return m.unknown("value of a mapping")
    if len(args) > 2:
        return args[2]
    m.diverge("KeyError")
    return None


def _view(name: str, part: Callable[[tuple[Value, Value]], Value]) -> None:
    @method(f"dict.{name}")
    def view(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        mapping = args[0]
        complete(m, mapping)
        lost = m.unknown(name) if mapping.open else Unknown(name)
        return typed_list(f"dict_{name}", View(mapping, part, lost))


_view("keys", lambda pair: pair[0])
_view("values", lambda pair: pair[1])
_view("items", TupleValue)


@method("dict.update")
def update(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if len(args) > 1:
        source = as_mapping(m, m.decided(m.resolve(args[1])))
        pairs = None if isinstance(source, DictObj) else m.iterate(source)
        if pairs is None and not isinstance(source, DictObj):
            m.forget(args[0])
        else:
            _fill(m, args[0], source if pairs is None else TupleValue(pairs))
    for key, value in kwargs.items():
        presence.put(m, args[0], key, value)
    return None


@method("dict.copy")
def copy(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return DictObj(dict(args[0].entries), args[0].factory, args[0].type)


@method("dict.clear")
def clear(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    for key in list(args[0].entries):
        m.store.write(args[0].entries, key, MISSING)
    return None


@method("dict.popitem")
def popitem(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    pairs = list(args[0].pairs())
    if args[0].open or not pairs:
        m.forget(args[0])
        return m.unknown("popped item")
    key, value = pairs[-1]
    m.store.write(args[0].entries, key, MISSING)
    return TupleValue((key, value))
