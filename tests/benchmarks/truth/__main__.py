"""`python -m tests.benchmarks.truth`: real models, what shapelint says of them and what happens.

Makes a virtual environment of the pinned packages on first use, runs each driver in it, and writes
`truth.md` and `truth.json`.
"""

from __future__ import annotations

import datetime
import json
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click

from tests.benchmarks.truth.agreement import Agreement, agreement
from tests.benchmarks.truth.models import Environment, drivers, environment
from tests.benchmarks.truth.recall import Recall, recall
from tests.benchmarks.truth.report import markdown, totals


def measure(env: Environment, count: int, driver: Path) -> tuple[Agreement, Recall]:
    agreed = agreement(driver, env)
    found = recall(driver, env, count) if count and not agreed.failed else Recall(driver.stem)
    return agreed, found


@click.command()
@click.option(
    "--python",
    type=click.Path(exists=True, path_type=Path),
    help="An interpreter that has the models (default: an environment is made).",
)
@click.option(
    "--mutants", default=6, show_default=True, help="Raising mutants wanted of each model."
)
@click.option("--jobs", default=2, show_default=True, help="Models measured at once.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Folder for truth.md and truth.json.",
)
@click.argument("models", nargs=-1)
def main(
    python: Path | None, mutants: int, jobs: int, output: Path, models: tuple[str, ...]
) -> None:
    """Measure the drivers whose names begin with one of MODELS (all of them by default)."""
    env = environment(python)
    agreements: list[Agreement] = []
    recalls: list[Recall] = []
    output.mkdir(parents=True, exist_ok=True)
    page = ""
    with ProcessPoolExecutor(jobs) as pool:
        for a, r in pool.map(partial(measure, env, mutants), drivers(models)):
            agreements.append(a)
            recalls.append(r)
            click.echo(_row(a, r))
            page = write(output, env, agreements, recalls)
    click.echo(page.split("\nSeconds:")[0])


def write(
    output: Path, env: Environment, agreements: list[Agreement], recalls: list[Recall]
) -> str:
    """Write what is measured so far, so that a run that is stopped keeps it; answers the page."""
    today = datetime.date.today().isoformat()
    page = markdown(today, env.versions(), agreements, recalls)
    (output / "truth.md").write_text(page)
    figures = {
        "date": today,
        "versions": env.versions(),
        "totals": totals(agreements, recalls),
        "agreement": [a.as_json() for a in agreements],
        "recall": [r.as_json() for r in recalls],
    }
    (output / "truth.json").write_text(json.dumps(figures, indent=1))
    return page


def _row(a: Agreement, r: Recall) -> str:
    n = max(1, a.traced)
    return (
        f"{a.driver:32} {a.traced:5} known {a.known / n:6.1%} exact {a.exact / n:6.1%} wrong {len(a.wrong):3}"
        f"  found {r.found}/{r.raising} false {len(r.false_errors)}"
        f"  {a.framework_seconds:5.1f} {a.run_seconds:5.1f} {a.shapelint_seconds:5.1f} {a.failed or r.failed}"
    )


if __name__ == "__main__":
    main()
