"""Programs over libraries that preludes tell from outside alone: `python -m tests.benchmarks.truth.outside`.

Each is run, and the shapes of its own lines are held against what shapelint says of them.
"""

from __future__ import annotations

from pathlib import Path

import click

from tests.benchmarks.truth.agreement import Agreement, by_place, compare, inferred_shapes
from tests.benchmarks.truth.models import DRIVERS, environment


@click.command()
@click.option(
    "--python", type=click.Path(path_type=Path), help="An environment with the libraries."
)
def main(python: Path | None) -> None:
    """Compare all of them. Raises DriverFailed where one does not run."""
    env = environment(python)
    agreed = True
    for driver in sorted((DRIVERS / "outside").glob("*.py")):
        found = Agreement(driver.stem)
        compare(found, by_place(env.ask("alone", str(driver))), inferred_shapes(driver, env))
        click.echo(f"{found.driver:28} {found.exact} exact of {found.traced}, {found.known} known")
        for line in (*found.wrong, *found.missing):
            click.echo(f"    {line}")
        agreed &= bool(found.traced) and not found.wrong
    raise SystemExit(not agreed)


if __name__ == "__main__":
    main()
