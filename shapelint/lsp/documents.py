"""The texts that an editor sends, in lines as the protocol has them."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pygls.workspace import TextDocument, Workspace


class Document(TextDocument):
    """A text whose lines end where the protocol says, which is not after a form feed and its like."""

    @property
    def lines(self) -> Sequence[str]:
        """The lines with their ends."""
        return tuple(io.StringIO(self.source, newline=""))


class Documents(Workspace):
    """What is open, as such texts."""

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> Document:
        return Document(
            doc_uri,
            source,
            version,
            language_id,
            sync_kind=self._sync_kind,
            position_codec=self._position_codec,
        )
