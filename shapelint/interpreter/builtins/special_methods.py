"""The methods behind `[]`, `in`, `len` and `for`, called by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.registry import Args, Kwargs, method
from shapelint.interpreter.values import Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@method("list.__getitem__", "tuple.__getitem__", "dict.__getitem__")
def getitem(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.get_item(args[0], args[1])


@method("list.__setitem__", "dict.__setitem__")
def setitem(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    m.set_item(args[0], args[1], args[2])
    return None


@method("list.__delitem__", "dict.__delitem__")
def delitem(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    m.delete_item(args[0], args[1])
    return None


@method("list.__contains__", "tuple.__contains__", "dict.__contains__", "set.__contains__")
def contains(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.compare("in", args[1], args[0])


@method("list.__len__", "tuple.__len__", "dict.__len__", "set.__len__")
def length(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.call(m.builtin("len"), [args[0]], {})


@method("list.__iter__", "tuple.__iter__", "dict.__iter__", "set.__iter__")
def iterator(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.call(m.builtin("iter"), [args[0]], {})
