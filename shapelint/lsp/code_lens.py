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
        if found is None:
            return []
        draft, cell = found
        if not server.settings_for(draft)["codeLens.enable"]:
            return []
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
