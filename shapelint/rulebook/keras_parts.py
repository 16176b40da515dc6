"""What functions of `keras.ops` make of parts of a tensor, where they differ from NumPy's: each takes
(facts, *arguments)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from shapelint.rulebook.array_axes import known
from shapelint.rulebook.array_parts import array_split
from shapelint.rulebook.builtins import Rejected, Undetermined, is_size
from shapelint.symbolic import (
    Facts,
    Impossible,
    Proved,
    Size,
    Truth,
    ask,
    conj,
    eq,
    floordiv,
    ge,
    mod,
    new_symbol,
    product,
)

WORD = re.compile(r"\w+|\(.*?\)")
"""The axes of a pattern as Keras finds them (keras/src/ops/einops.py)."""


def pieces(facts: Facts, n: Any, where: Any) -> tuple[Size, ...]:
    """The sizes that `keras.ops.split` makes of n: so many equal ones, or those between places in
    order, none of them past the end."""
    if not isinstance(where, tuple | list):
        return array_split(facts, n, where, True)
    if not where or not all(map(is_size, where)):
        raise Undetermined
    parts = tuple(b - a for a, b in zip((0, *where), (*where, n), strict=True))
    for part in parts:
        if isinstance(ask(facts, ge(part, 0)), Impossible):
            raise Rejected(f"{list(where)} are no places in order within {n}", "split-sizes")
    return parts


def padded_sides(facts: Facts, segment: Any, widths: Any) -> tuple[Size, ...]:
    """The shape with (before, after) added to each axis. One width for several axes is open: the
    torch backend takes it for the last axis only."""
    parts = known(segment)
    if is_size(widths):
        widths = ((widths, widths),)
    if not isinstance(widths, tuple | list) or not widths or not parts:
        raise Undetermined
    if all(map(is_size, widths)):
        widths = (widths,)
    if not all(isinstance(w, tuple | list) and len(w) in (1, 2) for w in widths):
        raise Undetermined
    if len(widths) == 1 and len(parts) > 1:
        raise Undetermined
    if len(widths) != len(parts):
        raise Rejected(f"{len(widths)} pairs for {len(parts)} axes", "pad-sizes")
    return tuple(s + _width(w[0]) + _width(w[-1]) for s, w in zip(parts, widths, strict=True))


def _width(value: Any) -> Size:
    if not is_size(value):
        return new_symbol("width", lower=0, free=False)
    if isinstance(value, int) and value < 0:
        raise Undetermined  # torch takes it for a cut
    return value  # type: ignore[no-any-return]


def cut_out(facts: Facts, segment: Any, starts: Any, lengths: Any) -> tuple[Size, ...]:
    """The shape that `keras.ops.slice` gives: the lengths, as far as they lie within the tensor."""
    parts, wanted = known(segment), lengths if isinstance(lengths, tuple | list) else known(lengths)
    begins = starts if isinstance(starts, tuple | list) else (None,) * len(parts)
    if min(len(begins), len(wanted)) > len(parts):
        raise Rejected(f"{len(wanted)} lengths for {len(parts)} axes", "index-rank")
    if len(wanted) != len(parts) or len(begins) != len(parts):
        raise Undetermined
    for size, begin, length in zip(parts, begins, wanted, strict=True):
        if not is_size(length) or not isinstance(ask(facts, ge(length, 0)), Proved):
            raise Undetermined
        inside = conj(ge(begin, 0), ge(size, begin + length)) if is_size(begin) else True
        if isinstance(ask(facts, inside), Impossible):
            raise Undetermined  # cut off, moved or refused, as the backend likes
    return tuple(wanted)


def rearranges(facts: Facts, segment: Any, pattern: Any, lengths: Any) -> Truth:
    """Whether the sizes divide as `keras.ops.rearrange` is told to."""
    return _read(facts, segment, pattern, lengths)[1]


def rearranged(facts: Facts, segment: Any, pattern: Any, lengths: Any) -> tuple[Size, ...]:
    """The shape that `keras.ops.rearrange` gives: a pattern of names and groups of names."""
    return _read(facts, segment, pattern, lengths)[0]


def _read(facts: Facts, segment: Any, pattern: Any, lengths: Any) -> tuple[tuple[Size, ...], Truth]:
    sides = pattern.split("->") if isinstance(pattern, str) else ()
    if len(sides) != 2 or re.search(r"\.\.\.|…|\(\s*\)|\b\d+\b", pattern):
        raise Undetermined
    words, others = (WORD.findall(side) for side in sides)
    left, right = ([_group(word) for word in side] for side in (words, others))
    parts = known(segment)
    if len(parts) < len(left):
        raise refuse(f"`{pattern}` names {len(left)} axes, the tensor has {len(parts)}")
    found: dict[str, Any] = {}
    fits: list[Truth] = []
    for word, group, size in zip(words, left, parts, strict=False):
        if word == group[0]:  # a length given for it counts for nothing
            found[word] = size
            continue
        sizes, fit = _split(group, size, lengths, pattern)
        found.update(sizes)
        fits.append(fit)
    names = [name for group in left for name in group]
    named = [name for group in right for name in group]
    if set(named) - set(names):
        raise refuse(
            f"`{(set(named) - set(names)).pop()}` is on the right side only of `{pattern}`"
        )
    if sorted(named) != sorted(names):
        raise refuse(f"the sides of `{pattern}` do not name the same axes")
    for size in parts[len(left) :]:  # axes of size 1 at the end do no harm
        if isinstance(ask(facts, eq(size, 1)), Impossible):
            raise refuse(f"`{pattern}` names {len(left)} axes, the tensor has {len(parts)}")
    return tuple(product(tuple(found[name] for name in group)) for group in right), conj(*fits)


def _group(word: str) -> list[str]:
    return re.findall(r"\w+", word)


def _split(
    group: list[str], size: Size, lengths: Any, pattern: str
) -> tuple[dict[str, Any], Truth]:
    """The sizes of the axes that are joined in one, and whether it is made of them."""
    open_ = [name for name in group if name not in lengths]
    given = {name: lengths[name] for name in group if name in lengths}
    if len(open_) > 1:
        raise refuse(f"the sizes within ({' '.join(group)}) of `{pattern}` are not given")
    if not all(is_size(n) and n != 0 for n in given.values()):
        raise Undetermined
    whole = product(tuple(given.values()))
    if not open_:
        return given, eq(size, whole)
    return {**given, open_[0]: floordiv(size, whole)}, eq(mod(size, whole), 0)


def refuse(message: str) -> Rejected:
    return Rejected(message, "pattern-axes")


KERAS_PARTS: dict[str, Callable[..., Any]] = {
    "pieces": pieces,
    "padded_sides": padded_sides,
    "cut_out": cut_out,
    "rearranges": rearranges,
    "rearranged": rearranged,
}
