"""The process that looks at files while the server goes on answering.

Of two questions about one file only the later is answered. Native parsers may crash: then a new process answers
what else was asked.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import multiprocessing
import os
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from shapelint.finding import Finding
from shapelint.project.live import Live, Question, Told
from shapelint.project.task import internal_error

TIDYING = 15
"""Answers from one look for garbage to the next: an analysis looks seldom, and this process lives long."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A question is being worked on."""


@dataclass(frozen=True, slots=True)
class Early:
    """The findings of a file some functions of which are still to be run."""

    findings: tuple[Finding, ...]


Asked = tuple[int, Question]
Answered = tuple[int, Told | Begun | Early | None]


class AnalystDied(Exception):
    """The process ended over a question."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that is not answered yet."""

    question: Question
    early: Callable[[tuple[Finding, ...]], None]
    answer: asyncio.Future[Told | None]


class Analyst:
    """Asks another process; to be used from one event loop."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._waiting: dict[int, Waiting] = {}
        self._begun: int | None = None
        """The number of the question that the process works on."""
        self._outbox: queue.SimpleQueue[Asked] | None = None
        self._process: multiprocessing.process.BaseProcess | None = None

    async def ask(
        self, question: Question, early: Callable[[tuple[Finding, ...]], None]
    ) -> Told | None:
        """What is known of a file; None if something else was asked of it meanwhile. `early` may be told its
        findings before. Raises AnalystDied."""
        number = next(self._numbers)
        asked = Waiting(question, early, asyncio.get_running_loop().create_future())
        self._waiting[number] = asked
        self._send(number, question)
        return await asked.answer

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process = self._outbox = None

    def _send(self, number: int, question: Question) -> None:
        if self._outbox is None:
            self._outbox = self._start(asyncio.get_running_loop())
        self._outbox.put((number, question))

    def _start(self, loop: asyncio.AbstractEventLoop) -> queue.SimpleQueue[Asked]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        outbox: queue.SimpleQueue[Asked] = queue.SimpleQueue()
        # a pipe that is full blocks: never the event loop
        threading.Thread(target=_write, args=(ours, outbox), daemon=True).start()
        tell = self._answered
        lost = self._lost
        threading.Thread(target=_read, args=(ours, loop, tell, lost), daemon=True).start()
        return outbox

    def _answered(self, answer: Answered) -> None:
        number, told = answer
        if isinstance(told, Begun):
            self._begun = number
            return
        if isinstance(told, Early):
            if number in self._waiting:
                self._waiting[number].early(told.findings)
            return
        self._begun = None
        asked = self._waiting.pop(number, None)
        if asked is not None and not asked.answer.done():
            asked.answer.set_result(told)

    def _lost(self) -> None:
        """What the process worked on is not tried again; nothing is if it died of itself."""
        self._outbox = None
        begun, self._begun = self._begun, None
        for number, asked in list(self._waiting.items()):
            if begun is not None and number != begun:
                self._send(number, asked.question)
                continue
            del self._waiting[number]
            if not asked.answer.done():
                asked.answer.set_exception(AnalystDied())


def _write(connection: Connection, outbox: queue.SimpleQueue[Asked]) -> None:
    try:
        while True:
            connection.send(outbox.get())
    except OSError:
        return


def _read(
    connection: Connection,
    loop: asyncio.AbstractEventLoop,
    tell: Callable[[Answered], None],
    lost: Callable[[], None],
) -> None:
    try:
        while True:
            loop.call_soon_threadsafe(tell, connection.recv())
    except (EOFError, OSError):
        pass
    except RuntimeError:
        return  # the loop has ended
    try:
        loop.call_soon_threadsafe(lost)
    except RuntimeError:
        return


def serve(connection: Connection) -> None:
    """Answer questions until nobody asks any more."""
    from shapelint.interpreter.budget import Budget
    from shapelint.interpreter.frames import Interrupted

    os.dup2(2, 1)  # the server's output is the editor's
    sys.stdout = sys.stderr
    Budget.interrupted = connection.poll
    live = Live()
    waiting: dict[Path, Asked] = {}
    try:
        for answered in itertools.count(1):
            if answered % TIDYING == 0:
                gc.collect()
            while not waiting or connection.poll():
                number, question = connection.recv()
                superseded = waiting.pop(question.file, None)
                if superseded is not None:
                    connection.send((superseded[0], None))
                waiting[question.file] = number, question
            file, (number, question) = waiting.popitem()  # the one last asked for
            connection.send((number, Begun()))
            early = partial(_send_early, connection, number)
            try:
                connection.send((number, live.tell(question, early)))
            except Interrupted:
                waiting = {file: (number, question), **waiting}
            except Exception as error:
                connection.send((number, Told(fault=internal_error(error), parsed=False)))
    except (EOFError, OSError, KeyboardInterrupt):
        return


def _send_early(connection: Connection, number: int, findings: tuple[Finding, ...]) -> None:
    connection.send((number, Early(findings)))
