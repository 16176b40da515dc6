"""Files to findings: the one function that every front end calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from shapelint.finding import Finding
from shapelint.project.baseline import Baseline
from shapelint.project.buffer import Buffer
from shapelint.project.cache import Cache
from shapelint.project.cells import Cells, in_cells
from shapelint.project.config import Config, ConfigError, config_for
from shapelint.project.executors import Executor, Local
from shapelint.project.files import python_files
from shapelint.project.gathering import Checked, CheckResult, PathNames, gathered, settled
from shapelint.project.results import Results
from shapelint.project.shards import Shard, in_doubt, own_part, reaching
from shapelint.project.stamp import own_stamp
from shapelint.project.suppress import UNUSED
from shapelint.project.task import FileResult, Problem, Task
from shapelint.project.texts import Texts
from shapelint.project.verification import Verification, verify_all
from shapelint.source.text import encoded

Progress = Callable[[int, int], None]


def check_paths(
    paths: Iterable[Path | str],
    jobs: int | None = None,
    python: Path | None = None,
    verify: Verification | None = None,
    progress: Progress | None = None,
    config: Config | None = None,
    baseline: Baseline | None = None,
    overlay: Mapping[str, bytes] | None = None,
    cache: Path | None = None,
    executor: Executor | None = None,
    shard: Shard | None = None,
) -> CheckResult:
    """Check files and directories. Never raises for what is wrong with a file. `python` is the
    interpreter, or the environment, whose packages the files import. With `verify` the flagged code is
    run by it, in a sandbox. `progress` is called as files finish, with their number and that of all.
    `config` stands for the settings of the nearest file; it has a `python` of its own. What is in the
    `baseline` is not reported. The `overlay` has what stands for the contents of files, by absolute path.
    In the folder `cache` results are kept; those that still hold are not worked out again. The files are
    checked by an `executor`, else in `jobs` processes of this machine; of a `shard`, only its files.

    Raises ConfigError for a configuration that cannot be used, a rule of the project's own included,
    EnvironmentNotFound; with `verify` CannotVerify, with `baseline` BaselineError, with `executor` CannotRun.
    """
    given = list(map(Path, paths))
    if config is None:
        config = config_for(given, python)
    files = list(python_files(given, config))
    task = Task(config, verify is not None, overlay or {}, cache)
    run = _Run(task, executor or Local(jobs), progress)
    names, texts = PathNames(files), Texts(overlay)
    own = run(files if shard is None else shard.of(files))
    found = replace(gathered(own, names), texts=texts)
    result = settled(found, own, config, baseline)
    if shard is not None:
        doubtful = in_doubt(result, found.findings, baseline)
        others = run([f for f in reaching(doubtful, files) if f not in own]) if doubtful else {}
        every = {f: others[f] if f in others else own[f] for f in files if f in others or f in own}
        whole = settled(replace(gathered(every, names), texts=texts), own, config, baseline)
        result = own_part(whole, result, own)
    result = replace(result, notes=(*result.notes, *run.notes()))
    if verify is None:
        return in_cells(result)
    ways = {key: way for r in own.values() for key, way in r.witnesses.items()}
    said = tuple(f for f in result.findings if f.name != UNUSED)
    kept, refuted, ran = verify_all(said, ways, config, config.python, verify)
    kept += tuple(f for f in result.findings if f.name == UNUSED)
    return in_cells(replace(result, findings=kept, refuted=refuted, verification=ran))


def check_source(
    source: str | bytes,
    filename: Path | str | None = None,
    python: Path | None = None,
    config: Config | None = None,
) -> CheckResult:
    """Check a text. `filename` is the file that it stands for, which need not be there: from it follow the
    settings, what imports mean, and whether the text is a notebook's. Without one it stands in the working
    directory, as `<stdin>`. `python` and `config` are as for `check_paths`.

    Raises ConfigError, EnvironmentNotFound.
    """
    content = encoded(source) if isinstance(source, str) else source
    buffer = Buffer.nameless(content) if filename is None else Buffer(content, Path(filename))
    given, overlay = [buffer.path], buffer.overlay()
    return buffer.own(check_paths(given, 1, python, config=config, overlay=overlay))


def verify_again(
    given: tuple[Finding, ...], settings: Verification, python: Path | None = None
) -> CheckResult:
    """The findings of an earlier check, verified; their files are read again for the ways to run them.

    Raises ConfigError, EnvironmentNotFound, CannotVerify.
    """
    files = sorted({Path(f.file) for f in given} | {Path(s.file) for f in given for s in f.trace})
    config = config_for(files, python)
    cells = Cells(Texts())
    given = tuple(map(cells.joined, given))
    results = _Run(Task(config, True), Local(1))(files).values()
    ways = {key: way for r in results for key, way in r.witnesses.items()}
    problems = tuple(p for r in results for p in (r.problem, *r.cell_problems) if p is not None)
    kept, refuted, ran = verify_all(given, ways, config, config.python, settings)
    return in_cells(CheckResult(kept, problems, len(files), refuted=refuted, verification=ran))


class _Run:
    """Checks files: what is known already is not worked out again."""

    def __init__(self, task: Task, executor: Executor, progress: Progress | None = None) -> None:
        self._task = task
        self._executor = executor
        self._progress = progress
        self._known = None if task.cache is None else Results(Cache(task.cache, own_stamp()), task)

    def __call__(self, files: Sequence[Path]) -> Checked:
        known = self._known
        found: dict[Path, FileResult] = {}
        if known is not None:
            found = {file: r for file in files if (r := known.find(file)) is not None}
        left = [file for file in files if file not in found]
        self._read_rules()
        for outcome in self._executor.run(left, self._task) if left else ():
            found[outcome.file] = outcome.result
            if known is not None:
                known.keep(outcome)
            if self._progress is not None:
                self._progress(len(found), len(files))
        if known is not None:
            known.cache.prune()
        return {file: found[file] for file in files}

    def notes(self) -> tuple[str, ...]:
        """What is to be said of the cache."""
        fault = "" if self._known is None else self._known.cache.fault
        return (f"results are not kept: {fault}",) if fault else ()

    def _read_rules(self) -> None:
        """Raises ConfigError for the project's own rules, which no file may need."""
        rules, known = self._task.config.extra_rules, self._known
        if not rules or known is not None and known.knows_rules():
            return
        from shapelint.interpreter import rulebook
        from shapelint.rulebook import RuleError

        try:
            rulebook(rules)
        except (RuleError, OSError) as error:
            raise ConfigError(str(error)) from None
        if known is not None:
            known.keep_rules()


__all__ = [
    "CheckResult",
    "PathNames",
    "Problem",
    "Progress",
    "check_paths",
    "check_source",
    "verify_again",
]
