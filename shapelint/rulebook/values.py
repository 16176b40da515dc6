"""Values as rules see them."""

from __future__ import annotations

from dataclasses import dataclass

from shapelint.symbolic import Shape


@dataclass(frozen=True, slots=True)
class Tensor:
    """A tensor: its shape, its dtype (`torch.int64`) if known, its elements if few and integer."""

    shape: Shape
    dtype: str | None = None
    elements: tuple[int, ...] | None = None
    origin: object = None


@dataclass(frozen=True, slots=True)
class SizeTuple:
    """A `torch.Size` of perhaps unknown length."""

    shape: Shape


class UnknownArg:
    """An argument or result nothing is known of."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = UnknownArg()
