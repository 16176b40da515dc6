"""What real TensorFlow says of a call, where it is installed (`pip install -e '.[tensorflow]'`)."""

from __future__ import annotations

import importlib.util
import os
import re
import warnings
from typing import Any

import numpy as np

from tests.rules.calls import Call, T, has_empty_axis
from tests.rules.oracle import RAISES, Unanswered, Untried, Verdict, resolve

INSTALLED = importlib.util.find_spec("tensorflow") is not None
BEYOND_SHAPES = re.compile("Could not find device|not supported by|must be of type|dtype")
"""Refusals that are not about shapes."""


def by_tensorflow(call: Call) -> Verdict:
    """The verdict on an eager call. Raises Unanswered, Untried where TensorFlow is not installed."""
    if not INSTALLED:
        raise Untried(call.name)
    if has_empty_axis((call.init, call.named, call.args, call.kwargs)):
        raise Unanswered("sizes are at least one")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import tensorflow as tf

    refused = (*RAISES, NotImplementedError, tf.errors.OpError)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            function = resolve(call.name)
            if call.named is not None:
                layer = function(*given(call.init), **given(call.named))
                if call.built_only:
                    return Verdict(True)
                function = layer
            result = function(*given(call.args), **given(call.kwargs))
        except refused as error:
            text = str(error)
            if isinstance(error, TypeError | NotImplementedError) or BEYOND_SHAPES.search(text):
                raise Unanswered(text) from None
            shown = f"{type(error).__name__}: {text.splitlines()[0] if text else ''}"
            return Verdict(False, error=shown)
    return Verdict(True, shapes(result), ..., ...)


def given(value: Any) -> Any:
    """The arguments as TensorFlow takes them."""
    import tensorflow as tf

    if isinstance(value, T):
        made: Any = np.zeros(value.shape, (value.dtype or "float32").rpartition(".")[2])
        if value.fill:
            made[...] = value.fill
        elif made.dtype.kind == "f" and len(value.shape) > 1:
            made[...] = np.eye(value.shape[-2], value.shape[-1], dtype=made.dtype)
        return tf.constant(made)
    if isinstance(value, dict):
        return {name: given(item) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(map(given, value))
    return value


def shapes(result: Any) -> Any:
    """Shapes as nested tuples, None for what is no tensor."""
    import tensorflow as tf

    if isinstance(result, tf.Tensor | tf.Variable | np.ndarray | np.generic):
        return tuple(result.shape)
    if isinstance(result, tuple | list):
        return tuple(map(shapes, result))
    return None
