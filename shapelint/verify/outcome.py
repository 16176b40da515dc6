"""What the verifier is given and what it says: plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["raised", "finished", "timeout", "memory", "output", "exited", "killed", "died"]


class WorkerError(Exception):
    """The interpreter cannot be started, is no Python, or takes too long."""


@dataclass(frozen=True, slots=True)
class Limits:
    seconds: float = 10.0
    memory: int = 2 << 30
    """Bytes, beyond what the framework takes."""
    output: int = 1 << 20
    start_seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class FramePlace:
    """A step of a traceback. Columns count from 1, in characters; the end column is the one after the
    last. Before Python 3.11 there are no columns."""

    file: str
    line: int
    end_line: int | None
    column: int | None
    end_column: int | None
    function: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a snippet ended.

    - `raised`: an exception came out of it. `exception` is qualified unless it is a built-in, torch's
      or the snippet's own; `message` is the first line; `frames` are outermost first.
    - `finished`: it ran to its end. `exited`: it left by sys.exit or os._exit.
    - `timeout`, `memory`, `output`: it met that limit. `killed`: a signal ended it (a crash).
    - `died`: nothing can be said of the snippet, `detail` says why.

    `reached` are the watched lines that ran, of whichever file; they are known however it ended.
    `refused` names what the sandbox did not let it do; a snippet that then failed may have failed for
    that alone, so it proves nothing.
    """

    kind: Kind
    exception: str = ""
    message: str = ""
    frames: tuple[FramePlace, ...] = ()
    reached: frozenset[int] = frozenset()
    refused: tuple[str, ...] = ()
    seconds: float = 0.0
    detail: str = ""
