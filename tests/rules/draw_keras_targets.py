"""Drawings of `keras.ops` cross-entropies and CTC: targets that mostly go with the outputs."""

from __future__ import annotations

import random

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_windows import some
from tests.rules.drawing import nearly, slipped
from tests.rules.special import draws


@draws(
    "keras.ops.binary_crossentropy",
    "keras.ops.categorical_crossentropy",
    "keras.ops.sparse_categorical_crossentropy",
    "keras.ops.psnr",
)
def target(rng: random.Random, rule: Rule, name: str) -> Call:
    """One shape for both, or class numbers without the axis of classes, or with one of size 1."""
    shape = tuple(rng.randint(1, 4) for _ in range(rng.randint(0, 4)))
    rank = len(shape)
    if name.endswith("psnr"):
        args, _ = nearly(rng, (T(shape), T(shape)), {})
        return Call(rule, name, (*args, 1.0), {})
    named = some(rng, from_logits=rng.random() < 0.5)
    if "categorical" in name and rng.random() < 0.4:
        named["axis"] = rng.randrange(-rank, rank) if rank else -1
        if rng.random() < 0.05:
            named["axis"] = rng.choice((rank, -rank - 1))
    given = shape
    if "sparse" in name and rank:
        axis = named.get("axis", -1) % rank
        given = (*shape[:axis], *((1,) if rng.random() < 0.4 else ()), *shape[axis + 1 :])
    dtype = "torch.int64" if "sparse" in name else None
    args, _ = nearly(rng, (T(given, dtype), T(shape)), {})
    return Call(rule, name, args, named)


@draws("keras.ops.ctc_loss", "keras.ops.ctc_decode")
def ctc(rng: random.Random, rule: Rule, name: str) -> Call:
    batch, length, steps, classes = (rng.randint(1, 4) for _ in range(4))
    output = T((batch, steps, classes + 1))
    many = T((batch,), "torch.int32")
    if name.endswith("loss"):
        tensors = [T((batch, length), "torch.int32"), output, many, many]
        if rng.random() < 0.3:
            place = rng.randrange(4)
            tensors[place] = slipped(rng, tensors[place])
        return Call(rule, name, tuple(tensors), {})
    args, _ = nearly(rng, (output, many), {})
    named = some(
        rng,
        strategy=rng.choice(("greedy", "beam_search")),
        beam_width=rng.randint(1, 4),
        top_paths=rng.randint(1, 2),
    )
    return Call(rule, name, args, named)
