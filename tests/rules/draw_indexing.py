"""Calls that write and pick by index, and that cut and join."""

from __future__ import annotations

import random

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly
from tests.rules.special import draws

Shape = tuple[int, ...]


def shape(rng: random.Random, low: int = 0, high: int = 4) -> Shape:
    return tuple(extent(rng, 5) for _ in range(rng.randint(low, high)))


def axis(rng: random.Random, rank: int) -> int:
    """Mostly one of so many."""
    if rng.random() < 0.05:
        return rng.randint(-6, 6)
    return rng.randint(-rank, rank - 1) if rank else rng.choice((0, -1))


def replaced(sizes: Shape, dim: int, size: int) -> Shape:
    """The shape with another size at an axis, where there is one."""
    if not sizes or not -len(sizes) <= dim < len(sizes):
        return sizes
    at = dim % len(sizes)
    return (*sizes[:at], size, *sizes[at + 1 :])


@draws("torch.index_add", "torch.index_copy", "torch.index_reduce")
def slices(rng: random.Random, rule: Rule, name: str) -> Call:
    """A slice of the source for each index."""
    whole = shape(rng)
    dim, count = axis(rng, len(whole)), extent(rng, 4) if whole else 1
    vector = count != 1 or rng.random() < 0.7
    index = T((count,) if vector else (), rng.choice(("torch.int64", "torch.int64", "torch.int32")))
    source = T(replaced(whole, dim, count) if rng.random() < 0.9 else shape(rng))
    last = (rng.choice(("prod", "mean", "amax", "amin")),) if "reduce" in name else ()
    args, kwargs = nearly(rng, (T(whole), dim, index, source, *last), {})
    return Call(rule, name, args, kwargs)


@draws("torch.index_put")
def put(rng: random.Random, rule: Rule, name: str) -> Call:
    """Index tensors that broadcast, or masks, and values that fit what they pick."""
    whole = shape(rng, 1)
    if rng.random() < 0.3 and whole:
        axes = rng.randint(1, len(whole))
        indices = [T(whole[:axes], "torch.bool")]
        place = (0, *whole[axes:])
    else:
        axes = rng.randint(1, len(whole) or 1)
        common = shape(rng, 0, 2)
        indices = [T(stretched(rng, common), "torch.int64") for _ in range(axes)]
        joined = tuple(
            1 if all(n == 1 for n in sizes) else common[i] for i, sizes in columns(indices, common)
        )
        place = (*joined, *whole[axes:])
    values = T(stretched(rng, place[rng.randint(0, len(place)) :] if rng.random() < 0.4 else place))
    if rng.random() < 0.05:
        indices.append(T((1,), "torch.int64"))
    if indices and rng.random() < 0.1:
        indices[0] = nearly(rng, (indices[0],), {})[0][0]
    given = indices if rng.random() < 0.5 else tuple(indices)
    args, kwargs = nearly(rng, (T(whole), given, values), {})
    return Call(rule, name, args, kwargs if rng.random() < 0.5 else {"accumulate": True})


def stretched(rng: random.Random, sizes: Shape) -> Shape:
    """Some sizes as 1, which broadcast."""
    return tuple(1 if rng.random() < 0.2 else n for n in sizes)


def columns(tensors: list[T], common: Shape) -> list[tuple[int, Shape]]:
    return [(i, tuple(t.shape[i] for t in tensors)) for i in range(len(common))]


@draws("torch.put")
def elements(rng: random.Random, rule: Rule, name: str) -> Call:
    """As many elements as indices, in the same shape or not."""
    index = shape(rng, 0, 3)
    total = 1
    for n in index:
        total *= n
    source = T(index if rng.random() < 0.5 else (total,))
    args, kwargs = nearly(rng, (T(shape(rng)), T(index, "torch.int64"), source), {})
    return Call(rule, name, args, kwargs)


@draws("torch.scatter_reduce")
def scattered(rng: random.Random, rule: Rule, name: str) -> Call:
    """An index that fits in the tensor and in the source."""
    whole = shape(rng)
    dim = axis(rng, len(whole))
    index = replaced(tuple(rng.randint(min(n, 1), n) for n in whole), dim, extent(rng, 5))
    source = tuple(n + (rng.random() < 0.2) for n in index)
    reduce = rng.choice(("sum", "prod", "mean", "amax", "amin"))
    args, kwargs = nearly(rng, (T(whole), dim, T(index, "torch.int64"), T(source), reduce), {})
    return Call(rule, name, args, kwargs)


@draws("torch.take_along_dim")
def along(rng: random.Random, rule: Rule, name: str) -> Call:
    """An index that broadcasts outside the axis."""
    whole = shape(rng)
    if rng.random() < 0.2:
        args, kwargs = nearly(rng, (T(whole), T(shape(rng), "torch.int64")), {})
        return Call(rule, name, args, kwargs)
    dim = axis(rng, len(whole))
    index = replaced(stretched(rng, whole), dim, extent(rng, 5))
    args, kwargs = nearly(rng, (T(whole), T(index, "torch.int64"), dim), {})
    return Call(rule, name, args, kwargs)


@draws("torch.slice_scatter", "torch.select_scatter")
def stretch(rng: random.Random, rule: Rule, name: str) -> Call:
    """A source of the shape of what is replaced."""
    whole = shape(rng, 1)
    dim = axis(rng, len(whole))
    n = whole[dim] if -len(whole) <= dim < len(whole) else 1
    if "select" in name:
        index = rng.randint(-n - 1, n)
        source = tuple(s for i, s in enumerate(whole) if i != dim % len(whole))
        args, kwargs = nearly(rng, (T(whole), T(source), dim, index), {})
        return Call(rule, name, args, kwargs)
    start, end = (rng.choice((None, rng.randint(-7, 7))) for _ in range(2))
    step = rng.randint(1, 3)
    source = replaced(whole, dim, len(range(n)[start:end:step]))
    args, kwargs = nearly(rng, (T(whole), T(source), dim, start, end, step), {})
    return Call(rule, name, args, kwargs)


@draws("torch.atleast_1d", "torch.atleast_2d", "torch.atleast_3d")
def several(rng: random.Random, rule: Rule, name: str) -> Call:
    """One tensor, several, or a list of them."""
    tensors = tuple(T(shape(rng)) for _ in range(rng.randint(1, 3)))
    return Call(rule, name, tensors if rng.random() < 0.6 else (list(tensors),), {})


@draws("torch.hstack", "torch.vstack", "torch.dstack", "torch.column_stack")
def side_by_side(rng: random.Random, rule: Rule, name: str) -> Call:
    """Tensors that differ along the axis that is joined."""
    whole = shape(rng, 0, 4)
    at = {"hstack": len(whole) > 1, "vstack": 0, "dstack": 2, "column_stack": 1, "row_stack": 0}
    dim = int(at[name.rpartition(".")[2]])
    tensors = [T(varied(rng, whole, dim)) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.3:
        tensors[0] = nearly(rng, (tensors[0],), {})[0][0]
    if rng.random() < 0.1:
        tensors.insert(0, T(varied(rng, (0,), 0)))
    return Call(rule, name, (tensors,), {})


def varied(rng: random.Random, sizes: Shape, dim: int) -> Shape:
    return replaced(sizes, dim, extent(rng, 4)) if dim < len(sizes) else sizes


@draws(
    "torch.as_strided",
    "torch.as_strided_scatter",
    "torch.empty_strided",
    "torch.Tensor.new_empty_strided",
    "torch.empty_permuted",
)
def strided(rng: random.Random, rule: Rule, name: str) -> Call:
    """A size and as many strides, or an order of the axes."""
    size = shape(rng, 0, 3)
    stride = tuple(rng.randint(0, 3) for _ in size)
    if "permuted" in name:
        stride = tuple(rng.sample(range(len(size)), len(size)))
    if rng.random() < 0.1:
        stride = tuple(n - 1 for n in stride) if rng.random() < 0.5 else (*stride, 1)
    if rng.random() < 0.1:
        size = tuple(n - 1 for n in size)
    first = () if name.startswith("torch.empty") else (T((60,)),)
    source = (T(size),) if "scatter" in name and all(n >= 0 for n in size) else ()
    args, kwargs = nearly(rng, (*first, *source), {})
    return Call(rule, name, (*args, size, stride), kwargs)
