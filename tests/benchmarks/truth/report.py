"""The figures as a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.benchmarks.truth.agreement import Agreement
from tests.benchmarks.truth.recall import Recall


def totals(agreements: list[Agreement], recalls: list[Recall]) -> dict[str, Any]:
    """The sums over all models."""
    return {
        "models": len(agreements),
        "failed": [f"{a.driver}: {a.failed}" for a in agreements if a.failed]
        + [f"{r.driver}: {r.failed}" for r in recalls if r.failed],
        "traced": sum(a.traced for a in agreements),
        "known": sum(a.known for a in agreements),
        "exact": sum(a.exact for a in agreements),
        "judged": sum(a.judged for a in agreements),
        "wrong": sum(len(a.wrong) for a in agreements),
        "raising": sum(r.raising for r in recalls),
        "found": sum(r.found for r in recalls),
        "own": sum(r.own for r in recalls),
        "own_found": sum(r.own_found for r in recalls),
        "running": sum(r.running for r in recalls),
        "false_errors": sum(len(r.false_errors) for r in recalls),
    }


def markdown(
    date: str, versions: dict[str, str], agreements: list[Agreement], recalls: list[Recall]
) -> str:
    """A summary and a row for each model."""
    sums = totals(agreements, recalls)
    packages = ", ".join(f"{name} {version}" for name, version in versions.items())
    by_driver = {r.driver: r for r in recalls}
    lines = [
        "# What shapelint says of real models, and what happens when they run",
        "",
        f"{date}; {packages}. Made by `python -m tests.benchmarks.truth`.",
        "",
        f"- **Agreement**: of {sums['traced']} shapes that the runs of {sums['models']} models assigned"
        f" or returned, {_share(sums['known'], sums['traced'])} have their rank known,"
        f" {_share(sums['exact'], sums['traced'])} all sizes;"
        f" of {sums['judged']} inferred shapes {sums['wrong']} are contradicted.",
        *_recall(sums),
        "",
        "Seconds: importing the framework and running the model; `shapelint shapes` on the same.",
        "",
        "| model | shapes | known | exact | wrong | mutants | found | runs | false errors"
        " | run s | shapelint s |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for a in agreements:
        r = by_driver.get(a.driver, Recall(a.driver))
        lines.append(
            f"| {a.driver} | {a.traced} | {_share(a.known, a.traced)} | {_share(a.exact, a.traced)}"
            f" | {len(a.wrong)} | {r.raising} | {_share(r.found, r.raising)} | {r.running}"
            f" | {len(r.false_errors)} | {a.run_seconds:.1f} | {a.shapelint_seconds:.1f} |"
        )
    lines += _list("Failed", sums["failed"])
    lines += _list("Wrong", [f"{a.driver}: {w}" for a in agreements for w in a.wrong])
    lines += _list("False errors", [f"{r.driver}: {w}" for r in recalls for w in r.false_errors])
    lines += _list("Missed mutants", [f"{r.driver}: {w}" for r in recalls for w in r.missed])
    return "\n".join(lines) + "\n"


def _recall(sums: dict[str, Any]) -> list[str]:
    if not sums["running"] and not sums["raising"]:
        return ["- **Recall**: no mutants in this run."]
    return [
        f"- **Recall**: of {sums['raising']} one-edit mutants that raise a shape error,"
        f" {_share(sums['found'], sums['raising'])} are found ({sums['own']} more are refused by the"
        f" model's own `raise` or `assert`; {sums['own_found']} of these are told).",
        f"- **False errors**: {sums['false_errors']}, on the unchanged models and on {sums['running']}"
        " mutants that run.",
    ]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def _list(title: str, items: Iterable[str]) -> list[str]:
    found = [f"- {item}" for item in items]
    return ["", f"## {title}", "", *found] if found else []
