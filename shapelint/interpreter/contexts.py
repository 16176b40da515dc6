"""What expressions are in each context that runs them: tensors with their shapes, layers with their parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.attributes import rule_attribute
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.own_names import is_layer
from shapelint.interpreter.recorder import Place, Step
from shapelint.interpreter.values import (
    REST,
    Choice,
    ClassValue,
    DictObj,
    Instance,
    ListObj,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.symbolic import Shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_SHAPES = 4
"""How many shapes are kept of one expression in one context: a loop may give it many."""
BUFFERS = ("running_mean", "running_var", "num_batches_tracked")
UNCOUNTED = {
    "AdaptiveLogSoftmaxWithLoss", "GRU", "LinearCrossEntropyLoss", "LSTM", "MultiheadAttention", "RNN", "RNNBase", "Transformer",
    "TransformerDecoder", "TransformerDecoderLayer", "TransformerEncoder", "TransformerEncoderLayer",
}  # fmt: skip
"""Layers whose rule does not declare all of their parameters."""
Key = tuple[str, int, str, "Place | None", bool]
"""File, node, entry, where its function was called, whether it is assigned."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The parameters of a layer's own by name, and how many numbers it has in all."""

    name: str
    parameters: tuple[tuple[str, str], ...]
    count: int | None


@dataclass(frozen=True, slots=True)
class RawValue:
    """What an expression was: a layer, or a tensor of a shape."""

    layer: Layer | None = None
    shape: Shape | None = None
    dtype: str | None = None
    steps: tuple[Step, ...] = ()
    """Where its sizes arose, the oldest first."""


class Contexts:
    """Collects what expressions are."""

    def __init__(self) -> None:
        self.values: dict[Key, list[RawValue]] = {}
        self._last: dict[Key, Value] = {}
        self._layers: dict[int, tuple[Instance, Layer]] = {}

    def fresh(self) -> Contexts:
        """One that has noted nothing."""
        return Contexts()

    def note(
        self,
        m: Interpreter,
        frame: Frame,
        at: int,
        value: Tensor | Instance,
        assigned: bool = False,
    ) -> None:
        """Note what an expression is, or the target of an assignment."""
        key = (frame.module.path, at, m.recorder.entry, frame.called_at, assigned)
        if self._last.get(key) is value:
            return
        if m.recorder.loose or m.recorder.is_muted or m.mending is not None:
            return
        if frame.module.path.startswith("<"):
            return
        self._last[key] = value
        found = self.values.setdefault(key, [])
        if len(found) >= MAX_SHAPES:
            return
        if isinstance(value, Tensor):
            shape = m.store.facts.shape(value.shape)
            if not any(old.shape == shape and old.dtype == value.dtype for old in found):
                steps = tuple(m.history(value))
                found.append(RawValue(None, shape, value.dtype, steps))
        elif not found and is_layer(value):
            if not any(f.receiver is value and _is_constructor(f) for f in m.stack):
                found.append(RawValue(self.layer(m, value)))

    def layer(self, m: Interpreter, instance: Instance) -> Layer:
        """The parameters of a layer."""
        held = self._layers.get(id(instance))
        if held is None:
            own = {
                name: str(m.store.facts.shape(tensor.shape))
                for name, tensor in self._own(m, instance).items()
            }
            layer = Layer(instance.cls.name, tuple(own.items()), self._count(m, instance, {}))
            held = self._layers[id(instance)] = (instance, layer)
        return held[1]

    def _own(self, m: Interpreter, instance: Instance) -> dict[str, Tensor]:
        found: dict[str, Tensor] = {}
        for cls in instance.cls.mro:
            if isinstance(cls, ClassValue) and cls.rule is not None:
                for name in cls.rule.attributes:
                    value = m.resolve(instance.attrs.get(name) or rule_attribute(m, instance, name))
                    if isinstance(value, Tensor) and name not in BUFFERS:
                        found.setdefault(name, value)
        for name, value in instance.attrs.items():
            known = m.resolve(value)
            tensor = value if isinstance(value, Tensor) else known
            if (
                isinstance(known, Tensor)
                and m.registered.get(id(tensor), ("", ""))[1] == "parameter"
            ):
                found.setdefault(name, known)
        return found

    def _count(self, m: Interpreter, value: Value, counted: dict[int, Value]) -> int | None:
        """How many numbers a layer, or a container of layers, has beside those that are counted; None where
        that is not known."""
        value = m.decided(m.resolve(value))
        if id(value) in counted:
            return 0
        if isinstance(value, ListObj | TupleValue | DictObj):
            items = m.iterate(value) if not isinstance(value, DictObj) else _held(value)
            return None if items is None else self._sum(m, items, counted)
        if isinstance(value, Unknown | Choice):
            return None
        if not isinstance(value, Instance) or not is_layer(value):
            return 0
        counted[id(value)] = value
        rules = [c.rule for c in value.cls.mro if isinstance(c, ClassValue) and c.rule is not None]
        if any(r.late or r.name in UNCOUNTED or r.framework != "torch" for r in rules):
            return None
        if REST in value.attrs or value.cls.opaque:
            return None
        total = 0
        for tensor in self._own(m, value).values():
            numel = m.store.facts.shape(tensor.shape).numel
            size = m.store.facts.size(numel)
            if not isinstance(size, int):
                return None
            total += 0 if id(tensor) in counted else size
            counted[id(tensor)] = tensor
        inside = self._sum(m, tuple(value.attrs.values()), counted)
        return None if inside is None else total + inside

    def _sum(
        self, m: Interpreter, items: tuple[Value, ...], counted: dict[int, Value]
    ) -> int | None:
        counts = [self._count(m, item, counted) for item in items]
        return None if None in counts else sum(n for n in counts if n is not None)


def _held(mapping: DictObj) -> tuple[Value, ...] | None:
    return None if mapping.open else tuple(value for _, value in mapping.pairs())


def _is_constructor(frame: Frame) -> bool:
    return frame.function is not None and frame.function.name == "__init__"


__all__ = ["Contexts", "Layer", "RawValue"]
