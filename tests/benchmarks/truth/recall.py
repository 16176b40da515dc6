"""Which mutants shapelint finds, and what it says of those that run."""

from __future__ import annotations

import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.truth.models import DriverFailed, Environment
from tests.benchmarks.truth.mutants import Checker, Mutant, mutants


@dataclass(slots=True)
class Recall:
    """The mutants of one driver. `own` ones are refused by the model's own raise or assert: they
    are counted apart, in `own_found` too."""

    driver: str
    raising: int = 0
    found: int = 0
    own: int = 0
    own_found: int = 0
    running: int = 0
    missed: list[str] = field(default_factory=list)
    false_errors: list[str] = field(default_factory=list)
    """Errors on the unchanged program, and those that a mutant that runs has gained."""
    seconds: float = 0.0
    failed: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def recall(driver: Path, env: Environment, count: int) -> Recall:
    """Check `count` raising mutants of a driver, and as many that run."""
    result = Recall(driver.stem)
    try:
        found = mutants(driver, env, count)
    except DriverFailed as error:
        result.failed = str(error)
        return result
    began = time.perf_counter()
    packages = {m.file.partition("/")[0] for m in found}
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(driver, env, Path(folder).resolve(), packages)
        for mutant in found:
            if mutant.error:
                _judge_raising(result, checker, mutant)
            else:
                _judge_running(result, checker, mutant)
        for _, finding in checker.unchanged():
            if finding.severity == "error":
                result.false_errors.append(
                    f"unchanged: {finding.file}:{finding.span.line}: {finding.message}"
                )
    result.seconds = time.perf_counter() - began
    return result


def _judge_raising(result: Recall, checker: Checker, mutant: Mutant) -> None:
    files = (checker.driver, checker.folder / mutant.file)
    hit = any(mutant.is_at(f, n) for path in files for n, f in checker.gained(mutant, path))
    if mutant.own:
        result.own += 1
        result.own_found += hit
        return
    result.raising += 1
    result.found += hit
    if not hit:
        result.missed.append(
            f"{_place(mutant)}: {mutant.error}: {mutant.message.splitlines()[0][:160]}"
        )


def _judge_running(result: Recall, checker: Checker, mutant: Mutant) -> None:
    result.running += 1
    for file, finding in checker.gained(mutant, checker.driver):
        if finding.severity == "error":
            result.false_errors.append(
                f"{_place(mutant)} runs, but: {file}:{finding.span.line}: {finding.message}"
            )


def _place(mutant: Mutant) -> str:
    edit = mutant.edit
    return f"{mutant.file}:{edit.line}:{edit.start + 1}: {edit.kind} → `{edit.text}`"
