"""NumPy's arrays as objects: their attributes, what becomes one, and calls of NumPy's functions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.interpreter import between, elements, joining
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.values import (
    BoundMethod,
    Builtin,
    ClassValue,
    Dim,
    External,
    Formula,
    Instance,
    ListObj,
    ModuleValue,
    Ratio,
    RuleOp,
    SizeTuple,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    is_unknown_number,
)
from shapelint.rulebook import RuleFunction
from shapelint.rulebook.array_dtype import (
    GENERIC,
    KINDS,
    OBJECTS,
    canonical,
    divided,
    is_array,
    promote,
    with_number,
)
from shapelint.rulebook.load import Param
from shapelint.rulebook.pattern import KINDS as EVERY_KIND
from shapelint.rulebook.pattern import ListSpec, PlainSpec, Spec, TensorSpec, UnionSpec
from shapelint.symbolic import Shape, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Args = list[Value]
Kwargs = dict[str, Value]
DELEGATING = {"elementwise", "reduce", "rearrange", "pick"}
"""Families (files of rules/numpy) whose functions leave the work to their argument: a tensor's own
methods answer for a tensor, and may allow more."""
MAX_ELEMENTS = 64


def attribute(m: Interpreter, array: Tensor, name: str) -> Value:
    """`array.name`, but for what arrays and tensors have in common."""
    shape = m.store.facts.shape(array.shape)
    if name == "size":
        return shape.numel
    if name in ("T", "mT"):
        return m.call(method(m, array, "transpose" if name == "T" else "mT"), [], {})
    if name in ("real", "imag"):
        return Tensor(shape, GENERIC, None, m.origin([array]))
    if name == "flat":
        return Tensor(Shape((shape.numel,)), array.dtype, None, m.origin([array]))
    return method(m, array, name)


def method(m: Interpreter, array: Tensor, name: str) -> Value:
    dotted = f"numpy.ndarray.{name}"
    rule = m.rulebook.find(dotted)
    if isinstance(rule, RuleFunction):
        return BoundMethod(RuleOp(dotted, rule), array)
    if name in NATIVE:
        return BoundMethod(Builtin(name, NATIVE[name]), array)
    m.cause(f"no rule for {dotted}")
    return m.unknown(f"no rule for {dotted}", f"array.{name}")


def tolist(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    held, shape = args[0].elements, m.store.facts.shape(args[0].shape)
    if held is not None and shape.rank == 1:
        return m.list_of(list(held))
    return m.unknown("a list read from an array")


def resize(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`array.resize(2, 3)`, in place."""
    sizes = m.iterate(args[1]) if len(args) == 2 and not m.is_size(args[1]) else tuple(args[1:])
    known = sizes is not None and all(m.is_size(m.resolve(size)) for size in sizes)
    shape = Shape(tuple(map(m.resolve, sizes or ()))) if known else unknown_shape("s")
    m.store.mutate(args[0], Tensor(shape, args[0].dtype, None, m.origin(args)))
    return None


def set_shape(m: Interpreter, array: Tensor, new: Value) -> None:
    """`array.shape = new`."""
    made = m.call(m.get_attr(array, "reshape"), [new], {})
    shape = made.shape if isinstance(made, Tensor) else unknown_shape("s")
    m.store.mutate(array, Tensor(shape, array.dtype, array.elements, m.origin([array])))


def set_dtype(m: Interpreter, array: Tensor) -> None:
    """`array.dtype = …`: the same bytes read as other numbers, so that the last axis may be another."""
    m.store.mutate(array, Tensor(unknown_shape("s"), GENERIC, None, m.origin([array])))


NATIVE = {"item": elements.item, "tolist": tolist, "resize": resize}


def imported(m: Interpreter, *packages: str) -> bool:
    """Whether the file that is running imports one of these packages, so that it may hold what is theirs."""
    names = m.stack[-1].module.globals.values() if m.stack else ()
    return any(_package(value) in packages for value in names)


def _package(value: Value) -> str:
    """The package that a name of a file is imported from, where that is a framework's."""
    if isinstance(value, ClassValue):
        return value.rule.framework if value.rule is not None else ""
    if isinstance(value, ModuleValue):
        return value.name.partition(".")[0]
    return value.dotted.partition(".")[0] if isinstance(value, External) else ""


def as_array(m: Interpreter, value: Value) -> Tensor | None:
    """What NumPy makes of a number or of nested sequences; None where that cannot be told."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Tensor):
        return value
    if isinstance(value, Formula):
        return None  # a comparison with what may be an array
    if is_unknown_number(value):
        return Tensor(Shape(), GENERIC, None, m.origin([]))
    if m.is_number(value):
        held = (value,) if type(value) is int else None
        return Tensor(Shape(), dtype_of_number(value), held, m.origin([]))
    if isinstance(value, SizeTuple):
        rank = m.store.facts.shape(value.shape).rank_size
        return Tensor(Shape((rank,)), "numpy.int64", None, m.origin([]))
    if isinstance(value, Instance):
        return _of_instance(m, value)
    if not isinstance(value, ListObj | TupleValue):
        return None
    items = value.cell["items"] if isinstance(value, ListObj) else value.items
    count = joining.count_of_numbers(m, items)
    if count is not None:
        return Tensor(Shape((count,)), GENERIC, None, m.origin([value]))
    if isinstance(items, Unknown):
        return joining.array_of(m, items)
    if not isinstance(items, tuple) or len(items) > 4096:
        return None
    if not items:
        return Tensor(Shape((0,)), GENERIC, None, m.origin([]))
    parts = [as_array(m, item) for item in items]
    inner: Shape | None = None
    dtype: str | None = None
    for part in parts:
        if part is None:
            return None
        shape = m.store.facts.shape(part.shape)
        if inner is not None and shape != inner:
            return None
        inner = shape
        own = part.dtype if is_array(part) else GENERIC
        dtype = own if dtype is None else promote(dtype, own or GENERIC)
    assert inner is not None
    whole = Shape((len(items), *inner.prefix), inner.var, inner.suffix)
    few = all(type(i) is int for i in items) and len(items) <= MAX_ELEMENTS
    return Tensor(whole, dtype, tuple(items) if few else None, m.origin([value]))


def _of_instance(m: Interpreter, value: Instance) -> Tensor | None:
    """What an object says that it is as an array
    (https://numpy.org/doc/stable/user/basics.interoperability.html)."""
    made = lookup(value.cls, "__array__")[0]
    if not m.is_function(made):
        return None
    array = m.decided(m.resolve(m.call(m.get_attr(value, "__array__"), [], {})))
    return array if isinstance(array, Tensor) else None


def dtype_of_number(value: Value) -> str:
    if isinstance(value, bool | Formula):
        return "numpy.bool"
    if isinstance(value, int | Dim):
        return "numpy.int64"
    return "numpy.float64" if isinstance(value, float | Ratio) else GENERIC


def as_dtype(value: Value) -> Value:
    """A dtype as rules take it: `float`, `np.float32`, `"f4"`."""
    if isinstance(value, TypeOf | External):
        name = value.name if isinstance(value, TypeOf) else value.dotted
        return canonical(name)
    return value


def prepared(m: Interpreter, rule: RuleFunction, args: Args, kwargs: Kwargs) -> tuple[Args, Kwargs]:
    """The arguments, numbers and sequences made arrays where every form of the rule takes one.
    Keras and TensorFlow convert whatever stands for a tensor; NumPy's own rules say what they do."""
    kinds = KINDS if rule.framework == "numpy" else EVERY_KIND
    placed = [
        _prepared(m, [_param_at(s.params, i) for s in rule.signatures], v, kinds)
        for i, v in enumerate(args)
    ]
    named = {
        name: _prepared(
            m,
            [next((p for p in s.params if p.name == name), None) for s in rule.signatures],
            v,
            kinds,
        )
        for name, v in kwargs.items()
    }
    return placed, named


def _param_at(params: tuple[Param, ...], place: int) -> Param | None:
    for i, param in enumerate(params):
        if param.variadic or i == place:
            return None if param.keyword_only else param
    return None


def _prepared(
    m: Interpreter, params: list[Param | None], value: Value, kinds: Collection[str]
) -> Value:
    known = [p for p in params if p is not None]
    if not known:
        return value
    if known[0].name == "dtype":
        return as_dtype(value)
    if isinstance(value, Formula) and any(takes_array(p.spec, kinds) for p in known):
        return m.unknown("a comparison with what may be an array")
    if any(takes_arrays(p.spec, kinds) for p in known):
        items = value.items if isinstance(value, ListObj | TupleValue) else None
        if isinstance(items, tuple):
            return TupleValue(tuple(as_array(m, i) or i for i in items))
        return value
    if m.is_number(value) and any(takes_number(p.spec) for p in known):
        return value
    if isinstance(value, ListObj | TupleValue | SizeTuple) and any(
        takes_tuple(p.spec) for p in known
    ):
        return value
    sequence = isinstance(value, ListObj | TupleValue)
    fits = any if sequence else all
    if len(known) < len(params) or not fits(takes_array(p.spec, kinds) for p in known):
        return value
    return as_array(m, value) or value


def _options(spec: Spec) -> tuple[Spec, ...]:
    return spec.options if isinstance(spec, UnionSpec) else (spec,)


def takes_array(spec: Spec, kinds: Collection[str]) -> bool:
    return any(isinstance(o, TensorSpec) and o.kind in kinds for o in _options(spec))


def takes_arrays(spec: Spec, kinds: Collection[str]) -> bool:
    return any(isinstance(o, ListSpec) and takes_array(o.element, kinds) for o in _options(spec))


def takes_number(spec: Spec) -> bool:
    plain = [o.name for o in _options(spec) if isinstance(o, PlainSpec)]
    return any(n in ("Scalar", "float", "int", "Dim", "Axis", "Axes") for n in plain)


def takes_tuple(spec: Spec) -> bool:
    return any(isinstance(o, PlainSpec) and o.name in ("Size", "Axes") for o in _options(spec))


def gives_array(rule: RuleFunction) -> bool:
    return all(
        isinstance(s.returns, TensorSpec) and s.returns.kind in KINDS for s in rule.signatures
    )


def is_sure(m: Interpreter, rule: RuleFunction, args: Args, kwargs: Kwargs) -> bool:
    """Whether the function is NumPy's own, whatever its arguments turn out to be."""
    if Path(rule.path).stem not in DELEGATING:
        return True
    values = [m.decided(m.resolve(v)) for v in (*args, *kwargs.values())]
    tensors = [v for v in values if isinstance(v, Tensor)]
    first = args[0] if args else None
    return all(map(is_array, tensors)) and not isinstance(m.resolve(first), Unknown)


def operator_dtype(op: str, left: Value, right: Value) -> str | None:
    """The dtype of `left op right` for arrays and numbers; None where a tensor may take part."""
    sides = (left, right)
    if any(isinstance(v, Tensor) and not is_array(v) for v in sides):
        return None
    if op in ("==", "!=", "<", "<=", ">", ">="):
        return "numpy.bool"
    arrays = [v.dtype or GENERIC for v in sides if isinstance(v, Tensor)]
    dtype = arrays[0] if len(arrays) == 1 else promote(*arrays)
    for number in (v for v in sides if not isinstance(v, Tensor)):
        own = dtype_of_number(number)
        dtype = GENERIC if own == GENERIC else with_number(dtype, own.removeprefix("numpy."))
    if op == "/":
        return divided(dtype)
    return dtype if op in ("+", "-", "*", "@") or dtype != "numpy.bool" else GENERIC


def operate(m: Interpreter, op: str, torch_name: str, left: Value, right: Value) -> Value:
    """A binary operator one side of which is an array at least. Shapes are what PyTorch makes."""
    sides = [left, right]
    for i, other in enumerate((right, left)):
        array = sides[i]
        if not isinstance(array, Tensor) or isinstance(other, Tensor):
            continue
        shape = m.store.facts.shape(array.shape)
        if isinstance(other, str) or (
            isinstance(other, ListObj | TupleValue) and not shape.min_rank
        ):
            return m.unknown("an operator on an array and a sequence")
        if m.is_number(other) and op != "@":
            held = elements.operated(op, left, right)
            dtype, within = operator_dtype(op, left, right), between.moved(op, left, right)
            return Tensor(shape, dtype, held, m.origin([array]), within=within)
        sides[1 - i] = as_array(m, other) or other
    left, right = sides
    scaled = _scaled(m, left, right) if op != "@" else None
    if scaled is not None:
        return scaled
    if not all(isinstance(v, Tensor) and (v.dtype is None or is_array(v)) for v in sides):
        return Tensor(unknown_shape("s"), None, None, m.origin(sides))
    rule = m.rulebook.find(torch_name)
    if not isinstance(rule, RuleFunction):
        return m.unknown(f"no rule for {torch_name}")
    result = m.call(RuleOp(torch_name, rule), sides, {})
    if isinstance(result, Tensor):
        held = elements.operated(op, left, right)
        return replace(result, dtype=operator_dtype(op, left, right), elements=held)
    return result


def _scaled(m: Interpreter, left: Value, right: Value) -> Tensor | None:
    """A tensor that is no array beside a number of NumPy's; None for anything else."""
    for tensor, number in ((left, right), (right, left)):
        if isinstance(tensor, Tensor) and tensor.dtype is not None and not is_array(tensor):
            if isinstance(number, Tensor) and m.store.facts.shape(number.shape).rank == 0:
                return Tensor(tensor.shape, None, None, m.origin([tensor]))
    return None


def result(m: Interpreter, rule: RuleFunction, args: Args, kwargs: Kwargs, given: Value) -> Value:
    """What a function of NumPy's gives, by the kind of what it is given."""
    values = [m.decided(m.resolve(v)) for v in (*args, *kwargs.values())]
    if isinstance(given, Tensor) and given.shape.rank == 0 and all(map(m.is_any_number, values)):
        return m.opaque("number", "a number of NumPy's")
    if any(isinstance(v, str) and v == OBJECTS for v in values):
        return m.unknown("an array of objects")
    if not is_sure(m, rule, args, kwargs):
        if not args or isinstance(m.resolve(args[0]), Unknown):
            return given if isinstance(given, Unknown) else m.unknown("what may be no array")
        return replace(given, dtype=None) if isinstance(given, Tensor) else given
    if isinstance(given, Unknown) and gives_array(rule):
        return Tensor(unknown_shape("s"), GENERIC, None, m.origin(args))
    return given
