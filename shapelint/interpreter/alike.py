"""Layers that are alike: what leaves no trace when it is done with one leaves none when it is done with the next.

A model of fifty blocks has its weights set by one function, layer by layer; there is nothing to be learnt from the
fiftieth.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from shapelint.interpreter.frames import Frame
from shapelint.interpreter.values import Dim, Instance, Tensor, Value, is_exact

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_PARTS = 80
"""Of what a layer is made of; with more it is taken for unlike all others."""
MAX_TRACES = 4
"""So many layers in a row that leave a trace: it is that kind of loop."""


class Alike:
    """Layers of the same kind with which the same is done, one after the other. Anything that was written meanwhile,
    but for local names, may be something that the next layer is done otherwise with."""

    def __init__(self, m: Interpreter, frame: Frame | None = None, target: str = "") -> None:
        """In the iterations of a loop the names of its `frame` are to stay what they were, but for its
        `target`."""
        self._m = m
        self._frame = frame
        self._target = target
        self._known: set[Hashable] = set()
        self._kind: Hashable | None = None
        self._traces = 0
        self._before = self._state()

    def has(self, layer: Value) -> bool:
        """Whether it has been done, and without a trace, with a layer like this one. If not, `done` is to be
        called when it has been done with this one."""
        if self._traces >= MAX_TRACES:
            return False
        self._kind = _kind(self._m, layer) if isinstance(layer, Instance) else None
        if self._kind is not None and self._kind in self._known:
            return True
        self._before = self._state()
        return False

    def done(self) -> None:
        """It has been done with the layer that was asked for last."""
        if self._traces >= MAX_TRACES:
            return
        after = self._state()
        unchanged = all(
            a is b or is_exact(a) and type(a) is type(b) and a == b
            for a, b in zip(self._before, after, strict=False)
        )
        if len(after) != len(self._before) or not unchanged:
            self._known.clear()
            self._traces += 1
            return
        self._traces = 0
        if self._kind is not None:
            self._known.add(self._kind)

    def _state(self) -> list[Value]:
        """All that a trace would change."""
        store, frame = self._m.store, self._frame
        state: list[Value] = [store.traces, store.facts, len(store.path)]
        if frame is not None:
            state += [len(frame.exits), None if frame.yields is None else len(frame.yields)]
            for name, value in frame.vars.items():
                if name != self._target:
                    state += [name, value]
        return state


class _TooLarge(Exception):
    pass


def _kind(m: Interpreter, layer: Instance) -> Hashable | None:
    """Equal for layers that differ in nothing but which they are; None if that is too much to tell."""
    left = MAX_PARTS

    def part(value: Value) -> Hashable:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooLarge
        value = m.resolve(value)
        if is_exact(value):
            return type(value), value
        if isinstance(value, Dim):
            return m.store.facts.size(value)
        if isinstance(value, Tensor):
            shape = m.store.facts.shape(value.shape)
            return shape, value.dtype, value.elements, value.layout
        if isinstance(value, tuple):
            return tuple(map(part, value))
        if isinstance(value, dict):
            return tuple((key, part(item)) for key, item in value.items())
        if isinstance(value, Instance):
            return id(value.cls), part(value.attrs), part(value.rule_envs)
        return id(value)  # the layer holds it, so that its id stays its own

    try:
        return part(layer)
    except _TooLarge:
        return None


__all__ = ["Alike"]
