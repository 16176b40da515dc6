"""Comments that speak to shapelint: on which lines they hide findings, or whether they hide the file;
and how such comments are written into a text.

`# shapelint: ignore[name, name]`, `# shapelint: ignore`, `# shapelint: skip-file`
"""

from __future__ import annotations

import ast
import bisect
import difflib
import io
import re
import tokenize
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shapelint.finding import Edit, Span
from shapelint.names import NAMES
from shapelint.source.text import LINE_END, decoded

MARK = b"shapelint:"
COMMENT = re.compile(r"#\s*shapelint:\s*(?P<word>[\w-]*)(?P<rest>[^#]*)")
LIST = re.compile(r"\s*\[(?P<names>[\w\s,-]*)\]")
WORDS = ("ignore", "skip-file")
UNREADABLE = (tokenize.TokenError, SyntaxError, UnicodeError, LookupError)


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment: `ignore` with the names that it lists (none: every finding), or `skip-file`; `wrong`
    says why it is neither. `listed` is what stands in the brackets; `removal` takes the comment away."""

    word: str
    names: tuple[str, ...]
    span: Span
    listed: Span | None
    removal: Edit
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Directives:
    """The directives of a text, and the lines at whose end a comment can stand."""

    found: tuple[Directive, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def skips_file(self) -> bool:
        return any(d.word == "skip-file" and not d.wrong for d in self.found)

    def comment_line(self, line: int) -> int:
        """The line with the comment on a line: itself, or the end of the string, or of the lines joined
        by backslashes, that it is in."""
        at = bisect.bisect_left(self.ends, line)
        return self.ends[at] if at < len(self.ends) else line

    def of(self, span: Span) -> list[Directive]:
        """Those for findings of the span: they stand on its first or last line."""
        lines = {self.comment_line(span.line), self.comment_line(span.end_line)}
        return [d for d in self.ignores() if d.span.line in lines]

    def ignores(self) -> Iterator[Directive]:
        return (d for d in self.found if d.word == "ignore" and not d.wrong)


def directives(raw: bytes) -> Directives:
    """The directives of a file's text; those before the first fault of a broken one."""
    if MARK not in raw:
        return Directives()
    try:
        return _read(decoded(raw)[0])
    except UNREADABLE:
        return Directives()


def with_ignores(raw: bytes, names: Mapping[int, list[str]]) -> tuple[bytes, list[int]]:
    """The text with comments that hide these names on their lines, and the lines that cannot have one.
    Nothing else changes: not the encoding, the line ends, nor the program."""
    try:
        text, encoding = decoded(raw)
        exact = text.encode(encoding) == raw
    except UNREADABLE:
        exact = False
    if not exact:
        return raw, sorted(names)
    whole = _with(text, names)
    if whole is not None:
        return whole.encode(encoding), []
    failed = []
    for line in sorted(names):
        changed = _with(text, {line: names[line]})
        if changed is None:
            failed.append(line)
        else:
            text = changed
    return text.encode(encoding), failed


def _read(text: str) -> Directives:
    found: list[Directive] = []
    ends: list[int] = []
    plain = LINE_END.sub("\n", text)
    lines = plain.split("\n")
    try:
        for token in tokenize.generate_tokens(io.StringIO(plain).readline):
            if token.type in (tokenize.NEWLINE, tokenize.NL):
                ends.append(token.start[0])
            elif token.type == tokenize.COMMENT and "shapelint" in token.string:
                found += _of_comment(lines, *token.start)
    except UNREADABLE:
        pass
    return Directives(tuple(found), tuple(ends))


def _of_comment(lines: list[str], number: int, column: int) -> Iterator[Directive]:
    line = lines[number - 1]
    for match in COMMENT.finditer(line, column):
        listed = LIST.match(match["rest"])
        names: tuple[str, ...] = ()
        end, brackets = match.end("word"), None
        if listed is not None:
            first, last = (match.start("rest") + at for at in listed.span("names"))
            brackets = Span(number, first + 1, number, last + 1)
            names = tuple(n.strip() for n in listed["names"].split(",") if n.strip())
            end = match.start("rest") + listed.end()
        yield Directive(
            match["word"],
            names,
            Span(number, match.start() + 1, number, end + 1),
            brackets,
            _removal(line, number, number < len(lines), match),
            _wrong(match, bool(names), alone=not line[:column].strip()),
        )


def _removal(line: str, number: int, ended: bool, match: re.Match[str]) -> Edit:
    """The comment, with the reason that may follow; the blanks before it, or its whole line."""
    if match.end() < len(line):  # another comment follows
        return Edit(Span(number, match.start() + 1, number, match.end() + 1), "")
    kept = len(line[: match.start()].rstrip())
    if kept == 0 and ended:
        return Edit(Span(number, 1, number + 1, 1), "")
    return Edit(Span(number, kept + 1, number, len(line) + 1), "")


def _wrong(match: re.Match[str], named: bool, alone: bool) -> str:
    word, rest = match["word"], match["rest"]
    if word not in WORDS:
        near = difflib.get_close_matches(word, WORDS, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"known: {', '.join(WORDS)}"
        return f'no suppression is called "{word}"; {hint}'
    if word == "skip-file":
        return "" if alone else "`skip-file` must stand on a line of its own"
    after = rest.split()
    if not named and (
        rest[:1].strip() or rest.lstrip()[:1] == "[" or after and after[0].strip(",;:") in NAMES
    ):
        return "this suppresses nothing; write `ignore[NAME, NAME]`"
    return ""


def _with(text: str, names: Mapping[int, list[str]]) -> str | None:
    """The text with comments on all these lines; None if it would not be the same program, or they would
    not be read as meant."""
    known = _read(text)
    targets: dict[int, list[str]] = {}
    for line, wanted in names.items():
        targets.setdefault(known.comment_line(line), []).extend(wanted)
    parts = LINE_END.split(text)
    for target, wanted in targets.items():
        at = 2 * (target - 1)  # every other part is a line end
        if at >= len(parts):
            return None
        there = [d for d in known.ignores() if d.span.line == target and d.names]
        parts[at] = _line_with(parts[at], list(dict.fromkeys(wanted)), there)
    changed = "".join(parts)
    now = _read(changed)
    for line, wanted in names.items():
        hidden = {name for d in now.of(Span(line, 1, line, 1)) for name in d.names}
        if not hidden.issuperset(wanted):
            return None
    return changed if _same_program(text, changed) else None


def _line_with(line: str, wanted: list[str], there: list[Directive]) -> str:
    for directive in there:
        if directive.listed is not None:
            start, end = directive.listed.column - 1, directive.listed.end_column - 1
            more = [name for name in wanted if name not in directive.names]
            listed = ", ".join([line[start:end].rstrip(" \t,"), *more])
            return line[:start] + listed + line[end:]
    return f"{line.rstrip()}  # shapelint: ignore[{', '.join(wanted)}]"


def _same_program(old: str, new: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.dump(ast.parse(old)) == ast.dump(ast.parse(new))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
