"""Calls of TensorFlow's creation of tensors, losses, convolutions and pools."""

from __future__ import annotations

import random
from typing import Any

from tests.rules.calls import T
from tests.rules.draw_tensorflow import INT, Drawn, axis, bound, register, shape, sometimes


def sizes(rng: random.Random) -> Any:
    """A shape to be made, now and then a single number or a negative one."""
    found = [rng.randint(-1 if sometimes(rng, 0.05) else 0, 4) for _ in range(rng.randint(0, 4))]
    return found[0] if found and sometimes(rng) else found


@register("tensorflow.zeros")
def zeros(rng: random.Random) -> Drawn:
    return (sizes(rng),), {}


@register("tensorflow.fill")
def fill(rng: random.Random) -> Drawn:
    return (sizes(rng), T(() if sometimes(rng, 0.8) else (1,))), {}


@register("tensorflow.constant")
def constant(rng: random.Random) -> Drawn:
    return (T(shape(rng)),), {}


@register("tensorflow.eye")
def eye(rng: random.Random) -> Drawn:
    more: dict[str, Any] = {"num_columns": rng.randint(0, 4)} if sometimes(rng, 0.5) else {}
    if sometimes(rng, 0.4):
        more["batch_shape"] = list(shape(rng, 0, 2))
    return (rng.randint(-1, 4) if sometimes(rng) else rng.randint(0, 4),), more


@register("tensorflow.range")
def range_(rng: random.Random) -> Drawn:
    if sometimes(rng, 0.4):
        return (rng.randint(-2, 8),), {}
    start, limit = rng.randint(-3, 5), rng.randint(-3, 9)
    step: Any = rng.choice((1, 2, -1, -2, 0.5, 0))
    if isinstance(step, float):
        return (float(start), float(limit), step), {}
    return (start, limit), {"delta": step} if sometimes(rng, 0.5) else {}


@register("tensorflow.linspace")
def linspace(rng: random.Random) -> Drawn:
    own = shape(rng, 0, 3)
    return (T(own), T(own), rng.randint(1, 4)), {"axis": axis(rng, len(own) + 1)}


@register("tensorflow.random.normal", "tensorflow.random.uniform")
def normal(rng: random.Random) -> Drawn:
    wanted = sizes(rng)
    more: tuple[T, ...] = ()
    if isinstance(wanted, list) and sometimes(rng, 0.4):
        more = (bound(rng, tuple(wanted)), bound(rng, tuple(wanted)))
    return (wanted, *more), {}


@register("tensorflow.random.stateless_normal")
def stateless(rng: random.Random) -> Drawn:
    return (sizes(rng), (1, 2)), {}


@register("tensorflow.random.gamma")
def gamma(rng: random.Random) -> Drawn:
    own = shape(rng, 0, 2)
    return (sizes(rng), T(own, fill=1)), {"beta": T(own, fill=1)} if sometimes(rng, 0.3) else {}


@register("tensorflow.random.poisson")
def poisson(rng: random.Random) -> Drawn:
    return (sizes(rng), T(shape(rng, 0, 2), fill=1)), {}


@register("tensorflow.random.categorical")
def categorical(rng: random.Random) -> Drawn:
    return (T(shape(rng, 2, 2)), rng.randint(-1 if sometimes(rng) else 0, 3)), {}


@register("tensorflow.nn.bias_add")
def bias_add(rng: random.Random) -> Drawn:
    own = shape(rng, 1 if sometimes(rng) else 2)
    first = sometimes(rng, 0.3) and len(own) > 2
    more = {"data_format": "NCHW" if first else "NHWC"} if first or sometimes(rng, 0.3) else {}
    return (T(own), T((own[1 if first else -1],))), more


@register("tensorflow.nn.dropout")
def dropout(rng: random.Random) -> Drawn:
    own = shape(rng)
    more: dict[str, Any] = {}
    if sometimes(rng, 0.6):
        noise: list[Any] = list(bound(rng, own).shape) if sometimes(rng, 0.5) else list(own)
        more["noise_shape"] = [n if sometimes(rng, 0.8) else 1 for n in noise]
        if len(noise) == len(own) and own and sometimes(rng, 0.3):
            more["noise_shape"][0] = None
    return (T(own), rng.choice((0.5, 0.1, 0.0))), more


@register("tensorflow.nn.batch_normalization")
def batch_normalization(rng: random.Random) -> Drawn:
    own = shape(rng)
    rest = [bound(rng, own) if sometimes(rng, 0.8) or i < 2 else None for i in range(4)]
    return (T(own), *rest, 0.1), {}


@register("tensorflow.nn.softmax_cross_entropy_with_logits")
def softmax_loss(rng: random.Random) -> Drawn:
    own = shape(rng, 0 if sometimes(rng, 0.05) else 1)
    more = {"axis": axis(rng, len(own))} if sometimes(rng, 0.4) else {}
    other = bound(rng, own) if sometimes(rng, 0.2) else T(own)
    return (T(own), other) if sometimes(rng, 0.5) else (other, T(own)), more


@register("tensorflow.nn.sparse_softmax_cross_entropy_with_logits")
def sparse_loss(rng: random.Random) -> Drawn:
    own = shape(rng)
    return (T(own, INT), T((*own, rng.randint(1, 5)))), {}


@register(
    "tensorflow.nn.sigmoid_cross_entropy_with_logits", "tensorflow.nn.log_poisson_loss", floats=True
)
def same(rng: random.Random) -> Drawn:
    own = shape(rng)
    return (T(own), T(own)), {}


@register("tensorflow.nn.weighted_cross_entropy_with_logits")
def weighted(rng: random.Random) -> Drawn:
    own = shape(rng)
    return (T(own), T(own), bound(rng, own) if sometimes(rng, 0.7) else T(())), {}


def around(rng: random.Random, axes: int, values: list[int], full: float = 0.3) -> Any:
    """Numbers for the axes of space: one, one for each, or with those of batch and channels."""
    kind = rng.random()
    if kind < full:
        found = [1, *values, 1]
        if sometimes(rng, 0.05):
            found[rng.choice((0, -1))] = 2
        return found
    if kind < 0.6:
        return values[0] if sometimes(rng, 0.8) else [values[0]]
    return [*values, 1] if sometimes(rng, 0.05) and axes > 1 else values


def padding(rng: random.Random, axes: int, most: int) -> Any:
    if sometimes(rng, 0.8) or axes != 2:
        return rng.choice(("SAME", "VALID"))
    pairs = [[rng.randint(0, most), rng.randint(0, most)] for _ in range(axes)]
    return [[0, 0], *pairs, [0, 0]]


def convolution(rng: random.Random, axes: int, full: bool = False) -> Drawn:
    space = [rng.randint(1, 9) for _ in range(axes)]
    window = [rng.randint(1, 4) for _ in range(axes)]
    depth, groups = rng.randint(1, 3), 2 if sometimes(rng) else 1
    out = rng.randint(1, 3) * (groups if sometimes(rng, 0.8) else 1)
    batch = shape(rng, 1, 2 if sometimes(rng, 0.2) else 1)
    steps = [rng.randint(0 if sometimes(rng, 0.05) else 1, 3) for _ in range(axes)]
    more: dict[str, Any] = {}
    if sometimes(rng, 0.3) and not full:
        more["dilations"] = around(rng, axes, [rng.randint(1, 2) for _ in range(axes)])
    strides = [1, *steps, 1] if full else around(rng, axes, steps)
    image, filters = T((*batch, *space, depth * groups)), T((*window, depth, out))
    return (image, filters, strides, padding(rng, axes, 2)), more


@register("tensorflow.nn.conv1d")
def conv1d(rng: random.Random) -> Drawn:
    return convolution(rng, 1)


@register("tensorflow.nn.conv2d")
def conv2d(rng: random.Random) -> Drawn:
    return convolution(rng, 2)


@register("tensorflow.nn.conv3d")
def conv3d(rng: random.Random) -> Drawn:
    return convolution(rng, 3, True)


def by_channel(rng: random.Random) -> tuple[T, T, Any, Any]:
    n, h, w, c = (rng.randint(1, 8) for _ in range(4))
    step = rng.randint(1, 3)
    window = (rng.randint(1, 4), rng.randint(1, 4), c, rng.randint(1, 3))
    strides = [1, step, step, 1] if sometimes(rng, 0.9) else [step, step]
    return T((n, h, w, c)), T(window), strides, rng.choice(("SAME", "VALID"))


@register("tensorflow.nn.depthwise_conv2d")
def depthwise(rng: random.Random) -> Drawn:
    return by_channel(rng), {}


@register("tensorflow.nn.separable_conv2d")
def separable(rng: random.Random) -> Drawn:
    image, window, strides, pad = by_channel(rng)
    second = T((1, 1, window.shape[2] * window.shape[3], rng.randint(1, 4)))
    return (image, window, second, strides, pad), {}


@register("tensorflow.nn.conv2d_transpose")
def transposed(rng: random.Random) -> Drawn:
    n, h, w, c, out = (rng.randint(1, 5) for _ in range(5))
    k, m, step = (rng.randint(1, 3) for _ in range(3))
    pad = rng.choice(("SAME", "VALID"))
    off = rng.randint(-1, 1) if sometimes(rng, 0.3) else 0
    less = rng.randint(0, step - 1)
    new = [
        (x - 1) * step + size + off if pad == "VALID" else x * step - less + off
        for x, size in ((h, k), (w, m))
    ]
    if sometimes(rng, 0.8):
        new = [n + sometimes(rng, 0.05), *new, out + sometimes(rng, 0.05)]
    return (T((n, h, w, c)), T((k, m, out, c)), new, step), {"padding": pad}


def pool(rng: random.Random, axes: int, mean: bool = False) -> Drawn:
    space = tuple(rng.randint(1, 9) for _ in range(axes))
    window = [rng.randint(0 if sometimes(rng, 0.05) else 1, 4) for _ in range(axes)]
    steps = [rng.randint(0 if sometimes(rng, 0.05) else 1, 3) for _ in range(axes)]
    pad = rng.choice(("SAME", "VALID")) if mean else padding(rng, axes, 2)
    image = T((rng.randint(1, 3), *space, rng.randint(1, 3)))
    return (image, around(rng, axes, window), around(rng, axes, steps), pad), {}


@register("tensorflow.nn.max_pool1d")
def pool1d(rng: random.Random) -> Drawn:
    return pool(rng, 1)


@register("tensorflow.nn.max_pool2d")
def max_pool2d(rng: random.Random) -> Drawn:
    return pool(rng, 2)


@register("tensorflow.nn.avg_pool2d")
def avg_pool2d(rng: random.Random) -> Drawn:
    return pool(rng, 2, True)


@register("tensorflow.nn.max_pool3d")
def pool3d(rng: random.Random) -> Drawn:
    return pool(rng, 3)


@register("tensorflow.nn.max_pool")
def pool_any(rng: random.Random) -> Drawn:
    return pool(rng, rng.randint(1, 3), True)


@register("tensorflow.nn.space_to_depth")
def space_to_depth(rng: random.Random) -> Drawn:
    block = rng.randint(1 if sometimes(rng) else 2, 3)
    n, h, w, c = (rng.randint(1, 3) for _ in range(4))
    return (T((n, h * block, w * block, c)), block), {}


@register("tensorflow.nn.depth_to_space")
def depth_to_space(rng: random.Random) -> Drawn:
    block = rng.randint(1 if sometimes(rng) else 2, 3)
    n, h, w, c = (rng.randint(1, 3) for _ in range(4))
    return (T((n, h, w, c * block * block)), block), {}
