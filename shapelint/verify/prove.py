"""A finding and its witness to a verdict: ways to run it, from the user's program to the failing call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from shapelint.finding import Depth, Finding, Verdict, place
from shapelint.interpreter import Activation, Expression, Witness
from shapelint.names import SILENT
from shapelint.source.notebook import place_in
from shapelint.source.text import SourceError, edited
from shapelint.verify.outcome import Outcome
from shapelint.verify.snippet import NAME, Builder, Snippet, TooMuch
from shapelint.verify.verdict import Judgement, judge, judge_operation

META = "meta"
TOO_LARGE = ("memory", "timeout")
"""How a run ends that computes too much: it is tried again for its shapes alone."""
MAX_RUNS = 8
MAX_WAYS = 3
"""Functions on the way to the failure that are called on their own."""


class Runs(Protocol):
    """What runs a snippet: a Worker."""

    device: str

    def run(
        self,
        source: str,
        filename: str,
        watch: dict[str, list[int]],
        device: str | None = None,
    ) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Proof:
    """A verdict and the script that gave it."""

    verdict: Verdict
    snippet: Snippet | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way to run a finding. What is `whole` runs as the program itself would."""

    depth: Depth
    snippet: Snippet
    whole: bool = False
    stands_in: bool = False


def prove(finding: Finding, witness: Witness | None, builder: Builder, runs: Runs) -> Proof:
    """Run a finding in one way after the other, until one shows that it is true or false."""
    if finding.name in SILENT or finding.name == "stale-shape-comment":
        return Proof(Verdict("unverified", "it raises nothing: it is about what is computed"))
    if witness is None:
        return Proof(Verdict("unverified", "nothing is known of how a run comes there"))
    reasons: list[str] = []
    passed: Way | None = None
    for number, way in enumerate(_ways(finding, witness, builder, reasons)):
        if number == MAX_RUNS:
            break
        found = _run(finding, way, runs)
        if found.kind == "raised":
            device = found.device or runs.device
            verdict = Verdict("confirmed", found.text, way.depth, device)
            return Proof(verdict, way.snippet)
        if found.kind == "passed" and (way.whole or passed is None):
            passed = way
        if found.text not in reasons:
            reasons.append(found.text)
    return _not_confirmed(finding, witness, builder, runs, passed, reasons)


def _not_confirmed(
    finding: Finding,
    witness: Witness,
    builder: Builder,
    runs: Runs,
    passed: Way | None,
    reasons: list[str],
) -> Proof:
    """The failing call alone decides where no program did; a program that runs through, and a call
    that does not fail, refute the finding."""
    alone = Judgement("open", "")
    snippet: Snippet | None = None
    if witness.operation is not None:
        for call in _variants(witness.operation):
            snippet = builder.operation(call, _heading(finding))
            alone = judge_operation(runs.run(snippet.text, NAME, {}), call.stands_in)
            if alone.kind != "open":
                break
    if alone.kind == "raised" and (passed is None or not passed.whole):
        return Proof(Verdict("confirmed", alone.text, "operation", runs.device), snippet)
    if alone.kind == "raised":
        said = f"the program ran through, though the call alone fails ({alone.text})"
        return Proof(Verdict("unverified", said), None if passed is None else passed.snippet)
    if passed is not None and passed.whole:
        text = "the program ran through the line"
        return Proof(Verdict("refuted", text, passed.depth, runs.device), passed.snippet)
    if alone.kind == "passed" and passed is not None:
        return Proof(Verdict("refuted", alone.text, "operation", runs.device), snippet)
    if alone.text:
        reasons.append(alone.text)
    return Proof(Verdict("unverified", "; ".join(reasons[:3]) or "no way to run it was found"))


def _run(finding: Finding, way: Way, runs: Runs) -> Judgement:
    span = finding.span
    watch = {
        file: sorted(lines)
        for file, lines in way.snippet.lines_of(finding.file, span.line, span.end_line).items()
    }
    if way.snippet.paths:
        watch.setdefault(finding.file, []).extend(range(span.line, span.end_line + 1))
    outcome = runs.run(way.snippet.text, NAME, watch)
    if outcome.kind not in TOO_LARGE or runs.device == META:
        return judge(finding, way.snippet, outcome, way.stands_in)
    outcome = runs.run(way.snippet.text, NAME, watch, META)
    return replace(judge(finding, way.snippet, outcome, way.stands_in), device=META)


def _ways(
    finding: Finding, witness: Witness, builder: Builder, reasons: list[str]
) -> Iterator[Way]:
    """The script, then functions on the way: each cut down to what it needs, then where it stands."""
    heading = _heading(finding)
    entry = witness.script is None
    if witness.script is not None:
        path, line = os.path.abspath(witness.script.path), witness.line
        yield from _tried(reasons, lambda: Way("snippet", builder.script(path, line, heading)))
        yield from _tried(
            reasons,
            lambda: Way("in place", builder.script_in_place(path, line, heading), True),
        )
    called = [a for a in witness.activations if a.call is not None]
    reasons += [f"{a.function}: {a.why}" for a in witness.activations if a.call is None][:1]
    for i, activation in enumerate(_chosen(called)):
        whole = entry and i == 0 and activation is witness.activations[0]
        for way in _ways_of(activation, builder, heading, whole, in_place=i == 0):
            yield from _tried(reasons, way)


def _ways_of(
    activation: Activation, builder: Builder, heading: str, whole: bool, in_place: bool
) -> Iterator[Callable[[], Way]]:
    """Calls of one function on the way."""
    setup = [] if activation.setup is None else [activation.setup]

    def cut(statements: list[Expression]) -> Way:
        return Way("snippet", builder.call(statements, heading), whole, _stands_in(statements))

    def in_its_place(statements: list[Expression]) -> Way:
        snippet = builder.call_in_place(os.path.abspath(activation.file), statements, heading)
        return Way("in place", snippet, whole, _stands_in(statements))

    for call in _variants(activation.call):
        yield partial(cut, [*setup, call])
    if in_place and activation.call is not None:
        yield partial(in_its_place, [*setup, activation.call])


def _stands_in(statements: list[Expression]) -> bool:
    return any(statement.stands_in for statement in statements)


def _tried(reasons: list[str], make: Callable[[], Way]) -> Iterator[Way]:
    """A way, if its snippet can be written."""
    try:
        yield make()
    except TooMuch as error:
        reasons.append(f"no snippet: {error}")
    except (OSError, SourceError, SyntaxError, UnicodeDecodeError, RecursionError) as error:
        reasons.append(f"no snippet: {type(error).__name__}: {error}")


def _chosen(called: list[Activation]) -> list[Activation]:
    """The outermost function, and those nearest to the failure."""
    return called if len(called) <= MAX_WAYS else [called[0], *called[:-MAX_WAYS:-1]]


def _variants(call: Expression | None) -> Iterator[Expression]:
    """The call, and the same with integers where no dtype is known."""
    if call is None:
        return
    yield call
    if call.integers:
        yield replace(call, text=call.integers, integers="")


def _heading(finding: Finding) -> str:
    cell, line = place_in(finding.file, finding.span.line)
    return f"{place(finding.file, line, cell=cell)}: {finding.name}: {finding.message}"


def fix_runs(finding: Finding, witness: Witness, builder: Builder, runs: Runs) -> bool | None:
    """Whether the program gets past the place once the finding's fix is applied; None where that was
    not shown."""
    if finding.fix is None:
        return None
    path = os.path.abspath(finding.fix.file or finding.file)
    text = edited(builder.source(path).text, [finding.fix])
    mended = Builder(builder.modules, {path: text})
    for number, way in enumerate(_ways(finding, witness, mended, [])):
        if number == MAX_RUNS:
            break
        if way.depth == "in place":
            continue  # it reads the files as they are
        found = _run(finding, way, runs)
        if found.kind in ("raised", "passed"):
            return found.kind == "passed"
    return None
