"""einops beside its three patterns: `pack` and `unpack`, named einsum, `parse_shape`, EinMix
(https://einops.rocks/api/pack_unpack)."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters
from typing import Any

from shapelint.rulebook.builtins import Rejected, Undetermined, as_shape, is_size
from shapelint.rulebook.einsum import einsum_shape
from shapelint.rulebook.patterns import ELLIPSIS, SPREAD, Group, Side, pattern_shape, refuse, side
from shapelint.rulebook.values import SizeTuple, Tensor
from shapelint.symbolic import (
    Facts,
    Shape,
    Size,
    Truth,
    concat,
    conj,
    disj,
    eq,
    floordiv,
    le,
    maximum,
    mod,
    ne,
    product,
    total,
)

Parts = tuple[tuple[Size, ...], Shape, tuple[Size, ...]]
"""The sizes before `*`, the axes that it stands for, the sizes after."""


def _around(pattern: Any) -> tuple[int, int]:
    """How many axes `i j * k` names before and after `*`. Raises Rejected."""
    if not isinstance(pattern, str):
        raise Undetermined
    axes = pattern.split()
    if len(set(axes)) != len(axes):
        raise refuse(f"an axis is named twice in `{pattern}`")
    if "*" not in axes:
        raise refuse(f"there is no `*` in `{pattern}`")
    for name in axes:
        if name != "*" and not _is_axis(name):
            raise refuse(f"`{name}` may not stand in `{pattern}`")
    place = axes.index("*")
    return place, len(axes) - place - 1


def _is_axis(name: str) -> bool:
    return name.isidentifier() and not name.startswith("_") and not name.endswith("_")


def _cut(facts: Facts, tensor: Any, pattern: Any) -> Parts:
    before, after = _around(pattern)
    if not isinstance(tensor, Tensor):
        raise Undetermined
    shape = facts.shape(tensor.shape)
    if shape.rank is None:
        if len(shape.prefix) < before or len(shape.suffix) < after:
            raise Undetermined
        end = len(shape.suffix) - after
        middle = Shape(shape.prefix[before:], shape.var, shape.suffix[:end])
        return shape.prefix[:before], middle, shape.suffix[end:]
    if shape.rank < before + after:
        raise refuse(f"{shape} has fewer axes than `{pattern}` names")
    end = shape.rank - after
    return shape.sizes[:before], Shape(shape.sizes[before:end]), shape.sizes[end:]


def packs(facts: Facts, tensors: Any, pattern: Any) -> Truth:
    """Whether the axes around `*` agree; none may be empty, where `reshape` has to infer a size."""
    if not tensors:
        raise refuse("nothing is packed")
    cuts = [_cut(facts, tensor, pattern) for tensor in tensors]
    first = (*cuts[0][0], *cuts[0][2])
    same = [eq(a, b) for head, _, tail in cuts[1:] for a, b in zip(first, (*head, *tail))]
    return conj(ne(product(first), 0), *same)


def packed(facts: Facts, tensors: Any, pattern: Any) -> Tensor:
    """All of them together."""
    cuts = [_cut(facts, tensor, pattern) for tensor in tensors]
    head, _, tail = cuts[0]
    shape = Shape((*head, total(tuple(middle.numel for _, middle, _ in cuts)), *tail))
    dtypes = {tensor.dtype for tensor in tensors}
    return Tensor(shape, dtypes.pop() if len(dtypes) == 1 else None)


def packed_shapes(facts: Facts, tensors: Any, pattern: Any) -> tuple[SizeTuple, ...]:
    """What `*` stands for in each."""
    return tuple(SizeTuple(_cut(facts, tensor, pattern)[1]) for tensor in tensors)


class Unpacking:
    """A split of the axis at `*` into parts of given shapes, one of which may hold a -1."""

    def __init__(self, facts: Facts, segment: Any, shapes: Any, pattern: Any) -> None:
        before, after = _around(pattern)
        shape = as_shape(segment)
        if shape.rank is None or not isinstance(shapes, tuple):
            raise Undetermined
        if shape.rank != before + 1 + after:
            raise refuse(f"`{pattern}` names {before + 1 + after} axes, but there are {shape.rank}")
        self.head, self.tail = shape.sizes[:before], shape.sizes[before + 1 :]
        self.length = shape.sizes[before]
        self.shapes = [_given(facts, part) for part in shapes]
        self.open = [i for i, part in enumerate(self.shapes) if -1 in (*part.prefix, *part.suffix)]
        if len(self.open) > 1:
            raise refuse("more than one of the shapes holds a -1")
        self.taken = [part.numel for i, part in enumerate(self.shapes) if i not in self.open]

    @property
    def rest(self) -> Size:
        return product((*self.head, *self.tail))

    def inferred(self) -> tuple[Size, Size]:
        """What is left for the part with the -1, and the product of its other sizes."""
        left = self.length - total(tuple(self.taken))
        one_sided = self.open[0] in (0, len(self.shapes) - 1)
        known = [s for s in self.shapes[self.open[0]].sizes if s != -1]
        return left if one_sided else maximum(left, 0), product(tuple(known))

    def holds(self) -> Truth:
        """Whether the parts make up the axis; slices past its end are empty."""
        if not self.shapes:
            return True
        if not self.open:
            return disj(eq(self.rest, 0), eq(total(tuple(self.taken)), self.length))
        place = self.open[0]
        sides = (self.taken[:place], self.taken[place:])
        fits = [le(total(tuple(side)), self.length) for side in sides]
        left, step = self.inferred()
        if list(self.shapes[place].sizes).count(-1) > 1:
            raise refuse("one of the shapes holds two -1")
        whole = step == 1 or (step != 0 and eq(mod(left, step), 0))
        return conj(ne(self.rest, 0), *fits, whole)

    def parts(self) -> list[Shape]:
        found = list(self.shapes)
        if self.open:
            left, step = self.inferred()
            one = left if step == 1 else floordiv(left, step)
            place = self.open[0]
            found[place] = Shape(tuple(one if s == -1 else s for s in found[place].sizes))
        whole = [concat(concat(Shape(self.head), p) or p, Shape(self.tail)) for p in found]
        return [shape for shape in whole if shape is not None]


def _given(facts: Facts, part: Any) -> Shape:
    if isinstance(part, SizeTuple):
        return facts.shape(part.shape)
    if not isinstance(part, tuple) or not all(map(is_size, part)):
        raise Undetermined
    if any(isinstance(size, int) and size < -1 for size in part):
        raise Undetermined
    return Shape(part)


def unpacks(facts: Facts, segment: Any, shapes: Any, pattern: Any) -> Truth:
    """Whether the axis at `*` splits into parts of these shapes."""
    return Unpacking(facts, segment, shapes, pattern).holds()


def unpacked(facts: Facts, tensor: Any, shapes: Any, pattern: Any) -> tuple[Tensor, ...]:
    """The parts."""
    split = Unpacking(facts, facts.shape(tensor.shape), shapes, pattern)
    return tuple(Tensor(shape, tensor.dtype) for shape in split.parts())


def named_sizes(facts: Facts, segment: Any, pattern: Any) -> dict[str, Size]:
    """The sizes of the axes that `b _ h w` names."""
    named, pairs = _named(segment, pattern)
    return {group[0]: size for group, size in pairs if group and group[0] in named}


def names_fit(facts: Facts, segment: Any, pattern: Any) -> Truth:
    """Whether there are as many axes as `b _ h w` names, and numbers stand for their sizes."""
    _, pairs = _named(segment, pattern)
    numbers = [(group[0] if group else "1", size) for group, size in pairs]
    return conj(*(eq(size, int(word)) for word, size in numbers if word.isdecimal()))


def _named(segment: Any, pattern: Any) -> tuple[set[str], list[tuple[tuple[str, ...], Size]]]:
    if not isinstance(pattern, str):
        raise Undetermined
    parsed = side(pattern, pattern, underscore=True)
    if any(len(group) > 1 and group != SPREAD for group in parsed.groups):
        raise refuse(f"axes are joined in `{pattern}`")
    if any(ELLIPSIS in group and group != SPREAD for group in parsed.groups):
        raise Undetermined
    shape = as_shape(segment)
    before, after = parsed.around()
    if shape.rank is None:
        raise Undetermined
    least = len(before) + len(after or ())
    if shape.rank < least or (after is None and shape.rank != least):
        raise refuse(f"`{pattern}` names another number of axes than {shape} has")
    tail = shape.sizes[shape.rank - len(after or ()) :]
    pairs = [*zip(before, shape.sizes), *zip(after or (), tail)]
    return parsed.names - {"_", ELLIPSIS}, pairs


def named_einsum(facts: Facts, arguments: Any) -> Any:
    """The result of `einsum(x, y, "b i, i j -> b j")`."""
    *tensors, pattern = arguments or (None,)
    if not tensors or not isinstance(pattern, str):
        raise Undetermined
    if pattern.count("->") != 1:
        raise refuse(f"`{pattern}` has no two sides with `->` between them")
    left, right = pattern.split("->")
    terms = [side(t, pattern, underscore=True, twice=True) for t in left.split(",")]
    result = side(right, pattern, underscore=True)
    for term in (*terms, result):
        for group in term.groups:
            if group != SPREAD and (len(group) != 1 or group[0].isdecimal()):
                raise refuse(f"einsum takes names of single axes only, not `{pattern}`")
    if result.names - set().union(*(term.names for term in terms)):
        raise refuse(f"the result of `{pattern}` names an axis that no operand has")
    return _einsum(facts, terms, result, tuple(tensors))


def _einsum(facts: Facts, terms: list[Side], result: Side, operands: tuple[Any, ...]) -> Any:
    """As torch does it, with one letter for each name."""
    names = sorted(set().union(*(s.names for s in (*terms, result))) - {ELLIPSIS})
    if len(names) > len(ascii_letters):
        raise Undetermined
    letters = dict(zip(names, ascii_letters)) | {ELLIPSIS: ELLIPSIS}

    def written(s: Side) -> str:
        return "".join(letters[word] for group in s.groups for word in group if word)

    equation = ",".join(map(written, terms)) + "->" + written(result)
    try:
        return einsum_shape(facts, equation, operands)
    except Rejected as error:
        named = {letter: name for name, letter in letters.items()}
        text = re.sub(r"`(\w)`", lambda m: f"`{named.get(m[1], m[1])}`", error.message)
        raise Rejected(text, error.finding) from None


class Mixing:
    """The pattern of an EinMix layer with the axes of its weight and bias. Raises Rejected."""

    def __init__(self, pattern: Any, weight: Any, bias: Any, lengths: dict[str, Any]) -> None:
        if not isinstance(pattern, str) or not isinstance(weight, str):
            raise Undetermined
        if not isinstance(bias, str | None):
            raise Undetermined
        parts = pattern.split("->")
        if len(parts) != 2:
            raise refuse(f"`{pattern}` has no two sides with `->` between them")
        self.left, self.right = (side(part, pattern) for part in parts)
        self.weight = side(weight, weight)
        self.bias = None if bias is None else side(bias, bias)
        self.lengths = lengths
        sides = (self.left, self.right, self.weight)
        if any(w.isdecimal() and w != "1" for s in sides for group in s.groups for w in group):
            raise refuse(f"numbers may not stand in `{pattern}`")
        if any(len(group) != 1 for group in self.weight.groups) or "(" in weight:
            raise refuse(f"the axes of the weight `{weight}` are single names")
        dots = [ELLIPSIS in s.names for s in sides]
        if dots[2] or dots[0] != dots[1]:
            raise refuse(f"`...` stands on both sides of `{pattern}` or nowhere")
        if any(ELLIPSIS in group and group != SPREAD for group in self.left.groups):
            raise refuse(f"`...` stands within parentheses on the left of `{pattern}`")
        left, right, own = (s.names for s in sides)
        missing = [(right - left - own, "come from nowhere"), (own - left - right, "are not used")]
        missing += [
            (own - lengths.keys(), "have no size"),
            (lengths.keys() - left - own, "are not used"),
        ]
        if self.bias is not None:
            names = self.bias.names
            missing += [
                (names - right, "are not in the result"),
                (names - lengths.keys(), "have no size"),
            ]
        words = [w for group in self.right.groups for w in group if w]
        if self.bias is not None and ELLIPSIS in words:
            if self.bias.names & set(words[: words.index(ELLIPSIS)]):
                raise refuse(f"the axes of the bias stand after the `...` of `{pattern}`")
        for names, what in missing:
            if names:
                raise refuse(f"the axes {', '.join(sorted(names))} {what} in `{pattern}`")

    def weight_shape(self) -> tuple[Any, ...]:
        return tuple(self.lengths[group[0]] for group in self.weight.groups)


def mixes(facts: Facts, pattern: Any, weight: Any, bias: Any, lengths: Any) -> bool:
    """Whether these make an EinMix layer."""
    Mixing(pattern, weight, bias, lengths)
    return True


def mixed_weight(facts: Facts, pattern: Any, weight: Any, bias: Any, lengths: Any) -> Any:
    """The shape of the weight."""
    shape = Mixing(pattern, weight, bias, lengths).weight_shape()
    if not all(map(is_size, shape)):
        raise Undetermined
    return shape


def mixed(facts: Facts, segment: Any, pattern: Any, weight: Any, bias: Any, lengths: Any) -> Any:
    """The shape that an EinMix layer gives."""
    mixing = Mixing(pattern, weight, bias, lengths)
    left, right = mixing.left, mixing.right
    shape = as_shape(segment)
    if any(map(_is_joined, left.groups)):
        # the sizes of all axes are checked where one has to be taken apart
        given = {k: v for k, v in lengths.items() if k in left.names}
        text = f"{pattern.split('->')[0]} -> {_flat(left)}"
        for question in ("pattern_rank", "pattern_sizes"):
            _require(facts, question, text, shape, given)
        shape = pattern_shape(facts, "rearrange", text, shape, given)
    weights = Shape(mixed_weight(facts, pattern, weight, bias, lengths))
    result = _einsum(facts, [left, mixing.weight], right, (Tensor(shape), Tensor(weights)))
    if any(map(_is_joined, right.groups)):
        text = f"{_flat(right)} -> {pattern.split('->')[1]}"
        return pattern_shape(facts, "rearrange", text, result, {})
    return result


def _is_joined(group: Group) -> bool:
    return group != SPREAD and (len(group) != 1 or ELLIPSIS in group)


def _require(facts: Facts, question: str, text: str, shape: Shape, given: dict[str, Any]) -> None:
    from shapelint.rulebook.patterns import PATTERNS

    if facts.truth(PATTERNS[question](facts, "rearrange", text, shape, given)) is False:
        raise Rejected(f"{shape} does not fit `{text.split('->')[0].strip()}`", "pattern-axes")


def _flat(s: Side) -> str:
    return " ".join(word for group in s.groups for word in group if word)


PACKING: dict[str, Callable[..., Any]] = {
    "packs": packs,
    "packed": packed,
    "packed_shapes": packed_shapes,
    "unpacks": unpacks,
    "unpacked": unpacked,
    "names_fit": names_fit,
    "named_sizes": named_sizes,
    "named_einsum": named_einsum,
    "mixes": mixes,
    "mixed_weight": mixed_weight,
    "mixed": mixed,
}
