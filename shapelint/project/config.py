"""`[tool.shapelint]` of pyproject.toml, or shapelint.toml: the nearest one above what is checked."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shapelint.names import NAMES
from shapelint.project.environment import EnvironmentNotFound, found_packages, packages_of
from shapelint.project.patterns import BadPattern, Patterns, compiled
from shapelint.project.selection import chosen, names_of, severities
from shapelint.project.settings import FINDING, SETTINGS, ListOf, faults
from shapelint.project.toml_lines import TomlLines

FILES = ("shapelint.toml", "pyproject.toml")
COMMAND_LINE = "command line"
DEFAULT = "default"


class ConfigError(Exception):
    """A configuration that cannot be used: the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a project; paths are absolute. Plain data: every worker gets a copy."""

    extra_rules: tuple[Path, ...] = ()
    """Rule files of the project's own operations, and folders of them."""
    packages: tuple[Path, ...] = ()
    """Folders of installed packages, whose source may be followed."""
    names: frozenset[str] = frozenset(NAMES)
    """The findings that are shown."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """By name, where it is not the usual one; may be "off"."""
    per_file_ignores: tuple[tuple[Path, str, frozenset[str]], ...] = ()
    exclude: Patterns = ()
    include: Patterns = ()
    roots: tuple[Path, ...] = ()
    """Folders that imports are looked up in first."""
    framework: str = "auto"
    python: Path | None = None
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """What a command line says of the settings: the file to read, or to read none, a selection that
    stands for the files' own, and what is ignored and excluded besides."""

    file: Path | None = None
    isolated: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A value of a setting, or one entry of it if it is a table; where it is said, and the folder that
    paths in it start from."""

    value: Any
    origin: str
    root: Path


Effective = dict[str, tuple[Given, ...]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A file's settings."""

    path: Path
    table: dict[str, Any]
    prefix: tuple[str, ...]
    lines: TomlLines

    def place(self, where: tuple[str, ...], word: str | None = None) -> str:
        return f"{shown(self.path)}:{self.lines.of((*self.prefix, *where), word)}"


def config_for(
    paths: Iterable[Path], python: Path | None = None, options: Options = Options()
) -> Config:
    """The settings for files and folders that are checked together, with the packages of the
    interpreter or environment named, or found near them. Raises ConfigError, EnvironmentNotFound."""
    start = _start(paths)
    given = effective((start,), python, options)
    named = given["python"][0]
    if named.value is None:
        packages, interpreter = found_packages(start), None
    else:
        interpreter = named.root / named.value
        try:
            packages = packages_of(interpreter)
        except EnvironmentNotFound as error:
            if named.origin == COMMAND_LINE:
                raise
            raise ConfigError(f'{named.origin}: "python": {error}') from None
    said = {key: value for g in given["severity"] for key, value in g.value.items()}
    return Config(
        extra_rules=_paths(given["extra-rules"]),
        packages=packages,
        names=chosen(_joined(given["select"]), _joined(given["ignore"])),
        severity=severities(said),
        per_file_ignores=tuple(
            (g.root, pattern, names_of(words))
            for g in given["per-file-ignores"]
            for pattern, words in g.value.items()
        ),
        exclude=_patterns(given["exclude"]),
        include=_patterns(given["include"]),
        roots=_paths(given["src"]),
        framework=given["target-framework"][0].value,
        python=interpreter,
        verify=given["verify"][0].value,
    )


def settings_files(paths: Iterable[Path], options: Options = Options()) -> tuple[Path, ...]:
    """The files whose settings hold. Raises ConfigError."""
    return tuple(layer.path for layer in _layers_for(_start(paths), options))


def effective(
    paths: Iterable[Path], python: Path | None = None, options: Options = Options()
) -> Effective:
    """Every setting with its values and where they come from. Raises ConfigError."""
    here = Path.cwd()
    given: Effective = {}
    for layer in _layers_for(_start(paths), options):
        given |= _of_layer(layer, given)
    for name in ("select", "ignore"):
        for fault in ListOf(FINDING).faults((f"--{name}",), list(getattr(options, name))):
            raise ConfigError(fault.message)
    if options.select:
        given.pop("ignore", None)
        given["select"] = (Given(list(options.select), COMMAND_LINE, here),)
    for name in ("ignore", "exclude"):
        if words := getattr(options, name):
            more = Given(list(words), COMMAND_LINE, here)
            given[name] = (*given.get(name, ()), more)
    if python is not None:
        given["python"] = (Given(str(python), COMMAND_LINE, here),)
    for name, setting in SETTINGS.items():
        given.setdefault(name, (Given(setting.default, DEFAULT, here),))
    for name in ("exclude", "include", "per-file-ignores"):
        _check_patterns(name, given[name])
    return {name: given[name] for name in SETTINGS}


def shown(path: Path) -> str:
    """A path from the working directory, if it is below."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _start(paths: Iterable[Path]) -> Path:
    starts = [os.path.abspath(p) for p in paths] or [os.getcwd()]
    try:
        return Path(os.path.commonpath(starts))
    except ValueError:  # on several drives
        return Path(starts[0])


def _layers_for(start: Path, options: Options) -> list[Layer]:
    """The file that is named or found, after those that it extends."""
    if options.isolated:
        return []
    if options.file is not None:
        return _extended(_required(Path(os.path.abspath(options.file)), ""), ())
    for folder in (start, *start.parents):
        for name in FILES:
            layer = _layer(folder / name)
            if layer is not None:
                return _extended(layer, ())
    return []


def _extended(layer: Layer, above: tuple[Path, ...]) -> list[Layer]:
    above = (*above, layer.path)
    if "extend" not in layer.table:
        return [layer]
    base = Path(os.path.abspath(layer.path.parent / layer.table["extend"]))
    place = f'{layer.place(("extend",))}: "extend"'
    if base in above:
        circle = " → ".join(shown(p) for p in (*above[above.index(base) :], base))
        raise ConfigError(f"{place} goes in a circle: {circle}")
    return [*_extended(_required(base, f"{place}: "), above), layer]


def _required(path: Path, place: str) -> Layer:
    if not path.is_file():
        raise ConfigError(f"{place}{shown(path)} does not exist")
    layer = _layer(path)
    if layer is None:
        raise ConfigError(f"{place}{shown(path)} has no [tool.shapelint]")
    return layer


def _layer(path: Path) -> Layer | None:
    """shapelint's own table of a file; None where there is none. Raises ConfigError."""
    if not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{shown(path)}: {error}") from None
    except OSError as error:
        raise ConfigError(f"{shown(path)}: {error.strerror}") from None
    prefix = ("tool", "shapelint") if path.name == "pyproject.toml" else ()
    lines = TomlLines(text)
    for number, key in enumerate(prefix, 1):
        if key not in table:
            return None
        table = table[key]
        if not isinstance(table, dict):
            place = f"{shown(path)}:{lines.of(prefix[:number])}"
            raise ConfigError(f"{place}: [{'.'.join(prefix[:number])}] must be a table")
    layer = Layer(path, table, prefix, lines)
    _check(layer)
    return layer


def _check(layer: Layer) -> None:
    """Raises ConfigError, with all that is wrong with a file."""
    head = "[tool.shapelint]: " if layer.prefix else ""
    said = [f"{layer.place(f.where, f.word)}: {head}{f.message}" for f in faults(layer.table)]
    if not said:
        for name in ("extra-rules", "src", "python"):
            value = layer.table.get(name, [])
            for item in [value] if isinstance(value, str) else value:
                if not (layer.path.parent / item).exists():
                    place = layer.place((name,), item)
                    said.append(f"{place}: {head}{name}: {layer.path.parent / item} does not exist")
    if said:
        raise ConfigError("\n".join(said))


def _of_layer(layer: Layer, below: Effective) -> Effective:
    found: Effective = {}
    root = layer.path.parent
    for name, value in layer.table.items():
        if SETTINGS[name].joined:
            old = [g for g in below.get(name, ()) if not value.keys() & g.value.keys()]
            new = [Given({k: v}, layer.place((name, k)), root) for k, v in value.items()]
            found[name] = (*old, *new)
        else:
            found[name] = (Given(value, layer.place((name,)), root),)
    return found


def _joined(given: tuple[Given, ...]) -> list[str]:
    return [word for g in given for word in g.value]


def _paths(given: tuple[Given, ...]) -> tuple[Path, ...]:
    return tuple(Path(os.path.abspath(g.root / item)) for g in given for item in g.value)


def _patterns(given: tuple[Given, ...]) -> Patterns:
    return tuple((g.root, tuple(g.value)) for g in given if g.value)


def _check_patterns(name: str, given: tuple[Given, ...]) -> None:
    for g in given:
        try:
            compiled(tuple(g.value))
        except BadPattern as error:
            raise ConfigError(f'{g.origin}: "{name}": {error}') from None
