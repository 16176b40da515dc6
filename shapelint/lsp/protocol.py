"""What is between the server and the messages: none that is a request goes unanswered."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from shapelint.lsp.documents import Documents


class Protocol(LanguageServerProtocol):
    """Answers requests that make no sense with an error."""

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Begin a session, in which documents are ours."""
        answer = yield from super().lsp_initialize(params)
        made = self.workspace
        self._workspace = Documents(
            made.root_uri,
            types.TextDocumentSyncKind.Incremental,
            params.workspace_folders,
            made.position_encoding,
        )
        return answer

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Raises JsonRpcException."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], None, error.to_response_error())
            raise
