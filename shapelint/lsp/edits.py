"""Edits of an editor's texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from shapelint.finding import Edit, Finding, Span
from shapelint.lsp.drafts import Cell, Draft
from shapelint.lsp.positions import range_of
from shapelint.lsp.server import ShapelintServer
from shapelint.source.text import lines as lines_of

HEADER = re.compile(r"^\s*\[tool\.shapelint\]\s*(#.*)?$")
IGNORE = re.compile(r"^(\s*ignore\s*=\s*\[)")


def text_edit(server: ShapelintServer, lines: tuple[str, ...], edit: Edit) -> types.TextEdit:
    return types.TextEdit(range_of(server.codec, lines, edit.span), edit.text)


def of_draft(
    server: ShapelintServer, draft: Draft, edits: Iterable[tuple[Cell, Edit]]
) -> types.WorkspaceEdit:
    """Edits of the texts of a draft."""
    changes: dict[str, list[types.TextEdit]] = {}
    for cell, edit in edits:
        text = draft.texts[cell]
        changes.setdefault(text.uri, []).append(text_edit(server, text.lines, edit))
    return types.WorkspaceEdit(changes=changes)


def fix_of(draft: Draft, finding: Finding) -> tuple[Cell, Edit] | None:
    """The solved fix of a finding where it stands now, if it is in the same file and its text is unchanged."""
    fix = finding.fix
    if fix is None or draft.is_stale:
        return None
    cell = fix.cell if fix.cell is not None else finding.cell
    if fix.file and Path(fix.file).resolve() != Path(draft.path).resolve():
        return None
    line = draft.now(cell, fix.span)
    if line is None:
        return None
    moved = Span(
        line, fix.span.column, line + fix.span.end_line - fix.span.line, fix.span.end_column
    )
    return cell, Edit(moved, fix.text)


def ignored_in_settings(server: ShapelintServer, path: Path, name: str) -> types.WorkspaceEdit:
    """A name added to what a file of settings ignores; the file is made if it is not there."""
    uri = from_fs_path(str(path)) or ""
    if not path.is_file():
        text = f'ignore = ["{name}"]\n'
        edit = types.TextDocumentEdit(
            types.OptionalVersionedTextDocumentIdentifier(uri), [_inserted(0, 0, text)]
        )
        return types.WorkspaceEdit(document_changes=[types.CreateFile(uri), edit])
    lines = lines_of(path.read_text(encoding="utf-8"))
    first = 0
    if path.name == "pyproject.toml":
        headers = [i for i, line in enumerate(lines, 1) if HEADER.match(line)]
        if not headers:
            end = len(lines)
            text = f'\n[tool.shapelint]\nignore = ["{name}"]\n'
            return types.WorkspaceEdit(changes={uri: [_inserted(end, 0, text)]})
        first = headers[0]
    for number in range(first, len(lines)):
        line = lines[number]
        if line.lstrip().startswith("["):
            break
        found = IGNORE.match(line)
        if found:
            rest = line[found.end() :].strip()
            more = "" if rest.startswith("]") else ", " if rest else ","
            return types.WorkspaceEdit(
                changes={uri: [_inserted(number, found.end(), f'"{name}"{more}')]}
            )
    return types.WorkspaceEdit(changes={uri: [_inserted(first, 0, f'ignore = ["{name}"]\n')]})


def _inserted(line: int, column: int, text: str) -> types.TextEdit:
    place = types.Position(line, column)
    return types.TextEdit(types.Range(place, place), text)
