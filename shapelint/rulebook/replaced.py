"""Layers whose parameters were replaced: their sizes are then those of the new parameters."""

from __future__ import annotations

import ast
from typing import Any

from shapelint.rulebook.builtins import Rejected, Undetermined
from shapelint.rulebook.expression import Env, evaluate
from shapelint.rulebook.load import RuleClass
from shapelint.rulebook.match import build
from shapelint.rulebook.pattern import ConditionalSpec, Spec, TensorSpec, Token
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import (
    Answer,
    Facts,
    Impossible,
    Open,
    Proved,
    Shape,
    Size,
    ask,
    conj,
    eq,
)


def with_replaced(rule: RuleClass, env: Env, replaced: dict[str, Any], facts: Facts) -> Env | None:
    """The layer's environment after `layer.weight = …`, None if it cannot be told.

    A size that a parameter's declared shape names is read from the parameter; all that the shape
    does not name, and the parameters left in place, must agree with it. Raises Rejected where they cannot.
    """
    new = dict(env)
    patterns = {name: _tokens(spec, env, facts) for name, spec in rule.attributes.items()}
    for name, value in replaced.items():
        tokens = patterns.get(name)
        if value is None and name in patterns:
            continue
        if tokens is None or not isinstance(value, Tensor):
            return None
        shape = facts.shape(value.shape)
        if shape.rank is None or not _rebind(tokens, shape.sizes, new):
            return None
    for name, tokens in patterns.items():
        if tokens is None or replaced.get(name, tokens) is None:
            continue
        value = replaced.get(name)
        given = value.shape if isinstance(value, Tensor) else _built(tokens, env, facts)
        wanted = _built(tokens, new, facts)
        if given is None or wanted is None:
            return None
        match _agree(given, wanted, facts):
            case Open():
                return None
            case Impossible():
                raise Rejected(
                    f"{rule.name}.{name} is {given}, but must be {wanted}", "weights-shape"
                )
    return new


def _tokens(spec: Spec, env: Env, facts: Facts) -> tuple[Token, ...] | None:
    """The declared shape; None for a parameter that this layer does not have."""
    if isinstance(spec, ConditionalSpec):
        try:
            test = facts.truth(evaluate(spec.test, env, facts))
        except Undetermined:
            return None
        return _tokens(spec.then if test is True else spec.orelse, env, facts)
    return spec.tokens if isinstance(spec, TensorSpec) else None


def _rebind(tokens: tuple[Token, ...], sizes: tuple[Size, ...], env: Env) -> bool:
    stars = [i for i, t in enumerate(tokens) if t.kind == "star"]
    if len(stars) > 1 or (not stars and len(tokens) != len(sizes)):
        return False
    extra = len(sizes) - len(tokens) + 1
    at = 0
    for token in tokens:
        if token.kind == "star":
            env[token.name] = sizes[at : at + extra]
            at += extra
            continue
        if isinstance(token.expression, ast.Name):
            env[token.name] = sizes[at]
        at += 1
    return extra >= 0 if stars else True


def _built(tokens: tuple[Token, ...] | None, env: Env, facts: Facts) -> Shape | None:
    try:
        return build(tokens, env, facts) if tokens is not None else None
    except (Undetermined, Rejected):
        return None


def _agree(a: Shape, b: Shape, facts: Facts) -> Answer:
    """Whether two shapes are the same; sizes that may be 1, and so broadcast, are left open."""
    a, b = facts.shape(a), facts.shape(b)
    if a.rank is None or b.rank is None:
        return Open()
    if a.rank != b.rank:
        return Impossible(())
    answer = ask(facts, conj(*(eq(x, y) for x, y in zip(a.sizes, b.sizes, strict=True))))
    certain = all(isinstance(s, int) and s != 1 for s in (*a.sizes, *b.sizes))
    return answer if certain or isinstance(answer, Proved) else Open()


__all__ = ["with_replaced"]
