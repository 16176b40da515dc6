"""Drawings for NumPy: a dtype that is asked for, and calls whose arguments hang together."""

from __future__ import annotations

import random
from typing import Any

from shapelint.interpreter import rulebook
from shapelint.rulebook import RuleFunction
from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import draw_call, extent, nearly
from tests.rules.special import draws, einsum

DTYPES = ("float32", "float64", "int64", "int32", "bool", "uint8", "complex64")


def shape(rng: random.Random, least: int = 0, most: int = 4) -> tuple[int, ...]:
    return tuple(extent(rng, 4) for _ in range(rng.randint(least, most)))


def array(sizes: tuple[int, ...], dtype: str = "float64") -> T:
    return T(sizes, f"numpy.{dtype}")


def with_dtype(rng: random.Random, rule: Rule, name: str) -> Call:
    """A call as its signature says, in one of three cases with a dtype."""
    call = draw_call(rng, rule, name)
    if rng.random() < 0.3:
        call.kwargs["dtype"] = rng.choice(DTYPES)
    return call


def takes_dtype(rule: Rule) -> bool:
    return isinstance(rule, RuleFunction) and any(
        p.name == "dtype" for s in rule.signatures for p in s.params
    )


draws(
    *(
        rule.names[0]
        for rule in rulebook().parse_all()
        if rule.names[0].startswith("numpy.") and takes_dtype(rule)
    )
)(with_dtype)


def together(rng: random.Random, count: int, axis: int | None) -> list[T]:
    """Arrays that differ in one axis, which may be nowhere."""
    sizes = shape(rng, 1)
    made = []
    for _ in range(count):
        own = list(sizes)
        if axis is not None and -len(own) <= axis < len(own):
            own[axis] = extent(rng)
        made.append(array(tuple(own), rng.choice(("float64", "float64", "float32", "int64"))))
    return made


def joined(
    rng: random.Random, args: list[Any], kwargs: dict[str, Any], rule: Rule, name: str
) -> Call:
    arrays = list(nearly(rng, tuple(args[0]), {})[0])
    return Call(rule, name, (arrays, *args[1:]), kwargs)


@draws("numpy.concatenate")
def concatenate(rng: random.Random, rule: Rule, name: str) -> Call:
    axis = rng.choice((0, 0, 1, -1, -2, 2, None))
    kwargs = {"dtype": rng.choice(DTYPES)} if rng.random() < 0.2 else {}
    return joined(rng, [together(rng, rng.randint(1, 3), axis), axis], kwargs, rule, name)


@draws("numpy.stack")
def stack(rng: random.Random, rule: Rule, name: str) -> Call:
    axis = rng.randint(-4, 4)
    return joined(rng, [together(rng, rng.randint(1, 3), None), axis], {}, rule, name)


@draws("numpy.vstack", "numpy.hstack", "numpy.dstack", "numpy.column_stack")
def vstack(rng: random.Random, rule: Rule, name: str) -> Call:
    axis = {"numpy.vstack": 0, "numpy.hstack": 1, "numpy.dstack": 2}.get(name, 1)
    arrays = together(rng, rng.randint(1, 3), axis)
    if rng.random() < 0.2:
        arrays = [array(shape(rng, 0, 1)) for _ in arrays]
    return joined(rng, [arrays], {}, rule, name)


@draws("numpy.append")
def append(rng: random.Random, rule: Rule, name: str) -> Call:
    axis = rng.choice((0, 1, -1, None))
    return Call(rule, name, (*nearly(rng, tuple(together(rng, 2, axis)), {})[0], axis), {})


@draws("numpy.split", "numpy.array_split", "numpy.hsplit", "numpy.vsplit", "numpy.dsplit")
def split(rng: random.Random, rule: Rule, name: str) -> Call:
    parts = rng.randint(1, 3)
    sizes = tuple(parts * extent(rng, 3) for _ in range(rng.randint(1, 4)))
    cut: Any = parts if rng.random() < 0.6 else tuple(rng.randint(-7, 7) for _ in range(parts))
    (tensor,) = nearly(rng, (array(sizes),), {})[0]
    takes_axis = name in ("numpy.split", "numpy.array_split")
    return Call(rule, name, (tensor, cut), {"axis": rng.randint(-2, 2)} if takes_axis else {})


@draws("numpy.ndarray.transpose")
def transpose(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng)
    order = rng.sample(range(len(sizes)), len(sizes))
    axes = [i - len(sizes) if rng.random() < 0.3 else i for i in order]
    (tensor,) = nearly(rng, (array(sizes),), {})[0]
    kind = rng.randrange(3)
    return Call(
        rule, name, (tensor, *([] if kind == 0 else [tuple(axes)] if kind == 1 else axes)), {}
    )


SQUARE = (
    "inv", "cholesky", "det", "slogdet", "eig", "eigh", "eigvals", "eigvalsh", "matrix_power", "pinv",
    "solve", "matrix_rank", "cond",
)  # fmt: skip


@draws(*(f"numpy.linalg.{name}" for name in SQUARE))
def square(rng: random.Random, rule: Rule, name: str) -> Call:
    """Matrices that are square mostly."""
    n = extent(rng)
    batch = shape(rng, 0, 2)
    call = draw_call(rng, rule, name)
    kwargs, more = call.kwargs, list(call.args[1:])
    if name == "numpy.linalg.solve":
        more = [
            array((n,) if rng.random() < 0.3 else (*batch[rng.randint(0, 2) :], n, extent(rng)))
        ]
    if name == "numpy.linalg.matrix_power":
        more = [rng.randint(-2, 3)]
    args, _ = nearly(rng, (array((*batch, n, n)), *more), {})
    return Call(rule, name, args, kwargs)


@draws("numpy.tensordot")
def tensordot(rng: random.Random, rule: Rule, name: str) -> Call:
    """The summed axes are equal, mostly."""
    inner, left, right = shape(rng, 0, 2), shape(rng, 0, 2), shape(rng, 0, 2)
    args: tuple[Any, ...] = (array((*left, *inner)), array((*inner, *right)))
    axes: Any = len(inner)
    if rng.random() < 0.5:
        first = range(len(left), len(left) + len(inner))
        axes = (tuple(first), tuple(range(len(inner))))
    return Call(rule, name, (*nearly(rng, args, {})[0], axes), {})


@draws("numpy.cross")
def cross(rng: random.Random, rule: Rule, name: str) -> Call:
    batch = shape(rng, 0, 3)
    args = tuple(
        array((*(1 if rng.random() < 0.2 else n for n in batch), rng.choice((2, 3, 3))))
        for _ in "ab"
    )
    return Call(rule, name, nearly(rng, args, {})[0], {})


@draws("numpy.dot", "numpy.inner", "numpy.vdot")
def dot(rng: random.Random, rule: Rule, name: str) -> Call:
    k = extent(rng)
    left, right = shape(rng, 0, 3), shape(rng, 0, 2)
    if name.endswith("vdot"):
        right = left
    second = (*right, k) if name != "numpy.dot" or not right else (*right[:-1], k, right[-1])
    return Call(rule, name, nearly(rng, (array((*left, k)), array(second)), {})[0], {})


@draws("numpy.einsum")
def einsum_of_arrays(rng: random.Random, rule: Rule, name: str) -> Call:
    """As for torch."""
    call = einsum(rng, rule, name)
    first, *rest = call.args
    return Call(rule, name, (first, *(array(t.shape) for t in rest)), {})


@draws("numpy.ndarray.astype", "numpy.astype")
def astype(rng: random.Random, rule: Rule, name: str) -> Call:
    dtype = rng.choice((*DTYPES, "float", "int", "f4"))
    return Call(rule, name, (array(shape(rng), rng.choice(DTYPES)), dtype), {})


@draws("numpy.pad")
def pad(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = shape(rng)
    widths: Any = rng.randint(0, 3)
    kind = rng.randrange(4)
    if kind > 0:
        count = (1, len(sizes), rng.randint(0, 4))[kind - 1]
        widths = tuple((rng.randint(0, 3), rng.randint(0, 3)) for _ in range(count))
    elif rng.random() < 0.3:
        widths = tuple(rng.randint(-1, 3) for _ in range(rng.randint(1, 2)))
    mode = rng.choice(("constant", "edge", "reflect", "wrap", "symmetric", "mean", "linear_ramp"))
    return Call(rule, name, (array(sizes), widths, mode), {})


@draws("numpy.take_along_axis", "numpy.put_along_axis")
def along_axis(rng: random.Random, rule: Rule, name: str) -> Call:
    """An index that has the array's sizes outside the axis, or 1."""
    sizes = shape(rng, 1)
    axis = rng.randint(-len(sizes), len(sizes) - 1)
    index = [1 if rng.random() < 0.2 else n for n in sizes]
    index[axis] = extent(rng)
    values = () if name.startswith("numpy.take") else (array(tuple(index)),)
    args, _ = nearly(rng, (array(sizes), array(tuple(index), "int64"), *values), {})
    return Call(rule, name, (*args, axis), {})


@draws("numpy.random.randint", "numpy.random.Generator.integers", "numpy.random.beta")
def bounded(rng: random.Random, rule: Rule, name: str) -> Call:
    """Bounds that leave something between them, or arrays of zeros that do not."""
    args = [1, array(shape(rng)) if rng.random() < 0.1 else 5]
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.8:
        kwargs["size"] = rng.choice((extent(rng), shape(rng), (2, -1)))
    if not name.endswith("beta") and rng.random() < 0.3:
        kwargs["dtype"] = rng.choice(("int32", "int64", "uint8"))
    return Call(rule, name, tuple(args), kwargs)


@draws("numpy.meshgrid")
def meshgrid(rng: random.Random, rule: Rule, name: str) -> Call:
    vectors = tuple(array(shape(rng, 0, 2)) for _ in range(rng.randint(1, 3)))
    return Call(rule, name, vectors, {"indexing": rng.choice(("xy", "ij"))})


@draws("numpy.lib.stride_tricks.sliding_window_view")
def windows(rng: random.Random, rule: Rule, name: str) -> Call:
    """Windows for all axes or for some, mostly no larger than these."""
    sizes = shape(rng, 1)
    axes = [rng.randint(-len(sizes), len(sizes) - 1) for _ in range(rng.randint(1, 2))]
    chosen = rng.choice((None, tuple(axes), axes[0]))
    over = range(len(sizes)) if chosen is None else axes if isinstance(chosen, tuple) else [chosen]
    lengths: Any = tuple(rng.randint(-1 if rng.random() < 0.1 else 0, max(sizes[a], 1)) for a in over)
    if rng.random() < 0.3:
        lengths = lengths[0]
    return Call(rule, name, *nearly(rng, (array(sizes), lengths), {"axis": chosen}))


def counting(rng: random.Random, rows: int) -> dict[str, Any]:
    """What else a histogram takes."""
    kwargs: dict[str, Any] = {}
    if rng.random() < 0.3:
        kwargs["density"] = rng.random() < 0.5
    if rng.random() < 0.3:
        kwargs["weights"] = array((rows + (rng.random() < 0.1),))
    return kwargs


@draws("numpy.histogram", "numpy.histogram_bin_edges")
def histogram(rng: random.Random, rule: Rule, name: str) -> Call:
    rows = extent(rng)
    bins = rng.choice((rng.randint(-1, 5), array((extent(rng),)), "auto"))
    kwargs = counting(rng, rows) if bins != "auto" else {}
    if name.endswith("edges"):
        kwargs.pop("density", None)
    return Call(rule, name, (array((rows,)), bins), kwargs)


@draws("numpy.histogram2d")
def histogram2d(rng: random.Random, rule: Rule, name: str) -> Call:
    rows = extent(rng)
    pair = (rng.randint(0, 4), rng.randint(1, 4))
    edges = tuple(array((n + 1,)) for n in pair)
    bins = rng.choice((rng.randint(0, 4), pair, edges, edges[0]))
    args, _ = nearly(rng, (array((rows,)), array((rows,))), {})
    return Call(rule, name, (*args, bins), counting(rng, rows))


@draws("numpy.histogramdd")
def histogramdd(rng: random.Random, rule: Rule, name: str) -> Call:
    points = (extent(rng), rng.randint(1, 3))
    bins: Any = tuple(rng.randint(0 if rng.random() < 0.1 else 1, 4) for _ in range(points[1]))
    if rng.random() < 0.3:
        bins = rng.choice((rng.randint(0, 4), bins[1:]))
    return Call(rule, name, *nearly(rng, (array(points), bins), counting(rng, points[0])))
