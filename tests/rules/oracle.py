"""What real PyTorch says of a call."""

from __future__ import annotations

import pkgutil
import re
import warnings
from dataclasses import dataclass
from typing import Any

import torch

from tests.rules.calls import Call, T

BEYOND_SHAPES = re.compile(
    "not implemented for"  # no kernel for this dtype
    "|not supported.*dtype|target dtype|floating point type|floating point and complex"  # dtypes
    "|more than 1 value"  # in training only: not in every run
    "|Padding length must be divisible|must have . or . elements"  # a tuple where an int was meant
    "|per_sample_weights is only|'from' to be less|At least one of|If dim is specified"  # values
    "|must be of size batch_size|Invalid output_size|dim must be a 2-tuple|dim is not specified but"
    "|recompute_scale_factor is not|Expected tensor to have size"  # left open by the rules
    "|accelerator device|with CUDA enabled|expects lambda|Anti-alias option"  # devices, values, modes
    "|length.* to have value|non-negative spatial|non-positive|shape of the 3D attn_mask"  # left open too
    "|single memory location"  # the fuzz's own expanded tensors
    "|is_causal hint|align_corners option|must be greater than min_val|max mode does not"  # flags
)
"""Refusals that are not about shapes. TypeErrors too: they are about the spelling of arguments."""
RAISES = (RuntimeError, ValueError, LookupError, ArithmeticError, TypeError, AssertionError)


class Unanswered(Exception):
    """The framework cannot judge this call: a dtype without a kernel, too much memory."""


def real(value: Any) -> Any:
    """The argument as torch takes it. Indices are zeros, so that only their shape decides."""
    if isinstance(value, T):
        dtype = getattr(torch, (value.dtype or "torch.float32").removeprefix("torch."))
        return torch.zeros(value.shape, dtype=dtype)
    if isinstance(value, tuple | list):
        return type(value)(map(real, value))
    return value


def resolve(name: str) -> Any:
    """`torch.nn.Linear` and the like. Raises AttributeError for a name the framework does not have."""
    return pkgutil.resolve_name(name)


@dataclass(frozen=True)
class Verdict:
    """Whether the call succeeds, the shapes and dtypes of its results, or the exception's text."""

    succeeds: bool
    shapes: Any = None
    dtypes: Any = None
    error: str = ""


def by_torch(call: Call) -> Verdict:
    """The verdict on a call, for a layer in training mode or else in evaluation: a rule may refuse
    only what fails in both. Raises Unanswered."""
    verdict = _run(call, training=True)
    if verdict.succeeds or call.named is None or call.built_only:
        return verdict
    return _run(call, training=False)


def _run(call: Call, training: bool) -> Verdict:
    function = resolve(call.name)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        try:
            if call.named is not None:
                named = {k: real(v) for k, v in call.named.items()}
                layer = function(*map(real, call.init), **named)
                if call.built_only:
                    return Verdict(True)
                function = layer.train(training)
            result = function(*map(real, call.args), **{k: real(v) for k, v in call.kwargs.items()})
        except (*RAISES, NotImplementedError) as error:
            text = str(error)
            if isinstance(error, TypeError) or BEYOND_SHAPES.search(text):
                raise Unanswered(text) from None
            shown = f"{type(error).__name__}: {text.splitlines()[0] if text else ''}"
            return Verdict(False, error=shown)
    return Verdict(True, shapes(result), dtypes(result))


def dtypes(result: Any) -> Any:
    """Dtypes as nested tuples, None for what is no tensor."""
    if isinstance(result, torch.Tensor):
        return str(result.dtype)
    if isinstance(result, tuple | list) and not isinstance(result, torch.Size):
        return tuple(map(dtypes, result))
    return None


def described(tensor: torch.Tensor) -> str:
    """Its shape and dtype."""
    return f"{tuple(tensor.shape)} {tensor.dtype}"


def shapes(result: Any) -> Any:
    """Shapes as nested tuples, None for what is no tensor."""
    if isinstance(result, torch.Tensor):
        return tuple(result.shape)
    if isinstance(result, torch.Size):
        return None
    if isinstance(result, tuple | list):
        return tuple(map(shapes, result))
    return None
