"""`shapelint verify`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from shapelint.cli.options import python_option, running_options
from shapelint.cli.output import Output, output_options


@click.command("verify")
@click.argument("findings", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@output_options
@click.option("--verbose", "-v", is_flag=True, help="Show what was refuted, as bug reports.")
@python_option
@running_options
@click.pass_context
def command(
    ctx: click.Context,
    findings: Path,
    output: Output,
    verbose: bool,
    python: Path | None,
    device: str,
    keep_snippets: Path | None,
) -> None:
    """Run what an earlier check has found, in a sandbox.

    FINDINGS is the output of `shapelint check --format json`; paths in it are taken from the working
    directory, and the files are read again. A finding that these no longer have is unverified.

    Exits with 0 if every finding is refuted, 1 if some are not, 2 if they cannot be verified.
    """
    from shapelint.project import (
        CannotVerify,
        ConfigError,
        EnvironmentNotFound,
        Verification,
        verify_again,
    )
    from shapelint.report.json import NotFindings, read
    from shapelint.rulebook import RuleError

    try:
        output.check()
        given = read(json.loads(findings.read_text(encoding="utf-8")))
        result = verify_again(given, Verification(device, keep_snippets), python)
    except (ValueError, NotFindings) as error:
        click.echo(f"{findings}: no findings of shapelint: {error}", err=True)
        ctx.exit(2)
    except (CannotVerify, ConfigError, EnvironmentNotFound, RuleError, OSError) as error:
        click.echo(f"cannot verify: {error}", err=True)
        ctx.exit(2)
    output.write(result, verbose)
    ctx.exit(output.status(result))
