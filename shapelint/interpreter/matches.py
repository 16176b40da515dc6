"""Whether a shape fits a notation, what its names stand for, and the notation that would be right."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapelint.interpreter.values import MISSING, Dim, Tensor, Value
from shapelint.source.notation import BATCH, WORD, Axis, Notation, arithmetic
from shapelint.symbolic import Impossible, Proved, Size, ask, disj, eq, floordiv

if TYPE_CHECKING:
    from shapelint.interpreter.frames import Frame
    from shapelint.interpreter.machine import Interpreter


@dataclass(frozen=True, slots=True)
class Conflict:
    """A shape that surely is not the one written; `wrong` are the axes at fault, None if it is their
    number."""

    because: str = ""
    wrong: int | None = None


def judge(
    m: Interpreter, frame: Frame, notation: Notation, tensor: Tensor, strict: bool
) -> Conflict | bool | None:
    """True if the shape is the one written, None if it may be or nothing can be told (new names are
    bound). Where it is not `strict`, a notation may leave the batch out, and names that no notation has
    used before may be those of a layout (`(B, C, H, W)` after whatever layer) rather than of the
    variables that are called so."""
    shape = m.store.facts.shape(tensor.shape)
    if shape.rank is None:
        return None
    aligned = align(notation.axes, shape.sizes)
    if aligned is None and not strict and not _names_batch(notation):
        if shape.rank == len(notation.axes) + 1:
            aligned = align(notation.axes, shape.sizes[1:])
        elif shape.rank and may_equal(m, shape.sizes[-1], len(notation.axes)):
            return None  # it may name the parts of the last axis
    if aligned is None:
        return Conflict()
    bound: dict[str, Size] = {}
    conflict: Conflict | None = None
    sure = True
    for i, (axis, size) in enumerate(aligned):
        expected = bound.get(axis.text) if axis.kind == "name" else None
        if expected is None:
            expected = meaning(m, frame, axis)
        if expected is None:
            if axis.kind == "name":
                bound[axis.text] = size
            continue
        fits = eq(size, expected)
        if axis.kind == "broadcast":
            fits = disj(fits, eq(size, 1))
        answer = ask(m.store.facts, fits)
        sure = sure and isinstance(answer, Proved)
        if isinstance(answer, Impossible):
            if axis.kind == "size":
                return Conflict("", i)
            written = strict or frame.named.keys() >= set(WORD.findall(axis.text))
            if not written and not _mistaken(m, frame, aligned, size, expected):
                return None
            value = m.store.facts.size(expected)
            conflict = conflict or Conflict(f", and {axis.text} is {value}", i)
    if conflict is not None:
        return conflict
    for name, size in bound.items():
        m.store.write(frame.named, name, size)
    return sure or None


def _mistaken(
    m: Interpreter,
    frame: Frame,
    aligned: list[tuple[Axis, Size]],
    size: Size,
    expected: Size,
) -> bool:
    """Whether a name is surely meant as the variable: its size stands at another axis, or another
    variable's size at its own."""
    elsewhere = (a for a, other in aligned if must_equal(m, other, expected))
    if any(not _fits(m, frame, a, expected) or meaning(m, frame, a) is None for a in elsewhere):
        return True
    names = [*frame.vars, *frame.named] if size != 1 else []
    values = (named(m, frame, name) for name in names)
    return any(value is not None and must_equal(m, value, size) for value in values)


def align(axes: tuple[Axis, ...], sizes: tuple[Size, ...]) -> list[tuple[Axis, Size]] | None:
    """Each written axis with its size; None if their number differs. A run takes what is left."""
    run = next((i for i, axis in enumerate(axes) if axis.kind == "run"), None)
    if run is None:
        return list(zip(axes, sizes, strict=True)) if len(axes) == len(sizes) else None
    after = len(axes) - run - 1
    if run + after > len(sizes):
        return None
    last = sizes[len(sizes) - after :]
    return [*zip(axes[:run], sizes[:run]), *zip(axes[run + 1 :], last)]


def _names_batch(notation: Notation) -> bool:
    return bool(notation.axes) and notation.axes[0].text.lower() in BATCH


def may_equal(m: Interpreter, a: Size, b: Size) -> bool:
    return not isinstance(ask(m.store.facts, eq(a, b)), Impossible)


def must_equal(m: Interpreter, a: Size, b: Size) -> bool:
    return isinstance(ask(m.store.facts, eq(a, b)), Proved)


def meaning(m: Interpreter, frame: Frame, axis: Axis) -> Size | None:
    """The size that an axis stands for; None if nothing says it."""
    if axis.kind == "size":
        return axis.size
    if axis.kind in ("name", "broadcast"):
        return named(m, frame, axis.text)
    if axis.kind == "expression":
        tree = arithmetic(axis.text)
        return None if tree is None else _computed(m, frame, tree)
    return None


def named(m: Interpreter, frame: Frame, name: str) -> Size | None:
    """What a name stands for: the variable of that name, or the size it was first written for."""
    size = _size(m, frame.vars.get(name, MISSING))
    return _size(m, frame.named.get(name, MISSING)) if size is None else size


def _size(m: Interpreter, value: Value) -> Size | None:
    if value is MISSING:
        return None
    value = m.decided(m.resolve(value))
    if type(value) is int:
        return value if value > 0 else None
    return value if isinstance(value, Dim) else None


def _computed(m: Interpreter, frame: Frame, node: ast.expr) -> Size | None:
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    if isinstance(node, ast.Name):
        return named(m, frame, node.id)
    if not isinstance(node, ast.BinOp):
        return None
    left, right = _computed(m, frame, node.left), _computed(m, frame, node.right)
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.Add):
        return left + right
    if isinstance(node.op, ast.Sub):
        return left - right
    if isinstance(node.op, ast.Mult):
        return left * right
    if isinstance(node.op, ast.FloorDiv) and (not isinstance(right, int) or right > 0):
        return floordiv(left, right)
    return None


# the notation that would be right


def mended(
    m: Interpreter, frame: Frame, notation: Notation, conflict: Conflict, sizes: tuple[Size, ...]
) -> str | None:
    """The notation with what is wrong put right, keeping the names that fit; None if a size has neither
    a number nor a name."""
    aligned = None if conflict.wrong is None else align(notation.axes, sizes)
    same = aligned is not None and len(aligned) == len(sizes)
    texts: list[str] = []
    for i, size in enumerate(sizes):
        if same and aligned is not None and _fits(m, frame, aligned[i][0], size):
            texts.append(aligned[i][0].text)
            continue
        text = _name_of(m, frame, notation, size, texts)
        if text is None:
            return None
        texts.append(text)
    return notation.written(texts)


def _fits(m: Interpreter, frame: Frame, axis: Axis, size: Size) -> bool:
    expected = meaning(m, frame, axis)
    return expected is None or may_equal(m, expected, size)


def _name_of(
    m: Interpreter, frame: Frame, notation: Notation, size: Size, used: list[str]
) -> str | None:
    """The writer's name for a size, else its number."""
    if size != 1:
        written = [axis.text for axis in notation.axes if axis.kind in ("name", "expression")]
        for axis in (a for a in notation.axes if a.text in written and a.text not in used):
            expected = meaning(m, frame, axis)
            if expected is not None and must_equal(m, expected, size):
                return axis.text
        for name in frame.named:
            expected = named(m, frame, name)
            if name not in used and expected is not None and must_equal(m, expected, size):
                return name
    return str(size) if isinstance(size, int) else None
