"""Values as rules see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from shapelint.symbolic import Shape, Size

ROW_MAJOR: Literal["row-major"] = "row-major"
CONTIGUOUS: Literal["contiguous"] = "contiguous"
Layout = tuple[Size, ...] | Literal["row-major", "contiguous"] | None
"""How a tensor lies in memory: its strides in elements, None where they are not known. Contiguous
is what `is_contiguous()` says: row-major but for the strides of axes of size 1, which may be any."""
FLOATING = {"float16", "bfloat16", "float32", "float64"}


@dataclass(frozen=True, slots=True)
class Tensor:
    """A tensor: its shape, its dtype (`torch.int64`) if known, its elements if few and integer, where
    it arose, its layout, and between what bounds its integers lie (the second is beyond them)."""

    shape: Shape
    dtype: str | None = None
    elements: tuple[Any, ...] | None = None
    origin: object = None
    layout: Layout = None
    within: tuple[Size, Size] | None = None


def mixed(values: Iterable[Any]) -> bool:
    """Whether the dtypes surely differ, and not only in their precision: that autocast mends."""
    found = [v.dtype for v in values if isinstance(v, Tensor)]
    names = {d.removeprefix("torch.") for d in found if d is not None and d.startswith("torch.")}
    return len(names) > 1 and not names <= FLOATING


@dataclass(frozen=True, slots=True)
class SizeTuple:
    """A `torch.Size` of perhaps unknown length."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Typed:
    """A result of which no more is told than its type: `bool`, `int`, `float`, `str`, `object`."""

    name: str


@dataclass(frozen=True, slots=True)
class Several:
    """A result of unknown number; what is made after `since` is each one's own."""

    item: Tensor
    since: int


class UnknownArg:
    """An argument or result nothing is known of."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = UnknownArg()
