"""Drawings of elementwise operations: numbers and integers where the operation takes them."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly
from tests.rules.special import draws

TENSORS_ONLY = {
    "maximum", "minimum", "fmax", "fmin", "hypot", "nextafter", "gcd", "lcm", "heaviside", "logaddexp",
    "logaddexp2", "atan2", "arctan2", "ldexp", "logical_and", "logical_or", "logical_xor", "isclose",
}  # fmt: skip
FILLS: dict[str, tuple[float, ...]] = {
    "normal_": (0.0, 1.0), "uniform_": (0.0, 1.0), "bernoulli_": (0.5,), "exponential_": (1.0,), "random_": (0, 9),
    "fill_": (1,), "cauchy_": (0.0, 1.0), "geometric_": (0.5,), "log_normal_": (1.0, 2.0),
}  # fmt: skip


def operation(name: str) -> str:
    return name.rpartition(".")[2].rstrip("_")


def sides(rng: random.Random, count: int, whole: bool, dtype: str | None) -> list[T]:
    """Tensors that broadcast, to the first of them if that is to be `whole`."""
    shape = tuple(extent(rng, 4) for _ in range(rng.randint(0, 4)))

    def part() -> T:
        cut = rng.randint(0, len(shape)) if rng.random() < 0.4 else 0
        return T(tuple(1 if rng.random() < 0.2 else n for n in shape[cut:]), dtype)

    return [T(shape, dtype) if whole and not i else part() for i in range(count)]


@draws(
    "torch.add",
    "torch.sub",
    "torch.div",
    "torch.true_divide",
    "torch.float_power",
    "torch.eq",
    "torch.Tensor.add_",
    "torch.Tensor.sub_",
    "torch.Tensor.div_",
    "torch.Tensor.eq_",
)
def binary(rng: random.Random, rule: Rule, name: str) -> Call:
    """Two tensors, or one and a number."""
    word, in_place = operation(name), name.endswith("_")
    dtype = "torch.int64" if word.startswith("bitwise") or word in ("gcd", "lcm") else None
    if rng.random() < 0.1:
        dtype = "torch.bool"
    args: list[Any] = list(sides(rng, 2, in_place, dtype))
    if word not in TENSORS_ONLY and rng.random() < 0.3:
        first = not name.startswith("torch.Tensor.") and word != "rsub" and rng.random() < 0.3
        args[0 if first else 1] = rng.choice((2, 2, True) if dtype else (2, 0.5, True))
    named: dict[str, Any] = {}
    if word in ("add", "sub", "subtract", "rsub") and rng.random() < 0.2:
        named["alpha"] = 2
    if word in ("div", "divide") and rng.random() < 0.3:
        named["rounding_mode"] = rng.choice(("floor", "trunc"))
    return Call(rule, name, *nearly(rng, tuple(args), named))


@draws("torch.lerp", "torch.Tensor.lerp_", "torch.addcmul")
def ternary(rng: random.Random, rule: Rule, name: str) -> Call:
    args: list[Any] = list(sides(rng, 3, name.endswith("_"), None))
    if operation(name) == "lerp" and rng.random() < 0.4:
        args[2] = 0.5
    named = {"value": 2} if "addc" in name and rng.random() < 0.3 else {}
    return Call(rule, name, *nearly(rng, tuple(args), named))


@draws("torch.Tensor.normal_")
def filled(rng: random.Random, rule: Rule, name: str) -> Call:
    numbers = FILLS[name.rpartition(".")[2]]
    return Call(rule, name, *nearly(rng, (*sides(rng, 1, True, None), *numbers), {}))


@draws("torch.Tensor.type")
def retyped(rng: random.Random, rule: Rule, name: str) -> Call:
    dtype = rng.choice(("LongTensor", "DoubleTensor", "HalfTensor", "BoolTensor"))
    return Call(rule, name, *nearly(rng, (*sides(rng, 1, True, None), f"torch.{dtype}"), {}))


@draws("torch.nn.GaussianNLLLoss")
def gaussian(rng: random.Random, rule: Rule, name: str) -> Call:
    """A variance of the input's shape, without its last axis, or with an axis of 1."""
    shape = tuple(extent(rng, 4) for _ in range(rng.randint(0, 4)))
    at = rng.randrange(len(shape)) if shape else 0
    likely = (shape, shape[:-1], (*shape[:at], 1, *shape[at + 1 :]) if shape else ())
    args, _ = nearly(rng, (T(shape), T(shape), T(rng.choice(likely))), {})
    return Call(rule, name, args, {}, (), {"reduction": rng.choice(("none", "mean", "sum"))})


@draws("torch.nn.CTCLoss")
def ctc(rng: random.Random, rule: Rule, name: str) -> Call:
    batch = (rng.randint(1, 4),) if rng.random() < 0.8 else ()
    n = batch[0] if batch else 1
    lengths: Any = T(batch, "torch.int64") if rng.random() < 0.5 else (1,) * n
    targets = (n, rng.randint(1, 4)) if rng.random() < 0.8 else (n * rng.randint(1, 3),)
    probabilities = T((extent(rng, 6), *batch, extent(rng, 4)))
    args, _ = nearly(rng, (probabilities, T(targets, "torch.int64"), lengths, lengths), {})
    return Call(rule, name, args, {}, (), {"reduction": rng.choice(("none", "mean", "sum"))})


@draws("torch.positive", "torch.detach_", "torch.zeros_like", "torch.Tensor.to")
def alone(rng: random.Random, rule: Rule, name: str) -> Call:
    """Only what the method needs besides the tensor."""
    word = name.rpartition(".")[2]
    more: dict[str, tuple[Any, ...]] = {"full_like": (1.5,), "randint_like": (9,)}
    args = (*sides(rng, 1, True, "torch.int64" if "bitwise" in word else None), *more.get(word, ()))
    if word in ("to", "type_as"):
        args = (*args, T((2,), f"torch.{rng.choice(('int64', 'float64', 'bool'))}"))
    return Call(rule, name, *nearly(rng, args, {}))


@draws("torch.clamp", "torch.clamp_min", "torch.Tensor.clamp_", "torch.Tensor.clamp_min_")
def clamped(rng: random.Random, rule: Rule, name: str) -> Call:
    """Bounds that are all numbers or all tensors."""
    input, low, high = sides(rng, 3, name.endswith("_"), None)
    bounds: tuple[Any, ...] = (low, high) if rng.random() < 0.6 else (0.5, 2)
    if operation(name) not in ("clamp", "clip"):
        bounds = bounds[:1]
    elif rng.random() < 0.3:
        bounds = rng.choice((bounds[:1], (None, bounds[1])))
    return Call(rule, name, *nearly(rng, (input, *bounds), {}))
