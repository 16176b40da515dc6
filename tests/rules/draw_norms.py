"""Drawings of normalisations: statistics and weights that mostly go with the channels."""

from __future__ import annotations

import random

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly
from tests.rules.special import draws


@draws("torch.nn.functional.batch_norm", "torch.nn.functional.instance_norm")
def normalised(rng: random.Random, rule: Rule, name: str) -> Call:
    """An input and vectors as long as it has channels."""
    shape = tuple(extent(rng, 4) for _ in range(rng.randint(2, 5)))

    def channels() -> T:
        exact = rng.random() < 0.95
        return T(shape[1:2] if exact else tuple(extent(rng, 3) for _ in range(rng.randint(0, 2))))

    stats: tuple[T | None, T | None] = (
        (channels(), channels()) if rng.random() < 0.7 else (None, None)
    )
    if rng.random() < 0.05:
        stats = (channels(), None)
    args = (T(shape), *stats)
    mode = "training" if "batch" in name else "use_input_stats"
    named = {mode: rng.random() < 0.5, "weight": channels(), "bias": channels()}
    return Call(
        rule, name, *nearly(rng, args, {k: v for k, v in named.items() if rng.random() < 0.5})
    )
