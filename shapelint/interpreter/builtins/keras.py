"""What the prelude's Keras and TensorFlow may call, and no program does: requirements, symbolic tensors,
the graph that calls of layers leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shapelint.interpreter import arrays
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.registry import builtin
from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    ClassValue,
    DictObj,
    Dim,
    Function,
    Instance,
    ListObj,
    RuleMethod,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    new_list,
)
from shapelint.rulebook import apply
from shapelint.rulebook.pattern import ConditionalSpec, Spec, TensorSpec
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
    unknown_shape,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Args = list[Value]
Kwargs = dict[str, Value]
MAX_LAYERS = 2000


def shown(m: Interpreter, value: Value) -> str:
    """A shape, or a tensor's, as Keras writes it: None for a size that is not fixed."""
    value = m.resolve(value)
    if isinstance(value, Tensor | SizeTuple):
        shape = m.store.facts.shape(value.shape)
        parts = [shown(m, n) for n in shape.prefix]
        if shape.var is not None:
            parts += ["...", *(shown(m, n) for n in shape.suffix)]
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    if isinstance(value, TupleValue | ListObj) and isinstance(value.items, tuple):
        parts = [shown(m, n) for n in value.items]
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    if isinstance(value, Dim):
        return "None" if is_undefined(m, value) else str(value)
    return str(value) if isinstance(value, int | str | float) or value is None else "?"


def is_undefined(m: Interpreter, size: Value) -> bool:
    """Whether the size depends on one that a model leaves open (None)."""
    size = m.store.facts.size(size) if isinstance(size, Dim) else size
    return isinstance(size, Dim) and not m.undefined.isdisjoint(size.symbols)


def tensors_in(value: Value) -> Iterator[Tensor]:
    """The tensors of a nested structure, in order; a dict's by its keys."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, TupleValue | ListObj) and isinstance(value.items, tuple):
        for item in value.items:
            yield from tensors_in(item)
    elif isinstance(value, DictObj):
        for _, item in sorted(value.pairs(), key=lambda pair: str(pair[0])):
            yield from tensors_in(item)


def flat(m: Interpreter, value: Value) -> list[Value] | None:
    """The leaves of a nested structure; None where it is not known."""
    value = m.decided(m.resolve(value))
    if isinstance(value, TupleValue | ListObj):
        parts = [flat(m, v) for v in value.items] if isinstance(value.items, tuple) else [None]
    elif isinstance(value, DictObj):
        pairs = sorted(value.pairs(), key=lambda pair: str(pair[0]))
        parts = [None] if value.open else [flat(m, v) for _, v in pairs]
    else:
        leaf = isinstance(value, Tensor | str) or value is None or m.is_number(value)
        return [value] if leaf else None
    known = [p for p in parts if p is not None]
    return [leaf for part in known for leaf in part] if len(known) == len(parts) else None


def fails(m: Interpreter, name: str, template: str, values: list[Value]) -> None:
    """Report a call that fails on every input of this path."""
    involved = [t for v in values for t in tensors_in(m.resolve(v))]
    m.report(name, template.format(*(shown(m, v) for v in values)), tuple(involved))
    if m.recorder.expected_failure:
        raise Diverges("ValueError")


@builtin("__fails__")
def fail(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__fails__(finding, template, *values)`: the framework raises here."""
    fails(m, args[0], args[1], args[2:])
    return m.unknown("result of a call that fails")


@builtin("__require__")
def require(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__require__(condition, finding, template, *values)`: whether it can hold; then it does from here."""
    truth = m.truth(args[0])
    answer = ask(m.store.facts, truth)
    if isinstance(answer, Impossible):
        fails(m, args[1], args[2], args[3:])
        return False
    if isinstance(answer, Open):
        m.store.learn(truth, m.here)
    return True


def _undefined(m: Interpreter, name: str) -> Dim:
    symbol = new_symbol(name)
    m.undefined.update(s for s in symbol.symbols if isinstance(s, Symbol))
    return symbol


def _sizes(m: Interpreter, value: Value, names: tuple[str, str]) -> Shape:
    """A shape as programs write it: None for a size that is open, the first called by `names[0]`."""
    value = m.decided(m.resolve(value))
    if isinstance(value, SizeTuple):
        return m.store.facts.shape(value.shape)
    items = m.iterate(value) if isinstance(value, TupleValue | ListObj) else None
    if items is None:
        return unknown_shape("s")
    sizes: list[Size] = []
    for i, item in enumerate(items):
        item = m.decided(m.resolve(item))
        if item is None:
            sizes.append(_undefined(m, names[0] if i == 0 else names[1]))
        elif m.is_size(item):
            sizes.append(item)
        elif isinstance(item, Tensor) and item.elements and m.is_size(item.elements[0]):
            sizes.append(item.elements[0])
        else:
            size = new_symbol("n", free=False)
            if isinstance(item, Unknown):
                m.store.refine(item, size)
            sizes.append(size)
    return Shape(tuple(sizes))


@builtin("__tensor__")
def tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__tensor__(shape)`: a tensor of that shape, each None a size of its own."""
    return Tensor(_sizes(m, args[0], ("batch", "any")), None, None, m.origin([]))


@builtin("__array__")
def array(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__array__(shape, dtype)`: a NumPy array of that shape; a Tensor's own shape if one is given."""
    given = m.decided(m.resolve(args[0]))
    dtype = f"numpy.{args[1]}" if len(args) > 1 else "numpy.float32"
    shape = given.shape if isinstance(given, Tensor) else _sizes(m, given, ("n", "any"))
    return Tensor(shape, dtype, None, m.origin([given]))


@builtin("__is_tensor__")
def is_tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return isinstance(m.decided(m.resolve(args[0])), Tensor)


@builtin("__is_generator__")
def is_generator(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    value = m.decided(m.resolve(args[0]))
    return isinstance(value, ListObj) and "generator" in value.cell


@builtin("__is_array__")
def is_array(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Whether it is an array or a tensor of a known first axis."""
    value = m.decided(m.resolve(args[0]))
    return isinstance(value, Tensor) and bool(m.store.facts.shape(value.shape).prefix)


@builtin("__like__")
def like(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__like__(array, shape)`: another array of the same dtype."""
    shape = _sizes(m, args[1], ("n", "any"))
    return Tensor(shape, m.resolve(args[0]).dtype, None, m.origin([args[0]]))


@builtin("__tensor_of__")
def tensor_of(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What a framework makes of nested lists of numbers."""
    made = arrays.as_array(m, args[0])
    return m.unknown("a tensor of data that is not known") if made is None else _converted(m, made)


@builtin("__number__")
def number(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The number that is known, else None."""
    value = m.decided(m.resolve(args[0]))
    return value if type(value) is int else None


@builtin("__is_known__")
def is_known(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return not isinstance(m.decided(m.resolve(args[0])), Unknown)


@builtin("__as_tensor__")
def as_tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Arrays within a structure as tensors of the framework; all else as it is."""
    return _converted(m, args[0])


def _converted(m: Interpreter, value: Value) -> Value:
    value = m.decided(m.resolve(value))
    if isinstance(value, Tensor):
        if value.dtype is None:
            return value
        return Tensor(value.shape, None, value.elements, value.origin)
    if isinstance(value, TupleValue):
        return TupleValue(tuple(_converted(m, v) for v in value.items), value.fields, value.cls)
    if isinstance(value, ListObj) and isinstance(value.items, tuple):
        return new_list([_converted(m, v) for v in value.items])
    if isinstance(value, DictObj) and not value.open:
        return DictObj({k: _converted(m, v) for k, v in value.pairs()}, value.factory)
    return value


@builtin("__shapes__")
def shapes(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The shapes of a structure of tensors, in the same structure."""
    value = m.decided(m.resolve(args[0]))
    if isinstance(value, Tensor):
        return SizeTuple(m.store.facts.shape(value.shape))
    if isinstance(value, TupleValue | ListObj) and isinstance(value.items, tuple):
        return new_list([shapes(m, [v], {}) for v in value.items])
    if isinstance(value, DictObj) and not value.open:
        return DictObj({k: shapes(m, [v], {}) for k, v in value.pairs()})
    return m.unknown("the shape of an input", "input_shape", free=True)


@builtin("__batch__")
def batch(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__batch__(data, size)`: so many samples of each array of a structure, as tensors."""
    value = m.decided(m.resolve(args[0]))
    size = args[1]
    if isinstance(value, Tensor):
        shape = m.store.facts.shape(value.shape)
        if not shape.prefix:
            return Tensor(unknown_shape("s"), None, None, m.origin([value]))
        return Tensor(
            Shape((size, *shape.prefix[1:]), shape.var, shape.suffix), None, None, value.origin
        )
    if isinstance(value, TupleValue | ListObj) and isinstance(value.items, tuple):
        return new_list([batch(m, [v, size], {}) for v in value.items])
    if isinstance(value, DictObj) and not value.open:
        return DictObj({k: batch(m, [v, size], {}) for k, v in value.pairs()})
    return m.unknown("a batch of data that is not known")


@builtin("__flat__")
def flatten(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The leaves of a nested structure as a list."""
    found = flat(m, args[0])
    return new_list(m.unknown("leaves of an unknown structure") if found is None else found)


@builtin("__parameters__")
def parameters(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The names a bound method takes, `*` and `**` marked; None where that is not known."""
    function = m.resolve(args[0])
    if isinstance(function, BoundMethod):
        function = function.function
    if isinstance(function, Function):
        params = function.node.params[1:] if function.owner else function.node.params
        marks = {"vararg": "*", "kwarg": "**"}
        return TupleValue(tuple(marks.get(p.kind, "") + p.name for p in params))
    if isinstance(function, RuleMethod) and function.cls.rule is not None:
        signatures = function.cls.rule.methods.get(function.name, ())
        names = {p.name: None for s in signatures for p in s.params}
        return TupleValue(tuple(names))
    return None


@builtin("__overrides__")
def overrides(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Whether an object's class has a method of its own under that name, not the prelude's."""
    instance, name = m.resolve(args[0]), args[1]
    if not isinstance(instance, Instance):
        return False
    found, _ = lookup(instance.cls, name)
    return isinstance(found, Function) and not found.module.path.startswith("<")


@builtin("__trial__")
def trial(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__trial__(function, *args)`: what it gives, without anything being changed or reported."""
    mark = m.store.mark()
    try:
        with m.recorder.muted():
            return m.call(args[0], args[1:], kwargs)
    except Diverges:
        return m.unknown("result of a call that fails")
    finally:
        m.store.rollback(mark)


@builtin("__build__")
def build(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__build__(layer, inputs)`: a call of a layer known by its rule, for the sizes that it fixes."""
    layer = m.resolve(args[0])
    for cls in layer.cls.mro:
        if isinstance(cls, ClassValue) and cls.rule is not None:
            with m.recorder.muted():
                m.call(
                    RuleMethod(cls, cls.rule.call_name), [layer, *(m.iterate(args[1]) or ())], {}
                )
            break
    return None


@builtin("__setting__")
def setting(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__setting__(name[, value])`: what the program has chosen for all that follows."""
    if len(args) > 1:
        m.store.write(m.store.settings, args[0], m.resolve(args[1]))
    return m.store.settings.get(args[0])


@builtin("__weights__")
def weights(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The weights of a layer that is known by its rule, in the order that the rule declares them: none
    if it fixes nothing, not known if it declares none of them."""
    layer = m.resolve(args[0])
    if isinstance(layer, Instance):
        for cls in layer.cls.mro:
            if isinstance(cls, ClassValue) and cls.rule is not None:
                names = [n for n, s in cls.rule.attributes.items() if _is(s)]
                if cls.rule.late and not names:
                    break
                found = [m.get_attr(layer, n) for n in names]
                return new_list([w for w in found if w is not None])
    return new_list(m.unknown("the weights of a layer"))


def _is(spec: Spec) -> bool:
    if isinstance(spec, ConditionalSpec):
        return _is(spec.then) or _is(spec.orelse)
    return isinstance(spec, TensorSpec)


# the graph


def is_symbolic(m: Interpreter, value: Value) -> bool:
    """Whether a structure holds a tensor whose batch is open, as `Input` makes it."""
    found = [m.store.facts.shape(t.shape) for t in tensors_in(m.resolve(value))]
    return any(is_undefined(m, size) for s in found for size in (*s.prefix, *s.suffix))


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
    entered: set[int] = set()

    def visit(tensor: Tensor, below: int, budget: list[int]) -> bool:
        budget[0] -= 1
        made = m.store.made_by.get(id(tensor))
        if budget[0] < 0 or (made is None and id(tensor) not in inputs):
            return False
        if made is None:
            return True
        layer, given = made
        known = depth.get(id(layer), -1)
        depth[id(layer)] = max(known, below)
        complete = True
        if id(tensor) not in inputs and below > known:
            complete = all(visit(t, below + 1, budget) for t in tensors_in(given))
        if id(layer) not in entered:
            entered.add(id(layer))
            order[id(layer)] = layer
        return complete

    budget = [MAX_LAYERS]
    outputs = list(tensors_in(m.resolve(args[1])))
    if not outputs or not all(visit(t, 0, budget) for t in outputs):
        return new_list(m.unknown("the layers of a model some of which are not known"))
    ranks = {key: i for i, key in enumerate(order)}
    found = sorted(order, key=lambda key: (-depth[key], ranks[key]))
    return new_list([order[key] for key in found])


@builtin("__disconnected__")
def disconnected(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__disconnected__(inputs, outputs)`: whether an output surely needs an `Input` that is not named."""
    seen = {id(t) for t in tensors_in(m.resolve(args[0]))}
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
    """The sizes that a model's inputs leave open, bound by what it is called with."""

    def __init__(self, m: Interpreter) -> None:
        self.m = m
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
        value = m.decided(m.resolve(value))
        if isinstance(value, Tensor):
            return Tensor(
                self.shape(m.store.facts.shape(value.shape)), None, None, m.origin([value])
            )
        if isinstance(value, TupleValue):
            return TupleValue(tuple(map(self, value.items)), value.fields, value.cls)
        if isinstance(value, ListObj) and isinstance(value.items, tuple):
            return new_list(list(map(self, value.items)))
        if isinstance(value, DictObj) and not value.open:
            return DictObj({key: self(item) for key, item in value.pairs()})
        return m.unknown("a result of a model that is not known")

    def shape(self, shape: Shape) -> Shape:
        """Through names of its own, since a model may be called on its own output."""
        between, after = Facts(), Facts()
        symbols = {
            s for n in (*shape.prefix, *shape.suffix) if isinstance(n, Dim) for s in n.symbols
        }
        for symbol in symbols:
            if isinstance(symbol, Symbol) and symbol in self.m.undefined:
                inner = new_symbol(symbol.name, symbol.lower)
                between.sizes[symbol] = inner
                key = _lone(inner)
                assert key is not None
                after.sizes[key] = self.sizes.get(symbol) or new_symbol(symbol.name, free=False)
        if shape.var is not None and shape.var in self.axes:
            stand = new_shape_var(shape.var.name)
            between.shapes[shape.var] = Shape((), stand)
            after.shapes[stand] = self.axes[shape.var]
        return after.shape(between.shape(shape))


def _lone(size: Size) -> Symbol | None:
    """The symbol that a size is, and nothing else."""
    if isinstance(size, Dim) and len(size.symbols) == 1 and len(size.terms) == 1:
        (symbol,) = size.symbols
        if isinstance(symbol, Symbol) and size == _of(symbol):
            return symbol
    return None


def _of(symbol: Symbol) -> Dim:
    return Dim({((symbol, 1),): 1})


@builtin("__graph__")
def graph(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__graph__(inputs, given, outputs, finding)`: what a model of these inputs and outputs gives for
    other tensors. Those must agree with what `Input` has fixed; an axis of 1 at the end may be missing
    or too much (keras/src/models/functional.py, `_adjust_input_rank`)."""
    finding = args[3]
    bound = Graph(m)
    expected, offered = _by_name(m.decided(m.resolve(args[0])), m.decided(m.resolve(args[1])))
    references, given = flat(m, expected), flat(m, offered)
    if references is None or given is None:
        return bound(args[2])
    if not all(isinstance(m.decided(m.resolve(v)), Tensor) for v in given):
        return bound(args[2])
    if len(references) != len(given):
        fails(
            m,
            finding,
            f"the model has {len(references)} input(s), but is given {len(given)}",
            given,
        )
        return m.unknown("result of a call that fails")
    for reference, value in zip(references, given, strict=True):
        value = m.decided(m.resolve(value))
        if not isinstance(reference, Tensor) or not isinstance(value, Tensor):
            continue
        wanted, shape = m.store.facts.shape(reference.shape), m.store.facts.shape(value.shape)
        if wanted.rank is not None and shape.rank is not None:
            shape = _adjusted(wanted, shape)
            near = abs(len(shape.sizes) - wanted.rank) == 1
            if near and isinstance(max(shape, wanted, key=_rank).sizes[-1], Dim):
                continue  # an axis that may be 1
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


def _by_name(expected: Value, offered: Value) -> tuple[Value, Value]:
    """Inputs by the names of those expected; unknown where only one side has names."""
    if not isinstance(expected, DictObj) and not isinstance(offered, DictObj):
        return expected, offered
    if not isinstance(expected, DictObj) or not isinstance(offered, DictObj) or offered.open:
        return expected, Unknown("inputs by name")
    names = [name for name, _ in expected.pairs()]
    if any(name not in offered.entries for name in names):
        return expected, Unknown("inputs by name")
    return expected, DictObj({name: offered.entries[name] for name in names})


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
    if abs(shape.rank - wanted.rank) == 1 and isinstance(
        max(shape, wanted, key=_rank).sizes[-1], Dim
    ):
        return m.unknown("a tensor whose last axis may be one too much")
    fails(m, finding, "the model's input is {}, but it is given {}", [reference, value])
    return m.unknown("result of a call that fails")


def _rank(shape: Shape) -> int:
    return shape.rank or 0


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


@builtin("__tried__")
def tried(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__tried__(function, *args)`: whether a call fails, found out without anything being changed."""
    mark = m.store.mark()
    outer, m.recorder.findings = m.recorder.findings, {}
    try:
        m.call(args[0], args[1:], kwargs)
        return bool(m.recorder.findings)
    except Diverges:
        return False
    finally:
        m.recorder.findings = outer
        m.store.rollback(mark)


def _adjusted(wanted: Shape, shape: Shape) -> Shape:
    assert wanted.rank is not None and shape.rank is not None
    if shape.rank == wanted.rank + 1 and shape.sizes[-1] == 1:
        return Shape(shape.sizes[:-1])
    if shape.rank == wanted.rank - 1 and wanted.sizes[-1] == 1:
        return Shape((*shape.sizes, 1))
    return shape


def _agreement(m: Interpreter, wanted: Shape, shape: Shape) -> Value:
    """Equal on all axes but the batch and those left open."""
    pairs = list(zip(wanted.sizes, shape.sizes, strict=True))[1:]
    fixed = [(a, b) for a, b in pairs if not is_undefined(m, a) and not is_undefined(m, b)]
    return conj(*(eq(a, b) for a, b in fixed))


@builtin("__rule_attribute__")
def rule_attribute(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__rule_attribute__(layer, name)`: an argument or attribute of a layer known by its rule."""
    layer = m.resolve(args[0])
    if isinstance(layer, Instance):
        for cls in layer.cls.mro:
            if isinstance(cls, ClassValue) and cls.rule is not None:
                env = layer.rule_envs.get(cls.rule.name)
                if isinstance(env, dict):
                    return m.from_rule(apply.attribute(cls.rule, env, args[1], m.store.facts))
    return m.unknown("an attribute of a layer")


@builtin("__state__")
def state(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """An attribute if the object has it, else the second argument."""
    found = m.resolve(args[0]).attrs.get(args[1], MISSING)
    return args[2] if found is MISSING else found
