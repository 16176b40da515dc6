"""`python -m tests.benchmarks.fixes`: models whose source has one wrong number, mended by `--fix` and run again.

The numbers are changed as `tests.benchmarks.truth` changes them. Writes `fixes.md` and `fixes.json`.
"""

from __future__ import annotations

import datetime
import json
import random
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import click

from shapelint.finding import Finding
from shapelint.project.check import check_paths
from shapelint.project.config import Config, config_for
from shapelint.project.fixing import Change, fixed
from shapelint.project.gathering import CheckResult
from tests.benchmarks.truth.agreement import below, trace
from tests.benchmarks.truth.edits import edits
from tests.benchmarks.truth.models import (
    ENVIRON,
    HERE,
    DriverFailed,
    Environment,
    drivers,
    environment,
    kept,
)
from tests.benchmarks.truth.mutants import TRIES, Mutant, Runner, _described, _read

RUNS = ("runs, as it was", "runs, otherwise")
NO_FIX = ("warning only", "no fix")
LEFT = ("still raises", "worse")
OUTCOMES = (*RUNS, *NO_FIX, *LEFT)


@dataclass(slots=True)
class Tally:
    """What became of the mutants of a driver that are found, by outcome; of those that run and were not to
    be touched, how many no longer do."""

    driver: str
    raising: int = 0
    found: int = 0
    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    running: int = 0
    broken: int = 0
    told: list[str] = field(default_factory=list)
    seconds: float = 0.0
    failed: str = ""


def measure(env: Environment, count: int, driver: Path) -> Tally:
    """Mend `count` raising mutants of a driver, and as many that run."""
    tally = Tally(driver.stem)
    try:
        found = literals(driver, env, count)
        if found:
            with Mended(driver, env, {m.file.partition("/")[0] for m in found}) as mended:
                began = time.perf_counter()
                for mutant in found:
                    mended.judge(mutant, tally)
                tally.seconds = time.perf_counter() - began
    except DriverFailed as error:
        tally.failed = str(error)
    return tally


def literals(driver: Path, env: Environment, count: int) -> list[Mutant]:
    """Mutants of which one number is another; kept between runs."""
    names = ("truth/edits.py", "truth/mutants.py", "truth/tracing.py")
    files = (driver, *(HERE.parent / name for name in names))
    sources = (*(path.read_bytes() for path in files), str(count).encode())
    found = kept(
        "literals",
        driver.stem,
        sources,
        lambda: [asdict(m) for m in _drawn(driver, env, count)],
    )
    return [_read(item) for item in found]


def _drawn(driver: Path, env: Environment, count: int) -> Iterator[Mutant]:
    """As the mutants of the truth benchmark are drawn, but only numbers, one a line."""
    traced = trace(driver, env)
    package = sorted({file for file, *_ in traced["shapes"] if file != driver.name})
    with tempfile.TemporaryDirectory() as folder, runner(driver, env) as run:
        executed = run.run(None, None).get("executed")
        if executed is None:
            raise DriverFailed("the driver does not run")
        candidates = []
        for file in package:
            path = env.packages / file
            functions = {line for f, line in traced["functions"] if f == file}
            reached = set(executed.get(str(path), ()))
            found = edits(path.read_bytes(), functions)
            candidates += [(file, e) for e in found if e.kind == "literal" and e.line in reached]
        random.Random(driver.stem).shuffle(candidates)
        raising = running = 0
        used: set[tuple[str, int]] = set()
        for file, edit in candidates[: TRIES * count]:
            if raising >= count:
                return
            if (file, edit.line) in used:
                continue
            used.add((file, edit.line))
            changed = Path(folder) / Path(file).name
            changed.write_bytes(edit.apply((env.packages / file).read_bytes()))
            answer = run.run(env.packages / file, changed)
            if answer["error"] is None:
                running += 1
                if running <= count:
                    yield Mutant(driver.stem, file, edit, "", "", ())
                continue
            mutant = _described(driver.stem, file, edit, answer, env, changed)
            if mutant is not None and not mutant.own:
                raising += 1
                yield mutant


def runner(driver: Path, env: Environment) -> Runner:
    """A process that has imported what the driver does."""
    traced = trace(driver, env)
    tops = {file.partition("/")[0].removesuffix(".py") for file, *_ in traced["shapes"]}
    modules = [m for m in traced["modules"] if not m.startswith("_")]
    return Runner(
        driver, env, [m for m in modules if m.count(".") <= 1 or m.partition(".")[0] in tops]
    )


class Mended:
    """A driver beside a copy of its package, as a user has both; mended in memory."""

    def __init__(self, driver: Path, env: Environment, packages: set[str]) -> None:
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = Path(self.scratch.name).resolve() / "project"
        self.env, self.source = env, driver
        self.driver = self.folder / driver.name
        self.folder.mkdir()
        shutil.copy(driver, self.driver)
        for package in packages:
            source = env.packages / package
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "*.so")
                shutil.copytree(source, self.folder / package, ignore=ignored)
            else:
                shutil.copy(source, self.folder / package)
        self.config: Config = config_for([self.driver], env.python)
        self.runner = runner(driver, env)
        self.usual: dict[str, set[tuple[str, str, int]]] = {}

    def __enter__(self) -> Mended:
        self.runner.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.runner.__exit__(*error)
        self.scratch.cleanup()

    def judge(self, mutant: Mutant, tally: Tally) -> None:
        """Check a mutant, apply the fixes, run what comes of it."""
        file = self.folder / mutant.file
        original = file.read_bytes()
        wrong = {str(file): mutant.edit.apply(original)}
        if mutant.file not in self.usual:
            self.usual[mutant.file] = set(map(self._key, self._check(file, {}).findings))
        result = self._check(file, wrong)
        gained = [f for f in result.findings if self._key(f) not in self.usual[mutant.file]]
        hits = [f for f in gained if mutant.is_at(f, below(f.file, self.folder))]
        tally.raising += bool(mutant.error)
        tally.running += not mutant.error
        if mutant.error and not hits:
            return
        tally.found += bool(mutant.error)
        done = fixed(
            result.findings,
            lambda overlay: self._check(file, {**wrong, **overlay}).findings,
            result.texts,
        )
        texts = {**wrong, **{change.file: change.after for change in done.changes}}
        if not mutant.error:
            if done.changes and (after := self._run(texts)):
                tally.broken += 1
                tally.told.append(f"{_place(mutant)} ran, now: {after['message'][:160]}")
            return
        if not done.changes:
            certain = any(f.severity == "error" for f in hits)
            offered = any(f.fix is not None for f in gained)
            outcome, why = NO_FIX[certain], " (a fix makes something worse)" if offered else ""
        else:
            outcome, why = self._outcome(mutant, texts, texts[str(file)] == original)
        tally.outcomes[outcome] += 1
        old = original.splitlines()[mutant.edit.line - 1].decode(errors="replace").strip()
        said = f"{hits[0].name} at {below(hits[0].file, self.folder)}:{hits[0].span.line}: {hits[0].message[:150]}"
        wrote = "; ".join(_wrote(change) for change in done.changes)
        tally.told.append(
            f"{outcome}{why}: {_place(mutant)} in `{old}`; {said}; wrote {wrote or 'nothing'}"
        )

    def _outcome(
        self, mutant: Mutant, texts: Mapping[str, bytes], as_it_was: bool
    ) -> tuple[str, str]:
        after = self._run(texts)
        if after is None:
            return RUNS[not (as_it_was and len(texts) == 1)], ""
        lines = [(below(name, self.env.packages), first) for name, first, _ in after["lines"]]
        before = [(name, first) for name, first, _ in mutant.lines]
        for (old, at), (new, now) in zip(before, lines, strict=False):
            if (old, at) != (new, now):
                return LEFT[old == new and now < at], f" ({after['message'][:120]})"
        return LEFT[0], f" ({after['message'][:120]})"

    def _check(self, file: Path, overlay: Mapping[str, bytes]) -> CheckResult:
        return check_paths(
            [self.driver, file],
            1,
            config=self.config,
            overlay=overlay,
            cache=self.folder.parent / "cache",
        )

    def _key(self, finding: Finding) -> tuple[str, str, int]:
        return finding.name, finding.file, finding.span.line

    def _run(self, texts: Mapping[str, bytes]) -> dict[str, Any] | None:
        """What running the driver with other texts raises; None if nothing."""
        ((name, text), *others) = texts.items()
        if others:
            return self._run_anew(texts)
        changed = self.folder.parent / "changed.py"
        changed.write_bytes(text)
        answer = self.runner.run(self.env.packages / below(name, self.folder), changed)
        return None if answer["error"] is None else answer

    def _run_anew(self, texts: Mapping[str, bytes]) -> dict[str, Any] | None:
        """The driver in a process of its own, in which changed files stand for those of the package."""
        before = {name: Path(name).read_bytes() for name in texts}
        environ = {**ENVIRON, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [str(self.env.python), str(self.driver)]
        try:
            for name, text in texts.items():
                Path(name).write_bytes(text)
            done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=300)
        finally:
            for name, text in before.items():
                Path(name).write_bytes(text)
        if done.returncode == 0:
            return None
        return {"message": (done.stderr.strip() or "no output").splitlines()[-1], "lines": []}


def _place(mutant: Mutant) -> str:
    return f"{mutant.file}:{mutant.edit.line}:{mutant.edit.start + 1} → `{mutant.edit.text}`"


def _wrote(change: Change) -> str:
    """The lines that a change leaves."""
    old, new = (
        text.decode(errors="replace").splitlines() for text in (change.before, change.after)
    )
    name = Path(change.file).name
    return ", ".join(
        f"`{b.strip()}` ({name}:{n})"
        for n, (a, b) in enumerate(zip(old, new, strict=True), 1)
        if a != b
    )


def markdown(date: str, versions: Mapping[str, str], tallies: list[Tally]) -> str:
    """The tables of a run."""
    total: Counter[str] = Counter()
    for tally in tallies:
        total.update(tally.outcomes)
    found = sum(t.found for t in tallies)
    mended = sum(total[name] for name in RUNS)
    share = f"{mended / found:.0%}" if found else "none"
    lines = [
        "# Wrong numbers, mended",
        "",
        f"Run on {date}: {sum(t.raising for t in tallies)} programs of {len(tallies)} drivers in which one number"
        f" is changed so that they raise; {found} of them are found.",
        "",
        f"After `--fix`, **{mended} of {found} ({share}) run**; {total['worse']} raise earlier than before. Of"
        f" {sum(t.running for t in tallies)} programs whose changed number does no harm,"
        f" {sum(t.broken for t in tallies)} no longer run.",
        "",
        f"| driver | raise | found | {' | '.join(OUTCOMES)} | run already | broken | s |",
        "|---|" + "--:|" * (len(OUTCOMES) + 5),
    ]
    for t in tallies:
        numbers = (
            t.raising,
            t.found,
            *(t.outcomes[name] for name in OUTCOMES),
            t.running,
            t.broken,
        )
        shown = " | ".join(map(str, numbers))
        lines.append(f"| {t.driver} | {shown} | {t.seconds:.0f} | {t.failed}".rstrip(" |") + " |")
    lines += ["", "## Each", ""]
    lines += [f"- {t.driver}: {told}" for t in tallies for told in t.told]
    lines += ["", "Versions: " + ", ".join(f"{n} {v}" for n, v in versions.items()), ""]
    return "\n".join(lines)


@click.command()
@click.option(
    "--python",
    type=click.Path(exists=True, path_type=Path),
    help="An interpreter that has the models (default: an environment is made).",
)
@click.option("--mutants", default=5, show_default=True, help="Raising ones wanted of each model.")
@click.option("--jobs", default=2, show_default=True, help="Models measured at once.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Folder for fixes.md and fixes.json.",
)
@click.argument("models", nargs=-1)
def main(
    python: Path | None, mutants: int, jobs: int, output: Path, models: tuple[str, ...]
) -> None:
    """Measure the drivers whose names begin with one of MODELS (all of them by default)."""
    env = environment(python)
    output.mkdir(parents=True, exist_ok=True)
    tallies: list[Tally] = []
    page = ""
    today = datetime.date.today().isoformat()
    with ProcessPoolExecutor(jobs) as pool:
        begun = [pool.submit(measure, env, mutants, driver) for driver in drivers(models)]
        for tally in (done.result() for done in as_completed(begun)):
            tallies.append(tally)
            tallies.sort(key=lambda t: t.driver)
            shown = ", ".join(f"{n} {name}" for name, n in tally.outcomes.items() if n)
            click.echo(f"{tally.driver:32} {tally.found}/{tally.raising} {shown} {tally.failed}")
            page = markdown(today, env.versions(), tallies)
            (output / "fixes.md").write_text(page)
            (output / "fixes.json").write_text(json.dumps([asdict(t) for t in tallies], indent=1))
    click.echo(page.split("\n## ")[0])


if __name__ == "__main__":
    main()
