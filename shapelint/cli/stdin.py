"""`shapelint check -`: the text of a file from the standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from shapelint.project.buffer import Buffer

DASH = Path("-")


def read_stdin(paths: tuple[Path, ...], filename: Path | None, **misused: object) -> Buffer | None:
    """What the standard input has if `-` is the path that was given. Raises UsageError, also where one
    of the options is given that needs files."""
    if DASH not in paths:
        if filename is not None:
            raise click.UsageError("--stdin-filename needs `-`, the standard input, as the path")
        return None
    if len(paths) > 1:
        raise click.UsageError("`-`, the standard input, is checked alone: give no other paths")
    if filename is not None and filename.is_dir():
        raise click.UsageError(f"--stdin-filename: {filename} is a directory")
    for option, given in misused.items():
        if given:
            shown = f"--{option.replace('_', '-')}"
            raise click.UsageError(f"{shown} works on files, not on the standard input")
    from shapelint.project.buffer import Buffer

    content = sys.stdin.buffer.read()
    return Buffer.nameless(content) if filename is None else Buffer(content, filename)
