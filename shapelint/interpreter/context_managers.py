"""`with`: what context managers do before and after its body."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shapelint.interpreter.attempting import (
    attempt,
    exception_names,
    last_name,
    may_be_shape_error,
)
from shapelint.interpreter.branches import join, over_choice, path_condition
from shapelint.interpreter.calls import TAKEN_OVER
from shapelint.interpreter.classes import bind_attribute, lookup
from shapelint.interpreter.frames import Diverges, Exit, Frame
from shapelint.interpreter.functions import run_function
from shapelint.interpreter.leaving import leave, run_finally
from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.rehearsing import undone
from shapelint.interpreter.values import (
    MISSING,
    Choice,
    External,
    GeneratorContext,
    Instance,
    Unknown,
    Value,
)
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

GUARDS = {
    "raises", "suppress", "assertRaises", "assertRaisesRegex", "assertRaisesRegexp", "assertWarns",
}  # fmt: skip
ADDING = {"enter_context", "enter_async_context", "push", "push_async_exit"}
"""What gives an `ExitStack` one more context."""
MODES = {"TorchFunctionMode", "TorchDispatchMode", "BaseTorchFunctionMode"}
"""Contexts in which an object of the program's takes the place of each of torch's functions."""
Body = Callable[[], bool]


def run_with(m: Interpreter, node: tree.With, frame: Frame) -> bool:
    return _run_within(m, node.items, node.body, frame)


def _run_within(
    m: Interpreter, items: tuple[tree.WithItem, ...], block: tree.Block, frame: Frame
) -> bool:
    """Enter what is left of the contexts, the first one around the others, and run the body."""
    from shapelint.interpreter.expressions import assign, evaluate
    from shapelint.interpreter.statements import run_block

    if not items:
        return run_block(m, block, frame)
    item, rest = items[0], items[1:]

    def body(entered: Value) -> bool:
        if item.target is not None:
            assign(m, item.target, entered, frame)
        return _run_within(m, rest, block, frame)

    context = evaluate(m, item.context, frame)
    with m.at(frame, item.context.at):
        stopped = _guarded(item.context)
        if stopped is not None:
            return _run_guarded(m, frame, may_be_shape_error(stopped), lambda: body(context))
        entered = m.decided(m.resolve(context))
        if _is_given_stopping(m, entered, block, frame):
            return _run_guarded(m, frame, True, lambda: _run_in(m, frame, entered, body))
        return _run_in(m, frame, entered, body)


def _guarded(context: tree.Expr) -> set[str] | None:
    """The exceptions that `pytest.raises(…)`, `suppress(…)`, `self.assertRaises(…)` stop."""
    if not isinstance(context, tree.Call) or last_name(context.func) not in GUARDS:
        return None
    return exception_names([arg.value for arg in context.args if arg.keyword is None])


def _is_given_stopping(m: Interpreter, stack: Value, block: tree.Block, frame: Frame) -> bool:
    """Whether a body gives the `ExitStack` around it a context that may end its exceptions."""
    from shapelint.interpreter.expressions import evaluate

    if not isinstance(stack, Instance) or lookup(stack.cls, "enter_context")[0] is MISSING:
        return False
    given = [
        part.args[0].value
        for part in walk(block)
        if isinstance(part, tree.Call) and last_name(part.func) in ADDING and part.args
    ]
    try:
        with undone(m), m.recorder.muted():
            return any(
                _guarded(context) is not None
                or _swallows(m, m.resolve(evaluate(m, context, frame)))
                for context in given
            )
    except Diverges:
        return False


def _run_guarded(m: Interpreter, frame: Frame, catches: bool, body: Body) -> bool:
    return attempt(m, frame, catches, body, lambda: True)


def _run_in(m: Interpreter, frame: Frame, context: Value, body: Callable[[Value], bool]) -> bool:
    """Run a body, given what `as` binds, in a context."""
    from shapelint.interpreter.statements import run_either

    if isinstance(context, GeneratorContext) and is_followed(context):
        return _run_around(m, frame, context, body)
    if isinstance(context, Choice) and _holds_generator(m, context):
        then, orelse = (m.decided(m.resolve(side)) for side in (context.then, context.orelse))
        return run_either(
            m,
            frame,
            context.condition,
            lambda: _run_in(m, frame, then, body),
            lambda: _run_in(m, frame, orelse, body),
        )
    swallows = _swallows(m, context)
    entered = enter(m, context)
    taken_over = m.store.settings.get(TAKEN_OVER, False)
    if isinstance(context, Instance) and any(_name(base) in MODES for base in context.cls.mro):
        m.store.write(m.store.settings, TAKEN_OVER, True)

    def end(raised: bool) -> bool:
        if taken_over is not m.store.settings.get(TAKEN_OVER, False):
            m.store.write(m.store.settings, TAKEN_OVER, taken_over)
        leave_context(m, context, raised)
        return True

    def run() -> bool:
        return run_finally(m, frame, lambda: body(entered), end)

    return _run_guarded(m, frame, True, run) if swallows else run()


def _name(base: Value) -> str:
    return base.dotted.rpartition(".")[2] if isinstance(base, External) else ""


def _holds_generator(m: Interpreter, context: Choice) -> bool:
    sides = (m.decided(m.resolve(side)) for side in (context.then, context.orelse))
    return any(
        _holds_generator(m, side)
        if isinstance(side, Choice)
        else isinstance(side, GeneratorContext) and is_followed(side)
        for side in sides
    )


def enter(m: Interpreter, context: Value) -> Value:
    """Enter a context, apart from any body: what `as` binds."""
    context = m.decided(m.resolve(context))
    if isinstance(context, Choice):
        return over_choice(m, context, lambda side: enter(m, side))
    if isinstance(context, GeneratorContext):
        forget_context(m, context)
        return m.unknown("what a generator yields as a context")
    if isinstance(context, Instance):
        method = _method(m, context, "__enter__", "__aenter__")
        if method is not MISSING:
            return m.call(method, [], {})
        m.doubts += 1  # it is perhaps none
    return context


def leave_context(m: Interpreter, context: Value, raised: bool) -> Value:
    """Leave a context: what its `__exit__` answers."""
    context = m.decided(m.resolve(context))
    if isinstance(context, Choice):
        return over_choice(m, context, lambda side: leave_context(m, side, raised))
    if isinstance(context, GeneratorContext):
        forget_context(m, context)
    elif isinstance(context, Unknown):
        m.forget_arguments(list(context.objects), {})  # what it was given may change again
    elif isinstance(context, Instance):
        method = _method(m, context, "__exit__", "__aexit__")
        if method is not MISSING:
            exception = [m.unknown("an exception") if raised else None for _ in range(3)]
            return m.call(method, exception, {})
    return None


def _method(m: Interpreter, context: Instance, *names: str) -> Value:
    for name in names:
        found, _ = lookup(context.cls, name)
        if found is not MISSING:
            unseen = isinstance(found, Unknown)
            return found if unseen else bind_attribute(m, found, context, context.cls)
    return MISSING


def _swallows(m: Interpreter, context: Value) -> bool:
    """Whether a context may end an exception of its body."""
    if not isinstance(context, Instance | Choice):
        return False
    try:
        with undone(m), m.recorder.muted():
            return m.truth(leave_context(m, context, True)) is not False
    except Diverges:
        return False


def forget_context(m: Interpreter, context: GeneratorContext) -> None:
    """A generator that is not followed may change what it was given, and what it names."""
    m.forget_arguments([context.function, *context.bound.values()], {})
    for part in walk(context.function.node.body):
        if isinstance(part, tree.Global):
            for name in part.names:
                lost = m.unknown("set in a context", name)
                m.store.write(context.function.module.globals, name, lost)


def is_followed(context: GeneratorContext) -> bool:
    """Whether the body can be run in place of the generator's `yield`."""
    parts = list(walk(context.function.node.body))
    repeated = (inner for p in parts if isinstance(p, tree.For | tree.While) for inner in walk(p))
    handled = (inner for p in parts if isinstance(p, tree.Handler) for inner in walk(p.body))
    return not any(isinstance(part, tree.YieldFrom) for part in parts) and not any(
        isinstance(part, tree.Yield) for part in (*repeated, *handled)
    )


def _run_around(
    m: Interpreter, frame: Frame, context: GeneratorContext, body: Callable[[Value], bool]
) -> bool:
    """Run a generator, and the body where it yields: it sees the body's exceptions there. The other
    ways out of the body are taken when the generator has come to its end."""
    exits: list[Exit] = []
    ends: list[bool] = []

    def resume(value: Value) -> None:
        mark = m.store.mark()
        ends.append(False)
        with m.suspended():
            live, left = _collect_exits(m, frame, lambda: body(value))
        ends.append(live)
        exits.extend(left)
        if len(left) + live > 1:
            sides = [(path_condition(e.delta), e.delta) for e in left if e.delta is not None]
            if live:
                sides.append((True, m.store.since(mark)))
            m.store.rollback(mark)
            join(m, mark, sides)
        elif left and left[0].delta is not None:
            m.store.rollback(mark)
            m.store.replay(left[0].delta.writes.values())
            m.store.facts = left[0].delta.facts

    function = context.function
    run_function(m, function, dict(context.bound), context.receiver, resume)
    if not ends:
        raise Diverges("RuntimeError")
    caught = any(isinstance(part, tree.Handler | tree.With) for part in walk(function.node.body))
    return _take(m, frame, exits, any(ends) or caught)


def _collect_exits(m: Interpreter, frame: Frame, body: Body) -> tuple[bool, list[Exit]]:
    """Run a body; whether it comes to its end, and its other ways out, which are not taken yet."""
    (outer, frame.exits), (finals, frame.finals) = (frame.exits, []), (frame.finals, [])
    try:
        live = body()
    except Diverges:
        if not frame.exits:
            raise
        m.doubts += 1
        live = False
    finally:
        (left, frame.exits), frame.finals = (frame.exits, outer), finals
    return live, left


def _take(m: Interpreter, frame: Frame, exits: list[Exit], live: bool) -> bool:
    """Take one of several ways out, each under its condition; `live` if there is also none."""
    from shapelint.interpreter.statements import run_either

    if not exits:
        return live
    first, rest = exits[0], exits[1:]

    def take() -> bool:
        leave(m, frame, first.kind, first.value)
        return False

    delta = first.delta
    condition = True if delta is None else m.store.facts.truth(path_condition(delta))
    if condition is True or not rest and not live:
        return take()
    return run_either(m, frame, condition, take, lambda: _take(m, frame, rest, live))
