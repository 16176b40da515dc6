"""`re.match`, `search` and `fullmatch` of exact texts, and the match they give; `fnmatch` of exact names."""

from __future__ import annotations

import fnmatch
import re
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import (
    Builtin,
    ClassValue,
    DictObj,
    Instance,
    TupleValue,
    Value,
    new_list,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MATCH = ClassValue("Match", (), {}, "re")
MAX_TEXT = 1000


def _matching(name: str) -> None:
    @builtin(f"re.{name}")
    def call(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        pattern, text = m.decided(m.resolve(args[0])), m.decided(m.resolve(args[1]))
        if not isinstance(pattern, str) or not isinstance(text, str) or len(text) > MAX_TEXT:
            return m.unknown(f"re.{name} of an unknown text")
        if len(args) > 2 or kwargs:
            return m.unknown(f"re.{name} with flags")
        try:
            found = getattr(re, name)(pattern, text)
        except re.error:
            m.diverge("error")
        return None if found is None else _match(found)


for _name in ("match", "search", "fullmatch"):
    _matching(_name)


def _match(found: re.Match[str]) -> Value:
    """A match: its methods answer what Python's would."""

    def method(name: str) -> Value:
        def call(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
            given: list[Any] = [m.decided(m.resolve(a)) for a in args]
            if not all(isinstance(a, int | str) for a in given):
                return m.unknown(f"{name} of a match")
            try:
                result = getattr(found, name)(*given)
            except IndexError:
                m.diverge("IndexError")
            if isinstance(result, dict):
                return DictObj(dict(result))
            return TupleValue(result) if isinstance(result, tuple) else result

        return Builtin(name, call)

    names = ("group", "groups", "groupdict", "start", "end", "span")
    return Instance(MATCH, {name: method(name) for name in names})


@builtin("fnmatch.fnmatch", "fnmatch.fnmatchcase")
def fnmatch_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    name, pattern = (m.decided(m.resolve(a)) for a in args)
    if isinstance(name, str) and isinstance(pattern, str):
        return fnmatch.fnmatchcase(name, pattern)
    return m.flag(("fnmatch", m.identity(name), m.identity(pattern)), (name, pattern), "fnmatch")


@builtin("fnmatch.filter")
def fnmatch_filter(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    names, pattern = m.iterate(args[0]), m.decided(m.resolve(args[1]))
    texts = [n for n in names or () if isinstance(n, str)]
    if names is None or len(texts) != len(names) or not isinstance(pattern, str):
        return m.unknown("fnmatch.filter of unknown names")
    return new_list([n for n in texts if fnmatch.fnmatchcase(n, pattern)])
