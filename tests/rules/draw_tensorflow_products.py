"""Calls of TensorFlow's products, linear algebra and picking."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_tensorflow import INT, Drawn, axes, axis, register, shape, sometimes
from tests.rules.drawing import nearly
from tests.rules.special import LETTERS, draws


def spread(rng: random.Random, batch: tuple[int, ...]) -> tuple[int, ...]:
    """What broadcasts to these axes."""
    cut = rng.randint(0, len(batch)) if sometimes(rng, 0.4) else 0
    return tuple(1 if sometimes(rng, 0.2) else n for n in batch[cut:])


@register("tensorflow.matmul")
def matmul(rng: random.Random) -> Drawn:
    n, k, m = (rng.randint(1, 4) for _ in range(3))
    batch = shape(rng, 0, 2, 3)
    flags = {
        f"{kind}_{side}": sometimes(rng, 0.2)
        for kind in ("transpose", "adjoint")
        for side in "ab"
        if sometimes(rng, 0.4)
    }
    turned = [flags.get(f"transpose_{s}") or flags.get(f"adjoint_{s}") for s in "ab"]
    a = (k, n) if turned[0] else (n, k)
    b = (m, k) if turned[1] else (k, m)
    return (T((*spread(rng, batch), *a)), T((*spread(rng, batch), *b))), flags


@register("tensorflow.linalg.matvec")
def matvec(rng: random.Random) -> Drawn:
    n, k = rng.randint(1, 4), rng.randint(1, 4)
    batch = shape(rng, 0, 2, 3)
    turned = sometimes(rng, 0.3)
    a = (k, n) if turned else (n, k)
    return (T((*spread(rng, batch), *a)), T((*spread(rng, batch), k))), {"transpose_a": turned}


@register("tensorflow.tensordot")
def tensordot(rng: random.Random) -> Drawn:
    common = shape(rng, 0, 2)
    left, right = shape(rng, 0, 2), shape(rng, 0, 2)
    many = len(common)
    if sometimes(rng, 0.5):
        count = rng.randint(-1, 3) if sometimes(rng) else many
        return (T((*left, *common)), T((*common, *right))), {"axes": count}
    mine = list(range(len(left), len(left) + many))
    others = list(range(many))
    pairs: Any = [mine, [o - many - len(right) if sometimes(rng, 0.2) else o for o in others]]
    if many == 1 and sometimes(rng, 0.4):
        pairs = [mine[0], others[0]]
    elif sometimes(rng):
        pairs[0].append(rng.randint(-2, 3))
    return (T((*left, *common)), T((*common, *right)), pairs), {}


@register("tensorflow.einsum")
def einsum(rng: random.Random) -> Drawn:
    sizes = {letter: rng.randint(1, 4) for letter in LETTERS}
    many = rng.randint(1, 3)
    words = ["".join(rng.sample(LETTERS, rng.randint(1, 3))) for _ in range(many)]
    if sometimes(rng):
        words[0] += words[0][:1]
    dots = sometimes(rng, 0.3)
    batch = shape(rng, 1, 2, 3) if dots else ()
    used = sorted(set("".join(words)))
    out = "".join(rng.sample(used, rng.randint(0, len(used))))
    mark = "..." if dots else ""
    text = ",".join(mark + w for w in words)
    if sometimes(rng, 0.85):
        text += "->" + mark + out
    if sometimes(rng):
        text = text.replace(",", ", ").replace("->", " -> ")
    shapes = [(*spread(rng, batch), *(sizes[c] for c in word)) for word in words]
    if sometimes(rng, 0.05):
        shapes = shapes[1:]
    return (text, *map(T, shapes)), {}


@register("tensorflow.linalg.cross")
def cross(rng: random.Random) -> Drawn:
    own = (*shape(rng, 0, 2), 3)
    return (T(own), T(own)), {}


def square(rng: random.Random, batch: tuple[int, ...] | None = None) -> T:
    n = rng.randint(1, 4)
    return T((*(shape(rng, 0, 2, 3) if batch is None else batch), n, n))


@register(
    "tensorflow.linalg.inv",
    "tensorflow.linalg.cholesky",
    "tensorflow.linalg.det",
    "tensorflow.linalg.logdet",
    "tensorflow.linalg.slogdet",
    "tensorflow.linalg.lu",
    "tensorflow.linalg.expm",
)
def of_square(rng: random.Random) -> Drawn:
    return (square(rng),), {}


@register("tensorflow.linalg.eigh", "tensorflow.linalg.eigvalsh", floats=True)
def eigh(rng: random.Random) -> Drawn:
    return (square(rng),), {}


@register(
    "tensorflow.linalg.solve",
    "tensorflow.linalg.triangular_solve",
    "tensorflow.linalg.cholesky_solve",
)
def solve(rng: random.Random) -> Drawn:
    batch = shape(rng, 0, 2, 3)
    matrix = square(rng, batch)
    rest = spread(rng, batch) if sometimes(rng, 0.4) else batch
    return (matrix, T((*rest, matrix.shape[-1], rng.randint(1, 4)))), {}


@register("tensorflow.linalg.diag")
def diag(rng: random.Random) -> Drawn:
    return (T(shape(rng, 0, 3)),), {"k": rng.randint(-3, 3)} if sometimes(rng, 0.5) else {}


@register("tensorflow.linalg.diag_part")
def diag_part(rng: random.Random) -> Drawn:
    return (T(shape(rng, 1, 4)),), {"k": rng.randint(-3, 3)} if sometimes(rng, 0.5) else {}


@register("tensorflow.linalg.set_diag")
def set_diag(rng: random.Random) -> Drawn:
    own = shape(rng, 2, 4)
    k = rng.randint(-2, 2) if sometimes(rng, 0.5) else 0
    many = min(own[-2] + min(k, 0), own[-1] - max(k, 0))
    return (T(own), T((*own[:-2], max(many, 1)))), {"k": k} if k else {}


@register("tensorflow.linalg.band_part")
def band_part(rng: random.Random) -> Drawn:
    return (T(shape(rng, 1, 4)), rng.randint(-1, 3), rng.randint(-1, 3)), {}


@register("tensorflow.norm", "tensorflow.linalg.normalize")
def norm(rng: random.Random) -> Drawn:
    own = shape(rng)
    more: dict[str, Any] = {}
    if sometimes(rng, 0.8):
        pair = len(own) > 1 and sometimes(rng, 0.4)
        more["axis"] = rng.sample(range(len(own)), 2) if pair else axis(rng, len(own))
        if sometimes(rng):
            more["axis"] = axes(rng, len(own))
    return (T(own),), more


@register("tensorflow.linalg.tensor_diag_part")
def tensor_diag_part(rng: random.Random) -> Drawn:
    half = shape(rng, 0, 3, 3)
    return (T((*half, *half)),), {}


@register("tensorflow.gather")
def gather(rng: random.Random) -> Drawn:
    own = shape(rng)
    more: dict[str, Any] = {}
    common = rng.randint(0, len(own)) if sometimes(rng, 0.4) else 0
    index = (*own[:common], *shape(rng, 0, 2))
    if common:
        more["batch_dims"] = common - len(index) if sometimes(rng, 0.2) else common
    if sometimes(rng, 0.6):
        more["axis"] = (
            rng.randint(common, max(len(own) - 1, common))
            if sometimes(rng, 0.6)
            else axis(rng, len(own))
        )
    return (T(own), T(index, INT)), more


@register("tensorflow.gather_nd")
def gather_nd(rng: random.Random) -> Drawn:
    own = shape(rng)
    common = rng.randint(0, len(own)) if sometimes(rng, 0.3) else 0
    depth = rng.randint(1, max(1, len(own) - common + sometimes(rng, 0.2)))
    index = (*own[:common], *shape(rng, 0, 2), depth)
    return (T(own), T(index, INT)), {"batch_dims": common} if common else {}


@register("tensorflow.boolean_mask")
def boolean_mask(rng: random.Random) -> Drawn:
    own = shape(rng)
    at = rng.randint(0, max(len(own) - 1, 0)) if sometimes(rng, 0.4) else 0
    many = rng.randint(1, max(len(own) - at, 1))
    mask = T(own[at : at + many], "torch.bool")
    if sometimes(rng):
        at -= len(own)
    return (T(own), mask), {"axis": at} if at else {}


def places(rng: random.Random) -> tuple[tuple[int, ...], T, T]:
    """A shape, indices into it and what they are written with."""
    own = shape(rng, 0 if sometimes(rng, 0.05) else 1)
    depth = rng.randint(1, max(1, len(own) + sometimes(rng)))
    batch = shape(rng, 1, 2)
    return own, T((*batch, depth), INT), T((*batch, *own[depth:]))


@draws(
    "tensorflow.scatter_nd",
    "tensorflow.tensor_scatter_nd_update",
    "tensorflow.tensor_scatter_nd_add",
)
def scatter_nd(rng: random.Random, rule: Rule, name: str) -> Call:
    """Without a vector of indices or too few updates: TensorFlow crashes on them."""
    while True:
        own, index, updates = places(rng)
        given: tuple[Any, ...] = (T(own), index, updates)
        if name == "tensorflow.scatter_nd":
            given = (index, updates, own[0] if own and sometimes(rng, 0.05) else list(own))
        args, kwargs = nearly(rng, given, {})
        index, updates = args[:2] if name == "tensorflow.scatter_nd" else args[1:3]
        if 1 < len(index.shape) <= len(updates.shape) + 1:
            return Call(rule, name, args, kwargs)


@register("tensorflow.searchsorted")
def searchsorted(rng: random.Random) -> Drawn:
    rows = shape(rng, 0, 2, 3)
    return (T((*rows, rng.randint(1, 4))), T((*rows, rng.randint(1, 4)))), {}


@register("tensorflow.nn.embedding_lookup")
def embedding_lookup(rng: random.Random) -> Drawn:
    rest = shape(rng, 0, 2)
    table: Any = T((rng.randint(1, 5), *rest))
    if sometimes(rng, 0.2):
        table = [table, *([T((table.shape[0], *rest))] if sometimes(rng, 0.5) else [])]
    return (table, T(shape(rng, 0, 3), INT)), {}


@register("tensorflow.math.top_k")
def top_k(rng: random.Random) -> Drawn:
    own = shape(rng, 0 if sometimes(rng, 0.05) else 1)
    n = own[-1] if own else 1
    return (T(own),), {"k": rng.randint(0, n + sometimes(rng, 0.2)) - sometimes(rng, 0.05)}


@register("tensorflow.math.in_top_k")
def in_top_k(rng: random.Random) -> Drawn:
    n = rng.randint(1, 4)
    return (T((n,), "torch.int32"), T((n, rng.randint(1, 5))), rng.randint(1, 3)), {}


@register("tensorflow.one_hot")
def one_hot(rng: random.Random) -> Drawn:
    own = shape(rng)
    at = rng.randint(-2, len(own) + 1) if sometimes(rng) else rng.randint(-1, len(own))
    depth = rng.randint(-1, 4) if sometimes(rng) else rng.randint(0, 4)
    return (T(own, INT), depth), {"axis": at} if sometimes(rng, 0.7) else {}


@register("tensorflow.sequence_mask")
def sequence_mask(rng: random.Random) -> Drawn:
    more = {"maxlen": rng.randint(-1 if sometimes(rng) else 0, 5)} if sometimes(rng, 0.7) else {}
    return (T(shape(rng), INT),), more
