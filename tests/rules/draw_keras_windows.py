"""Drawings of Keras's convolutions, pools, paddings and croppings: windows that mostly fit the input."""

from __future__ import annotations

import random
import re
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_windows import each, some
from tests.rules.drawing import nearly, slipped
from tests.rules.special import draws

Named = dict[str, Any]
FORMATS = ("channels_last", "channels_first")


def rank_of(name: str) -> int:
    """The number of spatial axes: the 2 of `Conv2DTranspose`."""
    found = re.search(r"(\d)D", name)
    assert found is not None
    return int(found[1])


def tensor(rng: random.Random, named: Named, rank: int, channels: int, most: int) -> T:
    """A batch in the layout that is asked for."""
    spatial = tuple(rng.randint(1, most) for _ in range(rank))
    batch = rng.randint(1, 3)
    if named.get("data_format") == "channels_first":
        return T((batch, channels, *spatial))
    return T((batch, *spatial, channels))


def layer(
    rng: random.Random, rule: Rule, name: str, init: tuple[Any, ...], named: Named, most: int = 9
) -> Call:
    """A call of a layer that takes one batch; of a layer that is built once, perhaps a second."""
    rank = rank_of(name)
    groups = named.get("groups", 1)
    channels = max(groups, 1) * rng.randint(1, 3)
    named = {**named, **some(rng, data_format=rng.choice(FORMATS))}
    given = tensor(rng, named, rank, channels, most)
    if getattr(rule, "late", ()) and rng.random() < 0.4:
        again = tensor(rng, named, rank, channels, most)
        second = slipped(rng, again) if rng.random() < 0.4 else again
        return Call(rule, name, (second,), {}, init, named, before=((given,), {}))
    args, _ = nearly(rng, (given,), {})
    return Call(rule, name, args, {}, init, named)


def uneven(rng: random.Random, value: Any) -> Any:
    """Rarely a tuple of another length."""
    if isinstance(value, tuple) and rng.random() < 0.04:
        return (*value, 1) if rng.random() < 0.5 else value[1:]
    return value


def window(rng: random.Random, rank: int, causal: bool = False) -> tuple[Any, Named]:
    """A kernel_size, and how it moves: seldom with strides and a dilation_rate at once."""
    modes: tuple[str, ...] = ("valid", "same", "causal") if causal else ("valid", "same", "SAME")
    if rng.random() < 0.03:
        modes = ("full", "causal")
    named = some(
        rng,
        strides=uneven(rng, each(rng, 1, 3, rank)),
        dilation_rate=uneven(rng, each(rng, 1, 2, rank)),
    )
    if len(named) == 2 and rng.random() < 0.8:
        named.pop(rng.choice(list(named)))
    named |= some(rng, padding=rng.choice(modes), use_bias=rng.random() < 0.5)
    return uneven(rng, each(rng, 1, 4, rank)), named


@draws(*(f"keras.layers.Conv{d}D" for d in (1, 2, 3)))
def convolution(rng: random.Random, rule: Rule, name: str) -> Call:
    """Filters and channels that mostly go with the groups."""
    rank = rank_of(name)
    kernel, named = window(rng, rank, rank == 1)
    filters = rng.randint(1, 4) - (rng.random() < 0.02)
    if rng.random() < 0.35:
        named["groups"] = rng.randint(1, 3) - (rng.random() < 0.05)
        filters *= max(named["groups"], 1) if rng.random() < 0.9 else 1
    call = layer(rng, rule, name, (filters, kernel), named)
    if rng.random() < 0.05:
        named = {**(call.named or {}), "groups": rng.randint(1, 3)}
        call = Call(rule, name, call.args, {}, call.init, named, before=call.before)
    return call


@draws(*(f"keras.layers.Conv{d}DTranspose" for d in (1, 2, 3)))
def transposed(rng: random.Random, rule: Rule, name: str) -> Call:
    """An output_padding that is mostly less than the strides."""
    rank = rank_of(name)
    kernel, named = window(rng, rank)
    if rng.random() < 0.35:
        most = min(sizes(named.get("strides", 1))) - (rng.random() < 0.85)
        named["output_padding"] = uneven(rng, each(rng, 0, max(most, 0), rank))
    return layer(rng, rule, name, (rng.randint(1, 4), kernel), named, 5)


def sizes(value: Any) -> tuple[int, ...]:
    return value if isinstance(value, tuple) and value else (3,) if value == () else (value,)


@draws(*(f"keras.layers.{kind}Conv{d}D" for kind in ("Depthwise", "Separable") for d in (1, 2)))
def separable(rng: random.Random, rule: Rule, name: str) -> Call:
    kernel, named = window(rng, rank_of(name))
    named |= some(rng, depth_multiplier=rng.randint(1, 3) - (rng.random() < 0.05))
    init = (kernel,) if "Depthwise" in name else (rng.randint(1, 4), kernel)
    return layer(rng, rule, name, init, named)


@draws(*(f"keras.layers.{kind}Pooling{d}D" for kind in ("Max", "Average") for d in (1, 2, 3)))
def pool(rng: random.Random, rule: Rule, name: str) -> Call:
    rank = rank_of(name)
    padding = rng.choice(("valid", "same") if rng.random() < 0.95 else ("SAME", "full"))
    named = some(
        rng,
        strides=uneven(rng, each(rng, rng.random() > 0.05, 3, rank)),
        padding=padding,
    )
    pool_size = uneven(rng, each(rng, 1, 4, rank))
    return layer(rng, rule, name, (pool_size,), named)


@draws(*(f"keras.layers.Global{kind}Pooling{d}D" for kind in ("Max", "Average") for d in (1, 2, 3)))
def pool_global(rng: random.Random, rule: Rule, name: str) -> Call:
    """For the mean of a sequence, a mask that mostly goes with it."""
    call = layer(rng, rule, name, (), some(rng, keepdims=rng.random() < 0.7))
    shape = call.args[0].shape
    if "Average" not in name or "1D" not in name or len(shape) < 3 or rng.random() < 0.6:
        return call
    steps = 2 if (call.named or {}).get("data_format") == "channels_first" else 1
    mask = T((shape[0], shape[steps]), "torch.bool")
    mask = slipped(rng, mask) if rng.random() < 0.2 else mask
    return Call(rule, name, call.args, {"mask": mask}, (), call.named)


@draws(
    *(f"keras.layers.Adaptive{kind}Pooling{d}D" for kind in ("Max", "Average") for d in (1, 2, 3))
)
def pool_adaptive(rng: random.Random, rule: Rule, name: str) -> Call:
    size = uneven(rng, each(rng, 1, 5, rank_of(name)))
    return layer(rng, rule, name, (size,), {})


@draws(*(f"keras.layers.UpSampling{d}D" for d in (1, 2, 3)))
def repeated(rng: random.Random, rule: Rule, name: str) -> Call:
    rank = rank_of(name)
    size = uneven(rng, each(rng, 1, 3, rank)) if rank > 1 else rng.randint(0, 4)
    modes = ("nearest", "bilinear", "bicubic", "lanczos3")
    named = some(rng, interpolation=rng.choice(modes)) if rank == 2 else {}
    return without_format(layer(rng, rule, name, (size,), named))


@draws(*(f"keras.layers.{kind}{d}D" for kind in ("ZeroPadding", "Cropping") for d in (1, 2, 3)))
def sides(rng: random.Random, rule: Rule, name: str) -> Call:
    """One number for all, one for each axis, or before and after for each."""
    rank = rank_of(name)
    if rank == 1:
        given = each(rng, 0, 3, 2)
    elif rng.random() < 0.5:
        given = each(rng, 0, 3, rank)
    else:
        given = tuple(uneven(rng, each(rng, 0, 3, 2)) for _ in range(rank))
    return without_format(layer(rng, rule, name, (uneven(rng, given),), {}, 12))


def without_format(call: Call) -> Call:
    """The layers of sequences that know no data_format."""
    if call.name not in ("keras.layers.UpSampling1D", "keras.layers.Cropping1D"):
        return call
    return Call(call.rule, call.name, call.args, {}, call.init, {})
