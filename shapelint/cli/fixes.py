"""`shapelint check --fix` and `--diff`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import click

from shapelint.cli.options import counted
from shapelint.project import CheckResult, fixed

Recheck = Callable[[Mapping[str, bytes]], CheckResult]
"""A check of all that was given, with other contents for files."""


def show_fixes(result: CheckResult, recheck: Recheck) -> int:
    """Show what would be written; the exit code: 1 if something would."""
    found = fixed(result.findings, lambda overlay: recheck(overlay).findings)
    for change in found.changes:
        click.echo(change.diff(), nl=False)
    would = counted(len(found.findings), "finding")
    click.echo(f"would mend {would} in {counted(len(found.changes), 'file')}", err=True)
    return 2 if result.problems else 1 if found.changes else 0


def write_fixes(result: CheckResult, recheck: Recheck) -> CheckResult:
    """Write the fixes; what is left after them. Raises OSError."""
    found = fixed(result.findings, lambda overlay: recheck(overlay).findings)
    found.write()
    mended = counted(len(found.findings), "finding")
    click.echo(f"mended {mended} in {counted(len(found.changes), 'file')}", err=True)
    left = tuple(f for f in result.findings if f not in found.findings)
    return replace(result, findings=left)
