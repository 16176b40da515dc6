"""Functions of functions: `torch.func` and `torch.autograd.functional`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter.builtins.layer_parameters import named_tensors
from shapelint.interpreter.builtins.layer_trees import NotSure
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import (
    Builtin,
    DictObj,
    Instance,
    ListObj,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    new_list,
)
from shapelint.symbolic import Impossible, Shape, Size, ask, concat, eq, new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Change = Callable[[Tensor], Value]


def over_tensors(m: Interpreter, value: Value, change: Change) -> Value:
    """The same tuples, lists and dicts, their tensors changed."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Tensor):
        return change(value)
    if isinstance(value, TupleValue):
        return replace(value, items=tuple(over_tensors(m, v, change) for v in value.items))
    if isinstance(value, ListObj) and isinstance(value.items, tuple):
        return new_list([over_tensors(m, v, change) for v in value.items])
    if isinstance(value, DictObj) and not value.open:
        return DictObj({key: over_tensors(m, v, change) for key, v in value.pairs()})
    return value


def _along(m: Interpreter, value: Value, dims: Value) -> Iterator[tuple[Value, Value]]:
    """The parts of a value, each with its own `dims`: one for all, or as the value is nested."""
    dims = m.decided(m.resolve(dims))
    nested = dims.items if isinstance(dims, TupleValue | ListObj) else None
    parts = value.items if isinstance(value, TupleValue | ListObj) else None
    if isinstance(nested, tuple) and isinstance(parts, tuple) and len(nested) == len(parts):
        yield from zip(parts, nested, strict=True)
    else:
        yield value, dims


def _argument(args: Args, kwargs: Kwargs, place: int, name: str, default: Value) -> Value:
    return args[place] if len(args) > place else kwargs.get(name, default)


class Mapping:
    """One call of what `vmap` gives: the mapped axis is taken from the arguments and put back."""

    def __init__(self, m: Interpreter) -> None:
        self.m = m
        self.size: Size | None = None

    def without_axis(self, value: Value, dims: Value) -> Value:
        """An argument without its mapped axis, unknown where that cannot be told."""
        m = self.m
        value, dims = m.decided(m.resolve(value)), m.decided(m.resolve(dims))
        if dims is None:
            return value
        if isinstance(dims, TupleValue | ListObj):
            inner = [self.without_axis(v, d) for v, d in _along(m, value, dims)]
            return (
                replace(value, items=tuple(inner))
                if isinstance(value, TupleValue)
                else m.unknown("vmap")
            )
        if type(dims) is not int:
            return m.unknown("an argument of vmap along an axis that is not known")
        return over_tensors(m, value, lambda tensor: self._sliced(tensor, dims))

    def _sliced(self, tensor: Tensor, dim: int) -> Value:
        m = self.m
        shape = m.store.facts.shape(tensor.shape)
        if shape.rank is None:
            return Tensor(unknown_shape("s"), tensor.dtype, None, m.origin([tensor]))
        sizes = shape.sizes
        if not -len(sizes) <= dim < len(sizes):
            m.report("index-range", f"vmap maps axis {dim} of a tensor of shape {shape}", (tensor,))
            return m.unknown("a call of vmap that fails")
        size = sizes[dim]
        if self.size is None:
            self.size = size
        elif isinstance(ask(m.store.facts, eq(size, self.size)), Impossible):
            text = f"the mapped axes of vmap are {self.size} and {size} long"
            m.report("broadcast-sizes", text, (tensor,))
            return m.unknown("a call of vmap that fails")
        place = dim % len(sizes)
        rest = Shape((*sizes[:place], *sizes[place + 1 :]))
        return Tensor(rest, tensor.dtype, None, m.origin([tensor]))

    def with_axis(self, value: Value, dims: Value) -> Value:
        """A result with the mapped axis put in."""
        m = self.m
        value = m.decided(m.resolve(value))
        if isinstance(dims, TupleValue | ListObj):
            if not isinstance(value, TupleValue | ListObj):
                return m.unknown("a result of vmap")
            return TupleValue(tuple(self.with_axis(v, d) for v, d in _along(m, value, dims)))
        if dims is None:
            return value
        if type(dims) is not int:
            return m.unknown("a result of vmap along an axis that is not known")
        return over_tensors(m, value, lambda tensor: self._stacked(tensor, dims))

    def _stacked(self, tensor: Tensor, dim: int) -> Value:
        m = self.m
        shape = m.store.facts.shape(tensor.shape)
        if shape.rank is None:
            return Tensor(unknown_shape("s"), tensor.dtype, None, m.origin([tensor]))
        sizes = shape.sizes
        if not -len(sizes) - 1 <= dim <= len(sizes):
            m.report(
                "index-range", f"vmap puts axis {dim} into a result of shape {shape}", (tensor,)
            )
            return m.unknown("a call of vmap that fails")
        place = dim % (len(sizes) + 1)
        size = self.size if self.size is not None else new_symbol("mapped")
        return Tensor(
            Shape((*sizes[:place], size, *sizes[place:])), tensor.dtype, None, m.origin([tensor])
        )


@builtin("torch.vmap", "torch.func.vmap", "functorch.vmap")
def vmap(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A function over one more axis
    (https://docs.pytorch.org/docs/stable/generated/torch.func.vmap.html)."""
    function = args[0]
    in_dims = _argument(args, kwargs, 1, "in_dims", 0)
    out_dims = _argument(args, kwargs, 2, "out_dims", 0)

    def mapped(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        mapping = Mapping(m)
        dims = m.decided(m.resolve(in_dims))
        if isinstance(dims, TupleValue | ListObj):
            if not isinstance(dims.items, tuple) or len(dims.items) != len(args):
                m.forget_arguments(args, kwargs)
                return m.unknown("vmap over other arguments")
            pairs = zip(args, dims.items, strict=True)
        else:
            pairs = zip(args, [dims] * len(args), strict=True)
        inner = [mapping.without_axis(a, d) for a, d in pairs]
        return mapping.with_axis(m.call(function, inner, kwargs), m.decided(m.resolve(out_dims)))

    return Builtin("vmap", mapped)


@builtin("torch.func.functional_call", "torch.nn.utils.stateless.functional_call")
def functional_call(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The module's own forward, if the parameters that it is given have the shapes of its own."""
    given = m.decided(m.resolve(_argument(args, kwargs, 2, "args", None)))
    named = m.decided(m.resolve(_argument(args, kwargs, 3, "kwargs", None)))
    if isinstance(given, Unknown) or not isinstance(named, DictObj | None):
        m.forget_arguments(args, kwargs)
        return m.unknown("functional_call with arguments that are not known")
    module = m.resolve(args[0])
    if not isinstance(module, Instance) or (isinstance(named, DictObj) and named.open):
        m.forget_arguments(args, kwargs)
        return m.unknown("functional_call of a module that is not known")
    others = _argument(args, kwargs, 1, "parameters_and_buffers_dicts", None)
    if not _are_alike(m, _held(m, module), others):
        m.forget_arguments(args, kwargs)
        return m.unknown("functional_call with other parameters")
    positional = [] if given is None else [given]
    if isinstance(given, TupleValue):
        positional = list(given.items)
    keywords = {k: v for k, v in named.pairs() if isinstance(k, str)} if named is not None else {}
    return m.call(args[0], positional, keywords)


def _held(m: Interpreter, module: Instance) -> dict[str, Value]:
    """The parameters and buffers of a module by their names; none where they are not all told."""
    try:
        return {
            name: tensor
            for buffers in (False, True)
            for name, tensor in named_tensors(m, ("", module), buffers)
        }
    except NotSure:
        return {}


def _are_alike(m: Interpreter, own: dict[str, Value], given: Value) -> bool:
    """Whether what is given by name, in one dict or several, surely has the shapes of the module's own."""
    given = m.decided(m.resolve(given))
    if isinstance(given, TupleValue | ListObj) and isinstance(given.items, tuple):
        return all(_are_alike(m, own, part) for part in given.items)
    if not isinstance(given, DictObj) or given.open:
        return False

    def shape(value: Value) -> Shape | None:
        value = m.decided(m.resolve(value))
        return m.store.facts.shape(value.shape) if isinstance(value, Tensor) else None

    return all(
        shape(held) is not None and shape(held) == shape(own.get(name))
        for name, held in given.pairs()
    )


@builtin("torch.func.stack_module_state")
def stack_module_state(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The parameters of several models of one kind, those of one name stacked, and their buffers."""
    models = m.iterate(args[0]) if args else None
    first = m.decided(m.resolve(models[0])) if models else None
    if not models or not isinstance(first, Instance):
        return m.unknown("the state of models that are not known")

    def stacked(buffers: bool) -> Value:
        found: dict[Value, Value] = {}
        for name, held in named_tensors(m, ("", first), buffers):
            tensor = m.resolve(held)
            shape = concat(Shape((len(models),)), m.store.facts.shape(tensor.shape))
            found[name] = Tensor(
                shape or unknown_shape("s"), tensor.dtype, None, m.origin([tensor])
            )
        return DictObj(found)

    try:
        return TupleValue((stacked(False), stacked(True)))
    except NotSure:
        return TupleValue((m.unknown("parameters"), m.unknown("buffers")))


def _fresh(m: Interpreter, value: Value) -> Value:
    """Tensors like those of a value."""
    return over_tensors(m, value, lambda t: Tensor(t.shape, t.dtype, None, m.origin([t])))


def _chosen(m: Interpreter, argnums: Value, args: Args) -> tuple[list[Value], bool] | None:
    """The arguments that are derived by, and whether they are several; None if not known."""
    numbers = m.decided(m.resolve(argnums))
    several = isinstance(numbers, TupleValue)
    places = numbers.items if isinstance(numbers, TupleValue) else (numbers,)
    if not all(type(n) is int and -len(args) <= n < len(args) for n in places):
        return None
    return [args[n] for n in places], several


def _split(m: Interpreter, result: Value, has_aux: bool) -> tuple[Value, Value]:
    """A function's result and what it gives along."""
    result = m.decided(m.resolve(result))
    if not has_aux:
        return result, None
    if isinstance(result, TupleValue) and len(result.items) == 2:
        return result.items[0], result.items[1]
    return m.unknown("a result with auxiliary output"), m.unknown("auxiliary output")


def _differentiator(name: str, with_value: bool) -> None:
    @builtin(f"torch.func.{name}", f"functorch.{name}")
    def make(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        function = args[0]
        argnums = _argument(args, kwargs, 1, "argnums", 0)
        has_aux = m.resolve(_argument(args, kwargs, 2, "has_aux", False))

        def derived(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
            value, aux = _split(m, m.call(function, args, kwargs), has_aux is True)
            chosen = _chosen(m, argnums, args)
            if chosen is None or not isinstance(has_aux, bool):
                return m.unknown(f"{name} by arguments that are not known")
            if isinstance(value, Tensor):
                rank = m.store.facts.rank_bounds(m.store.facts.shape(value.shape))[0]
                if rank > 0:
                    text = f"{name} needs a scalar, the function gives {m.store.facts.shape(value.shape)}"
                    m.report("bad-argument", text, (value,))
                    return m.unknown("a derivative that fails")
            grads = [_fresh(m, v) for v in chosen[0]]
            gradient: Value = TupleValue(tuple(grads)) if chosen[1] else grads[0]
            if with_value:
                return TupleValue((gradient, TupleValue((value, aux)) if has_aux else value))
            return TupleValue((gradient, aux)) if has_aux else gradient

        return Builtin(name, derived)


_differentiator("grad", False)
_differentiator("grad_and_value", True)


def _by(m: Interpreter, outputs: Value, inputs: list[Value], several: bool, times: int) -> Value:
    """The derivatives of outputs by inputs: their shapes joined, inputs `times` times."""

    def one(output: Tensor, source: Value) -> Value:
        def joined(tensor: Tensor) -> Value:
            shape: Shape | None = m.store.facts.shape(output.shape)
            for _ in range(times):
                shape = shape and concat(shape, m.store.facts.shape(tensor.shape))
            return Tensor(
                shape or unknown_shape("s"), output.dtype, None, m.origin([output, tensor])
            )

        return over_tensors(m, source, joined)

    def each(output: Tensor) -> Value:
        parts = [one(output, source) for source in inputs]
        return TupleValue(tuple(parts)) if several else parts[0]

    outputs = m.decided(m.resolve(outputs))
    known = isinstance(outputs, Tensor | TupleValue)
    return over_tensors(m, outputs, each) if known else m.unknown("a jacobian")


def _jacobian(name: str, times: int) -> None:
    @builtin(f"torch.func.{name}", f"functorch.{name}")
    def make(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        function = args[0]
        argnums = _argument(args, kwargs, 1, "argnums", 0)
        has_aux = m.resolve(kwargs.get("has_aux", False))

        def derived(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
            value, aux = _split(m, m.call(function, args, kwargs), has_aux is True)
            chosen = _chosen(m, argnums, args)
            if chosen is None or not isinstance(has_aux, bool) or (times > 1 and chosen[1]):
                return m.unknown(f"{name} by arguments that are not known")
            result = _by(m, value, *chosen, times)
            return TupleValue((result, aux)) if has_aux else result

        return Builtin(name, derived)


_jacobian("jacrev", 1)
_jacobian("jacfwd", 1)
_jacobian("hessian", 2)


def _at_point(name: str, times: int) -> None:
    @builtin(f"torch.autograd.functional.{name}")
    def jacobian(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        inputs = m.decided(m.resolve(args[1]))
        several = isinstance(inputs, TupleValue)
        points = list(inputs.items) if isinstance(inputs, TupleValue) else [inputs]
        value = m.call(args[0], points, {})
        if times > 1 and several:
            return m.unknown("a hessian by several inputs")
        return _by(m, value, points, several, times)


_at_point("jacobian", 1)
_at_point("hessian", 2)


@builtin("torch.func.vjp", "functorch.vjp")
def vjp(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The function's result, and what takes a gradient of it back to the arguments."""
    has_aux = m.resolve(kwargs.get("has_aux", False))
    primals = args[1:]
    value, aux = _split(m, m.call(args[0], primals, {}), has_aux is True)

    def back(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        return TupleValue(tuple(_fresh(m, primal) for primal in primals))

    parts = (value, Builtin("vjp", back))
    return TupleValue((*parts, aux) if has_aux is True else parts)


@builtin("torch.func.jvp", "functorch.jvp")
def jvp(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The function's result, and its derivative in a direction: of the same shape."""
    primals = m.decided(m.resolve(args[1]))
    if not isinstance(primals, TupleValue) or "has_aux" in kwargs:
        m.forget_arguments(args, kwargs)
        return m.unknown("jvp of other arguments")
    value = m.call(args[0], list(primals.items), {})
    return TupleValue((value, _fresh(m, value)))


@builtin("torch.func.functionalize", "functorch.functionalize")
def functionalize(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return args[0]
