"""jaxtyping's annotations of a function: `Float[Tensor, "b c h w"]`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shapelint.interpreter.values import Function, Tensor
from shapelint.source import tree
from shapelint.source.notation import DTYPES, QUOTED, Notation, of_jaxtyping
from shapelint.symbolic import Dim, Shape, ShapeVar, Size, new_shape_var, new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

ARRAYS = {"Tensor", "Array", "ndarray", "ArrayLike", "Parameter"}


@dataclass(frozen=True, slots=True)
class Signature:
    """What the signature of a function says of shapes."""

    params: dict[str, Notation] = field(default_factory=dict)
    result: Notation | None = None


NONE = Signature()


def of_function(m: Interpreter, function: Function) -> Signature:
    """The shapes in a function's signature, read once."""
    node = function.node
    if not isinstance(node, tree.FunctionDef):
        return NONE
    key = (function.module.path, node.at)
    found = m.program.signatures.get(key)
    if found is None:
        params = {p.name: n for p in node.params if (n := of_annotation(p.annotation)) is not None}
        result = of_annotation(node.returns)
        found = NONE if not params and result is None else Signature(params, result)
        m.program.signatures[key] = found
    return found


def of_annotation(node: tree.Expr | None) -> Notation | None:
    """The shape that a jaxtyping annotation, quoted or not, says; None for any other."""
    if isinstance(node, tree.Constant) and isinstance(node.value, str):
        quoted = QUOTED.fullmatch(node.value)
        if quoted and quoted[1] in DTYPES and quoted[2].rpartition(".")[2] in ARRAYS:
            return of_jaxtyping(quoted[4])
        return None
    if not isinstance(node, tree.Subscript) or _last(node.value) not in DTYPES:
        return None
    index = node.index
    if not isinstance(index, tree.TupleExpr) or len(index.items) != 2:
        return None
    array, text = index.items
    if _last(array) not in ARRAYS or not isinstance(text, tree.Constant):
        return None
    return of_jaxtyping(text.value) if isinstance(text.value, str) else None


def _last(node: tree.Expr) -> str:
    return node.attr if isinstance(node, tree.Attribute) else getattr(node, "id", "")


def tensor_of(param: tree.Param, names: dict[str, Size | ShapeVar]) -> Tensor | None:
    """A tensor of the annotated shape; `names` are those of the signature so far."""
    notation = of_annotation(param.annotation)
    if notation is None or param.kind in ("vararg", "kwarg"):
        return None
    prefix: list[Size] = []
    suffix: list[Size] = []
    run: ShapeVar | None = None
    for axis in notation.axes:
        sizes = prefix if run is None else suffix
        if axis.kind == "size":
            sizes.append(int(axis.text))
        elif axis.kind == "name":
            known = names.setdefault(axis.text, new_symbol(axis.text))
            assert isinstance(known, int | Dim)
            sizes.append(known)
        elif axis.kind == "run":
            found = names.setdefault(axis.text, new_shape_var(axis.text.strip("#*."), free=True))
            if axis.text == "...":
                names.pop(axis.text)
            assert isinstance(found, ShapeVar)
            run = found
        else:
            sizes.append(new_symbol(axis.text))
    return Tensor(Shape(tuple(prefix), run, tuple(suffix)))
