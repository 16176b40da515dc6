"""Files to findings: the one function that every front end calls."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.finding import Finding, Span
from shapelint.project.baseline import Baseline, Entry, compare
from shapelint.project.config import Config, config_for
from shapelint.project.files import may_use_framework, python_files
from shapelint.project.selection import selected
from shapelint.project.suppress import UNUSED, suppress
from shapelint.project.verification import Verification, Verified, verify_all

if TYPE_CHECKING:
    from shapelint.interpreter import Witness
    from shapelint.source.directives import Directives

FEW = 3
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be checked, and why."""

    file: str
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All findings of a run, and what it could and could not tell."""

    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: int = 0
    proved: int = 0
    open: int = 0
    unknown: int = 0
    unknown_causes: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    refuted: tuple[Finding, ...] = ()
    """Findings that a run has shown to be wrong."""
    verification: Verified | None = None
    suppressed: int = 0
    """Findings that a comment hides."""
    known: int = 0
    """Findings that are in the baseline."""
    stale: tuple[Entry, ...] = ()
    """Entries of the baseline that are no longer found."""


@dataclass(frozen=True, slots=True)
class FileResult:
    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None
    counts: tuple[int, int, int] = (0, 0, 0)
    causes: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    agreed: frozenset[tuple[str, Span]] = frozenset()
    witnesses: dict[tuple[str, str, Span], Witness] = field(default_factory=dict)
    directives: Directives | None = None


def check_paths(
    paths: Iterable[Path | str],
    jobs: int | None = None,
    python: Path | None = None,
    verify: Verification | None = None,
    progress: Progress | None = None,
    config: Config | None = None,
    baseline: Baseline | None = None,
    overlay: Mapping[str, bytes] | None = None,
) -> CheckResult:
    """Check files and directories. Never raises for what is wrong with a file. `python` is the
    interpreter, or the environment, whose packages the files import. With `verify` the flagged code is
    run by it, in a sandbox. `progress` is called as files finish, with their number and that of all.
    `config` stands for the settings of the nearest file; it has a `python` of its own. What is in the
    `baseline` is not reported. The `overlay` has what stands for the contents of files, by absolute path.

    Raises ConfigError for a configuration that cannot be used, EnvironmentNotFound, RuleError for
    a project's own rule that is none; with `verify` CannotVerify, with `baseline` BaselineError.
    """
    from shapelint.interpreter import rulebook

    given = list(map(Path, paths))
    if config is None:
        config = config_for(given, python)
    rulebook(config.extra_rules)
    files = list(python_files(given, config))
    jobs = min(jobs or os.cpu_count() or 1, max(1, len(files) // FEW))
    _analyser.clear()
    names = PathNames(files)
    task = Task(config, verify is not None, overlay or {})
    if jobs == 1:
        results = _serial(files, task, progress)
    else:
        results = _parallel(files, task, jobs, progress)
    result = _settled(_gathered(results, names), zip(files, results), config, baseline)
    if verify is None:
        return result
    ways = {key: way for r in results for key, way in r.witnesses.items()}
    said = tuple(f for f in result.findings if f.name != UNUSED)
    kept, refuted, ran = verify_all(said, ways, config, config.python, verify)
    kept += tuple(f for f in result.findings if f.name == UNUSED)
    return replace(result, findings=kept, refuted=refuted, verification=ran)


def verify_again(
    given: tuple[Finding, ...], settings: Verification, python: Path | None = None
) -> CheckResult:
    """The findings of an earlier check, verified; their files are read again for the ways to run them.

    Raises ConfigError, EnvironmentNotFound, RuleError, CannotVerify.
    """
    files = sorted({Path(f.file) for f in given} | {Path(s.file) for f in given for s in f.trace})
    config = config_for(files, python)
    _analyser.clear()
    results = _serial(files, Task(config, True))
    ways = {key: way for r in results for key, way in r.witnesses.items()}
    problems = tuple(r.problem for r in results if r.problem is not None)
    kept, refuted, ran = verify_all(given, ways, config, config.python, settings)
    return CheckResult(kept, problems, len(files), refuted=refuted, verification=ran)


class PathNames:
    """Paths as the user wrote them; those of imported files relative to the working directory,
    unless the user wrote absolute ones."""

    def __init__(self, files: list[Path]) -> None:
        self.given = {os.path.abspath(f): str(f) for f in files}
        self.relative = all(not f.is_absolute() for f in files)

    def shown(self, path: str) -> str:
        absolute = os.path.abspath(path)
        if absolute in self.given:
            return self.given[absolute]
        inside = absolute.startswith(os.getcwd() + os.sep)
        return os.path.relpath(absolute) if self.relative and inside else path

    def named(self, finding: Finding) -> Finding:
        trace = tuple(replace(step, file=self.shown(step.file)) for step in finding.trace)
        fix = finding.fix
        if fix is not None and fix.file:
            fix = replace(fix, file=self.shown(fix.file))
        return replace(finding, file=self.shown(finding.file), trace=trace, fix=fix)


@dataclass(frozen=True, slots=True)
class Task:
    """How files are checked, wherever that is done."""

    config: Config
    witnesses: bool = False
    overlay: Mapping[str, bytes] = field(default_factory=dict)


def _serial(files: list[Path], task: Task, progress: Progress | None = None) -> list[FileResult]:
    results: list[FileResult] = []
    for file in files:
        results.append(_check(file, task))
        if progress is not None:
            progress(len(results), len(files))
    return results


def _parallel(
    files: list[Path],
    task: Task,
    jobs: int,
    progress: Progress | None = None,
) -> list[FileResult]:
    """One worker a core, each with neighbouring files, so that shared imports are run once."""
    results: list[FileResult] = []
    size = max(1, min(24, -(-len(files) // (jobs * 4))))
    batches = [files[i : i + size] for i in range(0, len(files), size)]
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        futures = [(batch, pool.submit(_serial, batch, task)) for batch in batches]
        for batch, future in futures:
            try:
                results.extend(future.result())
            except BrokenProcessPool:
                results.extend(
                    FileResult(problem=Problem(str(f), 1, 1, "the worker that checked it died"))
                    for f in batch
                )
            if progress is not None:
                progress(len(results), len(files))
    return results


_analyser: list[object] = []


def _check(path: Path, task: Task) -> FileResult:
    from shapelint.interpreter import Analyser
    from shapelint.source import SourceError
    from shapelint.source.directives import directives

    if not path.exists():
        return FileResult(problem=Problem(str(path), 1, 1, "no such file"))
    try:
        laid = task.overlay.get(os.path.abspath(path))
        raw = path.read_bytes() if laid is None else laid
    except OSError as error:
        return FileResult(problem=Problem(str(path), 1, 1, error.strerror or str(error)))
    if not may_use_framework(raw):
        return FileResult()
    said = directives(raw)
    if said.skips_file:
        return FileResult(directives=said)
    if not _analyser:
        config = task.config
        _analyser.append(Analyser(config.roots, config.extra_rules, config.packages, task.overlay))
    analyser = _analyser[0]
    assert isinstance(analyser, Analyser)
    try:
        analysis = analyser.analyse(path, witnesses=task.witnesses)
    except SourceError as error:
        return FileResult(problem=Problem(str(path), error.line, error.column, error.message))
    except OSError as error:
        return FileResult(problem=Problem(str(path), 1, 1, error.strerror or str(error)))
    except (Exception, RecursionError) as error:
        _analyser.clear()
        text = f"internal error, please report it: {type(error).__name__}: {error}"
        if os.environ.get("SHAPELINT_DEBUG"):
            raise
        return FileResult(problem=Problem(str(path), 1, 1, text))
    counts = (analysis.proved, analysis.open, analysis.unknown)
    return FileResult(
        analysis.findings,
        None,
        counts,
        analysis.unknown_causes,
        analysis.notes,
        analysis.agreed,
        analysis.witnesses,
        said,
    )


def _settled(
    result: CheckResult,
    checked: Iterable[tuple[Path, FileResult]],
    config: Config,
    baseline: Baseline | None,
) -> CheckResult:
    """The findings that are to be reported: selected, not hidden by a comment, not in the baseline."""
    good = {str(file): r.directives for file, r in checked if r.problem is None}
    read = {file: found for file, found in good.items() if found is not None}
    shown = suppress(selected(result.findings, config), read, config)
    result = replace(result, findings=shown.findings, suppressed=shown.hidden)
    if baseline is None:
        return result
    held = compare(result.findings, good, config, baseline)
    return replace(result, findings=held.findings, known=held.known, stale=held.stale)


def _gathered(results: list[FileResult], names: PathNames) -> CheckResult:
    """One result: a finding that several entries reach is reported once, as its worst; a comment is
    stale only if no file's run agrees with it."""
    agreed = {(os.path.realpath(file), span) for r in results for file, span in r.agreed}
    kept: dict[tuple[object, ...], Finding] = {}
    causes: Counter[str] = Counter()
    for result in results:
        causes.update(result.causes)
        for finding in map(names.named, result.findings):
            real = os.path.realpath(finding.file)
            key = (real, finding.span, finding.name)
            if finding.name == "stale-shape-comment" and (real, finding.span) in agreed:
                continue
            old = kept.get(key)
            if old is None or (old.severity == "warning" and finding.severity == "error"):
                kept[key] = finding
    ordered = sorted(kept.values(), key=lambda f: (f.file, f.span, f.name))
    return CheckResult(
        tuple(ordered),
        tuple(r.problem for r in results if r.problem is not None),
        len(results),
        sum(r.counts[0] for r in results),
        sum(r.counts[1] for r in results),
        sum(r.counts[2] for r in results),
        dict(causes.most_common()),
        tuple(note for r in results for note in r.notes),
    )
