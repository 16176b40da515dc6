"""Explanations of the names of findings, in files that an editor can open."""

from __future__ import annotations

import tempfile
from pathlib import Path

from shapelint.names import NAMES, NameInfo


class Explanations:
    """A page for each name that is asked for; they go when the server does."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def uri(self, name: str) -> str | None:
        """Where the page of a name is; None for what is no name, or where no page can be written."""
        info = NAMES.get(name)
        if info is None:
            return None
        try:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(
                    prefix="shapelint-", ignore_cleanup_errors=True
                )
            page = Path(self._folder.name) / f"{name}.md"
            if not page.exists():
                page.write_text(_page(name, info), encoding="utf-8")
        except OSError:
            return None
        return page.as_uri()

    def close(self) -> None:
        """Remove the pages."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _page(name: str, info: NameInfo) -> str:
    return (
        f"# {name}\n\n{info.summary}\n\n{info.explanation}\n\nFails:\n\n```python\n{info.bad}\n```\n\n"
        f"Fits:\n\n```python\n{info.good}\n```\n"
    )
