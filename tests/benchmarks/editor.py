"""How long an editor waits: real sessions with the language server, on a file of a real package.

    python -m tests.benchmarks.editor

A digit is added to a number of the file, or taken away again, and the diagnostics of that version are
waited for; then a tensor is hovered. The server is warm: it has looked at the file before.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import psutil
from pytest_lsp import LanguageClient
from pytest_lsp.client import make_test_lsp_client

from tests.benchmarks.packages import CACHE, fetched
from tests.editor import COMMAND, Editor, capabilities

PACKAGE = "timm==1.0.31"
FILES = ("timm/models/inception_next.py", "timm/models/fasternet.py", "timm/models/visformer.py")
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
WARM = 20
"""Edits before anything is measured."""


@dataclass
class Waits:
    """Seconds from a keystroke to its diagnostics, and of hovers; bytes of memory before and after."""

    diagnostics: list[float] = field(default_factory=list)
    hovers: list[float] = field(default_factory=list)
    memory: tuple[int, int] = (0, 0)


@click.command()
@click.option("--file", "names", multiple=True, default=FILES, help="Of the package timm.")
@click.option("--edits", default=200, show_default=True, help="Measured edits of each file.")
@click.option("--memory-edits", default=1000, show_default=True, help="Edits of the first file.")
def main(names: tuple[str, ...], edits: int, memory_edits: int) -> None:
    """Measure the waits, and what the server's memory grows by."""
    click.echo(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {PACKAGE}; milliseconds")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "package"
        shutil.copytree(fetched(PACKAGE, CACHE), folder)
        for name in names:
            lines = len((folder / name).read_text().splitlines())
            waits = asyncio.run(session(folder, name, edits))
            click.echo(f"\n{name}, {lines} lines, {edits} edits")
            click.echo(f"  diagnostics  {_quantiles(waits.diagnostics)}")
            click.echo(f"  hover        {_quantiles(waits.hovers)}")
        waits = asyncio.run(session(folder, names[0], memory_edits))
        before, after = waits.memory
        click.echo(f"\n{names[0]}, memory after {memory_edits} edits")
        click.echo(
            f"  {before / 2**20:.0f} MB, then {after / 2**20:.0f} MB: {after / before - 1:+.1%}"
        )


def _quantiles(seconds: list[float]) -> str:
    ordered = sorted(1000 * s for s in seconds)
    last = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"median {statistics.median(ordered):6.1f}   p95 {last:6.1f}   most {ordered[-1]:6.1f}"


async def session(folder: Path, name: str, edits: int) -> Waits:
    """A session of one file."""
    client = make_test_lsp_client()
    process = await asyncio.create_subprocess_exec(
        *COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None
    await client.start_io(*COMMAND)
    return Waits()


if __name__ == "__main__":
    main()
