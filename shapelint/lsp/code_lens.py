"""`textDocument/codeLens`: the contract of a model, and how many parameters it has, above its `forward`."""

from __future__ import annotations

from lsprotocol import types

from shapelint.lsp.positions import whole_line
from shapelint.lsp.server import ShapelintServer


def register(server: ShapelintServer) -> None:
    """Answer for lenses."""

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        found = server.draft_of(params.text_document.uri)
        if found is None or not server.settings["codeLens.enable"]:
            return []
        draft, cell = found
        lines = draft.texts[cell].lines
        return [
            types.CodeLens(
                whole_line(server.codec, lines, line),
                types.Command(
                    contract if count is None else f"{contract}, {count:,} parameters", ""
                ),
            )
            for _, _, line, contract, count in draft.models(cell)
        ]
