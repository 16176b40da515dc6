"""The ways out of a block: returns, breaks and what has to be run on each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.frames import Diverges, Exit, Final, Frame
from shapelint.interpreter.values import Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def leave(m: Interpreter, frame: Frame, kind: Any, value: Value = None) -> None:
    """Note an exit with what its path has written, if other paths may come after it."""
    if not _finalised(frame, kind):
        return
    mark = frame.mark if kind == "return" else frame.loop_marks[-1]
    alone = frame.forks == 0 and not frame.exits and kind == "return" and not frame.loop_marks
    delta = None if alone or mark is None else m.store.since(mark)
    frame.exits.append(Exit(kind, value, delta))


def _finalised(frame: Frame, kind: Any) -> bool:
    """Run on the way out what is to be run on every one; False where it goes another way."""
    outer = frame.finals
    try:
        for at in reversed(range(len(outer))):
            final, loops = outer[at]
            if kind != "return" and loops < len(frame.loop_marks):
                break
            frame.finals = outer[:at]
            if not final(False):
                return False
    finally:
        frame.finals = outer
    return True


def run_finally(m: Interpreter, frame: Frame, body: Callable[[], bool], final: Final) -> bool:
    """Run `final` on every way out of a body: a `finally` clause, or the end of a context."""
    frame.finals.append((final, len(frame.loop_marks)))
    raised = None
    live = False
    try:
        live = body()
    except Diverges as error:
        raised = error
    finally:
        frame.finals.pop()
    if raised is None:
        return live and final(False)
    with m.recorder.unheard(True):  # where the body has forked, what it wrote is taken back
        if not final(True):
            return False
    raise raised
