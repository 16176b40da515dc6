"""The dtypes of NumPy's arrays (https://numpy.org/doc/stable/reference/arrays.promotion.html).
An array of a dtype that is not known is a `numpy.generic`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from shapelint.rulebook.values import UNKNOWN, Tensor

GENERIC = "numpy.generic"
OBJECTS = "numpy.object"
"""Of arrays whose elements are objects, arrays too: what is read from them, or fits a place, is not known."""
ALIASES = {
    "float": "float64", "double": "float64", "single": "float32", "half": "float16", "d": "float64",
    "f": "float32", "int": "int64", "int_": "int64", "intp": "int64", "bool_": "bool",
    "complex": "complex128", "f2": "float16", "f4": "float32", "f8": "float64", "i2": "int16",
    "i4": "int32", "i8": "int64", "u1": "uint8", "float_": "float64",
}  # fmt: skip
NUMBER = re.compile(r"(bool|u?int(8|16|32|64)|float(16|32|64)|complex(64|128))$")
FIXED = {"NDFloat": "numpy.float64", "NDInt": "numpy.int64", "NDBool": "numpy.bool"}
"""What a result of that kind has, whatever the arguments."""
KINDS = {"NDArray", "NDAny", "NDInexact", "NDSum", "NDReal", "NDComplex", *FIXED}
FLOATS = {"float16", "float32", "float64"}
REAL = {"complex64": "numpy.float32", "complex128": "numpy.float64"}
COMPLEX = {"numpy.float32": "numpy.complex64", "numpy.float64": "numpy.complex128"}
PYTHON = {"bool": "numpy.bool", "int64": "numpy.int64", "float32": "numpy.float64"}
"""What Python's numbers are as arrays."""


def is_array(value: Any) -> bool:
    """Whether it is surely NumPy's."""
    return isinstance(value, Tensor) and (value.dtype or "").startswith("numpy.")


def canonical(name: str) -> str:
    """`float`, `f4` or `numpy.single` as the dtype of an array."""
    short = name.rpartition(".")[2].lstrip("<=|")
    if short in ("object", "object_", "O"):
        return OBJECTS
    short = ALIASES.get(short, short)
    return f"numpy.{short}" if NUMBER.match(short) else GENERIC


def as_array(dtype: str | None) -> str:
    """The dtype that the array of a tensor of that dtype has."""
    return GENERIC if dtype is None else canonical(dtype)


def as_tensor(dtype: str | None) -> str | None:
    """The dtype that the tensor of an array of that dtype has."""
    return None if dtype in (None, GENERIC) else dtype.replace("numpy.", "torch.")


def merged(a: str | None, b: str | None) -> str | None:
    """The dtype of what is one or the other."""
    if a == b:
        return a
    arrays = (a or "").startswith("numpy.") and (b or "").startswith("numpy.")
    return GENERIC if arrays else None


def promoted(parts: Iterable[tuple[int | None, str | None]]) -> str:
    """The dtype of arrays and Python's numbers (level 2), which count by their category only."""
    arrays: str | None = None
    numbers: list[str] = []
    for level, dtype in parts:
        if dtype is None or not dtype.startswith("numpy.") and level != 2:
            return GENERIC
        if level == 2:
            numbers.append(dtype.rpartition(".")[2])
        else:
            arrays = dtype if arrays is None else promote(arrays, dtype)
    if arrays is None:
        return GENERIC
    for number in numbers:
        arrays = with_number(arrays, number)
    return arrays


def with_number(dtype: str, number: str) -> str:
    """An array's dtype beside a Python `bool`, `int…` or `float…`."""
    category = _category(dtype.removeprefix("numpy."))
    if number == "bool" or category > 1:
        return dtype
    if number.startswith("int"):
        return "numpy.int64" if category == 0 else dtype
    return GENERIC if category < 0 else "numpy.float64"


def promote(a: str, b: str) -> str:
    """numpy.promote_types of two dtypes; numpy.generic where that is not told here."""
    if a == b:
        return a
    x, y = sorted((a.removeprefix("numpy."), b.removeprefix("numpy.")), key=_category)
    low, high = _category(x), _category(y)
    if low < 0 or "u" in (x[0], y[0]):
        return f"numpy.{y}" if low == 0 else GENERIC
    if low == 0 or low == high:
        return f"numpy.{max(x, y, key=_bits) if low == high else y}"
    if low == 1 and high == 2:
        return "numpy.float64" if _bits(x) >= 32 else GENERIC
    return (
        "numpy.complex128"
        if y == "complex128" or _bits(x) >= 32 and x != "float32"
        else f"numpy.{y}"
    )


def divided(dtype: str) -> str:
    """The dtype of quotients."""
    return "numpy.float64" if _category(dtype.removeprefix("numpy.")) in (0, 1) else dtype


def _category(name: str) -> int:
    if name == "bool":
        return 0
    if "int" in name:
        return 1
    return 2 if name.startswith("float") else 3 if name.startswith("complex") else -1


def _bits(name: str) -> int:
    return int(re.sub(r"\D", "", name) or 0)


def refused(kind: str, dtype: str | None) -> str | None:
    """What a parameter of this kind takes instead of a dtype, None if it may take it."""
    name = (dtype or "").removeprefix("numpy.")
    return "integer" if kind == "NDInt" and _category(name) > 1 else None


def result_dtype(kind: str, arguments: str | None, env: dict[str, Any]) -> str:
    """The dtype of a result of this kind, for arguments of this dtype together."""
    chosen = env.get("dtype")
    if isinstance(env.get("out"), Tensor) or env.get("out") is UNKNOWN:
        return GENERIC
    if kind in FIXED and chosen is None:
        return FIXED[kind]
    if chosen is not None:
        return canonical(chosen) if isinstance(chosen, str) else GENERIC
    if kind == "NDAny" or arguments is None or arguments == GENERIC:
        return GENERIC
    name = arguments.rpartition(".")[2]
    if arguments.startswith("torch."):
        arguments = PYTHON.get(name, GENERIC)
        name = arguments.removeprefix("numpy.")
    if kind in ("NDInexact", "NDComplex") and (name == "bool" or "int" in name):
        arguments = "numpy.float64" if _bits(name) >= 32 else GENERIC
    if kind == "NDSum" and (name == "bool" or "int" in name):
        return "numpy.uint64" if name.startswith("u") else "numpy.int64"
    if kind == "NDReal":
        return REAL.get(name, arguments)
    if kind == "NDComplex":
        return COMPLEX.get(arguments, arguments if "complex" in arguments else GENERIC)
    return arguments
