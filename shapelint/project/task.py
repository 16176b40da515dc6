"""What is done with one file, wherever that is."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.finding import Finding, Span, place
from shapelint.project.cache import Cache
from shapelint.project.config import Config
from shapelint.project.files import may_use_framework
from shapelint.project.stamp import own_stamp
from shapelint.source.disk import Disk, Looks, Seen
from shapelint.source.text import SourceError

if TYPE_CHECKING:
    from shapelint.interpreter import Analyser, Contract, SeenValue, Witness
    from shapelint.source.directives import Directives
    from shapelint.source.trees import Trees


def internal_error(error: BaseException) -> str:
    """What is said of an error of shapelint's own."""
    return f"internal error, please report it: {type(error).__name__}: {error}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be checked, and why."""

    file: str
    line: int
    column: int
    message: str
    cell: int | None = None

    @property
    def place(self) -> str:
        """Where it is, as it is written."""
        return place(self.file, self.line, self.column, self.cell)


@dataclass(frozen=True, slots=True)
class FileResult:
    """What is said of a file, before anything is hidden or chosen."""

    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None
    counts: tuple[int, int, int] = (0, 0, 0)
    causes: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    agreed: frozenset[tuple[str, Span]] = frozenset()
    witnesses: dict[tuple[str, str, Span], Witness] = field(default_factory=dict)
    directives: Directives | None = None
    cell_problems: tuple[Problem, ...] = ()
    """Cells of a notebook that could not be checked, where the others were."""
    values: tuple[SeenValue, ...] = ()
    """What expressions are, and with it the contracts of models, if that was asked for."""
    contracts: tuple[Contract, ...] = ()


Early = Callable[[FileResult], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file, and of what on the disk that follows; None where it may be otherwise the next
    time."""

    file: Path
    result: FileResult
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """How files are checked."""

    config: Config
    witnesses: bool = False
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    """What stands for the contents of files, by absolute path."""
    cache: Path | None = None
    values: bool = False
    """Whether to tell what expressions are."""


def failed(file: Path, message: str) -> Outcome:
    """A file that could not be checked."""
    return Outcome(file, FileResult(problem=Problem(str(file), 1, 1, message)))


class Checker:
    """Checks files one after the other."""

    def __init__(self, task: Task, trees: Trees | None = None) -> None:
        """The `trees` of earlier checks may be used again."""
        self._task = task
        self._trees = trees
        self._disk = Disk(task.overlay)
        self._analyser: Analyser | None = None

    def renew(self, overlay: Mapping[str, bytes]) -> None:
        """Check the disk as it is now, with other texts that stand for contents."""
        self._task = replace(self._task, overlay=overlay)
        self._disk = self._disk.renewed(overlay)
        if self._analyser is not None:
            self._analyser.disk = self._disk

    def check(self, path: Path, early: Early | None = None) -> Outcome:
        """Check a file; `early` may be told the findings so far while functions are still to be run.

        Raises RuleError, OSError where the project's own rules cannot be read.
        """
        from shapelint.source.directives import directives
        from shapelint.source.notebook import faults_of, python_of

        looks = Looks(self._disk)
        if not looks.kind(path):
            return failed(path, "no such file")
        try:
            raw = looks.read(path)
        except OSError as error:
            return failed(path, error.strerror or str(error))
        try:
            python, faults = python_of(path, raw), faults_of(path, raw)
        except SourceError as error:
            return Outcome(path, _unreadable(path, error), looks.seen)
        said = directives(python)
        if said.skips_file:
            return Outcome(path, FileResult(directives=said), looks.seen)
        broken = tuple(Problem(str(path), f.line, f.column, f.message, f.cell) for f in faults)
        if not may_use_framework(python):
            return Outcome(path, FileResult(cell_problems=broken), looks.seen)
        return self._analysed(path, said, broken, early)

    def _analysed(
        self,
        path: Path,
        said: Directives,
        broken: tuple[Problem, ...],
        early: Early | None,
    ) -> Outcome:
        analyser = self._ready()

        def tell(findings: tuple[Finding, ...]) -> None:
            if early is not None:
                early(FileResult(findings, directives=said, cell_problems=broken))

        try:
            analysis = analyser.revised(path, early and tell) or analyser.analyse(
                path,
                witnesses=self._task.witnesses,
                values=self._task.values,
                early=early and tell,
            )
        except SourceError as error:
            return Outcome(path, _unreadable(path, error), analyser.seen)
        except OSError as error:
            return failed(path, error.strerror or str(error))
        except (Exception, RecursionError) as error:
            if os.environ.get("SHAPELINT_DEBUG"):
                raise
            return failed(path, internal_error(error))
        result = FileResult(
            analysis.findings,
            None,
            (analysis.proved, analysis.open, analysis.unknown),
            analysis.unknown_causes,
            analysis.notes,
            analysis.agreed,
            analysis.witnesses,
            said,
            broken,
            analysis.values,
            analysis.contracts if self._task.values else (),
        )
        return Outcome(path, result, analyser.seen)

    def _ready(self) -> Analyser:
        if self._analyser is None:
            from shapelint.interpreter import Analyser
            from shapelint.source.trees import Trees

            config, cache = self._task.config, self._task.cache
            self._analyser = Analyser(
                config.roots,
                config.extra_rules,
                config.packages,
                self._disk,
                self._trees or Trees(None if cache is None else Cache(cache, own_stamp())),
            )
        return self._analyser


def _unreadable(path: Path, error: SourceError) -> FileResult:
    return FileResult(problem=Problem(str(path), error.line, error.column, error.message))
