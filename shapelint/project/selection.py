"""Which findings a configuration shows, and as what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from shapelint.finding import Finding, Severity
from shapelint.names import NAMES
from shapelint.project.patterns import matches
from shapelint.project.settings import EVERY

if TYPE_CHECKING:
    from shapelint.project.config import Config


def names_of(words: Iterable[str]) -> frozenset[str]:
    """The finding names that words stand for: names, families, "ALL"."""
    wanted = set(words)
    return frozenset(n for n, info in NAMES.items() if wanted & {n, info.family, EVERY})


def chosen(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The names that are selected and not ignored: what is said of a name itself goes before what is
    said of its family, and that before "ALL"."""
    taken, left = set(select), set(ignore)
    found = set()
    for name, info in NAMES.items():
        for word in (name, info.family, EVERY):
            if word in taken or word in left:
                if word not in left:
                    found.add(name)
                break
    return frozenset(found)


def severities(said: dict[str, str]) -> dict[str, str]:
    """The severity of each name of which one is said."""
    found = {}
    for name, info in NAMES.items():
        for word in (name, info.family, EVERY):
            if word in said:
                found[name] = said[word]
                break
    return found


def selected(findings: Iterable[Finding], config: Config) -> list[Finding]:
    """The findings that are shown, as severe as the configuration has them."""
    kept = []
    for finding in findings:
        if finding.name not in names_in(config, finding.file):
            continue
        severity = config.severity.get(finding.name, finding.severity)
        kept.append(replace(finding, severity=cast(Severity, severity)))
    return kept


def names_in(config: Config, file: str) -> frozenset[str]:
    """The names that are shown in a file."""
    off = {name for name, severity in config.severity.items() if severity == "off"}
    for root, pattern, names in config.per_file_ignores:
        if matches(root, (pattern,), Path(file)):
            off |= names
    return config.names - off
