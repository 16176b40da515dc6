"""The layers in a layer, gone over as `torch.nn.Module` does
(https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html), without running its source for each of
them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shapelint.interpreter import elements
from shapelint.interpreter.alike import Alike
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.own_names import is_layer, is_of_layers
from shapelint.interpreter.registry import builtin
from shapelint.interpreter.values import (
    MISSING,
    REST,
    Choice,
    ClassValue,
    Function,
    Instance,
    TupleValue,
    Unknown,
    Value,
    new_list,
    typed_list,
)
from shapelint.interpreter.widening import alternatives

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Named = tuple[str, Instance]
COMPOSITE = {
    "AdaptiveLogSoftmaxWithLoss", "MultiheadAttention", "TransformerDecoderLayer",
    "TransformerEncoderLayer",
}  # fmt: skip
"""Layers that hold others, of which their rules do not tell."""


class NotSure(Exception):
    """Some layer is not known, or does something else where it is gone over."""


@builtin("__applied__")
def applied(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """Call a function with every layer in a layer, the innermost first, and with the layer; False if not all of
    them are known."""
    try:
        layers = _inside_out(m, args[0])
    except NotSure:
        return False
    alike = Alike(m)
    for layer in layers:
        if not alike.has(layer):
            m.call(args[1], [layer], {})
            alike.done()
    return True


@builtin("__modules__")
def modules(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """A layer under a name and every layer in it, each once, with their names if they are wanted; None if not all of
    them are known."""
    layer, prefix, named = args
    if not isinstance(prefix, str):
        return None
    try:
        found = layers_of(m, (prefix, layer))
    except NotSure:
        return None
    return typed_list("generator", [TupleValue(pair) if named else pair[1] for pair in found])


@builtin("__loaded__")
def loaded(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """A layer takes over what was saved: those in it that do so in a way of their own may be changed."""
    try:
        layers = [layer for _, layer in layers_of(m, ("", args[0]))]
    except NotSure:
        layers = [args[0]]
    for layer in layers:
        for held in layer.attrs.values():
            elements.lose(m, m.resolve(held))
        if isinstance(lookup(layer.cls, "_load_from_state_dict")[0], Function):
            m.forget_object(layer)
    return None


def _inside_out(m: Interpreter, layer: Instance) -> list[Instance]:
    """Raises NotSure."""
    inner = [i for _, child in children(m, layer, "apply") for i in _inside_out(m, child)]
    return [*inner, layer]


def layers_of(
    m: Interpreter, whole: Named, most: int | None = None, seen: set[int] | None = None
) -> list[Named]:
    """A layer and every layer in it, each once. Raises NotSure, for more than `most` too."""
    name, layer = whole
    seen = set() if seen is None else seen
    if id(layer) in seen:
        return []
    seen.add(id(layer))
    if most is not None and len(seen) > most:
        raise NotSure
    found = [whole]
    for inner, child in children(m, layer, "named_modules"):
        found += layers_of(m, (f"{name}.{inner}" if name else inner, child), most, seen)
    return found


def children(m: Interpreter, layer: Instance, going: str, twice: bool = False) -> Iterable[Named]:
    """The layers right in a layer, each under its first name (or `twice`, under each), where a method goes over them
    as that of all layers does. Raises NotSure."""
    if not is_of_layers(lookup(layer.cls, going)[0], going) or _is_own(layer, "children"):
        raise NotSure
    if is_composite(layer):
        raise NotSure
    method = lookup(layer.cls, "__pairs")[0]
    if is_of_layers(method, "__pairs"):
        pairs = [(n, v) for n, v in layer.attrs.items() if v is not MISSING]
        if REST in layer.attrs:
            raise NotSure
    else:
        items = m.iterate(m.call(method, [layer], {}))
        if items is None or not all(isinstance(i, TupleValue) for i in items):
            raise NotSure
        pairs = [(item.items[0], item.items[1]) for item in items]
    found: list[Named] = []
    seen: set[int] = set()
    for name, value in pairs:
        value = m.decided(m.resolve(value))
        if isinstance(value, Unknown | Choice) or isinstance(value, Instance) and value.cls.opaque:
            raise NotSure
        if is_layer(value):
            if not isinstance(name, str):
                raise NotSure
            if twice or id(value) not in seen:
                seen.add(id(value))
                found.append((name, value))
    return found


def is_composite(layer: Instance) -> bool:
    """Whether it is a layer of torch's that holds layers which its rule does not tell of."""
    rules = (cls.rule for cls in layer.cls.mro if isinstance(cls, ClassValue))
    return any(rule is not None and rule.name in COMPOSITE for rule in rules)


@builtin("__inner__")
def layers_among(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """Those of a layer's pairs of a name and a value that hold a layer."""
    pairs = m.iterate(args[1])
    if pairs is None or is_composite(args[0]):
        return new_list(m.unknown("layers that are not told"))
    found = []
    for pair in pairs:
        ones = [m.resolve(one) for one in alternatives(m.decided(m.resolve(pair.items[1])))]
        if all(map(is_layer, ones)):
            found.append(pair)
        elif any(isinstance(one, Unknown) or is_layer(one) for one in ones):
            return new_list(m.unknown("what may be a layer"))
    return new_list(found)


@builtin("__known__")
def known_layers(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """The layers among such pairs that are seen."""
    values = [m.decided(m.resolve(pair.items[1])) for pair in m.iterate(args[0]) or ()]
    return new_list([layer for value in values for layer in alternatives(value) if is_layer(layer)])


@builtin("__once__")
def once(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """Pairs of a name and a layer, without the further names of a layer."""
    pairs = m.iterate(args[0])
    if pairs is None:
        return args[0]
    found: dict[int, Value] = {}
    for pair in pairs:
        found.setdefault(id(m.decided(m.resolve(pair.items[1]))), pair)
    return new_list(list(found.values()))


def _is_own(layer: Instance, name: str) -> bool:
    """Whether the program defines a method of a layer itself."""
    method = lookup(layer.cls, name)[0]
    return not isinstance(method, Function) or not method.module.path.startswith("<")
