"""Explanations of the names of findings, as pages that an editor can open."""

from __future__ import annotations

from pathlib import Path

from shapelint.names import NAMES, NameInfo
from shapelint.project.cache import default_folder, keep_page


class Explanations:
    """A page for each name that is asked for, kept with the results: a link to one outlives the server."""

    def __init__(self) -> None:
        self._folder = default_folder().absolute()
        self._pages: dict[str, Path] = {}

    def uri(self, name: str) -> str | None:
        """Where the page of a name is; None for what is no name, or where no page can be written."""
        info = NAMES.get(name)
        if info is None:
            return None
        page = self._pages.get(name)
        try:
            if page is None or not page.exists():
                page = self._pages[name] = keep_page(self._folder, name, _page(name, info))
        except OSError:
            return None
        return page.as_uri()


def _page(name: str, info: NameInfo) -> str:
    return (
        f"# {name}\n\n{info.summary}\n\n{info.explanation}\n\nFails:\n\n```python\n{info.bad}\n```\n\n"
        f"Fits:\n\n```python\n{info.good}\n```\n"
    )
