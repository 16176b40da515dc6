"""functools, itertools, operator, copy, typing."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import iterators
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.own_names import changed_parameters, rename
from shapelint.interpreter.registry import Args, Kwargs, builtin, iterator
from shapelint.interpreter.representative import any_of, lose_length, now, read_anew
from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    ClassValue,
    DictObj,
    Function,
    Instance,
    ListObj,
    Memo,
    Partial,
    Property,
    SetObj,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    contents,
    new_list,
)
from shapelint.source.tree import FunctionDef
from shapelint.symbolic import new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

STATE = ("__getstate__", "__setstate__", "__reduce__", "__reduce_ex__", "__getnewargs__")
"""Methods that tell what a copy of an object is made of."""


@builtin("functools.partial", "functools.partialmethod")
def partial(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return Partial(args[0], tuple(args[1:]), tuple(kwargs.items()))


@builtin("functools.reduce")
def reduce(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.iterate(args[1])
    if items is None:
        return m.unknown("reduce over unknown length")
    queue = ([args[2]] if len(args) > 2 else []) + list(items)
    if not queue:
        m.diverge("TypeError")
    result = queue[0]
    for item in queue[1:]:
        result = m.call(args[0], [result, item], {})
    return result


def decorator(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A decorator that leaves behaviour alone, used plainly or with arguments."""
    if args and (m.is_callable(args[0]) or isinstance(m.resolve(args[0]), Instance)):
        rename(m, m.resolve(args[0]))
        return args[0]
    return Builtin("decorator", lambda m, args, kwargs: args[0])


for _name in (
    "functools.total_ordering", "abc.abstractmethod", "typing.overload", "typing.final", "typing.no_type_check", "typing.runtime_checkable",
    "torch.jit.script", "torch.jit.ignore", "torch.jit.export",
    "torch.jit.unused", "torch.compile", "torch.no_grad", "torch.enable_grad",
    "torch.inference_mode", "torch.compiler.disable", "torch._dynamo.disable", "torch.fx.wrap",
    "torch.jit.script_if_tracing", "torch.jit.interface",
    "torch.amp.autocast", "torch.autocast", "torch.autograd.no_grad",
):  # fmt: skip
    builtin(_name)(decorator)


@builtin("functools.cache")
def cache(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The function, as one that gives again what it has given for the same arguments."""
    return _cached(m, args[0], math.inf)


@builtin("functools.lru_cache")
def lru_cache(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if args and m.is_callable(m.resolve(args[0])):
        return _cached(m, args[0], 128)
    most = m.resolve(args[0] if args else kwargs.get("maxsize", 128))
    kept = math.inf if most is None else most if isinstance(most, int) else 1
    return Builtin("lru_cache", lambda m, args, kwargs: _cached(m, args[0], kept))


def _cached(m: Interpreter, function: Value, most: float) -> Value:
    function = m.resolve(function)
    return replace(function, memo=Memo(most)) if isinstance(function, Function) else function


@builtin("contextlib.contextmanager", "contextlib.asynccontextmanager")
def context_manager(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The function, as what is run around the body of a `with`."""
    function = m.resolve(args[0])
    if isinstance(function, Function) and isinstance(function.node, FunctionDef):
        return replace(function, is_context=function.node.is_generator)
    return m.unknown("a function that gives context managers")


@builtin("functools.wraps")
def wraps(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    wrapped = args[0] if args else kwargs.get("wrapped")
    return Builtin("wraps", lambda m, args, kwargs: _as_wrapper(m, args[0], wrapped))


@builtin("functools.update_wrapper")
def update_wrapper(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return _as_wrapper(m, args[0], args[1])


def _as_wrapper(m: Interpreter, wrapper: Value, wrapped: Value) -> Value:
    """The wrapper, with the name of what it wraps and with the way to it."""
    wrapped = m.resolve(wrapped)
    if isinstance(wrapper, Function) and isinstance(wrapped, Function):
        m.store.write(wrapper.attrs, "__wrapped__", wrapped)
        for name in ("__name__", "__qualname__", "__module__"):
            m.store.write(wrapper.attrs, name, m.get_attr(wrapped, name))
        for name, value in wrapped.attrs.items():
            if name not in wrapper.attrs:
                m.store.write(wrapper.attrs, name, value)
    return wrapper


@builtin("functools.cached_property")
def cached_property(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return Property(args[0], cached=True)


@builtin("typing.cast")
def cast(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return args[1]


@builtin("typing.TypeVar", "typing.NewType", "typing.ParamSpec")
def type_variable(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return TypeOf("object")


@builtin("itertools.chain")
def chain(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return chain_from(m, [TupleValue(tuple(args))], {})


@builtin("itertools.chain.from_iterable")
def chain_from(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    sources = iterators.iterator(m, args[0])
    state = contents({"now": None})

    def advance() -> Value:
        while True:
            item = MISSING if state["now"] is None else iterators.take(m, state["now"])
            if item is not MISSING:
                return item
            source = iterators.take(m, sources)
            if not iterators.is_item(source):
                return source
            m.store.write(state, "now", iterators.iterator(m, source))

    def rest() -> ListObj:
        return new_list(m.unknown("chain of unknown length"))

    return iterators.lazily("chain", iterators.Course(advance, rest, uses=tuple(args)))


def _combination(name: str) -> None:
    @iterator(f"itertools.{name}")
    def combine(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        parts = [m.iterate(a) for a in args]
        known = [p for p in parts if p is not None]
        if name == "product" and len(known) == len(parts) and not kwargs:
            rows = list(itertools.islice(itertools.product(*known), 1025))
        elif name == "pairwise" and known:
            rows = list(itertools.pairwise(known[0]))
        elif name in ("combinations", "permutations") and known and type(args[1]) is int:
            rows = list(itertools.islice(getattr(itertools, name)(known[0], args[1]), 1025))
        else:
            return new_list(m.unknown(f"itertools.{name}"))
        if len(rows) > 1024:
            return new_list(m.unknown("too many combinations"))
        return new_list([TupleValue(tuple(row)) for row in rows])


for _name in ("product", "pairwise", "combinations", "permutations"):
    _combination(_name)


@iterator("itertools.repeat")
def repeat(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if len(args) > 1 and type(args[1]) is int and args[1] <= 4096:
        return new_list([args[0]] * args[1])
    return new_list(lose_length(m, "endless repeat", args[0], now()))


@builtin("itertools.islice")
def islice(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    source = iterators.iterator(m, args[0])
    bounds = [m.decided(m.resolve(a)) for a in args[1:]]
    told = all(bound is None or type(bound) is int and bound >= 0 for bound in bounds)
    part = slice(*bounds) if told and 0 < len(bounds) < 4 and bounds[2:3] != [0] else None
    state = contents({"seen": 0})
    """How many items of the source were taken."""

    def advance() -> Value:
        while part is not None and type(seen := state["seen"]) is int:
            if part.stop is not None and seen >= part.stop:
                return MISSING
            m.store.write(state, "seen", seen + 1)
            item = iterators.take(m, source)
            ahead = seen - (part.start or 0)
            if not iterators.is_item(item) or (ahead >= 0 and ahead % (part.step or 1) == 0):
                return item
        return iterators.UNTOLD

    def rest() -> ListObj:
        return read_anew(m, "islice of unknown length", lambda: m.any_item(source))

    return iterators.lazily("islice", iterators.Course(advance, rest, uses=(source,)))


@builtin("itertools.cycle")
def cycle(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.iterate(args[0])
    if not items:
        return same_items(m, args, kwargs)
    state = contents({"at": 0})

    def advance() -> Value:
        at = m.decided(state["at"])
        if type(at) is not int:
            return iterators.UNTOLD
        m.store.write(state, "at", at + 1)
        return items[at % len(items)]

    def rest() -> ListObj:
        return read_anew(m, "the rest of a cycle", lambda: any_of(m, items))

    return iterators.lazily("cycle", iterators.Course(advance, rest, uses=(args[0],)))


@iterator("itertools.takewhile", "itertools.dropwhile")
def same_items(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    iterators.lose_track(m, args[-1])
    return read_anew(m, "an iterator of unknown length", lambda: m.any_item(args[-1]))


@iterator("itertools.count")
def count(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    lower = args[0] if args and type(args[0]) is int else None if args else 0
    return read_anew(m, "endless count", lambda: new_symbol("i", lower))


@builtin("types.MappingProxyType")
def mapping_proxy(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A view that is only read: what it shows is the mapping."""
    return args[0]


def _operator(name: str, op: str) -> None:
    @builtin(f"operator.{name}")
    def apply(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        return m.binary(op, args[0], args[1])


for _name, _op in (
    ("mul", "*"),
    ("add", "+"),
    ("sub", "-"),
    ("floordiv", "//"),
    ("truediv", "/"),
    ("matmul", "@"),
):
    _operator(_name, _op)


def _comparison(name: str, op: str) -> None:
    @builtin(f"operator.{name}")
    def apply(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        return m.compare_values(op, args[0], args[1])


for _name, _op in (
    ("lt", "<"),
    ("le", "<="),
    ("gt", ">"),
    ("ge", ">="),
    ("eq", "=="),
    ("ne", "!="),
    ("is_", "is"),
    ("is_not", "is not"),
):
    _comparison(_name, _op)


@builtin("operator.itemgetter")
def itemgetter(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    keys = list(args)

    def get(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        found = [m.get_item(args[0], key) for key in keys]
        return found[0] if len(found) == 1 else TupleValue(tuple(found))

    return Builtin("itemgetter", get)


def _is_copied_by_state(m: Interpreter, cls: ClassValue) -> bool:
    """Whether a class says itself what its copies are made of."""
    return any(m.is_function(lookup(cls, name)[0]) for name in STATE)


@builtin("copy.copy")
def copy(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.resolve(args[0])
    if isinstance(value, Instance):
        own, _ = lookup(value.cls, "__copy__")
        if m.is_function(own):
            return m.call(own, [value], {})
        if _is_copied_by_state(m, value.cls):
            return m.opaque(value.cls, "a copy that follows from its state")
        attrs = {**value.attrs, **changed_parameters(m, value)}
        return Instance(value.cls, attrs, dict(value.rule_envs))
    if isinstance(value, ListObj | SetObj):
        iterators.lose_track(m, value)
        return type(value)(dict(value.cell))
    if isinstance(value, DictObj):
        return DictObj(dict(value.entries), value.factory, value.type)
    return value


@builtin("copy.deepcopy")
def deepcopy(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return _deep(m, args[0], {})


def _deep(m: Interpreter, given: Value, memo: dict[int, Value]) -> Value:
    value = m.resolve(given)
    if id(value) in memo:
        return memo[id(value)]
    if isinstance(value, Instance):
        own, _ = lookup(value.cls, "__deepcopy__")
        if m.is_function(own):
            copy = memo[id(value)] = m.call(own, [value, DictObj({})], {})
            return copy
        if _is_copied_by_state(m, value.cls):
            memo[id(value)] = m.opaque(value.cls, "a copy that follows from its state")
            return memo[id(value)]
        made = Instance(value.cls, {}, dict(value.rule_envs))
        memo[id(value)] = made
        attrs = {**value.attrs, **changed_parameters(m, value)}
        made.attrs.update({k: _deep(m, v, memo) for k, v in attrs.items()})
        return made
    if isinstance(value, ListObj):
        items = value.items
        fresh = ListObj(dict(value.cell))
        memo[id(value)] = fresh
        fresh.cell["items"] = (
            items if isinstance(items, Unknown) else tuple(_deep(m, v, memo) for v in items)
        )
        return fresh
    if isinstance(value, DictObj):
        mapping = DictObj({}, value.factory, value.type)
        memo[id(value)] = mapping
        mapping.entries.update({k: _deep(m, v, memo) for k, v in value.entries.items()})
        return mapping
    if isinstance(value, SetObj):
        return SetObj(dict(value.cell))
    if isinstance(value, Tensor):
        copied = memo[id(value)] = replace(value)
        if id(given) in m.registered:
            m.registered[id(copied)] = copied, m.registered[id(given)][1]
        return copied
    if isinstance(value, TupleValue):
        return TupleValue(tuple(_deep(m, v, memo) for v in value.items), value.fields, value.cls)
    return value


__all__ = ["ClassValue"]
