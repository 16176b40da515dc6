"""`python -m tests.benchmarks.verify`: findings that are known to be true, and what running them says.

Two sets: every error of `tests/cases` and `examples`, and the raising mutants of real models that shapelint
finds (of `tests.benchmarks.truth`, in the same environment). Writes `verify.md`.
"""

from __future__ import annotations

import datetime
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import click

from shapelint import check_paths
from shapelint.finding import Finding, Verdict
from shapelint.interpreter import Analyser
from shapelint.project import Verification
from shapelint.verify import Case, Limits, Session
from shapelint.verify.snippet import Builder
from tests.benchmarks.truth.agreement import below
from tests.benchmarks.truth.models import DriverFailed, Environment, drivers, environment
from tests.benchmarks.truth.mutants import Checker, Mutant, mutants
from tests.expectations import case_files
from tests.test_sandbox import ATTACKS

DRAWN = 6
"""The mutants that the truth benchmark has drawn of each model."""
SECONDS = 60.0


@dataclass(slots=True)
class Tally:
    """Verdicts of one set, and the seconds of each."""

    name: str
    verdicts: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    warm_up: float = 0.0
    failed: str = ""

    def add(self, finding: Finding, verdict: Verdict, seconds: float, place: str) -> None:
        shown = f"{verdict.kind} ({verdict.depth})" if verdict.depth else verdict.kind
        self.verdicts[shown] += 1
        self.seconds.append(seconds)
        if verdict.kind != "confirmed":
            said = verdict.text.replace("\n", " ")[:300]
            self.others.append(f"{place}: {finding.name}: {verdict.kind}: {said}")

    def row(self) -> str:
        if not self.seconds:
            return f"| {self.name} | – | {self.failed or 'nothing found'} |"
        total = len(self.seconds)
        confirmed = sum(n for kind, n in self.verdicts.items() if kind.startswith("confirmed"))
        refuted = sum(n for kind, n in self.verdicts.items() if kind.startswith("refuted"))
        kinds = ", ".join(f"{n} {kind}" for kind, n in self.verdicts.most_common())
        p95 = sorted(self.seconds)[int(0.95 * (total - 1))]
        return (
            f"| {self.name} | {total} | {confirmed / total:.1%} | {refuted} | {kinds} | "
            f"{self.warm_up:.1f} | {statistics.median(self.seconds):.3f} | {p95:.3f} |"
        )


def cases() -> Tally:
    """The errors of the case programs and the examples."""
    tally = Tally("tests/cases and examples")
    paths = [*case_files(), Path("examples")]
    result = check_paths(paths, None, Path(sys.executable), Verification("cpu"))
    ran = result.verification
    assert ran is not None
    tally.warm_up = ran.warm_up
    for finding, seconds in zip(result.findings, ran.seconds, strict=False):
        if finding.severity == "error" and finding.verdict is not None:
            tally.add(finding, finding.verdict, seconds, f"{finding.file}:{finding.span.line}")
    for finding in result.refuted:
        assert finding.verdict is not None
        tally.add(finding, finding.verdict, 0.0, f"{finding.file}:{finding.span.line}")
    return tally


class Prover(Checker):
    """Verifies what a mutant has gained, while its file is in place."""

    def __init__(self, driver: Path, env: Environment, folder: Path, packages: set[str]) -> None:
        super().__init__(driver, env, folder, packages)
        finding = Finding("", "error", str(self.driver), None, "")  # type: ignore[arg-type]
        self.session = Session(
            env.python,
            [Case(finding, None)],
            (env.packages,),
            device="cpu",
            limits=Limits(seconds=SECONDS),
        )
        self.mutant: Mutant | None = None
        self.judged: list[tuple[Finding, Verdict, float]] = []

    def _check(self, path: Path) -> list[tuple[str, Finding]]:
        analyser = Analyser(packages=(self.env.packages,), trees=self.trees)
        analysis = analyser.analyse(path, witnesses=True)
        found = [(below(f.file, self.folder), f) for f in analysis.findings]
        if self.mutant is not None and path in self.usual:
            for name, finding in found:
                known = (finding.name, f"{name}:{finding.span.line}") in self.usual[path]
                if not known and self.mutant.is_at(finding, name) and not self.judged:
                    way = analysis.witnesses.get((finding.name, finding.file, finding.span))
                    self._prove(replace(finding), Case(finding, way))
        return found

    def _prove(self, finding: Finding, case: Case) -> None:
        self.session.builder = Builder(self.session.modules)
        began = time.perf_counter()
        verdict = self.session.verdict(case)
        self.judged.append((finding, verdict, time.perf_counter() - began))


def of_mutants(env: Environment, each: int, driver: Path) -> Tally:
    """The first finding at the fault of each raising mutant of a model."""
    tally = Tally(driver.stem)
    try:
        drawn = [m for m in mutants(driver, env, DRAWN) if m.error and not m.own][:each]
    except DriverFailed as error:
        tally.failed = str(error)
        return tally
    packages = {m.file.partition("/")[0] for m in drawn}
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        prover = Prover(driver, env, Path(folder).resolve(), packages)
        tally.warm_up = time.perf_counter() - began
        with prover.session:
            for mutant in drawn:
                prover.mutant, prover.judged = mutant, []
                for path in (prover.driver, prover.folder / mutant.file):
                    if not prover.judged:
                        prover.gained(mutant, path)
                place = (
                    f"{mutant.file}:{mutant.edit.line}: {mutant.edit.kind} → `{mutant.edit.text}`"
                )
                for finding, verdict, seconds in prover.judged:
                    tally.add(finding, verdict, seconds, place)
    return tally


def total(tallies: list[Tally]) -> Tally:
    whole = Tally("all mutants", warm_up=statistics.median([t.warm_up for t in tallies] or [0.0]))
    for tally in tallies:
        whole.verdicts.update(tally.verdicts)
        whole.seconds += tally.seconds
    return whole


def page(tallies: list[Tally]) -> str:
    head = [
        f"# What a run says of findings that are true, {datetime.date.today().isoformat()}",
        "",
        "Seconds: the start of the worker, then for each finding.",
        "",
        "| set | findings | confirmed | refuted | verdicts | start | median | p95 |",
        "|---|--:|--:|--:|---|--:|--:|--:|",
    ]
    others = [f"- {line}" for tally in tallies for line in tally.others]
    listed = ["", "Not confirmed:", "", *others] if others else []
    return "\n".join([*head, *(t.row() for t in tallies), *listed, "", *hostile()]) + "\n"


def hostile() -> Iterator[str]:
    """The table of `tests/test_sandbox.py`, where every line of it is held."""
    yield "## Hostile snippets"
    yield ""
    yield "Each layer named stops the snippet by itself, with all others left out (Linux; `limit` and `clock` are"
    yield "those of the agent and the linter); where none is named there is nothing to stop, or only all together do."
    yield ""
    yield "| snippet | how it ends | stopped by |"
    yield "|---|---|---|"
    for attack in ATTACKS:
        ends = f"{attack.kind} {attack.exception}".strip()
        stoppers = attack.stoppers.strip().replace(" ", ", ") or "–"
        yield f"| {attack.name} | {ends} | {stoppers} |"


@click.command()
@click.option(
    "--python", type=click.Path(exists=True, path_type=Path), help="As for the truth benchmark."
)
@click.option("--each", default=6, show_default=True, help="Mutants of each model, at most 6.")
@click.option("--jobs", default=2, show_default=True, help="Models at once.")
@click.option("--output", type=click.Path(path_type=Path), default=Path("verify.md"))
@click.argument("models", nargs=-1)
def main(python: Path | None, each: int, jobs: int, output: Path, models: tuple[str, ...]) -> None:
    """Verify the cases (only without MODELS), then mutants of the drivers that begin with MODELS."""
    tallies = [] if models else [cases()]
    for tally in tallies:
        click.echo(tally.row())
    env = environment(python)
    found: list[Tally] = []
    with ProcessPoolExecutor(jobs) as pool:
        for tally in pool.map(partial(of_mutants, env, each), drivers(models)):
            click.echo(tally.row())
            found.append(tally)
            output.write_text(page([*tallies, *found, total(found)]))
    click.echo(total(found).row())


if __name__ == "__main__":
    main()
