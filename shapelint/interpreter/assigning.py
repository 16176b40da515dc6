"""`tensor[…] = value`: the value must broadcast to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import Tensor
from shapelint.symbolic import Impossible, Shape, ask, conj, disj, eq

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def check_assignment(
    m: Interpreter, tensor: Tensor, target: Shape, value: Shape, written: Shape
) -> None:
    """Report `assign-shape` if no sizes make the value fit its place."""
    if len(value.sizes) > len(target.sizes):
        fits = False
    else:
        pairs = zip(reversed(target.sizes), reversed(value.sizes), strict=False)
        requirement = conj(*(disj(eq(t, v), eq(v, 1)) for t, v in pairs))
        fits = not isinstance(ask(m.store.facts, requirement), Impossible)
    if not fits:
        m.report(
            "assign-shape",
            f"a value of shape {written} does not fit the place of shape {target}",
            (tensor,),
        )
