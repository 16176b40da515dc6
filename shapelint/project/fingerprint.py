"""What a finding is known by when its lines have moved: for baselines and for the services that track
findings over time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from shapelint.finding import Finding


def fingerprints(
    findings: Iterable[Finding],
    text_of: Callable[[str, int | None], list[str]],
    root: Path | None = None,
) -> list[str]:
    """One for each finding, in their order, none twice: of its name, its file's path from `root` (the
    working directory), the text of the line it is on, and which of several such it is.

    `text_of` gives the lines of a file, or of a cell, by what a finding has; none if it cannot be read.
    """
    given = list(findings)
    keys = [_key(f, text_of(f.file, f.cell), root) for f in given]
    seen: dict[str, int] = {}
    found = [""] * len(given)
    # numbered as they stand in the file, so that the order of the report does not matter
    for i in sorted(range(len(given)), key=lambda i: (given[i].cell or 0, given[i].span, i)):
        number = seen[keys[i]] = seen.get(keys[i], -1) + 1
        found[i] = hashlib.sha256(f"{keys[i]}\0{number}".encode("utf-8", "replace")).hexdigest()
    return found


def _key(finding: Finding, lines: list[str], root: Path | None) -> str:
    line = finding.span.line
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    path = (
        os.path.relpath(finding.file, root) if root or os.path.isabs(finding.file) else finding.file
    )
    return "\0".join(
        (finding.name, Path(os.path.normpath(path)).as_posix(), " ".join(text.split()))
    )
