"""Inferred shapes against those of the run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.packages import CACHE
from tests.benchmarks.truth.models import TRACING, DriverFailed, Environment, kept

Place = tuple[str, int, str]
Sizes = tuple[int | None, ...]
Inferred = tuple[int | str, ...] | None
SYMBOL = re.compile(r"[A-Za-z_]\w*$")


@dataclass(slots=True)
class Agreement:
    """What was said of one driver's tensors. Counts are of places with the shape they had."""

    driver: str
    traced: int = 0
    known: int = 0
    exact: int = 0
    judged: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    inexact: list[str] = field(default_factory=list)
    framework_seconds: float = 0.0
    run_seconds: float = 0.0
    shapelint_seconds: float = 0.0
    failed: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def agreement(driver: Path, env: Environment) -> Agreement:
    """Trace a driver, infer its shapes, compare."""
    result = Agreement(driver.stem)
    try:
        traced = observed(driver, env)
        times = env.ask("time", str(driver))
    except DriverFailed as error:
        result.failed = str(error)
        return result
    result.framework_seconds, result.run_seconds = times["framework"], times["whole"]
    began = time.perf_counter()
    try:
        inferred = inferred_shapes(driver, env)
    except DriverFailed as error:
        result.failed = str(error)
        inferred = {}
    result.shapelint_seconds = time.perf_counter() - began
    compare(result, traced, inferred)
    return result


def observed(driver: Path, env: Environment) -> dict[Place, list[Sizes]]:
    """The shapes of the run, by place; files are named below the folder of their package."""
    return by_place(trace(driver, env))


def by_place(answer: Any) -> dict[Place, list[Sizes]]:
    """What `tracing.py` has seen, by place."""
    return {
        (file, line, name): [tuple(sizes) for sizes in shapes]
        for file, line, name, shapes in answer["shapes"]
    }


def trace(driver: Path, env: Environment) -> Any:
    """What `tracing.py trace` says, kept by the driver's text. Raises DriverFailed."""
    sources = (driver.read_bytes(), TRACING.read_bytes())
    instrumented = str(CACHE / "instrumented")
    return kept("traces", driver.stem, sources, lambda: env.ask("trace", str(driver), instrumented))


def inferred_shapes(driver: Path, env: Environment) -> dict[Place, list[Inferred]]:
    """What `shapelint shapes` says of the driver run as a script. Raises DriverFailed."""
    command = [sys.executable, "-m", "shapelint", "shapes", str(driver), "--format", "json"]
    try:
        done = subprocess.run(
            [*command, "--python", str(env.python)], capture_output=True, text=True, timeout=600
        )
    except subprocess.TimeoutExpired:
        raise DriverFailed("shapelint: no answer within 600 s") from None
    if done.returncode != 0:
        raise DriverFailed(f"shapelint: {(done.stderr.strip() or 'no output').splitlines()[-1]}")
    found: dict[Place, list[Inferred]] = defaultdict(list)
    for record in json.loads(done.stdout)["shapes"]:
        if record["entry"] == "<script>":
            place = (below(record["file"], env.packages), record["line"], record["name"])
            shape = record["shape"]
            found[place].append(None if shape is None else tuple(shape))
    return found


def below(file: str, packages: Path) -> str:
    """A file's name below the folder of the installed packages; of others the last part."""
    path = Path(file)
    return str(path.relative_to(packages)) if path.is_relative_to(packages) else path.name


def compare(
    result: Agreement, traced: dict[Place, list[Sizes]], inferred: dict[Place, list[Inferred]]
) -> None:
    for place, shapes in traced.items():
        said = inferred.get(place, [])
        for sizes in shapes:
            result.traced += 1
            fitting = [shape for shape in said if fits(shape, sizes)]
            ranked = [shape for shape in fitting if has_rank(shape)]
            result.known += bool(ranked)
            is_exact = any(equals(shape, sizes) for shape in ranked)
            result.exact += is_exact
            where = f"{place[0]}:{place[1]}: {place[2]} is {shown(sizes)}"
            if not ranked:
                result.missing.append(where)
            elif not is_exact:
                result.inexact.append(f"{where}, said {shown(ranked[0])}")
        for shape in said:
            result.judged += 1
            if not any(fits(shape, sizes) for sizes in shapes):
                real = ", ".join(map(shown, shapes))
                where = f"{place[0]}:{place[1]}: {place[2]}"
                result.wrong.append(f"{where} said {shown(shape)}, is {real}")


def has_rank(shape: Inferred) -> bool:
    return shape is not None and not any(isinstance(s, str) and s.startswith("*") for s in shape)


def equals(shape: Inferred, sizes: Sizes) -> bool:
    """Whether all sizes are the run's; one that a Keras model leaves open is a symbol."""
    assert shape is not None
    return all(
        said == real or (real is None and type(said) is str) for said, real in zip(shape, sizes)
    )


def fits(shape: Inferred, sizes: Sizes) -> bool:
    """Whether the run does not contradict a shape; a symbol is the same size wherever it stands."""
    if shape is None:
        return True
    stars = [i for i, s in enumerate(shape) if isinstance(s, str) and s.startswith("*")]
    if stars:
        before, after = shape[: stars[0]], shape[stars[0] + 1 :]
        if len(sizes) < len(before) + len(after):
            return False
        return fits(before, sizes[: len(before)]) and fits(after, sizes[len(sizes) - len(after) :])
    if len(shape) != len(sizes):
        return False
    meaning: dict[str, int | None] = {}
    for said, real in zip(shape, sizes):
        if isinstance(said, int):
            if said != real:
                return False
        elif SYMBOL.match(said) and meaning.setdefault(said, real) != real:
            return False
    return True


def shown(shape: Inferred | Sizes) -> str:
    if shape is None:
        return "(?)"
    return "(" + ", ".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"
