"""Control flow against Python itself: `python -m tests.flow --programs 500 --seed 1`.

A program is drawn at random, run many times under chance and analysed once. What the analysis says
of a shape must hold in every run, and what it reports must raise; a wrong line that is put where
some run comes by must be reported.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

import click
import torch

from shapelint.interpreter import Analyser
from shapelint.interpreter.analysis import Analysis
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.machine import Interpreter
from shapelint.interpreter.recorder import Recorder
from shapelint.interpreter.values import Tensor, TupleValue, Value
from shapelint.source.text import SourceError
from shapelint.symbolic import unknown_shape
from tests.drawn_programs import WRONG, Drawn, draw_program, with_line

RUNS = 40
MAX_EVENTS = 20_000
Sizes = tuple[int, ...]


@dataclass(frozen=True)
class Disagreement:
    """`kind`: `shape` (a run has another), `false error` (no run raises), `missed`."""

    kind: str
    line: int
    said: str
    seen: str
    text: str

    def __str__(self) -> str:
        numbered = (f"{n:4} {line}" for n, line in enumerate(self.text.splitlines(), 1))
        head = f"{self.kind}: line {self.line}: said {self.said}, seen {self.seen}"
        return "\n".join([head, *numbered])


class TooLong(Exception):
    """A run of a drawn program that goes on for too long."""


@dataclass
class Seen:
    """What the runs have come by."""

    shapes: dict[tuple[int, str], set[Sizes]] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    raised: set[int] = field(default_factory=set)


class Watch:
    """Notes the shapes that names hold after each line of a file."""

    def __init__(self, path: str, seen: Seen) -> None:
        self.path, self.seen, self.events = path, seen, 0

    def __call__(self, frame: FrameType, event: str, arg: Any) -> Any:
        if frame.f_code.co_filename != self.path:
            return None
        last: int | None = None

        def local(frame: FrameType, event: str, arg: Any) -> Any:
            nonlocal last
            self.events += 1
            if self.events > MAX_EVENTS:
                raise TooLong
            if event == "exception":
                last = None
                return local
            if last is not None:
                for name, value in frame.f_locals.items():
                    if isinstance(value, torch.Tensor):
                        self.seen.shapes.setdefault((last, name), set()).add(tuple(value.shape))
            if event == "return" and isinstance(arg, torch.Tensor):
                self.seen.shapes.setdefault((frame.f_lineno, "return"), set()).add(tuple(arg.shape))
            last = frame.f_lineno if event == "line" else None
            if last is not None:
                self.seen.lines.add(last)
            return local

        return local


def run(text: str, path: str, seen: Seen, seed: int) -> None:
    """One run of `program()` under one seed."""
    names: dict[str, Any] = {"__name__": "drawn"}
    code = compile(text, path, "exec")
    torch.manual_seed(seed)
    exec(code, names)
    program: Callable[[], Any] = names["program"]
    sys.settrace(Watch(path, seen))
    try:
        program()
    except TooLong:
        raise
    except Exception as error:
        sys.settrace(None)
        if type(error) is NameError:
            raise
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == path:
                seen.raised.add(trace.tb_lineno)
            trace = trace.tb_next
    finally:
        sys.settrace(None)


def runs(text: str, path: str, count: int = RUNS) -> Seen:
    seen = Seen()
    for seed in range(count):
        run(text, path, seen, seed)
    return seen


note_tensor = Recorder.shape


def note(self: Recorder, m: Interpreter, frame: Frame, at: int, name: str, value: Value) -> None:
    """As the recorder does; where nothing is known, any shape may be there."""
    known = isinstance(m.resolve(value), Tensor | TupleValue)
    note_tensor(self, m, frame, at, name, value if known else Tensor(unknown_shape("s")))


def analysed(text: str, path: Path) -> Analysis:
    path.write_text(text)
    with patch.object(Recorder, "shape", note):
        return Analyser().analyse(path, shapes=True)


def fits(shape: tuple[int | str, ...] | None, sizes: Sizes) -> bool:
    """Whether a run's sizes may be those that the analysis tells."""
    if shape is None:
        return True
    star = next((i for i, s in enumerate(shape) if isinstance(s, str) and s.startswith("*")), None)
    if star is None:
        return len(shape) == len(sizes) and _alike(shape, sizes)
    tail = len(shape) - star - 1
    if len(sizes) < star + tail:
        return False
    return _alike(shape[:star], sizes[:star]) and _alike(
        shape[star + 1 :], sizes[len(sizes) - tail :]
    )


def _alike(shape: tuple[int | str, ...], sizes: Sizes) -> bool:
    return all(isinstance(s, str) or s == n for s, n in zip(shape, sizes, strict=False))


def unsound(text: str, path: Path) -> Iterator[Disagreement]:
    """What the analysis says that a run refutes."""
    analysis = analysed(text, path)
    seen = runs(text, str(path))
    told: dict[tuple[int, str], list[tuple[int | str, ...] | None]] = {}
    for record in analysis.shapes:
        if record.entry == "program":
            told.setdefault((record.line, record.name), []).append(record.shape)
    for key, shapes in sorted(told.items()):
        for sizes in sorted(seen.shapes.get(key, ())):
            if not any(fits(shape, sizes) for shape in shapes):
                yield Disagreement("shape", key[0], str(shapes), str(sizes), text)
    for finding in analysis.findings:
        line = finding.span.line
        if line in seen.lines and line not in seen.raised:
            yield Disagreement("false error", line, finding.message, "no error", text)


def missed(text: str, path: Path) -> Iterator[Disagreement]:
    """The wrong line of a program, if a run comes by and it is not reported."""
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == WRONG]
    if set(lines) & runs(text, str(path)).raised:
        found = {f.span.line for f in analysed(text, path).findings}
        for line in lines:
            if line not in found:
                yield Disagreement("missed", line, "nothing", "an error", text)


def with_wrong_line(drawn: Drawn, path: Path, rng: random.Random) -> str | None:
    """The program with a wrong line where a run of it comes by, if no run raises before."""
    seen = runs(drawn.text, str(path))
    places = [line for line in sorted(seen.lines) if line in drawn.places]
    return None if seen.raised or not places else with_line(drawn.text, rng.choice(places), WRONG)


def disagreements(seed: int, folder: Path) -> Iterator[Disagreement]:
    rng = random.Random(seed)
    drawn = draw_program(rng)
    path = folder / f"drawn_{seed}.py"
    try:
        yield from unsound(drawn.text, path)
        wrong = with_wrong_line(drawn, path, rng)
        if wrong is not None:
            yield from missed(wrong, path)
    except TooLong:
        return


def reduced(found: Disagreement, path: Path) -> Disagreement:
    """The same kind of disagreement in fewer lines."""
    check = missed if found.kind == "missed" else unsound
    smaller = True
    while smaller:
        smaller = False
        lines = found.text.splitlines()
        for start in reversed(range(len(lines))):
            end = start + 1
            while end < len(lines) and _depth(lines[end]) > _depth(lines[start]):
                end += 1
            text = "\n".join([*lines[:start], *lines[end:]]) + "\n"
            if (other := _first(check, text, path, found.kind)) is not None:
                found, smaller = other, True
                break
    return found


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _first(
    check: Callable[[str, Path], Iterator[Disagreement]], text: str, path: Path, kind: str
) -> Disagreement | None:
    try:
        return next((d for d in check(text, path) if d.kind == kind), None)
    except (SyntaxError, KeyError, NameError, TooLong, SourceError):
        return None


@click.command()
@click.option("--programs", default=300, show_default=True)
@click.option("--seed", default=0, show_default=True)
@click.option("--reduce", is_flag=True, help="Show each disagreement in as few lines as will do.")
def main(programs: int, seed: int, reduce: bool) -> None:
    """Draw programs and print the first disagreements."""
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(seed, seed + programs):
            for found in disagreements(number, Path(folder)):
                if reduce:
                    found = reduced(found, Path(folder) / f"reduced_{number}.py")
                counts[found.kind] = counts.get(found.kind, 0) + 1
                click.echo(f"seed {number}: {found}\n")
    click.echo(f"{programs} programs: {counts or 'all agree'}")


if __name__ == "__main__":
    main()
