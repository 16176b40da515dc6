"""Drawings of `keras.ops` signals, segments and top places."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.draw_windows import some
from tests.rules.drawing import nearly
from tests.rules.special import draws


def lead(rng: random.Random, most: int = 2) -> tuple[int, ...]:
    return tuple(rng.randint(1, 3) for _ in range(rng.randint(0, most)))


@draws("keras.ops.segment_sum")
def segments(rng: random.Random, rule: Rule, name: str) -> Call:
    rows = rng.randint(1, 5)
    tensors = (T((rows, *lead(rng))), T((rows,), "torch.int64"))
    args, _ = nearly(rng, tensors, {})
    return Call(rule, name, args, some(rng, num_segments=rng.randint(0, 4)))


@draws("keras.ops.top_k", "keras.ops.in_top_k")
def top(rng: random.Random, rule: Rule, name: str) -> Call:
    size = rng.randint(1, 5)
    count = rng.randint(1, size) if rng.random() < 0.9 else rng.randint(0, 6)
    tensors: tuple[T, ...] = (T((*lead(rng), size)),)
    if "in_" in name:
        rows = rng.randint(1, 4)
        tensors = (T((rows,), "torch.int64"), T((rows, size)))
    args, _ = nearly(rng, tensors, {})
    return Call(rule, name, (*args, count), {})


@draws("keras.ops.extract_sequences")
def sequences(rng: random.Random, rule: Rule, name: str) -> Call:
    size = rng.randint(1, 12)
    args, _ = nearly(rng, (T((*lead(rng), size)),), {})
    length = rng.randint(1, size) if rng.random() < 0.9 else rng.randint(0, 12)
    return Call(rule, name, (*args, length, rng.randint(1, 3) - (rng.random() < 0.05)), {})


@draws("keras.ops.fft", "keras.ops.fft2", "keras.ops.irfft", "keras.ops.rfft")
def transform(rng: random.Random, rule: Rule, name: str) -> Call:
    """Two parts of one shape, or the whole."""
    shape = (*lead(rng), *lead(rng, 1), rng.randint(1, 6))
    named: dict[str, Any] = {}
    if name.endswith("rfft"):
        named = some(rng, fft_length=rng.randint(1, 8) - (rng.random() < 0.05))
    if name.endswith(".rfft"):
        args, _ = nearly(rng, (T(shape),), {})
        return Call(rule, name, args, named)
    parts, _ = nearly(rng, (T(shape), T(shape)), {})
    return Call(rule, name, (parts,), named)


@draws("keras.ops.stft", "keras.ops.istft")
def stretches(rng: random.Random, rule: Rule, name: str) -> Call:
    points = rng.randint(2, 12)
    length = points if rng.random() < 0.6 else rng.randint(1, points + 1)
    stride = rng.randint(1, max(length // 2, 1)) - (rng.random() < 0.04)
    window = rng.choice(("hamming", None, T((length + (rng.random() < 0.2),))))
    named = some(rng, window=window, center=rng.random() < 0.5)
    if name.endswith(".stft"):
        args, _ = nearly(rng, (T((*lead(rng), rng.randint(1, 30))),), {})
        return Call(rule, name, (*args, length, stride, points), named)
    shape = (*lead(rng), rng.randint(1, 6), points // 2 + 1)
    parts, _ = nearly(rng, (T(shape, fill=1), T(shape, fill=1)), {})
    named |= some(rng, length=rng.randint(1, 20))
    return Call(rule, name, (parts, length, stride, points), named)


@draws("keras.ops.view_as_complex", "keras.ops.view_as_real")
def parts(rng: random.Random, rule: Rule, name: str) -> Call:
    """Two parts on the last axis; complex numbers."""
    if name.endswith("real"):
        return Call(rule, name, (T(lead(rng, 4), "torch.complex64"),), {})
    args, _ = nearly(rng, (T((*lead(rng, 3), 2)),), {})
    return Call(rule, name, args, {})
