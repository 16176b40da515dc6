"""Drawings of Keras's layers for data and images: single images and batches, encodings, signals."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_keras_layers import axes_of, on, sizes
from tests.rules.drawing import nearly
from tests.rules.special import draws

MODES = ("int", "one_hot", "multi_hot", "count")
FACTOR = {"RandomPosterization": 4}
"""A first argument that is no part of 1."""


def image(rng: random.Random, named: dict[str, Any], channels: int) -> T:
    """One image or a batch, in the layout that is asked for."""
    height, width = rng.randint(2, 6), rng.randint(2, 6)
    first = named.get("data_format") == "channels_first"
    single = (channels, height, width) if first else (height, width, channels)
    return T(single if rng.random() < 0.4 else (rng.randint(1, 3), *single))


@draws("keras.layers.Resizing", "keras.layers.CenterCrop", "keras.layers.RandomCrop")
def sized(rng: random.Random, rule: Rule, name: str) -> Call:
    named: dict[str, Any] = {}
    if rng.random() < 0.4:
        named["data_format"] = rng.choice(("channels_first", "channels_last"))
    if name.endswith("Resizing") and rng.random() < 0.3:
        named[rng.choice(("crop_to_aspect_ratio", "pad_to_aspect_ratio"))] = True
    init = (rng.randint(1, 6), rng.randint(1, 6))
    args, _ = nearly(rng, (image(rng, named, rng.randint(1, 3)),), {})
    return Call(rule, name, args, {}, init, named)


MOVED = (
    "Flip", "Rotation", "Zoom", "Translation", "Shear", "Perspective", "ElasticTransform", "Erasing",
    "Brightness", "Contrast", "Hue", "Saturation", "Sharpness", "ColorDegeneration", "Posterization",
    "ColorJitter", "Invert", "Grayscale", "GaussianBlur",
)  # fmt: skip
OTHERS = (
    "AutoContrast", "Equalization", "Solarization", "RandAugment", "AugMix", "MixUp", "CutMix",
    "ContrastLimitedAdaptiveHistogramEqualization",
)  # fmt: skip


@draws(*(f"keras.layers.Random{n}" for n in MOVED), *(f"keras.layers.{n}" for n in OTHERS))
def changed(rng: random.Random, rule: Rule, name: str) -> Call:
    """Images of three channels, mostly: some layers take no others."""
    last = name.rpartition(".")[2]
    params = [p for s in getattr(rule, "init", ()) for p in s.params]
    named: dict[str, Any] = {}
    if any(p.name == "data_format" for p in params) and rng.random() < 0.3:
        named["data_format"] = rng.choice(("channels_first", "channels_last"))
    init: tuple[Any, ...] = ()
    required = [p for p in params if p.default is None]
    if required:
        init = tuple(FACTOR.get(last, 0.2) for _ in required)
    elif last == "RandomColorJitter":
        named["brightness_factor"] = 0.2
    channels = 3 if rng.random() < 0.85 else rng.randint(1, 4)
    args, _ = nearly(rng, (image(rng, named, channels),), {})
    return Call(rule, name, args, {}, init, named)


@draws("keras.layers.CategoryEncoding")
def encoding(rng: random.Random, rule: Rule, name: str) -> Call:
    depth = rng.randint(1, 6) - (rng.random() < 0.05)
    mode = rng.choice(MODES[1:])
    args, _ = nearly(rng, (T(sizes(rng, 0, 3), "keras.int64"),), {})
    return Call(rule, name, args, {}, (depth,), {"output_mode": mode})


@draws("keras.layers.Discretization")
def intervals(rng: random.Random, rule: Rule, name: str) -> Call:
    named: dict[str, Any] = {"output_mode": rng.choice(MODES)}
    if rng.random() < 0.95:
        named["bin_boundaries"] = [0.5 * i for i in range(rng.randint(1, 4))]
    if rng.random() < 0.05:
        named["num_bins"] = 3
    args, _ = nearly(rng, (T(sizes(rng, 0, 3)),), {})
    return Call(rule, name, args, {}, (), named)


@draws("keras.layers.Normalization")
def normalization(rng: random.Random, rule: Rule, name: str) -> Call:
    """Often with the mean and the variance of each feature, now and then of too many."""
    shape = sizes(rng, 1, 4)
    axis = None if rng.random() < 0.1 else axes_of(rng, len(shape))
    named: dict[str, Any] = {"axis": axis}
    if isinstance(axis, int) and -len(shape) <= axis < len(shape) and rng.random() < 0.4:
        many = shape[axis] if rng.random() < 0.8 else rng.randint(1, 4)
        named |= {"mean": [0.5] * many, "variance": [1.0] * many}
    elif rng.random() < 0.2:
        named |= {"mean": 0.5} if rng.random() < 0.2 else {"mean": 0.5, "variance": 1.0}
    return on(rng, rule, name, (), named, shape)


@draws("keras.layers.Rescaling")
def rescaling(rng: random.Random, rule: Rule, name: str) -> Call:
    return on(
        rng, rule, name, (0.5,), {"offset": -1.0} if rng.random() < 0.5 else {}, sizes(rng, 0, 4)
    )


@draws("keras.layers.MelSpectrogram")
def mel(rng: random.Random, rule: Rule, name: str) -> Call:
    fft = rng.randint(2, 12)
    named: dict[str, Any] = {"fft_length": fft, "sequence_stride": rng.randint(1, 6)}
    named["num_mel_bins"] = rng.randint(1, 5)
    if rng.random() < 0.4:
        named["sequence_length"] = rng.randint(1, fft + 1)
    shape = (*sizes(rng, 0, 2), rng.randint(fft // 2, 40))
    return on(rng, rule, name, (), named, shape)


@draws("keras.layers.STFTSpectrogram")
def stft(rng: random.Random, rule: Rule, name: str) -> Call:
    frame = rng.randint(2, 9)
    modes = ("log", "magnitude", "psd", "real", "imag", "angle", "stft")
    named: dict[str, Any] = {"window": None, "frame_length": frame}
    if rng.random() < 0.5:
        named["frame_step"] = (
            rng.randint(1, frame) if rng.random() < 0.9 else rng.choice((0, frame + 1))
        )
    if rng.random() < 0.4:
        named["fft_length"] = frame + rng.randint(0, 6) - (rng.random() < 0.1)
    if rng.random() < 0.4:
        named["expand_dims"] = True
    if rng.random() < 0.3:
        named["padding"] = "same"
    first = rng.random() < 0.3
    if first:
        named["data_format"] = "channels_first"
    batch, time, channels = rng.randint(1, 3), rng.randint(2, 30), rng.randint(1, 3)
    shape = (batch, channels, time) if first else (batch, time, channels)
    return on(rng, rule, name, (rng.choice(modes),), named, shape)
