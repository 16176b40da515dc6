"""Drawings of `keras.ops` linear algebra: norms, systems of equations."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_windows import some
from tests.rules.drawing import nearly
from tests.rules.special import draws

ORDERS = (None, "fro", "nuc", 1, -1, 2, -2, 3, 0)


@draws("keras.ops.norm")
def norm(rng: random.Random, rule: Rule, name: str) -> Call:
    """Over one axis, two or all."""
    shape = tuple(rng.randint(1, 4) for _ in range(rng.randint(0, 4)))
    rank = len(shape)
    axes = rng.sample(range(-rank, rank), min(rank, rng.randint(1, 2)))
    if rng.random() < 0.08:
        axes.append(rng.randint(-rank - 1, rank))
    axis: Any = axes[0] if len(axes) == 1 and rng.random() < 0.7 else tuple(axes)
    named = some(rng, ord=rng.choice(ORDERS), keepdims=rng.random() < 0.7)
    if rng.random() < 0.7:
        named["axis"] = axis
    return Call(rule, name, (T(shape),), named)


@draws("keras.ops.solve", "keras.ops.solve_triangular", "keras.ops.lstsq")
def system(rng: random.Random, rule: Rule, name: str) -> Call:
    """Right sides that are vectors or matrices."""
    lstsq = name.endswith("lstsq")
    batch = () if lstsq else tuple(rng.randint(1, 3) for _ in range(rng.randint(0, 2)))
    n = rng.randint(1, 4)
    rows = rng.randint(1, 4) if lstsq else n
    wide = (rng.randint(1, 4) if rng.random() < 0.7 else n,) if rng.random() < 0.6 else ()
    lead = batch
    if rng.random() < 0.15:
        lead = batch[1:] if rng.random() < 0.5 else (2, *batch)
    args, _ = nearly(rng, (T((*batch, rows, n)), T((*lead, rows, *wide))), {})
    return Call(rule, name, args, {})


@draws("keras.ops.inv", "keras.ops.det", "keras.ops.logdet", "keras.ops.cholesky", "keras.ops.eig")
def square(rng: random.Random, rule: Rule, name: str) -> Call:
    n = rng.randint(1, 4)
    batch = tuple(rng.randint(1, 3) for _ in range(rng.randint(0, 2)))
    args, _ = nearly(rng, (T((*batch, n, n)),), {})
    return Call(rule, name, args, {})
