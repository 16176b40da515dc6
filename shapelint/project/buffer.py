"""A text that stands for a file: what the standard input has, what a caller of the API holds."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from shapelint.finding import Finding
from shapelint.project.gathering import CheckResult, PathNames
from shapelint.project.task import Problem

NAMELESS = "<stdin>"


@dataclass(frozen=True, slots=True)
class Buffer:
    """A text, and the file that it stands for, which need not be there."""

    content: bytes
    path: Path
    name: str = ""
    """What is said for the path where no file is meant."""

    @classmethod
    def nameless(cls, content: bytes, name: str = NAMELESS) -> Buffer:
        """A text that is no file's; it stands in the working directory."""
        # an absolute path: names that begin with < are those of what no file holds
        return cls(content, Path.cwd() / name, name)

    def overlay(self, more: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
        """The contents that stand for files: the text, unless `more` has something newer for it."""
        path, real = os.path.abspath(self.path), os.path.realpath(self.path)
        laid = {real: self.content, **(more or {})}
        return {**laid, path: laid[real]}

    def own(self, result: CheckResult) -> CheckResult:
        """The result as it is for one text: a file without a name gets one, and no other is mended."""

        def mended_here(finding: Finding) -> Finding:
            other = finding.fix and finding.fix.file or str(self.path)
            here = os.path.realpath(other) == os.path.realpath(self.path)
            return finding if here else replace(finding, fix=None)

        result = replace(result, findings=tuple(map(mended_here, result.findings)))
        if not self.name:
            return result

        names = PathNames([Path(self.name)])

        def renamed(problem: Problem) -> Problem:
            return replace(problem, file=names.shown(problem.file))

        findings = tuple(map(names.named, result.findings))
        return replace(result, findings=findings, problems=tuple(map(renamed, result.problems)))
