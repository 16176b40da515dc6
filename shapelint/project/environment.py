"""Which installed packages a program can import: the environment that is named, or found beside it.

Nothing of an environment is ever run; it is found by the places that venv, virtualenv and conda use.
"""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from pathlib import Path

NAMES = (".venv", "venv")
ACTIVE = ("VIRTUAL_ENV", "CONDA_PREFIX")
FOLDERS = ("site-packages", "dist-packages")
"""What the folders are called that packages are installed into."""


class EnvironmentNotFound(Exception):
    """No Python environment where one was said to be."""


def packages_of(python: Path) -> tuple[Path, ...]:
    """The folders of installed packages of an interpreter, or of an environment's folder.

    Raises EnvironmentNotFound.
    """
    prefix = python if python.is_dir() else Path(os.path.abspath(python)).parent.parent
    found = _folders(prefix)
    if not found and not python.is_dir():
        found = _folders(python.resolve().parent.parent)
    if not found:
        raise EnvironmentNotFound(f"{python}: no Python environment with installed packages")
    return found


def found_packages(start: Path) -> tuple[Path, ...]:
    """Those that `start` is one of; else those of the environment in the nearest folder above it that has
    one, else of the active one; empty if there is none."""
    start = Path(os.path.abspath(start))
    for folder in (start, *start.parents):
        if folder.name in FOLDERS:
            return (folder,)
    candidates = [f / name for f in (start, *start.parents) for name in NAMES]
    active = [Path(os.environ[name]) for name in ACTIVE if os.environ.get(name)]
    for prefix in (*candidates, *active):
        if found := _folders(prefix):
            return found
    return ()


def interpreter_of(python: Path | None, start: Path) -> Path:
    """The interpreter that is named, of the environment that is named or found near `start`, or the one
    that runs shapelint. Raises EnvironmentNotFound."""
    if python is not None and not python.is_dir():
        return python
    start = Path(os.path.abspath(start))
    near = [f / name for f in (start, *start.parents) for name in NAMES]
    active = [Path(os.environ[name]) for name in ACTIVE if os.environ.get(name)]
    for prefix in (*near, *active) if python is None else (python,):
        for place in (prefix / "bin" / "python", prefix / "Scripts" / "python.exe"):
            if place.exists():
                return place
    if python is not None:
        raise EnvironmentNotFound(f"{python}: no Python interpreter in this folder")
    return Path(sys.executable)


def _folders(prefix: Path) -> tuple[Path, ...]:
    places = [*sorted(prefix.glob("lib*/python3*/site-packages")), prefix / "Lib" / "site-packages"]
    return tuple(p for p in places if p.is_dir() and not p.parent.parent.is_symlink())


def installed_in(packages: tuple[Path, ...]) -> str:
    """What is installed in these folders, in one word: another if anything is installed or removed. What
    follows imports asks no more of them than names, and what distributions say of themselves."""
    found = blake2b(digest_size=20)
    for folder in packages:
        try:
            names = sorted(
                entry.name for entry in os.scandir(folder) if entry.name != "__pycache__"
            )
        except OSError:
            names = []
        for name in names:
            found.update(os.fsencode(name) + b"\0")
            if name.endswith(".dist-info"):
                # it lists all files with their hashes
                found.update(_read(folder / name / "RECORD") or _read(folder / name / "METADATA"))
            elif name.endswith(".pth"):
                lines = _read(folder / name)
                there = (os.path.isdir(os.fsdecode(line)) for line in lines.splitlines())
                found.update(lines + bytes(there))
    return found.hexdigest()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
