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
from dataclasses import dataclass, replace
from pathlib import Path

from shapelint.finding import Edit, Finding
from shapelint.project.texts import Texts
from shapelint.project.writing import replace_file
from shapelint.source.notebook import faults_of, is_notebook, notebook, python_of, with_edits
from shapelint.source.text import SourceError, decoded, lines

Recheck = Callable[[Mapping[str, bytes]], Iterable[Finding]]
"""The findings where these contents stand for those of files (by absolute path)."""
Told = tuple[str, str, int, int]
Mended = dict[str, bytes]
GOING = "#\n"
"""What stands for a line that is to go. One of its end alone would be the end of the line before, if that is `\\r`."""
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
        if not is_notebook(self.file):
            return _diff(decoded(self.before)[0], decoded(self.after)[0], shown)
        old, new = notebook(self.before).cells, notebook(self.after).cells
        return "".join(
            _diff(a.source, b.source, f"{shown}:cell {a.number}")
            for a, b in zip(old, new, strict=True)
        )


def _diff(old: str, new: str, name: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(True), new.splitlines(True), f"a/{name}", f"b/{name}"
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The changes, the findings that they mend, and why the fixes of others cannot be written."""

    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    failed: tuple[str, ...] = ()

    def write(self) -> None:
        """Replace the files. Raises OSError for the first that cannot be written."""
        for change in self.changes:
            replace_file(Path(change.file), change.after)


def fixed(findings: Iterable[Finding], recheck: Recheck, texts: Texts | None = None) -> Fixed:
    """The fixes that make nothing worse: all together, else those that each do. What comes to light once
    a call passes is mended as well, or the fix is none. `texts` are those that were checked. Raises
    OSError."""
    found = tuple(findings)
    named = {f.file for f in found} | {f.fix.file for f in found if f.fix is not None}
    mending = _Mending(recheck, texts or Texts(), tuple(map(os.path.abspath, named - {""})))
    judged = [(f, mending.unwritable(f)) for f in found if f.fix is not None]
    mendable = [f for f, why in judged if not why]
    failed = tuple(dict.fromkeys(why for _, why in judged if why))
    known = {_told(f) for f in found}
    mended = mending.mended(mendable, known) if mendable else None
    if mended is not None:
        return Fixed(mending.changes(mended), tuple(mendable), failed)
    kept: list[Finding] = []
    good: Mended = {}
    for finding in mendable[:MAX_ALONE] if len(mendable) > 1 else ():
        mended = mending.mended([*kept, finding], known)
        if mended is not None:
            kept.append(finding)
            good = mended
    return Fixed(mending.changes(good), tuple(kept), failed)


def _told(finding: Finding) -> Told:
    return finding.name, os.path.realpath(finding.file), finding.cell or 0, finding.span.line


@dataclass(frozen=True, slots=True)
class _Mending:
    """How texts are mended: what they were, and a check of what they became."""

    recheck: Recheck
    texts: Texts
    named: tuple[str, ...]
    """The files as the check names them, which may be by links."""

    def unwritable(self, finding: Finding) -> str:
        """Why the fix of a finding cannot be written; nothing if it can. Raises OSError."""
        try:
            self._edited({}, [finding])
        except (SyntaxError, UnicodeError, SourceError) as error:
            assert finding.fix is not None
            return f"{finding.fix.file or finding.file}: {error}"
        return ""

    def mended(self, findings: list[Finding], known: set[Told]) -> Mended | None:
        """The texts with these findings mended; None if others come that were not there. Edits change no
        line numbers: lines that are to go are there, bare, until the end."""
        texts: Mended = {}
        gone = {_told(f) for f in findings}
        going = self._lines_to_go(findings)
        for _ in range(MAX_ROUNDS):
            texts = self._edited(texts, findings)
            if not all(self._is_whole(file, text) for file, text in texts.items()):
                return None
            left = {_told(f): f for f in self.recheck(self._laid(texts))}
            new = left.keys() - (known - gone)
            if not new:
                return {f: with_edits(f, t, going.get(f, ())) for f, t in texts.items()}
            findings = [left[told] for told in new]
            if gone & new or any(f.fix is None for f in findings):
                return None
            gone |= new
        return None

    def _laid(self, texts: Mended) -> Mended:
        """The texts by every path that the check reads them under."""
        links = {path: os.path.realpath(path) for path in self.named}
        return texts | {path: texts[file] for path, file in links.items() if file in texts}

    def changes(self, texts: Mended) -> tuple[Change, ...]:
        changes = (Change(file, self.texts.raw(file), text) for file, text in sorted(texts.items()))
        return tuple(change for change in changes if change.before != change.after)

    def _lines_to_go(self, findings: Iterable[Finding]) -> dict[str, set[Edit]]:
        """By file: the edits that take whole lines away."""
        found: dict[str, set[Edit]] = {}
        for finding in findings:
            if finding.fix is not None and finding.fix.takes_lines:
                file = os.path.realpath(finding.fix.file or finding.file)
                found.setdefault(file, set()).add(replace(finding.fix, file=""))
        return found

    def _is_whole(self, file: str, text: bytes) -> bool:
        """Whether a mended text is still Python, line by line."""
        before = self.texts.raw(file)
        old, new = python_of(file, before), python_of(file, text)
        try:
            ast.parse(new)
        except (SyntaxError, ValueError):
            return False
        as_many = len(faults_of(file, before)) == len(faults_of(file, text))
        return as_many and len(lines(decoded(old)[0])) == len(lines(decoded(new)[0]))

    def _edited(self, texts: Mended, findings: Iterable[Finding]) -> Mended:
        """The texts with the fixes of findings applied; of edits that meet, the later. Raises SyntaxError,
        UnicodeError, SourceError."""
        by_file: dict[str, set[Edit]] = {}
        for finding in findings:
            assert finding.fix is not None
            file = os.path.realpath(finding.fix.file or finding.file)
            text = GOING if finding.fix.takes_lines else finding.fix.text
            by_file.setdefault(file, set()).add(replace(finding.fix, file="", text=text))
        mended = dict(texts)
        for file, edits in by_file.items():
            mended[file] = with_edits(file, texts.get(file) or self.texts.raw(file), edits)
        return mended
