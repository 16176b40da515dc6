"""Which steps of a trace belong to which input of the call that fails.

A trace is the histories of the inputs one after the other, and does not say where one ends. It is divided
only where that shows: at a tensor that comes from nowhere, and at the shapes that the message names.
"""

from __future__ import annotations

import re

from shapelint.finding import Finding, TraceStep

SOURCES = re.compile(
    r"(?:zeros|ones|rand|randn|randint|randperm|empty|full|arange|linspace|eye|tensor|as_tensor|array|"
    r"from_numpy|normal|uniform|constant|placeholder|Input|InputLayer|Variable|Parameter)"
)


def lanes(finding: Finding) -> list[list[TraceStep]]:
    """The steps of each input, in order."""
    steps = finding.trace
    if not steps:
        return []
    cuts = {i for i in range(1, len(steps)) if _is_source(steps[i].expression)}
    given = shapes_given(finding.message)
    inside = [
        i for i in range(1, len(steps)) if i not in cuts and not _continues(steps[i - 1], steps[i])
    ]
    # the latest place that ends in a shape that was given: a step that keeps the shape (an activation)
    # belongs to what came before it
    for shape in reversed(given[:-1]):
        if len(cuts) + 1 >= len(given):
            break
        ends = [i for i in inside if steps[i - 1].shape == shape and i not in cuts]
        cuts |= set(ends[-1:])
    edges = [0, *sorted(cuts), len(steps)]
    return [list(steps[a:b]) for a, b in zip(edges, edges[1:])]


def shapes_given(message: str) -> list[str]:
    """The shapes of the inputs that a message names: `cat got [(2, 3), (2, 4)]: …`."""
    _, found, rest = message.partition(" got ")
    shapes, depth, start = [], 0, 0
    for i, c in enumerate(rest if found else ""):
        if c == "(":
            if not depth:
                start = i
            depth += 1
        elif c == ")":
            depth -= 1
            if not depth:
                shapes.append(rest[start : i + 1])
        elif not depth and c not in " ,[]":
            break
    return shapes


def _continues(before: TraceStep, step: TraceStep) -> bool:
    return before.expression in step.expression


def _is_source(expression: str) -> bool:
    """Whether the expression is one call of a function that makes a tensor of nothing."""
    head, bracket, rest = expression.partition("(")
    if not bracket or not SOURCES.fullmatch(head.rpartition(".")[2]):
        return False
    depth = 1
    for i, c in enumerate(rest):
        depth += (c in "([{") - (c in ")]}")
        if not depth:
            return i == len(rest) - 1
    return True  # cut short
