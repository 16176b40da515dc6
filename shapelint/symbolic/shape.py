"""Shapes: sizes with at most one run of axes of unknown number, as in `(*batch, 120)`."""

from __future__ import annotations

from dataclasses import dataclass

from shapelint.symbolic.dim import Len, Prod, ShapeVar, Size, new_shape_var, of, product


@dataclass(frozen=True, slots=True)
class Shape:
    """`prefix`, then the axes of `var` if there is one, then `suffix`."""

    prefix: tuple[Size, ...] = ()
    var: ShapeVar | None = None
    suffix: tuple[Size, ...] = ()

    @staticmethod
    def of(*sizes: Size) -> Shape:
        """The shape of exactly these sizes."""
        return Shape(tuple(sizes))

    @property
    def rank(self) -> int | None:
        """The number of axes, None if it is not known."""
        return len(self.prefix) if self.var is None else None

    @property
    def min_rank(self) -> int:
        return len(self.prefix) + len(self.suffix)

    @property
    def rank_size(self) -> Size:
        """The number of axes as a size."""
        return self.min_rank if self.var is None else of(Len(self.var)) + self.min_rank

    @property
    def numel(self) -> Size:
        """The number of elements."""
        known = product((*self.prefix, *self.suffix))
        return known if self.var is None else of(Prod(self.var)) * known

    @property
    def sizes(self) -> tuple[Size, ...]:
        """All sizes. Raises ValueError if the rank is not known."""
        if self.var is not None:
            raise ValueError(f"the rank of {self} is not known")
        return self.prefix

    def axis(self, index: int) -> Size | None:
        """The size of an axis (negative: from the end), None if it is not determined."""
        if self.var is None:
            return self.prefix[index] if -len(self.prefix) <= index < len(self.prefix) else None
        if index >= 0:
            return self.prefix[index] if index < len(self.prefix) else None
        return self.suffix[index] if -index <= len(self.suffix) else None

    def __str__(self) -> str:
        parts = [str(size) for size in self.prefix]
        if self.var is not None:
            parts += [str(self.var), *(str(size) for size in self.suffix)]
        return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"


def unknown_shape(name: str = "s", free: bool = False) -> Shape:
    """A shape nothing is known of."""
    return Shape((), new_shape_var(name, free))


def concat(a: Shape, b: Shape) -> Shape | None:
    """The axes of `a`, then those of `b`; None if both have unknown rank."""
    if a.var is None:
        return (
            Shape((*a.prefix, *b.prefix))
            if b.var is None
            else Shape((*a.prefix, *b.prefix), b.var, b.suffix)
        )
    return Shape(a.prefix, a.var, (*a.suffix, *b.prefix)) if b.var is None else None
