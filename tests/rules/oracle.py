"""What the real framework says of a call: PyTorch and NumPy here, Keras and TensorFlow beside it."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
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
    "|^ZeroDivisionError$|not compiled with|detach views in-place"
    "|Unsupported memory format"  # a layout that one kernel does not take
    "|single memory location"  # the fuzz's own expanded tensors
    "|out of bounds for storage|indexing result of shape .0|allocated size does not match|dimension with stride 1|stride divisible by 2"  # memory, masks
    "|is_causal hint|align_corners option|must be greater than min_val|max mode does not"  # flags
    "|singular|positive-definite|[Pp]ivots given to|without pivoting is not|failed to converge"  # elements
    "|is zero and using it|Unknown error code|weights sum to zero"
    "|MKL FFT|Unsupported dtype (Half|BFloat16)|window overlap add min"  # batches of 0, on CPU; values
    "|Geometric sequence cannot|Singular matrix|not positive definite|did not converge"  # NumPy: values
    "|Weights sum to zero|high - low <|high <= 0|low >= high|^[ab] <= 0|probabilities do not"
    "|in the range .0, |^p [<>]|p < 0, p > 1|^(df|dfnum|dfden|scale|mean) <= 0|pvals < 0"
)
"""Refusals that are not about shapes. TypeErrors too: they are about the spelling of arguments."""
RAISES = (RuntimeError, ValueError, LookupError, ArithmeticError, TypeError, AssertionError)


class Unanswered(Exception):
    """The framework cannot judge this call: a dtype without a kernel, too much memory."""


class Untried(Unanswered):
    """A call that would change the process or reach beyond it: the rules of `rules/torch/environment`."""


def real(value: Any) -> Any:
    """The argument as its framework takes it. Indices are zeros, so that only their shape decides."""
    if isinstance(value, T):
        if (value.dtype or "").startswith("numpy."):
            return array(value.shape, (value.dtype or "").removeprefix("numpy."))
        dtype = getattr(torch, (value.dtype or "torch.float32").removeprefix("torch."))
        if value.strides is None:
            return filled(torch.zeros(value.shape, dtype=dtype), value.fill)
        reach = sum((n - 1) * s for n, s in zip(value.shape, value.strides, strict=True))
        empty = 0 in value.shape
        storage = torch.zeros(0 if empty else 1 + reach, dtype=dtype)
        return filled(storage.as_strided(value.shape, value.strides), value.fill)
    if isinstance(value, tuple | list):
        return type(value)(map(real, value))
    if isinstance(value, str) and value.startswith("torch."):
        named = getattr(torch, value.removeprefix("torch."), None)
        return named if isinstance(named, torch.dtype) else value
    return value


def filled(tensor: torch.Tensor, fill: int) -> torch.Tensor:
    """With that element everywhere, if it is not 0; else, matrices of floats with ones on the diagonal."""
    inexact = tensor.is_floating_point() or tensor.is_complex()
    if fill:
        tensor.fill_(fill)
    elif inexact and tensor.ndim > 1 and 0 not in tensor.stride():
        tensor.diagonal(dim1=-2, dim2=-1).fill_(1)
    return tensor


def array(shape: tuple[int, ...], dtype: str) -> Any:
    """Matrices that have an inverse, vectors that are sorted; zeros where they may be indices."""
    made: Any = np.zeros(shape, dtype)
    if made.dtype.kind in "fc" and shape:
        made[...] = np.eye(shape[-2], shape[-1]) if len(shape) > 1 else np.arange(1, shape[0] + 1)
    return made


def resolve(name: str) -> Any:
    """`torch.nn.Linear` and the like. Raises AttributeError for a name the framework does not have."""
    owner, _, method = name.rpartition(".")
    if owner == "numpy.random.Generator":
        return getattr(np.random.default_rng(0), method)
    if owner == "opt_einsum":  # its `contract` is the name of a module too
        name = f"{owner}:{method}"
    if name.startswith("tensorflow."):  # its folders, such as `distribute`, are not its interface
        return functools.reduce(getattr, name.split(".")[1:], importlib.import_module("tensorflow"))
    return pkgutil.resolve_name(name)


@dataclass(frozen=True)
class Verdict:
    """Whether the call succeeds, the shapes, dtypes and strides of its results, or the exception's
    text."""

    succeeds: bool
    shapes: Any = None
    dtypes: Any = None
    strides: Any = None
    error: str = ""


def by_framework(call: Call) -> Verdict:
    """The verdict on a call by the framework that its rule is of. Raises Unanswered."""
    if Path(call.rule.path).parent.name == "environment":
        raise Untried(call.name)
    if call.rule.framework == "keras":
        from tests.rules.keras_oracle import by_keras

        return by_keras(call)
    if call.rule.framework == "tensorflow":
        from tests.rules.tensorflow_oracle import by_tensorflow

        return by_tensorflow(call)
    return by_torch(call)


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
                if call.before is not None:
                    args, kwargs = call.before
                    function(*map(real, args), **{k: real(v) for k, v in kwargs.items()})
            result = function(*map(real, call.args), **{k: real(v) for k, v in call.kwargs.items()})
        except (*RAISES, NotImplementedError) as error:
            text = str(error)
            if isinstance(error, TypeError) or BEYOND_SHAPES.search(text):
                raise Unanswered(text) from None
            shown = f"{type(error).__name__}: {text.splitlines()[0] if text else ''}"
            return Verdict(False, error=shown)
    return Verdict(True, shapes(result), dtypes(result), strides(result))


def dtypes(result: Any) -> Any:
    """Dtypes as nested tuples, None for what is no tensor."""
    if isinstance(result, torch.Tensor):
        return str(result.dtype)
    if isinstance(result, np.ndarray | np.generic):
        return f"numpy.{result.dtype}"
    if isinstance(result, tuple | list) and not isinstance(result, torch.Size):
        return tuple(map(dtypes, result))
    return None


def strides(result: Any) -> Any:
    """Strides as nested tuples, `...` where they say nothing; None for what is no tensor."""
    if isinstance(result, torch.Tensor):
        if result.numel() == 0 or result.layout != torch.strided:
            return ...
        return tuple(
            ... if n == 1 else s for n, s in zip(result.shape, result.stride(), strict=True)
        )
    if isinstance(result, tuple | list) and not isinstance(result, torch.Size):
        return tuple(map(strides, result))
    return None


def described(tensor: torch.Tensor) -> str:
    """Its shape and dtype."""
    return f"{tuple(tensor.shape)} {tensor.dtype}"


def shapes(result: Any) -> Any:
    """Shapes as nested tuples, None for what is no tensor."""
    if isinstance(result, torch.Tensor | np.ndarray | np.generic):
        return tuple(result.shape)
    if isinstance(result, torch.Size):
        return tuple(result)
    if isinstance(result, tuple | list):
        return tuple(map(shapes, result))
    return None
