"""What a check of whole packages of real code says: `python -m tests.benchmarks.findings [NAMES]`.

Each package is downloaded at its pinned version and checked as its own files are. They work, so an
error is false unless the code that it names is never run; every finding is listed, to be read.
"""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import click

from shapelint import CheckResult, check_paths
from tests.benchmarks.packages import CACHE, KERAS, PINNED, SMALL, fetched


@click.command()
@click.option("--jobs", default=2, show_default=True, help="Worker processes.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("findings.md"),
    show_default=True,
)
@click.argument("names", nargs=-1)
def main(jobs: int, output: Path, names: tuple[str, ...]) -> None:
    """Check the packages whose names begin with one of NAMES (all of them by default)."""
    rows, listed = [], []
    for requirement in (*SMALL, *PINNED, *KERAS):
        if names and not requirement.startswith(names):
            continue
        folder = fetched(requirement, CACHE)
        began = time.perf_counter()
        result = check_paths([folder], jobs=jobs)
        rows.append(row(requirement, result, time.perf_counter() - began))
        click.echo(rows[-1])
        listed += [
            f"- {requirement}: {Path(f.file).relative_to(folder)}:{f.span.line}: {f.severity}[{f.name}] {f.message}"
            for f in result.findings
        ]
        listed += [
            f"- {requirement}: not checked: {Path(p.file).relative_to(folder)}: {p.message}"
            for p in result.problems
        ]
        output.write_text(page(rows, listed))


def row(requirement: str, result: CheckResult, seconds: float) -> str:
    errors = sum(f.severity == "error" for f in result.findings)
    warnings = len(result.findings) - errors
    counts = f"{result.proved} | {result.open} | {result.unknown}"
    return f"| {requirement} | {result.files} | {counts} | {errors} | {warnings} | {len(result.problems)} | {seconds:.0f} |"


def page(rows: list[str], listed: list[str]) -> str:
    head = [
        f"# Findings in whole packages, {datetime.date.today().isoformat()}",
        "",
        "| package | files | proved | open | unknown | errors | warnings | not checked | seconds |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*head, *rows, "", *listed]) + "\n"


if __name__ == "__main__":
    main()
