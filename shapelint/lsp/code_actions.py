"""`textDocument/codeAction`: fixes, suppressions, verification, and shapes written beside the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from shapelint.finding import Edit, Finding, Span
from shapelint.lsp.contexts import reached
from shapelint.lsp.diagnostics import SOURCE, diagnostic_of
from shapelint.lsp.drafts import Cell, Draft
from shapelint.lsp.edits import fix_of, ignored_in_settings, of_draft
from shapelint.lsp.positions import place_of
from shapelint.lsp.server import ShapelintServer
from shapelint.lsp.verifying import VERIFY
from shapelint.project.config import FILES, Options, settings_files
from shapelint.source.directives import with_ignores
from shapelint.source.notation import of_comment

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"
ASSIGNED = re.compile(r"^(\s*)([A-Za-z_]\w*)(\s*=(?!=)\s*)\S")
AXIS = re.compile(r"\d+|[A-Za-z_]\w*")
JAXTYPING = {
    "float32": "Float", "float64": "Float", "float16": "Float", "bfloat16": "Float", "int64": "Int",
    "int32": "Int", "int16": "Int", "int8": "Int", "uint8": "UInt8", "bool": "Bool",
    "complex64": "Complex", "complex128": "Complex", None: "Shaped",
}  # fmt: skip


def register(server: ShapelintServer) -> None:
    """Offer actions."""
    kinds: list[types.CodeActionKind | str] = [
        types.CodeActionKind.QuickFix,
        types.CodeActionKind.RefactorRewrite,
        FIX_ALL,
    ]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds)
    )
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = server.draft_of(params.text_document.uri)
        if found is None:
            return []
        draft, cell = found
        await draft.looked.wait()
        lines = draft.texts[cell].lines
        first = place_of(server.codec, lines, params.range.start)
        last = place_of(server.codec, lines, params.range.end)
        offered = list(_actions(server, draft, cell, first, last))
        wanted = params.context.only
        if wanted is None:
            return [a for a in offered if a.kind != FIX_ALL]
        return [a for a in offered if any(_is_kind(a.kind, kind) for kind in wanted)]


def _is_kind(kind: types.CodeActionKind | str | None, wanted: types.CodeActionKind | str) -> bool:
    said, asked = (k.value if isinstance(k, types.CodeActionKind) else k for k in (kind, wanted))
    return said is not None and asked is not None and f"{said}.".startswith(f"{asked}.")


def _actions(
    server: ShapelintServer,
    draft: Draft,
    cell: Cell,
    first: tuple[int, int],
    last: tuple[int, int],
) -> Iterator[types.CodeAction]:
    for finding in draft.findings():
        span = finding.span
        if finding.cell == cell and span.line <= last[0] and first[0] <= span.end_line:
            yield from _of_finding(server, draft, finding)
    fixes = dict.fromkeys(fix for f in draft.findings() if (fix := fix_of(draft, f)) is not None)
    if fixes:
        yield types.CodeAction(
            f"Apply all {len(fixes)} fixes of shapelint"
            if len(fixes) > 1
            else "Apply the fix of shapelint",
            kind=FIX_ALL,
            edit=of_draft(server, draft, fixes),
        )
    if not draft.is_stale:
        yield from _shapes(server, draft, cell, first[0])


def _of_finding(
    server: ShapelintServer, draft: Draft, finding: Finding
) -> Iterator[types.CodeAction]:
    about = [diagnostic_of(server, draft, finding)]
    fix = fix_of(draft, finding)
    if fix is not None:
        cell, edit = fix
        yield types.CodeAction(
            _said(draft, cell, edit),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            is_preferred=True,
            edit=of_draft(server, draft, [(cell, edit)]),
        )
    ignore = _ignore_here(draft, finding)
    if ignore is not None:
        yield types.CodeAction(
            f"Ignore {finding.name} here",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            edit=of_draft(server, draft, [(finding.cell, ignore)]),
        )
    settings = _settings_file(server, draft)
    yield types.CodeAction(
        f"Ignore {finding.name} in {settings.name}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        edit=ignored_in_settings(server, settings, finding.name),
    )
    yield types.CodeAction(
        "Verify this finding: run the code in a sandbox",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        command=types.Command(
            "Verify this finding",
            VERIFY,
            arguments=[draft.texts[finding.cell].uri, finding.name, finding.span.line],
        ),
    )


def _said(draft: Draft, cell: Cell, edit: Edit) -> str:
    line = draft.texts[cell].lines[edit.span.line - 1]
    if edit.takes_lines:
        return f"Remove `{line.strip()}`"
    if edit.span.line != edit.span.end_line:
        return "Apply the fix"
    old = line[edit.span.column - 1 : edit.span.end_column - 1]
    if not edit.text:
        return f"Remove `{old.strip()}`"
    return f"Replace `{old}` by `{edit.text}`"


def _ignore_here(draft: Draft, finding: Finding) -> Edit | None:
    """The comment that hides a finding, as `--add-ignores` writes it."""
    lines = draft.texts[finding.cell].lines
    raw = "\n".join(lines).encode()
    changed, left = with_ignores(raw, {finding.span.line: [finding.name]})
    new = changed.decode().split("\n")
    if left or len(new) != len(lines):
        return None
    for number, (old, now) in enumerate(zip(lines, new, strict=True), 1):
        if old != now:
            return Edit(Span(number, 1, number, len(old) + 1), now)
    return None


def _settings_file(server: ShapelintServer, draft: Draft) -> Path:
    """The file of settings that holds for a draft, or the one to be made."""
    folder = server.folder_of(draft.path)
    named = server.settings_for(draft).path("configuration", folder)
    if named is not None:
        return named
    found = settings_files([Path(draft.path)], Options())
    return found[0] if found else (folder or Path(draft.path).parent) / FILES[0]


def _shapes(
    server: ShapelintServer, draft: Draft, cell: Cell, line: int
) -> Iterator[types.CodeAction]:
    """The inferred shape of what a line assigns, as a comment or as an annotation."""
    lines = draft.texts[cell].lines
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    found = ASSIGNED.match(text)
    if found is None:
        return
    column = found.end(1) + 1
    values = reached(
        p.value
        for p in draft.values(cell)
        if p.value.assigned
        and p.value.kind == "tensor"
        and (p.span.line, p.span.column) == (line, column)
    )
    seen = {(value.text, value.dtype) for value in values}
    if len(seen) != 1:
        return
    ((shape, dtype),) = seen
    comment = f"  # {shape}"
    if "#" not in text and _ends_here(lines, line) and of_comment(comment.strip()) is not None:
        end = len(text.rstrip()) + 1
        yield types.CodeAction(
            f"Write the shape {shape} as a comment",
            kind=types.CodeActionKind.RefactorRewrite,
            edit=of_draft(
                server, draft, [(cell, Edit(Span(line, end, line, len(text) + 1), comment))]
            ),
        )
    axes = [axis.strip() for axis in shape.strip("()").split(",") if axis.strip()]
    if all(AXIS.fullmatch(axis) for axis in axes) and dtype in JAXTYPING:
        yield _annotated(server, draft, cell, line, found, axes, JAXTYPING[dtype])


def _annotated(
    server: ShapelintServer,
    draft: Draft,
    cell: Cell,
    line: int,
    found: re.Match[str],
    axes: list[str],
    kind: str,
) -> types.CodeAction:
    name = found[2]
    after = found.end(2) + 1
    annotation = f': {kind}[Tensor, "{" ".join(axes)}"]'
    edits = [(cell, Edit(Span(line, after, line, after), annotation))]
    lines = draft.texts[cell].lines
    imports = [
        wanted
        for wanted, there in (
            (f"from jaxtyping import {kind}", rf"^from jaxtyping import .*\b{kind}\b"),
            ("from torch import Tensor", r"^from torch import .*\bTensor\b"),
        )
        if not any(re.match(there, text) for text in lines)
    ]
    if imports:
        at = _after_imports(lines)
        edits.insert(0, (cell, Edit(Span(at, 1, at, 1), "\n".join(imports) + "\n")))
    return types.CodeAction(
        f"Annotate {name} as {kind}[Tensor, …]",
        kind=types.CodeActionKind.RefactorRewrite,
        edit=of_draft(server, draft, edits),
    )


def _after_imports(lines: tuple[str, ...]) -> int:
    """The line before which one more import of the module can stand: after the first run of them."""
    last = 0
    for number, text in enumerate(lines, 1):
        if re.match(r"(import|from)\s+\w", text) and text.count("(") == text.count(")"):
            last = number
        elif last and text.strip() and not text.startswith((" ", "#", ")")):
            break
    return last + 1


def _ends_here(lines: tuple[str, ...], line: int) -> bool:
    """Whether a statement of one line ends there: nothing is open, nothing goes on."""
    text = lines[line - 1]
    opened = sum(text.count(c) for c in "([{") - sum(text.count(c) for c in ")]}")
    return opened == 0 and not text.rstrip().endswith("\\") and '"""' not in text
