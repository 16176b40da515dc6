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

if TYPE_CHECKING:
    from shapelint.project import Baseline, CheckResult, Options


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@output_options
@click.option(
    "--show-files", is_flag=True, help="List the files that would be checked; check none."
)
@click.option("--verbose", is_flag=True, help="List the most frequent causes of unknowns.")
@click.option("--jobs", type=click.IntRange(1), help="Worker processes (default: one a core).")
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
    show_files: bool,
    verbose: bool,
    jobs: int | None,
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
    """Check files and directories (default: the current directory).

    With --verify the flagged code is run, cut out and in a sandbox: each finding gets a verdict, and
    what a run refutes is withdrawn.

    Exits with 0 if nothing is found, 1 with findings, 2 if something could not be checked.
    """
    from shapelint.cli.fixes import show_fixes, write_fixes
    from shapelint.cli.progress import progress
    from shapelint.project import (
        BaselineError,
        CannotVerify,
        ConfigError,
        EnvironmentNotFound,
        Verification,
        check_paths,
        config_for,
    )
    from shapelint.project.files import python_files
    from shapelint.rulebook import RuleError

    try:
        given = paths or (Path(),)
        config = config_for(given, python, options)
        if show_files:
            for file in python_files(given, config):
                click.echo(file)
            return
        output.check()
        verify = config.verify if verify is None else verify
        if keep_snippets is not None and not verify:
            raise click.UsageError("--keep-snippets needs --verify: only then something is run")
        how = Verification(device, keep_snippets) if verify else None
        with progress() as show:
            result = check_paths(given, jobs, python, how, show, config, baseline)
        if fix or diff:

            def recheck(overlay: Mapping[str, bytes]) -> CheckResult:
                return check_paths(given, jobs, config=config, baseline=baseline, overlay=overlay)

            if diff:
                ctx.exit(show_fixes(result, recheck))
            result = write_fixes(result, recheck)
        if add_ignores:
            ctx.exit(_write_ignores(result))
        output.write(result, verbose)
    except (
        BaselineError,
        CannotVerify,
        ConfigError,
        EnvironmentNotFound,
        RuleError,
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
        click.echo(f"{problem.file}:{problem.line}: cannot check: {problem.message}", err=True)
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
