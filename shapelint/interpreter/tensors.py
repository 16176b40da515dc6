"""Tensors as objects: attributes, methods, operators."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import arrays, between, elements
from shapelint.interpreter.assigning import assigned
from shapelint.interpreter.constancy import may_be_anything
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.refinement import force_tensor
from shapelint.interpreter.registry import BUILTINS
from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    Builtin,
    Choice,
    External,
    Formula,
    Ratio,
    RuleOp,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.rulebook import RuleFunction
from shapelint.rulebook.array_dtype import GENERIC, as_array, is_array
from shapelint.rulebook.dtype import beside_number, real_dtype
from shapelint.rulebook.layout import kept, settled, strides_of
from shapelint.symbolic import Shape, gt, new_flag, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_READ = 1024
"""Longer lists are not made of what a tensor holds."""
NUMPY_DIFFERS = {"dot"}
"""Methods of what may be an array that mean another thing there: PyTorch's refuses what is common
in NumPy."""
TELLTALE = {
    "shape",
    "size",
    "dim",
    "ndim",
    "unsqueeze",
    "squeeze",
    "view",
    "permute",
    "contiguous",
    "transpose",
    "flatten",
    "expand",
    "expand_as",
    "view_as",
    "masked_fill",
    "new_zeros",
    "new_ones",
    "numel",
    "chunk",
    "softmax",
    "reshape",
    "unbind",
    "detach",
    "sigmoid",
}
"""Attributes that only an array has: an unknown asked for one of them is a tensor."""

OPAQUE = {"layout", "is_cuda", "requires_grad", "grad_fn", "is_leaf", "names"}
OPERATORS = {
    "+": "torch.add", "-": "torch.sub", "*": "torch.mul", "/": "torch.div",
    "//": "torch.floor_divide", "%": "torch.remainder", "**": "torch.pow", "@": "torch.matmul",
    "&": "torch.bitwise_and", "|": "torch.bitwise_or", "^": "torch.bitwise_xor",
    "<<": "torch.bitwise_left_shift", ">>": "torch.bitwise_right_shift",
    "==": "torch.eq", "!=": "torch.ne", "<": "torch.lt", "<=": "torch.le",
    ">": "torch.gt", ">=": "torch.ge",
}  # fmt: skip

COMPARISONS = {"==", "!=", "<", "<=", ">", ">="}
COMPARABLE = ("tensorflow", "keras", "tf_keras")
"""Packages whose tensors are not equal where their shapes do not fit, or are symbols, which are the same or not."""
IMMUTABLE = (*COMPARABLE, "jax", "paddle", "mindspore", "mlx", "tinygrad")
"""Packages whose tensors are not changed by `x += y`, or may be others after it: not PyTorch's, nor NumPy's."""
IN_PLACE = {
    "+": "torch.Tensor.add_", "-": "torch.Tensor.sub_", "*": "torch.Tensor.mul_",
    "/": "torch.Tensor.div_", "%": "torch.Tensor.remainder_", "**": "torch.Tensor.pow_",
}  # fmt: skip


def attribute(m: Interpreter, tensor: Tensor, name: str) -> Value:
    """`tensor.name`."""
    if m.store.replaced and not is_array(tensor):
        replaced = m.store.replaced.get(f"torch.Tensor.{name}", MISSING)
        if replaced is not MISSING:
            return BoundMethod(replaced, tensor)
    shape = m.store.facts.shape(tensor.shape)
    if name == "shape":
        return SizeTuple(shape)
    if name == "ndim":
        return shape.rank_size
    if name == "dtype" and tensor.dtype != GENERIC:
        return External(tensor.dtype) if tensor.dtype else m.opaque("torch.dtype", "a dtype")
    if is_array(tensor):
        return arrays.attribute(m, tensor, name)
    if name in ("T", "mT", "H", "mH"):
        return transposed(m, tensor, shape, name)
    if name == "data":
        # another tensor of the same storage: what gets a shape of its own is one of the two
        elements.lose(m, tensor)
        return elements.forgotten(tensor)
    if name == "grad":
        return Choice(new_flag("grad is None", free=False), None, elements.forgotten(tensor))
    if name in ("real", "imag"):
        return replace(elements.forgotten(tensor), dtype=real_dtype(tensor.dtype))
    if name == "device":
        return m.opaque("torch.device", "the device of a tensor")
    if name in OPAQUE:
        return m.unknown(f"tensor {name}")
    if name in NUMPY_DIFFERS and tensor.dtype is None:
        m.cause(f"{name} of what may be a NumPy array")
        return m.unknown(f"{name} of what may be a NumPy array")
    if name in BY_ARGUMENTS and _is_anyones(m, tensor) and arrays.imported(m, "numpy"):
        return BoundMethod(Builtin(name, BY_ARGUMENTS[name]), tensor)
    native = NATIVE.get(name) or m.find_builtin(f"torch.Tensor.{name}")
    if native is None and tensor.dtype is None:
        native = m.find_builtin(f"tensorflow.Tensor.{name}")
    if native is not None:
        return BoundMethod(Builtin(name, native), tensor)
    rule = m.rulebook.find(f"torch.Tensor.{name}")
    if isinstance(rule, RuleFunction):
        return BoundMethod(RuleOp(f"torch.Tensor.{name}", rule), tensor)
    if tensor.dtype is None and m.rulebook.find(f"numpy.ndarray.{name}"):
        return arrays.method(m, tensor, name)
    m.cause(f"no rule for torch.Tensor.{name}")
    if name.endswith("_") and not name.endswith("__") or name == "resize":
        return BoundMethod(Builtin(name, reshaped), tensor)
    return m.unknown(f"no rule for torch.Tensor.{name}", f"tensor.{name}")


def known_methods(m: Interpreter) -> set[str]:
    """The methods of tensors that there is a rule or a builtin for."""
    prefix = "torch.Tensor."
    names = (*m.rulebook.names(), *BUILTINS)
    return {n.removeprefix(prefix) for n in names if n.startswith(prefix)} | {*NATIVE}


def transposed(m: Interpreter, tensor: Tensor, shape: Shape, name: str) -> Value:
    if shape.rank is not None:
        sizes = shape.sizes
        if name in ("T", "H"):
            sizes = sizes[::-1]
        elif len(sizes) >= 2:
            sizes = (*sizes[:-2], sizes[-1], sizes[-2])
        new = Shape(sizes)
        strides = strides_of(m.store.facts, tensor)
        if strides is not None and len(sizes) >= 2:
            turned = (*strides[:-2], strides[-1], strides[-2])
            strides = strides[::-1] if name in ("T", "H") else turned
        layout = settled(new, strides)
        return Tensor(new, tensor.dtype, None, m.origin([tensor]), layout)
    return Tensor(unknown_shape("s"), tensor.dtype, None, m.origin([tensor]))


def size(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    whole = SizeTuple(m.store.facts.shape(args[0].shape))
    axis = args[1] if len(args) > 1 else kwargs.get("dim")
    return whole if axis is None else m.get_item(whole, axis)


def rank(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    return m.store.facts.shape(args[0].shape).rank_size


def numel(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    return m.store.facts.shape(args[0].shape).numel


def tolist(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    shape = m.store.facts.shape(args[0].shape)
    if args[0].elements is not None and shape.rank == 1:
        return m.list_of(list(args[0].elements))
    if shape.rank == 0:
        return elements.item(m, args, kwargs)
    sizes = [size for size in shape.sizes if type(size) is int] if shape.rank is not None else []
    if len(sizes) == shape.rank and math.prod(sizes) <= MAX_READ:
        return _nested(m, args[0], sizes)
    return m.unknown("a list read from a tensor")


def _nested(m: Interpreter, tensor: Tensor, sizes: list[int]) -> Value:
    """Lists of numbers that a tensor holds, so many of so many."""
    if not sizes:
        return elements.item(m, [replace(tensor, shape=Shape(), elements=None)], {})
    return m.list_of([_nested(m, tensor, sizes[1:]) for _ in range(sizes[0])])


def hooked(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    m.forget_arguments(args[1:], kwargs)
    return m.unknown("a handle of a hook")


def number(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    return m.unknown("something read from a tensor", free=may_be_anything(args[0]))


def same_tensor(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    return args[0]


def to_numpy(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    tensor = args[0]
    return replace(tensor, dtype=as_array(tensor.dtype), layout=None)


def reshaped(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """A method that changes its tensor, it is not known how."""
    m.forget_arguments(args[1:], kwargs)
    changed = Tensor(unknown_shape("s"), args[0].dtype, None, m.origin(args))
    m.store.mutate(args[0], changed)
    return m.unknown("a tensor that a method has changed")


def _by_arguments(name: str) -> Callable[..., Value]:
    """A method of what may be an array, which is PyTorch's where the arguments say so."""

    def call(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
        many = len(args) > 2 and name == "repeat"
        along = len(args) > 1 or "axis" in kwargs
        if along and not many and not {"dim", "keepdim", "other"} & kwargs.keys():
            m.cause(f"{name} of what may be a NumPy array")
            return m.unknown(f"{name} of what may be a NumPy array")
        rule = m.rulebook.find(f"torch.Tensor.{name}")
        assert isinstance(rule, RuleFunction)
        return m.call(RuleOp(f"torch.Tensor.{name}", rule), args, kwargs)

    return call


BY_ARGUMENTS = {name: _by_arguments(name) for name in ("max", "min", "repeat")}
"""Methods whose results differ between PyTorch and NumPy: a pair against an array, copies of the
whole against copies of each element."""

NATIVE = {
    "size": size,
    "dim": rank,
    "ndimension": rank,
    "numel": numel,
    "nelement": numel,
    "item": elements.item,
    "tolist": tolist,
    "numpy": to_numpy,
    "stride": number,
    "is_contiguous": number,
    "data_ptr": number,
    "register_hook": hooked,
    "register_post_accumulate_grad_hook": hooked,
    "retain_grad": lambda m, args, kwargs: None,
    "requires_grad_": same_tensor,
    "share_memory_": same_tensor,
    "coalesce": same_tensor,
    "pin_memory": same_tensor,
    "is_floating_point": number,
    "get_device": number,
    "assign": assigned(),
    "assign_add": assigned("+"),
    "assign_sub": assigned("-"),
}


def operate(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    """A binary operator at least one side of which is a tensor."""
    compares = op in COMPARISONS
    if not compares and (left is None or right is None):
        raise Diverges("TypeError")
    left, right = (m.unknown("compared arrays") if _may_be_array(v) else v for v in (left, right))
    if is_array(left) or is_array(right):
        return arrays.operate(m, op, OPERATORS[op], left, right)
    for tensor, other in ((left, right), (right, left)):
        number = m.is_any_number(other)
        if isinstance(tensor, Tensor) and number and op != "@":
            told = other if m.is_number(other) else 1.0
            dtype = "torch.bool" if compares else beside_number(tensor.dtype, op, told)
            layout = kept(m.store.facts, [tensor])
            held = elements.counting(op, left, right)
            within = between.moved(op, left, right)
            return Tensor(tensor.shape, dtype, held, m.origin([tensor]), layout, within)
    if op == "@":
        left, right = (force_tensor(m, v) or v for v in (left, right))
    if not (isinstance(left, Tensor) and isinstance(right, Tensor)):
        return Tensor(unknown_shape("s"), None, None, m.origin([left, right]))
    rule = m.rulebook.find(OPERATORS[op])
    if not isinstance(rule, RuleFunction):
        return m.unknown(f"no rule for {OPERATORS[op]}")
    with m.recorder.unheard(op in ("==", "!=") and _may_be_of(m, COMPARABLE, left, right)):
        result = m.call(RuleOp(OPERATORS[op], rule), [left, right], {})
    if compares and isinstance(result, Tensor):
        return replace(result, dtype="torch.bool")
    return result


def _is_anyones(m: Interpreter, tensor: Tensor) -> bool:
    """Whether nothing says whose an array is: not its dtype, and a comparison has the one of its operands' library."""
    step = m.step_of(tensor)
    compared = tensor.dtype == "torch.bool" and step is not None and not step.is_torchs
    return tensor.dtype is None or compared


def may_be_immutable(m: Interpreter, tensor: Tensor) -> bool:
    """Whether it may be of a library whose tensors are never changed: `x += y` gives the name another one."""
    return _may_be_of(m, IMMUTABLE, tensor)


def _may_be_of(m: Interpreter, packages: tuple[str, ...], *tensors: Tensor) -> bool:
    """Whether tensors of which nothing says that they are PyTorch's may be of one of these packages."""
    steps = [m.step_of(tensor) for tensor in tensors]
    theirs = any(step is not None and step.is_torchs for step in steps)
    return not theirs and arrays.imported(m, *packages)


def _may_be_array(value: Value) -> bool:
    """Whether a truth is a comparison of what is not known: of arrays it gives an array."""
    return isinstance(value, Formula) and any(flag.name in COMPARISONS for flag in value.flags)


def iterate(m: Interpreter, tensor: Tensor) -> tuple[Value, ...] | None:
    """The slices along the first axis, if their number is known and small."""
    shape = m.store.facts.shape(tensor.shape)
    first = shape.axis(0)
    rest = part(shape)
    if not isinstance(first, int) or first > 64 or rest is None:
        return None
    strides = strides_of(m.store.facts, tensor)
    layout = settled(rest, strides and strides[1:])
    held = tensor.elements if shape.rank == 1 and tensor.elements is not None else ()
    kept = [(e,) for e in held] if len(held) == first else [None] * first
    parts = (Tensor(rest, tensor.dtype, one, tensor.origin, layout, tensor.within) for one in kept)
    rows = tuple(between.named(m, part) for part in parts)
    elements.share(m, (tensor,), TupleValue(rows))
    return rows


def part(shape: Shape) -> Shape | None:
    """The shape without its first axis."""
    if shape.prefix:
        return Shape(shape.prefix[1:], shape.var, shape.suffix)
    return None


def truth(m: Interpreter, tensor: Tensor) -> Value:
    if tensor.elements is not None and len(tensor.elements) == 1:
        return m.truth(tensor.elements[0])
    return m.flag(("truth", id(tensor)), tensor, "tensor")


__all__ = ["Ratio", "Unknown", "attribute", "gt", "iterate", "operate"]
