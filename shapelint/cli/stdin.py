"""`shapelint check -`: the text of a file from the standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from shapelint.finding import Finding
    from shapelint.project import CheckResult, Problem

DASH = Path("-")
NAMELESS = "<stdin>"


@dataclass(frozen=True, slots=True)
class Stdin:
    """What was read, and the file that it stands for, which need not be there."""

    content: bytes
    path: Path

    def overlay(self, more: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
        """The contents that stand for files: what was read, unless `more` has something newer for it."""
        path, real = os.path.abspath(self.path), os.path.realpath(self.path)
        laid = {real: self.content, **(more or {})}
        return {**laid, path: laid[real]}

    def own(self, result: CheckResult) -> CheckResult:
        """The result as it is for one text: a file without a name gets one, and no other is mended."""
        from shapelint.project.gathering import PathNames

        def mended_here(finding: Finding) -> Finding:
            other = finding.fix and finding.fix.file or str(self.path)
            here = os.path.realpath(other) == os.path.realpath(self.path)
            return finding if here else replace(finding, fix=None)

        result = replace(result, findings=tuple(map(mended_here, result.findings)))
        if self.path.name != NAMELESS:
            return result

        names = PathNames([Path(NAMELESS)])

        def renamed(problem: Problem) -> Problem:
            return replace(problem, file=names.shown(problem.file))

        findings = tuple(map(names.named, result.findings))
        return replace(result, findings=findings, problems=tuple(map(renamed, result.problems)))


def read_stdin(paths: tuple[Path, ...], filename: Path | None, **misused: object) -> Stdin | None:
    """What the standard input has if `-` is the path that was given. Raises UsageError, also where one
    of the options is given that needs files."""
    if DASH not in paths:
        if filename is not None:
            raise click.UsageError("--stdin-filename needs `-`, the standard input, as the path")
        return None
    if len(paths) > 1:
        raise click.UsageError("`-`, the standard input, is checked alone: give no other paths")
    if filename is not None and filename.is_dir():
        raise click.UsageError(f"--stdin-filename: {filename} is a directory")
    for option, given in misused.items():
        if given:
            shown = f"--{option.replace('_', '-')}"
            raise click.UsageError(f"{shown} works on files, not on the standard input")
    # an absolute path: names that begin with < are those of what no file holds
    path = filename or Path.cwd() / NAMELESS
    return Stdin(sys.stdin.buffer.read(), path)
