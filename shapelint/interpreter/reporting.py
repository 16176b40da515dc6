"""What is said of a call that fails, and where the tensors in it come from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import constancy, imports
from shapelint.interpreter.recorder import Place, RawFinding, Step
from shapelint.interpreter.store import ALL_WENT_ON, may_be_taken
from shapelint.interpreter.values import Dim, Instance, ListObj, Tensor, TupleValue, Unknown, Value
from shapelint.interpreter.witness import made_at, witness
from shapelint.names import SILENT
from shapelint.symbolic import Shape, counterexample, feasible

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

TRACE_LENGTH = 6


def origin(m: Interpreter, args: list[Value], what: str = "") -> Step:
    """Where a tensor arises now, by which operation, and the first tensor it is made from."""
    steps = [t.origin for t in constancy.among(args)]
    first = next(constancy.among(args), None)
    previous = None if first is None else m.step_of(first)
    known = all(isinstance(step, Step) and step.constant for step in steps)
    constant = known and (
        constancy.is_constant(what) if not steps else not constancy.is_random(what)
    )
    made = not steps and what.startswith("torch.")
    is_torchs = (
        made
        or what.startswith("torch.nn.")
        or any(isinstance(step, Step) and step.is_torchs for step in steps)
    )
    return Step(m.here, Shape(()), previous, constant, is_torchs)


def step_of(m: Interpreter, tensor: Tensor) -> Step | None:
    """The tensor's own step, with the shape it has."""
    origin = tensor.origin
    if isinstance(origin, Step):
        return replace(origin, shape=tensor.shape)
    return None


def history(m: Interpreter, tensor: Tensor) -> list[Step]:
    """Where a tensor and what it was made from arose, the oldest first, with the shapes known here."""
    found: list[Step] = []
    step = m.step_of(tensor)
    while step is not None and len(found) < TRACE_LENGTH:
        found.append(Step(step.place, m.store.facts.shape(step.shape), None))
        step = step.previous
    return found[::-1]


def _is_anyones(m: Interpreter, tensor: Tensor) -> bool:
    """Whether nothing says which library's it is, as of what is made from an argument: NumPy takes means of truths."""
    step = m.step_of(tensor)
    return step is not None and not step.is_torchs


def _is_of_another_library(m: Interpreter, tensors: list[Tensor]) -> bool:
    """Whether a file has its arrays from a library that is not known, where the methods of these names may do
    other things: MXNet's `reshape` copies the sizes that are 0."""
    steps = map(m.step_of, tensors)
    if not tensors or not m.stack or any(step is not None and step.is_torchs for step in steps):
        return False
    return imports.only_unknown(m.stack[-1].module)


def report(m: Interpreter, name: str, message: str, involved: tuple[Value, ...]) -> None:
    """A call that fails on every input of this path."""
    m.doubts += 1
    if m.here.path.startswith("<") or m.recorder.silent:
        return
    if name == "missing-argument" and m.store.path:
        return
    if name == "tensor-dtype" and all(_is_anyones(m, v) for v in involved if isinstance(v, Tensor)):
        m.cause("an argument that may be an array as well as a tensor")
        return
    if _is_of_another_library(m, [v for v in involved if isinstance(v, Tensor)]):
        m.cause("an array of a library that is not known")
        return
    if any(frame.forks and frame.module.path.startswith("<") for frame in m.stack):
        return  # the prelude's own undecided conditions are none of the program's
    if any(m.store.path and levels[0] < levels[-1] for levels in m.active.values() if levels):
        return  # how deep nests what a recursion takes apart, under conditions that nobody decides
    if not feasible(m.store.facts):
        return
    steps: list[Step] = []
    given: list[Place] = []
    for value in involved:
        for part in (
            value.items
            if isinstance(value, TupleValue | ListObj) and not isinstance(value.items, Unknown)
            else (value,)
        ):
            if isinstance(part, Tensor):
                history = m.history(part)
                given += [step.place for step in history[-1:]]
                steps.extend(step for step in history if step not in steps)
    sizes = [s for step in steps for s in (*step.shape.prefix, *step.shape.suffix)]
    symbols = {symbol for s in sizes if isinstance(s, Dim) for symbol in s.symbols}
    ordered = sorted(symbols, key=str)
    model = counterexample(m.store.facts, ordered) if symbols else {}
    place = m.project_place()
    way = witness(m, m.running) if m.recorder.keep_witnesses else None
    numbers = tuple(sorted(model.items()))
    made = None if m.running is None else made_at(m.running)
    frames = m.stack[::-1]
    callers = tuple(f.called_at for f in frames if f.called_at is not None)
    layers = [f.receiver for f in frames if isinstance(f.receiver, Instance)]
    built = tuple(at for layer in layers if isinstance(at := layer.made_at, Place))
    m.conclude(
        RawFinding(
            name, place, message, tuple(steps), numbers, way, m.recorder.entry, made,
            tuple(dict.fromkeys(given)), callers, tuple(dict.fromkeys(built)),
        )
    )  # fmt: skip


def conclude(m: Interpreter, finding: RawFinding) -> None:
    """Note a finding of this path, if some input is sure to take the path: otherwise it is in
    doubt, until every path is found to fail in the same way."""
    if may_be_taken(m.store.path):
        m.recorder.add(finding)
        if finding.name not in SILENT:
            m.store.failed = True
        return
    m.cause("a failure where a condition on a shape that is not known decides")
    flags = {flag.name for c in m.store.path if not isinstance(c, bool) for flag in c.flags}
    if ALL_WENT_ON not in flags:
        m.recorder.doubtful.setdefault((finding.name, finding.place), finding)


def project_place(m: Interpreter) -> Place:
    """Where the program stands, in the project: of an installed package, the call into it."""
    place = m.here
    for frame in reversed(m.stack):
        if not m.program.installed.holds(place.path) or frame.called_at is None:
            break
        place = frame.called_at
    return place
