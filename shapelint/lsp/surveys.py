"""Checks of whole folders, each in a process of its own that ends with it: it can take minutes, and crash."""

from __future__ import annotations

import asyncio
import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from shapelint.finding import Finding
from shapelint.lsp.drafts import Draft, Text
from shapelint.lsp.settings import WORKSPACE
from shapelint.project.config import Options
from shapelint.project.live import Told
from shapelint.project.task import Problem, internal_error
from shapelint.project.texts import Texts
from shapelint.source.notebook import is_notebook

if TYPE_CHECKING:
    from shapelint.lsp.server import ShapelintServer

InFile = TypeVar("InFile", Finding, Problem)

POLITE = 10
"""How much its priority is below that of the server, as `nice` counts."""
DIED = "the check of it crashed; it is tried again once something has changed"


@dataclass(frozen=True, slots=True)
class Survey:
    """A folder to check, and what it is checked with."""

    folder: Path
    overlay: Mapping[str, bytes]
    """The texts of files that are being written, by absolute path."""
    options: Options = Options()
    python: Path | None = None


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What a check of a folder says, or why there was none."""

    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    fault: str = ""

    def drafts(self) -> Iterator[Draft]:
        """The files that there is something to say of, as if they were open."""
        findings, problems = _by_path(self.findings), _by_path(self.problems)
        texts = Texts()
        for path in findings | problems:
            if not is_notebook(path):  # whose cells have no names that an editor would know
                text = Text(Path(path).as_uri(), None, tuple(texts.lines(path)))
                draft = Draft(path, {None: text})
                told = Told(tuple(findings.get(path, ())), tuple(problems.get(path, ())))
                draft.take(told, draft.stamp)
                yield draft


def _by_path(given: Iterable[InFile]) -> dict[str, list[InFile]]:
    found: dict[str, list[InFile]] = {}
    for it in given:
        found.setdefault(os.path.abspath(it.file), []).append(it)
    return found


class Surveys:
    """The last check of every folder: it holds until something changes."""

    def __init__(self, server: ShapelintServer) -> None:
        self._server = server
        self._last: dict[Path, tuple[asyncio.Event, Surveyed]] = {}
        self._one_at_a_time = asyncio.Lock()

    def wants(self, folder: Path | None) -> bool:
        """Whether the settings want a folder of the workspace checked."""
        wanted: bool = self._server.settings_in(folder)[WORKSPACE]
        return wanted and folder in self._server.roots

    async def of(self, folder: Path) -> Surveyed:
        """What a check of a folder says, as things are now."""
        server = self._server
        async with self._one_at_a_time:
            news = server.news
            before = self._last.get(folder)
            if before is not None and before[0] is news and server.sees_changes:
                return before[1]
            told = await surveyed(Survey(folder, server.overlay(), *server.asked_with(folder)))
            self._last[folder] = news, told
        if told.fault and (before is None or before[1].fault != told.fault):
            server.log(f"{folder} cannot be checked: {told.fault}")
        return told

    async def of_file(self, path: str) -> Draft | None:
        """What the check of its folder says of a file that is not open; None if that is nothing."""
        folder = self._server.folder_of(path)
        if folder is None or not self.wants(folder):
            return None
        found = await self.of(folder)
        return next((draft for draft in found.drafts() if draft.path == path), None)


async def surveyed(survey: Survey) -> Surveyed:
    """Have a folder checked; one that is cancelled ends at once."""
    # -P: what a folder that is looked at calls pickle.py is none of ours
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        return Surveyed(fault=str(error))
    try:
        said, _ = await asyncio.to_thread(process.communicate, pickle.dumps(survey))
    finally:
        process.kill()
    try:
        answer = pickle.loads(said)
    except (EOFError, pickle.UnpicklingError):
        return Surveyed(fault=DIED)
    assert isinstance(answer, Surveyed)
    return answer


def check(survey: Survey) -> Surveyed:
    """One file after the other; what is known from earlier checks is not worked out again."""
    from shapelint.project import ConfigError, check_paths
    from shapelint.project.cache import default_folder
    from shapelint.project.config import config_for
    from shapelint.project.environment import EnvironmentNotFound
    from shapelint.project.executors import Local

    folder = [survey.folder]
    try:
        config = config_for(folder, survey.python, survey.options)
        result = check_paths(
            folder,
            config=config,
            overlay=survey.overlay,
            cache=default_folder(),
            executor=Local(1, apart=True),
        )
    except (ConfigError, EnvironmentNotFound, OSError) as error:
        return Surveyed(fault=str(error))
    except Exception as error:
        return Surveyed(fault=internal_error(error))
    return Surveyed(result.findings, result.problems)


def _main() -> None:
    from shapelint.lsp import surveys  # by that name, which the other process knows, too
    from shapelint.project.executors import end_with

    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    with contextlib.suppress(AttributeError, OSError):  # not everywhere
        os.nice(POLITE)
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)
        pickle.dump(surveys.check(pickle.load(sys.stdin.buffer)), answer)


if __name__ == "__main__":
    _main()
