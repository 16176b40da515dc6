"""The patterns of einops, `b (h w) c -> b c h w`: what they require of a shape and what they give
(https://einops.rocks/api/rearrange)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from shapelint.rulebook.builtins import Rejected, Undetermined, as_shape, is_size
from shapelint.rulebook.values import UNKNOWN
from shapelint.symbolic import (
    Facts,
    Shape,
    Size,
    Truth,
    conj,
    eq,
    floordiv,
    ge,
    mod,
    product,
)

WORD = re.compile(r"\.\.\.|…|[()]|\w+|[^ ]")
ELLIPSIS = "..."
Group = tuple[str, ...]
SPREAD: Group = ("", ELLIPSIS)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pattern: its groups, each the axes that are joined in it; a bare `...` is the
    group SPREAD, one in parentheses joins the axes that it stands for."""

    groups: tuple[Group, ...]

    @property
    def names(self) -> set[str]:
        """The names of axes; numbers are none."""
        return {w for group in self.groups for w in group if w and not w.isdigit()}

    def around(self) -> tuple[tuple[Group, ...], tuple[Group, ...] | None]:
        """The groups before and after the ellipsis; None for those after where there is none."""
        for i, group in enumerate(self.groups):
            if group == SPREAD:
                return self.groups[:i], self.groups[i + 1 :]
        return self.groups, None


def refuse(message: str) -> Rejected:
    return Rejected(message, "pattern-axes")


@cache
def sides(operation: str, pattern: str, given: frozenset[str]) -> tuple[Side, Side]:
    """Both sides, held against what the operation allows. Raises Rejected."""
    parts = pattern.split("->")
    if len(parts) != 2:
        raise refuse(f"`{pattern}` has no two sides with `->` between them")
    left, right = side(parts[0], pattern), side(parts[1], pattern)
    if ELLIPSIS in right.names and ELLIPSIS not in left.names:
        raise refuse(f"`...` is on the right side only of `{pattern}`")
    if any(ELLIPSIS in group and group != SPREAD for group in left.groups):
        raise refuse(f"`...` stands within parentheses on the left of `{pattern}`")
    only_left, only_right = left.names - right.names, right.names - left.names
    if operation == "rearrange" and (only_left or only_right):
        raise refuse(f"{_listed(only_left | only_right)} on one side only of `{pattern}`")
    if operation == "reduce" and only_right:
        raise refuse(f"{_listed(only_right)} on the right side only of `{pattern}`")
    if operation == "repeat":
        if only_left:
            raise refuse(f"{_listed(only_left)} on the left side only of `{pattern}`")
        if only_right - given:
            raise refuse(f"the size of {_listed(only_right - given)} is not given for `{pattern}`")
    if given - left.names - right.names:
        raise refuse(f"{_listed(given - left.names - right.names)} not in `{pattern}`")
    for group in left.groups:
        if group == SPREAD:
            continue
        if len([w for w in group if not w.isdigit() and w not in given]) > 1:
            raise refuse(f"the sizes within ({' '.join(group)}) of `{pattern}` are not given")
    return left, right


def _listed(names: set[str] | frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) + (" are" if len(names) > 1 else " is")


def side(text: str, pattern: str, underscore: bool = False, twice: bool = False) -> Side:
    """One side, parsed; `_` may stand for an axis or not, a name twice or not. Raises Rejected."""
    groups: list[Group] = []
    inner: list[str] | None = None
    for word in WORD.findall(text):
        if word == "(":
            if inner is not None:
                raise refuse(f"`{pattern}` has parentheses within parentheses")
            inner = []
        elif word == ")":
            if inner is None:
                raise refuse(f"`{pattern}` closes a parenthesis that is not open")
            groups.append(tuple(inner))
            inner = None
        elif word in (ELLIPSIS, "…") or _is_axis(word) or (underscore and word == "_"):
            word = ELLIPSIS if word == "…" else word
            if inner is None:
                # a bare 1 is an axis of that size; joined it counts for nothing
                groups.append(SPREAD if word == ELLIPSIS else (word,))
            elif word != "1":
                inner.append(word)
        else:
            raise refuse(f"`{word}` may not stand in `{pattern}`")
    if inner is not None:
        raise refuse(f"`{pattern}` leaves a parenthesis open")
    named = [w for group in groups for w in group if w and not w.isdigit()]
    double = {name for name in named if named.count(name) > 1 and name != "_"}
    if double and not twice:
        raise refuse(f"{_listed(double)} twice on one side of `{pattern}`")
    return Side(tuple(groups))


def _is_axis(word: str) -> bool:
    """A number but 0, or a name that neither begins nor ends with an underscore."""
    if word.isdecimal():
        return int(word) > 0
    return word.isidentifier() and not (word[0] == "_" or word[-1] == "_")


def read(operation: Any, pattern: Any, lengths: Any) -> tuple[Side, Side]:
    if not isinstance(pattern, str) or not isinstance(lengths, dict):
        raise Undetermined
    return sides(operation, pattern, frozenset(lengths))


def pattern_reads(facts: Facts, operation: Any, pattern: Any, lengths: Any) -> Truth:
    """True for a pattern that the operation takes, whatever the tensor. Raises Rejected."""
    read(operation, pattern, lengths)
    return True


def pattern_rank(facts: Facts, operation: Any, pattern: Any, segment: Any, lengths: Any) -> Truth:
    """Whether the shape has as many axes as the left side names."""
    before, after = read(operation, pattern, lengths)[0].around()
    rank = as_shape(segment).rank_size
    return eq(rank, len(before)) if after is None else ge(rank, len(before) + len(after))


def pattern_sizes(facts: Facts, operation: Any, pattern: Any, segment: Any, lengths: Any) -> Truth:
    """Whether the sizes are those that are given for their axes, or divide into them."""
    left, _ = read(operation, pattern, lengths)
    conditions: list[Truth] = []
    for group, size in _matched(left, as_shape(segment)):
        known = [_length(w, lengths) for w in group if w.isdigit() or w in lengths]
        if any(k is UNKNOWN for k in known):
            continue
        whole = product(tuple(known))
        if len(known) == len(group):
            conditions.append(eq(size, whole))
        elif whole != 1:
            conditions.append(whole != 0 and eq(mod(size, whole), 0))
    return conj(*conditions)


def pattern_shape(facts: Facts, operation: Any, pattern: Any, segment: Any, lengths: Any) -> Any:
    """The shape that the right side gives."""
    left, right = read(operation, pattern, lengths)
    shape = as_shape(segment)
    found: dict[str, Any] = dict(lengths)
    for group, size in _matched(left, shape):
        unknown = [w for w in group if not w.isdigit() and w not in lengths]
        rest = [_length(w, lengths) for w in group if w not in unknown]
        if not unknown:
            continue
        if any(k is UNKNOWN for k in rest):
            found[unknown[0]] = UNKNOWN
            continue
        whole = product(tuple(rest))
        found[unknown[0]] = size if whole == 1 else floordiv(size, whole)
    before, after = left.around()
    return _built(right, found, _middle(shape, len(before), len(after or ())))


def _length(word: str, lengths: dict[str, Any]) -> Any:
    if word.isdigit():
        return int(word)
    size = lengths[word]
    return size if is_size(size) else UNKNOWN


def _matched(left: Side, shape: Shape) -> list[tuple[Group, Size]]:
    """The groups that stand for one axis each, with its size where that is known."""
    before, after = left.around()
    heads = shape.sizes if shape.rank is not None else shape.prefix
    tails = shape.sizes if shape.rank is not None else shape.suffix
    pairs = list(zip(before, heads, strict=False))
    if after:
        pairs += list(zip(reversed(after), reversed(tails), strict=False))
    return pairs


def _middle(shape: Shape, before: int, after: int) -> Shape | None:
    """The axes that the ellipsis stands for, None where that cannot be told."""
    if shape.rank is not None:
        return Shape(shape.sizes[before : shape.rank - after])
    if len(shape.prefix) < before or len(shape.suffix) < after:
        return None
    return Shape(shape.prefix[before:], shape.var, shape.suffix[: len(shape.suffix) - after])


def _built(right: Side, found: dict[str, Any], middle: Shape | None) -> Shape:
    prefix: list[Size] = []
    suffix: list[Size] = []
    var = None
    for group in right.groups:
        if group == SPREAD:
            if middle is None:
                raise Undetermined
            prefix.extend(middle.prefix)
            var = middle.var
            suffix.extend(middle.suffix)
            continue
        factors: list[Size] = []
        for word in group:
            if word == ELLIPSIS:
                if middle is None or middle.rank is None:
                    raise Undetermined
                factors.extend(middle.sizes)
                continue
            size = int(word) if word.isdigit() else found.get(word, UNKNOWN)
            if not is_size(size):
                raise Undetermined
            factors.append(size)
        (prefix if var is None else suffix).append(product(tuple(factors)))
    return Shape(tuple(prefix), var, tuple(suffix))


PATTERNS: dict[str, Callable[..., Any]] = {
    "pattern_reads": pattern_reads,
    "pattern_rank": pattern_rank,
    "pattern_sizes": pattern_sizes,
    "pattern_shape": pattern_shape,
}
