"""Drawings for `keras.ops` that rearrange, join, pick and multiply."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_keras_ops import shape
from tests.rules.drawing import draw_call, nearly
from tests.rules.special import draws, einsum, pattern

OPS = "keras.ops."
INT = "torch.int64"


def near(rng: random.Random, *tensors: T) -> list[T]:
    """The tensors, one of them changed now and then; dtypes stay."""
    found = list(nearly(rng, tensors, {})[0])
    return [T(new.shape, old.dtype) for new, old in zip(found, tensors, strict=True)]


def place(rng: random.Random, rank: int) -> int:
    """An axis, seldom out of range."""
    if not rank or rng.random() < 0.1:
        return rng.randint(-5, 5)
    return rng.randint(-rank, rank - 1)


def named_or_not(rng: random.Random, names: tuple[str, ...], values: list[Any]) -> dict[str, Any]:
    """Some of the optional arguments by name."""
    pairs = zip(names, values, strict=True)
    return {name: value for name, value in pairs if rng.random() < 0.6}


@draws(OPS + "expand_dims", OPS + "flip", OPS + "squeeze", OPS + "roll")
def on_axes(rng: random.Random, rule: Rule, name: str) -> Call:
    """One axis, several or none."""
    sizes = tuple(1 if rng.random() < 0.4 else n for n in shape(rng))
    count = rng.choice((0, 1, 1, 2))
    places = sorted({place(rng, len(sizes)) for _ in range(count)})
    rank = len(sizes) + (len(places) if name.endswith("expand_dims") else 0)
    if len({p % max(rank, 1) for p in places}) < len(places):
        places = places[:1]
    axis: Any = rng.choice((tuple, list))(places) if len(places) != 1 else places[0]
    if name.endswith("roll"):
        shift: Any = 1 if not isinstance(axis, tuple | list) else (1,) * len(places)
        return Call(rule, name, (T(sizes), shift), {} if not places else {"axis": axis})
    if not places and not name.endswith("expand_dims"):
        return Call(rule, name, (T(sizes),), {})
    return Call(rule, name, (T(sizes),), {"axis": axis})


@draws(OPS + "broadcast_to")
def broadcast_to(rng: random.Random, rule: Rule, name: str) -> Call:
    wanted = shape(rng)
    own = tuple(1 if rng.random() < 0.3 else n for n in wanted[rng.randint(0, len(wanted)) :])
    return Call(rule, name, (*near(rng, T(own)), wanted), {})


@draws(OPS + "repeat")
def repeat(rng: random.Random, rule: Rule, name: str) -> Call:
    """One count, or one for each."""
    sizes = shape(rng)
    axis = rng.choice((None, place(rng, len(sizes)), place(rng, len(sizes))))
    counts: Any = rng.randint(0, 3)
    if rng.random() < 0.3:
        counts = [rng.randint(0, 3) for _ in range(rng.choice((1, *sizes)))]
    return Call(rule, name, (*near(rng, T(sizes)), counts), {} if axis is None else {"axis": axis})


@draws(OPS + "rot90")
def rot90(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng, 1)
    axes = (place(rng, len(sizes)), place(rng, len(sizes)))
    kwargs = named_or_not(rng, ("k", "axes"), [rng.choice((1, 3, -1)), axes])
    return Call(rule, name, (T(sizes),), kwargs)


@draws(OPS + "pad")
def pad(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng, 1)
    low = -1 if rng.random() < 0.1 else 0
    count = len(sizes) if rng.random() < 0.8 else rng.randint(1, 4)
    widths: Any = [[rng.randint(low, 3), rng.randint(low, 3)] for _ in range(count)]
    if rng.random() < 0.1:
        widths = rng.randint(0, 2)
    elif rng.random() < 0.1:
        widths = [pair[:1] for pair in widths]
    elif rng.random() < 0.5:
        widths = tuple(map(tuple, widths))
    modes = ("constant", "reflect", "symmetric")
    kwargs = {"mode": rng.choice(modes)} if rng.random() < 0.3 else {}
    return Call(rule, name, (T(sizes), widths), kwargs)


@draws(OPS + "rearrange")
def rearrange(rng: random.Random, rule: Rule, name: str) -> Call:
    """A pattern that mostly fits, now and then one axis more."""
    drawn = pattern(rng, rule, "einops.rearrange")
    tensor, text = drawn.args
    if rng.random() < 0.1:
        tensor = T((*tensor.shape, rng.randint(1, 2)))
    return Call(rule, name, (tensor, text), drawn.kwargs)


def together(rng: random.Random, sizes: tuple[int, ...], axis: int, count: int) -> list[T]:
    """Tensors that differ in one axis, mostly in none but that."""
    made = []
    for _ in range(count):
        own = list(sizes)
        if -len(own) <= axis < len(own):
            own[axis] = rng.randint(1, 5)
        made.append(T(tuple(own)))
    return near(rng, *made)


@draws(OPS + "concatenate", OPS + "append", OPS + "stack")
def joined(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng)
    new = name.endswith("stack")
    axis = place(rng, len(sizes) + new)
    kwargs = {} if rng.random() < 0.3 else {"axis": axis}
    outside = 9 if new else kwargs.get("axis", 0)
    count = 2 if name.endswith("append") else rng.randint(1, 3)
    tensors = together(rng, sizes, outside, count)
    return Call(rule, name, tuple(tensors) if name.endswith("append") else (tensors,), kwargs)


@draws(OPS + "vstack", OPS + "hstack", OPS + "dstack")
def stacks(rng: random.Random, rule: Rule, name: str) -> Call:
    axis = {"vstack": 0, "hstack": 1, "dstack": 2}[name.rpartition(".")[2]]
    return Call(rule, name, (together(rng, shape(rng), axis, rng.randint(1, 3)),), {})


@draws(*(f"{OPS}{kind}split" for kind in ("", "array_", "h", "v", "d")))
def split(rng: random.Random, rule: Rule, name: str) -> Call:
    parts = rng.randint(-1 if rng.random() < 0.1 else 1, 3)
    sizes = tuple(max(parts, 1) * rng.randint(1, 3) for _ in range(rng.randint(1, 4)))
    (tensor,) = near(rng, T(sizes))
    cuts = rng.choice((tuple, list))(rng.randint(0, 4) for _ in range(rng.randint(1, 3)))
    if rng.random() < 0.7:
        cuts = type(cuts)(sorted(cuts))
    where: Any = parts if "array" in name or rng.random() < 0.5 else cuts
    takes_axis = name in (OPS + "split", OPS + "array_split")
    kwargs = {"axis": place(rng, len(tensor.shape))} if takes_axis and rng.random() < 0.7 else {}
    return Call(rule, name, (tensor, where), kwargs)


@draws(OPS + "unstack", OPS + "diff")
def along(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng)
    first = ("num", rng.choice((None, 3))) if name.endswith("unstack") else ("n", rng.randint(0, 3))
    names, values = ("axis", first[0]), [place(rng, len(sizes)), first[1]]
    return Call(rule, name, (T(sizes),), named_or_not(rng, names, values))


@draws(OPS + "trapezoid")
def trapezoid(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng)
    axis = place(rng, len(sizes))
    kwargs: dict[str, Any] = {} if rng.random() < 0.5 else {"axis": axis}
    if rng.random() < 0.4 and -len(sizes) <= kwargs.get("axis", -1) < len(sizes):
        kwargs["x"] = T((sizes[kwargs.get("axis", -1)] + (rng.random() < 0.2),))
    return Call(rule, name, (T(sizes),), kwargs)


@draws(OPS + "take")
def take(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng)
    kwargs = {} if rng.random() < 0.2 else {"axis": place(rng, len(sizes))}
    return Call(
        rule, name, (T(sizes), T(shape(rng, 0, 3), rng.choice((INT, "torch.int32")))), kwargs
    )


@draws(OPS + "take_along_axis")
def take_along_axis(rng: random.Random, rule: Rule, name: str) -> Call:
    """An index that has the tensor's sizes outside the axis, or 1."""
    sizes = shape(rng, 1)
    axis = rng.randint(-len(sizes), len(sizes) - 1)
    index = [1 if rng.random() < 0.2 else n for n in sizes]
    index[axis] = rng.randint(1, 5)
    tensors = near(rng, T(sizes), T(tuple(index), INT))
    if rng.random() < 0.2:
        return Call(rule, name, (tensors[0], T((rng.randint(1, 5),), INT)), {})
    return Call(rule, name, (*tensors, axis), {})


@draws(OPS + "diagonal", OPS + "trace")
def diagonal(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng, 1)
    values = [rng.randint(-3, 3), place(rng, len(sizes)), place(rng, len(sizes))]
    return Call(rule, name, (T(sizes),), named_or_not(rng, ("offset", "axis1", "axis2"), values))


@draws(OPS + "diag", OPS + "diagflat")
def diag(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng, 0, 3)
    return Call(rule, name, (T(sizes),), named_or_not(rng, ("k",), [rng.randint(-4, 4)]))


@draws(OPS + "unravel_index")
def unravel_index(rng: random.Random, rule: Rule, name: str) -> Call:
    return Call(rule, name, (T(shape(rng), INT), shape(rng, 1)), {})


@draws(OPS + "select")
def select(rng: random.Random, rule: Rule, name: str) -> Call:
    """Conditions and choices that broadcast."""
    whole = shape(rng)
    count = rng.randint(1, 3)

    def parts(dtype: str | None) -> list[T]:
        cut = rng.randint(0, len(whole)) if rng.random() < 0.3 else 0
        sizes = (tuple(1 if rng.random() < 0.2 else n for n in whole[cut:]) for _ in range(count))
        return [T(s, dtype) for s in sizes]

    tensors = near(rng, *parts("torch.bool"), *parts(None), T(whole))
    default = {} if rng.random() < 0.5 else {"default": rng.choice((0, 1.5, tensors[-1]))}
    return Call(rule, name, (tensors[:count], tensors[count : 2 * count]), default)


@draws(OPS + "dot", OPS + "inner", OPS + "vdot")
def dot(rng: random.Random, rule: Rule, name: str) -> Call:
    k = rng.randint(1, 5)
    left, right = shape(rng, 0, 3), shape(rng, 0, 2)
    if name.endswith("vdot"):
        left = right = ()
    second = (*right, k) if not name.endswith(".dot") or not right else (*right[:-1], k, right[-1])
    return Call(rule, name, tuple(near(rng, T((*left, k)), T(second))), {})


@draws(OPS + "tensordot")
def tensordot(rng: random.Random, rule: Rule, name: str) -> Call:
    """The summed axes are equal, mostly."""
    inner, left, right = shape(rng, 0, 2), shape(rng, 0, 2), shape(rng, 0, 2)
    tensors = near(rng, T((*left, *inner)), T((*inner, *right)))
    axes: Any = len(inner)
    if rng.random() < 0.6:
        mine = [len(left) + i - (rng.random() < 0.3) * (len(left) + axes) for i in range(axes)]
        axes = rng.choice((tuple, list))((mine, list(range(axes))))
    return Call(rule, name, (*tensors, axes), {})


@draws(OPS + "einsum")
def einsum_of_keras(rng: random.Random, rule: Rule, name: str) -> Call:
    """As for torch, without a dtype."""
    call = einsum(rng, rule, name)
    return Call(rule, name, (call.args[0], *(T(t.shape) for t in call.args[1:])), {})


@draws(OPS + "cross")
def cross(rng: random.Random, rule: Rule, name: str) -> Call:
    batch = list(shape(rng, 0, 3))
    axis = rng.randint(-len(batch) - 1, len(batch)) if rng.random() < 0.5 else -1
    at = axis % (len(batch) + 1)
    vectors = []
    for _ in "ab":
        sizes = [1 if rng.random() < 0.2 else n for n in batch]
        sizes.insert(at, rng.choice((3, 3, 3, 3, 2, 4)))
        vectors.append(T(tuple(sizes)))
    return Call(rule, name, tuple(near(rng, *vectors)), {} if axis == -1 else {"axis": axis})


@draws(OPS + "cast")
def cast(rng: random.Random, rule: Rule, name: str) -> Call:
    return Call(rule, name, (T(shape(rng)), rng.choice(("int32", "float16", "uint8"))), {})


@draws(OPS + "slice", OPS + "slice_update")
def cut(rng: random.Random, rule: Rule, name: str) -> Call:
    """A part that lies within, mostly."""
    sizes = shape(rng)
    starts = [rng.randint(0, n - 1) for n in sizes]
    lengths = [rng.randint(1, n - a) for n, a in zip(sizes, starts, strict=True)]
    if sizes and rng.random() < 0.3:
        at = rng.randrange(len(sizes))
        lengths[at] += rng.choice((-1, 1, 3))
    if rng.random() < 0.1:
        starts, lengths = [*starts, 0], [*lengths, 1]
    part: Any = T(tuple(max(n, 1) for n in lengths)) if name.endswith("update") else tuple(lengths)
    return Call(rule, name, (T(sizes), rng.choice((tuple, list))(starts), part), {})


@draws(OPS + "scatter", OPS + "scatter_update")
def scatter(rng: random.Random, rule: Rule, name: str) -> Call:
    """A value, or a part, for each row of indices."""
    sizes = shape(rng, 1)
    k = rng.randint(1, len(sizes))
    update = name.endswith("update")
    lead = (rng.randint(1, 4),) if update else shape(rng, 0, 2)
    indices, values = near(rng, T((*lead, k), INT), T((*lead, *sizes[k:])))
    if not update:
        return Call(rule, name, (indices, values, sizes), {})
    kwargs = {"reduction": rng.choice(("add", "max"))} if rng.random() < 0.2 else {}
    return Call(rule, name, (T(sizes), indices, values), kwargs)


@draws(OPS + "matmul")
def matmul(rng: random.Random, rule: Rule, name: str) -> Call:
    """As its signature says, without dtypes."""
    call = draw_call(rng, rule, name)
    return Call(rule, name, tuple(T(t.shape) for t in call.args), {})
