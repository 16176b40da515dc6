"""Counting and sampling: edges, weights and probabilities that fit what is counted."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import MAX_RANK, draw_call, extent, nearly
from tests.rules.special import draws


def shape(rng: random.Random, least: int = 0) -> tuple[int, ...]:
    return tuple(extent(rng, 4) for _ in range(rng.randint(least, MAX_RANK)))


def at_odds(rng: random.Random) -> bool:
    """Now and then, what does not fit."""
    return rng.random() < 0.1


@draws("torch.multinomial")
def multinomial(rng: random.Random, rule: Rule, name: str) -> Call:
    """Ones are probabilities, zeros are not."""
    args, kwargs = nearly(rng, (T(shape(rng)[:3]), rng.randint(0, 8)), {})
    ones = T(args[0].shape, args[0].dtype, args[0].slipped, fill=1)
    if rng.random() < 0.5:
        kwargs["replacement"] = rng.random() < 0.5
    return Call(rule, name, (ones, *args[1:]), kwargs)


@draws("torch.histogram")
def histogram(rng: random.Random, rule: Rule, name: str) -> Call:
    counted = shape(rng)
    bins = rng.randint(0, 6) if rng.random() < 0.5 else T((rng.randint(0, 6),))
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.4:
        kwargs["weight"] = T(counted[1:] if at_odds(rng) else counted[::-1])
    if isinstance(bins, int) and rng.random() < 0.3:
        kwargs["range"] = (0.0, 1.0, 2.0)[: 3 if at_odds(rng) else 2]
    return Call(rule, name, *nearly(rng, (T(counted), bins), kwargs))


@draws("torch.histogramdd")
def histogramdd(rng: random.Random, rule: Rule, name: str) -> Call:
    points = (*shape(rng)[:2], extent(rng, 4), rng.randint(1, 4))
    count = points[-1] + at_odds(rng)
    kind = rng.randrange(3)
    bins: Any = tuple(rng.randint(0 if at_odds(rng) else 1, 4) for _ in range(count))
    if kind == 1:
        bins = tuple(T((n + 1,)) for n in bins)
    elif kind == 2:
        bins = rng.randint(0, 4)
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.4:
        kwargs["weight"] = T(points if at_odds(rng) else points[:-1])
    return Call(rule, name, *nearly(rng, (T(points), bins), kwargs))


@draws("torch.searchsorted")
def searchsorted(rng: random.Random, rule: Rule, name: str) -> Call:
    """Rows in rows, or anything in a vector."""
    sought = shape(rng)
    width = (extent(rng),)
    rows = width if rng.random() < 0.4 else (*sought[:-1], *width)
    values = T(sought) if rng.random() < 0.85 else 1.5
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.3:
        kwargs["side"] = rng.choice(("left", "right", "both"))
    if rng.random() < 0.3:
        kwargs["right"] = rng.random() < 0.5
    if rng.random() < 0.3:
        kwargs["out_int32"] = rng.random() < 0.5
    if rng.random() < 0.3:
        kwargs["sorter"] = T(rows[1:] if at_odds(rng) else rows, "torch.int64")
    return Call(rule, name, *nearly(rng, (T(rows), values), kwargs))


@draws("torch.normal")
def normal(rng: random.Random, rule: Rule, name: str) -> Call:
    """Tensors that broadcast, numbers, or a size."""
    kind = rng.randrange(4)
    if kind == 3:
        size = tuple(rng.randint(-1 if at_odds(rng) else 0, 4) for _ in range(rng.randint(0, 3)))
        return Call(rule, name, (0.0, rng.choice((1, 0.5, -1.0)), size), {})
    whole = shape(rng)
    part = tuple(1 if rng.random() < 0.2 else n for n in whole[rng.randint(0, len(whole)) :])
    mean: Any = 0.5 if kind == 1 else T(whole)
    std: Any = rng.choice((1, 0.5, -1.0)) if kind == 2 else T(part)
    return Call(rule, name, *nearly(rng, (mean, std), {}))


@draws("torch.isin")
def isin(rng: random.Random, rule: Rule, name: str) -> Call:
    """Row-major: what is laid out otherwise, torch fails to flatten."""
    call = draw_call(rng, rule, name)
    args = [T(a.shape, a.dtype, a.slipped) if isinstance(a, T) else a for a in call.args]
    return Call(rule, name, tuple(args), call.kwargs)
