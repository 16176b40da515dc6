"""Arguments of an entry whose rank may be one of a few: a batch or one sample, a matrix or a vector.

What is wrong with each of these ranks is wrong, though it cannot be seen while the rank is open: which axis is the
channels' follows from it. So a small entry is run once more with each. And what is found where a first axis was
taken for the batch's is only wrong if it is so without a batch, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from shapelint.interpreter.values import Function, Tensor, Unknown, Value
from shapelint.symbolic import Shape, new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

Argument = tuple[str, int, str]
"""The file and node of a function, and a parameter's name."""
MAX_STEPS = 1000
"""An entry that takes more is not run again for this."""
MAX_RANKS = 3
MAX_ARGUMENTS = 3


class Ranks:
    """What a run has found out of the ranks of its arguments, and what the next is to take them for."""

    def __init__(self) -> None:
        self.bounds: dict[Argument, range] = {}
        self.has_batch = True
        """Whether a first axis that may be the one which is known at the other end is taken for the batch."""
        self.took_batch = False
        """Whether such an axis was met."""
        self._chosen: tuple[Argument, int] | None = None
        self._unknown: Unknown | None = None

    def note(self, m: Interpreter, function: Function, bound: Mapping[str, Value]) -> None:
        """A run has come to its end with these arguments."""
        for name, value in bound.items():
            tensor = m.resolve(value)
            if isinstance(tensor, Tensor):
                low, high = m.store.facts.rank_bounds(tensor.shape)
                if high is None or high >= low + MAX_RANKS:
                    continue
                found_out = tensor.shape.var is not None and m.recorder.has_unknowns
                if low < high or found_out:  # which came too late for what stands before
                    self.bounds[_argument(function, name)] = range(low, high + 1)

    def given(self, function: Function, name: str, value: Value) -> Value:
        """An argument, of the rank that this run is for if it is that argument. It need not be a tensor on every
        path: an unknown is of that rank where it becomes one."""
        if self._chosen is None or self._chosen[0] != _argument(function, name):
            return value
        if isinstance(value, Unknown):
            self._unknown = value
        return self._tensor(name) if isinstance(value, Tensor) else value

    def of(self, unknown: Unknown, name: str) -> Tensor | None:
        """The tensor that an unknown is, if it is the argument that a rank is chosen for."""
        return self._tensor(name) if self._chosen and unknown is self._unknown else None

    def _tensor(self, name: str) -> Tensor:
        assert self._chosen is not None
        axes = tuple(new_symbol(f"{name}{i}") for i in range(self._chosen[1]))
        return Tensor(Shape(axes))

    @contextmanager
    def choose(self, argument: Argument, rank: int) -> Iterator[None]:
        """Run with an argument of that rank."""
        self._chosen = argument, rank
        try:
            yield
        finally:
            self._chosen = self._unknown = None

    @contextmanager
    def without_batch(self) -> Iterator[None]:
        """Run with no batch in such places."""
        self.has_batch = False
        try:
            yield
        finally:
            self.has_batch = True


def _argument(function: Function, name: str) -> Argument:
    return function.module.path, function.node.at, name
