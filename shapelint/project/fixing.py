"""Applying fixes: what the findings of a check would write into the files, kept only if a check of the whole
then says nothing new.

Files are never seen half-mended: texts are changed in memory, checked laid over the files, and each file is
replaced at once.
"""

from __future__ import annotations

import ast
import difflib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from shapelint.finding import Edit, Finding
from shapelint.project.suppress import replace_file
from shapelint.source.text import decoded, edited

Recheck = Callable[[Mapping[str, bytes]], Iterable[Finding]]
"""The findings where these contents stand for those of files (by absolute path)."""
Told = tuple[str, str, int]
Texts = dict[str, bytes]
MAX_ROUNDS = 4
MAX_ALONE = 30
"""If all fixes together make something worse, so many are tried one after the other."""


@dataclass(frozen=True, slots=True)
class Change:
    """New contents of a file."""

    file: str
    before: bytes
    after: bytes

    def diff(self) -> str:
        """As `diff -u` shows it."""
        shown = os.path.relpath(self.file) if self.file.startswith(os.getcwd()) else self.file
        old, new = (decoded(raw)[0].splitlines(True) for raw in (self.before, self.after))
        lines = difflib.unified_diff(old, new, f"a/{shown}", f"b/{shown}")
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The changes, and how many findings they mend."""

    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()

    def write(self) -> None:
        """Replace the files. Raises OSError for the first that cannot be written."""
        for change in self.changes:
            replace_file(Path(change.file), change.after)


def fixed(findings: Iterable[Finding], recheck: Recheck) -> Fixed:
    """The fixes that make nothing worse: all together, else those that each do. What comes to light once
    a call passes is mended as well, or the fix is none. Raises OSError."""
    found = tuple(findings)
    mendable = [f for f in found if f.fix is not None]
    known = {_told(f) for f in found}
    texts = _mended(mendable, known, recheck) if mendable else None
    if texts is not None:
        return Fixed(_changes(texts), tuple(mendable))
    kept: list[Finding] = []
    good: Texts = {}
    for finding in mendable[:MAX_ALONE] if len(mendable) > 1 else ():
        texts = _mended([*kept, finding], known, recheck)
        if texts is not None:
            kept.append(finding)
            good = texts
    return Fixed(_changes(good), tuple(kept))


def _told(finding: Finding) -> Told:
    return finding.name, os.path.realpath(finding.file), finding.span.line


def _mended(findings: list[Finding], known: set[Told], recheck: Recheck) -> Texts | None:
    """The texts with these findings mended; None if others come that were not there. Edits change no
    line numbers."""
    texts: Texts = {}
    gone = {_told(f) for f in findings}
    for _ in range(MAX_ROUNDS):
        texts = _edited(texts, findings)
        if not all(_is_whole(file, text) for file, text in texts.items()):
            return None
        left = {_told(f): f for f in recheck(texts)}
        new = left.keys() - (known - gone)
        if not new:
            return texts
        findings = [left[told] for told in new]
        if gone & new or any(f.fix is None for f in findings):
            return None
        gone |= new
    return None


def _is_whole(file: str, text: bytes) -> bool:
    """Whether a mended text is still Python, line by line."""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    lines = (decoded(raw)[0].count("\n") for raw in (text, Path(file).read_bytes()))
    return next(lines) == next(lines)


def _changes(texts: Texts) -> tuple[Change, ...]:
    changes = (Change(file, Path(file).read_bytes(), text) for file, text in sorted(texts.items()))
    return tuple(change for change in changes if change.before != change.after)


def _edited(texts: Texts, findings: Iterable[Finding]) -> Texts:
    """The texts with the fixes of findings applied; of edits that meet, the later."""
    by_file: dict[str, set[Edit]] = {}
    for finding in findings:
        assert finding.fix is not None
        file = os.path.realpath(finding.fix.file or finding.file)
        by_file.setdefault(file, set()).add(Edit(finding.fix.span, finding.fix.text))
    mended = dict(texts)
    for file, edits in by_file.items():
        text, encoding = decoded(texts.get(file) or Path(file).read_bytes())
        mended[file] = edited(text, edits).encode(encoding)
    return mended
