"""Calls of TensorFlow's functions of images and signals."""

from __future__ import annotations

import random
from typing import Any

from tests.rules.calls import T
from tests.rules.draw_tensorflow import Drawn, axis, register, shape, sometimes


def image(
    rng: random.Random, most: int = 8, channels: tuple[int, ...] = (1, 3, 3, 4)
) -> tuple[int, ...]:
    space = (rng.randint(1, most), rng.randint(1, most), rng.choice(channels))
    return (rng.randint(1, 3), *space) if sometimes(rng, 0.5) else space


@register("tensorflow.image.resize")
def resize(rng: random.Random) -> Drawn:
    size: Any = [rng.randint(0 if sometimes(rng, 0.05) else 1, 6) for _ in range(2)]
    if sometimes(rng):
        size = size[0] if sometimes(rng, 0.5) else [*size, 3]
    more = {"method": "nearest"} if sometimes(rng, 0.3) else {}
    return (T(image(rng)), size), more


@register("tensorflow.image.resize_with_pad", "tensorflow.image.resize_with_crop_or_pad")
def resize_with_pad(rng: random.Random) -> Drawn:
    low = 0 if sometimes(rng) else 1
    return (T(image(rng)), rng.randint(low, 9), rng.randint(low, 9)), {}


@register("tensorflow.image.random_crop")
def random_crop(rng: random.Random) -> Drawn:
    own = shape(rng)
    size = [rng.randint(1, n) for n in own]
    if size and sometimes(rng):
        size[rng.randrange(len(size))] += rng.randint(1, 2)
    return (T(own), size), {}


@register("tensorflow.image.crop_to_bounding_box")
def crop(rng: random.Random) -> Drawn:
    own = image(rng)
    h, w = own[-3:-1]
    top, left = rng.randint(0, h - 1), rng.randint(0, w - 1)
    box = [top, left, rng.randint(1, h - top), rng.randint(1, w - left)]
    if sometimes(rng, 0.3):
        box[rng.randrange(4)] += rng.choice((-2, -1, 1, 2))
    return (T(own), *box), {}


@register("tensorflow.image.pad_to_bounding_box")
def pad(rng: random.Random) -> Drawn:
    own = image(rng)
    h, w = own[-3:-1]
    top, left = rng.randint(0, 3), rng.randint(0, 3)
    box = [top, left, h + top + rng.randint(0, 2), w + left + rng.randint(0, 2)]
    if sometimes(rng, 0.3):
        box[rng.randrange(4)] += rng.choice((-2, -1, 1, 2))
    return (T(own), *box), {}


@register(
    "tensorflow.image.flip_left_right",
    "tensorflow.image.random_flip_left_right",
    "tensorflow.image.transpose",
    "tensorflow.image.total_variation",
)
def alone(rng: random.Random) -> Drawn:
    return (T(image(rng)),), {}


@register("tensorflow.image.rot90")
def rot90(rng: random.Random) -> Drawn:
    return (T(image(rng)),), {"k": rng.randint(-1, 4)} if sometimes(rng, 0.7) else {}


@register(
    "tensorflow.image.rgb_to_grayscale",
    "tensorflow.image.rgb_to_yuv",
    "tensorflow.image.rgb_to_hsv",
    floats=True,
)
def colored(rng: random.Random) -> Drawn:
    return (T((*shape(rng, 0, 3), 3)),), {}


@register("tensorflow.image.grayscale_to_rgb", floats=True)
def gray(rng: random.Random) -> Drawn:
    return (T((*shape(rng, 1, 3), 1)),), {}


@register("tensorflow.image.adjust_contrast", floats=True)
def contrast(rng: random.Random) -> Drawn:
    return (T(shape(rng, 3, 4)), 0.5), {}


@register("tensorflow.image.adjust_brightness", "tensorflow.image.random_brightness", floats=True)
def brightness(rng: random.Random) -> Drawn:
    return (T(shape(rng)), 0.5), {}


@register(
    "tensorflow.image.adjust_saturation",
    "tensorflow.image.adjust_hue",
    "tensorflow.image.random_hue",
    floats=True,
)
def hue(rng: random.Random) -> Drawn:
    return (T((*shape(rng, 2, 3), 3)), 0.5), {}


@register("tensorflow.image.random_contrast", "tensorflow.image.random_saturation", floats=True)
def between(rng: random.Random) -> Drawn:
    return (T((*shape(rng, 2, 3), 3)), 0.1, 0.5), {}


@register("tensorflow.image.convert_image_dtype", floats=True)
def convert(rng: random.Random) -> Drawn:
    return (T(shape(rng)), "float64"), {}


@register("tensorflow.image.crop_and_resize")
def crop_and_resize(rng: random.Random) -> Drawn:
    many = rng.randint(1, 4)
    size: Any = [rng.randint(0 if sometimes(rng, 0.05) else 1, 4) for _ in range(2)]
    if sometimes(rng):
        size = size[0] if sometimes(rng, 0.5) else [*size, 3]
    whole = (rng.randint(1, 3), *image(rng)[-3:])
    return (T(whole), T((many, 4)), T((many,), "torch.int32"), size), {}


@register("tensorflow.image.psnr", floats=True)
def psnr(rng: random.Random) -> Drawn:
    own = image(rng)
    other = own[1:] if len(own) > 3 and sometimes(rng, 0.3) else own
    return (T(own), T(other), 1.0), {}


@register("tensorflow.image.ssim", floats=True)
def ssim(rng: random.Random) -> Drawn:
    own = image(rng, 16)
    other = own[1:] if len(own) > 3 and sometimes(rng, 0.3) else own
    more = {"filter_size": rng.randint(1, 8)} if sometimes(rng, 0.8) else {}
    return (T(own), T(other), 1.0), more


@register("tensorflow.signal.frame")
def frame(rng: random.Random) -> Drawn:
    own = shape(rng, 1, 3, 12)
    more: dict[str, Any] = {"pad_end": sometimes(rng, 0.5)} if sometimes(rng, 0.5) else {}
    if sometimes(rng, 0.5):
        more["axis"] = axis(rng, len(own))
    return (T(own), rng.randint(1, 6), rng.randint(1, 4)), more


@register("tensorflow.signal.stft")
def stft(rng: random.Random) -> Drawn:
    own = (*shape(rng, 0, 2), rng.randint(1, 20))
    more = {"pad_end": sometimes(rng, 0.5)} if sometimes(rng, 0.5) else {}
    return (T(own), rng.randint(1, 6), rng.randint(1, 4), rng.randint(1, 16)), more


@register("tensorflow.signal.linear_to_mel_weight_matrix")
def mel(rng: random.Random) -> Drawn:
    return (rng.randint(1, 40), rng.randint(1, 200)), {}


@register(
    "tensorflow.image.adjust_gamma", "tensorflow.image.per_image_standardization", floats=True
)
def any_image(rng: random.Random) -> Drawn:
    return (T(shape(rng, 2, 5)),), {}
