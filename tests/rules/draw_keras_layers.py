"""Drawings of Keras's simple layers: equations, axes, target shapes, groups, second calls."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import nearly, slipped
from tests.rules.special import draws

Shape = tuple[int, ...]
RATES = (0, 0.25, 0.5, 0.5, 0.5, 1, 1.5, -0.5)


def sizes(rng: random.Random, least: int, most: int) -> Shape:
    return tuple(rng.randint(1, 4) for _ in range(rng.randint(least, most)))


def on(
    rng: random.Random, rule: Rule, name: str, init: tuple[Any, ...], named: dict[str, Any], shape: Shape,
    **kwargs: Any,
) -> Call:  # fmt: skip
    """A call of a layer with a tensor of that shape, or nearly; of one that is built, perhaps a second."""
    if getattr(rule, "late", ()) and rng.random() < 0.35:
        again = T((rng.randint(1, 3), *shape[1:]) if shape else shape)
        second = slipped(rng, again) if rng.random() < 0.4 else again
        return Call(rule, name, (second,), kwargs, init, named, before=((T(shape),), {}))
    args, _ = nearly(rng, (T(shape),), {})
    return Call(rule, name, args, kwargs, init, named)


def axis_of(rng: random.Random, rank: int) -> int:
    return rng.randint(-rank - 1, rank) if rng.random() < 0.08 else rng.randint(-rank, rank - 1)


def axes_of(rng: random.Random, rank: int) -> Any:
    """One axis, or several in order."""
    if rng.random() < 0.5:
        return axis_of(rng, rank)
    chosen = sorted(rng.sample(range(rank), rng.randint(1, rank)))
    back = rng.random() < 0.5
    return [a - rank if back else a for a in chosen]


@draws("keras.layers.EinsumDense")
def equation(rng: random.Random, rule: Rule, name: str) -> Call:
    """An input, a kernel that shares letters with it, and an output of letters of both."""
    letters = {c: rng.randint(1, 4) for c in "abcdef"}
    dots = rng.choice(("", "", "left", "right"))
    inputs = "abc"[: rng.randint(2, 3)]
    summed = inputs[-rng.randint(1, len(inputs) - 1) :]
    new = "def"[: rng.randint(0, 2)]
    kernel = "".join(rng.sample(summed + new, len(summed + new)))
    if rng.random() < 0.2:
        kernel = kernel[1:] or "d"
    kept = inputs[1:] if rng.random() < 0.2 else "".join(c for c in inputs[1:] if c not in summed)
    tail = kept + new
    output = inputs[0] + "".join(rng.sample(tail, len(tail)) if rng.random() < 0.2 else tail)
    if dots == "left":  # the batch is among the dots
        inputs, output = inputs[1:], output[1:] or "d"
    given: list[Any] = [letters[c] for c in (output if dots == "left" else output[1:])]
    given = (
        [
            None if c in inputs and rng.random() < 0.2 else n
            for c, n in zip(output[-len(given) :], given, strict=False)
        ]
        if given
        else given
    )
    if rng.random() < 0.06:
        given = given[1:] if rng.random() < 0.5 else [*given, 2]
    more = sizes(rng, 1, 2) if dots else ()
    shape = tuple(letters[c] for c in inputs)
    shape = (*more, *shape) if dots == "left" else (*shape, *more)
    before, after = ("..." if dots == side else "" for side in ("left", "right"))
    text = f"{before}{inputs}{after},{kernel}->{before}{output}{after}"
    if rng.random() < 0.03:
        text = text.replace(",", ", ")
    named: dict[str, Any] = {}
    if rng.random() < 0.4:
        pool = output[1:] if len(output) > 1 and rng.random() < 0.9 else output + "f"
        named["bias_axes"] = "".join(sorted(rng.sample(pool, rng.randint(1, len(pool)))))
    sole = len(given) == 1 and given[0] is not None and rng.random() < 0.5
    return on(rng, rule, name, (text, given[0] if sole else tuple(given)), named, shape)


@draws("keras.layers.Activation")
def activation(rng: random.Random, rule: Rule, name: str) -> Call:
    named = rng.choice(("relu", "tanh", "sigmoid", "linear", "gelu", "softplus", "swish", "elu"))
    return on(rng, rule, name, (named,), {}, sizes(rng, 0, 4))


@draws("keras.layers.Softmax")
def softmax(rng: random.Random, rule: Rule, name: str) -> Call:
    """Often with a mask, which mostly broadcasts."""
    shape = sizes(rng, 1, 4)
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.4:
        cut = rng.randint(0, len(shape)) if rng.random() < 0.3 else 0
        mask = T(tuple(1 if rng.random() < 0.2 else n for n in shape[cut:]), "keras.bool", fill=1)
        kwargs["mask"] = slipped(rng, mask) if rng.random() < 0.3 else mask
    return on(rng, rule, name, (), {"axis": axes_of(rng, len(shape))}, shape, **kwargs)


@draws("keras.layers.PReLU")
def prelu(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = sizes(rng, 1, 4)
    named: dict[str, Any] = {}
    if rng.random() < 0.6:
        count = rng.randint(0, len(shape) - 1)
        shared = rng.sample(range(1, len(shape)), count)
        named["shared_axes"] = [*shared, len(shape)] if rng.random() < 0.08 else shared
        if len(shared) == 1 and rng.random() < 0.3:
            named["shared_axes"] = shared[0]
    return on(rng, rule, name, (), named, shape)


@draws("keras.layers.Reshape")
def reshape(rng: random.Random, rule: Rule, name: str) -> Call:
    """Factors of the size of a sample, one of them often -1."""
    shape = sizes(rng, 1, 4)
    total, parts = 1, list[int]()
    for n in shape[1:]:
        total *= n
    while total > 1 and len(parts) < 3:
        parts.append(rng.choice([d for d in range(1, total + 1) if total % d == 0]))
        total //= parts[-1]
    parts.append(total)
    if rng.random() < 0.5:
        parts[rng.randrange(len(parts))] = -1
    if rng.random() < 0.15:
        parts[rng.randrange(len(parts))] = rng.choice((-2, -1, 0, 1, 2, 3))
    return on(rng, rule, name, (tuple(parts),), {}, shape)


@draws("keras.layers.Permute")
def permutation(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = sizes(rng, 2, 5)
    dims = rng.sample(range(1, len(shape)), len(shape) - 1)
    if rng.random() < 0.1:
        dims[rng.randrange(len(dims))] += rng.choice((-1, 1))
    return on(rng, rule, name, (tuple(dims),), {}, shape)


@draws("keras.layers.BatchNormalization", "keras.layers.GroupNormalization")
def by_features(rng: random.Random, rule: Rule, name: str) -> Call:
    """The features last or on axis 1, mostly; groups that mostly divide them."""
    shape = sizes(rng, 2, 5) if rng.random() < 0.9 else sizes(rng, 0, 1)
    usual = rng.random() < 0.7 and len(shape) > 1
    axis = rng.choice((-1, 1)) if usual else axis_of(rng, max(len(shape), 1))
    named: dict[str, Any] = {} if axis == -1 and rng.random() < 0.5 else {"axis": axis}
    named |= {flag: False for flag in ("center", "scale") if rng.random() < 0.2}
    if name.endswith("GroupNormalization"):
        groups = rng.choice((1, 1, 2, 2, 3, -1, -1, 4, 0))
        many = max(groups, 1) * rng.randint(1, 3)
        if -len(shape) <= axis < len(shape) and rng.random() < 0.8:
            at = axis % len(shape)
            shape = (*shape[:at], many, *shape[at + 1 :])
        named["groups"] = groups
    kwargs: dict[str, Any] = {}
    if name.endswith("BatchNormalization") and rng.random() < 0.15:
        mask = T(shape[:-1], "keras.bool", fill=1)
        kwargs["mask"] = slipped(rng, mask) if rng.random() < 0.3 else mask
    return on(rng, rule, name, (), named, shape, **kwargs)


@draws(
    "keras.layers.LayerNormalization",
    "keras.layers.RMSNormalization",
    "keras.layers.UnitNormalization",
)
def by_axes(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = sizes(rng, 1, 4)
    named: dict[str, Any] = {"axis": axes_of(rng, len(shape))} if rng.random() < 0.7 else {}
    if name.endswith("LayerNormalization"):
        named |= {flag: False for flag in ("center", "scale") if rng.random() < 0.2}
    return on(rng, rule, name, (), named, shape)


NOISE = ("Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise")


@draws(*(f"keras.layers.{n}" for n in (*NOISE, *(f"SpatialDropout{d}D" for d in (1, 2, 3)))))
def noise(rng: random.Random, rule: Rule, name: str) -> Call:
    spatial = "Spatial" in name
    rank = int(name[-2]) + 2 if spatial else rng.randint(0, 4)
    shape = sizes(rng, rank, rank)
    named: dict[str, Any] = {}
    if name.endswith(".Dropout") and rng.random() < 0.4:
        named["noise_shape"] = tuple(rng.choice((None, 1, n, 0)) for n in shape)
    if spatial and rank > 3 and rng.random() < 0.4:
        named["data_format"] = rng.choice(("channels_first", "channels_last"))
    return on(rng, rule, name, (rng.choice(RATES),), named, shape)
