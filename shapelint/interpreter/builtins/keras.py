"""What the prelude's Keras and TensorFlow may call, and no program does: requirements, tensors and arrays,
structures of them, layers known by their rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import arrays
from shapelint.interpreter.branches import as_count
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.registry import Args, Kwargs, builtin
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
from shapelint.rulebook.pattern import ConditionalSpec, Spec, TensorSpec
from shapelint.rulebook.values import UNKNOWN
from shapelint.symbolic import (
    Impossible,
    Open,
    Shape,
    Size,
    Symbol,
    ask,
    new_symbol,
    unknown_shape,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


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
        return "None" if m.is_undefined(value) else str(value)
    return str(value) if isinstance(value, int | str | float) or value is None else "?"


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
def tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Tensor:
    """`__tensor__(shape)`: a tensor of that shape, each None a size of its own."""
    return Tensor(_sizes(m, args[0], ("batch", "any")), None, None, m.origin([]))


@builtin("__weight__")
def weight(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__weight__(shape)`: a weight of that shape; none can have a size that the model leaves open."""
    made = tensor(m, args, kwargs)
    if m.is_undefined(made.shape):  # keras.src.backend.common.variables
        text = f"a weight of shape {shown(m, made)}: its sizes must all be defined"
        m.report("bad-argument", text, ())
    return made


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
    return isinstance(value, ListObj) and value.type == "generator"


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


@builtin("__is_closed__")
def is_closed(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Whether all keys of a dict are known."""
    value = m.decided(m.resolve(args[0]))
    return isinstance(value, DictObj) and not value.open


@builtin("__as_tensor__")
def as_tensor(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Arrays within a structure as tensors of the framework; all else as it is."""
    return _converted(m, args[0])


def _converted(m: Interpreter, value: Value) -> Value:
    def leaf(value: Value) -> Value:
        typed = isinstance(value, Tensor) and value.dtype is not None
        return Tensor(value.shape, None, value.elements, value.origin) if typed else value

    return mapped(m, value, leaf)


def mapped(
    m: Interpreter, value: Value, leaf: Callable[[Value], Value], as_lists: bool = False
) -> Value:
    """The same structure of tuples (or lists for them), lists and dicts; `leaf` of what is none of
    these, or is not known."""
    value = m.decided(m.resolve(value))
    if isinstance(value, TupleValue | ListObj) and isinstance(value.items, tuple):
        items = tuple(mapped(m, v, leaf, as_lists) for v in value.items)
        if isinstance(value, TupleValue) and not as_lists:
            return replace(value, items=items)
        return new_list(items)
    if isinstance(value, DictObj) and not value.open:
        pairs = {k: mapped(m, v, leaf, as_lists) for k, v in value.pairs()}
        return DictObj(pairs, value.factory)
    return leaf(value)


@builtin("__shapes__")
def shapes(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The shapes of a structure of tensors, in the same structure."""

    def leaf(value: Value) -> Value:
        if isinstance(value, Tensor):
            return SizeTuple(m.store.facts.shape(value.shape))
        return m.unknown("the shape of an input", "input_shape", free=True)

    return mapped(m, args[0], leaf, as_lists=True)


@builtin("__batch__")
def batch(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__batch__(data, size)`: so many samples of each array of a structure, as tensors."""

    size = as_count(m, args[1], "batch")

    def leaf(value: Value) -> Value:
        if not isinstance(value, Tensor):
            return value if value is None else m.unknown("a batch of data that is not known")
        shape = m.store.facts.shape(value.shape)
        if not shape.prefix:
            return Tensor(unknown_shape("s"), None, None, m.origin([value]))
        sizes = (size, *shape.prefix[1:])
        return Tensor(Shape(sizes, shape.var, shape.suffix), None, None, value.origin)

    return mapped(m, args[0], leaf, as_lists=True)


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
        m.looks_into(function)
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


@builtin("__rehearsed__")
def rehearsed(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__rehearsed__(function, *args)`: run for what it finds, and as if it had not been run."""
    mark = m.store.mark()
    try:
        with m.recorder.of_findings_alone():
            m.call(args[0], args[1:], {})
    except Diverges:
        pass
    finally:
        m.store.rollback(mark)
    return None


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


@builtin("__build__")
def build(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__build__(layer, inputs)`: a call of a layer known by its rule, for the sizes that it fixes."""
    layer = m.resolve(args[0])
    cls = _ruled(layer)
    if cls is not None and cls.rule is not None:
        method = RuleMethod(cls, cls.rule.call_name)
        with m.recorder.muted():
            m.call(method, [layer, *(m.iterate(args[1]) or ())], {})
    return None


@builtin("__argument__")
def argument(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__argument__(layer, name)`: what the constructor of a layer known by its rule was given."""
    layer, name = m.resolve(args[0]), args[1]
    cls = _ruled(layer)
    if cls is None or cls.rule is None or not isinstance(layer, Instance):
        return m.unknown(f"argument {name} of a layer")
    env = layer.rule_envs.get(cls.rule.name)
    return m.from_rule(env.get(name, UNKNOWN) if isinstance(env, dict) else UNKNOWN)


def _ruled(layer: Value) -> ClassValue | None:
    """The class by whose rule a layer is known."""
    mro = layer.cls.mro if isinstance(layer, Instance) else ()
    return next((c for c in mro if isinstance(c, ClassValue) and c.rule is not None), None)


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
    cls = _ruled(layer)
    if cls is not None and cls.rule is not None:
        names = [n for n, spec in cls.rule.attributes.items() if _is_weight(spec)]
        if names or not cls.rule.late:
            found = [m.get_attr(layer, n) for n in names]
            return new_list([w for w in found if w is not None])
    return new_list(m.unknown("the weights of a layer"))


def _is_weight(spec: Spec) -> bool:
    if isinstance(spec, ConditionalSpec):
        return _is_weight(spec.then) or _is_weight(spec.orelse)
    return isinstance(spec, TensorSpec)


@builtin("__state__")
def state(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """An attribute if the object has it, else the second argument."""
    found = m.resolve(args[0]).attrs.get(args[1], MISSING)
    return args[2] if found is MISSING else found
