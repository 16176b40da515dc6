"""Clean case programs, each broken by one edit: how many of the failures does shapelint find?

`python -m tests.breakages --count 100 --seed 1 [--keras]`. An edit changes one size, swaps two neighbouring
arguments, or moves one axis; it is kept if a program that ran before now raises, in the framework, because
of shapes. It counts as found if shapelint reports a line that the failure passes through.
"""

from __future__ import annotations

import ast
import contextlib
import random
import re
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import click
import torch

from shapelint import check_paths
from shapelint.names import SILENT
from tests.expectations import CASES, case_files, expected_findings, programs

PER_LINE = 2
SECONDS = 20
SHAPES = re.compile(
    "size|shape|dimension|dim |dim\\)|channels|expected|unpack|divisible|broadcast|features|batch"
    "|target|input|elements|kernel|must match|out of bounds|must be",
    re.IGNORECASE,
)


OF_SILENCE = {
    "aliases.py",
    "attempting.py",
    "between.py",
    "executing.py",
    "hooking.py",
    "iterators.py",
    "shared_memory.py",
    "testing.py",
}
"""Cases of what must not be told: a number that is changed in them is not known afterwards either."""


@dataclass(frozen=True)
class Variant:
    """A case file with one edit, and the lines of it that the failure passes through."""

    path: Path
    line: int
    before: str
    after: str
    source: str
    error: str
    lines: frozenset[int]


class TooLong(Exception):
    """An edit has made a loop endless."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TooLong in the main thread after so many seconds."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise TooLong

    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def clean_source(path: Path) -> str:
    """The case without the programs that fail."""
    source = path.read_text()
    marked = {e.line for e in expected_findings(path) if e.name not in SILENT}
    failing = _failing(source, path) if marked else {}
    lines = source.splitlines(keepends=True)
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name in failing:
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            for i in range(first - 1, node.end_lineno or node.lineno):
                lines[i] = "\n"
    return "".join(lines)


def _failing(source: str, path: Path) -> dict[str, tuple[BaseException, frozenset[int]]]:
    """The programs of a text that raise, with the exception and the lines it passes through."""
    torch.manual_seed(0)
    module = ModuleType(f"variant_{path.stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module
    sys.path.insert(0, str(path.parent))
    failing = {}
    try:
        exec(compile(source, str(path), "exec"), vars(module))
        for program in programs(module):
            error, lines = _run(program, path)
            if error is not None:
                failing[program.__name__] = error, lines
    except Exception as error:  # the edit may break the file as a whole
        failing["<module>"] = error, _lines(error, path)
    finally:
        sys.path.pop(0)
    return failing


def _run(program: Callable[[], Any], path: Path) -> tuple[BaseException | None, frozenset[int]]:
    try:
        with time_limit(SECONDS):
            program()
    except Exception as error:
        return error, _lines(error, path)
    return None, frozenset()


def _lines(error: BaseException, path: Path) -> frozenset[int]:
    frames = traceback.extract_tb(error.__traceback__)
    lines: set[int] = set()
    for frame in frames:
        if frame.filename == str(path) and frame.lineno is not None:
            lines.update(range(frame.lineno, (frame.end_lineno or frame.lineno) + 1))
    return frozenset(lines)


def edits(source: str) -> list[tuple[int, int, int, str]]:
    """(line, column, end column, new text) of single edits to sizes, axes and arguments."""
    found: list[tuple[int, int, int, str]] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and type(node.value) is int:
            for value in (node.value + 1, node.value - 1, node.value * 2):
                if value >= 0 and value != node.value:
                    found.append((*_place(node), str(value)))
        if isinstance(node, ast.Call | ast.Tuple):
            parts = node.args if isinstance(node, ast.Call) else node.elts
            for a, b in zip(parts, parts[1:], strict=False):
                one = a.lineno == b.end_lineno
                if one and a.col_offset < b.col_offset and ast.dump(a) != ast.dump(b):
                    text = f"{ast.unparse(b)}, {ast.unparse(a)}"
                    found.append((a.lineno, a.col_offset, b.end_col_offset or 0, text))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            operand = node.operand
            if isinstance(operand, ast.Constant) and type(operand.value) is int:
                found.append((*_place(node), str(operand.value)))
    return found


def _place(node: ast.expr) -> tuple[int, int, int]:
    return node.lineno, node.col_offset, node.end_col_offset or node.col_offset


def variants(count: int, seed: int, folder: Path = CASES) -> Iterator[Variant]:
    """So many variants that raise in the framework, drawn evenly from all cases of a folder."""
    rng = random.Random(seed)
    drawn = (path for path in case_files() if path.parent == folder and path.name not in OF_SILENCE)
    sources = {path: clean_source(path) for path in drawn}
    open_edits = [(path, edit) for path, source in sources.items() for edit in edits(source)]
    rng.shuffle(open_edits)
    used: dict[tuple[Path, int], int] = {}
    for path, (line, start, end, text) in open_edits:
        if count == 0:
            return
        if used.get((path, line), 0) >= PER_LINE:
            continue
        lines = sources[path].splitlines(keepends=True)
        old = lines[line - 1]
        lines[line - 1] = old[:start] + text + old[end:]
        source = "".join(lines)
        failing = _failing(source, path)
        kept = [
            (e, ls) for e, ls in failing.values() if ls and about_shapes(type(e).__name__, str(e))
        ]
        if not kept or len(kept) != len(failing):
            continue
        error, _ = kept[0]
        through = frozenset().union(*(ls for _, ls in kept))
        used[path, line] = used.get((path, line), 0) + 1
        count -= 1
        summary = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
        yield Variant(path, line, old.strip(), lines[line - 1].strip(), source, summary, through)


def about_shapes(kind: str, text: str) -> bool:
    """Whether an exception of that class, with that text, tells that shapes do not fit."""
    if kind == "TypeError":
        return "unpack" not in text and "argument" not in text and "torch" in text.lower()
    if kind not in ("RuntimeError", "ValueError", "IndexError", "AssertionError", "EinopsError"):
        return False
    if kind == "IndexError" and "list" in text or "tuple" in text:
        return False
    return SHAPES.search(text) is not None


def is_found(variant: Variant) -> bool:
    """Whether shapelint reports a line that the failure passes through."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / variant.path.name
        for sibling in variant.path.parent.glob("*.py"):
            shutil.copy(sibling, folder)
        path.write_text(variant.source)
        findings = check_paths([path], jobs=1).findings
    return any(
        line in variant.lines for f in findings for line in range(f.span.line, f.span.end_line + 1)
    )


@click.command()
@click.option("--count", default=100, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--keras", is_flag=True, help="The programs of Keras.")
def main(count: int, seed: int, keras: bool) -> None:
    """Break clean programs and count how many of the failures are found."""
    found = total = 0
    for variant in variants(count, seed, CASES / "keras" if keras else CASES):
        total += 1
        ok = is_found(variant)
        found += ok
        if not ok:
            click.echo(
                f"missed {variant.path.name}:{variant.line}: {variant.before}\n"
                f"    became {variant.after}\n    {variant.error}"
            )
    click.echo(f"{found} of {total} found")


if __name__ == "__main__":
    main()
