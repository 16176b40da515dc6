"""Python's own builtin functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import counting, elements, enums, iterators
from shapelint.interpreter.builtins.abstract import is_called
from shapelint.interpreter.builtins.mathematics import as_ratio, floor, is_int, untold
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.comparing import plain_sequence
from shapelint.interpreter.enums import plain
from shapelint.interpreter.iteration import in_some_order
from shapelint.interpreter.iterators import UNTOLD, Course, in_step, is_item, lazily, most, take
from shapelint.interpreter.magnitude import makes_too_much
from shapelint.interpreter.registry import BUILTINS, Args, Kwargs, builtin, iterator
from shapelint.interpreter.representative import lose_length, now, read_anew
from shapelint.interpreter.sequences import open_sizes
from shapelint.interpreter.values import (
    MISSING,
    REST,
    BoundMethod,
    Choice,
    ClassMethod,
    ClassValue,
    DictObj,
    Dim,
    External,
    Formula,
    Instance,
    ListObj,
    Opaque,
    Property,
    RangeValue,
    Ratio,
    SetObj,
    SizeTuple,
    SliceValue,
    StaticMethod,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    is_exact,
    is_unknown_number,
    new_list,
    typed_list,
)
from shapelint.symbolic import (
    Truth,
    conj,
    disj,
    floordiv,
    maximum,
    minimum,
    negate,
    new_flag,
    new_symbol,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@builtin("len")
def len_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = plain(m.decided(m.resolve(args[0])))
    if isinstance(value, Tensor):
        return m.get_item(m.get_attr(value, "shape"), 0)
    if isinstance(value, SizeTuple):
        return m.store.facts.shape(value.shape).rank_size
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Instance):
        method, _ = lookup(value.cls, "__len__")
        if method is not MISSING and not isinstance(method, Unknown):
            return m.call(method, [value], {})
        return m.unknown(f"length of {value.cls.name}")
    if (
        isinstance(value, RangeValue)
        and value.step == 1
        and is_int(value.start)
        and is_int(value.stop)
    ):
        return maximum(value.stop - value.start, 0)
    if isinstance(value, Unknown):
        found = value.attrs.get("len()", MISSING)
        if found is MISSING:
            found = value.attrs["len()"] = new_symbol(f"len({value.hint or '…'})", lower=0)
        return found
    items = m.members(value)
    if items is not None:
        return len(items)
    held = value.items if isinstance(value, ListObj) and not iterators.is_iterator(value) else None
    if isinstance(held, Unknown):
        return counting.named(m, held, free=True)
    return new_symbol("len", lower=0)


@builtin("range")
def range_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    parts = [m.decided(m.resolve(a)) for a in args]
    if not 0 < len(parts) < 4:
        m.diverge("TypeError")
    if len(parts) == 1:
        parts = [0, *parts]
    return RangeValue(*parts, *([1] if len(parts) == 2 else []))


@builtin("enumerate")
def enumerate_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    source = iterators.iterator(m, args[0])
    state = {"next": args[1] if len(args) > 1 else kwargs.get("start", 0)}

    def advance() -> Value:
        item, i = take(m, source), state["next"]
        if not is_item(item):
            return item
        m.store.write(state, "next", m.binary("+", i, 1))
        return TupleValue((i, item))

    def rest() -> ListObj:
        def read() -> Value:
            return TupleValue((new_symbol("i", lower=0), m.any_item(source)))

        return read_anew(m, "enumerate of unknown length", read)

    return lazily("enumerate", Course(advance, rest, lambda: most(source), (source,)))


@builtin("zip")
def zip_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    sources = [iterators.iterator(m, a) for a in args]

    def rest() -> ListObj:
        def read() -> Value:
            return TupleValue(tuple(map(m.any_item, sources)))

        return read_anew(m, "zip of unknown length", read)

    return lazily("zip", in_step(m, sources, TupleValue, rest))


@builtin("map")
def map_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    function, *sources = args[0], *(iterators.iterator(m, a) for a in args[1:])

    def apply(items: tuple[Value, ...]) -> Value:
        return m.call(function, list(items), {})

    def rest() -> ListObj:
        began, facts = now(), m.store.facts
        item = apply(tuple(map(m.any_item, sources)))
        lost = lose_length(m, "map over unknown length", item, began)
        m.store.facts = facts
        return new_list(lost)

    return lazily("map", in_step(m, sources, apply, rest, function))


@builtin("filter")
def filter_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    test, source = args[0], iterators.iterator(m, args[1])

    def advance() -> Value:
        while is_item(item := take(m, source)):
            truth = m.store.facts.truth(m.truth(item if test is None else m.call(test, [item], {})))
            if truth is not False:
                return item if truth is True else UNTOLD
        return item

    def rest() -> ListObj:
        return read_anew(m, "filter of unknown length", lambda: m.any_item(source))

    return lazily("filter", Course(advance, rest, lambda: most(source), (source, test)))


@iterator("reversed")
def reversed_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    own = lookup(value.cls, "__reversed__")[0] if isinstance(value, Instance) else MISSING
    if own is not MISSING:
        value = m.call(own, [value], {})
        items = m.iterate(value)
        return m.unknown("what goes backwards") if items is None else new_list(items)
    items = m.iterate(value)
    if items is None:
        return read_anew(m, "reversed of unknown length", lambda: m.any_item(args[0]))
    return new_list(items[::-1])


@builtin("sorted")
def sorted_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.members(args[0])
    if items is None:
        return read_anew(m, "sorted of unknown length", lambda: m.any_item(args[0]))
    keys = [m.call(kwargs["key"], [i], {}) if kwargs.get("key") else i for i in items]
    exact = all(isinstance(k, int | float | str) for k in keys)
    if exact and isinstance(kwargs.get("reverse", False), bool):
        try:
            order = sorted(
                range(len(items)), key=lambda i: keys[i], reverse=kwargs.get("reverse", False)
            )
            return new_list([items[i] for i in order])
        except TypeError:
            m.diverge("TypeError")
    if len(items) < 2 or all(is_exact(i) or isinstance(i, Dim | Opaque) for i in items):
        return new_list(in_some_order(m, items))
    return new_list(m.unknown("sorted by unknown keys"))


@builtin("sum")
def sum_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.members(args[0])
    if items is None:
        return m.unknown("sum of unknown length")
    result: Value = args[1] if len(args) > 1 else kwargs.get("start", 0)
    for item in items:
        result = m.binary("+", result, item)
    return result


def _extreme_by(m: Interpreter, name: str, items: tuple[Value, ...], key: Value) -> Value:
    """The first of the items that have the greatest, or the least, key."""
    keys = [m.decided(m.resolve(m.call(key, [item], {}))) for item in items]
    if all(isinstance(k, int | float) for k in keys) or all(isinstance(k, str) for k in keys):
        return items[keys.index((max if name == "max" else min)(keys))]
    return m.unknown(f"{name} by unknown keys")


def _extreme(name: str) -> None:
    @builtin(name)
    def extreme(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        items = (
            m.members(args[0]) if len(args) == 1 else tuple(m.decided(m.resolve(a)) for a in args)
        )
        if items and kwargs.keys() == {"key"}:
            return _extreme_by(m, name, items, kwargs["key"])
        if not items or kwargs:
            return m.unknown(f"{name} of unknown values")
        if all(is_int(i) for i in items):
            return (maximum if name == "max" else minimum)(*items)
        if all(isinstance(i, int | float | str) for i in items):
            try:
                return (max if name == "max" else min)(items)
            except TypeError:
                m.diverge("TypeError")
        return untold(m, name, extreme, list(items))


_extreme("max")
_extreme("min")


def rest_of(m: Interpreter, value: Value) -> None:
    """Something has gone over an iterator, not to its end perhaps."""
    value = m.decided(m.resolve(value))
    if iterators.is_iterator(value):
        m.store.write(value.cell, "items", m.unknown("the rest of an iterator"))


def _quantifier(name: str) -> None:
    @builtin(name)
    def quantify(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        items = m.members(args[0])
        rest_of(m, args[0])
        if items is None:
            return new_flag(name)
        return (conj if name == "all" else disj)(*map(m.truth, items))


_quantifier("all")
_quantifier("any")


@builtin("abs")
def abs_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    if isinstance(value, int | float):
        return abs(value)
    if isinstance(value, Dim):
        return maximum(value, -value)
    return value if isinstance(value, Tensor) else untold(m, "abs", abs_, [value])


@builtin("round")
def round_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    digits = m.decided(m.resolve(args[1])) if len(args) > 1 else kwargs.get("ndigits")
    if isinstance(value, int | float) and isinstance(digits, int | None):
        return round(value, digits)
    if isinstance(value, Dim) and (digits is None or isinstance(digits, int) and digits >= 0):
        return value
    if isinstance(digits, int):
        return untold(m, "round", round_, [value, digits])
    return m.unknown("round of an unknown number")


@builtin("pow")
def pow_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.binary("**", args[0], args[1])


@builtin("divmod")
def divmod_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return TupleValue((m.binary("//", args[0], args[1]), m.binary("%", args[0], args[1])))


@builtin("int")
def int_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if not args:
        return 0
    value = plain(m.decided(m.resolve(args[0])))
    if isinstance(value, int | float | str):
        bases = [m.decided(m.resolve(base)) for base in (*args[1:], *kwargs.values())]
        if not all(type(base) is int for base in bases):
            return m.unknown("int of a text to an unknown base", "int")
        try:
            return int(value, *bases)  # type: ignore[arg-type]
        except (ValueError, OverflowError, TypeError):
            m.diverge("ValueError")
    if isinstance(value, Dim):
        return value
    if isinstance(value, Formula):
        return m.merge(value, 1, 0)
    if isinstance(value, Tensor):
        return int_(m, [elements.as_number(m, value, "int")], {})
    if isinstance(value, Ratio):
        low = m.store.facts.bounds(value.numerator)[0]
        if low is not None and low >= 0:
            return floor(value)
    if _is_never_told(value):
        return new_symbol("int", lower=None, free=False)
    return (
        new_symbol("int", lower=None)
        if isinstance(value, Ratio | Tensor)
        else m.unknown("int of an unknown value", "int", (lambda m, x: int_(m, [x], {}), (value,)))
    )


def _is_never_told(value: Value) -> bool:
    """Whether it is an unknown number that no size goes into, so that it will not become known."""
    if not is_unknown_number(value):
        return False
    operands = () if value.recipe is None else value.recipe[1]
    return all(is_exact(operand) or _is_never_told(operand) for operand in operands)


@builtin("float")
def float_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0])) if args else 0.0
    if isinstance(value, int | float | str):
        try:
            return float(value)
        except ValueError:
            m.diverge("ValueError")
    if isinstance(value, Tensor):
        return float_(m, [elements.as_number(m, value, "float")], {})
    if is_unknown_number(value):
        return value
    ratio = as_ratio(value)
    if ratio is not None:
        return ratio
    return m.opaque(
        "number", "float of an unknown value", recipe=(lambda m, v: float_(m, [v], {}), (value,))
    )


@builtin("bool")
def bool_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.truth(args[0]) if args else False


@builtin("str", "repr")
def str_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0])) if args else ""
    if isinstance(value, Instance) and value.cls.kind == "enum":
        return enums.text(m, value)
    if isinstance(value, ListObj | TupleValue):
        plain = plain_sequence(m, value)
        lost = plain is None or makes_too_much("str", [plain])
        return m.unknown("text", "str") if lost else str(plain)
    if isinstance(value, Instance):
        method, _ = lookup(value.cls, "__str__")
        if m.is_function(method):
            return m.call(BoundMethod(method, value), [], {})
    return str(value) if isinstance(value, str | int | float | None) else m.unknown("text", "str")


def _sequence(name: str) -> None:
    @builtin(name)
    def make(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        value = m.decided(m.resolve(args[0])) if args else TupleValue(())
        if name == "tuple" and isinstance(value, TupleValue):
            return value
        items = m.iterate(value)
        if items is None:
            sizes = open_sizes(m, value)
            if sizes is not None:
                return sizes if name == "tuple" else new_list(sizes)
            lost = m.unknown(f"{name} of unknown length")
            if isinstance(value, ListObj) and isinstance(value.items, Unknown):
                lost.attrs.update(value.items.attrs)  # an iterator is not followed any more
            return lost if name == "tuple" else new_list(lost)
        return TupleValue(items) if name == "tuple" else new_list(items)


_sequence("list")
_sequence("tuple")


@builtin("set")
def set_(m: Interpreter, args: Args, kwargs: Kwargs) -> SetObj:
    items = m.members(args[0]) if args else ()
    return SetObj(
        {"items": m.unknown("set of unknown size") if items is None else m.distinct(list(items))}
    )


@builtin("frozenset")
def frozenset_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    made = set_(m, args, kwargs)
    made.cell["type"] = "frozenset"
    return made


@builtin("iter")
def iter_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if len(args) > 1:
        m.forget_arguments(args, {})
        return typed_list("iterator", m.unknown("what a function gives each time"))
    return iterators.iterator(m, args[0])


@builtin("next")
def next_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    item = take(m, value)
    if item is UNTOLD:
        m.doubts += 1  # it may be at its end
        return m.any_item(value)
    if item is not MISSING:
        return item
    if len(args) < 2:
        m.diverge("StopIteration")
    return args[1]


@builtin("dir")
def dir_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The names of a framework's module that are known; there are others."""
    value = m.resolve(args[0]) if args else None
    known = [*m.rulebook.names(), *BUILTINS] if isinstance(value, External) else []
    names = {
        name.rpartition(".")[2]
        for name in known
        if name.rpartition(".")[0] == getattr(value, "dotted", "")
    }
    return DictObj({**dict.fromkeys(names), REST: m.unknown("other names")})


@builtin("locals")
def locals_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The names of the running function, as they are now."""
    return DictObj(dict(m.stack[-1].vars)) if m.stack else m.unknown("locals")


@builtin("getattr")
def getattr_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if not isinstance(args[1], str):
        return m.unknown("getattr of an unknown name")
    if len(args) > 2:
        has = m.has_attr(args[0], args[1])
        if has is False:
            return args[2]
        if has is None and not isinstance(args[0], External):
            return m.choose(
                m.flag(("hasattr", m.identity(args[0]), args[1]), args[0], f"has {args[1]}"),
                lambda: m.get_attr(args[0], args[1]),
                lambda: args[2],
            )
    return m.get_attr(args[0], args[1])


@builtin("hasattr")
def hasattr_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    if not isinstance(args[1], str):
        return new_flag("hasattr")
    return _has(m, args[0], args[1])


def _has(m: Interpreter, value: Value, name: str) -> Truth:
    value = m.decided(m.resolve(value))
    if isinstance(value, Choice):
        return m.truth_of_choice(value, lambda side: _has(m, side, name))
    has = m.has_attr(value, name)
    if has is not None:
        return has
    return m.flag(("hasattr", m.identity(value), name), value, f"has {name}")


@builtin("setattr")
def setattr_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    name, target = m.decided(m.resolve(args[1])), m.resolve(args[0])
    if isinstance(name, str):
        m.set_attr(target, name, args[2])
    elif isinstance(target, Instance):
        m.store.write(target.attrs, REST, m.unknown("attributes set under unknown names"))
    return None


@builtin("delattr")
def delattr_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    name, target = m.decided(m.resolve(args[1])), m.resolve(args[0])
    if isinstance(name, str):
        m.delete_attr(target, name)
    elif isinstance(target, Instance):
        m.forget_object(target)
    return None


@builtin("callable")
def callable_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    if m.is_callable(value):
        return True
    if isinstance(value, Instance):
        found = is_called(value.cls)
        return new_flag("callable") if found is None else found
    if isinstance(value, int | float | str | None | Tensor | TupleValue | ListObj | DictObj | Dim):
        return False
    return m.flag(("callable", m.identity(value)), value, "callable")


@builtin("property")
def property_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    given = dict(zip(("fget", "fset", "fdel"), args, strict=False)) | kwargs
    return Property(given.get("fget"), given.get("fset"), given.get("fdel"))


@builtin("staticmethod")
def staticmethod_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return StaticMethod(args[0])


@builtin("classmethod")
def classmethod_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return ClassMethod(args[0])


@builtin("super")
def super_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    from shapelint.interpreter.values import Super

    if len(args) == 2 and isinstance(args[0], ClassValue):
        return Super(args[0], args[1])
    return m.unknown("super")


@builtin("slice")
def slice_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    parts = list(args) if len(args) > 1 else [None, *args]
    return SliceValue(*parts, *([None] * (3 - len(parts))))


@builtin("print", "breakpoint")
def silent(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return None


@builtin(
    "id",
    "hash",
    "input",
    "globals",
    "eval",
    "exec",
    "compile",
    "bytes",
    "memoryview",
    "complex",
    "format",
)
def opaque(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.unknown("a builtin that is not modelled")


@builtin(
    "sys.exit", "os._exit", "os.abort", "exit", "quit",
    "pytest.skip", "pytest.fail", "pytest.xfail", "pytest.exit",
)  # fmt: skip
def end(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Nothing comes after it."""
    m.diverge("SystemExit")
    return None


@builtin("vars")
def vars_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.get_attr(args[0], "__dict__") if args else m.unknown("local names")


@builtin("object")
def object_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return Instance(ClassValue("object", (), {}, "builtins"), {})


@builtin("chr", "hex", "bin")
def character(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.opaque("str", "a character")


@builtin("ord")
def ordinal(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    return ord(value) if isinstance(value, str) and len(value) == 1 else new_symbol("ord", 0)


__all__ = ["BUILTINS", "BoundMethod", "External", "floordiv", "negate"]
