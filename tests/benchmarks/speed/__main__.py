"""Times shapelint beside other tools on the same packages, on the same machine, in one run.

Other tools look for other faults; they give the measure of what people wait for every day.
"""

from __future__ import annotations

import datetime
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from tests.benchmarks.packages import CACHE, fetched
from tests.benchmarks.speed.curve import lines_of, over_lengths, over_package
from tests.benchmarks.speed.measure import CommandFailed, Cost, cost

REPORT = Path(__file__).parent / "REPORT.md"
PACKAGES = ("x-transformers==2.31.10", "timm==1.0.31")
FRAMEWORK = [sys.executable, "-c", "import torch"]
SHAPELINT = [sys.executable, "-m", "shapelint", "check"]
OTHERS: dict[str, Callable[[str], list[str]]] = {
    "ruff check": lambda folder: ["ruff", "check", "--no-cache", "--isolated", folder],
    "pyrefly check": lambda folder: ["pyrefly", "check", folder],
    "mypy": lambda folder: [
        sys.executable, "-m", "mypy", "--cache-dir", os.devnull, "--ignore-missing-imports",
        "--config-file", "", folder,
    ],
}  # fmt: skip
HOOKED = 15
"""How many single files are changed and checked as a hook would do it."""


@click.command()
@click.option("--package", "names", multiple=True, help="Part of a name; both by default.")
@click.option("--output", type=click.Path(path_type=Path), default=REPORT, show_default=True)
def main(names: tuple[str, ...], output: Path) -> None:
    """Measure, and write the report."""
    page = Page(output)
    page.add(
        f"# Speed, {datetime.date.today().isoformat()}\n\n"
        f"Made by `python -m tests.benchmarks.speed` on {os.cpu_count()} cores, "
        f"Python {sys.version.split()[0]}. Seconds on the clock, the best of the runs where there are several."
    )
    framework = cost(FRAMEWORK, repeats=3)
    page.add(f"\n`python -c 'import torch'`, warm: {framework.seconds:.2f} s.\n")
    for requirement in PACKAGES:
        if not names or any(name in requirement for name in names):
            with tempfile.TemporaryDirectory() as scratch:
                copy = Path(scratch) / "package"
                shutil.copytree(fetched(requirement, CACHE), copy)
                package(page, requirement, copy, framework)
    with tempfile.TemporaryDirectory() as scratch:
        curves(page, Path(scratch))


class Page:
    """The report, written as it grows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: list[str] = []

    def add(self, text: str) -> None:
        click.echo(text)
        self.lines.append(text)
        self.path.write_text("\n".join(self.lines) + "\n")


def package(page: Page, requirement: str, folder: Path, framework: Cost) -> None:
    """The table of one package."""
    files = sorted(folder.rglob("*.py"))
    total = sum(map(lines_of, files))
    page.add(f"\n## {requirement}: {len(files)} files, {total:,} lines\n")
    page.add("| | seconds | × import torch | lines/s | CPU seconds | peak of a process, MiB |")
    page.add("|---|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as cache:
        kept = [*SHAPELINT, "--cache-dir", cache]
        cold = cost([*kept, str(folder)])
        rows = [("shapelint, nothing cached", cold)]
        rows.append(("shapelint, nothing changed", cost([*kept, str(folder)], repeats=3)))
        warm = rows[-1][1]
        touch(files[len(files) // 2])
        rows.append(("shapelint, one file changed", cost([*kept, str(folder)])))
        for what, measured in rows:
            page.add(row(what, measured, total, framework))
        for name, command in OTHERS.items():
            page.add(other(name, command(str(folder)), total, framework))
        page.add(
            f"\nNothing changed is {cold.seconds / warm.seconds:.0f}× faster than nothing cached."
        )
        hooked = list(hooks(kept, files))
    page.add(
        f"One changed file, checked alone as a hook does it ({len(hooked)} files, spread evenly over the package's "
        f"files of more than 100 lines): median {statistics.median(hooked):.2f} s, slowest {max(hooked):.2f} s."
    )


def hooks(kept: list[str], files: list[Path]) -> Iterator[float]:
    """Seconds of a check of each of some files after a change to it."""
    long = [file for file in files if lines_of(file) > 100]
    for file in long[:: max(1, len(long) // HOOKED)]:
        touch(file)
        yield cost([*kept, str(file)]).seconds


def touch(file: Path) -> None:
    """A change that leaves the meaning: the text is another."""
    file.write_bytes(file.read_bytes() + b"\n# changed\n")


def row(what: str, measured: Cost, total: int, framework: Cost) -> str:
    ratio = measured.seconds / framework.seconds
    cells = (f"{measured.seconds:.2f}", f"{ratio:.2f}", f"{total / measured.seconds:,.0f}")
    return f"| {what} | {' | '.join(cells)} | {measured.cpu:.1f} | {measured.peak:.0f} |"


def other(name: str, command: list[str], total: int, framework: Cost) -> str:
    """The row of another tool, if it is installed."""
    if shutil.which(command[0], path=search_path()) is None:
        return f"| {name} | not installed | | | | |"
    try:
        measured = cost(command, {"PATH": search_path()}, expected=(0, 1))
    except CommandFailed as error:
        return f"| {name} | failed: {str(error).splitlines()[-1][:80]} | | | | |"
    return row(name, measured, total, framework)


def search_path() -> str:
    """Tools are looked up beside the interpreter first."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


def curves(page: Page, scratch: Path) -> None:
    """Cost over lines."""
    uncached = [*SHAPELINT, "--no-cache"]
    page.add("\n## Cost over lines\n\nParts of timm, nothing cached:\n")
    page.add("| files | lines | seconds | ms per line | peak of a process, MiB |")
    page.add("|--:|--:|--:|--:|--:|")
    for files, total, measured in over_package(fetched(PACKAGES[1], CACHE), uncached):
        page.add(f"| {files} | {total:,} | {curve_cells(total, measured)} |")
    page.add("\nOne file of many small layers:\n")
    page.add("| lines | seconds | ms per line | peak of a process, MiB |")
    page.add("|--:|--:|--:|--:|")
    for total, measured in over_lengths(scratch, uncached):
        page.add(f"| {total:,} | {curve_cells(total, measured)} |")


def curve_cells(total: int, measured: Cost) -> str:
    each = 1000 * measured.seconds / total
    return f"{measured.seconds:.2f} | {each:.2f} | {measured.peak:.0f}"


if __name__ == "__main__":
    main()
