"""Functions that give again what they have given for the same arguments (`functools.cache`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.functions import run_function
from shapelint.interpreter.values import (
    MISSING,
    DictObj,
    Function,
    Instance,
    ListObj,
    Memo,
    SetObj,
    TupleValue,
    Value,
)
from shapelint.symbolic import new_flag

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def memoized(
    m: Interpreter, function: Function, memo: Memo, bound: dict[str, Value], receiver: Value
) -> Value:
    """What a call gives: of the same arguments, what it has given before."""
    parts = [_key(m, value) for value in bound.values()]
    is_sure = all(sure for _, sure in parts)
    key = tuple(key for key, _ in parts), is_sure
    given = memo.get(key, MISSING)
    if given is MISSING:
        differs = not memo or is_sure and all(sure for _, sure in memo)
        given = (run_function if differs else _perhaps_again)(m, function, bound, receiver)
    m.store.write(memo, key, MISSING)
    m.store.write(memo, key, given)  # now it is the last one to be dropped
    while len(memo) > memo.most:
        m.store.write(memo, next(iter(memo)), MISSING)
    return given


def _key(m: Interpreter, argument: Value) -> tuple[object, bool]:
    """What tells an argument from others, and whether surely from all others."""
    argument = m.resolve(argument)
    if isinstance(argument, DictObj) and not argument.open:
        pairs = {name: _key(m, value) for name, value in argument.pairs()}
        return tuple((name, key) for name, (key, _) in pairs.items()), all(
            sure for _, sure in pairs.values()
        )
    key = m.key(argument)
    return (m.identity(argument), False) if key is MISSING else (key, True)


def _perhaps_again(
    m: Interpreter, function: Function, bound: dict[str, Value], receiver: Value
) -> Value:
    """What is given for arguments that may be those of an earlier call: the function is run, or it is not."""
    ran: list[Value] = []

    def run() -> Value:
        ran.append(run_function(m, function, bound, receiver))
        return ran[-1]

    traces = m.store.traces
    result = m.choose(new_flag("given before"), lambda: m.unknown("what was given before"), run)
    is_plain = m.store.traces == traces and ran and not _may_change(m, ran[-1])
    return ran[-1] if is_plain else result


def _may_change(m: Interpreter, value: Value) -> bool:
    value = m.resolve(value)
    if isinstance(value, TupleValue):
        return any(_may_change(m, item) for item in value.items)
    return isinstance(value, Instance | ListObj | DictObj | SetObj)


def clear(m: Interpreter, memo: Memo) -> None:
    """`function.cache_clear()`."""
    for key in list(memo):
        m.store.write(memo, key, MISSING)
