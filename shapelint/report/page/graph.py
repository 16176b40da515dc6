"""The shape flow of a finding as SVG: the steps of each input one below the other, the inputs side by side,
all of them ending in the call that fails."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from pathlib import PurePath
from unicodedata import east_asian_width

from shapelint.finding import Finding, TraceStep
from shapelint.report import clean, step_place

LETTER = 7.3
HEIGHT, GAP, PADDING, MARGIN = 66, 30, 14, 8
LONGEST = 46
LEAST = 150
STEP = "step"


@dataclass(frozen=True, slots=True)
class Box:
    """A node: where it was, what was computed, and the shape."""

    place: str
    expression: str
    shape: str
    style: str

    @property
    def width(self) -> float:
        longest = max(_cells(line) for line in self.lines())
        return max(LEAST, longest * LETTER + 2 * PADDING)

    def lines(self) -> tuple[str, str, str]:
        return _short(self.place), _short(self.expression), _short(self.shape)


def drawn(inputs: list[list[TraceStep]], end: Box, finding: Finding) -> str:
    """The graph. Steps of another file than the finding's have its name, without the folders: the nodes are
    many."""
    columns = [[_box(step, finding) for step in lane] for lane in inputs]
    widths = [max(box.width for box in column) for column in columns]
    tall = max(map(len, columns), default=0)
    across = sum(widths) + GAP * max(0, len(widths) - 1)
    width = max(across, end.width) + 2 * MARGIN
    height = (tall + 1) * HEIGHT + tall * GAP + 2 * MARGIN
    bottom = MARGIN + tall * (HEIGHT + GAP)
    parts: list[str] = []
    left = (width - across) / 2
    end_left = (width - end.width) / 2
    for i, (column, column_width) in enumerate(zip(columns, widths, strict=True)):
        middle = left + column_width / 2
        top = bottom - len(column) * (HEIGHT + GAP)
        for j, box in enumerate(column):
            y = top + j * (HEIGHT + GAP)
            if j < len(column) - 1:
                parts.append(_edge(middle, y + HEIGHT, middle, y + HEIGHT + GAP, STEP))
            parts.append(_node(box, middle - box.width / 2, y))
        target = end_left + end.width * (i + 1) / (len(columns) + 1)
        parts.append(_edge(middle, bottom - GAP, target, bottom, end.style))
        left += column_width + GAP
    parts.append(_node(end, end_left, bottom))
    return (
        f'<svg class="flow" role="img" aria-label="shape flow" width="{width:.0f}" '
        f'height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">{"".join(parts)}</svg>'
    )


def _box(step: TraceStep, finding: Finding) -> Box:
    if step.file != finding.file:
        step = replace(step, file=PurePath(step.file).name)
    return Box(step_place(finding, step), step.expression, step.shape, STEP)


def _node(box: Box, x: float, y: float) -> str:
    place, expression, shape = (escape(clean(line)) for line in box.lines())
    middle = x + box.width / 2
    joint = " is " if box.style == STEP else ": "
    return (
        f'<g class="node {box.style}"><title>{escape(clean(box.place))}: '
        f"{escape(clean(box.expression))}{joint}{escape(clean(box.shape))}</title>"
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{box.width:.1f}" height="{HEIGHT}" rx="8"/>'
        f'<text class="place" x="{middle:.1f}" y="{y + 17:.1f}">{place}</text>'
        f'<text class="code" x="{middle:.1f}" y="{y + 36:.1f}">{expression}</text>'
        f'<text class="shape" x="{middle:.1f}" y="{y + 55:.1f}">{shape}</text></g>'
    )


def _edge(x: float, y: float, to_x: float, to_y: float, style: str) -> str:
    tip = to_y - 1
    base = tip - 7
    bend = (y + base) / 2
    return (
        f'<g class="edge {style}"><path d="M{x:.1f} {y:.1f} C{x:.1f} {bend:.1f} {to_x:.1f} {bend:.1f} '
        f'{to_x:.1f} {base:.1f}"/><polygon points="{to_x - 4:.1f},{base:.1f} {to_x + 4:.1f},{base:.1f} '
        f'{to_x:.1f},{tip:.1f}"/></g>'
    )


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _short(text: str) -> str:
    """The text in one line, its end cut off where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
