"""What a run says of a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shapelint.finding import Finding
from shapelint.verify.outcome import FramePlace, Outcome
from shapelint.verify.snippet import NAME, Snippet

OF_THE_RUN = {
    "NameError", "ImportError", "ModuleNotFoundError", "SyntaxError", "IndentationError",
    "AttributeError", "FileNotFoundError", "PermissionError", "ConnectionError", "OSError", "EOFError",
    "TimeoutError", "RecursionError", "SystemError", "UnboundLocalError", "KeyboardInterrupt",
    "MemoryError", "OutOfMemoryError", "NotImplementedError", "UnicodeDecodeError", "gaierror",
}  # fmt: skip
"""Exceptions that say something of the run rather than of shapes."""
STAND_INS = ("NoneType", "SimpleNamespace")


@dataclass(frozen=True, slots=True)
class Judgement:
    """`raised`: the failure as predicted; `passed`: the line ran and nothing failed; `open`: neither,
    and why."""

    kind: str
    text: str
    device: str = ""
    """Where it ran, if not where all run."""


def judge(
    finding: Finding, snippet: Snippet, outcome: Outcome, stands_in: bool = False
) -> Judgement:
    """Whether the run of a snippet shows the finding: the exception came out of its very line.
    `stands_in` where arguments stand for what is not known: what fails because of these is none."""
    if outcome.kind == "finished" or _left_well(outcome):
        ran = bool(outcome.reached)
        if ran:
            return Judgement("passed", "the line ran and nothing failed")
        return Judgement("open", "the run did not reach the line")
    if outcome.kind != "raised":
        return Judgement("open", _ended(outcome))
    said = f"{outcome.exception}: {outcome.message}" if outcome.message else outcome.exception
    place = _last_of_user(finding, snippet, outcome)
    if place is None or not _within(finding, place):
        where = "" if place is None else f" at {place[0]}:{place[1].line}"
        refused = f" (the sandbox refused {outcome.refused[0]})" if outcome.refused else ""
        return Judgement("open", f"it failed elsewhere{where}: {said}{refused}")
    plain = outcome.exception.rpartition(".")[2]
    if plain in OF_THE_RUN or stands_in and any(word in outcome.message for word in STAND_INS):
        return Judgement("open", f"it failed for another reason: {said}")
    return Judgement("raised", said)


def judge_operation(outcome: Outcome, stands_in: bool = False) -> Judgement:
    """Whether the failing call alone fails."""
    if outcome.kind == "finished":
        return Judgement("passed", "the call alone does not fail on these shapes")
    if outcome.kind != "raised":
        return Judgement("open", _ended(outcome))
    said = f"{outcome.exception}: {outcome.message}" if outcome.message else outcome.exception
    plain = outcome.exception.rpartition(".")[2]
    if plain in OF_THE_RUN or stands_in and any(word in outcome.message for word in STAND_INS):
        return Judgement("open", f"the call alone failed for another reason: {said}")
    return Judgement("raised", said)


def _left_well(outcome: Outcome) -> bool:
    """Whether a script ended itself, as `sys.exit(main())` does."""
    return outcome.kind == "exited" and outcome.detail == "sys.exit(0)"


def _ended(outcome: Outcome) -> str:
    reasons = {
        "timeout": "it ran past the time limit",
        "memory": "it ran past the memory limit",
        "output": "it wrote too much",
        "exited": "it left before its end",
        "killed": "it crashed",
        "died": "the interpreter was gone",
    }
    text = reasons.get(outcome.kind, outcome.kind)
    return f"{text} ({outcome.detail})" if outcome.detail else text


def _last_of_user(
    finding: Finding, snippet: Snippet, outcome: Outcome
) -> tuple[str, FramePlace, bool] | None:
    """The innermost frame in the user's code: its file, its place there, and whether its columns are
    those of the file."""
    for frame in reversed(outcome.frames):
        for file, place, moved in _of_user(finding, snippet, frame):
            return file, place, moved
    return None


def _of_user(
    finding: Finding, snippet: Snippet, frame: FramePlace
) -> Iterator[tuple[str, FramePlace, bool]]:
    found = snippet.places.get((frame.file, frame.line))
    if found is not None:
        file, line = found
        down = line - frame.line
        end = None if frame.end_line is None else frame.end_line + down
        yield (
            file,
            FramePlace(file, line, end, frame.column, frame.end_column, frame.function),
            True,
        )
    elif frame.file == finding.file:
        yield finding.file, frame, False
    elif snippet.paths and frame.file.startswith(snippet.paths):
        yield frame.file, frame, False
    elif frame.file == NAME:
        yield NAME, frame, False


def _within(finding: Finding, place: tuple[str, FramePlace, bool]) -> bool:
    file, frame, _ = place
    span = finding.span
    return file == finding.file and span.line <= frame.line <= span.end_line
