"""Options that several subcommands take."""

from __future__ import annotations

from pathlib import Path

import click

python_option = click.option(
    "--python",
    type=click.Path(exists=True, path_type=Path),
    help="Interpreter or environment whose installed packages are followed (default: the one found).",
)
