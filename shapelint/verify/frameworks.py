"""The frameworks inside the agent: importing them, keeping them to one thread, and their devices.

Runs in the user's Python, so it needs nothing newer than Python 3.8; the frameworks are reached
through `sys.modules`, for which of them are there is known only then.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import traceback
from collections.abc import Sequence
from typing import Any

_kept: list[Any] = []  # a device scope is left when its context manager is collected


def load(names: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Import each: versions of those found, and why the others are not."""
    versions, missing = {}, {}
    for name in names:
        try:
            module = importlib.import_module(name)
            versions[name] = str(getattr(module, "__version__", ""))
        except BaseException as error:  # a broken installation may raise anything, SystemExit too
            first = str(error).strip().split("\n", 1)[0]
            missing[name] = f"{type(error).__name__}: {first}"
    return versions, missing


def quieten() -> None:
    """One thread each, before any fork: a forked child inherits locks, not the threads that hold
    them. And Keras's own errors, with all their frames, instead of its shortened ones."""
    torch, tensorflow, keras = (sys.modules.get(name) for name in ("torch", "tensorflow", "keras"))
    if torch is not None:
        with contextlib.suppress(Exception):
            torch.set_num_threads(1)
            torch.set_num_interop_threads(1)
    if tensorflow is not None:
        with contextlib.suppress(Exception):
            tensorflow.config.threading.set_intra_op_parallelism_threads(1)
            tensorflow.config.threading.set_inter_op_parallelism_threads(1)
            tensorflow.debugging.disable_traceback_filtering()
    if keras is not None:
        with contextlib.suppress(Exception):
            keras.config.disable_traceback_filtering()


def warm(device: str) -> None:
    """Let the first use, which loads modules lazily, happen once and not in every child; and the first
    failure, for which the sources on its way are read. torch alone: TensorFlow and JAX start threads
    at their first operation, which no fork survives."""
    torch, keras = sys.modules.get("torch"), sys.modules.get("keras")
    if torch is None or device not in ("cpu", "meta"):
        return
    wrong = torch.zeros(1, 3, device=device)

    def use_torch() -> None:
        torch.nn.Conv2d(1, 1, 1, device=device)(torch.zeros(1, 1, 2, 2, device=device))
        layer = torch.nn.Linear(2, 2, device=device)
        layer(torch.zeros(1, 2, device=device)).sum().backward()
        layer(wrong)

    def use_keras() -> None:
        if keras is not None and keras.config.backend() == "torch":
            with keras.device(device):
                model = keras.Sequential([keras.layers.Dense(2)])
                model(keras.ops.zeros((1, 2)))
                model(wrong)

    for use in (use_torch, use_keras):
        try:
            use()
        except Exception as error:
            traceback.format_exception(type(error), error, error.__traceback__)


def devices() -> list[str]:
    """Initialises drivers, so only in a process that runs no snippet by fork."""
    found = ["cpu"]
    torch, tensorflow, jax = (sys.modules.get(name) for name in ("torch", "tensorflow", "jax"))
    if torch is not None:
        with contextlib.suppress(Exception):
            if torch.cuda.is_available():
                found += [f"cuda:{index}" for index in range(torch.cuda.device_count())]
        with contextlib.suppress(Exception):
            if torch.backends.mps.is_available():
                found.append("mps")
        found.append("meta")
    gpus = 0
    if tensorflow is not None:
        with contextlib.suppress(Exception):
            gpus = len(tensorflow.config.list_physical_devices("GPU"))
    if jax is not None:
        with contextlib.suppress(Exception):
            gpus = max(gpus, len(jax.devices("gpu")))
    found += [name for name in (f"cuda:{index}" for index in range(gpus)) if name not in found]
    return found


def begin(device: str, found: Sequence[str]) -> None:
    """Put what the snippet makes on the device, in its own process and before it is confined: a
    driver opens more when it starts than a snippet may."""
    kind, _, index = device.partition(":")
    torch, tensorflow, jax = (sys.modules.get(name) for name in ("torch", "tensorflow", "jax"))
    keras = sys.modules.get("keras")
    if torch is not None and device != "cpu":
        torch.set_default_device(device)
        if kind == "cuda":
            torch.zeros(1)
    if keras is not None and torch is not None and keras.config.backend() == "torch":
        # Keras has a default of its own, chosen when it was imported.
        scope = keras.device(device)
        scope.__enter__()
        _kept.append(scope)
    if not any(name.startswith("cuda") for name in found):
        return
    # These take a GPU by themselves.
    if tensorflow is not None:
        gpus = tensorflow.config.list_physical_devices("GPU")
        chosen = [gpus[int(index or 0)]] if kind == "cuda" else []
        tensorflow.config.set_visible_devices(chosen, "GPU")
    if jax is not None and kind == "cpu":
        jax.config.update("jax_platforms", "cpu")
