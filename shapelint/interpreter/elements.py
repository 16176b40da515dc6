"""What small arrays hold, where it is known: carried through arithmetic and through reductions."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.between import is_wide, one
from shapelint.interpreter.constancy import may_be_anything
from shapelint.interpreter.values import Dim, ListObj, Tensor, TupleValue, Value
from shapelint.symbolic import eq, new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Elements = tuple[Any, ...]
OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "==": operator.eq, "!=": operator.ne,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
REDUCTIONS: dict[str, Callable[[Elements], Any]] = {
    "any": any, "all": all, "max": max, "amax": max, "min": min, "amin": min, "sum": sum,
    "prod": math.prod,
}  # fmt: skip
WHOLE = {
    f"{package}.{name}": function
    for package in ("numpy", "numpy.ndarray", "torch", "torch.Tensor")
    for name, function in REDUCTIONS.items()
}
"""Reductions over all axes."""
EACH: dict[str, Callable[[Any], Any]] = {
    "numpy.atleast_1d": lambda x: x, "numpy.abs": abs, "numpy.absolute": abs,
    "numpy.ceil": lambda x: float(math.ceil(x)), "numpy.floor": lambda x: float(math.floor(x)),
}  # fmt: skip
IN_PLACE = {f"numpy.ndarray.{name}" for name in ("sort", "partition", "fill", "put")} | {
    f"numpy.{name}"
    for name in ("copyto", "fill_diagonal", "place", "put", "putmask", "put_along_axis")
}
"""What changes the array that it is called on, or that it is given first."""
FRESH = {
    *REDUCTIONS, "add", "arange", "cat", "clone", "concatenate", "copy", "div", "eq", "floor_divide", "ge", "gt",
    "le", "linspace", "lt", "mul", "ne", "stack", "sub", "true_divide",
}  # fmt: skip
"""Functions whose results have a memory of their own."""
INTEGERS = re.compile(r"u?int(8|16|32|64)$")
WRAPPING = {"+", "-", "*", "//", "%"}
"""Operators whose results may not fit narrow integers."""
COUNTING = {"+", "-", "*"}
"""Operators of integers whose results are sizes again."""
CUTTING = {"split", "chunk", "tensor_split"}
"""Functions that cut an array into parts, one after the other."""
MOST = 64
LARGEST = 2**31
"""Beyond it an integer of NumPy's may wrap around."""


def of(value: Value) -> Elements | None:
    """The elements of an array of one axis at most, or the number itself."""
    if isinstance(value, Tensor):
        rank = value.shape.rank
        return value.elements if rank is not None and rank <= 1 else None
    return (value,) if isinstance(value, int | float) else None


def operated(op: str, left: Value, right: Value) -> Elements | None:
    """The elements of `left op right`."""
    a, b = of(left), of(right)
    if a is None or b is None or op not in OPERATORS or not a or not b:
        return None
    if len(a) != len(b) and 1 not in (len(a), len(b)):
        return None
    if op in WRAPPING and not all(map(_is_of_wide, (left, right))):
        return None
    count = max(len(a), len(b))
    a, b = a * (count // len(a)), b * (count // len(b))
    if op not in COUNTING and any(isinstance(e, Dim) for e in (*a, *b)):
        return None
    try:
        return _sane(tuple(OPERATORS[op](x, y) for x, y in zip(a, b, strict=True)))
    except (ArithmeticError, TypeError):
        return None


def _is_of_wide(value: Value) -> bool:
    """Whether arithmetic on it gives what it gives on Python's numbers."""
    return not isinstance(value, Tensor) or is_wide(value) or "float" in (value.dtype or "")


def counted(dotted: str, args: list[Value], kwargs: dict[str, Value], result: Value) -> Value:
    """What `arange` gives, with its elements where it counts in whole numbers; and `linspace`, where it does not
    count at all."""
    name = dotted.rpartition(".")[2]
    if name == "linspace" and isinstance(result, Tensor):
        return replace(result, elements=_repeated(args, kwargs))
    if name != "arange" or not isinstance(result, Tensor):
        return result
    if set(kwargs) - {"device"} or not args or any(type(a) is not int for a in args):
        return result
    held = range(*args[:3]) if 0 not in args[2:3] else ()
    return replace(result, elements=tuple(held)) if 0 < len(held) <= MOST else result


def _repeated(args: list[Value], kwargs: dict[str, Value]) -> Elements | None:
    """The elements of `linspace(start, end, count)` from a number to itself, in any precision."""
    if len(args) != 3 or set(kwargs) - {"device"}:
        return None
    start, end, count = args
    if type(start) not in (int, float) or type(end) not in (int, float) or type(count) is not int:
        return None
    if start != end or not 0 < count <= MOST or not float(start * 16).is_integer():
        return None
    return _sane((float(start),) * count)


def computed(dotted: str, args: list[Value], kwargs: dict[str, Value], result: Value) -> Value:
    """What a function of one array gives, with its elements if they are known."""
    if isinstance(result, TupleValue) and dotted.rpartition(".")[2] in CUTTING and args:
        return _cut(args[0], result)
    if len(args) != 1 or kwargs or not isinstance(result, Tensor):
        return result
    given = of(args[0])
    if not given or not isinstance(args[0], Tensor) or any(isinstance(e, Dim) for e in given):
        return result
    if dotted in WHOLE:
        held = _sane((WHOLE[dotted](given),))
    elif dotted in EACH:
        held = _sane(tuple(map(EACH[dotted], given)))
        if held is not None and all(type(e) is int for e in held):
            result = replace(result, dtype=args[0].dtype)
    else:
        return result
    return replace(result, elements=held)


def _cut(whole: Value, parts: TupleValue) -> TupleValue:
    """The parts of an array of one axis with the elements that each of them has."""
    held = of(whole) if isinstance(whole, Tensor) else None
    tensors = [part for part in parts.items if isinstance(part, Tensor) and part.shape.rank == 1]
    sizes = [part.shape.sizes[0] for part in tensors]
    known = [size for size in sizes if isinstance(size, int)]
    if held is None or len(known) != len(parts.items) or sum(known) != len(held):
        return parts
    ends = list(accumulate(known))
    found = zip(tensors, known, ends, strict=True)
    return replace(
        parts,
        items=tuple(replace(t, elements=held[end - size : end]) for t, size, end in found),
    )


def _sane(held: Elements) -> Elements | None:
    plain = (v for v in held if not isinstance(v, Dim))
    return held if all(math.isfinite(v) and abs(v) < LARGEST for v in plain) else None


def counting(op: str, left: Value, right: Value) -> Elements | None:
    """The elements of `left op right` of integers, where that gives integers again."""
    wide = all(is_wide(side) for side in (left, right) if isinstance(side, Tensor))
    held = operated(op, left, right) if op in COUNTING and wide else None
    return held if held and all(isinstance(v, int | Dim) for v in held) else None


def forgotten(tensor: Tensor) -> Tensor:
    """A tensor like this one that holds what is not known."""
    return replace(tensor, elements=None, within=None)


def stored(m: Interpreter, tensor: Tensor, index: Value, value: Value) -> None:
    """`tensor[index] = value`: it holds something else from here on."""
    held, new = list(tensor.elements or ()), of(value)
    plain = type(index) is int and tensor.shape.rank == 1 and -len(held) <= index < len(held)
    if plain and new is not None and len(new) == 1 and type(new[0]) is int:
        held[index] = new[0]
        _write(m, tensor, tuple(held))
    else:
        _write(m, tensor, None)


def lose(m: Interpreter, tensor: Value) -> None:
    """What is written to in place holds what is not known."""
    if isinstance(tensor, Tensor):
        _write(m, tensor, None)


def share(m: Interpreter, sources: Iterable[Value], result: Value) -> None:
    """A result may be a view of what it is made of: what is written to one of them is seen in the others."""
    given = [value for value in map(m.resolve, sources) if isinstance(value, Tensor)]
    if any(_tells(value) or id(value) in m.store.shared for value in given):
        made = result.items if isinstance(result, TupleValue | ListObj) else (result,)
        for value in (*given, *(made if isinstance(made, tuple) else ())):
            if isinstance(value, Tensor):
                m.store.write(m.store.shared, id(value), value)


def _write(m: Interpreter, tensor: Tensor, held: Elements | None) -> None:
    """An array holds these elements from here on, and what shares its memory others."""
    shared = m.store.shared
    for value in list(shared.values()) if id(tensor) in shared else ():
        other = m.resolve(value)
        if other is not tensor:
            _replace(m, other, None)
    _replace(m, tensor, held)


def _replace(m: Interpreter, tensor: Tensor, held: Elements | None) -> None:
    if tensor.elements != held or tensor.within is not None:
        made = replace(tensor, elements=held, within=None)
        m.store.mutate(tensor, made)
        if id(tensor) in m.store.shared:
            m.store.write(m.store.shared, id(made), made)


def _tells(tensor: Tensor) -> bool:
    """Whether anything is known of what it holds."""
    return tensor.elements is not None or tensor.within is not None


def item(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    if len(args) > 1:  # a place of an array
        return m.opaque("number", "a number read from a tensor", free=may_be_anything(args[0]))
    return as_number(m, args[0], "item")


def as_number(m: Interpreter, tensor: Tensor, asking: str) -> Value:
    """The number that a tensor of one element holds; of others it is none."""
    shape = m.store.facts.shape(tensor.shape)
    if shape.rank is not None and m.store.facts.truth(eq(shape.numel, 1)) is False:
        m.report(
            "scalar-value",
            f"`{asking}` of a tensor of shape {shape}: only a single element is a number",
            (tensor,),
        )
    number = one(m, tensor)
    if number is not None:
        return number
    if INTEGERS.match((tensor.dtype or "").rpartition(".")[2]):
        return new_symbol("item", None, free=False)
    return m.opaque("number", "a number read from a tensor", free=may_be_anything(tensor))
