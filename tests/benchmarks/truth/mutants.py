"""Mutants of real models: which raise when they are run, and which shapelint finds."""

from __future__ import annotations

import ast
import json
import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from shapelint.finding import Finding
from shapelint.interpreter import Analyser
from shapelint.source.trees import Trees
from tests.benchmarks.truth.agreement import below, trace
from tests.benchmarks.truth.edits import Edit, edits
from tests.benchmarks.truth.models import ENVIRON, HERE, TRACING, DriverFailed, Environment, kept
from tests.breakages import about_shapes

PER_LINE = 2
TRIES = 12
"""At most so many runs for each mutant that is wanted."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed file of a driver's package, and what its run raised (`error` is empty: nothing).

    `lines` are the (file, first, last) that the exception passes through; `own` says that the model's
    own `raise` or `assert` made it.
    """

    driver: str
    file: str
    edit: Edit
    error: str
    message: str
    lines: tuple[tuple[str, int, int], ...]
    own: bool = False

    def is_at(self, finding: Finding, file: str) -> bool:
        """Whether a finding stands on the changed line or on one that the failure passes through."""
        first, last = finding.span.line, finding.span.end_line
        places = [*self.lines, (self.file, self.edit.line, self.edit.line)]
        return any(f == file and a <= last and first <= b for f, a, b in places)


def mutants(driver: Path, env: Environment, count: int) -> list[Mutant]:
    """Up to `count` mutants that raise a shape error, and as many that run; kept between runs."""
    files = (driver, *(HERE / n for n in ("edits.py", "mutants.py", "tracing.py")))
    sources = (*(path.read_bytes() for path in files), str(count).encode())
    found = kept(
        "mutants",
        driver.stem,
        sources,
        lambda: [asdict(m) for m in _drawn(driver, env, count)],
    )
    return [_read(item) for item in found]


def _read(item: dict[str, Any]) -> Mutant:
    edit = Edit(**item.pop("edit"))
    lines = tuple((f, a, b) for f, a, b in item.pop("lines"))
    return Mutant(edit=edit, lines=lines, **item)


def _drawn(driver: Path, env: Environment, count: int) -> Iterator[Mutant]:
    rng = random.Random(driver.stem)
    traced = trace(driver, env)
    package = {file for file, *_ in traced["shapes"] if file != driver.name}
    tops = {f.partition("/")[0].removesuffix(".py") for f in package}
    modules = [m for m in traced["modules"] if not m.startswith("_")]
    preload = [m for m in modules if m.count(".") <= 1 or m.partition(".")[0] in tops]
    with tempfile.TemporaryDirectory() as folder, Runner(driver, env, preload) as runner:
        executed = runner.run(None, None).get("executed")
        if executed is None:
            raise DriverFailed("the driver does not run")
        candidates = []
        for file in sorted(package):
            path = env.packages / file
            functions = {line for f, line in traced["functions"] if f == file}
            reached = set(executed.get(str(path), ()))
            found = edits(path.read_bytes(), functions)
            candidates += [(file, e) for e in found if e.line in reached]
        raising = running = 0
        used: dict[tuple[str, int], int] = {}
        for tries, (file, edit) in enumerate(_by_turns(candidates, rng)):
            if raising >= count or tries >= TRIES * count:
                return
            if used.get((file, edit.line), 0) >= PER_LINE:
                continue
            source = edit.apply((env.packages / file).read_bytes())
            try:
                ast.parse(source)
            except SyntaxError:
                continue
            used[file, edit.line] = used.get((file, edit.line), 0) + 1
            changed = Path(folder) / Path(file).name
            changed.write_bytes(source)
            answer = runner.run(env.packages / file, changed)
            if answer["error"] is None:
                running += 1
                if running <= count:
                    yield Mutant(driver.stem, file, edit, "", "", ())
                continue
            mutant = _described(driver.stem, file, edit, answer, env, changed)
            if mutant is not None:
                raising += 1
                yield mutant


def _by_turns(candidates: list[tuple[str, Edit]], rng: random.Random) -> Iterator[tuple[str, Edit]]:
    """The candidates in an order that takes each kind of edit in turn."""
    rng.shuffle(candidates)
    kinds: dict[str, list[tuple[str, Edit]]] = {}
    for item in candidates:
        kinds.setdefault(item[1].kind, []).append(item)
    while kinds:
        for kind in sorted(kinds):
            yield kinds[kind].pop()
            if not kinds[kind]:
                del kinds[kind]


def _described(
    driver: str, file: str, edit: Edit, answer: dict[str, Any], env: Environment, changed: Path
) -> Mutant | None:
    """The mutant of a run that raised; None if that was not about shapes."""
    if not about_shapes(answer["error"], answer["message"]):
        return None
    lines = []
    last = ""
    for name, first, end in answer["lines"]:
        path = changed if name == str(changed) else Path(name)
        shown = file if path == changed else below(name, env.packages)
        text = path.read_text(errors="replace").splitlines() if path.is_file() else []
        last = text[first - 1].strip() if 0 < first <= len(text) else ""
        lines.append((shown, first, end))
    raised_in_package = bool(lines) and lines[-1][0].partition("/")[0] == file.partition("/")[0]
    own = raised_in_package and last.startswith(("raise", "assert", "_assert"))
    return Mutant(driver, file, edit, answer["error"], answer["message"], tuple(lines), own)


class Runner:
    """A process that has imported what the driver needs and forks for each run."""

    def __init__(self, driver: Path, env: Environment, preload: list[str]) -> None:
        command = [str(env.python), str(TRACING), "serve", str(driver)]
        self.preload, self.packages = preload, env.packages
        self.process = subprocess.Popen(
            command, env=ENVIRON, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.communicate()

    def run(self, file: Path | None, changed: Path | None) -> dict[str, Any]:
        """What running the driver gives with the functions of one file taken from another."""
        request = {
            "folder": str(self.packages),
            "file": file and str(file),
            "changed": changed and str(changed),
            "preload": self.preload,
        }
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        while line and not line.startswith("{"):
            line = self.process.stdout.readline()
        if not line:
            raise DriverFailed("the process that runs the driver died")
        answer: dict[str, Any] = json.loads(line)
        return answer


class Checker:
    """Checks a driver beside a copy of its package in which single files are changed."""

    def __init__(self, driver: Path, env: Environment, folder: Path, packages: set[str]) -> None:
        self.folder, self.env = folder, env
        self.driver = folder / driver.name
        self.driver.write_bytes(driver.read_bytes())
        for package in packages:
            _mirror(env.packages / package, folder / package)
        self.trees = Trees()
        self.usual: dict[Path, set[tuple[str, str]]] = {}

    def gained(self, mutant: Mutant, path: Path) -> list[tuple[str, Finding]]:
        """The findings of a check of one file that the unchanged package has not."""
        if path not in self.usual:
            self.usual[path] = {(f.name, f"{n}:{f.span.line}") for n, f in self._check(path)}
        changed = self.folder / mutant.file
        source = (self.env.packages / mutant.file).read_bytes()
        changed.unlink()
        changed.write_bytes(mutant.edit.apply(source))
        try:
            found = self._check(path)
        finally:
            changed.unlink()
            changed.symlink_to(self.env.packages / mutant.file)
        return [(n, f) for n, f in found if (f.name, f"{n}:{f.span.line}") not in self.usual[path]]

    def unchanged(self) -> list[tuple[str, Finding]]:
        """What a check of the driver says beside the unchanged package."""
        return self._check(self.driver)

    def _check(self, path: Path) -> list[tuple[str, Finding]]:
        analyser = Analyser(packages=(self.env.packages,), trees=self.trees)
        findings = analyser.analyse(path).findings
        return [(below(f.file, self.folder), f) for f in findings]


def _mirror(source: Path, target: Path) -> None:
    """A package whose files are links to the real ones."""
    if source.with_suffix(".py").is_file():
        target.with_suffix(".py").symlink_to(source.with_suffix(".py"))
    for folder, _, names in os.walk(source):
        here = target / Path(folder).relative_to(source)
        here.mkdir(parents=True, exist_ok=True)
        for name in names:
            if not name.endswith(".pyc"):
                (here / name).symlink_to(Path(folder) / name)
