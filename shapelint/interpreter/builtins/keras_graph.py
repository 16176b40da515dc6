"""The graph that calls of Keras's layers leave behind, and what a model made of it gives for other tensors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.builtins.keras import fails, flat, mapped, tensors_in
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import DictObj, Dim, Tensor, Unknown, Value, new_list
from shapelint.symbolic import (
    Facts,
    Impossible,
    Open,
    Shape,
    ShapeVar,
    Size,
    Symbol,
    ask,
    conj,
    eq,
    new_shape_var,
    new_symbol,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_LAYERS = 2000


def is_symbolic(m: Interpreter, value: Value) -> bool:
    """Whether a structure holds a tensor whose batch is open, as `Input` makes it."""
    found = tensors_in(m.resolve(value))
    return any(m.is_undefined(m.store.facts.shape(t.shape)) for t in found)


@builtin("__symbolic__")
def symbolic(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return is_symbolic(m, args[0])


@builtin("__record__")
def record(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__record__(layer, inputs, outputs)`: these tensors come from this call of the layer."""
    layer, inputs, outputs = args
    for output in tensors_in(m.resolve(outputs)):
        m.store.pin(output)
        m.store.write(m.store.made_by, id(output), (layer, m.resolve(inputs)))
    return None


@builtin("__layers__")
def layers(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__layers__(inputs, outputs)`: the layers between them in Keras's order: the farthest from the
    outputs first (keras/src/ops/function.py, `map_graph`)."""
    inputs = {id(t) for t in tensors_in(m.resolve(args[0]))}
    order: dict[int, Value] = {}
    depth: dict[int, int] = {}
    budget = MAX_LAYERS

    def visit(tensor: Tensor, below: int) -> bool:
        """Whether all that leads there is known."""
        nonlocal budget
        budget -= 1
        made = m.store.made_by.get(id(tensor))
        if budget < 0 or (made is None and id(tensor) not in inputs):
            return False
        if made is None:
            return True
        layer, given = made
        known = depth.get(id(layer), -1)
        depth[id(layer)] = max(known, below)
        complete = True
        if id(tensor) not in inputs and below > known:
            complete = all(visit(t, below + 1) for t in tensors_in(given))
        order.setdefault(id(layer), layer)
        return complete

    outputs = list(tensors_in(m.resolve(args[1])))
    if not outputs or not all(visit(t, 0) for t in outputs):
        return new_list(m.unknown("the layers of a model some of which are not known"))
    ranks = {key: i for i, key in enumerate(order)}
    found = sorted(order, key=lambda key: (-depth[key], ranks[key]))
    return new_list([order[key] for key in found])


@builtin("__disconnected__")
def disconnected(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__disconnected__(inputs, outputs)`: whether an output surely needs an `Input` that is not named."""
    inputs = flat(m, args[0])
    if inputs is None:
        return False
    seen = {id(t) for t in inputs}
    todo = list(tensors_in(m.resolve(args[1])))
    while todo and len(seen) < MAX_LAYERS:
        tensor = todo.pop()
        if id(tensor) in seen:
            continue
        seen.add(id(tensor))
        _, given = m.store.made_by.get(id(tensor), (None, tensor))
        if given is None:
            return True
        todo.extend(tensors_in(given))
    return False


class Graph:
    """The sizes that a model's inputs leave open, bound by what it is called with; those of results inside it that
    are not known, which each call has of its own."""

    def __init__(self, m: Interpreter, inputs: Value) -> None:
        self.m = m
        shapes = [m.store.facts.shape(t.shape) for t in tensors_in(m.resolve(inputs))]
        symbols = {
            s for shape in shapes for n in (*shape.prefix, *shape.suffix) for s in _symbols(n)
        }
        self.inputs = min((s.uid for s in symbols & m.undefined), default=None)
        """What is made after them may be a size of one call alone; widths of layers mostly come before."""
        self.sizes: dict[Symbol, Size] = {}
        self.axes: dict[ShapeVar, Shape] = {}

    def bind(self, reference: Shape, given: Shape) -> None:
        if given.rank is None:
            pairs: list[tuple[Size, Size]] = list(zip(reference.prefix, given.prefix, strict=False))
        elif reference.var is not None:
            ends = len(reference.prefix), len(reference.suffix)
            if given.rank < sum(ends):
                return
            middle = given.sizes[ends[0] : len(given.sizes) - ends[1]]
            self.axes.setdefault(reference.var, Shape(middle))
            last = given.sizes[len(given.sizes) - ends[1] :]
            pairs = [
                *zip(reference.prefix, given.sizes, strict=False),
                *zip(reference.suffix, last),
            ]
        else:
            pairs = list(zip(reference.sizes, given.sizes, strict=False))
        for size, value in pairs:
            symbol = _lone(size)
            if symbol is not None and symbol in self.m.undefined:
                self.sizes.setdefault(symbol, value)

    def __call__(self, value: Value) -> Value:
        """A result of the model with these sizes put in: open ones that no input tells are new."""
        m = self.m

        def leaf(value: Value) -> Value:
            if not isinstance(value, Tensor):
                return m.unknown("a result of a model that is not known")
            shape = self.shape(m.store.facts.shape(value.shape))
            return Tensor(shape, None, None, m.origin([value]))

        return mapped(m, value, leaf)

    def shape(self, shape: Shape) -> Shape:
        """Through names of its own, since a model may be called on its own output."""
        between, after = Facts(), Facts()
        sizes = (*shape.prefix, *shape.suffix)
        for symbol in {s for n in sizes for s in _symbols(n)}:
            if symbol in self.m.undefined or self._is_of_a_call(symbol):
                inner = new_symbol(symbol.name, symbol.lower)
                between.sizes[symbol] = inner
                key = _lone(inner)
                assert key is not None
                new = new_symbol(symbol.name, symbol.lower, free=False)
                after.sizes[key] = self.sizes.setdefault(symbol, new)
        if shape.var is not None and (shape.var in self.axes or self._is_of_a_call(shape.var)):
            stand = new_shape_var(shape.var.name)
            between.shapes[shape.var] = Shape((), stand)
            new_axes = Shape((), new_shape_var(shape.var.name))
            after.shapes[stand] = self.axes.setdefault(shape.var, new_axes)
        return after.shape(between.shape(shape))

    def _is_of_a_call(self, part: Symbol | ShapeVar) -> bool:
        return self.inputs is not None and part.uid > self.inputs


def _symbols(size: Size) -> set[Symbol]:
    return {s for s in size.symbols if isinstance(s, Symbol)} if isinstance(size, Dim) else set()


def _lone(size: Size) -> Symbol | None:
    """The symbol that a size is, and nothing else."""
    if isinstance(size, Dim) and len(size.symbols) == 1:
        (symbol,) = size.symbols
        if isinstance(symbol, Symbol) and size == Dim({((symbol, 1),): 1}):
            return symbol
    return None


@builtin("__graph__")
def graph(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__graph__(inputs, given, outputs, finding)`: what a model of these inputs and outputs gives for
    other tensors. Those must agree with what `Input` has fixed; an axis of 1 at the end may be missing
    or too much (keras/src/models/functional.py, `_adjust_input_rank`)."""
    finding = args[3]
    bound = Graph(m, args[0])
    missing = _missing(m, args[0], args[1])
    if missing is not None:
        text = "the model has an input {}, but is given only data named {}"
        fails(m, finding, text, [missing, new_list([k for k, _ in m.resolve(args[1]).pairs()])])
        return m.unknown("result of a call that fails")
    expected, offered = by_name(m, args[0], args[1])
    references, given = flat(m, expected), flat(m, offered)
    if references is None or given is None:
        return bound(args[2])
    if not all(isinstance(m.decided(m.resolve(v)), Tensor) for v in given):
        return bound(args[2])
    if len(references) != len(given):
        text = f"the model has {len(references)} input(s), but is given {len(given)}"
        fails(m, finding, text, given)
        return m.unknown("result of a call that fails")
    for reference, value in zip(references, given, strict=True):
        value = m.decided(m.resolve(value))
        if not isinstance(reference, Tensor) or not isinstance(value, Tensor):
            continue
        wanted, shape = m.store.facts.shape(reference.shape), m.store.facts.shape(value.shape)
        if wanted.rank is not None and shape.rank is not None:
            shape = _adjusted(wanted, shape)
            if _may_be_squeezed(wanted, shape):
                continue
            fits = len(shape.sizes) == wanted.rank and ask(
                m.store.facts, _agreement(m, wanted, shape)
            )
            if fits is False or isinstance(fits, Impossible):
                text = "the model's input is {}, but it is given {}"
                fails(m, finding, text, [reference, value])
                return m.unknown("result of a call that fails")
            if isinstance(fits, Open):
                m.store.learn(_agreement(m, wanted, shape), m.here)
        bound.bind(wanted, shape)
    return bound(args[2])


def by_name(m: Interpreter, expected: Value, offered: Value) -> tuple[Value, Value]:
    """A model's inputs and what it is given, in the same order: by the names of the inputs if it is given a dict,
    as keras/src/models/functional.py, `_standardize_inputs`, does; unknown where names are."""
    expected, offered = m.decided(m.resolve(expected)), m.decided(m.resolve(offered))
    if isinstance(offered, DictObj):
        names = _input_names(m, expected)
        data = dict(offered.pairs())
        if offered.open or any(name not in data for name in names):
            return expected, Unknown("inputs by name")
        return expected, new_list([data[name] for name in names])
    if isinstance(expected, DictObj):
        names = [str(name) for name, _ in expected.pairs()]
        return expected, offered if names == sorted(names) else Unknown("inputs by name")
    return expected, offered


def _missing(m: Interpreter, expected: Value, offered: Value) -> Value:
    """The name of an input that is surely not among data given by name."""
    expected, offered = m.decided(m.resolve(expected)), m.decided(m.resolve(offered))
    if not isinstance(offered, DictObj) or offered.open:
        return None
    data = dict(offered.pairs())
    return next((n for n in _input_names(m, expected) if n is not None and n not in data), None)


def _input_names(m: Interpreter, expected: Value) -> list[Value]:
    """What data of a model's inputs are called, in the order of `flat`; None for a name that is not known."""
    if isinstance(expected, DictObj):
        return sorted((name for name, _ in expected.pairs()), key=str)
    made = [m.store.made_by.get(id(t)) for t in tensors_in(expected)]
    return [name_of(m, call[0]) if call is not None and call[1] is None else None for call in made]


def name_of(m: Interpreter, layer: Value) -> str | None:
    """The name that the program gives a layer."""
    name = m.resolve(m.get_attr(layer, "name"))
    return name if isinstance(name, str) else None


@builtin("__names__")
def names(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__names__(outputs)`: the names of the layers that made them; None if they are not all known."""
    made = [m.store.made_by.get(id(t)) for t in tensors_in(m.resolve(args[0]))]
    found = [None if call is None else name_of(m, call[0]) for call in made]
    known = bool(found) and None not in found and len(set(found)) == len(found)
    return new_list(found) if known else None


@builtin("__ranked__")
def ranked(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__ranked__(input, given, finding)`: the tensor with the axes of a model's input; an axis of 1 at
    the end may be missing or too much."""
    reference, value, finding = args
    wanted, shape = m.store.facts.shape(reference.shape), m.store.facts.shape(value.shape)
    if wanted.rank is None or shape.rank is None or wanted.rank == shape.rank:
        return value
    adjusted = _adjusted(wanted, shape)
    if adjusted.rank == wanted.rank:
        return Tensor(adjusted, None, None, m.origin([value]))
    if _may_be_squeezed(wanted, shape):
        return m.unknown("a tensor whose last axis may be one too much")
    fails(m, finding, "the model's input is {}, but it is given {}", [reference, value])
    return m.unknown("result of a call that fails")


@builtin("__agrees__")
def agrees(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__agrees__(input, given)`: whether the sizes that the input fixes may be those of the tensor."""
    reference, value = (m.decided(m.resolve(v)) for v in args)
    if not isinstance(reference, Tensor) or not isinstance(value, Tensor):
        return True
    wanted, shape = m.store.facts.shape(reference.shape), m.store.facts.shape(value.shape)
    if wanted.rank is None or wanted.rank != shape.rank:
        return True
    return not isinstance(ask(m.store.facts, _agreement(m, wanted, shape)), Impossible)


def _adjusted(wanted: Shape, shape: Shape) -> Shape:
    assert wanted.rank is not None and shape.rank is not None
    if shape.rank == wanted.rank + 1 and shape.sizes[-1] == 1:
        return Shape(shape.sizes[:-1])
    if shape.rank == wanted.rank - 1 and wanted.sizes[-1] == 1:
        return Shape((*shape.sizes, 1))
    return shape


def _may_be_squeezed(wanted: Shape, shape: Shape) -> bool:
    """Whether one has an axis more at its end, of a size that may turn out to be 1."""
    shorter, longer = sorted((wanted.sizes, shape.sizes), key=len)
    return len(longer) == len(shorter) + 1 and isinstance(longer[-1], Dim)


def _agreement(m: Interpreter, wanted: Shape, shape: Shape) -> Value:
    """Equal on all axes but the batch and those left open."""
    pairs = list(zip(wanted.sizes, shape.sizes, strict=True))[1:]
    fixed = [(a, b) for a, b in pairs if not m.is_undefined(a) and not m.is_undefined(b)]
    return conj(*(eq(a, b) for a, b in fixed))
