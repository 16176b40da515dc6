"""Commands, timed."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MIB = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the clock and of the processors, MiB of its largest process."""

    seconds: float
    cpu: float
    peak: float


class CommandFailed(RuntimeError):
    """A command that ends as none that did its work would."""


def cost(
    command: Sequence[str],
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    repeats: int = 1,
    expected: tuple[int, ...] = (0, 1),
) -> Cost:
    """The quickest of some runs. Raises CommandFailed."""
    return min((_once(command, env or {}, cwd, expected) for _ in range(repeats)), key=_seconds)


def _seconds(measured: Cost) -> float:
    return measured.seconds


def _once(
    command: Sequence[str], env: Mapping[str, str], cwd: Path | None, expected: tuple[int, ...]
) -> Cost:
    around = {**os.environ, **env}
    around.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=around, cwd=cwd, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expected:
            said.seek(0)
            tail = said.read()[-2000:].decode(errors="replace")
            raise CommandFailed(f"{' '.join(command)} ended with {process.returncode}:\n{tail}")
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / MIB)
