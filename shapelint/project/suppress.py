"""Findings that a comment in the source hides, and comments that hide nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.finding import Edit, Finding, place
from shapelint.names import NAMES
from shapelint.project.config import Config
from shapelint.project.selection import names_in, selected
from shapelint.project.settings import alternatives, nearest
from shapelint.project.writing import replace_file
from shapelint.source.notebook import is_notebook, notebook, python_of
from shapelint.source.text import SourceError

if TYPE_CHECKING:
    from shapelint.source.directives import Directive, Directives

UNUSED = "unused-ignore"
Where = tuple[int | None, int]
"""A cell, none outside of notebooks, and a line."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What is left to report, comments that hide nothing included, and how many are hidden."""

    findings: tuple[Finding, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Added:
    """How many findings `--add-ignores` has hidden, in how many files, and why others are not."""

    findings: int
    files: int
    failed: tuple[str, ...]


def suppress(
    findings: Iterable[Finding], read: Mapping[str, Directives], config: Config
) -> Suppressed:
    """`read` has the directives of the files that were checked; those of others are read where something
    is found, but not judged: nobody has looked for all that they may hide."""
    comments = {os.path.realpath(file): found for file, found in read.items()}
    used: dict[tuple[str, Directive], set[str]] = {}
    kept: list[Finding] = []
    hidden = 0
    for finding in findings:
        file = os.path.realpath(finding.file)
        if file not in comments:
            comments[file] = _of_file(file)
        there = comments[file]
        hiding = [d for d in there.of(finding.span) if not d.names or finding.name in d.names]
        for directive in hiding:
            used.setdefault((file, directive), set()).add(finding.name)
        if hiding or there.skips_file:
            hidden += 1
        else:
            kept.append(finding)
    unused: list[Finding] = []
    for file, found in read.items():
        if found.skips_file or not found.found:
            continue
        left = [f for f in kept if f.file == file]
        for directive in found.found:
            hides = used.get((os.path.realpath(file), directive), set())
            unused += _judged(file, directive, hides, left, found, config)
    kept += selected(unused, config)
    return Suppressed(tuple(sorted(kept, key=lambda f: (f.file, f.span, f.name))), hidden)


def _judged(
    file: str,
    directive: Directive,
    hides: set[str],
    left: list[Finding],
    there: Directives,
    config: Config,
) -> Iterable[Finding]:
    """The finding that a comment hides nothing, or not all that it names. Names that are not looked for
    are not judged."""
    said: list[str] = []
    fix: Edit | None = None
    looked_for = names_in(config, file) - {UNUSED}
    if directive.wrong:
        said = [directive.wrong]
    elif UNUSED in directive.names:
        return
    elif not directive.names:
        if not hides and len(looked_for) == len(NAMES) - 1:
            said, fix = ["there is nothing here to ignore"], directive.removal
    else:
        here = {f.name for f in left if directive in there.of(f.span)}
        rest: list[str] = []
        missing: list[str] = []
        for name in directive.names:
            if name not in NAMES:
                near = nearest(name, NAMES)
                said.append(f'no finding is called "{name}"{near}')
                rest += [meant for meant in here if f'"{meant}"' in near]
            elif name in hides or name not in looked_for:
                rest.append(name)
            else:
                missing.append(name)
        if missing:
            said.append(f"there is no {alternatives(missing)} here to ignore")
        if said:
            assert directive.listed is not None
            fix = Edit(directive.listed, ", ".join(rest)) if rest else directive.removal
    if said:
        yield Finding(UNUSED, "warning", file, directive.span, " and ".join(said), fix=fix)


def _of_file(file: str) -> Directives:
    from shapelint.source.directives import Directives, directives

    try:
        return directives(python_of(file, Path(file).read_bytes()))
    except (OSError, SourceError):
        return Directives()


def add_ignores(findings: Iterable[Finding]) -> Added:
    """Write comments into the files that hide these findings."""
    by_file: dict[str, dict[Where, list[str]]] = {}
    for finding in findings:
        if finding.name != UNUSED:
            lines = by_file.setdefault(os.path.realpath(finding.file), {})
            names = lines.setdefault((finding.cell, finding.span.line), [])
            if finding.name not in names:
                names.append(finding.name)
    added = files = 0
    failed: list[str] = []
    for file, lines in by_file.items():
        shown = os.path.relpath(file) if file.startswith(os.getcwd() + os.sep) else file
        try:
            old = Path(file).read_bytes()
            new, left = _with_ignores(file, old, lines)
            if new != old:
                replace_file(Path(file), new)
                files += 1
        except (OSError, SourceError) as error:
            why = error.strerror if isinstance(error, OSError) else error.message
            failed.append(f"{shown}: cannot be written: {why}")
            continue
        failed += [
            f"{place(shown, line, cell=cell)}: no comment can stand here" for cell, line in left
        ]
        added += sum(len(names) for where, names in lines.items() if where not in left)
    return Added(added, files, tuple(failed))


def _with_ignores(
    file: str, raw: bytes, names: Mapping[Where, list[str]]
) -> tuple[bytes, list[Where]]:
    """The contents of a file with comments on these lines, and the lines that cannot have one. Raises
    SourceError."""
    from shapelint.source.directives import with_ignores

    if not is_notebook(file):
        new, left = with_ignores(raw, {line: wanted for (_, line), wanted in names.items()})
        return new, [(None, line) for line in left]
    book = notebook(raw, file)
    lines = {book.joined.line(cell or 0, line): (cell, line) for cell, line in names}
    there = {line: names[where] for line, where in lines.items() if line is not None}
    new, left = with_ignores(book.joined.text.encode(), there)
    missing = [where for line, where in lines.items() if line is None]
    return book.with_python(new.decode()), [*missing, *(lines[line] for line in left)]
