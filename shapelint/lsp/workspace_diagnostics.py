"""`workspace/diagnostic`: what `shapelint check` says of the folders of the workspace that the settings want checked.

What is open comes first, and is what `textDocument/diagnostic` says of it. A request that has nothing new to tell
is held until there is something.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from lsprotocol import types

from shapelint.lsp.diagnostics import diagnostics, result_id
from shapelint.lsp.drafts import Draft
from shapelint.lsp.server import ShapelintServer, path_of

Full = types.WorkspaceFullDocumentDiagnosticReport
Report = Full | types.WorkspaceUnchangedDocumentDiagnosticReport
QUIET = 1.0
"""Seconds without a change after which folders are checked again."""


def register(server: ShapelintServer) -> None:
    """Answer editors that ask about the whole workspace."""

    newest: _Request | None = None

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def workspace(params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        nonlocal newest
        newest = request = _Request(server, params)
        await server.ready.wait()
        while (answer := await request.answer()) is None:
            if newest is not request:  # there are editors that ask again before they are answered
                return types.WorkspaceDiagnosticReport([])
        return answer


class _Request:
    """A request, and what the editor knows by earlier ones."""

    def __init__(self, server: ShapelintServer, params: types.WorkspaceDiagnosticParams) -> None:
        self._server = server
        self._token = params.partial_result_token
        self._known = {path_of(p.uri): p for p in params.previous_result_ids}
        self._reports: dict[str, Report] = {}
        """By path: what is to be told."""
        self._told = False
        """Whether a part of that has been sent."""

    async def answer(self) -> types.WorkspaceDiagnosticReport | None:
        """All there is to say, or the rest of it; None, once there are news, if none of it was new."""
        news = self._server.news
        await self._gather()
        if self._told:
            return types.WorkspaceDiagnosticReport([])
        if _any_is_new(self._reports.values()) or not self._server.sees_changes:
            return types.WorkspaceDiagnosticReport(list(self._reports.values()))
        self._reports.clear()
        await news.wait()
        await self._quiet()
        return None

    async def _gather(self) -> None:
        server = self._server
        folders = [folder for folder in server.roots if server.surveys.wants(folder)]
        silent = set()
        """Those of which nothing can be said now: what the editor has stays."""
        for draft in list(server.drafts.values()):
            if server.folder_of(draft.path) in folders and None in draft.texts:
                await draft.looked.wait()
                if server.drafts.get(draft.path) is draft:
                    self._add(draft)
        self._send(self._reports)
        for folder in folders:
            found = await server.surveys.of(folder)
            if found.fault:
                silent.add(folder)
                continue
            before = dict(self._reports)
            for draft in found.drafts():
                await asyncio.sleep(0)  # others ask, too
                if draft.path not in self._reports and server.folder_of(draft.path) == folder:
                    self._add(draft)
            self._send([path for path in self._reports if path not in before])
        gone = {
            path: Full(known.uri, [])
            for path, known in self._known.items()
            if path not in self._reports
            and server.folder_of(path) not in silent
            and server.draft_of(known.uri) is None
        }
        self._reports |= gone
        self._send(gone)

    def _add(self, draft: Draft) -> None:
        text, known = draft.texts[None], self._known.get(draft.path)
        items = diagnostics(self._server, draft, None)
        result = result_id(items)
        self._reports[draft.path] = (
            types.WorkspaceUnchangedDocumentDiagnosticReport(text.uri, result, text.version)
            if known is not None and known.value == result
            else Full(text.uri, items, text.version, result_id=result)
        )

    def _send(self, paths: Iterable[str]) -> None:
        """Tell a part, if the editor takes parts and there is anything new in it."""
        reports = [self._reports[path] for path in paths]
        if self._token is not None and _any_is_new(reports):
            self._server.progress(
                types.ProgressParams(
                    self._token,
                    types.WorkspaceDiagnosticReportPartialResult(reports)
                    if self._told
                    else types.WorkspaceDiagnosticReport(reports),
                )
            )
            self._told = True

    async def _quiet(self) -> None:
        """Wait until nothing changes any more."""
        while True:
            try:
                await asyncio.wait_for(self._server.news.wait(), QUIET)
            except TimeoutError:
                return


def _any_is_new(reports: Iterable[Report]) -> bool:
    return any(isinstance(report, Full) for report in reports)
