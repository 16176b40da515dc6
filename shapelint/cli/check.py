"""`shapelint check`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shapelint.cli.options import (
    baseline_options,
    counted,
    python_option,
    running_options,
    settings_options,
)
from shapelint.cli.output import Output, output_options
from shapelint.cli.where import where_options

if TYPE_CHECKING:
    from shapelint.project import Baseline, CheckResult, Options
    from shapelint.project.executors import Executor
    from shapelint.project.shards import Shard


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@output_options
@click.option(
    "--stdin-filename",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="With `-` as the path: the file that the standard input stands for.",
)
@click.option("--watch", is_flag=True, help="Check again whenever something changes, until Ctrl-C.")
@click.option(
    "--show-files", is_flag=True, help="List the files that would be checked; check none."
)
@click.option("--verbose", "-v", is_flag=True, help="List the most frequent causes of unknowns.")
@where_options
@python_option
@click.option(
    "--verify/--no-verify",
    default=None,
    help="Run the flagged code to prove each finding (default: as configured, else not).",
)
@running_options
@settings_options
@baseline_options
@click.option(
    "--fix", is_flag=True, help="Write the fixes into the files, then report what is left."
)
@click.option("--diff", is_flag=True, help="Show what --fix would write; write nothing.")
@click.option(
    "--add-ignores",
    is_flag=True,
    help="Write `# shapelint: ignore[NAME]` beside every finding, instead of a report.",
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    output: Output,
    stdin_filename: Path | None,
    watch: bool,
    show_files: bool,
    verbose: bool,
    jobs: int | None,
    executor: Executor | None,
    shard: Shard | None,
    cache: Path | None,
    python: Path | None,
    verify: bool | None,
    device: str,
    keep_snippets: Path | None,
    options: Options,
    baseline: Baseline | None,
    strict_baseline: bool,
    fix: bool,
    diff: bool,
    add_ignores: bool,
) -> None:
    """Check files, notebooks and directories (default: the current directory); `-` is the standard input.

    With --verify the flagged code is run, cut out and in a sandbox: each finding gets a verdict, and
    what a run refutes is withdrawn.

    Exits with 0 if nothing is found, 1 with findings, 2 if something could not be checked.
    """
    from shapelint.cli.fixes import print_fixed, show_fixes, write_fixes
    from shapelint.cli.progress import progress
    from shapelint.cli.stdin import read_stdin
    from shapelint.cli.watch import FOUND, check_while_watching
    from shapelint.project import (
        BaselineError,
        CannotRun,
        CannotVerify,
        ConfigError,
        EnvironmentNotFound,
        Verification,
        check_paths,
        config_for,
    )
    from shapelint.project.files import python_files

    try:
        output.check()
        stdin = read_stdin(
            paths,
            stdin_filename,
            watch=watch,
            verify=verify,
            add_ignores=add_ignores,
            update_baseline=baseline and baseline.update,
            prune_baseline=baseline and baseline.prune,
        )
        given = paths or (Path(),)
        if watch:
            ctx.exit(check_while_watching(ctx, given, options, output))
        overlay: Mapping[str, bytes] = {}
        if stdin is not None:
            given, overlay, verify = (stdin.path,), stdin.overlay(), False
        config = config_for(given, python, options)
        if show_files:
            files = list(python_files(given, config))
            for file in files if shard is None else shard.of(files):
                click.echo(file)
            return
        verify = config.verify if verify is None else verify
        if keep_snippets is not None and not verify:
            raise click.UsageError("--keep-snippets needs --verify: only then something is run")
        how = Verification(device, keep_snippets) if verify else None
        with progress() as show:
            result = check_paths(
                given, jobs, python, how, show, config, baseline, overlay, cache, executor, shard
            )
        if stdin is not None:
            result = stdin.own(result)
        if fix or diff:

            def recheck(changed: Mapping[str, bytes]) -> CheckResult:
                laid = changed if stdin is None else stdin.overlay(changed)
                again = check_paths(
                    given, jobs, config=config, baseline=baseline, overlay=laid, cache=cache,
                    executor=executor,
                )  # fmt: skip
                return again if stdin is None else stdin.own(again)

            if diff:
                ctx.exit(show_fixes(result, recheck))
            if stdin is None:
                result = write_fixes(result, recheck)
            else:
                result = print_fixed(result, recheck, stdin)
        if add_ignores:
            ctx.exit(_write_ignores(result))
        ctx.meta[FOUND] = result
        output.write(result, verbose, err=fix and stdin is not None)
    except (
        BaselineError,
        CannotRun,
        CannotVerify,
        ConfigError,
        EnvironmentNotFound,
        OSError,
    ) as error:
        click.echo(f"cannot check: {error}", err=True)
        ctx.exit(2)
    if baseline is not None:
        _say_of_baseline(baseline, result, strict_baseline)
    ctx.exit(output.status(result) or (1 if strict_baseline and result.stale else 0))


def _write_ignores(result: CheckResult) -> int:
    """Hide all that is found; the exit code."""
    from shapelint.project import add_ignores

    added = add_ignores(result.findings)
    for problem in result.problems:
        click.echo(f"{problem.place}: cannot check: {problem.message}", err=True)
    for why in added.failed:
        click.echo(f"not hidden: {why}", err=True)
    click.echo(f"hid {counted(added.findings, 'finding')} in {counted(added.files, 'file')}")
    return 2 if result.problems else 1 if added.failed else 0


def _say_of_baseline(baseline: Baseline, result: CheckResult, strict: bool) -> None:
    if baseline.update:
        click.echo(f"{baseline.path}: {counted(result.known, 'finding')} written", err=True)
    if not result.stale:
        return
    stale = counted(len(result.stale), "entry", "entries")
    if baseline.prune:
        click.echo(f"{baseline.path}: {stale} removed, no longer found", err=True)
        return
    if strict:
        for entry in result.stale:
            click.echo(f"{baseline.path}: {entry.file}: [{entry.name}] {entry.message}", err=True)
    said = "is no longer found" if len(result.stale) == 1 else "are no longer found"
    click.echo(f"{baseline.path}: {stale} {said}; --prune-baseline removes them", err=True)
