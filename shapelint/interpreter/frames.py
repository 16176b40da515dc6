"""Frames of the abstract call stack, the ways out of a block, and the signals that cross it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from shapelint.interpreter.recorder import Place
from shapelint.interpreter.store import Delta, Mark
from shapelint.interpreter.values import ClassValue, Function, ModuleValue, Value

Final = Callable[[bool], bool]
"""What is run on a way out, given whether that is an exception; answers whether the way goes on."""


class Diverges(Exception):
    """The path ends here: the program raises."""

    def __init__(self, kind: str = "Exception") -> None:
        super().__init__(kind)
        self.kind = kind


class BudgetSpent(Exception):
    """The entry has used up its steps or its time."""


class Repeating(BudgetSpent):
    """The entry has long run nothing that it has not run before."""


class Interrupted(BaseException):
    """Whoever asked wants to know something else now. Not an `Exception`: nothing on the way is to handle it."""


@dataclass(slots=True)
class Exit:
    """A way out of a body: `delta` is what the path wrote since the body began."""

    kind: Literal["return", "break", "continue"]
    value: Value
    delta: Delta | None


@dataclass(eq=False, slots=True)
class Frame:
    """One activation. `mark` is where the body (or the loop iteration) began."""

    module: ModuleValue
    vars: dict[str, Value]
    parent: Frame | None = None
    function: Function | None = None
    receiver: Value = None
    owner: ClassValue | None = None
    is_class: bool = False
    globals: frozenset[str] = frozenset()
    nonlocals: frozenset[str] = frozenset()
    mark: Mark | None = None
    loop_marks: list[Mark] = field(default_factory=list)
    finals: list[tuple[Final, int]] = field(default_factory=list)
    """The `finally` clauses, and ends of contexts, that a way out leads through, the outermost first,
    each with the number of the frame's loops around it."""
    forks: int = 0
    exits: list[Exit] = field(default_factory=list)
    yields: list[Value] | None = None
    yields_lost: bool = False
    resume: Callable[[Value], None] | None = None
    """What is run at a `yield`: the body of the `with` whose context the generator is."""
    called_at: Place | None = None
    given: dict[str, Value] = field(default_factory=dict)
    """The arguments, as they came."""
    named: dict[str, Value] = field(default_factory=dict)
    """What the names in written shapes (comments, annotations) stand for."""
