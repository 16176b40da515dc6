"""Framework functions whose meaning is not a shape rule: literals, contexts, wrappers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import joining
from shapelint.interpreter.default_dtype import default_dtype, open_default_dtype
from shapelint.interpreter.own_names import rename
from shapelint.interpreter.registry import BUILTINS, Args, Kwargs, builtin
from shapelint.interpreter.values import (
    Dim,
    External,
    Instance,
    ListObj,
    SizeTuple,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    is_unknown_number,
)
from shapelint.rulebook.array_dtype import as_tensor
from shapelint.rulebook.dtype import TYPED, dtype_attribute
from shapelint.rulebook.values import ROW_MAJOR
from shapelint.symbolic import Shape, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_ELEMENTS = 64


@builtin(
    "torch.tensor",
    "torch.as_tensor",
    "torch.from_numpy",
)
def tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A tensor of literal data: its shape is the nesting."""
    data = m.decided(m.resolve(args[0])) if args else None
    origin = m.origin([], "" if isinstance(data, Unknown) else "torch.tensor")
    chosen = m.decided(m.resolve(args[1] if len(args) > 1 else kwargs.get("dtype")))
    if chosen is not None and not isinstance(chosen, External):
        made = tensor(m, args[:1], {})
        return replace(made, dtype=None) if isinstance(made, Tensor) else made
    dtype = chosen.dotted if chosen is not None else None
    if isinstance(data, Tensor):
        kept = as_tensor(data.dtype)
        return Tensor(data.shape, dtype or kept, data.elements, m.origin([data]))
    if is_unknown_number(data):
        return Tensor(Shape(), dtype, None, origin)
    if isinstance(data, int | float | Dim):
        kind = (
            "torch.bool"
            if isinstance(data, bool)
            else default_dtype(m)
            if isinstance(data, float)
            else "torch.int64"
        )
        elements = (data,) if type(data) is int else None
        return Tensor(Shape(), dtype or kind, elements, origin)
    sizes, leaves = _nesting(m, data)
    if sizes is None:
        return Tensor(unknown_shape("s"), dtype, None, origin)
    kinds = {type(v) for v in leaves}
    if dtype is None and kinds:
        if kinds == {bool}:
            dtype = "torch.bool"
        elif kinds <= {int, Dim, bool}:
            dtype = "torch.int64"
        elif kinds <= {int, float, bool}:
            dtype = default_dtype(m)
    small = len(sizes) == 1 and kinds == {int} and len(leaves) <= MAX_ELEMENTS
    elements = tuple(leaves) if small else None
    return Tensor(Shape(tuple(sizes)), dtype, elements, origin, ROW_MAJOR)


def _typed(dtype: str | None, *names: str) -> None:
    """`torch.Tensor(2, 3)` takes sizes, `torch.Tensor([2, 3])` data, `torch.Tensor()` is empty."""

    @builtin(*names)
    def make(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        kind = default_dtype(m) if dtype is None else dtype
        values = [m.decided(m.resolve(a)) for a in args]
        if all(map(m.is_size, values)):
            return Tensor(Shape(tuple(values) or (0,)), kind, None, m.origin([]), ROW_MAJOR)
        if len(values) == 1 and isinstance(values[0], SizeTuple):
            return Tensor(m.store.facts.shape(values[0].shape), kind, None, m.origin([]))
        if len(values) == 1 and isinstance(values[0], ListObj | Tensor):
            made = tensor(m, values, {})
            return replace(made, dtype=kind) if isinstance(made, Tensor) else made
        return Tensor(unknown_shape("s"), kind, None, m.origin([]))


_typed(None, "torch.Tensor")


@builtin("torch.Tensor.new")
def new(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`tensor.new(2, 3)`, `tensor.new([2, 3])`: as `torch.Tensor` makes it, of the tensor's own dtype."""
    made = BUILTINS["torch.Tensor"](m, args[1:], {}) if not kwargs else m.unknown("new")
    return replace(made, dtype=args[0].dtype) if isinstance(made, Tensor) else made


for _name, _dtype in TYPED.items():
    _typed(f"torch.{_dtype}", f"torch.{_name}", f"torch.cuda.{_name}")


def _nesting(m: Interpreter, data: Value) -> tuple[list[int | Dim] | None, list[Value]]:
    """Sizes and leaves of nested sequences; None where they are not regular or not known."""
    data = m.decided(m.resolve(data))
    if isinstance(data, ListObj | TupleValue):
        if isinstance(data.items, Unknown):
            count = joining.count_of_numbers(m, data.items)
            return (None, []) if count is None else ([count], [])
        inner: list[int | Dim] | None = None
        leaves: list[Value] = []
        for item in data.items:
            sizes, found = _nesting(m, item)
            if sizes is None or (inner is not None and sizes != inner):
                return None, []
            inner = sizes
            leaves.extend(found)
        return [len(data.items), *(inner or [])], leaves
    if isinstance(data, Tensor):
        shape = m.store.facts.shape(data.shape)
        if shape.rank is not None and all(isinstance(s, int) for s in shape.sizes):
            return [s for s in shape.sizes if isinstance(s, int)], [data]
        return None, []
    if isinstance(data, int | float | Dim) or is_unknown_number(data):
        return [], [data]
    return None, []


@builtin("torch.device", "torch.get_default_device")
def device(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.opaque("torch.device", "a device")


@builtin("torch.Size")
def size(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    items = m.iterate(args[0]) if args else ()
    return m.unknown("torch.Size") if items is None else TupleValue(items)


@builtin("torch.nn.Parameter", "torch.nn.parameter.Parameter")
def parameter(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A tensor of its own: it may be told from the one that it is made of."""
    value = buffer(m, args, kwargs)
    if isinstance(value, Tensor):
        value = replace(value)
        m.registered[id(value)] = value, "parameter"
    return value


@builtin("torch.nn.Buffer")
def buffer(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.resolve(args[0]) if args else kwargs.get("data")
    return value if isinstance(value, Tensor) else m.unknown("a parameter or buffer")


@builtin(
    "torch.jit.is_scripting",
    "torch.jit.is_tracing",
    "torch.onnx.is_in_onnx_export",
    "torch.compiler.is_compiling",
    "torch.compiler.is_exporting",
)
def never(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return False


@builtin("torch.is_tensor")
def is_tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = args[0] if args else kwargs.get("obj")
    return m.call(m.builtin("isinstance"), [value, TypeOf("torch.Tensor")], {})


@builtin("torch.numel")
def numel(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.call(m.get_attr(args[0], "numel"), [], {})


CHECKPOINT_OPTIONS = {
    "use_reentrant", "preserve_rng_state", "context_fn", "determinism_check", "debug", "early_stop",
}  # fmt: skip


@builtin("torch.utils.checkpoint.checkpoint", "torch.jit.annotate")
def checkpoint(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    kept = {k: v for k, v in kwargs.items() if k not in CHECKPOINT_OPTIONS}
    return (
        m.call(args[0], args[1:], kept)
        if m.is_callable(args[0]) or isinstance(args[0], Instance)
        else args[-1]
    )


@builtin(
    "torch.nn.utils.weight_norm",
    "torch.nn.utils.spectral_norm",
    "torch.nn.utils.parametrizations.weight_norm",
    "torch.nn.utils.parametrizations.spectral_norm",
    "torch.nn.utils.parametrizations.orthogonal",
    "torch.jit.trace",
)
def passed_through(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    rename(m, m.resolve(args[0]))
    return args[0]


@builtin("torch.set_default_dtype", "torch.set_default_tensor_type")
def set_default_dtype(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    chosen = m.decided(m.resolve(args[0] if args else kwargs.get("d")))
    if chosen != External("torch.float32"):
        open_default_dtype(m)
    return None


@builtin("torch.nn.parallel.DataParallel", "torch.nn.parallel.DistributedDataParallel")
def in_parallel(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A layer that gives what the one in it gives."""
    module = args[0] if args else kwargs["module"]
    return m.call(m.external("torch.nn.DataParallel"), [module], {})


@builtin(
    "torch.manual_seed",
    "torch.set_grad_enabled",
    "torch.cuda.synchronize",
    "torch.cuda.empty_cache",
    "torch.save",
    "torch.set_num_threads",
    "torch.set_printoptions",
)
def effect(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return None


@builtin("torch._assert", "torch._check")
def assert_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """An assertion in the shape of a call."""
    condition = m.store.facts.truth(m.truth(args[0]))
    if condition is False:
        said = f": {args[1]}" if len(args) > 1 and isinstance(args[1], str) else ""
        m.report("assert-shape", f"the assertion is false{said}", ())
    if condition is not True:
        m.doubts += 1
        m.store.learn(condition)
        if m.store.facts.contradictory:
            m.diverge("AssertionError")
    return None


def _of_dtype(name: str) -> None:
    @builtin(f"torch.{name}", f"torch.Tensor.{name}")
    def ask(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        tensor = m.decided(m.resolve(args[0] if args else kwargs.get("input")))
        if isinstance(tensor, Tensor):
            known = dtype_attribute(f"{as_tensor(tensor.dtype)}.{name}")
            return m.flag((name, id(tensor)), tensor, name) if known is None else known
        return m.unknown(name)


for _name in ("is_complex", "is_floating_point", "is_signed"):
    _of_dtype(_name)


def _init(name: str) -> None:
    @builtin(f"torch.nn.init.{name}")
    def fill(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        return args[0] if args else kwargs.get("tensor")


for _name in (
    "uniform_", "normal_", "constant_", "ones_", "zeros_", "eye_", "xavier_uniform_",
    "xavier_normal_", "kaiming_uniform_", "kaiming_normal_", "trunc_normal_", "orthogonal_",
    "sparse_", "dirac_", "xavier_uniform", "kaiming_normal",
):  # fmt: skip
    _init(_name)

__all__ = ["SizeTuple"]
