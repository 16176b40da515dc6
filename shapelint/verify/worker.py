"""The linter's side of the verifier: a user's Python that imported its frameworks once, and runs one
snippet after another, each in a process of its own.

    with Worker(Path("venv/bin/python"), ["torch"]) as worker:
        outcome = worker.run("import torch\\ntorch.zeros(2, 3) @ torch.zeros(2, 3)\\n", "snippet.py")
        outcome.kind, outcome.exception, outcome.frames[-1].line    # "raised", "RuntimeError", 2

The agent has the first clock; this side has a second one, counts memory, and starts the agent anew when
it hangs or is gone. One snippet at a time; `run` may be called from any thread.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
import weakref
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Self, get_args

from shapelint.verify import sandbox, scratch
from shapelint.verify.channel import ChannelClosed
from shapelint.verify.devices import DeviceNotFound, choose, needs_driver
from shapelint.verify.environment import probe
from shapelint.verify.outcome import FramePlace, Kind, Limits, Outcome, WorkerError

__all__ = ["DeviceNotFound", "FramePlace", "Limits", "Outcome", "Worker", "WorkerError"]

_GRACE = 5.0  # how much later than the agent's clock this side's strikes
_BACKENDS = ("torch", "tensorflow", "jax")  # of Keras, by our preference
_KINDS = frozenset(get_args(Kind))
_DEFAULT = Limits()
_PAGE = os.sysconf("SC_PAGESIZE") if hasattr(os, "sysconf") else 4096


class Worker:
    """Raises WorkerError where the interpreter cannot be started, DeviceNotFound where it has not the
    device. `environment` is added to what the user's Python sees, e.g. KERAS_BACKEND; `readable` are
    folders that snippets may read, e.g. the project's."""

    _without: ClassVar[frozenset[str]] = frozenset()
    """Layers of the sandbox to leave out: for tests, that each holds alone."""
    _forks: ClassVar[bool] = True

    def __init__(
        self,
        python: Path,
        frameworks: Sequence[str],
        device: str = "auto",
        limits: Limits = _DEFAULT,
        environment: Mapping[str, str] | None = None,
        readable: Sequence[Path] = (),
    ) -> None:
        self.limits = limits
        self.frameworks: dict[str, str] = {}
        self.missing: dict[str, str] = {}
        self.not_enforced: tuple[str, ...] = ()
        self._wanted = tuple(frameworks)
        self._driver = needs_driver(device)
        self._environment = {**_keras_backend(frameworks), **(environment or {})}
        self._readable = [os.path.abspath(folder) for folder in readable]
        self._lock = threading.Lock()
        self._runs = 0
        self._closed = False
        self._started: sandbox.Started | None = None
        self._end: weakref.finalize[..., Any] | None = None
        self._python = probe(python, limits.start_seconds)
        self.python_version = self._python.version
        self.device = "" if device == "auto" else device
        found = self._start()
        try:
            self.device = choose(device, found)
        except DeviceNotFound:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def run(
        self,
        source: str,
        filename: str,
        watch: Collection[int] | Mapping[str, Collection[int]] = (),
        device: str | None = None,
        modules: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Run `source` as `__main__` and say how it ended. `watch` are lines of it, or of several files,
        by the name that their code has. `modules` are files beside it that it may import, by relative
        path. Never raises for what the snippet does."""
        watched = watch if isinstance(watch, Mapping) else {filename: watch}
        with self._lock:
            if self._closed:
                raise WorkerError("this worker is closed")
            if self._started is None:
                self._start()
            chosen = self.device if device is None else choose(device, self._devices)
            self._runs += 1
            request = {
                "id": self._runs,
                "source": source,
                "filename": filename,
                "watch": sorted(
                    {(file, line) for file, lines in watched.items() for line in lines}
                ),
                "seconds": self.limits.seconds,
                "start_seconds": 0.0 if self._forks else self.limits.start_seconds,
                "memory": self.limits.memory,
                "output": self.limits.output,
                "device": chosen,
                "modules": _checked(modules or {}),
            }
            return self._ask(request)

    def close(self) -> None:
        """End the user's Python with all that came of it, and remove the scratch folder."""
        self._closed = True
        self._stop()

    def _ask(self, request: dict[str, Any]) -> Outcome:
        assert self._started is not None
        memory = _MemoryWatch(self._started, self.limits.memory)
        patience = request["seconds"] + request["start_seconds"] + _GRACE
        try:
            self._started.channel.send(request, _GRACE)
            reply = self._started.channel.receive(patience, memory.look)
        except ChannelClosed as error:
            words = sandbox.last_words(self._started.words)
            self._stop()
            return Outcome("died", detail=f"the agent: {error}{words and f' ({words})'}")
        if reply is None:
            self._stop()
            return Outcome(
                "died", seconds=patience, detail="the agent did not answer; it is started anew"
            )
        if not reply.get("clean"):
            self._stop()
        outcome = _outcome(reply)
        if memory.exceeded and outcome.kind == "killed":
            more = f"more than {self.limits.memory >> 20} MiB beyond the frameworks'"
            return Outcome(
                "memory",
                reached=outcome.reached,
                refused=outcome.refused,
                seconds=outcome.seconds,
                detail=more,
            )
        return outcome

    def _start(self) -> list[str]:
        """The devices it has."""
        folder = tempfile.mkdtemp(prefix="shapelint-")
        seconds = self.limits.start_seconds
        try:
            started = sandbox.start(
                self._python,
                folder,
                self._driver,
                self._readable,
                self._environment,
                self._without,
                seconds,
            )
        except BaseException:
            scratch.remove(folder)
            raise
        self._started = started
        # Also when nobody closes it.
        self._end = weakref.finalize(self, _end, started, folder)
        request = {"frameworks": self._wanted, **started.settings}
        request["fork"] = request["fork"] and self._forks
        try:
            started.channel.send(request, seconds)
            reply = started.channel.receive(seconds)
            if reply is not None and "failed" in reply:
                raise ChannelClosed(reply["failed"])
        except ChannelClosed as error:
            words = sandbox.last_words(started.words)
            self._stop()
            raise WorkerError(f"{self._python.executable}: {words or error}") from error
        if reply is None:
            self._stop()
            wanted = ", ".join(self._wanted)
            raise WorkerError(
                f"{self._python.executable}: {wanted} not imported within {seconds:g} s"
            )
        self.frameworks, self.missing = reply["frameworks"], reply["missing"]
        self.not_enforced = (*started.not_enforced, *reply["not_enforced"])
        self._devices: list[str] = reply["devices"]
        return self._devices

    def _stop(self) -> None:
        if self._end is not None:
            self._end()
        self._started = self._end = None


class _MemoryWatch:
    """Counts what a snippet's process holds while it runs, where Linux tells: RLIMIT_AS is of no use
    with CUDA, which reserves address space by the hundred gigabytes."""

    def __init__(self, started: sandbox.Started, most: int) -> None:
        self._most = most
        self.exceeded = False
        self._agent = started.process.pid
        if started.settings["process_namespace"]:
            self._agent = next(iter(sandbox.children(self._agent)), self._agent)
        self._before = _resident(self._agent)

    def look(self) -> None:
        for pid in sandbox.children(self._agent):
            if _resident(pid) - self._before > self._most:
                self.exceeded = True
                with contextlib.suppress(OSError):
                    os.kill(pid, 9)


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _outcome(reply: dict[str, Any]) -> Outcome:
    if reply["kind"] not in _KINDS:
        return Outcome("died", seconds=reply["seconds"], detail="an answer that makes no sense")
    return Outcome(
        kind=reply["kind"],
        exception=reply["exception"],
        message=reply["message"],
        frames=tuple(FramePlace(*frame) for frame in reply["frames"]),
        reached=frozenset(reply["reached"]),
        refused=tuple(reply["refused"]),
        seconds=reply["seconds"],
        detail=reply["detail"],
    )


def _end(started: sandbox.Started, folder: str) -> None:
    sandbox.discard(started)
    with contextlib.suppress(OSError):
        scratch.remove(folder)


def _keras_backend(frameworks: Sequence[str]) -> dict[str, str]:
    """What a `~/.keras/keras.json` says is out of the sandbox's sight."""
    if "keras" not in frameworks or "KERAS_BACKEND" in os.environ:
        return {}
    chosen = [name for name in _BACKENDS if name in frameworks]
    return {"KERAS_BACKEND": chosen[0]} if chosen else {}


def _checked(modules: Mapping[str, str]) -> dict[str, str]:
    for name in modules:
        parts = name.split("/")
        if os.path.isabs(name) or "\\" in name or any(part in ("", ".", "..") for part in parts):
            raise ValueError(f"{name!r}: no relative path of a module")
    return dict(modules)
