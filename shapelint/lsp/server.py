"""The server: what is open, what is known of it, and when it is looked at."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from shapelint import __version__
from shapelint.finding import Finding, Verdict
from shapelint.lsp.analyst import Analyst, AnalystDied
from shapelint.lsp.drafts import Cell, Draft, Text
from shapelint.lsp.explanations import Explanations
from shapelint.lsp.protocol import Protocol
from shapelint.lsp.settings import Settings, settings_of
from shapelint.lsp.surveys import Surveys
from shapelint.project.config import Options
from shapelint.project.live import Question, Told
from shapelint.source.text import encoded

NOTEBOOKS = types.NotebookDocumentSyncOptions(
    notebook_selector=[
        types.NotebookDocumentFilterWithCells(
            cells=[types.NotebookCellLanguage(language="python")], notebook="jupyter-notebook"
        )
    ]
)
PAUSE = 0.05
"""Seconds that one who types faster than is looked has to stop for."""
DIED = "the analysis of this text crashed; it is tried again once the text has changed"


class ShapelintServer(LanguageServer):
    """Answers from what was last told of a draft; looks at drafts as they change."""

    def __init__(self) -> None:
        super().__init__(
            "shapelint", __version__, protocol_cls=Protocol, notebook_document_sync=NOTEBOOKS
        )
        self.drafts: dict[str, Draft] = {}
        """By absolute path."""
        self.settings: Settings = settings_of()[0]
        self.folder_settings: dict[Path, Settings] = {}
        """What the editor says of single folders of the workspace."""
        self.initial_settings: object = None
        """What the editor said when it started the server: it holds where nothing else is said."""
        self.verdicts: dict[tuple[str, Cell, str, str], Verdict] = {}
        """By path, cell, name and text of the line of a finding: what a run has shown."""
        self.explanations = Explanations()
        self.surveys = Surveys(self)
        self._analyst = Analyst()
        self._settings_stamp = 0
        self.ready = asyncio.Event()
        """Set once the editor has said what it has to say at the beginning."""
        self.news = asyncio.Event()
        """Set, and another put in its place, when a text, a file or a setting changes."""
        self.sees_changes = False
        """Whether the editor tells of files that change on the disk."""
        self._looks: set[asyncio.Task[None]] = set()

    # what is open

    @property
    def codec(self) -> PositionCodec:
        return self.workspace.position_codec

    def draft_of(self, uri: str) -> tuple[Draft, Cell] | None:
        """The draft that a document is, or is a cell of."""
        book = self.workspace.get_notebook_document(cell_uri=uri)
        path = path_of(uri if book is None else book.uri)
        draft = self.drafts.get(path)
        if draft is None:
            return None
        try:
            return draft, draft.cell_of(uri)
        except KeyError:
            return None

    def changed(self, uri: str) -> None:
        """A document or notebook was opened, or its text has changed."""
        texts = self._texts(uri)
        path = path_of(uri)
        draft = self.drafts.get(path)
        if draft is None:
            draft = self.drafts[path] = Draft(path, texts)
        else:
            draft.texts = texts
        self._has_news()
        self.look(draft, changed=True)

    def closed(self, uri: str) -> None:
        """A document or notebook was closed: what is on the disk holds again."""
        draft = self.drafts.pop(path_of(uri), None)
        if draft is not None:
            draft.looked.set()
            draft.glimpsed.set()
            for text in draft.texts.values():
                self.publish(text.uri, None, [])
            self._has_news()
            self.look_again(self._readers(draft.path))

    def _texts(self, uri: str) -> dict[Cell, Text]:
        book = self.workspace.get_notebook_document(notebook_uri=uri)
        if book is None:
            document = self.workspace.get_text_document(uri)
            return {None: Text.of(uri, document.version, document.source)}
        found: dict[Cell, Text] = {}
        for number, cell in enumerate(book.cells, 1):
            if cell.kind == types.NotebookCellKind.Code:
                document = self.workspace.get_text_document(cell.document)
                found[number] = Text.of(cell.document, document.version, document.source)
        return found

    # looking

    def look(self, draft: Draft, changed: bool = False) -> None:
        """Look at a draft; others that read it are looked at after it if it has `changed`."""
        draft.changed |= changed
        task = asyncio.get_running_loop().create_task(self._look(draft, draft.begin()))
        self._looks.add(task)
        task.add_done_callback(self._looks.discard)

    def look_again(self, drafts: Iterable[Draft]) -> None:
        """Look at drafts whose own texts have not changed."""
        for draft in drafts:
            self.look(draft)

    def settings_changed(self) -> None:
        """Files of settings, or the editor's settings, may say something else."""
        self._settings_stamp += 1
        self._has_news()
        self.look_again(list(self.drafts.values()))

    def _has_news(self) -> None:
        self.news.set()
        self.news = asyncio.Event()

    async def _look(self, draft: Draft, stamp: int) -> None:
        if draft.asked:
            await asyncio.sleep(PAUSE)
            if draft.stamp != stamp:
                return

        def early(findings: tuple[Finding, ...]) -> None:
            if draft.stamp == stamp and self.drafts.get(draft.path) is draft:
                draft.take_early(findings)
                self._push(draft)

        draft.asked += 1
        try:
            told = await self._analyst.ask(self._question(draft), early)
        except AnalystDied:
            told = Told(fault=DIED, parsed=False)
        finally:
            draft.asked -= 1
        if told is None or draft.stamp != stamp or self.drafts.get(draft.path) is not draft:
            return
        draft.take(told, stamp)
        self.show(draft)
        if draft.changed:
            draft.changed = False
            self.look_again(self._readers(draft.path))

    def _question(self, draft: Draft) -> Question:
        options, python = self.asked_with(self.folder_of(draft.path))
        return Question(Path(draft.path), self.overlay(), options, python, self._settings_stamp)

    def overlay(self) -> dict[str, bytes]:
        """What is written, by absolute path: it stands for what is in the files."""
        return {path: contents_of(draft) for path, draft in self.drafts.items()}

    def asked_with(self, folder: Path | None) -> tuple[Options, Path | None]:
        """The options, and the interpreter, that the settings name for a folder."""
        settings = self.settings_in(folder)
        return Options(settings.path("configuration", folder)), settings.path("python", folder)

    @property
    def folders(self) -> dict[Path, str]:
        """The folders of the workspace, and their URIs."""
        return {Path(path_of(f.uri)): f.uri for f in self.workspace.folders.values()}

    def settings_for(self, draft: Draft) -> Settings:
        """The settings that hold for a draft."""
        return self.settings_in(self.folder_of(draft.path))

    def settings_in(self, folder: Path | None) -> Settings:
        """The settings that hold in a folder of the workspace, or outside of all."""
        return self.settings if folder is None else self.folder_settings.get(folder, self.settings)

    def folder_of(self, path: str) -> Path | None:
        """The workspace folder that a file is in: the innermost."""
        file = Path(path)
        around = [f for f in self.folders if file.is_relative_to(f)]
        return max(around, key=lambda folder: len(folder.parts), default=self._root)

    @property
    def roots(self) -> list[Path]:
        """The folders of the workspace, or the only one, as earlier versions of the protocol have it."""
        return list(self.folders) or ([] if self._root is None else [self._root])

    @property
    def _root(self) -> Path | None:
        return Path(self.workspace.root_path) if self.workspace.root_path else None

    def _readers(self, path: str) -> list[Draft]:
        return [d for p, d in self.drafts.items() if p != path and path in d.told.reads]

    # showing

    def show(self, draft: Draft) -> None:
        """Give the editor what is new of a draft: publish it, or ask to be asked."""
        if not self.pulls:
            self._push(draft)
        elif draft.looked.is_set() and self.asks_again:
            self.workspace_diagnostic_refresh(None)
        self._refresh()

    def _push(self, draft: Draft) -> None:
        from shapelint.lsp.diagnostics import diagnostics

        for cell, text in draft.texts.items():
            self.publish(text.uri, text.version, diagnostics(self, draft, cell))

    def publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        """Push diagnostics, to an editor that does not pull them."""
        if not self.pulls:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, found, version=version)
            )

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics itself."""
        documents = self.client_capabilities.text_document
        return documents is not None and documents.diagnostic is not None

    @property
    def asks_again(self) -> bool:
        """Whether an editor that asks for diagnostics can be told to ask once more."""
        workspace = self.client_capabilities.workspace
        diagnostics = workspace and workspace.diagnostics
        return bool(diagnostics and diagnostics.refresh_support)

    def _refresh(self) -> None:
        workspace = self.client_capabilities.workspace
        if workspace is None:
            return
        if any(s["inlayHints.enable"] for s in (self.settings, *self.folder_settings.values())):
            if workspace.inlay_hint and workspace.inlay_hint.refresh_support:
                self.workspace_inlay_hint_refresh(None)
        if workspace.code_lens and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    def log(self, message: str) -> None:
        """Tell the editor's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))

    def report_server_error(self, error: Exception, source: object) -> None:
        """A message that makes no sense is noted; nobody is to be interrupted by it."""
        self.log(f"{type(error).__name__}: {error}")

    def stop(self) -> None:
        """End what runs beside the server."""
        self._analyst.stop()


def path_of(uri: str) -> str:
    """The absolute path of a document; one that is in no file has its URI for a name."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return (
        os.path.abspath(path) if path else os.path.abspath(uri.replace("/", "_").replace(":", "_"))
    )


def contents_of(draft: Draft) -> bytes:
    """What would be in the file if the draft were saved now."""
    if None in draft.texts:
        return encoded("\n".join(draft.texts[None].lines))
    cells: list[dict[str, object]] = []
    for number in range(1, max((n for n in draft.texts if n is not None), default=0) + 1):
        text = draft.texts.get(number)
        kind = "markdown" if text is None else "code"
        source = "" if text is None else "\n".join(text.lines)
        cells.append({"cell_type": kind, "metadata": {}, "source": source})
    language = {"language_info": {"name": "python"}}
    book = {"cells": cells, "metadata": language, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book).encode()
