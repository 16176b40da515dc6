"""Source text to program tree; the only part that knows libcst."""

from shapelint.source.parse import SourceError, comments, parse_file, parse_source, spans

__all__ = ["SourceError", "comments", "parse_file", "parse_source", "spans"]
