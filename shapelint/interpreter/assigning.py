"""`tensor[…] = value`: the value must broadcast to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import Tensor
from shapelint.symbolic import Impossible, Shape, ask, conj, disj, eq

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def check_assignment(m: Interpreter, tensor: Tensor, target: Shape, value: Shape) -> None:
    """Report `assign-shape` if no sizes make the value fit its place; more axes than that has are of size 1."""
    pairs = zip(reversed(target.sizes), reversed(value.sizes), strict=False)
    more = value.sizes[: max(0, len(value.sizes) - len(target.sizes))]
    requirement = conj(
        *(disj(eq(t, v), eq(v, 1)) for t, v in pairs), *(eq(size, 1) for size in more)
    )
    if isinstance(ask(m.store.facts, requirement), Impossible):
        m.report(
            "assign-shape",
            f"a value of shape {value} does not fit the place of shape {target}",
            (tensor,),
        )
