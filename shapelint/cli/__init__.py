"""The command line: one module a subcommand, imported when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from shapelint import __version__

COMMANDS = {
    "check": "Check files and directories (the default command).",
    "explain": "Explain a finding name.",
    "rules": "List the framework operations that have a rule, or show one.",
    "shapes": "Show the source with inferred shapes beside each line.",
    "verify": "Run what an earlier check has found, to prove it.",
}


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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in COMMANDS and args[0] not in ("--help", "--version")):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=LazyGroup)
@click.version_option(__version__, prog_name="shapelint")
def main() -> None:
    """Find tensor-shape bugs in PyTorch source without running it."""


def run() -> None:
    """The console script."""
    main()


__all__ = ["main", "run", "sys"]
