"""A call of a rule, in a form that both the rulebook and the framework can run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shapelint.rulebook import RuleClass, RuleFunction, SizeTuple, Tensor, Typed, array_dtype
from shapelint.rulebook.apply import Applied, call_function, call_method, construct
from shapelint.rulebook.layout import settled, strides_of
from shapelint.rulebook.load import Rule, Signature
from shapelint.rulebook.pattern import (
    ConditionalSpec,
    ListSpec,
    PlainSpec,
    Spec,
    TensorSpec,
    TupleSpec,
    UnionSpec,
    is_size_list,
)
from shapelint.rulebook.values import ROW_MAJOR
from shapelint.symbolic import Facts, Shape


DRAWN = {
    "Int": "torch.int64", "Whole": "torch.int64", "Long": "torch.int64", "Bool": "torch.bool", "Mask": "torch.bool",
    "Integer": "torch.int64", "Index": "torch.int64", "Int32": "torch.int32", "Complex": "torch.complex64",
    "Float64": "torch.float64",
    **dict.fromkeys(array_dtype.KINDS, "numpy.float64"),
    "NDInt": "numpy.int64", "NDBool": "numpy.bool",
}
"""The dtype of an argument for a parameter of that kind; float32 for others."""


@dataclass(frozen=True)
class T:
    """A tensor argument."""

    shape: tuple[int, ...]
    dtype: str | None = None
    slipped: bool = False
    """Whether the dtype is not the one that the parameter asks for."""
    strides: tuple[int, ...] | None = None
    """None where it is row-major."""
    fill: int = 0
    """What every element is; ones stand on the diagonal of a matrix of floats."""

    def __repr__(self) -> str:
        short = (self.dtype or "").removeprefix("torch.")
        shown = f"T{self.shape}{':' + short if short else ''}"
        return shown if self.strides is None else f"{shown}@{self.strides}"


@dataclass(frozen=True)
class Call:
    """`name(*args, **kwargs)`, or for a layer `name(*init, **named)(*args, **kwargs)`."""

    rule: Rule
    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    init: tuple[Any, ...] = ()
    named: dict[str, Any] | None = None
    built_only: bool = False
    before: tuple[tuple[Any, ...], dict[str, Any]] | None = None
    """The arguments of an earlier call of the same layer, which fixes what is `Late`."""

    def __repr__(self) -> str:
        def shown(args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
            return ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])

        if self.named is None:
            return f"{self.name}({shown(self.args, self.kwargs)})"
        layer = f"{self.name}({shown(self.init, self.named)})"
        if self.before is not None:
            layer = f"{layer}({shown(*self.before)}), then "
        return layer if self.built_only else f"{layer}({shown(self.args, self.kwargs)})"


def abstract(value: Any) -> Any:
    """The argument as the rulebook takes it."""
    if isinstance(value, T):
        shape = Shape(value.shape)
        layout = ROW_MAJOR if value.strides is None else settled(shape, value.strides)
        return Tensor(shape, value.dtype or "torch.float32", layout=layout)
    if isinstance(value, tuple | list):
        return tuple(map(abstract, value))
    return value


def by_rule(call: Call) -> Applied:
    """What the rule says of the call."""

    def plain(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        return list(map(abstract, args)), {k: abstract(v) for k, v in kwargs.items()}

    if isinstance(call.rule, RuleFunction):
        return call_function(call.rule, *plain(call.args, call.kwargs), Facts())
    built = construct(call.rule, *plain(call.init, call.named or {}), Facts())
    if built.failures or call.built_only:
        return built
    env, name = built.result, call.rule.call_name
    if call.before is not None:
        first = call_method(call.rule, name, env, *plain(*call.before), built.facts)
        if first.failures or first.status == "unknown":
            return first
        env = {**env, **dict(zip(call.rule.late, first.late, strict=False))}
    return call_method(call.rule, name, env, *plain(call.args, call.kwargs), built.facts)


def concrete(result: Any) -> Any:
    """Shapes of a result as nested tuples; None for what is no tensor, `...` for what is open."""
    if isinstance(result, Tensor | SizeTuple):
        if result.shape.rank is None:
            return ...
        return tuple(s if isinstance(s, int) else ... for s in result.shape.sizes)
    if isinstance(result, tuple):
        return tuple(map(concrete, result))
    return ... if isinstance(result, Typed) else None


def named_dtypes(result: Any) -> Any:
    """Dtypes of a result as nested tuples; None for what is no tensor or has none that is told."""
    if isinstance(result, Tensor):
        return None if result.dtype == array_dtype.GENERIC else result.dtype
    return tuple(map(named_dtypes, result)) if isinstance(result, tuple) else None


def laid_out(result: Any) -> Any:
    """Layouts of a result as nested tuples; None for what is no tensor or has none that is told."""
    if isinstance(result, Tensor):
        strides = strides_of(Facts(), result)
        known = strides is not None and all(isinstance(s, int) for s in strides)
        return strides if known else None
    return tuple(map(laid_out, result)) if isinstance(result, tuple) else None


def has_other_dtype(call: Call) -> bool:
    """Whether some tensor was given another dtype than its parameter's usual one: rules tell of the
    dtypes that decide often, not of every kernel that is missing."""

    def slipped(value: Any) -> bool:
        if isinstance(value, tuple | list):
            return any(map(slipped, value))
        return isinstance(value, T) and value.slipped

    named = (call.named or {}).values()
    return any(map(slipped, (*call.init, *named, *call.args, *call.kwargs.values())))


def has_empty_axis(value: Any) -> bool:
    """Whether some tensor within holds nothing."""
    if isinstance(value, T):
        return 0 in value.shape
    if isinstance(value, dict):
        return any(map(has_empty_axis, value.values()))
    return isinstance(value, tuple | list) and any(map(has_empty_axis, value))


class Misfit(Exception):
    """A value that is not what the annotation speaks of."""


def typed(spec: Spec, value: Any) -> Any:
    """Tuples of an example as tensors where the annotation says so."""
    if isinstance(value, T):
        return value
    if isinstance(spec, TensorSpec):
        if not isinstance(value, tuple) or not all(isinstance(v, int) for v in value):
            raise Misfit
        return T(value, DRAWN.get(spec.kind))
    if isinstance(spec, ListSpec):
        if not isinstance(value, tuple | list):
            raise Misfit
        return type(value)(typed(spec.element, v) for v in value)
    if isinstance(spec, TupleSpec):
        if not isinstance(value, tuple) or len(value) != len(spec.items):
            raise Misfit
        return tuple(typed(s, v) for s, v in zip(spec.items, value, strict=True))
    if isinstance(spec, ConditionalSpec):
        return typed(spec.then, value)
    if isinstance(spec, UnionSpec):
        for option in spec.options:
            try:
                return typed(option, value)
            except Misfit:
                continue
        raise Misfit
    if isinstance(spec, PlainSpec):
        tuples = spec.name in ("Size", "Axes", "Pair", "Triple", "Single", "object", "Dim")
        if isinstance(value, tuple) and not tuples:
            raise Misfit
        if value is None and spec.name not in ("None", "object"):
            raise Misfit
        if spec.name == "None" and value is not None:
            raise Misfit
    return value


def typed_arguments(
    signatures: tuple[Signature, ...], args: list[Any], kwargs: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments under the first form that they fit; the last form if none."""
    for signature in (*signatures, None):
        params = list((signature or signatures[-1]).params)
        try:
            made: list[Any] = []
            placed = [p for p in params if not p.keyword_only]
            for i, value in enumerate(args):
                spec = placed[min(i, len(placed) - 1)].spec if placed else PlainSpec("object")
                made.append(_typed(spec, value, strict=signature is not None))
            specs = {p.name: p.spec for p in params}
            named = {
                k: _typed(specs.get(k, PlainSpec("object")), v, strict=signature is not None)
                for k, v in kwargs.items()
            }
            if signature and len(args) > len(placed) and not any(p.variadic for p in params):
                size = placed and is_size_list(placed[-1].spec)
                if not size:
                    raise Misfit
            return tuple(made), named
        except Misfit:
            continue
    raise AssertionError


def _typed(spec: Spec, value: Any, strict: bool) -> Any:
    try:
        return typed(spec, value)
    except Misfit:
        if strict:
            raise
        return value


@dataclass(frozen=True)
class Example:
    """A doctest line of a rule: a call, and the result or the word of its rejection."""

    call: Call
    text: str
    expected: str

    @property
    def rejected(self) -> bool:
        return self.expected.startswith("error:")


def examples(rule: Rule) -> Iterator[Example]:
    """The examples in a rule's docstring."""
    lines = [line.strip() for line in rule.doc.splitlines()]
    for i, line in enumerate(lines):
        if line.startswith(">>> "):
            yield Example(_example(rule, line[4:]), line[4:], lines[i + 1])


def _example(rule: Rule, text: str) -> Call:
    node = ast.parse(text, mode="eval").body
    assert isinstance(node, ast.Call), text
    args, kwargs = _literals(node)
    if isinstance(rule, RuleFunction):
        return Call(rule, rule.names[0], *typed_arguments(rule.signatures, args, kwargs))
    assert isinstance(rule, RuleClass)
    if isinstance(node.func, ast.Name):
        init, named = typed_arguments(rule.init, args, kwargs)
        return Call(rule, rule.names[0], (), {}, init, named, True)
    assert isinstance(node.func, ast.Call), text
    init_args, init_kwargs = _literals(node.func)
    init, named = typed_arguments(rule.init, init_args, init_kwargs)
    args_, kwargs_ = typed_arguments(rule.methods[rule.call_name], args, kwargs)
    return Call(rule, rule.names[0], args_, kwargs_, init, named)


def _literals(node: ast.Call) -> tuple[list[Any], dict[str, Any]]:
    return (
        [_literal(a) for a in node.args],
        {k.arg: _literal(k.value) for k in node.keywords if k.arg},
    )


def _literal(node: ast.expr) -> Any:
    """An argument of an example; `(2, 3) @ (1, 2)` is a tensor with these strides."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return T(ast.literal_eval(node.left), strides=ast.literal_eval(node.right))
    return ast.literal_eval(node)
