"""`textDocument/diagnostic`, and diagnostics that are pushed: findings and what could not be read."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache

from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.uris import from_fs_path

from shapelint.finding import Finding, Span
from shapelint.lsp.drafts import Cell, Draft
from shapelint.lsp.positions import range_of, whole_line
from shapelint.lsp.server import ShapelintServer, path_of
from shapelint.project.suppress import UNUSED
from shapelint.project.texts import Texts

SOURCE = "shapelint"
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


def register(server: ShapelintServer) -> None:
    """Answer editors that ask for diagnostics."""

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            inter_file_dependencies=True,
            workspace_diagnostics=False,  # becomes true where there is `workspace/diagnostic`
            identifier=SOURCE,
        ),
    )
    async def diagnostic(
        params: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        uri = params.text_document.uri
        found = server.draft_of(uri)
        if found is None:  # editors ask once more of what they have closed
            closed = await server.surveys.of_file(path_of(uri))
            if closed is None:
                return types.RelatedFullDocumentDiagnosticReport(items=[])
            found = closed, None
        draft, cell = found
        await (draft.glimpsed if server.asks_again else draft.looked).wait()
        items = diagnostics(server, draft, cell)
        result = result_id(items)
        if result == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=result)
        return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=result)


def diagnostics(server: ShapelintServer, draft: Draft, cell: Cell) -> list[types.Diagnostic]:
    """What is to be said of a text."""
    found = [
        diagnostic_of(server, draft, finding)
        for finding in draft.findings()
        if finding.cell == cell
    ]
    return [*_problems(server, draft, cell), *found]


def result_id(items: list[types.Diagnostic]) -> str:
    """What an editor names these by, to be told when there are no others."""
    told = repr(get_converter().unstructure(items)).encode()
    return hashlib.blake2b(told, digest_size=12).hexdigest()


def diagnostic_of(server: ShapelintServer, draft: Draft, finding: Finding) -> types.Diagnostic:
    """A finding of a draft."""
    text = draft.texts[finding.cell]
    message = finding.message
    verdict = server.verdicts.get(verdict_key(draft, finding))
    if verdict is not None:
        message += f"\n{verdict.kind}: {verdict.text}"
    if draft.is_stale:
        message += "\n(found before the last syntax error)"
    return types.Diagnostic(
        range=range_of(server.codec, text.lines, finding.span),
        message=message,
        severity=SEVERITIES[finding.severity],
        code=finding.name,
        code_description=_description(server, finding.name),
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if finding.name == UNUSED else None,
        related_information=_related(server, draft, finding) or None,
        data={"verdict": verdict.kind} if verdict is not None else None,
    )


def verdict_key(draft: Draft, finding: Finding) -> tuple[str, Cell, str, str]:
    """What a verdict is kept under: it holds while the line stays as it is."""
    lines = draft.texts[finding.cell].lines
    line = lines[finding.span.line - 1] if finding.span.line <= len(lines) else ""
    return draft.path, finding.cell, finding.name, line.strip()


def _problems(server: ShapelintServer, draft: Draft, cell: Cell) -> list[types.Diagnostic]:
    told = draft.broken or draft.told
    lines = draft.texts[cell].lines
    found = [
        types.Diagnostic(
            range=range_of(
                server.codec,
                lines,
                Span(p.line, p.column, p.line, max(p.column, _end(lines, p.line))),
            ),
            message=f"cannot check: {p.message}",
            severity=types.DiagnosticSeverity.Error,
            source=SOURCE,
        )
        for p in told.problems
        if p.cell == cell
    ]
    if told.fault and cell == min(draft.texts, key=lambda c: c or 0):
        found.append(
            types.Diagnostic(
                range=range_of(server.codec, lines, Span(1, 1, 1, 1)),
                message=f"cannot check: {told.fault}",
                severity=types.DiagnosticSeverity.Error,
                source=SOURCE,
            )
        )
    return found


def _end(lines: tuple[str, ...], line: int) -> int:
    return len(lines[line - 1]) + 1 if 0 < line <= len(lines) else 1


def _can(server: ShapelintServer, what: str) -> bool:
    """Whether the editor says that it shows something of a diagnostic."""
    documents = server.client_capabilities.text_document
    told = [getattr(documents, name, None) for name in ("publish_diagnostics", "diagnostic")]
    return any(getattr(can, what, False) for can in told)


def _description(server: ShapelintServer, name: str) -> types.CodeDescription | None:
    """Where the name of a finding is explained, if the editor can lead there."""
    uri = server.explanations.uri(name) if _can(server, "code_description_support") else None
    return None if uri is None else types.CodeDescription(uri)


def _related(
    server: ShapelintServer, draft: Draft, finding: Finding
) -> list[types.DiagnosticRelatedInformation]:
    """The trace, if the editor can show it."""
    if not _can(server, "related_information"):
        return []
    found = []
    for step in finding.trace:
        uri, lines = _text_of(server, step.file, step.cell)
        place = whole_line(server.codec, lines, step.line)
        found.append(
            types.DiagnosticRelatedInformation(
                types.Location(uri, place), f"{step.expression} is {step.shape}"
            )
        )
    return found


def _text_of(server: ShapelintServer, file: str, cell: Cell) -> tuple[str, tuple[str, ...]]:
    """The URI and the lines of a file: as it is open, or as it is on the disk."""
    path = os.path.abspath(file)
    draft = server.drafts.get(path)
    if draft is not None and cell in draft.texts:
        return draft.texts[cell].uri, draft.texts[cell].lines
    try:
        changed = os.stat(path).st_mtime_ns
    except OSError:
        changed = 0
    return from_fs_path(path) or "", _lines_on_disk(path, cell, changed)


@lru_cache(maxsize=64)
def _lines_on_disk(path: str, cell: Cell, changed: int) -> tuple[str, ...]:
    """Those since the file was `changed`: traces lead to the same few files."""
    return tuple(Texts().lines(path, cell))
