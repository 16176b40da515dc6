"""One of several parts of a check, as the machines of a CI run have them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shapelint.finding import Finding
from shapelint.project.baseline import Baseline
from shapelint.project.gathering import Checked, CheckResult, key_of
from shapelint.project.suppress import UNUSED
from shapelint.project.texts import Texts
from shapelint.source.notebook import python_of
from shapelint.source.text import SourceError

JUDGED_BY_ALL = ("stale-shape-comment", UNUSED)
"""Findings that hold only if no file's run says otherwise."""
WORD = re.compile(rb"\w+")


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number`, from 1, of so many."""

    number: int
    parts: int

    def of(self, files: Sequence[Path]) -> list[Path]:
        """Its files: neighbours, about as many bytes as in every other part."""
        sizes = [_size(file) for file in files]
        total, before = sum(sizes), 0
        mine = []
        for file, size in zip(files, sizes, strict=True):
            # where the middle of the file is in all bytes
            if (2 * before + size) * self.parts // (2 * total) == self.number - 1:
                mine.append(file)
            before += size
        return mine


def _size(file: Path) -> int:
    try:
        return file.stat().st_size + 1
    except OSError:
        return 1


def in_doubt(result: CheckResult, found: Iterable[Finding], baseline: Baseline | None) -> set[str]:
    """The files of which other parts may know better: where a comment or an entry of the baseline
    would be called needless, or where lines that read alike are counted for the baseline. `found` are the
    findings before they were held against it."""
    files = {f.file for f in result.findings if f.name in JUDGED_BY_ALL}
    if baseline is not None:
        root = Path(os.path.abspath(baseline.path)).parent
        files |= {str(root / entry.file) for entry in result.stale}
        files |= {f.file for f in found if _is_repeated(f, result.texts)}
    return files


def _is_repeated(finding: Finding, texts: Texts) -> bool:
    lines = [" ".join(line.split()) for line in texts.lines(finding.file, None)]
    line = finding.span.line
    return 0 < line <= len(lines) and lines.count(lines[line - 1]) > 1


def reaching(targets: Iterable[str], files: Sequence[Path]) -> list[Path]:
    """The files that may run code of the targets: those that name them, or a file that does."""
    words = {file: _words(file) for file in files}
    names = {_name(Path(target)) for target in targets}
    found: set[Path] = set()
    while more := {f for f in files if f not in found and not names.isdisjoint(words[f])}:
        found |= more
        names |= {_name(file) for file in more}
    return [file for file in files if file in found]


def _name(file: Path) -> bytes:
    named = file.absolute().parent.name if file.stem == "__init__" else file.stem
    return named.encode("utf-8", "surrogateescape")


def _words(file: Path) -> set[bytes]:
    try:
        return set(WORD.findall(python_of(file, file.read_bytes())))
    except (OSError, SourceError):
        return set()


def own_part(whole: CheckResult, part: CheckResult, own: Checked) -> CheckResult:
    """What a part reports, once files of others were looked at as well: what its own files lead to."""
    led_to = {key_of(f) for r in own.values() for f in r.findings}
    mine = {os.path.realpath(file) for file in own}

    def is_own(finding: Finding) -> bool:
        if finding.name == UNUSED:
            return os.path.realpath(finding.file) in mine
        return key_of(finding) in led_to

    return replace(
        part, findings=tuple(filter(is_own, whole.findings)), suppressed=whole.suppressed,
        known=whole.known, stale=whole.stale,
    )  # fmt: skip
