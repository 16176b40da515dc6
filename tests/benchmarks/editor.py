"""How long an editor waits: real sessions with the language server, on a file of a real package.

    python -m tests.benchmarks.editor

A digit is added to a number of the file, or taken away again, and the diagnostics of that version are
waited for: those of classes come first, and what functions that call them add to it is `complete`. Then a
tensor is hovered. The server is warm: it has looked at the file before.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import psutil
from lsprotocol import types
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
    complete: list[float] = field(default_factory=list)
    hovers: list[float] = field(default_factory=list)
    memory: tuple[int, int] = (0, 0)


@click.command()
@click.option("--file", "names", multiple=True, default=FILES, help="Of the package timm.")
@click.option("--edits", default=200, show_default=True, help="Measured edits of each file.")
@click.option(
    "--memory-edits",
    type=click.IntRange(1),
    default=1000,
    show_default=True,
    help="Edits of the first file.",
)
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
            click.echo(f"  complete     {_quantiles(waits.complete)}")
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
    await client.start_io(COMMAND[0], *COMMAND[1:])
    editor = Editor(client, folder)
    await editor.start(capabilities(pulls=False))
    text = (folder / name).read_text()
    waits = Waits()
    editor.open(name, text)
    await editor.actions(name, 0)  # waits for all that is known
    hovered = await _tensors(editor, name, text)
    if not hovered:
        raise click.ClickException(f"no tensor in {name}")
    changes = itertools.islice(zip(_changes(text), itertools.cycle(hovered)), WARM + edits)
    for number, (change, (line, column)) in enumerate(changes):
        if number == WARM:
            waits = Waits(memory=(_memory(), 0))
        began = time.perf_counter()
        editor.change(name, [change])
        await _published(editor, name)
        waits.diagnostics.append(time.perf_counter() - began)
        await editor.actions(name, line)  # waits for all findings
        waits.complete.append(time.perf_counter() - began)
        began = time.perf_counter()
        await editor.hover(name, line, column)
        waits.hovers.append(time.perf_counter() - began)
    waits.memory = (waits.memory[0], _memory())
    await client.shutdown_session()
    return waits


async def _published(editor: Editor, name: str) -> None:
    """Wait for the first diagnostics of the last version."""
    uri = editor.uri(name)
    while True:
        told = await editor.client.wait_for_notification("textDocument/publishDiagnostics")
        if told.uri == uri and told.version == editor.versions[uri]:
            return


async def _tensors(editor: Editor, name: str, text: str) -> list[tuple[int, int]]:
    """Places of the file that a hover tells something of."""
    places = [(n, line.index("x")) for n, line in enumerate(text.splitlines()) if "x = " in line]
    return [place for place in places if await editor.hover(name, *place) is not None]


def _changes(text: str) -> Iterator[types.TextDocumentContentChangePartial]:
    """A digit more behind a number, and away again; number after number of the code, over and over."""
    lines = text.splitlines()
    code = itertools.dropwhile(lambda n: not lines[n].startswith("class "), range(len(lines)))
    places = [(n, m.end()) for n in code for m in NUMBER.finditer(lines[n])]
    for line, column in itertools.cycle(places):
        here, after = types.Position(line, column), types.Position(line, column + 1)
        yield types.TextDocumentContentChangePartial(range=types.Range(here, here), text="1")
        yield types.TextDocumentContentChangePartial(range=types.Range(here, after), text="")


def _memory() -> int:
    """What the server and its processes hold."""
    return sum(p.memory_info().rss for p in psutil.Process().children(recursive=True))


if __name__ == "__main__":
    main()
