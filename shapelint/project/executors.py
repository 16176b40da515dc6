"""Where files are checked: here, or in worker processes."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from shapelint.project.task import Checker, Outcome, Task, failed

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

FEW = 3
"""Files that a worker is not started for."""
MOST = 24
"""Files that a worker is given at once: neighbours, which share what they import."""
DIED = "the worker that checked it died"
PAUSE = 1.0
"""Seconds between two looks at whether the process is there that a worker works for."""


class CannotRun(Exception):
    """Files cannot be checked where they were to be: why."""


class Executor(Protocol):
    """A place where files are checked."""

    def run(self, files: Sequence[Path], task: Task) -> Iterator[Outcome]:
        """What comes of the files, as they are done. Raises CannotRun, RuleError."""


def batches(files: Sequence[Path], workers: int) -> list[Sequence[Path]]:
    """The files in parts, a few for each worker."""
    size = max(1, min(MOST, -(-len(files) // (workers * 4))))
    return [files[i : i + size] for i in range(0, len(files), size)]


class Local:
    """Processes of this machine: one a core, if their number is not said. A single one is this one, unless it is
    to be `apart`: then it may die of a file, too."""

    def __init__(self, jobs: int | None = None, apart: bool = False) -> None:
        self._jobs = jobs
        self._apart = apart

    def run(self, files: Sequence[Path], task: Task) -> Iterator[Outcome]:
        from shapelint.interpreter import rulebook

        jobs = min(self._jobs or os.cpu_count() or 1, max(1, len(files) // FEW))
        if jobs == 1 and not self._apart:
            return map(Checker(task).check, files)
        rulebook(task.config.extra_rules)  # read once, for all that are forked
        return _Pools(jobs, task).run(batches(files, jobs))


class _Pools:
    """Worker processes, and others in their place where one dies."""

    def __init__(self, jobs: int, task: Task) -> None:
        self._jobs = jobs
        self._task = task

    def run(self, waiting: list[Sequence[Path]]) -> Iterator[Outcome]:
        """Each worker has one batch at a time: those that a death takes along are known."""
        from concurrent.futures import FIRST_COMPLETED, wait
        from concurrent.futures.process import BrokenProcessPool

        while waiting:
            running: dict[Future[list[Outcome]], Sequence[Path]] = {}
            pool = self._pool(self._jobs)
            try:
                while waiting or running:
                    while waiting and len(running) < self._jobs:
                        running[pool.submit(_check, waiting[0])] = waiting[0]
                        del waiting[0]
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        yield from future.result()
                        del running[future]
            except BrokenProcessPool:
                pass
            finally:
                pool.shutdown(cancel_futures=True)
            for batch in running.values():
                yield from self._alone(batch)

    def _alone(self, files: Sequence[Path]) -> Iterator[Outcome]:
        """Files one by one: what kills its worker is not checked again."""
        from concurrent.futures.process import BrokenProcessPool

        left = list(files)
        while left:
            with self._pool(1) as pool:
                try:
                    while left:
                        yield from pool.submit(_check, left[:1]).result()
                        del left[0]
                except BrokenProcessPool:
                    yield failed(left.pop(0), DIED)

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
        return ProcessPoolExecutor(workers, context, _begin, (self._task, os.getpid()))


_checkers: list[Checker] = []
"""That of a worker process."""


def _begin(task: Task, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the parent says what there is to say
    _checkers[:] = [Checker(task)]
    threading.Thread(target=end_with, args=(parent,), daemon=True).start()


def _check(files: Sequence[Path]) -> list[Outcome]:
    return list(map(_checkers[0].check, files))


def end_with(parent: int) -> None:
    """End this process when that which started it is gone, killed perhaps."""
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os._exit(1)
