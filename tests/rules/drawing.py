"""Random calls of a rule, valid or nearly so, drawn from its own signature."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook import RuleFunction
from shapelint.rulebook.apply import construct
from shapelint.rulebook.builtins import Rejected, Undetermined
from shapelint.rulebook.expression import evaluate
from shapelint.rulebook.load import Param, Rule, Signature
from shapelint.rulebook.pattern import (
    ConditionalSpec,
    ListSpec,
    PlainSpec,
    Spec,
    TensorSpec,
    Token,
    TupleSpec,
    UnionSpec,
)
from shapelint.symbolic import Facts, Shape
from tests.rules.calls import DRAWN, Call, T, abstract, has_empty_axis

MAX_SIZE = 7
MAX_RANK = 5
EMPTY = 0.03
"""How often an axis is empty."""
COUNTS = {"Single": 1, "Pair": 2, "Triple": 3}


def extent(rng: random.Random, high: int = MAX_SIZE) -> int:
    """A size: now and then 0."""
    return 0 if rng.random() < EMPTY else rng.randint(1, high)


def strides(rng: random.Random, shape: tuple[int, ...]) -> tuple[int, ...] | None:
    """How a tensor lies in memory, mostly row by row: else transposed, cut out of a larger one, or
    expanded."""
    if len(shape) < 2 or rng.random() < 0.6:
        return None
    order = list(range(len(shape)))
    if rng.random() < 0.8:
        rng.shuffle(order)
    result = [0] * len(shape)
    step = 1
    for axis in reversed(order):
        result[axis] = step
        step *= max(shape[axis], 1) + (rng.random() < 0.1)
    if rng.random() < 0.1:
        result[rng.randrange(len(shape))] = 0
    return tuple(result)


class Undrawable(Exception):
    """A parameter that only a person could fill: a module, a callable."""


def draw_call(rng: random.Random, rule: Rule, name: str) -> Call:
    """A random call of the rule under that name. Raises Undrawable."""
    if isinstance(rule, RuleFunction):
        signature = rng.choice(rule.signatures)
        args, kwargs = Drawing(rng, {}).arguments(signature)
        return Call(rule, name, *nearly(rng, args, kwargs))
    init_args, init_kwargs = Drawing(rng, {}).arguments(rng.choice(rule.init))
    if rng.random() < 0.1:
        init_args, init_kwargs = nearly(rng, init_args, init_kwargs)
    built = construct(
        rule,
        [abstract(a) for a in init_args],
        {k: abstract(v) for k, v in init_kwargs.items()},
        Facts(),
    )
    forward = rule.methods.get(rule.call_name, ())
    if built.failures or not isinstance(built.result, dict) or not forward:
        return Call(rule, name, (), {}, init_args, init_kwargs, True)
    drawing = Drawing(rng, dict(built.result))
    args, kwargs = drawing.arguments(rng.choice(forward))
    if rule.late and rng.random() < 0.4:
        again = Drawing(rng, {**built.result, **{k: drawing.env.get(k) for k in rule.late}})
        second = nearly(rng, *again.arguments(rng.choice(forward)))
        if not has_empty_axis((args, kwargs, second)):
            return Call(rule, name, *second, init_args, init_kwargs, before=(args, kwargs))
    return Call(rule, name, *nearly(rng, args, kwargs), init_args, init_kwargs)


def nearly(
    rng: random.Random, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments, in two of five cases with one tensor changed in one axis, in one of ten with
    one of another dtype."""
    if rng.random() < 0.1:
        at = rng.randrange(len(args)) if args else 0
        args = tuple(other_dtype(rng, a) if i == at else a for i, a in enumerate(args))
    if rng.random() < 0.6:
        return args, kwargs
    places = [i for i, a in enumerate(args) if isinstance(a, T)]
    if not places:
        return args, kwargs
    at = rng.choice(places)
    return (*args[:at], slipped(rng, args[at]), *args[at + 1 :]), kwargs


def slipped(rng: random.Random, tensor: T) -> T:
    """One axis more or less, one size off, or two axes exchanged."""
    shape = list(tensor.shape)
    slip = rng.randrange(4)
    if slip == 0 and len(shape) < MAX_RANK:
        shape.insert(rng.randint(0, len(shape)), rng.randint(1, 3))
    elif slip == 1 and shape:
        shape.pop(rng.randrange(len(shape)))
    elif slip == 2 and shape:
        i = rng.randrange(len(shape))
        shape[i] = max(1, shape[i] + rng.choice((-1, 1, 2)))
    elif len(shape) > 1:
        i, j = rng.sample(range(len(shape)), 2)
        shape[i], shape[j] = shape[j], shape[i]
    laid = strides(rng, tuple(shape))
    return T(tuple(shape), tensor.dtype, tensor.slipped, laid, tensor.fill)


OTHER_DTYPES = ("float64", "float16", "int64", "int32", "uint8", "bool", "complex64")


def other_dtype(rng: random.Random, value: Any) -> Any:
    """A tensor of a dtype that was not asked for; what is no tensor as it is."""
    if not isinstance(value, T):
        return value
    framework = (value.dtype or "torch").partition(".")[0]
    return T(value.shape, f"{framework}.{rng.choice(OTHER_DTYPES)}", True, value.strides, value.fill)


class Drawing:
    """Draws the arguments of one signature; `env` holds what names stand for so far."""

    def __init__(self, rng: random.Random, env: dict[str, Any]) -> None:
        self.rng = rng
        self.env = env
        self.tensors: list[tuple[int, ...]] = []

    def arguments(self, signature: Signature) -> tuple[tuple[Any, ...], dict[str, Any]]:
        values: dict[str, Any] = {}
        chosen = [p for p in signature.params if p.default is None or self.rng.random() < 0.3]
        for param in signature.params:
            if param not in chosen:
                self.env.setdefault(param.name, self.default(param))
        tensors_last = sorted(chosen, key=lambda p: isinstance(p.spec, TensorSpec | ListSpec))
        sizes = [p for p in chosen if is_size_list(p.spec)]
        for param in [*(p for p in tensors_last if p not in sizes), *sizes]:
            if param.name in ("out", "dtype", "device", "layout", "generator", "memory_format"):
                continue
            value = self.argument(param, signature)
            values[param.name] = value
            self.env.setdefault(param.name, abstract(value))
        args: list[Any] = []
        kwargs: dict[str, Any] = {}
        for param in signature.params:
            if param.name not in values:
                continue
            if param.variadic:
                args.extend(values[param.name])
            elif param.keyword_only or len(args) < signature.params.index(param):
                kwargs[param.name] = values[param.name]
            else:
                args.append(values[param.name])
        return tuple(args), kwargs

    def default(self, param: Param) -> Any:
        try:
            return None if param.default is None else evaluate(param.default, self.env, Facts())
        except (Undetermined, Rejected):
            return None

    def argument(self, param: Param, signature: Signature) -> Any:
        if param.variadic:
            return tuple(self.value(param.spec, param) for _ in range(self.rng.randint(1, 3)))
        return self.value(param.spec, param)

    def value(self, spec: Spec, param: Param) -> Any:
        if isinstance(spec, TensorSpec):
            return self.tensor(spec)
        if isinstance(spec, ListSpec):
            return [self.value(spec.element, param) for _ in range(self.rng.randint(1, 3))]
        if isinstance(spec, TupleSpec):
            return tuple(self.value(s, param) for s in spec.items)
        if isinstance(spec, UnionSpec):
            likely = spec.options[:1] if self.rng.random() < 0.5 else spec.options
            return self.value(self.rng.choice(likely), param)
        if isinstance(spec, ConditionalSpec):
            try:
                test = evaluate(spec.test, self.env, Facts())
            except (Undetermined, Rejected):
                test = True
            return self.value(spec.then if test else spec.orelse, param)
        return self.plain(spec, param)

    def plain(self, spec: PlainSpec, param: Param) -> Any:
        rng = self.rng
        if spec.name == "None":
            return None
        if spec.name == "Dim":
            return extent(rng)
        if spec.name == "Axis":
            rank = len(self.tensors[0]) if self.tensors else 3
            return rng.randint(-rank, max(rank - 1, 0)) if rng.random() < 0.9 else rng.randint(-6, 6)
        if spec.name in COUNTS:
            count = COUNTS[spec.name]
            low = 0 if "padding" in param.name else 1
            single = rng.randint(low, 3)
            return single if rng.random() < 0.6 else tuple(rng.randint(low, 3) for _ in range(count))
        if spec.name == "Size":
            return self.size_list(param.name != "normalized_shape")
        if spec.name == "Axes":
            rank = len(self.tensors[0]) if self.tensors else 3
            count = rank if rng.random() < 0.5 else rng.randint(1, max(rank, 1))
            axes = list(range(rank))
            rng.shuffle(axes)
            return tuple(a - rank if rng.random() < 0.3 else a for a in axes[:count])
        if spec.name in ("bool", "Flag"):
            return rng.random() < 0.5
        if spec.name == "Scalar":
            return rng.choice((1, 0.5, True))
        if spec.name in ("float", "int") or spec.name == "object":
            if param.default is not None:
                return self.default(param)
            return 1
        if spec.name == "Literal":
            return rng.choice(spec.values)
        if spec.name == "str" and param.default is not None:
            return self.default(param)
        raise Undrawable(f"{param.name}: {spec.name}")

    def size_list(self, holes: bool) -> tuple[int, ...]:
        """Sizes that have to do with a tensor drawn before, mostly; `holes` allows a -1."""
        rng = self.rng
        base = rng.choice(self.tensors) if self.tensors else ()
        kind = rng.randrange(5)
        if kind == 0:
            return tuple(extent(rng) for _ in range(rng.randint(1, 5)))
        if kind == 1 and base:
            return tuple(-1 if holes and rng.random() < 0.3 else s for s in base)
        if kind == 2:
            extra = tuple(rng.randint(1, 3) for _ in range(rng.randint(0, 2)))
            return (*extra, *(rng.randint(1, 4) if s == 1 else s for s in base)) or (1,)
        total = 1
        for size in base:
            total *= size
        parts: list[int] = []
        while total > 1 and len(parts) < 3:
            divisor = rng.choice([d for d in range(1, total + 1) if total % d == 0])
            parts.append(divisor)
            total //= divisor
        parts.append(total)
        if kind == 3 and holes:
            parts[rng.randrange(len(parts))] = -1
        return tuple(parts)

    def tensor(self, spec: TensorSpec) -> T:
        shape = self.shape(spec.tokens)
        self.tensors.append(shape)
        return T(shape, DRAWN.get(spec.kind), strides=strides(self.rng, shape))

    def shape(self, tokens: tuple[Token, ...] | None) -> tuple[int, ...]:
        rng = self.rng
        if tokens is None:
            return tuple(extent(rng) for _ in range(rng.randint(0, MAX_RANK)))
        at = next((t for t in tokens if t.kind == "at"), None)
        if at is not None:
            return self.around(tokens, at)
        parts: list[int] = []
        for token in tokens:
            parts.extend(self.run(token) if token.kind not in ("size", "any") else (self.size(token),))
        return tuple(parts)

    def around(self, tokens: tuple[Token, ...], at: Token) -> tuple[int, ...]:
        """`*pre n@dim *post`, by the axis that was or will be given."""
        before, after = (
            self.run(t) if t.name in self.env else None
            for t in (tokens[0], tokens[-1])
        )
        assert at.axis is not None
        try:
            axis = evaluate(at.axis, self.env, Facts())
        except (Undetermined, Rejected):
            axis = 0
        if not isinstance(axis, int):
            axis = 0
        if before is None or after is None:
            rank = max(self.rng.randint(1, MAX_RANK), axis + 1 if axis >= 0 else -axis)
            sizes = [extent(self.rng) for _ in range(min(rank, MAX_RANK + 2))]
            place = axis % len(sizes)
            before, after = tuple(sizes[:place]), tuple(sizes[place + 1 :])
            self.env.setdefault(tokens[0].name, before)
            self.env.setdefault(tokens[-1].name, after)
        return (*before, self.size(at), *after)

    def run(self, token: Token) -> tuple[int, ...]:
        rng = self.rng
        bound = self.env.get(token.name) if token.name else None
        if isinstance(bound, Shape):
            bound = bound.sizes
        if isinstance(bound, int):
            bound = (bound,)
        if not isinstance(bound, tuple):
            most = 1 if token.kind == "optional" else MAX_RANK
            bound = tuple(extent(rng, 4) for _ in range(rng.randint(0, most)))
            if token.name:
                self.env[token.name] = bound
        if token.kind == "shared":
            cut = rng.randint(0, len(bound)) if rng.random() < 0.4 else 0
            return tuple(1 if rng.random() < 0.2 else s for s in bound[cut:])
        return bound

    def size(self, token: Token) -> int:
        if token.kind == "any" or token.each or token.expression is None:
            return extent(self.rng)
        if token.name.isidentifier() and not isinstance(self.env.get(token.name), int):
            self.env[token.name] = extent(self.rng, 12 if self.rng.random() < 0.5 else 4)
        try:
            value = evaluate(token.expression, self.env, Facts())
        except (Undetermined, Rejected):
            value = extent(self.rng)
        return value if isinstance(value, int) and 0 <= value < 64 else extent(self.rng)


def is_size_list(spec: Spec) -> bool:
    """Whether the annotation takes sizes that go with a tensor: drawn after it."""
    options = spec.options if isinstance(spec, UnionSpec) else (spec,)
    return any(isinstance(o, PlainSpec) and o.name in ("Size", "Axes", "Axis") for o in options)
