"""Methods of `str` and functions of `re`, computed when everything is exact."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.enums import plain
from shapelint.interpreter.escaping import forget_callbacks
from shapelint.interpreter.iterators import is_iterator
from shapelint.interpreter.magnitude import makes_too_much
from shapelint.interpreter.registry import builtin, method
from shapelint.interpreter.values import ListObj, TupleValue, Unknown, Value, new_list
from shapelint.symbolic import new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

NAMES = (
    "lower", "upper", "strip", "lstrip", "rstrip", "split", "rsplit", "startswith", "endswith",
    "replace", "format", "join", "find", "rfind", "count", "title", "capitalize", "isdigit",
    "isalpha", "isidentifier", "partition", "rpartition", "removeprefix", "removesuffix", "zfill",
    "splitlines", "index", "islower", "isupper", "isnumeric", "encode", "casefold", "center",
    "ljust", "rjust", "swapcase", "translate",
)  # fmt: skip


PLACES = {"str.find": -1, "str.rfind": -1, "str.index": 0, "str.count": 0}
"""Methods that give an integer, and the least that it is."""


def exact(m: Interpreter, value: Value) -> Any:
    """The plain Python value, or an Unknown."""
    value = plain(m.decided(m.resolve(value)))
    if is_iterator(value):
        items = m.iterate(value)
        value = value if items is None else TupleValue(items)
    if isinstance(value, TupleValue | ListObj) and not isinstance(value.items, Unknown):
        parts = [exact(m, v) for v in value.items]
        lost = next((p for p in parts if isinstance(p, Unknown)), None)
        return lost or (tuple(parts) if isinstance(value, TupleValue) else parts)
    if isinstance(value, str | int | float | bool | None):
        return value
    return m.unknown("text", "str")


def _register(name: str) -> None:
    @method(f"str.{name}")
    def compute(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
        return _computed(m, f"str.{name}", getattr(str, name), args, kwargs)


def _computed(
    m: Interpreter,
    name: str,
    function: Callable[..., Any],
    args: list[Value],
    kwargs: dict[str, Value],
) -> Value:
    """A pure function of Python on exact values."""
    plain = [exact(m, a) for a in args]
    named = {k: exact(m, v) for k, v in kwargs.items()}
    given = [*plain, *named.values()]
    forget_callbacks(m, args, kwargs)
    lost = any(isinstance(v, Unknown) for v in given)
    if lost or makes_too_much(function.__name__, given):
        if name in PLACES:
            return new_symbol(name.removeprefix("str."), PLACES[name], free=False)
        return m.unknown(name, "str")
    try:
        result = function(*plain, **named)
    except (ValueError, TypeError, LookupError, re.error):
        m.diverge("ValueError")
    except AttributeError:  # `"{0.major}"`: plain values have less than what they stand for
        return m.unknown(name, "str")
    if isinstance(result, list):
        return new_list([TupleValue(r) if isinstance(r, tuple) else r for r in result])
    return TupleValue(result) if isinstance(result, tuple) else result


@builtin("str.__mod__")
def formatted(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """`"%d" % values`."""
    return _computed(m, "formatted text", str.__mod__, args, kwargs)


for _name in NAMES:
    _register(_name)


def _register_pattern(name: str) -> None:
    @builtin(f"re.{name}")
    def compute(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
        return _computed(m, f"re.{name}", getattr(re, name), args, kwargs)


for _name in ("split", "sub", "findall", "escape"):
    _register_pattern(_name)


@builtin("keyword.iskeyword")
def is_keyword(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    return _computed(m, "keyword.iskeyword", keyword.iskeyword, args, kwargs)
