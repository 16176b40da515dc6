"""`shapelint check --watch`: checks again when a file, a setting or a rule changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from shapelint.cli.options import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapelint.cli.output import Output
    from shapelint.project import Options

SUFFIXES = {".py", ".ipynb", ".pyi", ".toml", ".json", ".yaml", ".yml", ""}
"""What a check reads: code, rules, settings, and the data that programs open; folders have none."""
TICK = 1.0
"""Seconds after which it is looked whether Ctrl-C was pressed, where waiting itself does not notice."""
INTERRUPTED = (KeyboardInterrupt, click.Abort)

FOUND = "shapelint.found"
"""Under which a context keeps the result of a check."""

Changes = set[str]


@dataclass(frozen=True, slots=True)
class Watched:
    """Folders that are watched with all that is in them, those of which only the files themselves are, and
    what counts elsewhere."""

    deep: frozenset[Path] = frozenset()
    beside: frozenset[Path] = frozenset()
    single: frozenset[Path] = frozenset()
    written: frozenset[Path] = frozenset()
    """Files that a check itself writes."""

    def counts(self, change: object, path: str) -> bool:
        """Whether a check may come out differently after a change."""
        from shapelint.project.files import SKIPPED

        changed = Path(path)
        if changed in self.written:
            return False
        if changed in self.single:
            return True
        if changed.suffix not in SUFFIXES and changed.name != ".gitignore":
            return False
        inside = [changed.relative_to(f) for f in self.deep if changed.is_relative_to(f)]
        return changed.parent in self.beside or any(SKIPPED.isdisjoint(r.parts) for r in inside)

    @property
    def flat(self) -> frozenset[Path]:
        """The folders to look at, besides those that are looked into."""
        folders = {*self.beside, *(path.parent for path in self.single if path.parent.is_dir())}
        covered = (any(folder.is_relative_to(deep) for deep in self.deep) for folder in folders)
        return frozenset(folder for folder, done in zip(folders, covered) if not done)


def watched(paths: Iterable[Path], options: Options, written: Iterable[Path]) -> Watched:
    """What a check of the paths depends on, as far as it is there."""
    from shapelint.project import ConfigError, EnvironmentNotFound, config_for
    from shapelint.project.config import FILES, settings_files

    given = [Path(os.path.abspath(path)) for path in paths]
    try:
        rules = config_for(given, None, options).extra_rules
        settings = settings_files(given, options)
    except (ConfigError, EnvironmentNotFound):  # while it is being edited
        rules, settings = (), ()
    deep = {path for path in (*given, *rules) if path.is_dir()}
    around = {folder for path in given for folder in (path, *path.parents)}
    single = {*rules, *settings, *around, *(folder / name for folder in around for name in FILES)}
    beside = {path.parent for path in given if path.is_file()}
    own = {Path(os.path.abspath(path)) for path in written}
    return Watched(*map(frozenset, (deep, beside, single, own)))


def watch(look: Callable[[], Watched], check: Callable[[], str]) -> None:
    """Check, and again after every change, until Ctrl-C. `check` says how it came out. Raises UsageError
    where the package that watches is missing."""
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        raise click.UsageError(
            "--watch needs the package watchfiles: pip install 'shapelint[watch]'"
        ) from None
    try:
        while True:
            what = look()
            with _changes(what) as changes:
                while True:
                    _clear()
                    told = check()
                    at = time.strftime("%H:%M:%S")
                    click.echo(f"{at} {told}; waiting for changes, Ctrl-C ends", err=True)
                    changed = _next(changes)
                    if look() != what or not changed.isdisjoint(map(str, what.deep)):
                        break
    except INTERRUPTED:
        click.echo(err=True)


def check_while_watching(
    ctx: click.Context, paths: Iterable[Path], options: Options, output: Output
) -> int:
    """Run the command of a context again and again, without `--watch`; the exit code. Raises UsageError
    for options that make no sense then."""
    for name in ("fix", "diff", "add_ignores", "update_baseline", "prune_baseline", "show_files"):
        if ctx.params[name]:
            shown = f"--{name.replace('_', '-')}"
            raise click.UsageError(f"{shown} is done once: it does not go with --watch")

    def check() -> str:
        ctx.meta.pop(FOUND, None)
        try:
            ctx.invoke(ctx.command, **{**ctx.params, "watch": False})
        except click.exceptions.Exit:
            pass
        except click.ClickException as error:
            error.show()
        result = ctx.meta.get(FOUND)
        if result is None:
            return "could not check"
        failed = f", {len(result.problems)} could not be checked" if result.problems else ""
        return counted(len(result.findings), "finding") + failed

    written = [report.file for report in output.reports if report.file is not None]
    watch(lambda: watched(paths, options, written), check)
    return 0


@contextmanager
def _changes(what: Watched) -> Iterator[SimpleQueue[Changes]]:
    """The changes from now on."""
    found: SimpleQueue[Changes] = SimpleQueue()
    stop = Event()
    threads = [
        Thread(target=_follow, args=(folders, deep, what, stop, found), daemon=True)
        for folders, deep in ((what.deep, True), (what.flat, False))
        if folders
    ]
    for thread in threads:
        thread.start()
    try:
        yield found
    finally:
        stop.set()
        for thread in threads:
            thread.join(TICK)


def _follow(
    folders: frozenset[Path],
    deep: bool,
    what: Watched,
    stop: Event,
    found: SimpleQueue[Changes],
) -> None:
    from watchfiles import watch as follow

    while not stop.is_set():
        there = [folder for folder in folders if folder.is_dir()]
        if not there:
            stop.wait(TICK)
            continue
        try:
            for changes in follow(
                *there,
                watch_filter=what.counts,
                debounce=400,
                stop_event=stop,
                recursive=deep,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                found.put({path for _, path in changes})
        except OSError:  # a folder went while it was looked at
            stop.wait(TICK)


def _next(changes: SimpleQueue[Changes]) -> Changes:
    """The next change, with all that has come until then."""
    while True:
        try:
            found = changes.get(timeout=TICK)
            break
        except Empty:
            continue
    while not changes.empty():
        found |= changes.get()
    return found


def _clear() -> None:
    if sys.stdout.isatty():
        click.clear()
