"""A project that is being written: single files looked at again and again, with the unsaved texts of others."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.finding import Finding, Span
from shapelint.project.cells import in_cells
from shapelint.project.config import Config, ConfigError, Options, config_for
from shapelint.project.environment import EnvironmentNotFound
from shapelint.project.gathering import CheckResult, PathNames, gathered, settled
from shapelint.project.task import Checker, FileResult, Problem, Task
from shapelint.project.texts import Texts
from shapelint.rulebook import RuleError
from shapelint.source.notebook import is_notebook

if TYPE_CHECKING:
    from shapelint.interpreter import SeenValue


Early = Callable[[tuple[Finding, ...]], None]
MAX_KEPT = 3
"""Files whose analysis is kept as it stands, to go on from there once they change."""


@dataclass(frozen=True, slots=True)
class Question:
    """A file to look at. `settings` changes whenever files of settings may have."""

    file: Path
    overlay: Mapping[str, bytes]
    """The texts of files that are being written, by absolute path."""
    options: Options = Options()
    python: Path | None = None
    settings: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A value, in a cell of a notebook or in no cell."""

    value: SeenValue
    cell: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a file."""

    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    values: tuple[Placed, ...] = ()
    models: tuple[tuple[str, int | None, int, str, int | None], ...] = ()
    """Models: name, cell, line of `forward`, contract, how many numbers its parameters have."""
    reads: frozenset[str] = field(default_factory=frozenset)
    """The absolute paths of all that this follows from, files that are not there included."""
    fault: str = ""
    """Why nothing could be looked at."""
    parsed: bool = True
    """Whether the file could be read as a program."""


class Live:
    """Looks at files; what they share is kept from one look to the next."""

    def __init__(self) -> None:
        from shapelint.source.drafts import Drafts

        self._drafts = Drafts()
        self._configs: dict[tuple[object, ...], Config] = {}
        self._checkers: dict[Path, tuple[object, Checker]] = {}
        """By the files that were looked at last: what they were looked at with."""
        self._settings = 0

    def tell(self, question: Question, early: Early | None = None) -> Told:
        """What is known of a file; `early` may be told its findings while some functions are still to be run.
        Raises Interrupted."""
        try:
            config = self._config(question)
            return self._looked(question, config, early)
        except (ConfigError, EnvironmentNotFound, RuleError, OSError) as error:
            return Told(fault=str(error), parsed=False)

    def _config(self, question: Question) -> Config:
        if question.settings != self._settings:
            self._configs.clear()
            self._settings = question.settings
        key = (question.file.parent, question.options, question.python)
        found = self._configs.get(key)
        if found is None:
            found = config_for([question.file], question.python, question.options)
            self._configs[key] = found
        return found

    def _looked(self, question: Question, config: Config, early: Early | None) -> Told:
        file, overlay = question.file, question.overlay
        self._drafts.paths = {path for path in overlay if not is_notebook(path)}
        texts = Texts(overlay)

        def reported(found: FileResult) -> CheckResult:
            checked = {file: found}
            result = replace(gathered(checked, PathNames([file])), texts=texts)
            return in_cells(settled(result, checked, config, None))

        def tell(found: FileResult) -> None:
            if early is not None:
                early(reported(found).findings)

        outcome = self._checker(file, overlay, config).check(file, early and tell)
        result = reported(outcome.result)
        here = _same_as(file)
        values = []
        for value in outcome.result.values:
            if here(value.file):
                cell, line = texts.place(str(file), value.span.line)
                moved = line - value.span.line
                span = Span(
                    line, value.span.column, value.span.end_line + moved, value.span.end_column
                )
                values.append(Placed(value, cell, span))
        models = tuple(
            (c.name, *texts.place(str(file), c.line), c.text, c.count)
            for c in outcome.result.contracts
            if here(c.file)
        )
        seen = outcome.seen
        reads = frozenset() if seen is None else frozenset((*seen.kinds, *seen.digests))
        parsed = outcome.result.problem is None
        return Told(result.findings, result.problems, tuple(values), models, reads, parsed=parsed)

    def _checker(self, file: Path, overlay: Mapping[str, bytes], config: Config) -> Checker:
        """What looks at a file: that which has looked at it before, if what else decides is as it was."""
        world = (config, tuple(map(_changed_at, config.packages)))
        held = self._checkers.pop(file, None)
        if held is not None and held[0] == world:
            held[1].renew(overlay)
        else:
            held = world, Checker(Task(config, overlay=overlay, values=True), self._drafts)
        self._checkers[file] = held
        while len(self._checkers) > MAX_KEPT:
            del self._checkers[next(iter(self._checkers))]
        return held[1]


def _changed_at(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _same_as(file: Path) -> Callable[[str], bool]:
    """Tells whether a path leads to that file."""
    here = os.path.realpath(file)
    return cache(lambda path: os.path.realpath(path) == here)
