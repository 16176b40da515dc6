"""Signals and their windows: lengths that hang together."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly
from tests.rules.special import draws


def maybe(rng: random.Random, chance: float = 0.5) -> bool:
    return rng.random() < chance


@draws("torch.signal.windows.hann")
def window(rng: random.Random, rule: Rule, name: str) -> Call:
    """Only what each window takes."""
    own: dict[str, dict[str, Any]] = {
        "general_hamming": {"alpha": 0.5},
        "general_cosine": {"a": (0.5, 0.5)},
        "gaussian": {"std": rng.choice((0, 0.5, 2))},
        "exponential": {"center": rng.choice((None, 1)), "tau": rng.choice((0, 0.5, 2))},
        "kaiser": {"beta": rng.choice((-1, 0, 5.0))},
    }
    kwargs = own.get(name.rpartition(".")[2], {})
    if maybe(rng):
        kwargs["sym"] = maybe(rng)
    return Call(rule, name, (rng.randint(-1, 9),), kwargs)


def stretches(rng: random.Random, points: int) -> dict[str, Any]:
    """Arguments that the transform and its inverse share."""
    kwargs: dict[str, Any] = {}
    if maybe(rng, 0.6):
        kwargs["hop_length"] = rng.randint(0, points)
    width = points
    if maybe(rng, 0.3):
        width = kwargs["win_length"] = rng.randint(0, points + 1)
    if maybe(rng, 0.3):
        dtype = rng.choice(("float32", "float32", "float64", "complex64", "int64"))
        shape = (width + maybe(rng, 0.2),) if maybe(rng, 0.95) else (width, 1)
        kwargs["window"] = T(shape, f"torch.{dtype}", dtype == "int64")
    if maybe(rng, 0.4):
        kwargs["center"] = maybe(rng)
    if maybe(rng, 0.4):
        kwargs["onesided"] = maybe(rng)
    return kwargs


@draws("torch.stft")
def stft(rng: random.Random, rule: Rule, name: str) -> Call:
    points = rng.randint(0, 12)
    kwargs = stretches(rng, points)
    if maybe(rng, 0.8):
        kwargs["return_complex"] = maybe(rng)
    if maybe(rng, 0.4):
        kwargs["pad_mode"] = rng.choice(("reflect", "constant", "replicate", "circular"))
    if maybe(rng, 0.2):
        kwargs["align_to_window"] = maybe(rng)
    batch = (extent(rng),) if maybe(rng) else ()
    dtype = rng.choice(("float32", "float32", "float64", "complex64"))
    signal = T((*batch, rng.randint(0, 20)), f"torch.{dtype}")
    return Call(rule, name, *nearly(rng, (signal, points), kwargs))


@draws("torch.istft")
def istft(rng: random.Random, rule: Rule, name: str) -> Call:
    points = rng.randint(1, 12)
    kwargs = stretches(rng, points)
    if maybe(rng, 0.2):
        kwargs["return_complex"] = maybe(rng)
    if maybe(rng, 0.3):
        kwargs["length"] = rng.randint(0, 20)
    halved = kwargs.get("onesided", maybe(rng)) ^ maybe(rng, 0.05)
    rows = points // 2 + 1 if halved else points
    batch = (extent(rng),) if maybe(rng) else ()
    dtype = rng.choice(("complex64", "complex64", "complex128"))
    signal = T((*batch, rows, extent(rng)), f"torch.{dtype}")
    return Call(rule, name, *nearly(rng, (signal, points), kwargs))
