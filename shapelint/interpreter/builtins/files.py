"""Files of the repository that a program reads its settings from: JSON, YAML and TOML."""

from __future__ import annotations

import json
import os.path
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

import yaml

from shapelint.interpreter.preludes import prelude
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import (
    MISSING,
    DictObj,
    Instance,
    TupleValue,
    Value,
    new_list,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapelint.interpreter.machine import Interpreter

SETTINGS = {".json", ".toml", ".yaml", ".yml"}


def _is(value: Value, m: Interpreter, module: str, name: str) -> TypeGuard[Instance]:
    """Whether a value is of a class of the prelude."""
    if not isinstance(value, Instance):
        return False
    return prelude(m, module).globals[name] in value.cls.mro


def path_text(m: Interpreter, value: Value) -> str | None:
    """The text of a path: a str, or an object that has one."""
    value = m.decided(m.resolve(value))
    if _is(value, m, "pathlib", "Path"):
        value = m.resolve(value.attrs.get("_text", MISSING))
    return value if isinstance(value, str) else None


@builtin("open", "io.open", "codecs.open")
def open_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A file to read, by its path; what is written to a file is no longer what stands there."""
    m.doubts += 1  # it may not be there
    name = path_text(m, args[0])
    mode = m.resolve(args[1] if len(args) > 1 else kwargs.get("mode", "r"))
    if name is None or not isinstance(mode, str):
        return m.unknown("a file of an unknown name")
    if not {*mode} <= {*"rbt"}:
        m.store.write(m.store.settings, f"written {name}", True)
        return m.unknown("a file to write")
    return m.call(prelude(m, "io").globals["TextFile"], [name], {})


def _text(m: Interpreter, name: str) -> bytes | None:
    """The contents of a file of the program: by its path from here, or from the program's own file."""
    if m.store.settings.get(f"written {name}") or os.path.splitext(name)[1] not in SETTINGS:
        return None
    for folder in (Path(), Path(m.here.path).parent):
        path = folder / name
        if m.program.looks.kind(path) == "file":
            try:
                return m.program.looks.read(path)
            except OSError:
                return None
    return None


def contents(m: Interpreter, value: Value) -> str | None:
    """What an open file or a text says; None if that is not known."""
    value = m.decided(m.resolve(value))
    if _is(value, m, "io", "TextFile"):
        name = path_text(m, value.attrs.get("name", MISSING))
        found = None if name is None else _text(m, name)
        try:
            return None if found is None else found.decode()
        except UnicodeDecodeError:
            return None
    return value if isinstance(value, str) else None


@builtin("__text_of__")
def contents_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    found = contents(m, args[0])
    return m.unknown("the contents of a file") if found is None else found


def abstract(value: Any, made: dict[int, Value]) -> Value:
    """A value of JSON, YAML or TOML; what YAML's aliases share is shared. Raises RecursionError."""
    if isinstance(value, dict | list):
        if id(value) not in made:
            if isinstance(value, dict):
                entries = {key: abstract(item, made) for key, item in value.items()}
                made[id(value)] = DictObj(entries)
            else:
                made[id(value)] = new_list([abstract(item, made) for item in value])
        return made[id(value)]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)


def _reader(names: tuple[str, ...], read: Callable[[str], Any]) -> None:
    parsed = lru_cache(maxsize=64)(read)

    @builtin(*names)
    def load(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        text = contents(m, args[0] if args else kwargs.get("stream", MISSING))
        if text is None:
            return m.unknown("settings that are not known")
        try:
            return abstract(parsed(text), {})
        except (ValueError, TypeError, RecursionError, yaml.YAMLError):
            return m.unknown("settings that cannot be read")


_reader(("json.load", "json.loads"), json.loads)
_reader(
    ("tomllib.load", "tomllib.loads", "tomli.load", "tomli.loads", "toml.load", "toml.loads"),
    tomllib.loads,
)
_reader(("yaml.load", "yaml.safe_load", "yaml.full_load", "yaml.unsafe_load"), yaml.safe_load)


def _paths(name: str, apply: Callable[..., Any]) -> None:
    @builtin(f"os.path.{name}")
    def call(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
        texts = [path_text(m, a) for a in args]
        if None in texts or not texts or len(texts) > 1 and name != "join":
            return m.opaque("str", f"os.path.{name}")
        result = apply(*texts)
        return TupleValue(result) if isinstance(result, tuple) else result


for _name in ("join", "dirname", "basename", "splitext", "normpath", "split"):
    _paths(_name, getattr(os.path, _name))
for _name in ("abspath", "realpath", "expanduser"):
    _paths(_name, lambda path: path)


@builtin("os.fspath")
def fspath(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    found = path_text(m, args[0])
    return m.opaque("str", "a path") if found is None else found
