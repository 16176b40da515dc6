"""Rules against real PyTorch on random calls: `python -m tests.fuzz --examples 5000 [--only WORD]`."""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

import click
import torch

from shapelint.interpreter import rulebook
from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, by_rule, concrete, has_other_dtype, laid_out, named_dtypes
from tests.rules.drawing import Undrawable, draw_call
from tests.rules.oracle import Unanswered, by_framework
from tests.rules.special import SPECIAL


@dataclass(frozen=True)
class Disagreement:
    """`kind`: `false error` (torch accepts), `missed` (torch refuses), `shape`, `dtype`, `layout`."""

    kind: str
    call: Call
    rule: str
    torch: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.call}\n    rule: {self.rule}\n    torch: {self.torch}"


def all_rules() -> list[Rule]:
    """Every rule, once."""
    return rulebook().parse_all()


def compare(call: Call, seen: Counter[str]) -> Disagreement | None:
    """Whether rule and framework agree; `seen` counts what was found."""
    applied = by_rule(call)
    if not applied.failures and applied.status == "unknown":
        seen["left open by the rule"] += 1
        return None
    try:
        verdict = by_framework(call)
    except Unanswered:
        seen["left open by torch"] += 1
        return None
    said = applied.failures[0].message if applied.failures else str(concrete(applied.result))
    if not verdict.succeeds and not applied.failures:
        if has_other_dtype(call):
            seen["left open by the rule"] += 1
            return None
        return Disagreement("missed", call, said, verdict.error)
    seen["accepted" if verdict.succeeds else "refused"] += 1
    if verdict.succeeds and applied.failures:
        return Disagreement("false error", call, said, str(verdict.shapes))
    if not verdict.succeeds or call.built_only:
        return None
    if not agree(concrete(applied.result), verdict.shapes):
        return Disagreement("shape", call, said, str(verdict.shapes))
    dtypes = named_dtypes(applied.result)
    if not agree(dtypes, verdict.dtypes):
        return Disagreement("dtype", call, str(dtypes), str(verdict.dtypes))
    layouts = laid_out(applied.result)
    if not agree(layouts, verdict.strides):
        return Disagreement("layout", call, str(layouts), str(verdict.strides))
    return None


def agree(said: object, real: object) -> bool:
    """Equal where both speak: the rule is silent on what is no tensor, and `...` says nothing."""
    if said is ... or said is None or real is ...:
        return True
    if isinstance(said, tuple) and isinstance(real, tuple) and said != real:
        parts = len(said) == len(real) and any(not isinstance(p, int) for p in (*said, *real))
        return parts and all(map(agree, said, real))
    return said == real


def fuzz(rule: Rule, examples: int, seed: int, seen: Counter[str]) -> Iterator[Disagreement]:
    """Disagreements on so many random calls of a rule."""
    rng = random.Random(f"{seed} {zlib.crc32(rule.names[0].encode())}")
    for _ in range(examples):
        try:
            draw = SPECIAL.get(rule.names[0], draw_call)
            call = draw(rng, rule, rng.choice(rule.names))
        except Undrawable as reason:
            seen[f"not drawable: {reason}"] += 1
            return
        found = compare(call, seen)
        if found is not None:
            yield found


@dataclass
class Report:
    """What a run over one rule found."""

    rule: str
    seen: Counter[str]
    found: list[Disagreement]


def fuzzed(rule: Rule, examples: int, seed: int) -> Report:
    seen: Counter[str] = Counter()
    torch.set_num_threads(1)
    return Report(rule.names[0], seen, list(fuzz(rule, examples, seed, seen)))


def in_processes(rules: list[Rule], examples: int, seed: int, jobs: int) -> Iterator[Report]:
    """A report for each rule, from a process of its own: a kernel may crash on what it should refuse."""
    fork = multiprocessing.get_context("fork")
    left = list(reversed(rules))
    running: dict[Connection, str] = {}

    def work(rule: Rule, end: Connection) -> None:
        end.send(fuzzed(rule, examples, seed))

    while left or running:
        while left and len(running) < jobs:
            rule = left.pop()
            mine, theirs = fork.Pipe(duplex=False)
            fork.Process(target=work, args=(rule, theirs)).start()
            theirs.close()
            running[mine] = rule.names[0]
        for end in wait(list(running)):
            assert isinstance(end, Connection)
            name = running.pop(end)
            try:
                yield end.recv()
            except EOFError:
                yield Report(name, Counter(crashed=1), [])
            end.close()


@click.command()
@click.option("--examples", default=5000, show_default=True, help="Calls for each rule.")
@click.option("--seed", default=0, show_default=True)
@click.option("--only", default="", help="Rules whose name contains this.")
@click.option(
    "--show", default=2, show_default=True, help="Disagreements shown for each rule and kind."
)
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="Processes.")
def main(examples: int, seed: int, only: str, show: int, jobs: int) -> None:
    """Compare every rule with the framework."""
    totals: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    rules = [rule for rule in all_rules() if only in " ".join(rule.names)]
    for report in in_processes(rules, examples, seed, jobs):
        by_kind: Counter[str] = Counter()
        for found in report.found:
            by_kind[found.kind] += 1
            if by_kind[found.kind] <= show:
                click.echo(str(found))
        totals += report.seen
        kinds += by_kind
        if by_kind:
            click.echo(f"  == {report.rule}: {dict(by_kind)} of {dict(report.seen)}")
        elif not report.seen["accepted"]:
            click.echo(f"  -- {report.rule}: never accepted: {dict(report.seen)}")
    click.echo(f"{len(rules)} rules, {dict(totals)}; disagreements: {dict(kinds) or 'none'}")
    sys.exit(1 if kinds or totals["crashed"] else 0)


if __name__ == "__main__":
    main()
