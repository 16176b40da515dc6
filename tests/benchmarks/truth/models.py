"""The drivers, and the Python environment that their models live in."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapelint.project.environment import packages_of
from tests.benchmarks.packages import CACHE

HERE = Path(__file__).parent
DRIVERS = HERE / "drivers"
REQUIREMENTS = HERE / "requirements.txt"
TRACING = HERE / "tracing.py"
ENVIRON = {
    **os.environ,
    "KERAS_BACKEND": "torch",
    "HF_HUB_OFFLINE": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONWARNINGS": "ignore",
    "CUDA_VISIBLE_DEVICES": "",
}


def kept(folder: str, name: str, sources: Iterable[bytes], make: Callable[[], Any]) -> Any:
    """What `make` answers, as JSON, kept between runs as long as the sources are the same."""
    digest = hashlib.sha256(b"\0".join(sources)).hexdigest()[:16]
    path = CACHE / folder / f"{name}-{digest}.json"
    if not path.is_file():
        answer = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(answer))
    return json.loads(path.read_text())


class DriverFailed(Exception):
    """A driver that does not run: its last words."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Where the models are installed."""

    python: Path

    @property
    def packages(self) -> Path:
        return packages_of(self.python)[0]

    def ask(self, *arguments: str, seconds: float = 300) -> Any:
        """The JSON that `tracing.py` prints last. Raises DriverFailed."""
        command = [str(self.python), str(TRACING), *arguments]
        try:
            done = subprocess.run(
                command, env=ENVIRON, capture_output=True, text=True, timeout=seconds
            )
        except subprocess.TimeoutExpired:
            raise DriverFailed(f"no answer within {seconds} s") from None
        if done.returncode != 0:
            raise DriverFailed((done.stderr.strip() or "no output").splitlines()[-1])
        return json.loads(done.stdout.splitlines()[-1])

    def versions(self) -> dict[str, str]:
        """Versions of the packages that the drivers use."""
        words = [word for line in REQUIREMENTS.read_text().splitlines() for word in line.split()]
        return dict(word.split("==", 1) for word in words if "==" in word)


def environment(python: Path | None) -> Environment:
    """The interpreter named, or a virtual environment made of `requirements.txt` and kept.

    Raises subprocess.CalledProcessError where something cannot be installed.
    """
    if python is not None:
        return Environment(Path(os.path.abspath(python)))
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]
    folder = CACHE / f"truth-{sys.version_info[0]}.{sys.version_info[1]}-{digest}"
    done = folder / "complete"
    if not done.exists():
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        for line in REQUIREMENTS.read_text().splitlines():
            if line and not line.startswith("#"):
                subprocess.run([*pip, *line.split()], check=True)
        done.touch()
    return Environment(folder / "bin" / "python")


def drivers(chosen: tuple[str, ...] = ()) -> list[Path]:
    """The driver scripts whose names begin with one of the chosen words; all of them by default."""
    found = sorted(DRIVERS.glob("*.py"))
    return [p for p in found if not chosen or p.stem.startswith(chosen)]
