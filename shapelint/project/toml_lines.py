"""On which line of a TOML file a key stands: Python's parser does not tell.

A small scan, for messages only: a file that writes its keys inside strings may mislead it.
"""

from __future__ import annotations

import re

KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
DOTTED = rf"{KEY}(?:\s*\.\s*{KEY})*"
HEADER = re.compile(rf"\s*\[\[?\s*({DOTTED})\s*\]")
ENTRY = re.compile(rf"\s*({DOTTED})\s*=")
PART = re.compile(KEY)


class TomlLines:
    """The keys of a text, by the tables that they stand in."""

    def __init__(self, text: str) -> None:
        self.text = re.split(r"\r\n|\n", text)
        self.lines: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(self.text, 1):
            if header := HEADER.match(line):
                table = path = _parts(header[1])
            elif entry := ENTRY.match(line):
                path = table + _parts(entry[1])
            else:
                continue
            for length in range(1, len(path) + 1):
                self.lines.setdefault(path[:length], number)

    def of(self, path: tuple[str, ...], word: str | None = None) -> int:
        """The line of a key, or of a string in its value; of the nearest table that is found, where a
        key stands within a line."""
        while path and path not in self.lines:
            word, path = word or path[-1], path[:-1]
        first = self.lines.get(path, 1)
        if word is None:
            return first
        for number in range(first, self._end(first)):
            line = self.text[number - 1]
            if f'"{word}"' in line or f"'{word}'" in line:
                return number
        return first

    def _end(self, first: int) -> int:
        return min((n for n in self.lines.values() if n > first), default=len(self.text) + 1)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in PART.findall(dotted))
