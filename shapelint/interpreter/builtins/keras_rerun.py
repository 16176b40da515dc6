"""A functional model called with arrays runs its layers again: the shapes inside are those of the arrays."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.builtins.keras import flat, mapped, tensors_in
from shapelint.interpreter.builtins.keras_graph import MAX_LAYERS, by_name, is_symbolic
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.rehearsing import undone
from shapelint.interpreter.values import Tensor, TupleValue, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@dataclass(frozen=True, slots=True)
class LayerCall:
    """A call that a graph keeps."""

    layer: Value
    args: Value
    kwargs: Value
    outputs: Value

    def inputs(self) -> list[Tensor]:
        return [*tensors_in(self.args), *tensors_in(self.kwargs)]


@builtin("__keep__")
def keep(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__keep__(layer, args, kwargs, outputs)`: how these tensors were made, to do it again."""
    call = LayerCall(*(m.resolve(v) for v in args))
    for output in tensors_in(call.outputs):
        m.store.pin(output)
        m.store.write(m.store.called, id(output), call)
    return None


@builtin("__rerun__")
def rerun(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__rerun__(inputs, given, outputs)`: run a model's layers on what it is given, for the shapes
    inside them. What it gives, and what is wrong, is told by the graph alone."""
    expected, offered = by_name(m, args[0], args[1])
    references, given = flat(m, expected), flat(m, offered)
    plain = references is not None and given is not None and len(references) == len(given)
    if not plain or not m.recorder.keep_shapes or is_symbolic(m, args[1]):
        return None
    known: dict[int, Value] = {}
    for reference, value in zip(references or (), given or (), strict=True):
        value = m.decided(m.resolve(value))
        if not isinstance(reference, Tensor) or not isinstance(value, Tensor):
            return None
        if reference.shape.rank != m.store.facts.shape(value.shape).rank:
            return None
        known[id(reference)] = value
    with suppress(Diverges), undone(m), m.recorder.caught(True):
        _run(m, list(tensors_in(m.resolve(args[2]))), known)
    return None


def _run(m: Interpreter, todo: list[Tensor], known: dict[int, Value]) -> None:
    """Compute these tensors from those that are known, the inputs of each layer before the layer."""
    budget = MAX_LAYERS
    while todo and budget:
        budget -= 1
        call = m.store.called.get(id(todo[-1]))
        if id(todo[-1]) in known or not isinstance(call, LayerCall):
            known.setdefault(id(todo[-1]), todo[-1])
            todo.pop()
            continue
        missing = [t for t in call.inputs() if id(t) not in known]
        if missing:
            todo.extend(missing)
            continue

        def leaf(value: Value) -> Value:
            return known.get(id(value), value)

        positional, named = mapped(m, call.args, leaf), mapped(m, call.kwargs, leaf)
        items = positional.items if isinstance(positional, TupleValue) else ()
        result = m.call(call.layer, list(items), dict(named.pairs()))
        made = list(tensors_in(m.resolve(result)))
        outputs = list(tensors_in(call.outputs))
        if len(made) != len(outputs):
            return
        known.update((id(o), r) for o, r in zip(outputs, made, strict=True))
