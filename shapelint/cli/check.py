"""`shapelint check`."""

from __future__ import annotations

from pathlib import Path

import click

from shapelint.cli.options import python_option, running_options
from shapelint.report import FORMATS


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option("--verbose", is_flag=True, help="List the most frequent causes of unknowns.")
@click.option("--jobs", type=click.IntRange(1), help="Worker processes (default: one a core).")
@python_option
@click.option("--verify", is_flag=True, help="Run the flagged code to prove each finding.")
@running_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    format_: str,
    verbose: bool,
    jobs: int | None,
    python: Path | None,
    verify: bool,
    device: str,
    keep_snippets: Path | None,
) -> None:
    """Check files and directories (default: the current directory).

    With --verify the flagged code is run, cut out and in a sandbox: each finding gets a verdict, and
    what a run refutes is withdrawn.

    Exits with 0 if nothing is found, 1 with findings, 2 if something could not be checked.
    """
    from shapelint.project import (
        CannotVerify,
        ConfigError,
        EnvironmentNotFound,
        Verification,
        check_paths,
    )

    if keep_snippets is not None and not verify:
        raise click.UsageError("--keep-snippets needs --verify: only then something is run")
    from shapelint.report import render
    from shapelint.rulebook import RuleError

    try:
        how = Verification(device, keep_snippets) if verify else None
        result = check_paths(paths or (Path(),), jobs, python, how)
    except (CannotVerify, ConfigError, EnvironmentNotFound, RuleError, OSError) as error:
        click.echo(f"cannot check: {error}", err=True)
        ctx.exit(2)
    click.echo(render(result, format_, verbose))
    ctx.exit(2 if result.problems else 1 if result.findings else 0)
