"""Calls of TensorFlow's functions of patches and boxes, and of what a seed decides."""

from __future__ import annotations

import random
from typing import Any

from tests.rules.calls import T
from tests.rules.draw_tensorflow import Drawn, register, shape, sometimes
from tests.rules.draw_tensorflow_signals import image

SEED = [1, 2]


@register("tensorflow.image.central_crop")
def central_crop(rng: random.Random) -> Drawn:
    return (T(image(rng)), rng.choice((0.1, 0.5, 0.875, 1.0))), {}


@register("tensorflow.image.adjust_jpeg_quality", floats=True)
def jpeg(rng: random.Random) -> Drawn:
    return (T(image(rng)[-3:]), 75), {}


@register("tensorflow.image.random_jpeg_quality", floats=True)
def random_jpeg(rng: random.Random) -> Drawn:
    return (T(image(rng)[-3:]), 75, 95), {}


@register("tensorflow.image.stateless_random_jpeg_quality", floats=True)
def seeded_jpeg(rng: random.Random) -> Drawn:
    return (T(image(rng)[-3:]), 75, 95, SEED), {}


@register("tensorflow.image.extract_patches")
def patches(rng: random.Random) -> Drawn:
    whole = (rng.randint(1, 3), *image(rng)[-3:])
    sizes, strides, rates = (
        [1, rng.randint(1, most), rng.randint(1, most), 1] for most in (4, 3, 2)
    )
    if sometimes(rng):
        rng.choice((sizes, strides, rates)).pop()
    return (T(whole), sizes, strides, rates, rng.choice(("SAME", "VALID"))), {}


@register(
    "tensorflow.image.non_max_suppression",
    "tensorflow.image.non_max_suppression_with_scores",
    floats=True,
)
def boxes(rng: random.Random) -> Drawn:
    many = rng.randint(1, 6)
    return (T((many, 4)), T((many,)), rng.randint(0, 5)), {}


@register("tensorflow.image.non_max_suppression_overlaps", floats=True)
def overlaps(rng: random.Random) -> Drawn:
    many = rng.randint(1, 6)
    return (T((many, many)), T((many,)), rng.randint(0, 5)), {}


@register("tensorflow.image.draw_bounding_boxes", floats=True)
def drawn_boxes(rng: random.Random) -> Drawn:
    n = rng.randint(1, 3)
    return (T((n, 6, 5, 3)), T((n, rng.randint(1, 4), 4)), [[1.0, 0.0, 0.0]]), {}


@register("tensorflow.image.extract_glimpse", floats=True)
def glimpse(rng: random.Random) -> Drawn:
    n = rng.randint(1, 3)
    size = [rng.randint(1, 6), rng.randint(1, 6)]
    return (T((n, *image(rng)[-3:])), [*size, 1] if sometimes(rng) else size, T((n, 2))), {}


@register("tensorflow.image.sobel_edges", floats=True)
def edges(rng: random.Random) -> Drawn:
    return (T((rng.randint(1, 3), *image(rng)[-3:])),), {}


@register("tensorflow.image.ssim_multiscale", floats=True)
def multiscale(rng: random.Random) -> Drawn:
    own = (*shape(rng, 0, 2, 2), rng.randint(4, 40), rng.randint(4, 40), rng.choice((1, 3)))
    other = own[1:] if len(own) > 3 and sometimes(rng, 0.3) else own
    more: dict[str, Any] = {"power_factors": (0.5, 0.3, 0.2)[: rng.randint(1, 3)]}
    return (T(own), T(other), 1.0), {**more, "filter_size": rng.randint(1, 11)}


@register("tensorflow.image.stateless_random_brightness", floats=True)
def seeded_brightness(rng: random.Random) -> Drawn:
    return (T(shape(rng)), 0.5, SEED), {}


@register("tensorflow.image.stateless_random_hue", floats=True)
def seeded_hue(rng: random.Random) -> Drawn:
    return (T((*shape(rng, 2, 3), 3)), 0.5, SEED), {}


@register(
    "tensorflow.image.stateless_random_contrast",
    "tensorflow.image.stateless_random_saturation",
    floats=True,
)
def seeded_between(rng: random.Random) -> Drawn:
    return (T((*shape(rng, 2, 3), 3)), 0.1, 0.5, SEED), {}


@register("tensorflow.image.stateless_random_flip_left_right")
def seeded_flip(rng: random.Random) -> Drawn:
    return (T(image(rng)), SEED), {}


@register("tensorflow.image.stateless_random_crop")
def seeded_crop(rng: random.Random) -> Drawn:
    own = shape(rng)
    size = [rng.randint(1, n) for n in own]
    if size and sometimes(rng):
        size[rng.randrange(len(size))] += rng.randint(1, 2)
    return (T(own), size, SEED), {}


def lengths(rng: random.Random, end: tuple[int, ...]) -> list[int]:
    """A shape that ends in this one, mostly."""
    own = [*shape(rng, 0, 2), *end]
    if own and sometimes(rng):
        own[rng.randrange(len(own))] = rng.randint(-1, 4)
    return own


@register("tensorflow.random.stateless_categorical", floats=True)
def seeded_categorical(rng: random.Random) -> Drawn:
    return (T(shape(rng, 2, 2)), rng.randint(-1, 5), SEED), {}


@register("tensorflow.random.stateless_gamma", floats=True)
def seeded_gamma(rng: random.Random) -> Drawn:
    own = shape(rng, 0, 3)
    more = {"beta": T(own[len(own) // 2 :])} if sometimes(rng, 0.5) else {}
    return (lengths(rng, own), SEED, T(own)), more


@register("tensorflow.random.stateless_poisson", floats=True)
def seeded_poisson(rng: random.Random) -> Drawn:
    own = shape(rng, 0, 3)
    return (lengths(rng, own), SEED, T(own)), {}


@register("tensorflow.random.stateless_binomial", floats=True)
def seeded_binomial(rng: random.Random) -> Drawn:
    own = shape(rng, 0, 3)
    return (lengths(rng, own), SEED, T(own), T(own[len(own) // 2 :])), {}


@register("tensorflow.random.experimental.stateless_shuffle")
def seeded_shuffle(rng: random.Random) -> Drawn:
    return (T(shape(rng)), SEED), {}


@register("tensorflow.random.split")
def seeds(rng: random.Random) -> Drawn:
    return (SEED,), {"num": rng.randint(0, 4)} if sometimes(rng, 0.7) else {}


@register("tensorflow.random.fold_in")
def fold_in(rng: random.Random) -> Drawn:
    return (SEED, rng.randint(0, 9)), {}


@register("tensorflow.signal.inverse_stft")
def inverse_stft(rng: random.Random) -> Drawn:
    own = (*shape(rng, 0, 2), rng.randint(1, 6), rng.randint(1, 9))
    more = {"fft_length": rng.randint(1, 16)} if sometimes(rng, 0.5) else {}
    return (T(own, "torch.complex64"), rng.randint(1, 12), rng.randint(1, 6)), more


@register("tensorflow.signal.dct", floats=True)
def dct(rng: random.Random) -> Drawn:
    more = {"type": rng.randint(1, 4)} if sometimes(rng, 0.7) else {}
    if sometimes(rng, 0.4):
        more["n"] = rng.randint(0, 9)
    return (T((*shape(rng, 0, 2), rng.randint(1, 8))),), more


@register("tensorflow.signal.mdct", floats=True)
def mdct(rng: random.Random) -> Drawn:
    length = 4 * rng.randint(1, 3) + sometimes(rng)
    more = {"pad_end": sometimes(rng, 0.5)} if sometimes(rng, 0.5) else {}
    return (T((*shape(rng, 0, 2), rng.randint(4, 30))), length), more


@register("tensorflow.signal.inverse_mdct", floats=True)
def inverse_mdct(rng: random.Random) -> Drawn:
    return (T((*shape(rng, 0, 2), rng.randint(1, 5), 2 * rng.randint(1, 6))),), {}
