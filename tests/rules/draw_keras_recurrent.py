"""Drawings of Keras's recurrent layers and cells: states, masks, second calls."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import nearly, slipped
from tests.rules.special import draws


def near(rng: random.Random, shape: tuple[int, ...], often: float = 0.15) -> T:
    """A tensor of the shape, now and then changed in one axis."""
    tensor = T(shape)
    return slipped(rng, tensor) if rng.random() < often else tensor


def flags(rng: random.Random, *names: str) -> dict[str, Any]:
    return {name: rng.random() < 0.5 for name in names if rng.random() < 0.5}


@draws("keras.layers.SimpleRNN", "keras.layers.GRU", "keras.layers.LSTM")
def recurrent(rng: random.Random, rule: Rule, name: str) -> Call:
    """A sequence, often with states to begin with and a mask. Unrolled backwards, a mask crashes
    (keras 3.15 on torch)."""
    units = rng.randint(0 if rng.random() < 0.05 else 1, 4)
    named = flags(rng, "return_sequences", "return_state", "go_backwards", "stateful", "use_bias")
    if rng.random() < 0.15 and not named.get("go_backwards"):
        named["unroll"] = True
    if name.endswith("GRU") and rng.random() < 0.3:
        named["reset_after"] = False
    batch, time, width = (rng.randint(1, 4) for _ in range(3))

    def arguments() -> tuple[tuple[Any, ...], dict[str, Any]]:
        steps = rng.randint(1, 4)
        args, kwargs = nearly(rng, (T((batch, steps, width)),), {})
        if rng.random() < 0.4:
            count = 2 if name.endswith("LSTM") else 1
            if rng.random() < 0.1:
                count += rng.choice((-1, 1))
            states = [near(rng, (batch, units)) for _ in range(count)]
            bare = len(states) == 1 and rng.random() < 0.5
            kwargs["initial_state"] = states[0] if bare else states
        if rng.random() < 0.3:
            kwargs["mask"] = T(near(rng, (batch, steps)).shape, "keras.bool", fill=1)
        return args, kwargs

    before = arguments() if rng.random() < 0.3 else None
    return Call(rule, name, *arguments(), (units,), named, before=before)


@draws("keras.layers.SimpleRNNCell", "keras.layers.GRUCell", "keras.layers.LSTMCell")
def cell(rng: random.Random, rule: Rule, name: str) -> Call:
    """One step, with as many states as the cell has, or nearly."""
    units, batch, width = rng.randint(1, 4), rng.randint(1, 4), rng.randint(1, 4)
    named = flags(rng, "use_bias")
    if name.endswith("GRUCell") and rng.random() < 0.3:
        named["reset_after"] = False

    def arguments() -> tuple[tuple[Any, ...], dict[str, Any]]:
        shape = (batch, width) if rng.random() < 0.9 else (batch, rng.randint(1, 4), width)
        args, kwargs = nearly(rng, (T(shape),), {})
        count = 2 if name.endswith("LSTMCell") else 1
        if rng.random() < 0.1:
            count += rng.choice((-1, 1))
        states = [near(rng, (batch, units)) for _ in range(count)]
        bare = len(states) == 1 and not name.endswith("LSTMCell") and rng.random() < 0.5
        return (*args, states[0] if bare else states), kwargs

    before = arguments() if rng.random() < 0.3 else None
    return Call(rule, name, *arguments(), (units,), named, before=before)


@draws("keras.layers.ConvLSTM1D", "keras.layers.ConvLSTM2D", "keras.layers.ConvLSTM3D")
def convolutional(rng: random.Random, rule: Rule, name: str) -> Call:
    """Images over time; the states, if given, are often those of a layer that keeps the size."""
    rank = int(name[-2])
    filters = rng.randint(1, 3)

    def numbers(low: int, high: int) -> Any:
        if rng.random() < 0.5:
            return rng.randint(low, high)
        count = rank if rng.random() < 0.95 else rank + rng.choice((-1, 1))
        return tuple(rng.randint(low, high) for _ in range(count))

    named: dict[str, Any] = flags(rng, "return_sequences", "return_state", "stateful", "use_bias")
    if rng.random() < 0.5:
        named["padding"] = rng.choice(("same", "valid", "SAME"))
    if rng.random() < 0.3:
        named["strides"] = numbers(0 if rng.random() < 0.1 else 1, 2)
    if rng.random() < 0.2:
        named["dilation_rate"] = numbers(0 if rng.random() < 0.1 else 1, 2)
    first = rng.random() < 0.3
    if first:
        named["data_format"] = "channels_first"
    batch, channels = rng.randint(1, 3), rng.randint(1, 3)
    sides = tuple(rng.randint(1, 5) for _ in range(rank))

    def arguments() -> tuple[tuple[Any, ...], dict[str, Any]]:
        steps = rng.randint(1, 3)
        inner = (channels, *sides) if first else (*sides, channels)
        args, kwargs = nearly(rng, (T((batch, steps, *inner)),), {})
        if rng.random() < 0.2:
            state = (batch, filters, *sides) if first else (batch, *sides, filters)
            kwargs["initial_state"] = [near(rng, state) for _ in range(rng.choice((2, 2, 2, 1)))]
        if rng.random() < 0.2:
            kwargs["mask"] = T(near(rng, (batch, steps)).shape, "keras.bool", fill=1)
        return args, kwargs

    before = arguments() if rng.random() < 0.2 else None
    kernel = numbers(0 if rng.random() < 0.03 else 1, 3)
    return Call(rule, name, *arguments(), (filters, kernel), named, before=before)
