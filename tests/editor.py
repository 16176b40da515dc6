"""An editor as tests play one: a real client of the language server, over the standard streams."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient

COMMAND = [sys.executable, "-m", "shapelint", "server"]


def message(body: dict[str, Any]) -> bytes:
    """A message as it goes over the wire."""
    raw = json.dumps({"jsonrpc": "2.0", **body}).encode()
    return f"Content-Length: {len(raw)}\r\n\r\n".encode() + raw


def capabilities(
    pulls: bool = True,
    encodings: list[types.PositionEncodingKind | str] | None = None,
    asked: bool = False,
    describes: bool = True,
    watches: bool = False,
) -> types.ClientCapabilities:
    """What the editor can do: ask for diagnostics, be asked for its settings, lead to what describes a code,
    tell of files that change."""
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=encodings),
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pulls else None,
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                related_information=True, code_description_support=describes
            ),
        ),
        window=types.WindowClientCapabilities(work_done_progress=True),
        workspace=types.WorkspaceClientCapabilities(
            configuration=asked,
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=watches
            ),
        ),
        notebook_document=types.NotebookDocumentClientCapabilities(
            types.NotebookDocumentSyncClientCapabilities()
        ),
    )


@dataclass
class Editor:
    """What a person does with documents."""

    client: LanguageClient
    folder: Path
    versions: dict[str, int] = field(default_factory=dict)

    async def start(
        self, told: types.ClientCapabilities, settings: Any = None, folders: Sequence[str] = (".",)
    ) -> types.ServerCapabilities:
        """Begin a session: what the server offers."""
        answer = await self.client.initialize_session(
            types.InitializeParams(
                capabilities=told,
                workspace_folders=[
                    types.WorkspaceFolder((self.folder / name).as_uri(), name) for name in folders
                ],
                initialization_options=settings,
            )
        )
        return answer.capabilities

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        """Open a document; what it holds need not be in the file."""
        uri = self.uri(name)
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, types.LanguageKind.Python, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def write(self, name: str, text: str) -> None:
        """Change the whole text."""
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.change(name, [whole])

    def edit(self, name: str, edits: list[types.TextEdit]) -> None:
        """Apply edits that a code action came with, the last in the text first."""
        backwards = sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character))[::-1]
        changes = [
            types.TextDocumentContentChangePartial(range=e.range, text=e.new_text)
            for e in backwards
        ]
        self.change(name, list(changes))

    def change(self, name: str, changes: list[types.TextDocumentContentChangeEvent]) -> None:
        """Send changes as they are."""
        uri = self.uri(name)
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))

    def close(self, name: str) -> None:
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        report = await self.report(name)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    async def report(
        self, name: str, previous: str | None = None
    ) -> types.DocumentDiagnosticReport:
        uri = name if "://" in name or name.startswith("vscode") else self.uri(name)
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(
                types.TextDocumentIdentifier(uri), previous_result_id=previous
            )
        )

    async def hover(self, name: str, line: int, character: int) -> str | None:
        """The text of a hover; lines count from 0, as the protocol has it."""
        uri = name if "://" in name or name.startswith("vscode") else self.uri(name)
        answer = await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        )
        if answer is None:
            return None
        assert isinstance(answer.contents, types.MarkupContent)
        return answer.contents.value

    async def actions(
        self, name: str, line: int, only: list[types.CodeActionKind | str] | None = None
    ) -> dict[str, types.CodeAction | types.Command]:
        place = types.Position(line, 8)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri(name)),
                types.Range(place, place),
                types.CodeActionContext([], only=only),
            )
        )
        return {action.title: action for action in found or ()}

    async def hints(self, name: str) -> list[types.InlayHint]:
        whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
        found = await self.client.text_document_inlay_hint_async(
            types.InlayHintParams(types.TextDocumentIdentifier(self.uri(name)), whole)
        )
        return list(found or ())
