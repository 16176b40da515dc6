"""Calls of linear algebra: matrices that fit each other, axes that are multiplied together."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import draw_call, extent, nearly, strides
from tests.rules.special import draws

Sizes = tuple[int, ...]


def tensor(rng: random.Random, *shape: int, dtype: str | None = None, fill: int = 0) -> T:
    return T(shape, dtype, strides=strides(rng, shape), fill=fill)


def batch(rng: random.Random, most: int = 3) -> Sizes:
    return tuple(extent(rng, 4) for _ in range(rng.randint(0, most)))


def part(rng: random.Random, sizes: Sizes) -> Sizes:
    """What broadcasts to the sizes."""
    cut = rng.randint(0, len(sizes)) if rng.random() < 0.4 else 0
    return tuple(1 if rng.random() < 0.2 else n for n in sizes[cut:])


def flags(rng: random.Random, *names: str) -> dict[str, Any]:
    return {name: rng.random() < 0.5 for name in names if rng.random() < 0.3}


@draws("torch.cholesky")
def cholesky(rng: random.Random, rule: Rule, name: str) -> Call:
    n = extent(rng)
    return Call(rule, name, *nearly(rng, (tensor(rng, *batch(rng), n, n),), flags(rng, "upper")))


@draws("torch.linalg.householder_product")
def householder(rng: random.Random, rule: Rule, name: str) -> Call:
    lead = batch(rng)
    m, n, k = sorted((extent(rng), extent(rng), extent(rng)), reverse=True)
    args, kwargs = nearly(rng, (tensor(rng, *lead, m, n), tensor(rng, *lead, k)), {})
    return Call(rule, name, args, kwargs)


@draws("torch.ormqr")
def ormqr(rng: random.Random, rule: Rule, name: str) -> Call:
    lead = batch(rng, 2)
    m, k, q = extent(rng), extent(rng), extent(rng)
    options = flags(rng, "left", "transpose")
    other = (m, q) if options.get("left", True) else (q, m)
    tensors = tensor(rng, *lead, m, k), tensor(rng, *lead, min(m, k)), tensor(rng, *lead, *other)
    return Call(rule, name, *nearly(rng, tensors, options))


@draws("torch.linalg.solve", "torch.linalg.solve_ex", "torch.linalg.lstsq")
def solve(rng: random.Random, rule: Rule, name: str) -> Call:
    """The right side a vector, vectors or matrices."""
    lead = batch(rng)
    m, k = extent(rng), extent(rng)
    least_squares = name.endswith("lstsq")
    n = extent(rng) if least_squares else m
    options = {} if least_squares else flags(rng, "left")
    kind = rng.randrange(4)
    left: Sizes = (*lead, m, n)
    right: Sizes = (m, k) if options.get("left", True) else (k, m)
    if kind == 0:
        right = (m,)
    elif kind == 1:
        right = (*lead, m)
    else:
        left, right = (*part(rng, lead), m, n), (*part(rng, lead), *right)
    return Call(rule, name, *nearly(rng, (tensor(rng, *left), tensor(rng, *right)), options))


@draws("torch.linalg.solve_triangular")
def solve_triangular(rng: random.Random, rule: Rule, name: str) -> Call:
    lead, n, k = batch(rng), extent(rng), extent(rng)
    options = {"upper": rng.random() < 0.5, **flags(rng, "left", "unitriangular")}
    right = (n, k) if options.get("left", True) else (k, n)
    tensors = tensor(rng, *part(rng, lead), n, n), tensor(rng, *part(rng, lead), *right)
    return Call(rule, name, *nearly(rng, tensors, options))


@draws("torch.triangular_solve", "torch.cholesky_solve")
def solve_factor(rng: random.Random, rule: Rule, name: str) -> Call:
    """The right side first."""
    lead, n, k = batch(rng), extent(rng), extent(rng)
    tensors = tensor(rng, *part(rng, lead), n, k), tensor(rng, *part(rng, lead), n, n)
    return Call(rule, name, *nearly(rng, tensors, flags(rng, "upper")))


@draws("torch.linalg.lu_solve", "torch.lu_solve")
def lu_solve(rng: random.Random, rule: Rule, name: str) -> Call:
    """Factors with their pivots, all of them 1; those lie row by row, else torch reads past them."""
    lead, n, k = batch(rng, 2), extent(rng), extent(rng)
    mine = part(rng, lead)
    given = flags(rng, "left", "adjoint") if "linalg" in name else {}
    right = tensor(rng, *part(rng, lead), *((n, k) if given.get("left", True) else (k, n)))
    factors = tensor(rng, *mine, n, n), T((*mine, n), "torch.int32", fill=1)
    args, _ = nearly(rng, (*factors, right) if "linalg" in name else (right, *factors), given)
    return Call(rule, name, tuple(replace(a, strides=None) if a.fill else a for a in args), given)


@draws("torch.linalg.ldl_solve")
def ldl_solve(rng: random.Random, rule: Rule, name: str) -> Call:
    """Torch reads past the end of pivots that are broadcast, and stumbles over some layouts: the
    batches are equal, the matrices lie row by row."""
    lead, n, k = batch(rng, 2), extent(rng), rng.randint(1, 4)
    off = rng.randint(0, 1) if rng.random() < 0.4 else 0
    tensors = T((*lead, n, n + off)), T((*lead, n), "torch.int32", fill=1)
    right = T((*lead, n + (rng.random() < 0.2), k))
    return Call(rule, name, (*tensors, right), flags(rng, "hermitian"))


@draws("torch.lu_unpack")
def lu_unpack(rng: random.Random, rule: Rule, name: str) -> Call:
    """With the pivots that belong to the factors: torch does not look whether they do."""
    args, _ = nearly(rng, (tensor(rng, *batch(rng, 2), extent(rng), extent(rng)),), {})
    shape = args[0].shape
    pivots = T((*shape[:-2], min(shape[-2:], default=0)), "torch.int32", fill=1)
    return Call(rule, name, (*args, pivots), flags(rng, "unpack_data", "unpack_pivots"))


@draws("torch.linalg.tensorinv")
def tensorinv(rng: random.Random, rule: Rule, name: str) -> Call:
    """Axes of few elements on both sides."""
    sides = rng.choice(
        [((2, 3), (6,)), ((6,), (3, 2)), ((4,), (2, 2)), ((), ()), ((1, 3), (3,)), ((0, 2), (0,))]
    )
    args, _ = nearly(rng, (tensor(rng, *sides[0], *sides[1]),), {})
    ind = len(sides[0]) if rng.random() < 0.9 else rng.randint(-1, 4)
    return Call(rule, name, args, {} if ind == 2 and rng.random() < 0.5 else {"ind": ind})


@draws("torch.linalg.tensorsolve")
def tensorsolve(rng: random.Random, rule: Rule, name: str) -> Call:
    first, last = rng.choice(
        [((2, 3), (6,)), ((6,), (3, 2)), ((4,), (2, 2)), ((1, 3), (3,)), ((0, 2), (0,))]
    )
    whole: list[int] = [*first, *last]
    options: dict[str, Any] = {}
    if rng.random() < 0.4:
        at = rng.randrange(len(whole))
        whole.insert(at, whole.pop())
        options["dims"] = (at if rng.random() < 0.5 else at - len(whole),)
    return Call(rule, name, *nearly(rng, (tensor(rng, *whole), tensor(rng, *first)), options))


@draws("torch.diagonal_scatter")
def diagonal_scatter(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = [extent(rng) for _ in range(rng.randint(2, 4))]
    one, two = rng.sample(range(len(shape)), 2)
    offset = rng.randint(-3, 3)
    rest = [n for i, n in enumerate(shape) if i not in (one, two)]
    length = max(min(shape[one] + min(offset, 0), shape[two] - max(offset, 0)), 0)
    places = [d if rng.random() < 0.7 else d - len(shape) for d in (one, two)]
    tensors = tensor(rng, *shape), tensor(rng, *rest, length)
    args, _ = nearly(rng, tensors, {})
    return Call(rule, name, (*args, offset, *places), {})


@draws("torch.Tensor.fill_diagonal_")
def fill_diagonal(rng: random.Random, rule: Rule, name: str) -> Call:
    n = extent(rng)
    shape = (n,) * rng.randint(2, 4) if rng.random() < 0.5 else (n, extent(rng))
    args, kwargs = nearly(rng, (T(shape),), flags(rng, "wrap"))
    return Call(rule, name, (*args, 1.0), kwargs)


@draws("torch.tensordot")
def tensordot(rng: random.Random, rule: Rule, name: str) -> Call:
    """A number of axes, or pairs of them."""
    inner = batch(rng, 2)
    left, right = batch(rng, 2), batch(rng, 2)
    if rng.random() < 0.4:
        count = len(inner) if rng.random() < 0.9 else rng.randint(-1, 4)
        tensors = tensor(rng, *left, *inner), tensor(rng, *inner, *right)
        args, _ = nearly(rng, tensors, {})
        return Call(rule, name, args, {} if count == 2 else {"dims": count})
    pairs: list[tuple[T, list[int]]] = []
    for side in (left, right):
        axes = list(side) + list(inner)
        order = rng.sample(range(len(axes)), len(axes))
        places = [order.index(len(side) + i) for i in range(len(inner))]
        dims = [p if rng.random() < 0.7 else p - len(axes) for p in places]
        pairs.append((tensor(rng, *(axes[i] for i in order)), dims))
    if rng.random() < 0.1 and pairs[0][1]:
        pairs[0][1].append(rng.choice(pairs[0][1]))
    args, _ = nearly(rng, (pairs[0][0], pairs[1][0]), {})
    return Call(rule, name, (*args, (pairs[0][1], pairs[1][1])), {})


@draws("torch.linalg.multi_dot", "torch.chain_matmul")
def chain(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = [extent(rng) for _ in range(rng.randint(2, 5))]
    factors = [tensor(rng, m, n) for m, n in zip(sizes, sizes[1:], strict=False)]
    if rng.random() < 0.3:
        factors[0] = tensor(rng, sizes[1])
    if rng.random() < 0.3:
        factors[-1] = tensor(rng, sizes[-2])
    args, _ = nearly(rng, tuple(factors), {})
    return Call(rule, name, (list(args),) if name.endswith("multi_dot") else args, {})


@draws("torch.linalg.cross", "torch.cross")
def cross(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = [extent(rng, 4) for _ in range(rng.randint(1, 4))]
    at = rng.randrange(len(shape))
    shape[at] = 3
    other = [1 if rng.random() < 0.2 and i != at else n for i, n in enumerate(shape)]
    dim = at if rng.random() < 0.5 else at - len(shape)
    args, _ = nearly(rng, (tensor(rng, *shape), tensor(rng, *other)), {})
    return Call(rule, name, args, {"dim": dim} if rng.random() < 0.7 else {})


@draws("torch.kron", "torch.linalg.matrix_exp")
def row_major(rng: random.Random, rule: Rule, name: str) -> Call:
    """Operations that fail for some layouts: all tensors lie row by row."""
    call = draw_call(rng, rule, name)
    args = tuple(replace(a, strides=None) if isinstance(a, T) else a for a in call.args)
    return Call(rule, name, args, call.kwargs)


@draws("torch.cov")
def cov(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = batch(rng, 2)
    count = shape[-1] if shape else 1
    weights = {
        "fweights": T((count,), "torch.int64", fill=1), "aweights": T((count,), fill=1)
    }  # fmt: skip
    given: dict[str, Any] = {k: v for k, v in weights.items() if rng.random() < 0.3}
    if given and rng.random() < 0.3:
        key = rng.choice(list(given))
        given[key] = replace(given[key], shape=rng.choice([(count + 1,), (count, 1), ()]))
    args, _ = nearly(rng, (tensor(rng, *shape),), {})
    return Call(rule, name, args, given)


@draws("torch.block_diag", "torch.cartesian_prod")
def small(rng: random.Random, rule: Rule, name: str) -> Call:
    """Tensors of few axes."""
    ranks = (1,) if name.endswith("prod") else (0, 1, 2)
    tensors = tuple(
        tensor(rng, *(extent(rng) for _ in range(rng.choice(ranks))))
        for _ in range(rng.randint(1, 4))
    )
    args, _ = nearly(rng, tensors, {})
    return Call(rule, name, args, {})


@draws("torch.linalg.cond")
def cond(rng: random.Random, rule: Rule, name: str) -> Call:
    n = extent(rng)
    last = (n, n) if rng.random() < 0.6 else (n, extent(rng))
    p = rng.choice((None, 2, -2, 1, -1, "fro", "nuc", float("inf"), 2.0, 3, "x", 0))
    args, _ = nearly(rng, (tensor(rng, *batch(rng), *last),), {})
    return Call(rule, name, (*args, p), {})


@draws("torch.linalg.pinv", "torch.linalg.matrix_rank")
def tolerance(rng: random.Random, rule: Rule, name: str) -> Call:
    """Tolerances as numbers and as tensors."""
    lead, n = batch(rng), extent(rng)
    last = (n, n) if rng.random() < 0.6 else (n, extent(rng))
    options = flags(rng, "hermitian")
    chosen = ("rcond" if name.endswith("pinv") else "tol", "atol", "rtol")
    kind = rng.randrange(4)
    if kind == 1:
        options[chosen[0]] = 0.1 if rng.random() < 0.5 else tensor(rng, *part(rng, lead))
    elif kind > 1:
        options[chosen[kind - 1]] = 0.1 if rng.random() < 0.5 else tensor(rng, *part(rng, lead))
    args, _ = nearly(rng, (tensor(rng, *lead, *last),), {})
    return Call(rule, name, args, options)


@draws("torch.gradient")
def gradient(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = batch(rng)
    rank = len(shape)
    options: dict[str, Any] = {}
    kind = rng.randrange(4)
    dims = rng.sample(range(rank), rng.randint(0, rank))
    count = rank
    if kind == 1:
        options["dim"] = rng.randint(-rank - 1, rank)
        count = 1
    elif kind == 2:
        options["dim"] = tuple(d if rng.random() < 0.7 else d - rank for d in dims)
        count = len(dims)
    if rng.random() < 0.3:
        options["edge_order"] = rng.randint(1, 3)
    if rng.random() < 0.4:
        count += rng.random() < 0.1
        options["spacing"] = 2.0 if rng.random() < 0.5 else tuple([0.5] * count)
    args, _ = nearly(rng, (tensor(rng, *shape),), {})
    return Call(rule, name, args, options)
