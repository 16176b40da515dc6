"""A batch of files checked in a process of its own, for a cluster's worker: it reads a request from the
standard input and writes the reply to the standard output.

A worker's own process would not do: its threads share one stack depth, one working directory, one clock.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shapelint import __version__
from shapelint.project.executors import DIED, end_with
from shapelint.project.stamp import own_stamp
from shapelint.project.task import Checker, Outcome, Task, failed
from shapelint.source.disk import Disk


@dataclass(frozen=True, slots=True)
class Request:
    """Files by what their contents are known by where they were found, and how to check them."""

    files: tuple[tuple[Path, str], ...]
    task: Task
    folder: str
    """The working directory that paths start from."""
    version: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request cannot be met here."""

    why: str


Reply = list[Outcome] | Refusal


def request(files: Sequence[Path], task: Task) -> Request:
    """What is asked of a worker; it keeps nothing in a cache of ours."""
    disk = Disk(task.overlay)
    known = tuple((file, disk.digest(os.path.abspath(file))) for file in files)
    return Request(known, replace(task, cache=None), os.getcwd(), __version__, own_stamp())


def reply(asked: Request) -> Reply:
    """Check the files of a request in another process; alone those that it dies of."""
    run = subprocess.run(
        [sys.executable, "-c", f"from {__name__} import main; main()", str(os.getpid())],
        input=pickle.dumps(asked),
        stdout=subprocess.PIPE,
    )
    if run.returncode == 0:
        answer: Reply = pickle.loads(run.stdout)
        return answer
    if len(asked.files) == 1:
        return [failed(asked.files[0][0], DIED)]
    found: list[Outcome] = []
    for file in asked.files:
        answer = reply(replace(asked, files=(file,)))
        if isinstance(answer, Refusal):
            return answer
        found += answer
    return found


def answer(asked: Request) -> Reply:
    """Check the files of a request here."""
    if (asked.version, asked.stamp) != (__version__, own_stamp()):
        differs = "" if asked.version != __version__ else ", but of other files"
        return Refusal(f"it has shapelint {__version__}{differs}; here is {asked.version}")
    try:
        os.chdir(asked.folder)
    except OSError as error:
        return Refusal(f"it does not see {asked.folder}: {error.strerror}")
    disk = Disk(asked.task.overlay)
    for file, digest in asked.files:
        there = disk.digest(os.path.abspath(file))
        if digest and there != digest:
            seen = "has other contents for it" if there else "does not see it"
            return Refusal(f"{os.path.abspath(file)}: it {seen}")
    checker = Checker(asked.task)
    return [checker.check(file) for file, _ in asked.files]


def main() -> None:
    """Answer one request."""
    threading.Thread(target=end_with, args=(int(sys.argv[1]),), daemon=True).start()
    replies = sys.stdout.buffer
    sys.stdout = sys.stderr
    asked = pickle.load(sys.stdin.buffer)
    replies.write(pickle.dumps(answer(asked)))
