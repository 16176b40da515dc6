"""The dtype of a result: named by an argument, or the one that all arguments share."""

from __future__ import annotations

import re
from typing import Any

from shapelint.rulebook.expression import Env
from shapelint.rulebook.values import UNKNOWN, Tensor

ALIASES = {
    "float": "float32", "double": "float64", "half": "float16", "long": "int64", "int": "int32",
    "short": "int16", "FloatTensor": "float32", "DoubleTensor": "float64", "HalfTensor": "float16",
    "LongTensor": "int64", "IntTensor": "int32", "ShortTensor": "int16", "ByteTensor": "uint8",
    "BoolTensor": "bool", "BFloat16Tensor": "bfloat16",
}  # fmt: skip
NUMBER = re.compile(r"(bool|u?int\d+|b?float\d+\w*|complex\d+)$")


def canonical_dtype(dtype: str) -> str | None:
    """`torch.long` and `torch.LongTensor` as `torch.int64`; None for what names no dtype."""
    name = dtype.rpartition(".")[2]
    name = ALIASES.get(name, name)
    return f"torch.{name}" if NUMBER.match(name) else None


def named_dtype(env: Env, dtype: str | None) -> str | None:
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


def promoted(env: Env, args: list[Any]) -> str | None:
    """The dtype asked for, else the one that all tensors share."""
    chosen = env.get("dtype")
    if isinstance(chosen, str):
        return canonical_dtype(chosen)
    dtypes = {a.dtype for a in args if isinstance(a, Tensor)}
    for value in args:
        if isinstance(value, tuple):
            dtypes |= {v.dtype for v in value if isinstance(v, Tensor)}
    return dtypes.pop() if len(dtypes) == 1 else None
