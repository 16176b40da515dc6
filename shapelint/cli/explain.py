"""`shapelint explain`."""

from __future__ import annotations

import difflib
from textwrap import indent

import click

from shapelint.cli.completion import finding_names
from shapelint.names import NAMES


@click.command("explain")
@click.argument("name", shell_complete=finding_names)
@click.pass_context
def command(ctx: click.Context, name: str) -> None:
    """Explain a finding name: what is wrong, with a bad and a good example."""
    info = NAMES.get(name)
    if info is None:
        near = difflib.get_close_matches(name, NAMES, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        click.echo(f"no finding is called {name}{hint}\nknown: {', '.join(NAMES)}", err=True)
        ctx.exit(2)
    click.echo(f"{name} ({info.family}): {info.summary}\n\n{info.explanation}\n")
    click.echo(f"Fails:\n{indent(info.bad, '    ')}\n\nFits:\n{indent(info.good, '    ')}")
