"""NumPy's functions whose meaning is not a shape rule: data given as arrays, numbers, generators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import arrays, elements
from shapelint.interpreter.items import exact_slice
from shapelint.interpreter.registry import BUILTINS, Args, Kwargs, builtin, method
from shapelint.interpreter.values import (
    External,
    ListObj,
    RuleOp,
    SizeTuple,
    Tensor,
    TupleValue,
    Value,
)
from shapelint.rulebook import RuleFunction, array_dtype
from shapelint.symbolic import Shape, new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@builtin("numpy.array", "numpy.asarray", "numpy.asanyarray", "numpy.asarray_chkfinite")
def array(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The array of a tensor, of numbers or of nested sequences; its shape is the nesting."""
    data = args[0] if args else next(iter(kwargs.values()), None)
    made = arrays.as_array(m, data)
    origin = m.origin([made] if made is not None else [])
    if made is None or "ndmin" in kwargs:
        return Tensor(unknown_shape("s"), array_dtype.GENERIC, None, origin)
    chosen = arrays.as_dtype(args[1] if len(args) > 1 else kwargs.get("dtype"))
    dtype = array_dtype.as_array(made.dtype)
    if chosen is not None:
        dtype = array_dtype.canonical(chosen) if isinstance(chosen, str) else array_dtype.GENERIC
    if dtype == array_dtype.OBJECTS:
        return m.unknown("an array of objects")
    cast = chosen is not None and any(type(e) is not int for e in made.elements or ())
    return Tensor(made.shape, dtype, None if cast else made.elements, origin)


@builtin("numpy.ascontiguousarray", "numpy.asfortranarray")
def laid_out(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """As an array of one axis at least."""
    made = array(m, args, kwargs)
    if isinstance(made, Tensor) and not m.store.facts.shape(made.shape).min_rank:
        return Tensor(unknown_shape("s"), made.dtype, None, made.origin)
    return made


@builtin("numpy.random.default_rng")
def generator(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return External("numpy.random.Generator")


@builtin("numpy.random.RandomState")
def random_state(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Its methods are the module's functions."""
    return External("numpy.random")


@builtin(
    "numpy.random.seed", "numpy.save", "numpy.savez", "numpy.savez_compressed", "numpy.savetxt",
    "numpy.set_printoptions", "numpy.seterr",
)  # fmt: skip
def effect(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return None


@builtin(*(
    f"numpy.{name}.at" for name in ("add", "subtract", "multiply", "divide", "maximum", "minimum")
))  # fmt: skip
def in_place(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`np.add.at(array, places, values)`: as an assignment to these places."""
    if len(args) > 2 and isinstance(args[0], Tensor):
        m.assign_into(args[0], args[1], args[2])
        elements.lose(m, m.resolve(args[0]))
    return None


def _at_places(name: str, sign: int) -> None:
    """`np.insert` and `np.delete`: their rules take one place; of a slice the places are counted."""

    @builtin(f"numpy.{name}")
    def changed(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        names = ("arr", "obj", "values", "axis") if name == "insert" else ("arr", "obj", "axis")
        given = dict(zip(names, args, strict=False)) | kwargs
        array, places, axis = (m.decided(m.resolve(given.get(n))) for n in ("arr", "obj", "axis"))
        rule = m.rulebook.find(f"numpy.{name}")
        if m.is_size(places) and isinstance(rule, RuleFunction):
            return m.call(RuleOp(f"numpy.{name}", rule), args, kwargs)
        made = arrays.as_array(m, array)
        shape = None if made is None else m.store.facts.shape(made.shape)
        if made is None or shape is None or shape.rank is None or not isinstance(axis, int | None):
            return Tensor(unknown_shape("s"), array_dtype.GENERIC, None, m.origin([]))
        sizes = [shape.numel] if axis is None else list(shape.sizes)
        at = axis or 0
        if not -len(sizes) <= at < len(sizes):
            m.diverge("AxisError")
        bounds, size = exact_slice(places), sizes[at]
        if bounds is not None and isinstance(size, int):
            sizes[at] = size + sign * len(range(*bounds.indices(size)))
        else:
            sizes[at] = new_symbol("n", 0)
        return Tensor(Shape(tuple(sizes)), made.dtype, None, m.origin([made]))


_at_places("insert", 1)
_at_places("delete", -1)


def _of_numbers(name: str) -> None:
    """A function that stays exact on numbers; arrays and sequences follow its rule."""
    exact = BUILTINS[f"numpy.{name}"]

    @builtin(f"numpy.{name}")
    def either(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        values = [m.decided(m.resolve(v)) for v in (*args, *kwargs.values())]
        sizes = name == "prod" and not isinstance(values[0], Tensor) and set(kwargs) <= {"dtype"}
        several = any(isinstance(v, Tensor | ListObj | TupleValue | SizeTuple) for v in values)
        rule = m.rulebook.find(f"numpy.{name}")
        if isinstance(rule, RuleFunction) and several and not (sizes and len(args) == 1):
            return m.call(RuleOp(f"numpy.{name}", rule), args, kwargs)
        return exact(m, args, kwargs)


for _name in [n.removeprefix("numpy.") for n in BUILTINS if n.startswith("numpy.")]:
    if f"math.{_name}" in BUILTINS or _name in ("floor", "ceil", "prod", "sqrt"):
        _of_numbers(_name)


@method("int.item", "int.tolist", "float.item", "float.tolist")
def plain_number(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What NumPy draws or reduces to is a scalar of its own: the same number."""
    return args[0]
