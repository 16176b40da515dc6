"""Shapes as people write them: in comments (`# (B, T, C)`, `# b c h w`) and in jaxtyping's strings.

A comment is a shape only if the whole of it is one: everything that may be prose, a list of values or of
coordinates is none.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["size", "name", "expression", "any", "run", "broadcast"]


@dataclass(frozen=True, slots=True)
class Axis:
    """One entry of a notation: a number, a name, arithmetic on names; `any` size, a `run` of axes of
    any number, jaxtyping's `#name` (that size or 1)."""

    text: str
    kind: Kind

    @property
    def size(self) -> int:
        return int(self.text)


@dataclass(frozen=True, slots=True)
class Notation:
    """A written shape, its brackets and separator kept; `start` and `end` tell where it stands in the
    text, `label` what it is said of (empty: of whatever the line gives)."""

    axes: tuple[Axis, ...]
    opening: str = "("
    separator: str = ", "
    closing: str = ")"
    label: str = ""
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return self.written([axis.text for axis in self.axes])

    def written(self, sizes: list[str]) -> str:
        """Other sizes in the same style."""
        single = len(sizes) == 1 and self.separator.strip() == "," and self.opening != "["
        return self.opening + self.separator.join(sizes) + ("," if single else "") + self.closing


LABEL = re.compile(r"(?:->|=>|→)\s*|(?:(?:shape|size)\s+|([A-Za-z_][\w.]*)\s*(?::|=(?!=))\s*)?")
GENERAL = {"shape", "size", "out", "output", "outputs", "result", "returns", "return", "dims"}
WORD = re.compile(r"[^\W\d]\w*'*")
ARITHMETIC = re.compile(r"[\w\s.*/+\-()×]+")
SPACED_DOT = re.compile(r"\.\s|\s\.")
BATCH = {"b", "n", "bs", "bsz", "batch", "batch_size", "batchsize", "nbatch", "n_batch"}
FAMILIAR = re.compile(
    r"[A-Za-z]\d*'*|[A-Z][A-Z0-9_]*|(num|n|d|dim|max|batch|seq|hidden|emb|embed|in|out)_\w+|"
    r"\w*(batch|seq|time|length|len|dim|dims|channels?|height|width|heads?|tokens?|features?|hidden|"
    r"patch|patches|classes|frames|size|embed|points|nodes|edges|depth)\w*|bsz?|hw|nc|nh|hs",
)
COORDINATES = {
    "x", "y", "z", "x0", "y0", "x1", "y1", "x2", "y2", "x3", "y3", "x4", "y4", "cx", "cy", "xc", "yc", "dx", "dy",
    "dz", "xmin", "ymin", "xmax", "ymax", "x_min", "y_min", "x_max", "y_max", "xx", "yy", "u", "v", "i", "j", "k",
    "left", "top", "right", "bottom", "row", "col", "r", "g",
}  # fmt: skip
"""What names the parts of a point, a box or a colour rather than axes."""
MAX_AXES = 9
MAX_TEXT = 300


def of_comment(comment: str) -> Notation | None:
    """The shape that a comment (with its `#`) is; None for any other comment. What follows a second `#`
    is not looked at."""
    if len(comment) > MAX_TEXT:
        return None
    body = comment[1:].split("#")[0]
    text = body.strip().rstrip(".;").rstrip()
    if not text:
        return None
    offset = 1 + len(body) - len(body.lstrip())
    label = LABEL.match(text)
    start = label.end() if label else 0
    name = (label[1] or "") if label else ""
    name = name.removesuffix(".shape")
    found = _notation(text[start:])
    if found is None:
        return None
    axes, opening, separator, closing = found
    general = "" if name.lower() in GENERAL else name
    return Notation(axes, opening, separator, closing, general, offset + start, offset + len(text))


def _notation(text: str) -> tuple[tuple[Axis, ...], str, str, str] | None:
    bracketed = len(text) > 2 and text[0] + text[-1] in ("()", "[]")
    inner = text[1:-1].strip() if bracketed else text
    parts, separator = _parts(inner, bracketed)
    if not parts or len(parts) > MAX_AXES:
        return None
    axes = tuple(axis for part in parts if (axis := _axis(part)) is not None)
    if len(axes) != len(parts) or sum(axis.kind == "run" for axis in axes) > 1:
        return None
    if not (_plausible(axes) if bracketed else _surely_a_shape(axes, separator)):
        return None
    opening, closing = (text[0], text[-1]) if bracketed else ("", "")
    return axes, opening, separator, closing


def _parts(text: str, bracketed: bool) -> tuple[list[str], str]:
    """The entries, and what stands between them."""
    if "," in text:
        parts = [part.strip() for part in text.split(",")]
        if bracketed and len(parts) == 2 and not parts[1]:
            return parts[:1], ", "  # (N,)
        return parts, ", " if ", " in text else ","
    for sign in (" x ", " X ", " × "):
        if sign in text:
            return [part.strip() for part in text.split(sign)], sign
    if not bracketed and re.fullmatch(r"[A-Z][A-Z0-9]*(?:x[A-Z0-9]+)+", text):
        return text.split("x"), "x"
    if not bracketed and " " in text:
        return text.split(), " "
    return [], ""


def _axis(text: str) -> Axis | None:
    if text.isascii() and text.isdigit():
        return Axis(text, "size") if int(text) > 0 else None
    if text in ("...", "…", "*"):
        return Axis(text, "run")
    if text in ("?", "_", "-1", "None"):
        return Axis(text, "any")
    if text.startswith("*") and WORD.fullmatch(text[1:]):
        return Axis(text, "run")
    if WORD.fullmatch(text):
        many = text.lower().endswith(("dims", "shape", "spatial"))
        return Axis(text, "run" if many else "name")
    if (
        ARITHMETIC.fullmatch(text)
        and not SPACED_DOT.search(text)
        and (tree := arithmetic(text)) is not None
    ):
        return Axis(text, "any" if isinstance(tree, ast.Attribute) else "expression")
    return None


ALLOWED = (
    ast.BinOp, ast.Name, ast.Constant, ast.Attribute, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Pow,
    ast.Load,
)  # fmt: skip


def arithmetic(text: str) -> ast.expr | None:
    """The tree of arithmetic on names and whole numbers; None if the text is something else."""
    try:
        tree = ast.parse(text.strip().replace("×", "*"), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED):
            return None
        if isinstance(node, ast.Constant) and type(node.value) is not int:
            return None
    return tree


def _plausible(axes: tuple[Axis, ...]) -> bool:
    """Whether what stands in brackets names axes: not the parts of a point, an interval, nor prose."""
    if len(axes) == 2 and axes[0].text == "-1" and axes[1].kind == "size":
        return False
    words = [axis.text for axis in axes if axis.kind == "name"]
    if not any(axis.text.lower() in BATCH for axis in axes):
        if sum(word.lower() in COORDINATES for word in words) >= 2:
            return False
    certain = [a for a in axes if a.kind == "size" or FAMILIAR.fullmatch(a.text)]
    return bool(certain) and (len(certain) >= len(words) / 2)


def _surely_a_shape(axes: tuple[Axis, ...], separator: str) -> bool:
    """Whether a comment without brackets is a shape: it names the batch, and words are short."""
    if len(axes) < 2 or not any(axis.text.lower() in BATCH for axis in axes):
        return False
    named = [axis.text for axis in axes if axis.kind == "name"]
    if separator == " ":
        short = re.compile(r"[a-z]\d?|[A-Z]\d?|bs|nh|hd|[HW]+|\d+")
        first = len(axes) > 2 or axes[0].text in ("b", "B")
        return first and all(axis.kind != "run" and short.fullmatch(axis.text) for axis in axes)
    return all(FAMILIAR.fullmatch(name) for name in named)


# jaxtyping

DTYPES = {
    "Shaped", "Bool", "Num", "Inexact", "Float", "Complex", "Integer", "UInt", "Int", "Real", "Key", "Float16",
    "Float32", "Float64", "BFloat16", "Int4", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32",
    "UInt64", "Complex64", "Complex128",
}  # fmt: skip
QUOTED = re.compile(r"\s*(?:\w+\.)*(\w+)\[\s*([\w.]+)\s*,\s*(['\"])([^'\"]*)\3\s*\]\s*")


def of_jaxtyping(text: str) -> Notation | None:
    """The shape of jaxtyping's string: names, sizes, `_`, `...`, `*name`, `#name`; what else there may
    be stands for any size."""
    axes = tuple(map(_jaxtyping_axis, text.split()))
    if sum(axis.kind == "run" for axis in axes) > 1:
        return None
    return Notation(axes, '"', " ", '"')


def _jaxtyping_axis(text: str) -> Axis:
    if "=" in text:
        text = text.rpartition("=")[2]
    if text == "..." or text.startswith(("*", "#*")):
        return Axis(text, "run")
    if text.isascii() and text.isdigit():
        return Axis(text, "size")
    if text.startswith("#") and text[1:].isidentifier():
        return Axis(text[1:], "broadcast")
    if text.isidentifier() and not text.startswith("_"):
        return Axis(text, "name")
    return Axis(text, "any")
