"""Whether an input decides what is not known of a value, or only the program, which then is not understood:
a branch that the program itself decides may be one that nothing ever takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shapelint.interpreter.recorder import Step
from shapelint.interpreter.values import ListObj, Tensor, TupleValue, Unknown, Value

MAKERS = (
    "zeros", "ones", "full", "eye", "arange", "range", "linspace", "logspace", "tri", "tril_indices",
    "triu_indices", "tensor", "zeros_like", "ones_like", "full_like", "hann_window", "bartlett",
)  # fmt: skip
RANDOM = re.compile(r"rand|normal|bernoulli|multinomial|dropout|poisson|uniform|forward|sample")


def among(values: Iterable[Value]) -> Iterator[Tensor]:
    """The tensors among values, and in their tuples and lists."""
    for value in values:
        if isinstance(value, Tensor):
            yield value
        elif isinstance(value, TupleValue | ListObj) and not isinstance(value.items, Unknown):
            yield from (item for item in value.items if isinstance(item, Tensor))


def is_constant(operation: str) -> bool:
    """Whether a tensor that is made of no other holds what the program says."""
    return operation.rpartition(".")[2].removeprefix("new_") in MAKERS


def is_random(operation: str) -> bool:
    """Whether what an operation (or a layer, by its weights) gives depends on chance."""
    return RANDOM.search(operation) is not None


def may_be_anything(value: object) -> bool:
    """Whether an input decides what a value is, or what a tensor holds, not only what is not known
    of the program."""
    if isinstance(value, Unknown):
        return value.free
    return not (
        isinstance(value, Tensor) and isinstance(value.origin, Step) and value.origin.constant
    )
