"""Verifying the findings of one run: one worker, the files read once, the snippets kept where asked."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from shapelint.finding import Finding, Verdict
from shapelint.interpreter import Witness
from shapelint.source.notebook import place_in, python_of
from shapelint.source.text import SourceError, readable
from shapelint.verify.modules import Modules
from shapelint.verify.outcome import Limits
from shapelint.verify.prove import fix_runs, prove
from shapelint.verify.snippet import Builder, Snippet
from shapelint.verify.worker import Worker

FRAMEWORKS = ("torch", "keras", "tensorflow")
IMPORTS = re.compile(r"^\s*(?:import|from)\s+(torch|keras|tensorflow)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A finding, its file an absolute path, and how a run comes there."""

    finding: Finding
    witness: Witness | None

    @property
    def files(self) -> set[str]:
        """The files that a run of it touches, as far as is known."""
        found = {self.finding.file}
        if self.witness is not None:
            found |= {activation.file for activation in self.witness.activations}
            if self.witness.script is not None:
                found.add(self.witness.script.path)
        return {os.path.abspath(file) for file in found}


class Session:
    """A worker and what the files say. Raises WorkerError, DeviceNotFound."""

    def __init__(
        self,
        python: Path,
        cases: Sequence[Case],
        packages: tuple[Path, ...] = (),
        roots: tuple[Path, ...] = (),
        device: str = "auto",
        limits: Limits = Limits(),  # noqa: B008
        snippets: Path | None = None,
    ) -> None:
        self.modules = Modules(packages, roots)
        self.builder = Builder(self.modules)
        self.snippets = snippets
        files = {file for case in cases for file in case.files}
        for file in sorted(files):
            self.modules.add(file)
        readable = [Path(root) for root in self.modules.roots]
        self.worker = Worker(python, frameworks(files), device, limits, readable=readable)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.worker.close()

    def verdict(self, case: Case) -> Verdict:
        """What a run says of a finding. Never raises for what the code does."""
        proof = prove(case.finding, case.witness, self.builder, self.worker)
        verdict = proof.verdict
        if proof.snippet is not None:
            verdict = replace(verdict, snippet=proof.snippet.text)
            if self.snippets is not None:
                path = kept(self.snippets, case.finding, proof.snippet)
                verdict = replace(verdict, script=str(path))
        if case.finding.fix is not None and case.witness is not None:
            runs = fix_runs(case.finding, case.witness, self.builder, self.worker)
            verdict = replace(verdict, fix_runs=runs)
        return verdict


def frameworks(files: set[str]) -> list[str]:
    """The frameworks that files import."""
    found: set[str] = set()
    for file in files:
        try:
            text = readable(python_of(file, Path(file).read_bytes()))
            found.update(IMPORTS.findall(text))
        except (OSError, SourceError):
            continue
    return [name for name in FRAMEWORKS if name in found] or ["torch"]


def kept(folder: Path, finding: Finding, snippet: Snippet) -> Path:
    """Write a snippet to a folder, named by the place and the name of its finding. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"\W+", "_", os.path.relpath(finding.file).removesuffix(".py")).strip("_")
    cell, line = place_in(finding.file, finding.span.line)
    at = f"{line}" if cell is None else f"cell_{cell}_{line}"
    path = folder / f"{stem}_{at}_{finding.name}.py"
    path.write_text(snippet.text, encoding="utf-8")
    return path
