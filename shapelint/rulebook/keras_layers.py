"""What single layers of Keras make of axes: `EinsumDense`, `PReLU`, encodings of categories. Each takes
(facts, *arguments)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from shapelint.rulebook.array_axes import known
from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    broadcast,
    exact,
    is_size,
    sizes,
)
from shapelint.rulebook.values import SizeTuple
from shapelint.symbolic import Facts, Impossible, Proved, Shape, Size, Truth, ask, conj, disj, eq

EQUATIONS = tuple(
    re.compile(pattern.replace("X", "([a-zA-Z]+)"))
    for pattern in (r"()X,X->X()", r"(0)X,X->0X()", r"()([a-zA-Z]{2,})0,X->X(0)")
)
"""The forms of an equation that Keras takes, `...` written as 0: dots on the left, letters of the
input, the kernel and the output, dots on the right."""


def dense_einsum(
    facts: Facts, equation: Any, bias_axes: Any, segment: Any, given: Any, kernel: Any
) -> tuple[Any, ...]:
    """Of `EinsumDense`: the shapes of output, kernel and bias, and whether the sizes fit. `given` is
    the output without the batch, `kernel` what an earlier call has fixed: then `given` counts no more."""
    left, inputs, weights, output, right = _letters(equation)
    parts = known(segment)
    elided = len(parts) - len(inputs)
    if elided < 0 or (elided and not left and not right):
        raise _refuse(f"`{equation}` names {len(inputs)} axes, but the input is {Shape(parts)}")
    for term in (inputs, weights, output):
        if len(set(term)) < len(term):
            raise Undetermined
    start = elided if left else 0
    inner, tail = (parts[1:elided], ()) if left else ((), parts[len(inputs) :])
    wanted = (parts[0], *inner, *_numbers(given), *tail)
    if len(wanted) < len(output) + start:
        raise _refuse(f"output_shape needs {len(output) - 1} sizes for `{output}` after the batch")
    own = dict(zip(inputs, parts[start:], strict=False))
    asked = dict(zip(output, wanted[start:], strict=False))
    for letter in output:
        if letter not in own and letter not in weights:
            raise _refuse(f"`{letter}` of the output is in no operand")
    fits: list[Truth] = []
    if kernel is None:
        fits = [eq(n, asked[c]) for c, n in own.items() if is_size(asked.get(c))]
    for letter in weights:
        if letter not in asked and letter not in own:
            raise _refuse(f"`{letter}` of the kernel is neither in the input nor in the output")
    held = dict(zip(weights, sizes(kernel), strict=True)) if kernel is not None else {}
    found = {c: held.get(c, asked[c] if c in asked else own[c]) for c in weights}
    bias = _bias(bias_axes, output, asked, 0 if left else elided)
    if kernel is None and None in (*found.values(), *(bias or ())):
        raise _refuse("output_shape is None where the kernel or the bias needs a size")
    fits += [disj(eq(own[c], n), eq(own[c], 1), eq(n, 1)) for c, n in held.items() if c in own]
    sized = [_joined(facts, own.get(c), found.get(c)) for c in output]
    out = (*parts[:elided], *sized) if left else (*sized, *tail)
    return out, tuple(found[c] for c in weights), bias, conj(*fits)


def _letters(equation: Any) -> tuple[str, ...]:
    if not isinstance(equation, str):
        raise Undetermined
    for form in EQUATIONS:
        plain = equation.replace("...", "0")
        found = form.match(plain)
        if found:
            if found.end() < len(plain):
                raise Undetermined
            return found.groups()
    raise _refuse(
        f"`{equation}` is not of the form `ab,bc->ac`, `...b,bc->...c` or `ab...,bc->ac...`"
    )


def _refuse(message: str) -> Rejected:
    return Rejected(message, "einsum-sizes")


def _numbers(given: Any) -> tuple[Any, ...]:
    """Sizes, of which some may be None."""
    if is_size(given):
        return (given,)
    if isinstance(given, SizeTuple | Shape):
        return sizes(given)
    if not isinstance(given, tuple | list) or not all(n is None or is_size(n) for n in given):
        raise Undetermined
    return tuple(given)


def _bias(axes: Any, output: str, asked: dict[str, Any], elided: int) -> tuple[Any, ...] | None:
    if axes is None:
        return None
    if not isinstance(axes, str):
        raise Undetermined
    for letter in axes:
        if letter not in output:
            raise _refuse(f"`{letter}` of bias_axes is not in the output `{output}`")
    if not axes:
        raise _refuse("bias_axes names no axis")
    first = min(map(output.find, axes))
    return (*(asked[c] if c in axes else 1 for c in output[first:]), *(1,) * elided)


def _joined(facts: Facts, x: Any, y: Any) -> Size:
    """The size of a letter in one or both operands."""
    if not is_size(x) or not is_size(y):
        found = y if is_size(y) else x
        if not is_size(found):
            raise Undetermined
        return found  # type: ignore[no-any-return]
    if isinstance(ask(facts, disj(eq(x, y), eq(x, 1), eq(y, 1))), Impossible):
        return x  # type: ignore[no-any-return]
    return broadcast(facts, Shape((x,)), Shape((y,))).sizes[0]


def shared_axes(facts: Facts, segment: Any, axes: Any) -> tuple[Size, ...]:
    """The sizes after the batch, 1 for those axes (counted with the batch) that share their weights."""
    parts = list(known(segment))
    for index in () if axes is None else sizes(axes):
        place = exact(index) - 1
        if not -len(parts) <= place < len(parts):
            raise Rejected(f"axis {index} is out of range for {len(parts) + 1} axes", "index-range")
        parts[place] = 1
    return tuple(parts)


def encoded(facts: Facts, segment: Any, mode: Any, depth: Any) -> tuple[Size, ...]:
    """The shape of categories encoded as vectors: `one_hot` each for itself, but a last axis of 1 is
    dropped; `multi_hot` and `count` those along axis 1 together
    (keras/src/utils/numerical_utils.py)."""
    parts = known(segment)
    if not isinstance(mode, str) or not is_size(depth):
        raise Undetermined
    if mode == "int":
        return parts
    if mode == "one_hot":
        if not parts:
            return (1, depth)
        if len(parts) > 1 and _is_one(facts, parts[-1]):
            parts = parts[:-1]
        return (*parts, depth)
    return (*(() if len(parts) < 2 else (parts[0], *parts[2:])), depth)


def _is_one(facts: Facts, size: Size) -> bool:
    answer = ask(facts, eq(size, 1))
    if not isinstance(answer, Proved | Impossible):
        raise Undetermined
    return isinstance(answer, Proved)


def power_of_two(facts: Facts, n: Any) -> int:
    """The smallest one that is no less."""
    least = exact(n)
    if least < 1:
        raise Undetermined
    return int(2 ** math.ceil(math.log2(least)))


def kept_sizes(facts: Facts, segment: Any, axes: Any) -> tuple[Size, ...]:
    """The sizes of these axes, 1 for all others; of no axes where None is given."""
    parts = known(segment)
    chosen = () if axes is None else sizes(axes)
    for index in chosen:
        if not -len(parts) <= exact(index) < len(parts):
            raise Rejected(f"axis {index} is out of range for {len(parts)} axes", "index-range")
    places = {exact(i) % len(parts) for i in chosen}
    return tuple(n if i in places else 1 for i, n in enumerate(parts))


KERAS_LAYERS: dict[str, Callable[..., Any]] = {
    "dense_einsum": dense_einsum,
    "shared_axes": shared_axes,
    "encoded": encoded,
    "power_of_two": power_of_two,
    "kept_sizes": kept_sizes,
}
