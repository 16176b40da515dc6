"""Kill checks at random moments, and look at what is left: `python -m tests.benchmarks.kills [RUNS]`.

Sources are then as they were, or wholly mended; the cache says what a check without it says.
"""

from __future__ import annotations

import contextlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from shapelint.cli import main

MODULES = 6
WAYS = {
    "cached": ("--jobs", "1"),
    "parallel": ("--jobs", "2"),
    "fix": ("--fix",),
}
SHAPELINT = (sys.executable, "-m", "shapelint", "check", "--format", "json")


@dataclass(frozen=True, slots=True)
class Left:
    """What a killed run has left: how it was run, whether it was still running, and what is wrong."""

    way: str
    alive: bool
    faults: tuple[str, ...]


def source(number: int, width: int) -> str:
    """A module of a small project; its width is 9 where it is wrong, 8 once mended."""
    return (
        "import torch\nfrom torch import nn\nfrom sizes import BATCH\n\n\n"
        f"class Net{number}(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        f"        self.body = nn.ModuleList([nn.Linear(8, 8) for _ in range({number + 2})])\n"
        f"        self.head = nn.Linear({width}, 4)\n\n"
        "    def forward(self, x):\n        for layer in self.body:\n            x = layer(x).relu()\n"
        "        return self.head(x)\n\n\n"
        f"Net{number}()(torch.zeros(BATCH, 8))\n"
    )


def _told(folder: Path, *options: str) -> str:
    """What a check says that nobody kills."""
    with contextlib.chdir(folder):
        done = CliRunner().invoke(main, ["check", "--format", "json", "--jobs", "1", *options])
    return f"{done.exit_code} {done.stdout} {done.stderr}"


def _write(folder: Path) -> None:
    (folder / "sizes.py").write_text("BATCH = 2\n")
    for number in range(MODULES):
        (folder / f"net{number}.py").write_text(source(number, 9))


def kills(runs: int, seed: int) -> Iterator[Left]:
    """So many runs, killed; all with one cache."""
    choose = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder, cache = Path(scratch, "project"), Path(scratch, "cache")
        folder.mkdir()
        _write(folder)
        began = time.perf_counter()
        subprocess.run([*SHAPELINT, "--fix", "--no-cache"], cwd=folder, capture_output=True)
        longest = time.perf_counter() - began
        for run in range(runs):
            way = tuple(WAYS)[run % len(WAYS)]
            _write(folder)
            # each run has something to do
            (folder / "sizes.py").write_text(f"BATCH = 2\n# {run}\n")
            yield _killed(folder, cache, way, choose.uniform(0.3, 1.0) * longest)


def _killed(folder: Path, cache: Path, way: str, seconds: float) -> Left:
    """A run, killed after so many seconds."""
    kept = ("--cache-dir", str(cache))
    command = [*SHAPELINT, *WAYS[way], *kept]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet) as run:
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(seconds)
        alive = run.poll() is None
        run.send_signal(signal.SIGKILL)
    faults = [
        f"{file.name} is neither old nor mended"
        for number in range(MODULES)
        if (file := folder / f"net{number}.py").read_text()
        not in (source(number, 9), source(number, 8))
    ]
    plain = _told(folder, "--no-cache")
    if any(_told(folder, *kept) != plain for _ in range(2)):
        faults.append("the cache says something else")
    return Left(way, alive, tuple(faults))


def show() -> None:
    """Say what came of so many runs."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    left = list(kills(runs, seed=0))
    for way in WAYS:
        of_way = [found for found in left if found.way == way]
        killed, bad = sum(f.alive for f in of_way), sum(bool(f.faults) for f in of_way)
        print(f"{way}: {len(of_way)} runs, {killed} killed while running, {bad} with faults")
    for found in left:
        for fault in found.faults:
            print(f"{found.way}: {fault}")
    sys.exit(any(found.faults for found in left))


if __name__ == "__main__":
    show()
