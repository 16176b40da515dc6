"""The command line: one module a subcommand, imported when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from shapelint import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "check": "Check files and directories (the default command).",
    "clean": "Remove what is kept of earlier checks.",
    "completion": "Print the completion script of a shell.",
    "config": "Show the settings that hold, and where each comes from.",
    "explain": "Explain a finding name.",
    "rules": "List the framework operations that have a rule, or show one.",
    "server": "Serve an editor: shapes and findings as people type.",
    "shapes": "Show the source with inferred shapes beside each line.",
    "verify": "Run what an earlier check has found, to prove it.",
}
REPORTED = ("libcst", "z3-solver")


class LazyGroup(click.Group):
    """Imports a subcommand only when it is needed; `shapelint PATH` means `shapelint check PATH`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"shapelint.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Subcommands, or what the default one takes."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        if found and not incomplete.startswith("-"):
            return found
        check = self.get_command(ctx, "check")
        assert check is not None
        with check.make_context("check", [], parent=ctx, resilient_parsing=True) as inner:
            found += check.shell_complete(inner, incomplete)
        once = {item.value: item for item in found}
        return [*once.values()] or [CompletionItem(incomplete, type="file")]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and ctx.resilient_parsing:  # a shell completes the first word
            return super().parse_args(ctx, args)
        if not args or (args[0] not in COMMANDS and args[0] not in ("--help", "--version")):
            args = ["check", *args]
        return super().parse_args(ctx, args)


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    # of their metadata: to import them would take longer than all else
    parts = []
    for package in REPORTED:
        try:
            parts.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            parts.append(f"{package} unknown")
    python = ".".join(map(str, sys.version_info[:3]))
    click.echo(f"shapelint {__version__} ({', '.join(parts)}, Python {python})")
    ctx.exit()


@click.group(cls=LazyGroup)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version, and those of what it stands on.",
)
def main() -> None:
    """Find tensor-shape bugs in PyTorch source without running it."""
    context = click.get_current_context()
    if os.environ.get("NO_COLOR"):  # no-color.org
        context.color = False
    elif os.environ.get("FORCE_COLOR", "") not in ("", "0"):  # force-color.org
        context.color = True


def run() -> None:
    """The console script."""
    main()


__all__ = ["main", "run", "sys"]
