"""Drawings of keras.utils: class indices, and sequences of their own lengths."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.special import draws


@draws("keras.utils.to_categorical")
def categories(rng: random.Random, rule: Rule, name: str) -> Call:
    """Zeros, so that every number of classes is enough."""
    shape = [rng.randint(1, 4) for _ in range(rng.randint(0, 3))]
    if shape and rng.random() < 0.5:
        shape[-1] = 1
    classes = rng.choice((None, 0, rng.randint(1, 6), rng.randint(1, 6), -1))
    kwargs = {} if classes is None else {"num_classes": classes}
    return Call(rule, name, (T(tuple(shape), "keras.int64"),), kwargs)


@draws("keras.utils.pad_sequences")
def sequences(rng: random.Random, rule: Rule, name: str) -> Call:
    """An array, or a list of arrays that are mostly of one shape but for the length."""
    count = rng.randint(1, 4)
    rest = tuple(rng.randint(1, 3) for _ in range(rng.choice((0, 0, 0, 1, 2))))
    given: Any = T((count, rng.randint(1, 6), *rest))
    if rng.random() < 0.7:
        given = [T((rng.randint(1, 6), *rest)) for _ in range(count)]
        if rng.random() < 0.2:
            odd = tuple(rng.randint(1, 3) for _ in range(rng.randint(0, 2)))
            given[rng.randrange(count)] = T((rng.randint(1, 6), *odd))
    elif rng.random() < 0.1:
        given = T((count,))
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.6:
        kwargs["maxlen"] = rng.randint(-1 if rng.random() < 0.1 else 1, 6)
    for side in ("padding", "truncating"):
        if rng.random() < 0.4:
            kwargs[side] = rng.choice(("pre", "post"))
    return Call(rule, name, (given,), kwargs)
