"""Type and shape annotations of rules, parsed."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

KINDS = {
    "Tensor", "Array", "Like", "Inexact", "Summed", "Real", "Complex", "Int", "Int32", "Int16",
    "Int8", "UInt8", "Long", "Float", "Float64", "Float16", "BFloat16", "Complex64", "Complex128",
    "Bool", "Mask", "Whole", "Integer", "Index", "Shared", "Same", "Norm",
    "NDArray", "NDAny", "NDInexact", "NDSum", "NDReal", "NDComplex", "NDFloat", "NDInt", "NDBool",
}  # fmt: skip
"""The kinds of tensor that a rule may name: what each takes and gives stands in `dtype`."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a shape pattern.

    `size` (an expression), `star` (any number of axes), `shared` (`*#`: broadcast together),
    `optional` (`[n]`: a star of at most one axis), `any` (`_`), `at` (`n@dim`: the axis at `dim`).
    `each` marks `?`: may differ between the tensors of a list.
    """

    kind: Literal["size", "star", "shared", "optional", "any", "at"]
    name: str
    expression: ast.expr | None = None
    axis: ast.expr | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class TensorSpec:
    """`Tensor["…"]`; no tokens for a bare `Tensor`."""

    tokens: tuple[Token, ...] | None
    kind: str = "Tensor"


@dataclass(frozen=True, slots=True)
class ListSpec:
    """`list[X]`, `tuple[X, ...]`; `count` for results that repeat."""

    element: Spec
    count: ast.expr | None = None


@dataclass(frozen=True, slots=True)
class TupleSpec:
    items: tuple[Spec, ...]


@dataclass(frozen=True, slots=True)
class UnionSpec:
    options: tuple[Spec, ...]


@dataclass(frozen=True, slots=True)
class ConditionalSpec:
    """`A if flag else B`."""

    test: ast.expr
    then: Spec
    orelse: Spec


@dataclass(frozen=True, slots=True)
class PlainSpec:
    """`Dim`, `Axis`, `Pair`, `Triple`, `Size`, `bool`, `str`, `None`, `Literal[…]`, ….

    `values` are those of a Literal; `expression` is that of a result `Dim["…"]`
    or `Value["…"]`, which may be tensors too.
    """

    name: str
    values: tuple[object, ...] = ()
    expression: ast.expr | None = None
    tokens: tuple[Token, ...] | None = None


Spec = TensorSpec | ListSpec | TupleSpec | UnionSpec | ConditionalSpec | PlainSpec


class RuleError(Exception):
    """A rule that is not in the language."""


def parse_tokens(text: str) -> tuple[Token, ...]:
    """The words of a shape pattern."""
    return tuple(map(_token, text.split()))


def _token(word: str) -> Token:
    if word.startswith("[") and word.endswith("]"):
        return Token("optional", word[1:-1])
    if word == "...":
        return Token("star", "")
    if word.startswith("*#"):
        return Token("shared", word[2:])
    if word.startswith("*"):
        return Token("star", word[1:])
    if word == "_":
        return Token("any", "_")
    each = word.startswith("?")
    word = word.removeprefix("?")
    if "@" in word:
        size, _, axis = word.partition("@")
        return Token("at", size, _expression(size), _expression(axis), each)
    return Token("size", word, _expression(word), None, each)


def _expression(text: str) -> ast.expr:
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError:
        raise RuleError(f"not an expression: {text}") from None


def parse_spec(node: ast.expr | None) -> Spec:
    """An annotation. Raises RuleError."""
    if node is None:
        return PlainSpec("object")
    if isinstance(node, ast.Constant) and node.value is None:
        return PlainSpec("None")
    if isinstance(node, ast.Name):
        if node.id in KINDS:
            return TensorSpec(None, node.id)
        return PlainSpec(node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        left, right = parse_spec(node.left), parse_spec(node.right)
        options = [*(left.options if isinstance(left, UnionSpec) else (left,)), right]
        return UnionSpec(tuple(options))
    if isinstance(node, ast.IfExp):
        return ConditionalSpec(node.test, parse_spec(node.body), parse_spec(node.orelse))
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        return _subscript(node.value.id, node.slice)
    raise RuleError(f"not an annotation of the rule language: {ast.unparse(node)}")


def _subscript(name: str, inner: ast.expr) -> Spec:
    items = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    first = items[0]
    text = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
    if name in KINDS and text is not None:
        return TensorSpec(parse_tokens(text), name)
    if name == "Size" and text is not None:
        return PlainSpec("Size", tokens=parse_tokens(text))
    if name in ("Dim", "Value") and text is not None:
        return PlainSpec(name, expression=_expression(text))
    if name == "list":
        return ListSpec(parse_spec(first), items[1] if len(items) > 1 else None)
    if name == "tuple":
        last = items[-1]
        if isinstance(last, ast.Constant) and last.value is ...:
            return ListSpec(parse_spec(first))
        return TupleSpec(tuple(map(parse_spec, items)))
    if name == "Literal":
        return PlainSpec("Literal", tuple(ast.literal_eval(item) for item in items))
    raise RuleError(f"unknown annotation {name}[…]")


def takes_tensor_only(spec: Spec) -> bool:
    """Whether nothing but a tensor (or None) fits."""
    if isinstance(spec, TensorSpec):
        return True
    if isinstance(spec, UnionSpec):
        if all(isinstance(o, TensorSpec) for o in spec.options):
            return True
        rest = [o for o in spec.options if not (isinstance(o, PlainSpec) and o.name == "None")]
        return len(rest) == 1 and takes_tensor_only(rest[0])
    if isinstance(spec, ConditionalSpec):
        return takes_tensor_only(spec.then) and takes_tensor_only(spec.orelse)
    return False


def is_size_list(spec: Spec) -> bool:
    """May the sizes be given one by one? Not where a single one means something else."""
    if isinstance(spec, UnionSpec):
        plain = [o.name for o in spec.options if isinstance(o, PlainSpec)]
        return "Dim" not in plain and any(map(is_size_list, spec.options))
    return isinstance(spec, PlainSpec) and spec.name in ("Size", "Axes")
