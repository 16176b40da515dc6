"""What an editor can say of the server: the section `shapelint` of its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECTION = "shapelint"
WORKSPACE = "workspaceDiagnostics.enable"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that an editor has: its type, what holds if it says nothing, and what it is for."""

    kind: type
    default: Any
    about: str


SETTINGS: dict[str, Setting] = {
    "configuration": Setting(str, "", "The file of settings; else the nearest one is read."),
    "python": Setting(str, "", "The interpreter or environment whose packages are followed."),
    "inlayHints.enable": Setting(bool, False, "Show shapes behind assignments."),
    "inlayHints.maxLength": Setting(int, 40, "The longest hint, in characters."),
    "codeLens.enable": Setting(bool, True, "Show contracts above models."),
    WORKSPACE: Setting(
        bool, False, "Check the files that are not open, too, for editors that ask for that."
    ),
    "device": Setting(str, "auto", "Where findings are verified: auto, cuda, mps, cpu, meta."),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that hold."""

    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def path(self, name: str, folder: Path | None) -> Path | None:
        """A setting that is a path, from the workspace's folder; None if it is not said."""
        said = self.values[name]
        if not said:
            return None
        path = Path(said).expanduser()
        return path if folder is None else folder / path


def settings_of(*said: object) -> tuple[Settings, list[str]]:
    """The settings that a client's words come to, the last first to hold, and what is wrong with them."""
    values = {name: setting.default for name, setting in SETTINGS.items()}
    faults: list[str] = []
    for name, value in (pair for part in said if isinstance(part, Mapping) for pair in _flat(part)):
        setting = SETTINGS.get(name)
        if setting is None or value is None:
            continue  # editors keep settings of their own in the section
        if type(value) is not setting.kind:
            faults.append(f"{SECTION}.{name} is to be a {setting.kind.__name__}, not {value!r}")
        else:
            values[name] = value
    return Settings(values), faults


def _flat(said: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in said.items():
        name = f"{before}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, Mapping) else [(name, value)]
    return found
