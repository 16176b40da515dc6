"""Dtypes: which ones a parameter takes, and which one a result has
(https://docs.pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from shapelint.rulebook import array_dtype
from shapelint.rulebook.expression import Env
from shapelint.rulebook.load import Param
from shapelint.rulebook.pattern import (
    ConditionalSpec,
    ListSpec,
    PlainSpec,
    Spec,
    TensorSpec,
    TupleSpec,
    UnionSpec,
)
from shapelint.rulebook.values import FLOATING, UNKNOWN, Tensor
from shapelint.symbolic import Dim, Formula

ALIASES = {
    "float": "float32", "double": "float64", "half": "float16", "long": "int64", "int": "int32",
    "short": "int16", "cfloat": "complex64", "cdouble": "complex128", "chalf": "complex32",
    "FloatTensor": "float32", "DoubleTensor": "float64", "HalfTensor": "float16",
    "LongTensor": "int64", "IntTensor": "int32", "ShortTensor": "int16", "ByteTensor": "uint8",
    "CharTensor": "int8", "BoolTensor": "bool", "BFloat16Tensor": "bfloat16",
}  # fmt: skip
TYPED = {name: dtype for name, dtype in ALIASES.items() if name.endswith("Tensor")}
"""The classes of tensors of one dtype (of the CPU), and their dtypes."""
NUMBER = re.compile(r"(bool|u?int\d+|b?float\d+\w*|complex\d+)$")

INTEGER = {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"}
COMPLEX = {"complex32", "complex64", "complex128"}
INEXACT = FLOATING | COMPLEX
ACCEPTED: dict[str, set[str]] = {
    "Int": {"int32", "int64"},
    "Long": {"int64", "uint8"},
    "Whole": {"int32", "int64", "uint8"},
    "Integer": INTEGER,
    "Index": INTEGER | {"bool"},
    "Int32": {"int32"},
    "Bool": {"bool"},
    "Mask": {"bool", "uint8"},
    "Float": FLOATING,
    "Inexact": INEXACT,
    "Complex": COMPLEX,
}
"""What a parameter of that kind takes; every other kind takes all."""
FIXED = {
    "Int": "int64", "Int32": "int32", "Int16": "int16", "Int8": "int8", "UInt8": "uint8",
    "Float": "float32", "Float64": "float64", "Float16": "float16", "BFloat16": "bfloat16",
    "Bool": "bool", "Complex64": "complex64", "Complex128": "complex128",
}  # fmt: skip
"""What a result of that kind has, whatever the arguments."""
TAKING_PART = {"Tensor", "Inexact", "Float", "Complex", "NDArray"}
"""The kinds of parameters whose dtypes decide the result's."""
REAL = {"complex32": "float16", "complex64": "float32", "complex128": "float64"}
COMPLEX_OF = {
    "float16": "complex32", "bfloat16": "complex64", "float32": "complex64",
    "float64": "complex128",
}  # fmt: skip


def canonical_dtype(dtype: str) -> str | None:
    """`torch.long` and `torch.LongTensor` as `torch.int64`; None for what names no dtype."""
    name = dtype.rpartition(".")[2]
    name = ALIASES.get(name, name)
    return f"torch.{name}" if NUMBER.match(name) else None


def is_dtype(dotted: str) -> bool:
    """Whether this names a dtype of torch or NumPy."""
    return dotted.startswith(("torch.", "numpy.")) and canonical_dtype(dotted) is not None


def dtype_attribute(dotted: str) -> bool | int | None:
    """`torch.float32.is_floating_point` and the like; None for any other name."""
    owner, _, name = dotted.rpartition(".")
    dtype = canonical_dtype(owner) if owner.count(".") == 1 and owner.startswith("torch.") else None
    if dtype is None:
        return None
    kind = dtype.removeprefix("torch.")
    if name == "is_floating_point":
        return "float" in kind
    if name == "is_complex":
        return kind in COMPLEX
    if name == "is_signed":
        return kind != "bool" and not kind.startswith("uint")
    return None


def refused(kind: str, dtype: str | None) -> str | None:
    """What a parameter of this kind takes instead of a dtype, None if it may take it."""
    if kind in array_dtype.KINDS:
        return array_dtype.refused(kind, dtype)
    accepted = ACCEPTED.get(kind)
    if accepted is None or dtype is None or not dtype.startswith("torch."):
        return None
    name = dtype.removeprefix("torch.")
    if name in accepted or name not in INTEGER | INEXACT | {"bool"}:
        return None
    names = {"Float": "floating point", "Inexact": "floating point", "Complex": "complex"}
    return names.get(kind, " or ".join(sorted(accepted)))


class Promotion(NamedTuple):
    """The dtype that arguments have together, and whether all of them have it."""

    dtype: str | None = None
    shared: bool = True


def result_dtype(kind: str, promotion: Promotion, env: Env) -> str | None:
    """The dtype of a result of this kind, for arguments of these dtypes."""
    arguments = promotion.dtype
    if kind in array_dtype.KINDS:
        return array_dtype.result_dtype(kind, arguments, env)
    if kind in ("Shared", "Same") and not promotion.shared:
        return None
    if kind == "Like":
        return _named(env, arguments)
    chosen = env.get("dtype")
    if chosen is UNKNOWN:
        return None if kind not in ("Bool", "Int") else f"torch.{FIXED[kind]}"
    if isinstance(chosen, str):
        return canonical_dtype(chosen)
    if kind in FIXED:
        return f"torch.{FIXED[kind]}"
    if arguments is None or not arguments.startswith("torch."):
        return arguments if kind == "Tensor" else None
    name = arguments.removeprefix("torch.")
    exact = name in INTEGER or name == "bool"
    if kind == "Summed" and exact:
        return "torch.int64"
    if kind == "Array":
        return None
    if kind in ("Inexact", "Complex", "Shared", "Norm") and exact:
        name = "float32"
    if kind in ("Real", "Norm"):
        name = REAL.get(name, name)
    if kind == "Complex":
        name = COMPLEX_OF.get(name, name)
    return f"torch.{name}"


def _named(env: Env, dtype: str | None) -> str | None:
    """The dtype that an argument of a conversion names, by itself or by its own."""
    for name, value in env.items():
        if name == "input":
            continue
        if isinstance(value, Tensor):
            return value.dtype
        if isinstance(value, str) and canonical_dtype(value):
            return canonical_dtype(value)
        if value is UNKNOWN and name in ("a", "b", "dtype", "other"):
            return None
    return dtype


def promoted(bound: Iterable[tuple[Param, Any]]) -> Promotion:
    """The dtype that the arguments have together: tensors with axes decide, then scalar tensors,
    then numbers, where what follows is of a higher category (torch.result_type)."""
    parts = [part for param, value in bound for part in _parts(param.spec, value)]
    found = {dtype for _, dtype in parts}
    if any(dtype is not None and dtype.startswith("numpy.") for dtype in found):
        return Promotion(array_dtype.promoted(parts))
    if not found or None in found:
        return Promotion()
    if len(found) == 1:
        return Promotion(found.pop())
    # a tensor of unknown rank may stand on either level
    outcomes = {_decided(parts, either) for either in (0, 1)}
    shared = len({dtype for level, dtype in parts if level != 2}) < 2
    return Promotion(outcomes.pop() if len(outcomes) == 1 else None, shared)


def _decided(parts: list[tuple[int | None, str | None]], either: int) -> str | None:
    """The dtype that the levels together decide, where what may be on two is on that one."""
    chosen: str | None = None
    for level in range(3):
        own: str | None = None
        for place, dtype in parts:
            if (either if place is None else place) == level and dtype is not None:
                own = dtype if own is None else promote(own, dtype)
                if own is None:
                    return None
        if own is not None:
            chosen = own if chosen is None else _combined(chosen, own)
            if chosen is None:
                return None
    return chosen


def _parts(spec: Spec, value: Any) -> Iterable[tuple[int | None, str | None]]:
    """(level, dtype) of what takes part in promotion: 0 with axes, 1 without, 2 a number."""
    if isinstance(value, Tensor):
        kinds = {s.kind for s in _tensor_specs(spec)}
        if kinds & TAKING_PART:
            rank = value.shape.rank
            yield (None if rank is None else 0 if rank else 1), value.dtype
    elif isinstance(value, tuple):
        inner = spec.element if isinstance(spec, ListSpec) else spec
        for item in value:
            if isinstance(item, Tensor):
                yield from _parts(inner, item)
            elif item is UNKNOWN and any(s.kind in TAKING_PART for s in _tensor_specs(inner)):
                yield 0, None
    elif _is_scalar(spec):
        if value is UNKNOWN:
            yield 2, None
        elif isinstance(value, bool):
            yield 2, "torch.bool"
        elif isinstance(value, int | Dim):
            yield 2, "torch.int64"
        elif isinstance(value, float):
            yield 2, "torch.float32"
    elif value is UNKNOWN and any(s.kind in TAKING_PART for s in _tensor_specs(spec)):
        yield 0, None


def operands(spec: Spec, value: Any) -> Iterable[Any]:
    """The tensors that an argument holds, UNKNOWN for what may be one."""
    if value is UNKNOWN:
        yield from (UNKNOWN for _ in _tensor_specs(spec))
    elif isinstance(value, Tensor):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, Tensor) or item is UNKNOWN:
                yield from operands(spec.element if isinstance(spec, ListSpec) else spec, item)


def _tensor_specs(spec: Spec) -> Iterable[TensorSpec]:
    if isinstance(spec, TensorSpec):
        yield spec
    elif isinstance(spec, ListSpec):
        yield from _tensor_specs(spec.element)
    elif isinstance(spec, UnionSpec | TupleSpec):
        for option in spec.options if isinstance(spec, UnionSpec) else spec.items:
            yield from _tensor_specs(option)
    elif isinstance(spec, ConditionalSpec):
        yield from _tensor_specs(spec.then)


def _is_scalar(spec: Spec) -> bool:
    options = spec.options if isinstance(spec, UnionSpec) else (spec,)
    return any(isinstance(o, PlainSpec) and o.name == "Scalar" for o in options)


def promote(a: str, b: str) -> str | None:
    """torch.promote_types of two dtypes; None where that is not told here."""
    if a == b:
        return a
    x, y = sorted((a.removeprefix("torch."), b.removeprefix("torch.")), key=_category)
    if _category(x) < 0 or _category(y) > 3 or "uint16" <= max(x, y) <= "uint64":
        return None
    if _category(x) < _category(y):
        if y in COMPLEX and x in FLOATING:
            wide = COMPLEX_OF[x]
            return f"torch.{max(wide, y, key=_bits)}"
        return f"torch.{y}"
    if {x, y} == {"float16", "bfloat16"}:
        return "torch.float32"
    if "uint8" in (x, y):
        other = y if x == "uint8" else x
        return "torch.int16" if other == "int8" else f"torch.{other}"
    return f"torch.{max(x, y, key=_bits)}"


def _combined(high: str, low: str) -> str | None:
    """A dtype of one level with that of a lower one, which counts only by its category."""
    a, b = _category(high.removeprefix("torch.")), _category(low.removeprefix("torch."))
    if min(a, b) < 0:
        return None
    if a == 3 or (a == 2 and b < 3):
        return high
    if a == 2:
        return f"torch.{COMPLEX_OF[high.removeprefix('torch.')]}"
    if a == 0 or b >= 2:
        return promote(high, low)
    return high


def real_dtype(dtype: str | None) -> str | None:
    """The dtype of the parts of complex numbers; of other numbers their own."""
    name = (dtype or "").removeprefix("torch.")
    return f"torch.{REAL[name]}" if name in REAL else dtype


def beside_number(dtype: str | None, op: str, number: Any) -> str | None:
    """The dtype of `tensor op number`; None where the number makes it one that is not told here."""
    if dtype is None or not isinstance(number, bool | int | float | Dim | Formula):
        return None
    category = _category(dtype.removeprefix("torch."))
    if category > 1:
        return dtype
    if category < 0 or op == "/" or isinstance(number, float):
        return None
    whole = category == 0 and not isinstance(number, bool | Formula)
    return "torch.int64" if whole else dtype


def _category(name: str) -> int:
    if name == "bool":
        return 0
    if name in INTEGER:
        return 1
    return 2 if name in FLOATING else 3 if name in COMPLEX else -1


def _bits(name: str) -> int:
    return int(re.sub(r"\D", "", name))


__all__ = [
    "beside_number",
    "canonical_dtype",
    "operands",
    "promote",
    "promoted",
    "real_dtype",
    "refused",
    "result_dtype",
]
