"""Calls of TensorFlow's functions whose arguments hang together."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import Drawing, nearly
from tests.rules.special import draws

Drawn = tuple[tuple[Any, ...], dict[str, Any]]
INT = "torch.int64"


def shape(rng: random.Random, low: int = 0, high: int = 4, most: int = 5) -> tuple[int, ...]:
    return tuple(rng.randint(1, most) for _ in range(rng.randint(low, high)))


def sometimes(rng: random.Random, chance: float = 0.1) -> bool:
    return rng.random() < chance


def sizes(rng: random.Random, base: tuple[int, ...]) -> list[int]:
    """A shape that has to do with this one."""
    drawing = Drawing(rng, {})
    drawing.tensors.append(base)
    return list(drawing.size_list(True))


def axes(rng: random.Random, rank: int) -> list[int]:
    found = rng.sample(range(rank), rng.randint(0, rank))
    return [a - rank if sometimes(rng, 0.3) else a for a in found]


def axis(rng: random.Random, rank: int, off: float = 0.1) -> int:
    return (
        rng.randint(-rank - 1, rank)
        if sometimes(rng, off)
        else rng.randint(-rank, max(rank - 1, 0))
    )


def register(
    *names: str, floats: bool = False
) -> Callable[[Callable[[random.Random], Drawn]], None]:
    """The drawing of the arguments of these rules; `floats` where TensorFlow trips over other dtypes."""

    def made(drawn: Callable[[random.Random], Drawn]) -> None:
        def draw(rng: random.Random, rule: Rule, name: str) -> Call:
            args, kwargs = nearly(rng, *drawn(rng))
            if floats:
                args = tuple(T(a.shape) if isinstance(a, T) and a.slipped else a for a in args)
            return Call(rule, name, args, kwargs)

        draws(*names)(draw)

    return made


@register("tensorflow.cast", "tensorflow.saturate_cast")
def cast(rng: random.Random) -> Drawn:
    return (T(shape(rng)), "float64"), {}


@register("tensorflow.reshape")
def reshape(rng: random.Random) -> Drawn:
    own = shape(rng)
    new = sizes(rng, own)
    return (T(own), new[0] if len(new) == 1 and sometimes(rng) else new), {}


@register("tensorflow.ensure_shape")
def ensure_shape(rng: random.Random) -> Drawn:
    own = shape(rng)
    return (T(own), [None if sometimes(rng, 0.3) else n for n in own]), {}


@register("tensorflow.transpose")
def transpose(rng: random.Random) -> Drawn:
    own = shape(rng, 0, 5)
    perm = rng.sample(range(len(own)), len(own))
    perm = [p - len(own) if sometimes(rng) else p for p in perm]
    if perm and sometimes(rng):
        perm[0] = axis(rng, len(own))
    return (T(own),), {} if sometimes(rng, 0.2) else {"perm": perm}


@register("tensorflow.squeeze")
def squeeze(rng: random.Random) -> Drawn:
    own = tuple(1 if sometimes(rng, 0.6) else rng.randint(1, 4) for _ in range(rng.randint(0, 4)))
    ones = [i for i, n in enumerate(own) if n == 1]
    kind = rng.randrange(4)
    if kind == 0:
        return (T(own),), {}
    if kind == 1:
        return (
            T(own),
            rng.choice(ones) if ones and not sometimes(rng) else axis(rng, len(own)),
        ), {}
    if kind == 2:
        return (T(own), axes(rng, len(own))), {}
    return (T(own),), {"axis": rng.sample(ones, rng.randint(0, len(ones)))}


@register("tensorflow.tile")
def tile(rng: random.Random) -> Drawn:
    own = shape(rng)
    times = [rng.randint(0, 3) for _ in own]
    if sometimes(rng):
        times = [rng.randint(-1, 3) for _ in range(rng.randint(0, 4))]
    return (T(own), times[0] if times and sometimes(rng) else times), {}


@register("tensorflow.repeat")
def repeat(rng: random.Random) -> Drawn:
    own = shape(rng)
    at = None if sometimes(rng, 0.3) else axis(rng, len(own))
    n = 1
    for size in own if at is None else own[at : at + 1] if -len(own) <= at < len(own) else ():
        n *= size
    many = rng.choice((1, n, n, rng.randint(1, 5)))
    kind = rng.randrange(3)
    counts: Any = rng.randint(0, 3) if kind == 0 else [rng.randint(0, 3) for _ in range(many)]
    if kind == 2:
        counts = T((many,), INT, fill=2)
    return (T(own), counts), {} if at is None else {"axis": at}


@register("tensorflow.reverse")
def reverse(rng: random.Random) -> Drawn:
    own = shape(rng)
    at = axes(rng, len(own))
    if sometimes(rng):
        at.append(axis(rng, len(own)))
    return (T(own), at[0] if at and sometimes(rng) else at), {}


@register("tensorflow.roll")
def roll(rng: random.Random) -> Drawn:
    own = shape(rng)
    at = [axis(rng, len(own), 0.05) for _ in range(rng.randint(1, 3))]
    shifts = [rng.randint(-3, 3) for _ in (at[1:] if sometimes(rng) else at)]
    if len(at) == 1 and shifts and sometimes(rng, 0.6):
        return (T(own), shifts[0], at[0]), {}
    return (T(own), shifts), {"axis": at}


@register("tensorflow.broadcast_to")
def broadcast_to(rng: random.Random) -> Drawn:
    new = shape(rng)
    own = tuple(1 if sometimes(rng, 0.3) else n for n in new[rng.randint(0, len(new)) :])
    if sometimes(rng):
        return (T(own), sizes(rng, own)), {}
    return (T(own), new[0] if new and sometimes(rng) else list(new)), {}


@register("tensorflow.pad")
def pad(rng: random.Random) -> Drawn:
    own = shape(rng)
    low = -1 if sometimes(rng) else 0
    most = rng.choice((1, 3))
    pairs = [[rng.randint(low, most), rng.randint(0, most)] for _ in own]
    if sometimes(rng):
        pairs = [*pairs, [0, 1]] if sometimes(rng, 0.5) else pairs[1:]
    if pairs and sometimes(rng, 0.05):
        pairs = [p[:1] for p in pairs]
    mode = rng.choice(("CONSTANT", "REFLECT", "SYMMETRIC", "reflect"))
    return (T(own), pairs), {} if sometimes(rng, 0.4) else {"mode": mode}


@register("tensorflow.slice")
def slice_(rng: random.Random) -> Drawn:
    own = shape(rng)
    begin = [rng.randint(0, n - (n > 1)) for n in own]
    size = [
        -1 if sometimes(rng, 0.3) else rng.randint(0, n - b)
        for n, b in zip(own, begin, strict=True)
    ]
    if own and sometimes(rng, 0.2):
        changed = rng.choice((begin, size))
        changed[rng.randrange(len(own))] += rng.choice((-2, -1, 1, 2))
    if sometimes(rng, 0.05):
        size = size[1:]
    return (T(own), begin, size), {}


@register("tensorflow.strided_slice")
def strided_slice(rng: random.Random) -> Drawn:
    own = shape(rng)
    many = rng.randint(0, len(own)) + sometimes(rng)
    begin, end = ([rng.randint(-5, 5) for _ in range(many)] for _ in range(2))
    more: dict[str, Any] = {}
    if sometimes(rng, 0.5):
        more["strides"] = [rng.choice((1, 2, -1, 1, 1, 3, -2)) for _ in range(many)]
        if many and sometimes(rng, 0.05):
            more["strides"][0] = 0
    for mask in ("begin_mask", "end_mask", "shrink_axis_mask"):
        if sometimes(rng, 0.2):
            more[mask] = rng.randint(0, 7)
    return (T(own), begin, end[1:] if sometimes(rng, 0.05) else end), more


@register("tensorflow.reverse_sequence")
def reverse_sequence(rng: random.Random) -> Drawn:
    own = shape(rng, 1)
    batch = rng.randrange(len(own))
    at = axis(rng, len(own)) if sometimes(rng, 0.3) else rng.randrange(len(own))
    given = {} if batch == 0 else {"batch_axis": batch}
    return (T(own), T((own[batch],), INT)), {"seq_axis": at, **given}


@register("tensorflow.concat")
def concat(rng: random.Random) -> Drawn:
    own = shape(rng, 0 if sometimes(rng) else 1)
    at = axis(rng, len(own))
    parts = []
    for _ in range(rng.randint(1, 3)):
        each = list(own)
        if -len(own) <= at < len(own):
            each[at] = rng.randint(1, 4)
        parts.append(T(tuple(each)))
    if sometimes(rng, 0.2):
        return (_off(rng, parts), at), {}
    return (parts,), {"axis": at}


def _off(rng: random.Random, parts: list[T]) -> list[T]:
    """One of the tensors slipped."""
    place = rng.randrange(len(parts))
    parts[place] = nearly(random.Random(rng.random()), (parts[place],), {})[0][0]
    return parts


@register("tensorflow.stack")
def stack(rng: random.Random) -> Drawn:
    own = shape(rng)
    values: Any = [T(own) for _ in range(rng.randint(1, 3))]
    if sometimes(rng, 0.2):
        values = T((rng.randint(1, 3), *own))
    elif sometimes(rng, 0.4):
        values = _off(rng, values)
    return (values,), {"axis": axis(rng, len(own) + 1)} if sometimes(rng, 0.7) else {}


@register("tensorflow.unstack")
def unstack(rng: random.Random) -> Drawn:
    own = shape(rng, 0 if sometimes(rng) else 1)
    at = axis(rng, len(own))
    more = {"num": own[at]} if -len(own) <= at < len(own) and sometimes(rng, 0.4) else {}
    return (T(own),), {**more, "axis": at}


@register("tensorflow.split")
def split(rng: random.Random) -> Drawn:
    own = shape(rng, 0 if sometimes(rng) else 1, 3, 8)
    at = axis(rng, len(own), 0.05)
    n = own[at] if -len(own) <= at < len(own) else 1
    if sometimes(rng, 0.5):
        return (
            T(own),
            rng.choice([d for d in range(0, n + 1) if sometimes(rng) or d and n % d == 0] or [1]),
        ), {"axis": at}
    parts = [rng.randint(0, n) for _ in range(rng.randint(0, 2))]
    parts.append(n - sum(parts) if sometimes(rng, 0.7) else -1)
    if sometimes(rng):
        parts[rng.randrange(len(parts))] += 1
    return (T(own), parts), {"axis": at, **({"num": rng.randint(1, 3)} if sometimes(rng) else {})}


@register("tensorflow.meshgrid")
def meshgrid(rng: random.Random) -> Drawn:
    vectors = tuple(
        T(shape(rng, 1, 1) if sometimes(rng, 0.8) else shape(rng, 0, 2))
        for _ in range(rng.randint(1, 3))
    )
    return vectors, {"indexing": rng.choice(("xy", "ij"))} if sometimes(rng, 0.5) else {}


@register("tensorflow.math.unsorted_segment_sum")
def unsorted_segment_sum(rng: random.Random) -> Drawn:
    own = shape(rng)
    return (T(own), T(own[: rng.randint(0, len(own))], INT), rng.randint(-1, 4)), {}


@register("tensorflow.clip_by_global_norm")
def clip_by_global_norm(rng: random.Random) -> Drawn:
    return ([T(shape(rng)) for _ in range(rng.randint(1, 3))], 1.0), {}


@register("tensorflow.math.bincount")
def bincount(rng: random.Random) -> Drawn:
    return (T(shape(rng, 1), INT),), {}


@register("tensorflow.math.confusion_matrix")
def confusion_matrix(rng: random.Random) -> Drawn:
    own = shape(rng, 1, 1 if sometimes(rng, 0.8) else 2)
    more = {} if sometimes(rng, 0.4) else {"num_classes": rng.randint(1, 4)}
    return (T(own, INT), T(own, INT)), more


def bound(rng: random.Random, own: tuple[int, ...]) -> T:
    """A tensor that broadcasts to this shape."""
    return T(tuple(1 if sometimes(rng, 0.3) else n for n in own[rng.randint(0, len(own)) :]))


@register("tensorflow.clip_by_value")
def clip_by_value(rng: random.Random) -> Drawn:
    own = shape(rng)
    return (T(own), bound(rng, own), bound(rng, own)), {}


@register("tensorflow.clip_by_norm")
def clip_by_norm(rng: random.Random) -> Drawn:
    own = shape(rng)
    return (T(own), bound(rng, own) if sometimes(rng, 0.4) else T(())), (
        {} if sometimes(rng, 0.4) else {"axes": axes(rng, len(own))}
    )
