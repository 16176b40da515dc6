"""Where the values of a JSON text stand, so that one can be changed and the rest stays as it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

BLANK = re.compile(r"[ \t\n\r]*")
PAIR = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]")
LONE = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder()

Stretch = tuple[int, int]


def members(text: str, at: int) -> Iterator[tuple[str, Stretch]]:
    """The keys of the object that starts at a place of a valid text, and where their values stand."""
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        start = _skip(text, _skip(text, at) + 1)
        end = _DECODER.raw_decode(text, start)[1]
        yield key, (start, end)
        at = _next(text, end)


def items(text: str, at: int) -> Iterator[Stretch]:
    """Where the items of the list that starts at a place of a valid text stand."""
    at = _skip(text, at + 1)
    while text[at] != "]":
        end = _DECODER.raw_decode(text, at)[1]
        yield at, end
        at = _next(text, end)


def member(text: str, at: int, key: str) -> Stretch | None:
    """Where the value of a key stands; of several, the last, as in a dict."""
    return dict(members(text, at)).get(key)


def with_strings(text: str, place: Stretch, strings: list[str]) -> str:
    """The text of a list of strings with other strings, written as it was written."""
    old = list(items(text, place[0]))
    written = [
        text[slice(*old[i])]
        if i < len(old) and json.loads(text[slice(*old[i])]) == string
        else with_string(text, string)
        for i, string in enumerate(strings)
    ]
    if not written or not old:
        return f"[{', '.join(written)}]"
    before, after = text[place[0] : old[0][0]], text[old[-1][1] : place[1]]
    between = text[old[0][1] : old[1][0]] if len(old) > 1 else f",{before[1:]}"
    return before + between.join(written) + after


def with_string(text: str, string: str) -> str:
    """A string, written as those of the text are."""
    plain = json.dumps(string, ensure_ascii=text.isascii())
    return json.dumps(string) if LONE.search(plain) else plain


def in_string(text: str, start: int, index: int) -> int:
    """Where the character of that index of the string that starts at a place stands."""
    at = start + 1
    for _ in range(index):
        if text[at] == "\\":
            pair = PAIR.match(text, at)
            at += 12 if pair else 6 if text[at + 1] == "u" else 2
        else:
            at += 1
    return at


def _skip(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    assert found is not None
    return found.end()


def _next(text: str, end: int) -> int:
    at = _skip(text, end)
    return _skip(text, at + 1) if text[at] == "," else at
