"""Symbolic sizes, shapes, facts, and the solver that answers questions about them."""

from shapelint.symbolic.dim import (
    Dim,
    Flag,
    Formula,
    Len,
    Prod,
    ShapeVar,
    Size,
    Symbol,
    Truth,
    age,
    conj,
    disj,
    eq,
    floordiv,
    ge,
    gt,
    ite,
    le,
    lt,
    maximum,
    minimum,
    mod,
    ne,
    negate,
    new_flag,
    new_shape_var,
    new_symbol,
    product,
    ratio,
    total,
    where,
)
from shapelint.symbolic.facts import Fact, Facts
from shapelint.symbolic.shape import Shape, concat, unknown_shape
from shapelint.symbolic.solver import (
    Answer,
    Assignment,
    Impossible,
    Open,
    Proved,
    Undefined,
    ask,
    counterexample,
    evaluate,
    feasible,
    holds,
    model,
)

__all__ = [
    "Answer", "Assignment", "Dim", "Fact", "Facts", "Flag", "Formula", "Impossible", "Len", "Open", "Prod", "Proved",
    "Shape", "ShapeVar", "Size", "Symbol", "Truth", "age", "ask", "concat", "conj", "counterexample",
    "disj", "eq", "evaluate", "feasible", "floordiv", "ge", "gt", "holds", "ite", "le", "lt", "maximum",
    "minimum", "mod", "model", "ne", "negate", "new_flag", "new_shape_var", "new_symbol", "product",
    "ratio", "total", "Undefined", "unknown_shape", "where",
]  # fmt: skip
