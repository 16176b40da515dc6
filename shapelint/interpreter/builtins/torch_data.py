"""Tensors made of data, of bytes or of a file; methods that take a callable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter.builtins.torch_natives import tensor
from shapelint.interpreter.default_dtype import default_dtype
from shapelint.interpreter.elements import forgotten
from shapelint.interpreter.registry import BUILTINS, Args, Kwargs, builtin
from shapelint.interpreter.values import External, Tensor, Value
from shapelint.rulebook.values import ROW_MAJOR
from shapelint.symbolic import Shape, new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


BUILTINS["torch.asarray"] = tensor


def _dtype(m: Interpreter, given: Value, default: str | None) -> str | None:
    """The dtype that an argument names, the default where there is none."""
    value = m.resolve(given)
    if value is None:
        return default
    return value.dotted if isinstance(value, External) else None


def _argument(args: Args, kwargs: Kwargs, place: int, name: str) -> Value:
    return args[place] if len(args) > place else kwargs.get(name)


@builtin("torch.frombuffer")
def frombuffer(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The bytes of a buffer as a vector."""
    count = m.resolve(kwargs.get("count", -1))
    known = m.is_size(count) and isinstance(count, int) and count >= 0
    size = count if known else new_symbol("found", 1)
    dtype = _dtype(m, kwargs.get("dtype"), None)
    return Tensor(Shape((size,)), dtype, None, m.origin([]), ROW_MAJOR)


@builtin("torch.from_file")
def from_file(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """So many numbers of a file, as a vector."""
    size = m.resolve(_argument(args, kwargs, 2, "size"))
    shape = Shape((size,)) if m.is_size(size) else unknown_shape("s")
    return Tensor(shape, _dtype(m, kwargs.get("dtype"), default_dtype(m)), None, m.origin([]))


@builtin("torch.Tensor.new_tensor")
def new_tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A tensor of literal data, of the dtype of this one."""
    made = tensor(m, [_argument(args, kwargs, 1, "data")], {})
    given = _argument(args, kwargs, 2, "dtype")
    if not isinstance(made, Tensor) or not isinstance(args[0], Tensor):
        return made
    return replace(forgotten(made), dtype=_dtype(m, given, args[0].dtype))


@builtin("torch.Tensor.apply_", "torch.Tensor.map_", "torch.Tensor.map2_")
def applied(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A function run on every element: the shape stays."""
    m.forget_arguments(args[1:], kwargs)
    whole = args[0]
    return forgotten(whole) if isinstance(whole, Tensor) else whole
