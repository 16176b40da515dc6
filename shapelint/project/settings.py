"""The table of settings: from it come the checks of what a file says, the JSON Schema for editors and
the list that `shapelint config` shows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from shapelint.names import NAMES

EVERY = "ALL"
FAMILIES = tuple(dict.fromkeys(info.family for info in NAMES.values()))
SCHEMA = "http://json-schema.org/draft-07/schema#"
"""The draft that the TOML plug-ins of editors read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a table: the keys that lead to it, the word at fault in a list there, if it is
    one, and the message."""

    where: tuple[str, ...]
    word: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Text:
    """A string; one of the words, where there are some."""

    one: str = "a string"
    many: str = "strings"
    words: tuple[str, ...] = ()

    def faults(self, where: tuple[str, ...], value: object, item: str = "") -> Iterable[Fault]:
        if not isinstance(value, str):
            said = f"{_quoted(where)}: {item}" if item else _quoted(where)
            yield Fault(where, None, f"{said} must be {self.one}, not {_type(value)}")
        elif self.words and value not in self.words:
            if len(self.words) <= 4:
                known = alternatives(f'"{w}"' for w in self.words)
                said = f'{_quoted(where)} must be {known}, not "{value}"'
            else:
                said = f'{_quoted(where)}: no {self.one.split(" ", 1)[1]} is called "{value}"'
            yield Fault(where, value, said + nearest(value, self.words))

    def schema(self) -> dict[str, Any]:
        return {"type": "string"} | ({"enum": list(self.words)} if self.words else {})


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    one: str = "true or false"

    def faults(self, where: tuple[str, ...], value: object) -> Iterable[Fault]:
        if not isinstance(value, bool):
            yield Fault(where, None, f"{_quoted(where)} must be {self.one}, not {_type(value)}")

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several strings."""

    item: Text

    def faults(self, where: tuple[str, ...], value: object) -> Iterable[Fault]:
        if not isinstance(value, list):
            said = f"{_quoted(where)} must be a list of {self.item.many}, not {_type(value)}"
            yield Fault(where, None, said)
            return
        for number, item in enumerate(value, 1):
            yield from self.item.faults(where, item, f"item {number}")

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class TableOf:
    """Keys of one kind to values of one kind."""

    key: Text
    value: Text | ListOf

    def faults(self, where: tuple[str, ...], value: object) -> Iterable[Fault]:
        if not isinstance(value, dict):
            yield Fault(where, None, f"{_quoted(where)} must be a table, not {_type(value)}")
            return
        for key, inner in value.items():
            for fault in self.key.faults(where, key):
                yield Fault((*where, key), None, fault.message)
            yield from self.value.faults((*where, key), inner)

    def schema(self) -> dict[str, Any]:
        keys = {"propertyNames": {"enum": list(self.key.words)}} if self.key.words else {}
        return {"type": "object", **keys, "additionalProperties": self.value.schema()}


Kind = Text | Flag | ListOf | TableOf


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of `[tool.shapelint]`."""

    kind: Kind
    default: Any
    doc: str

    @property
    def joined(self) -> bool:
        """Whether its entries are added to those of the file that is extended."""
        return isinstance(self.kind, TableOf)


FINDING = Text("a finding or family", "finding names or families", (EVERY, *FAMILIES, *NAMES))
PATTERN = Text("a pattern", "patterns")
PATH = Text("a path", "paths")
SEVERITIES = ("error", "warning", "note", "off")
FRAMEWORKS = ("auto", "torch", "keras", "tensorflow")

SETTINGS: dict[str, Setting] = {
    "select": Setting(ListOf(FINDING), [EVERY],
        'Findings that are reported: names, families, or "ALL". A name goes before its family, and both before "ALL".'),
    "ignore": Setting(ListOf(FINDING), [],
        "Findings that are not reported. Where `select` says the same word, `ignore` holds."),
    "severity": Setting(TableOf(FINDING, Text("a severity", "severities", SEVERITIES)), {},
        'Severities other than the usual ones, by name or family; "off" is not reported.'),
    "per-file-ignores": Setting(TableOf(PATTERN, ListOf(FINDING)), {},
        "Findings that are not reported in the files that a pattern matches."),
    "exclude": Setting(ListOf(PATTERN), [],
        "Files and folders that are not checked, as in a .gitignore, besides those that never are (.git, .venv, build, "
        '…); "!build" takes one back. What is named on the command line is always checked.'),
    "include": Setting(ListOf(PATTERN), [],
        'Files that are checked besides "*.py", as in a .gitignore; "!*_pb2.py" takes some back.'),
    "src": Setting(ListOf(PATH), [],
        "Folders that imports are looked up in first; those of the checked files themselves are found."),
    "python": Setting(PATH, None,
        "The interpreter, or environment, whose packages the code imports (default: a .venv or venv nearby, or the "
        "active one)."),
    "target-framework": Setting(Text("a framework", "frameworks", FRAMEWORKS), "auto",
        "Check no files of the other frameworks: those in a folder that import one of torch, keras and tensorflow, but not "
        "this one. They are still followed where a checked file imports them."),
    "extra-rules": Setting(ListOf(PATH), [],
        "Rule files of the project's own operations, and folders of them."),
    "verify": Setting(Flag(), False,
        "Whether `shapelint check` runs the flagged code in a sandbox unless --no-verify is given."),
    "extend": Setting(PATH, None,
        "A configuration file that this one builds on: what is said here holds, tables are joined."),
}  # fmt: skip


def faults(table: Mapping[str, Any]) -> list[Fault]:
    """All that is wrong with a table of settings."""
    found: list[Fault] = []
    for key, value in table.items():
        if key in SETTINGS:
            found += SETTINGS[key].kind.faults((key,), value)
        else:
            near = nearest(key, SETTINGS) or f" (known: {', '.join(SETTINGS)})"
            found.append(Fault((key,), None, f'no setting is called "{key}"{near}'))
    return found


def schema() -> dict[str, Any]:
    """The JSON Schema of `[tool.shapelint]` and shapelint.toml."""
    properties = {}
    for name, setting in SETTINGS.items():
        default = {} if setting.default is None else {"default": setting.default}
        properties[name] = {"description": setting.doc, **setting.kind.schema(), **default}
    return {
        "$schema": SCHEMA,
        "title": "Settings of shapelint",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of a message: the known word that was meant; empty if there is none."""
    near = difflib.get_close_matches(word, list(known), 1)
    return f'; did you mean "{near[0]}"?' if near else ""


def alternatives(words: Iterable[str]) -> str:
    """`a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _quoted(where: tuple[str, ...]) -> str:
    return ".".join(f'"{key}"' for key in where)


def _type(value: object) -> str:
    names = {bool: "a boolean", int: "an integer", float: "a float", str: "a string"}
    names |= {list: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")
