"""Integers of which only the bounds are known: counters of long loops, places of items, random numbers and what is
drawn into tensors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter.values import Dim, ListObj, Opaque, SizeTuple, Tensor, TupleValue, Value
from shapelint.symbolic import Impossible, Size, ask, conj, disj, ge, le, lt, new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Bounds = tuple[Size, Size]
DRAWING = {"randint", "randperm", "integers", "permutation", "choice"}
"""Functions that draw integers between bounds."""
FEW = 8
"""So many drawn integers have names of their own."""
NUMBERS = ("number", "int")
WIDE = ("int32", "int64")
"""Types in which integers neither wrap around nor are cut off."""
KEEPING = {
    "to", "long", "int", "cpu", "cuda", "clone", "detach", "contiguous", "view", "reshape",
    "flatten", "ravel", "squeeze", "unsqueeze", "astype", "copy",
}  # fmt: skip
"""Functions of a tensor that hold its integers as they were, in their order."""


def between(
    m: Interpreter,
    low: Value,
    stop: Value,
    name: str,
    step: Value = 1,
    free: bool = True,
    sure: bool = False,
) -> Dim:
    """Any integer of `range(low, stop, step)`, of which it may be not known whether there are any."""
    if not m.is_size(low) or not m.is_size(stop) or type(step) is not int or step == 0:
        return new_symbol(name, 0 if low == 0 else None, free)
    if step == 1:
        found = place = new_symbol(name, low if isinstance(low, int) else None, free)
        inside = lt(found, stop) if isinstance(low, int) else conj(le(low, found), lt(found, stop))
    else:
        found = new_symbol(name, 0, free)
        place = low + step * found
        inside = lt(place, stop) if step > 0 else ge(place, stop + 1)
    empty = le(stop, low) if step > 0 else le(low, stop)
    are_some = sure or isinstance(ask(m.store.facts, empty), Impossible)
    m.store.learn(inside if are_some else disj(empty, inside), m.here)
    return place


def moved(op: str, left: Value, right: Value) -> Bounds | None:
    """The bounds of `left op right`, where one is a number that is added or taken away."""
    tensor, number = (left, right) if isinstance(left, Tensor) else (right, left)
    if not isinstance(tensor, Tensor) or tensor.within is None or not is_wide(tensor):
        return None
    if not isinstance(number, Dim) and type(number) is not int:
        return None
    low, stop = tensor.within
    if op == "+":
        return low + number, stop + number
    return (low - number, stop - number) if op == "-" and tensor is left else None


def is_wide(tensor: Tensor) -> bool:
    """Whether its integers stay what they are when something is added to them."""
    return (tensor.dtype or "").rpartition(".")[2] in WIDE


def one(m: Interpreter, tensor: Tensor) -> Value:
    """The number of a tensor that holds one alone; None where nothing is known of it."""
    held = named(m, tensor).elements
    return held[0] if held is not None and len(held) == 1 else None


def named(m: Interpreter, tensor: Tensor) -> Tensor:
    """A tensor of one integer between bounds, with that integer: who reads it elsewhere may read the same."""
    if tensor.within is None or tensor.elements is not None or tensor.shape.numel != 1:
        return tensor
    return replace(tensor, elements=(between(m, *tensor.within, "drawn", free=False, sure=True),))


def drawn(
    m: Interpreter, dotted: str, args: list[Value], kwargs: dict[str, Value], result: Value
) -> Value:
    """What a function gives that draws integers, with their bounds; or one that leaves the numbers as they are."""
    library, _, name = dotted.rpartition(".")
    if name in KEEPING and args and isinstance(args[0], Tensor) and isinstance(result, Tensor):
        return _kept(name, args[0], result)
    if name not in DRAWING or not library.startswith(("torch", "numpy.random")):
        return result
    within = _bounds(m, name, args, kwargs)
    if within is None:
        return result
    if isinstance(result, Tensor):
        count = result.shape.numel
        if result.shape.rank not in (0, 1) or not isinstance(count, int) or count > FEW:
            return replace(result, within=within)
        held = tuple(between(m, *within, "drawn", sure=True) for _ in range(count))
        return replace(result, elements=held, within=within)
    is_drawn = isinstance(result, Dim) or isinstance(result, Opaque) and result.kind in NUMBERS
    return between(m, *within, "drawn", sure=True) if is_drawn else result


def _kept(name: str, given: Tensor, result: Tensor) -> Tensor:
    """The result with the integers of what it is made of; `view` to another type reads their bytes anew."""
    if result.dtype != given.dtype and (name == "view" or not is_wide(result)):
        return result
    flat = given.shape.rank in (0, 1) and result.shape.rank in (0, 1)
    held = given.elements or ()
    known = flat and bool(held) and all(isinstance(e, int | Dim) for e in held)
    elements = result.elements or (held if known else None)
    return replace(result, elements=elements, within=given.within)


def _bounds(
    m: Interpreter, name: str, args: list[Value], kwargs: dict[str, Value]
) -> Bounds | None:
    given = [*args, *(kwargs[key] for key in ("low", "high", "n", "x", "a") if key in kwargs)]
    if not given or kwargs.get("endpoint", False) is not False or len(args) > 4:
        return None
    two = name in ("randint", "integers") and len(given) > 1
    if two and not (given[1] is None or isinstance(given[1], TupleValue | ListObj | SizeTuple)):
        low, stop = given[0], given[1]
    else:
        low, stop = 0, given[0]
    return (low, stop) if m.is_size(low) and m.is_size(stop) else None
