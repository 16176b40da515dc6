"""Where files are checked, which of them, and what is kept of that: options of `shapelint check`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from shapelint.project.executors import Executor
    from shapelint.project.shards import Shard

cache_dir_option = click.option(
    "--cache-dir",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where results are kept (default: SHAPELINT_CACHE_DIR, else the user's cache folder).",
)
WRITING = (
    "fix", "diff", "add_ignores", "update_baseline", "prune_baseline", "watch", "stdin_filename",
)  # fmt: skip
"""What is done in a check of everything, as parameters."""


class ShardType(click.ParamType):
    """`NUMBER/PARTS`."""

    name = "shard"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return "I/N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from shapelint.project.shards import Shard

        said = re.fullmatch(r"(\d{1,9})/(\d{1,9})", value)
        if said is None:
            self.fail(f"{value!r} is not I/N, as in 2/4: the second of four parts", param, ctx)
        number, parts = map(int, said.groups())
        if not 1 <= number <= parts:
            last = f"from 1/{parts} to {parts}/{parts}" if parts else "and there is none of 0 parts"
            self.fail(f"{value!r}: parts are counted from 1, {last}", param, ctx)
        return Shard(number, parts)


class ExecutorType(click.ParamType):
    """`local` or `dask:ADDRESS`."""

    name = "executor"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return "local|dask:ADDRESS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "local":
            return None
        kind, _, address = value.partition(":")
        if kind != "dask":
            self.fail(f"no executor is called {value!r} (known: local, dask:ADDRESS)", param, ctx)
        if not address:
            self.fail(f"{value!r} names no scheduler, as dask:tcp://HOST:8786 does", param, ctx)
        from shapelint.project.cluster import Dask

        return Dask(address)


def where_options(command: Callable[..., None]) -> Callable[..., None]:
    """Where and what to check; the command gets `jobs`, `executor`, `shard` and `cache`."""
    options = [
        click.option(
            "--jobs", type=click.IntRange(1), help="Worker processes (default: one a core)."
        ),
        click.option(
            "--executor",
            type=ExecutorType(),
            default="local",
            help="Where files are checked: on this machine, or on the Dask cluster of a scheduler.",
        ),
        click.option(
            "--shard",
            type=ShardType(),
            help="Check part I of N of the files only: each file is in one part.",
        ),
        click.option("--no-cache", is_flag=True, help="Work out all results anew, and keep none."),
        cache_dir_option,
    ]

    @wraps(command)
    def placed(
        *args: Any,
        jobs: int | None,
        executor: Executor | None,
        shard: Shard | None,
        no_cache: bool,
        cache_dir: Path | None,
        **given: Any,
    ) -> None:
        if executor is not None and jobs is not None:
            raise click.UsageError("--jobs is for the workers of this machine, not for a cluster's")
        if shard is not None:
            for name in WRITING:
                if given.get(name):
                    shown = f"--{name.replace('_', '-')}"
                    raise click.UsageError(f"{shown} needs a check of everything, not of a --shard")
        from shapelint.project.cache import default_folder

        cache = None if no_cache else cache_dir or default_folder()
        command(*args, jobs=jobs, executor=executor, shard=shard, cache=cache, **given)

    for option in reversed(options):
        option(placed)
    return placed
