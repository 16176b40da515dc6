"""The parameters and buffers of a layer, gone over as `torch.nn.Module` does
(https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html): those of layers that are all known, in
torch's order and under torch's names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from shapelint.interpreter.attributes import rule_attribute
from shapelint.interpreter.builtins.layer_trees import Named, NotSure, children, layers_of
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.contexts import BUFFERS, UNCOUNTED
from shapelint.interpreter.elements import share
from shapelint.interpreter.own_names import RENAMED, is_of_layers
from shapelint.interpreter.registry import builtin
from shapelint.interpreter.representative import read_anew
from shapelint.interpreter.values import (
    REST,
    Choice,
    ClassValue,
    DictObj,
    Instance,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    typed_list,
)
from shapelint.rulebook.array_dtype import is_array
from shapelint.rulebook.load import RuleClass
from shapelint.symbolic import unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

PARAMETER, BUFFER, UNSAVED = "parameter", "buffer", "unsaved buffer"
MAX_LAYERS = 64
"""In a model of more nobody asks for one by its name, and a loop over all would take long."""
Held = tuple[str, Tensor, str]
"""A name, what it names, and what that is."""


@builtin("__registered__")
def registered(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """A tensor, noted as a buffer that is saved with its layer, or not."""
    tensor, saved = args
    if isinstance(tensor, Tensor) and isinstance(saved, bool):
        m.registered[id(tensor)] = tensor, BUFFER if saved else UNSAVED
    return tensor


@builtin("__held__")
def parameters(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """The parameters of a layer, or its buffers, each once, with their names if they are wanted; some tensors if not
    all of them are known, or they are many."""
    layer, buffers, prefix, recurse, named = args
    if not isinstance(prefix, str) or not isinstance(recurse, bool):
        return None
    try:
        found = list(named_tensors(m, (prefix, layer), buffers is True, recurse))
    except NotSure:
        return read_anew(m, "tensors of a layer", partial(_any_tensor, m, named), "generator")
    return typed_list("generator", [TupleValue(pair) if named else pair[1] for pair in found])


def _any_tensor(m: Interpreter, named: Value) -> Value:
    tensor = Tensor(unknown_shape("s"))
    return TupleValue((m.opaque("str", "a name"), tensor)) if named else tensor


def named_tensors(
    m: Interpreter, whole: Named, buffers: bool, recurse: bool = True
) -> Iterator[tuple[str, Tensor]]:
    """The parameters or the buffers, each under its first name. Raises NotSure."""
    seen: set[int] = set()
    for prefix, layer in layers_of(m, whole, MAX_LAYERS) if recurse else [whole]:
        for name, tensor, kind in _own(m, layer):
            if (kind != PARAMETER) == buffers and id(tensor) not in seen:
                seen.add(id(tensor))
                yield f"{prefix}.{name}" if prefix else name, tensor


@builtin("__state_dict__")
def state(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """What `state_dict` gives: all that a layer holds, under each of its names; None as above."""
    try:
        return DictObj(dict(_saved(m, "", args[0], [MAX_LAYERS])), type="OrderedDict")
    except NotSure:
        return None


@builtin("__misfits__")
def misfits(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """Of a state that a layer is to take over: what may have another shape than what the layer holds under that
    name, as (name, held, given). Of the rest nothing is told, nor where a layer loads in a way of its own."""
    layer, given = args[0], m.decided(m.resolve(args[1]))
    if not isinstance(given, DictObj):
        return TupleValue(())
    state = dict(given.pairs())
    try:
        if any(_loads_its_own_way(m, one) for _, one in layers_of(m, ("", layer), MAX_LAYERS)):
            return TupleValue(())
        held = list(_saved(m, "", layer, [MAX_LAYERS]))
    except NotSure:
        return TupleValue(())
    found = []
    for name, tensor in held:
        new, shape = m.decided(m.resolve(state.get(name))), m.store.facts.shape(tensor.shape)
        # a number may have been saved as a vector
        if isinstance(new, Tensor) and shape.rank and m.store.facts.shape(new.shape) != shape:
            found.append(TupleValue((name, tensor, new)))
    return TupleValue(tuple(found))


def _loads_its_own_way(m: Interpreter, layer: Instance) -> bool:
    own = lookup(layer.cls, "_load_from_state_dict")[0]
    return m.is_function(own) or "_hooks_of_loading" in layer.attrs


def _saved(
    m: Interpreter, prefix: str, layer: Instance, left: list[int]
) -> Iterator[tuple[str, Tensor]]:
    left[0] -= 1
    names = ("state_dict", "get_extra_state", "_save_to_state_dict")
    methods = {name: lookup(layer.cls, name)[0] for name in names}
    if left[0] < 0 or not is_of_layers(methods.pop("state_dict"), "state_dict"):
        raise NotSure
    if any(m.is_function(method) for method in methods.values()):
        raise NotSure
    own = _own(m, layer)
    for wanted in (PARAMETER, BUFFER):
        for name, tensor, kind in own:
            if kind == wanted:
                known = m.resolve(tensor)
                saved = Tensor(known.shape, known.dtype, None, m.origin([known]))
                share(m, [known], saved)
                yield prefix + name, saved
    for name, child in children(m, layer, "named_modules", twice=True):
        yield from _saved(m, f"{prefix}{name}.", child, left)


def _own(m: Interpreter, layer: Instance) -> list[Held]:
    """What a layer holds itself. Raises NotSure."""
    if REST in layer.attrs or layer.cls.opaque or RENAMED in layer.rule_envs:
        raise NotSure
    found: dict[str, Held] = {}
    for cls in layer.cls.mro:
        if isinstance(cls, ClassValue):
            if cls.name in UNCOUNTED and cls.module.startswith("torch"):
                raise NotSure
            if cls.rule is not None:
                if cls.rule.name in UNCOUNTED and not _is_told(layer, cls.rule):
                    raise NotSure
                found |= {held[0]: held for held in _declared(m, layer, cls.rule)}
    for name, value in _items(m, layer):
        known = m.decided(m.resolve(value))
        if isinstance(known, Unknown | Choice) or not isinstance(name, str):
            raise NotSure
        if not isinstance(known, Tensor) or is_array(known) or name in found:
            continue
        tensor = value if isinstance(value, Tensor) else known
        if id(tensor) not in m.registered:
            raise NotSure  # a plain tensor, or one of which the mark was lost
        found[name] = (name, tensor, m.registered[id(tensor)][1])
    return list(found.values())


def _is_told(layer: Instance, rule: RuleClass) -> bool:
    """Whether a recurrent layer holds no more than its rule declares: it has one layer, in one direction."""
    env = layer.rule_envs.get(rule.name)
    if rule.name not in ("RNN", "LSTM", "GRU") or not isinstance(env, dict):
        return False
    one = env.get("num_layers") == 1 and env.get("bias") is True
    return one and env.get("bidirectional") is False and env.get("proj_size", 0) == 0


def _items(m: Interpreter, layer: Instance) -> Iterator[tuple[Value, Value]]:
    """The attributes of a layer, and what it holds as a list of parameters or a dict of them."""
    yield from layer.attrs.items()
    method = lookup(layer.cls, "__pairs")[0]
    if not is_of_layers(method, "__pairs"):
        items = m.iterate(m.call(method, [layer], {}))
        if items is None or not all(isinstance(item, TupleValue) for item in items):
            raise NotSure
        yield from (item.items for item in items)


def _declared(m: Interpreter, layer: Instance, rule: RuleClass) -> Iterator[Held]:
    """What a layer of torch's own holds: its rule declares it in torch's order."""
    if rule.framework == "einops" and rule.name != "EinMix":
        return
    if rule.framework != "torch" or rule.late:
        raise NotSure
    env = layer.rule_envs.get(rule.name)
    if not isinstance(env, dict):
        raise NotSure
    for name in rule.attributes:
        value = layer.attrs[name] if name in layer.attrs else rule_attribute(m, layer, name)
        known = m.decided(m.resolve(value))
        if isinstance(known, Tensor):
            tensor = value if isinstance(value, Tensor) else known
            yield name, tensor, BUFFER if name in BUFFERS else PARAMETER
        elif known is not None:
            raise NotSure
    for name in ("weight", "pos_weight"):
        given = m.decided(m.resolve(env.get(name)))
        if name not in rule.attributes and given is not None:
            raise NotSure  # the weights of a loss are a buffer
