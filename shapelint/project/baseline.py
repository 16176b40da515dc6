"""Findings that are known and not reported: a file of them, which outlives that their lines move."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from shapelint.finding import Finding
from shapelint.project.config import Config
from shapelint.project.fingerprint import fingerprints
from shapelint.project.selection import names_in
from shapelint.project.texts import Texts
from shapelint.project.writing import replace_file

VERSION = 1


class BaselineError(Exception):
    """A baseline that cannot be read or written: the file and why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The file, and what is to be done with it: to write the present findings into it (`update`), to
    remove from it what is no longer found (`prune`)."""

    path: Path
    update: bool = False
    prune: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding; `file` from the baseline's folder. Only the fingerprint counts, the message is for
    those who read the file."""

    file: str
    name: str
    fingerprint: str
    message: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings that are not in the baseline, how many are, and entries that are no longer found."""

    findings: tuple[Finding, ...]
    known: int
    stale: tuple[Entry, ...]


def compare(
    findings: tuple[Finding, ...],
    checked: Iterable[str],
    config: Config,
    baseline: Baseline,
    texts: Texts,
) -> Compared:
    """The findings held against the baseline, which is written if that is asked for. An entry is stale if
    its file is among those `checked`, or is gone, and its name was looked for. Raises BaselineError."""
    root = Path(os.path.abspath(baseline.path)).parent
    old = read(baseline.path) if baseline.path.exists() or not baseline.update else ()
    keys = fingerprints(findings, texts.lines, root)
    known = {entry.fingerprint for entry in old}
    found = set(keys)
    looked_at = {_from(root, file) for file in checked}

    def judged(entry: Entry) -> bool:
        path = root / entry.file
        there = entry.file in looked_at or not path.exists()
        return there and entry.name in names_in(config, str(path))

    stale = tuple(e for e in old if e.fingerprint not in found and judged(e))
    if baseline.update:
        present = [
            Entry(_from(root, f.file), f.name, key, f.message)
            for f, key in zip(findings, keys, strict=True)
        ]
        others = [e for e in old if e.fingerprint not in found and not judged(e)]
        write(baseline.path, [*present, *others])
        return Compared((), len(findings), ())
    if baseline.prune and stale:
        write(baseline.path, [e for e in old if e not in stale])
    new = tuple(f for f, key in zip(findings, keys, strict=True) if key not in known)
    return Compared(new, len(findings) - len(new), stale)


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline. Raises BaselineError."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BaselineError(
            f"{path}: no such baseline; --update-baseline writes one with what is found now"
        ) from None
    except OSError as error:
        raise BaselineError(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path}: not a baseline: {error}") from None
    if not isinstance(told, dict) or not isinstance(told.get("findings"), list):
        raise BaselineError(f"{path}: not a baseline: it has no list of findings")
    if told.get("version") != VERSION:
        said = f"its version is {told.get('version')!r}, this shapelint reads {VERSION}"
        raise BaselineError(f"{path}: {said}; write it again with --update-baseline")
    entries = []
    for number, item in enumerate(told["findings"], 1):
        try:
            entry = Entry(**item)
        except TypeError:
            entry = None
        if entry is None or not all(isinstance(value, str) for value in item.values()):
            fields = ", ".join(Entry.__slots__)
            raise BaselineError(f"{path}: not a baseline: entry {number} is not {{{fields}}}")
        entries.append(entry)
    return tuple(entries)


def write(path: Path, entries: Iterable[Entry]) -> None:
    """One entry a line, sorted, so that changes are read and merged easily. Raises BaselineError."""
    lines = [f"  {json.dumps(asdict(e), ensure_ascii=False)}" for e in sorted(set(entries))]
    body = ",\n".join(lines)
    text = f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n'
    try:
        replace_file(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise BaselineError(f"{path}: cannot be written: {error.strerror}") from None


def _from(root: Path, file: str) -> str:
    try:
        return Path(os.path.relpath(file, root)).as_posix()
    except ValueError:  # on another drive
        return Path(file).as_posix()
