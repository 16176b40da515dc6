"""What real Keras says of a call, on the torch backend (tests/conftest.py chooses it)."""

from __future__ import annotations

import re
import warnings
from typing import Any

import keras
import numpy as np
import torch

from tests.rules.calls import Call, T, has_empty_axis
from tests.rules.oracle import RAISES, Unanswered, Verdict, resolve

BEYOND_SHAPES = re.compile(
    "not implemented for|only supports|is not supported|must be a (string|bool|float)"
    "|does not support an `axis` argument"  # PyTorch's backend alone: linspace and its like
)
"""Refusals that are not about shapes."""
EAGER = {"keras.activations.sparsemax"}
"""What takes no symbolic tensor at all."""
ON_ARRAYS = ("keras.utils.", "keras.preprocessing.")
"""What prepares data in NumPy."""


def by_keras(call: Call) -> Verdict:
    """The verdict on a call, made symbolically and on arrays: a rule may refuse only what both
    refuse, and has to refuse what both do. Raises Unanswered where they differ."""
    if has_empty_axis((call.init, call.named, call.args, call.kwargs, call.before)):
        raise Unanswered("sizes are at least one")
    if call.name.startswith(ON_ARRAYS):
        return _run(call, numpy_array)
    eager = _run(call, array)
    if call.built_only or call.name in EAGER or is_metric(call):
        return eager
    symbolic = _run(call, keras_tensor)
    if eager.succeeds != symbolic.succeeds:
        raise Unanswered(eager.error or symbolic.error)
    return eager


def is_metric(call: Call) -> bool:
    """Whether an object is called that adds up numbers: what is symbolic has none."""
    return call.named is not None and call.name.startswith("keras.metrics.")


def _run(call: Call, tensor: Any) -> Verdict:
    function = resolve(call.name)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        try:
            if call.named is not None:
                layer = function(*given(call.init, array), **given(call.named, array))
                if call.built_only:
                    return Verdict(True)
                if call.before is not None:
                    args, kwargs = call.before
                    layer(*given(args, tensor), **given(kwargs, tensor))
                function = layer
            result = function(*given(call.args, tensor), **given(call.kwargs, tensor))
        except (*RAISES, NotImplementedError) as error:
            text = str(error)
            if isinstance(error, TypeError | NotImplementedError) or BEYOND_SHAPES.search(text):
                raise Unanswered(text) from None
            shown = f"{type(error).__name__}: {text.splitlines()[0] if text else ''}"
            return Verdict(False, error=shown)
    return Verdict(True, shapes(result), ..., ...)


def given(value: Any, tensor: Any) -> Any:
    """The arguments as Keras takes them."""
    if isinstance(value, T):
        return tensor(value)
    if isinstance(value, dict):
        return {name: given(item, tensor) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(given(item, tensor) for item in value)
    return value


def dtype_of(value: T) -> str:
    return (value.dtype or "float32").rpartition(".")[2]


def array(value: T) -> Any:
    """Zeros, with ones on the diagonal of a matrix of floats, as a tensor of the backend."""
    made: Any = np.zeros(value.shape, dtype_of(value))
    if value.fill:
        made[...] = value.fill
    elif made.dtype.kind == "f" and len(value.shape) > 1:
        made[...] = np.eye(value.shape[-2], value.shape[-1], dtype=made.dtype)
    return keras.ops.convert_to_tensor(made)


def numpy_array(value: T) -> Any:
    return keras.ops.convert_to_numpy(array(value))


def keras_tensor(value: T) -> Any:
    return keras.KerasTensor(value.shape, dtype_of(value))


def shapes(result: Any) -> Any:
    """Shapes as nested tuples, None for what is no tensor; what is not told is `...`."""
    if isinstance(result, keras.KerasTensor | torch.Tensor | np.ndarray | np.generic):
        return tuple(... if n is None else int(n) for n in result.shape)
    if isinstance(result, keras.Variable):
        return tuple(result.shape)
    if isinstance(result, tuple) and all(type(size) is int for size in result):
        return tuple(result)
    if isinstance(result, tuple | list):
        return tuple(map(shapes, result))
    return None
