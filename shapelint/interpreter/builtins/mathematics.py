"""Numbers: `math`, NumPy on scalars, exact quotients of sizes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.registry import builtin, method
from shapelint.interpreter.values import Dim, Ratio, SizeTuple, Tensor, Value
from shapelint.symbolic import Facts, floordiv, new_symbol, product

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


WHOLE = {"gcd", "lcm", "comb", "perm", "factorial", "isqrt", "trunc"}
"""What gives integers, that may be sizes."""


def is_int(value: Value) -> bool:
    return isinstance(value, int | Dim) and not isinstance(value, bool)


def as_ratio(value: Value) -> Ratio | None:
    """A number as an exact quotient of sizes, if it is one."""
    if isinstance(value, Ratio):
        return value
    if isinstance(value, int | Dim):
        return Ratio(int(value) if isinstance(value, bool) else value, 1)
    if isinstance(value, float) and math.isfinite(value):
        top, bottom = value.as_integer_ratio()
        return Ratio(top, bottom) if bottom <= 1024 else None
    return None


def ratio_binary(op: str, left: Value, right: Value) -> Value | None:
    """`left op right` where quotients of sizes take part; None if it cannot be told exactly."""
    a, b = as_ratio(left), as_ratio(right)
    if a is None or b is None:
        return None
    if op == "+":
        return Ratio(
            a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator
        )
    if op == "-":
        return Ratio(
            a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator
        )
    if op == "*":
        return Ratio(a.numerator * b.numerator, a.denominator * b.denominator)
    if op == "/" and b.numerator != 0 and Facts().bounds(b.numerator)[0] not in (None, 0):
        return Ratio(a.numerator * b.denominator, a.denominator * b.numerator)
    if op == "//" and isinstance(b.numerator, int) and b.numerator > 0:
        return Ratio(floordiv(a.numerator * b.denominator, a.denominator * b.numerator), 1)
    return None


def floor(value: Value) -> Value | None:
    """The floor as a size, None if it is not exact."""
    if isinstance(value, float) and math.isfinite(value):
        return math.floor(value)
    ratio = as_ratio(value)
    return None if ratio is None else floordiv(ratio.numerator, ratio.denominator)


def ceil(value: Value) -> Value | None:
    if isinstance(value, float) and math.isfinite(value):
        return math.ceil(value)
    ratio = as_ratio(value)
    return None if ratio is None else -floordiv(-ratio.numerator, ratio.denominator)


@builtin("math.floor", "numpy.floor")
def math_floor(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    result = floor(m.decided(args[0]))
    return m.unknown("floor of an unknown number") if result is None else result


@builtin("math.ceil", "numpy.ceil")
def math_ceil(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    result = ceil(m.decided(args[0]))
    return m.unknown("ceil of an unknown number") if result is None else result


@builtin("math.prod", "numpy.prod")
def math_prod(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    if isinstance(args[0], SizeTuple):
        return m.store.facts.shape(args[0].shape).numel
    if is_int(args[0]):
        return args[0]  # NumPy's takes a number too
    items = m.iterate(args[0])
    if items is not None and all(is_int(i) for i in items):
        return product(items)
    return m.unknown("product of unknown numbers")


@builtin("math.sqrt", "numpy.sqrt")
def math_sqrt(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    value = m.decided(args[0])
    if isinstance(value, int | float) and value >= 0:
        return math.sqrt(value)
    return untold(m, "math.sqrt", math_sqrt, [value])


def untold(m: Interpreter, name: str, compute: Callable[..., Value], values: list[Value]) -> Value:
    """What a function gives of numbers that are not told: some number, if all of them are numbers."""
    recipe = (lambda m, *values: compute(m, list(values), {}), tuple(values))
    why = f"{name} of an unknown number"
    if all(map(m.is_any_number, values)):
        return m.opaque("number", why, recipe=recipe)
    return m.unknown(why, None, recipe)


def _plain(name: str, *others: str) -> None:
    """A function of numbers, under `others` too: computed where they are exact."""
    function: Callable[..., Any] = getattr(math, name)

    @builtin(f"math.{name}", *(f"{other}{name}" for other in others))
    def compute(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
        values = [m.decided(a) for a in args]
        if any(isinstance(v, Tensor) for v in values):
            return next(v for v in values if isinstance(v, Tensor))
        if all(isinstance(v, int | float) for v in values):
            try:
                return function(*values)
            except (ValueError, OverflowError, TypeError, ZeroDivisionError):
                m.diverge("ValueError")
        if name in WHOLE:
            return m.unknown(f"math.{name} of an unknown number")
        return untold(m, f"math.{name}", compute, values)


for _name in (
    "log",
    "log2",
    "log10",
    "exp",
    "sin",
    "cos",
    "tan",
    "tanh",
    "pow",
    "gcd",
    "lcm",
    "isnan",
    "isinf",
    "fabs",
    "radians",
    "degrees",
    "sinh",
    "cosh",
    "log1p",
    "expm1",
    "hypot",
    "trunc",
    "copysign",
    "fmod",
):
    _plain(_name, "numpy.")
for _name in (
    "erf",
    "erfc",
    "gamma",
    "lgamma",
    "asin",
    "acos",
    "atan",
    "atan2",
    "comb",
    "perm",
    "factorial",
    "isqrt",
    "isclose",
    "isfinite",
):
    _plain(_name)


@method("float.is_integer", "int.is_integer")
def is_integer(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    return m.is_size(args[0]) or float(args[0]).is_integer()


@method("int.bit_length")
def bit_length(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    return args[0].bit_length() if isinstance(args[0], int) else new_symbol("bits", 0)
