"""`[tool.shapelint]` of pyproject.toml, or shapelint.toml: the nearest one above what is checked."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shapelint.project.environment import found_packages, packages_of

FILES = ("shapelint.toml", "pyproject.toml")


class ConfigError(Exception):
    """A configuration that cannot be used: the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a project; paths are absolute."""

    extra_rules: tuple[Path, ...] = ()
    """Rule files of the project's own operations, and folders of them."""
    packages: tuple[Path, ...] = ()
    """Folders of installed packages, whose source may be followed."""


def config_for(paths: Iterable[Path], python: Path | None = None) -> Config:
    """The settings for files and folders that are checked together, with the packages of the
    interpreter or environment named, or found near them. Raises ConfigError, EnvironmentNotFound."""
    starts = [Path(os.path.abspath(p)) for p in paths] or [Path.cwd()]
    start = Path(os.path.commonpath(starts))
    config = _nearest(start)
    packages = found_packages(start) if python is None else packages_of(python)
    return replace(config, packages=packages)


def _nearest(start: Path) -> Config:
    for folder in (start, *start.parents):
        for name in FILES:
            table = _table(folder / name)
            if table is not None:
                return _read(table, folder / name)
    return Config()


def _table(path: Path) -> dict[str, Any] | None:
    """shapelint's own table of a file; None where there is none. Raises ConfigError."""
    if not path.is_file():
        return None
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    table = whole if path.name == "shapelint.toml" else whole.get("tool", {}).get("shapelint")
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: [tool.shapelint] must be a table")
    return table


def _read(table: dict[str, Any], path: Path) -> Config:
    unknown = sorted(table.keys() - {"extra-rules"})
    if unknown:
        raise ConfigError(f"{path}: no setting is called {unknown[0]!r} (known: extra-rules)")
    given = table.get("extra-rules", [])
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise ConfigError(f"{path}: extra-rules must be a list of paths")
    found = tuple(path.parent / item for item in given)
    for item in found:
        if not item.exists():
            raise ConfigError(f"{path}: extra-rules: {item} does not exist")
    return Config(found)
