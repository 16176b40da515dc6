"""The Python of a notebook's cell: what IPython understands besides Python is put as Python that does as little
and that is as unknown. Lines stay lines, and what is kept stays in its columns."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, field

CELL_MAGIC = re.compile(r"%%(?P<name>\w+)[ \t]*(?P<rest>.*)")
TRANSPARENT = {
    "capture", "debug", "filprofile", "heat", "ipytest", "lprun", "memit", "mprun", "prun",
    "pyinstrument", "scalene", "snakeviz", "time", "timeit", "wandb",
}  # fmt: skip
"""Cell magics that run their cell as Python, where the others run."""
RUN = re.compile(
    r"%(?P<name>time|timeit|prun|memit)(?P<options>(?:[ \t]+-\w+(?:[ \t]*\d+)?)*)[ \t]+(?=\S)"
)
SCRIPT = re.compile(r"%run[ \t]+(?:-\w+[ \t]+)*(?:\./)?(?P<module>[^\W\d]\w*)(?:\.py)?[ \t]*")
PYLAB = "import numpy; np = numpy; from numpy import *"
MAGIC = re.compile(r"[%!?/,;]")
AUTOMAGIC = re.compile(
    r"(?:pip|conda|mamba|uv|cd|ls|pwd|cat|cp|mv|rm|mkdir|matplotlib|load_ext|run|env)\b(?!\s*[=.(])"
)
"""Magics that a cell of one line names without `%`, as they are met."""
ASSIGNED = re.compile(r"(?P<target>[^=]*[^=!<>:]=[ \t]*)(?:!|%(?=[^\W\d]))")
PROMPT = re.compile(r"(?:>>>|\.\.\.)(?: |$)|In \[\d+\]: ?|[ ]*\.{3,}: ?")
FIRST_PROMPT = re.compile(r"(?:>>>|In \[\d+\]:)(?: |$)")
UNKNOWN = "get_ipython()"
BLOCK = "if 1:"
TOKEN = re.compile(
    r"""(?P<triple>'{3}|"{3}) | '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | (?P<comment>\#.*) | [\[({] | [\])}]""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Translated:
    """The lines of a cell as Python; `opening` and `closing` are lines before and after them that the cell
    does not have."""

    lines: tuple[str, ...]
    opening: str = ""
    closing: str = ""


def translated(lines: list[str]) -> Translated:
    """A cell as Python, which may still be none."""
    done = list(lines)
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    timed = False
    while first < len(lines) and (magic := CELL_MAGIC.match(lines[first])):
        if magic["name"] not in TRANSPARENT:
            return Translated(("",) * len(lines))
        timed |= magic["name"] == "timeit"
        binds = magic["name"] == "capture" and magic["rest"].strip().isidentifier()
        done[first] = f"{magic['rest'].strip()} = {UNKNOWN}" if binds else ""
        first = next((i for i in range(first + 1, len(lines)) if lines[i].strip()), len(lines))
    if first == len(lines):
        return Translated(tuple(done))
    if first == len(lines) - 1 and AUTOMAGIC.match(lines[first]) and not _parses(lines[first]):
        done[first] = "pass"
        return Translated(tuple(done))
    if FIRST_PROMPT.match(lines[first]):
        for i in range(first, len(lines)):
            done[i] = PROMPT.sub(lambda prompt: " " * len(prompt[0]), lines[i], count=1)
    code = any(text and not text.startswith("#") for text in map(str.strip, done))
    opening = BLOCK if code and done[first][:1].isspace() else ""
    _translate(done, first)
    return Translated(tuple(done), opening, _forgotten(done[first:]) if timed else "")


def _translate(lines: list[str], first: int) -> None:
    """Put Python in the place of what only IPython understands, from a line on."""
    code = _Code()
    i = first
    while i < len(lines):
        line = lines[i]
        begins = code.at_start
        bare = code.read(line)
        put = _line(line, bare) if begins else None
        if put is not None:
            goes_on = line.endswith("\\")
            lines[i] = put
            code = _Code()
            while goes_on and i + 1 < len(lines):
                i += 1
                goes_on = lines[i].endswith("\\")
                lines[i] = ""
        i += 1


def _line(line: str, bare: str) -> str | None:
    """What stands for a logical line's first line; None for Python. `bare` is its code, strings masked."""
    text = line.lstrip()
    indent = line[: len(line) - len(text)]
    if MAGIC.match(text):
        if bare.rstrip().endswith("?"):
            return f"{indent}pass"
        if run := RUN.match(text):
            statement = text[run.end() :]
            binds = run["name"] != "timeit"  # which runs it in a scope of its own
            if _parses(statement, binds) and not run["options"].count("-o"):
                return f"{indent}{BLOCK}".ljust(len(line) - len(statement)) + statement
        elif (script := SCRIPT.fullmatch(text)) and not indent:
            return f"from {script['module']} import *"
        elif text.split()[0] == "%pylab" and not indent:
            return PYLAB
        return f"{indent}pass"
    if bare.rstrip().endswith("?"):
        return f"{indent}pass"
    assigned = ASSIGNED.match(bare)
    return line[: assigned.end("target")] + UNKNOWN if assigned else None


def _parses(text: str, binds: bool = True) -> bool:
    """Whether a text is one statement that stands on a line, an expression unless it may bind."""
    if syntax_error(text) is not None:
        return False
    match _module(text).body:
        case [ast.Expr()]:
            return True
        case [statement]:
            return binds and not hasattr(statement, "body")
    return False


def _forgotten(lines: list[str]) -> str:
    """A line after which nothing is known of the names that lines bind: they did so in another scope."""
    text = "\n".join(lines)
    nodes = ast.walk(_module(text)) if syntax_error(text) is None else ()
    names = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return "".join(f"{name} = " for name in sorted(names)) + UNKNOWN if names else ""


def syntax_error(text: str) -> SyntaxError | None:
    """What the Python that runs says of a text that is none to it."""
    try:
        _module(text)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error))
    return None


def _module(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


@dataclass(slots=True)
class _Code:
    """Reads lines of Python, to know where a logical line starts."""

    quote: str = field(default="", init=False)
    depth: int = field(default=0, init=False)
    joined: bool = field(default=False, init=False)

    @property
    def at_start(self) -> bool:
        """Whether the next line begins a statement."""
        return not (self.quote or self.depth or self.joined)

    def read(self, line: str) -> str:
        """The code of the next line, with strings masked and no comment."""
        out: list[str] = []
        at = 0
        while at < len(line):
            if self.quote:
                end = self._string_end(line, at)
                out.append("_" * (end - at))
                at = end
                continue
            token = TOKEN.search(line, at)
            if token is None:
                out.append(line[at:])
                break
            out.append(line[at : token.start()])
            at = token.end()
            if token["comment"]:
                break
            if token["triple"]:
                self.quote = token["triple"]
            if len(token[0]) > 1:
                out.append("_" * len(token[0]))
            else:
                self.depth = max(0, self.depth + (1 if token[0] in "([{" else -1))
                out.append(token[0])
        bare = "".join(out)
        self.joined = not self.quote and bare.endswith("\\")
        return bare

    def _string_end(self, line: str, at: int) -> int:
        """Where the open string ends in a line, its closing quotes included."""
        while at < len(line):
            if line.startswith(self.quote, at):
                at += len(self.quote)
                self.quote = ""
                return at
            at += 2 if line[at] == "\\" else 1
        return len(line)
