"""Drawings of layers whose kernels crash on what they should refuse."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import draw_call, extent, nearly
from tests.rules.special import draws


@draws("torch.nn.LSTMCell", "torch.nn.GRUCell")
def cell(rng: random.Random, rule: Rule, name: str) -> Call:
    """A matrix as the state of a single input crashes the process (torch 2.13)."""

    def ranks(value: Any) -> set[int]:
        parts = value if isinstance(value, tuple | list) else (value,)
        return {len(p.shape) for p in parts if isinstance(p, T)}

    while True:
        call = draw_call(rng, rule, name)
        given = (*call.args, *call.kwargs.values())
        if not given or ranks(given[0]) != {1} or all(ranks(v) <= {1} for v in given):
            return call


@draws("torch.nn.functional.embedding_bag", "torch.nn.EmbeddingBag")
def bag(rng: random.Random, rule: Rule, name: str) -> Call:
    """With include_last_offset at least two offsets: one crashes the process (torch 2.13)."""
    rows, width = extent(rng, 6), extent(rng, 5)
    mode = rng.choice(("sum", "mean", "max"))
    last = rng.random() < 0.3
    named: dict[str, Any] = {"mode": mode, "include_last_offset": last}
    named = {k: v for k, v in named.items() if v or rng.random() < 0.5}
    if rng.random() < 0.2:
        named["padding_idx"] = rng.randint(-rows - 1, rows)
    if last or rng.random() < 0.5:
        indices, offsets = (
            T((extent(rng, 9),), "torch.int64"),
            T((rng.randint(2, 5),), "torch.int64"),
        )
        args, kwargs = nearly(rng, (indices,), {"offsets": offsets})
    else:
        args, kwargs = nearly(rng, (T((extent(rng, 4), extent(rng, 4)), "torch.int64"),), {})
    if mode == "sum" and rng.random() < 0.3:
        kwargs["per_sample_weights"] = T(args[0].shape)
    if "functional" in name:
        return Call(rule, name, (*args, T((rows, width))), kwargs | named)
    return Call(rule, name, args, kwargs, (rows, width), named)
