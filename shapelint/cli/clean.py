"""`shapelint clean`."""

from __future__ import annotations

from pathlib import Path

import click

from shapelint.cli.options import counted
from shapelint.cli.where import cache_dir_option


@click.command("clean")
@cache_dir_option
@click.pass_context
def command(ctx: click.Context, cache_dir: Path | None) -> None:
    """Remove what is kept of earlier checks. Only the next check takes longer."""
    from shapelint.project.cache import NotACache, clean, default_folder

    folder = cache_dir or default_folder()
    try:
        removed = clean(folder)
    except NotACache as error:
        click.echo(f"cannot clean: {error}", err=True)
        ctx.exit(2)
    except OSError as error:
        click.echo(f"cannot clean: {folder}: {error.strerror or error}", err=True)
        ctx.exit(2)
    if not removed.files:
        click.echo(f"nothing is kept in {folder}")
        return
    size = removed.size / 2**20
    click.echo(f"removed {counted(removed.files, 'file')} ({size:.1f} MB) from {folder}")
