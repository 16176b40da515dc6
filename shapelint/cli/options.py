"""Options that several subcommands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

python_option = click.option(
    "--python",
    type=click.Path(exists=True, path_type=Path),
    help="Interpreter or environment whose installed packages are followed (default: the one found).",
)


def running_options(command: Callable[..., None]) -> Callable[..., None]:
    """How to run what is found."""
    keep = click.option(
        "--keep-snippets",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder to write what was run to: scripts that run on their own.",
    )
    device = click.option(
        "--device",
        default="auto",
        show_default=True,
        help="Where snippets run: auto (cuda, mps, cpu), cuda, mps, cpu, or meta.",
    )
    return device(keep(command))
