"""Source text to program tree; the only part that knows libcst, which is imported when something is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapelint.source.text import SourceError

if TYPE_CHECKING:
    from shapelint.source.parse import comments, parse_source, spans

__all__ = ["SourceError", "comments", "parse_source", "spans"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from shapelint.source import parse

        return getattr(parse, name)
    raise AttributeError(name)
