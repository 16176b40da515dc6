"""What TensorFlow's functions make of axes, and of parts of tensors: each takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.array_axes import known, one_axis
from shapelint.rulebook.builtins import (
    Rejected,
    Undetermined,
    as_shape,
    exact,
    is_size,
    sizes,
)
from shapelint.rulebook.shape_tensors import given_sizes
from shapelint.rulebook.values import UNKNOWN, SizeTuple, Tensor
from shapelint.symbolic import (
    Facts,
    Impossible,
    Shape,
    Size,
    Truth,
    ask,
    conj,
    eq,
    floordiv,
    ge,
    le,
    lt,
    maximum,
    minimum,
    mod,
    new_symbol,
    product,
    total,
)


def refuse_unless(facts: Facts, truth: Truth, message: str, finding: str | None = None) -> None:
    """Raises Rejected where something can never hold."""
    if isinstance(ask(facts, truth), Impossible):
        raise Rejected(message, finding)


def ones_squeezed(facts: Facts, segment: Any, axes: Any) -> tuple[Size, ...]:
    """Axes of size 1 removed, those that are named once or more, or all."""
    parts = known(segment)
    chosen = [one_axis(a, len(parts)) for a in (axes or ())]
    kept: list[Size] = []
    for i, size in enumerate(parts):
        if chosen and i not in chosen:
            kept.append(size)
            continue
        impossible = isinstance(ask(facts, eq(size, 1)), Impossible)
        if chosen and impossible:
            raise Rejected(f"axis {i} has {size} and cannot be squeezed", "squeeze-axis")
        if not chosen and size != 1 and not impossible:
            raise Undetermined
        if not chosen and size != 1:
            kept.append(size)
    return tuple(kept)


def split_parts(facts: Facts, n: Any, given: Any) -> tuple[Size, ...]:
    """The parts of an axis: so many equal ones, or those given, one of which may be -1."""
    if isinstance(given, tuple | list | Shape) or (
        isinstance(given, Tensor) and as_shape(given.shape).rank == 1
    ):
        parts = sizes(given_sizes(facts, given))
        if parts == (-1,):
            raise Undetermined
        if parts.count(-1) > 1:
            raise Rejected("only one part may be -1", "split-sizes")
        for part in parts:
            refuse_unless(facts, ge(part, -1), "sizes must not be negative", "split-sizes")
        rest = total(p for p in parts if p != -1)
        if -1 in parts:
            refuse_unless(facts, ge(n, rest), f"{list(parts)} are more than {n}", "split-sizes")
            return tuple(n - rest if p == -1 else p for p in parts)
        same = eq(rest, n)
        refuse_unless(facts, same, f"{list(parts)} do not add up to {n}", "split-sizes")
        return parts
    if isinstance(given, Tensor) and given.elements is not None and len(given.elements) == 1:
        given = given.elements[0]
    count = exact(given)
    if count < 1:
        raise Rejected("the number of parts must be positive", "split-sizes")
    refuse_unless(
        facts, eq(mod(n, count), 0), f"{n} does not split into {count} equal parts", "split-sizes"
    )
    return (floordiv(n, count),) * count


def pad_widths(facts: Facts, segment: Any, paddings: Any, mode: Any) -> tuple[Size, ...]:
    """The shape with (before, after) added to each axis; what is mirrored must be there."""
    if isinstance(paddings, Tensor):
        pairs = facts.shape(paddings.shape)
        if pairs.rank is not None and pairs.rank != 2:
            raise Rejected("paddings must be a matrix of two columns", "pad-sizes")
        if pairs.rank is not None:
            own = as_shape(segment)
            if own.rank is not None:
                same = eq(pairs.sizes[0], own.rank)
                refuse_unless(facts, same, f"{pairs.sizes[0]} pairs for {own}", "pad-sizes")
                return tuple(new_symbol("n", lower=0, free=False) for _ in own.sizes)
            if isinstance(pairs.sizes[0], int):
                return tuple(new_symbol("n", lower=0, free=False) for _ in range(pairs.sizes[0]))
        raise Undetermined
    if not isinstance(paddings, tuple | list) or not paddings:
        raise Undetermined
    widths = [_pair(facts, pair) for pair in paddings]
    shape = as_shape(segment)
    if shape.rank is None:
        return tuple(new_symbol("n", lower=0, free=False) for _ in widths)
    if len(widths) != shape.rank:
        raise Rejected(f"{len(widths)} pairs for {shape.rank} axes of {shape}", "pad-sizes")
    for size, pair in zip(shape.sizes, widths, strict=True):
        for width in pair:
            refuse_unless(facts, ge(width, 0), "paddings must not be negative", "pad-sizes")
            if isinstance(mode, str) and mode.upper() == "REFLECT":
                refuse_unless(facts, lt(width, size), f"{width} of {size} reflected", "pad-sizes")
            elif isinstance(mode, str) and mode.upper() == "SYMMETRIC":
                refuse_unless(facts, le(width, size), f"{width} of {size} mirrored", "pad-sizes")
    return tuple(s + a + b for s, (a, b) in zip(shape.sizes, widths, strict=True))


def _pair(facts: Facts, pair: Any) -> tuple[Size, Size]:
    if pair is UNKNOWN:
        raise Undetermined
    if not isinstance(pair, tuple | list):
        raise Undetermined if isinstance(pair, Tensor) else _no_pairs()
    found = sizes(given_sizes(facts, pair))
    if len(found) != 2:
        raise _no_pairs()
    return found[0], found[1]


def _no_pairs() -> Rejected:
    return Rejected("paddings must be pairs, one for each axis", "pad-sizes")


def slice_sizes(facts: Facts, segment: Any, begin: Any, size: Any) -> tuple[Size, ...]:
    """What is cut out: so many from a place on, or (-1) all that follow."""
    shape = as_shape(segment)
    starts, counts = (sizes(given_sizes(facts, v)) for v in (begin, size))
    if not starts and not counts:
        raise Undetermined
    if len(starts) != len(counts) or shape.rank not in (None, len(starts)):
        raise Rejected(f"{len(starts)} places and {len(counts)} sizes for {shape}", "index-rank")
    if shape.rank is None:
        return tuple(new_symbol("n", lower=0, free=False) if c == -1 else c for c in counts)
    made: list[Size] = []
    for i, (n, start, count) in enumerate(zip(shape.sizes, starts, counts, strict=True)):
        fits = conj(ge(start, 0), le(start, n))
        refuse_unless(facts, fits, f"begin {start} is out of range for axis {i} of {shape}")
        if count == -1:
            made.append(n - start)
            continue
        fits = conj(ge(count, 0), le(start + count, n))
        refuse_unless(facts, fits, f"{count} from {start} on, but axis {i} of {shape} has {n}")
        made.append(count)
    return tuple(made)


def strided_sizes(
    facts: Facts, segment: Any, begin: Any, end: Any, strides: Any, masks: Any
) -> tuple[Size, ...]:
    """As Python's slices, axis by axis; bits of the masks (begin, end, shrink) leave a bound out, or
    take one index."""
    shape = as_shape(segment)
    if strides is None:
        strides = (1,) * len(sizes(begin))
    starts, ends, steps = (tuple(exact(n) for n in sizes(v)) for v in (begin, end, strides))
    if not starts:
        raise Undetermined
    if not len(starts) == len(ends) == len(steps):
        raise Rejected("begin, end and strides must have one length", "index-rank")
    if shape.rank is None:
        raise Undetermined
    if len(starts) > shape.rank:
        raise Rejected(f"{len(starts)} slices for {shape.rank} axes of {shape}", "index-rank")
    open_begin, open_end, shrink = map(exact, masks)
    made: list[Size] = []
    for i, (start, stop, step) in enumerate(zip(starts, ends, steps, strict=True)):
        n = shape.sizes[i]
        bit = 1 << i
        if step == 0:
            raise Rejected("the stride is 0", "bad-argument")
        if shrink & bit:
            if step < 0:
                raise Undetermined
            if open_begin & bit:
                raise Undetermined
            inside = conj(ge(start, -n), lt(start, n))
            refuse_unless(facts, inside, f"{start} is out of range for axis {i} of {shape}")
            continue
        if isinstance(n, int):
            first = None if open_begin & bit else start
            last = None if open_end & bit else stop
            made.append(len(range(n)[first:last:step]))
            continue
        if step < 0:
            raise Undetermined
        low = 0 if open_begin & bit else _bound(start, n)
        high = n if open_end & bit else _bound(stop, n)
        made.append(maximum(-floordiv(low - high, step), 0))
    return (*made, *shape.sizes[len(starts) :])


def _bound(index: int, n: Size) -> Size:
    return minimum(index, n) if index >= 0 else maximum(n + index, 0)


def gathered(facts: Facts, segment: Any, indices: Any, axis: Any, batch: Any) -> Any:
    """Parts of an axis by their index; the first axes of both go together."""
    shape, picked = as_shape(segment), as_shape(indices)
    common = exact(batch)
    at = common if axis is None else exact(axis)
    if at == 0:
        common = 0  # TensorFlow forgets it there
    if common == 0 and at >= 0 and shape.rank is None and len(shape.prefix) > at:
        if picked.rank is None:
            raise Undetermined
        head = (*shape.prefix[:at], *picked.sizes, *shape.prefix[at + 1 :])
        return Shape(head, shape.var, shape.suffix)
    if common == 0 and at < 0 and shape.rank is None and len(shape.suffix) >= -at:
        if picked.rank is None:
            raise Undetermined
        place = len(shape.suffix) + at
        tail = (*shape.suffix[:place], *picked.sizes, *shape.suffix[place + 1 :])
        return Shape(shape.prefix, shape.var, tail)
    parts, index = known(shape), known(picked)
    if not -len(index) <= common <= len(index):
        raise Rejected(f"batch_dims {common} is out of range for indices {picked}", "index-range")
    common += len(index) if common < 0 else 0
    at = one_axis(at, len(parts))
    if common > at:
        raise Rejected(f"batch_dims {common} goes beyond axis {at}", "index-range")
    for i in range(common):
        same = eq(parts[i], index[i])
        refuse_unless(facts, same, f"axis {i} of {shape} and of the indices {picked} differ")
    return (*parts[:at], *index[common:], *parts[at + 1 :])


def gathered_nd(facts: Facts, segment: Any, indices: Any, batch: Any) -> Any:
    """Slices by indices of several axes: their last axis counts these."""
    shape, picked = as_shape(segment), as_shape(indices)
    common = exact(batch)
    if common < 0:
        raise Rejected("batch_dims must not be negative", "bad-argument")
    for each, name in ((shape, "params"), (picked, "the indices")):
        if each.rank == 0:
            raise Rejected(f"{name} must have an axis", "index-rank")
    depth = picked.axis(-1)
    if depth is None or picked.rank is None:
        raise Undetermined
    if common >= picked.rank:
        raise Rejected(f"batch_dims {common} leaves no index of {picked}", "index-range")
    if shape.rank is None:
        used = exact(depth) + common
        if len(shape.prefix) < used:
            raise Undetermined
        rest = Shape(shape.prefix[used:], shape.var, shape.suffix)
        return Shape((*picked.sizes[:-1], *rest.prefix), rest.var, rest.suffix)
    most = shape.rank - common
    refuse_unless(
        facts,
        le(depth, most),
        f"indices of {depth} numbers for {shape}, which has {shape.rank} axes",
    )
    pairs = list(zip(shape.sizes[:common], picked.sizes, strict=False))
    same = eq(product(a for a, _ in pairs), product(b for _, b in pairs))
    refuse_unless(facts, same, f"the first axes of {shape} and of the indices {picked} differ")
    if any(isinstance(ask(facts, eq(a, b)), Impossible) for a, b in pairs):
        raise Undetermined  # TensorFlow looks at their product only
    return (*picked.sizes[:-1], *shape.sizes[common + exact(depth) :])


def scatters(facts: Facts, segment: Any, indices: Any, updates: Any) -> Truth:
    """Whether updates fit the places that indices name."""
    shape, index, values = known(segment), known(indices), known(updates)
    for parts, name in ((shape, "the tensor"), (index, "the indices"), (values, "the updates")):
        if not parts:
            raise Rejected(f"{name} must have an axis", "index-rank")
    if len(index) == 1:
        raise Undetermined  # TensorFlow's own checks contradict each other
    batch, depth = index[:-1], index[-1]
    if isinstance(depth, int) and depth > len(shape):
        raise Rejected(f"indices of {depth} numbers for {len(shape)} axes", "index-rank")
    wanted = (*batch, *shape[exact(depth) :])
    if len(values) != len(wanted):
        raise Rejected(f"the updates are {Shape(values)}, not {Shape(wanted)}", "assign-shape")
    return conj(*(eq(a, b) for a, b in zip(values, wanted, strict=True)))


def masked(facts: Facts, segment: Any, mask: Any, axis: Any) -> Any:
    """The axes that a mask covers become one, of what it lets through."""
    shape, held = as_shape(segment), as_shape(mask)
    at = 0 if axis is None else exact(axis)
    found = new_symbol("found", lower=0)
    if held.rank == 0:
        raise Rejected("the mask must have an axis", "mask-shape")
    if held.rank is None:
        raise Undetermined
    if shape.rank is None:
        if at < 0 or len(shape.prefix) < at + held.rank:
            raise Undetermined
        parts = shape.prefix
    else:
        parts = shape.sizes
    if at < 0 and held.rank > 1:
        raise Undetermined  # TensorFlow counts the axis anew
    covered = parts[at : at + held.rank]
    if at < 0:
        covered = parts[at : at + 1] if at < -1 and -at <= len(parts) else ()
        at += len(parts)
    if len(covered) != held.rank:
        raise Rejected(f"the mask {held} does not fit {shape} at axis {at}", "mask-shape")
    same = conj(*(eq(a, b) for a, b in zip(covered, held.sizes, strict=True)))
    refuse_unless(facts, same, f"the mask {held} does not fit {shape} at axis {at}", "mask-shape")
    rest = parts[at + held.rank :]
    return Shape((*parts[:at], found, *rest), shape.var, shape.suffix)


def rolls(facts: Facts, segment: Any, shift: Any, axis: Any) -> bool:
    """Whether there is an axis for each shift."""
    parts = known(segment)
    if not parts:
        raise Rejected("a scalar has no axes", "index-rank")
    shifts, axes = (v if isinstance(v, tuple | list) else (v,) for v in (shift, axis))
    if any(isinstance(v, Tensor) for v in (shift, axis)):
        raise Undetermined
    if len(shifts) != len(axes):
        raise Rejected(f"{len(shifts)} shifts for {len(axes)} axes", "bad-argument")
    for item in axes:
        one_axis(item, len(parts))
    return True


def ensured(facts: Facts, segment: Any, shape: Any) -> Any:
    """The shape, held against one whose sizes may be None."""
    own = as_shape(segment)
    if isinstance(shape, SizeTuple | Shape) or not isinstance(shape, tuple | list):
        raise Undetermined
    wanted = [None if n is UNKNOWN or isinstance(n, Tensor) else n for n in shape]
    if any(n is not None and not is_size(n) for n in wanted):
        raise Undetermined
    if own.rank is None:
        return tuple(new_symbol("n", free=False) if n is None else n for n in wanted)
    if own.rank != len(wanted):
        raise Rejected(f"{own} has not {len(wanted)} axes", "bad-argument")
    for i, (n, want) in enumerate(zip(own.sizes, wanted, strict=True)):
        if want is not None:
            refuse_unless(facts, eq(n, want), f"axis {i} of {own} is {n}, not {want}")
    return own


GRAPH_SHAPES: dict[str, Callable[..., Any]] = {
    "ones_squeezed": ones_squeezed,
    "split_parts": split_parts,
    "pad_widths": pad_widths,
    "slice_sizes": slice_sizes,
    "strided_sizes": strided_sizes,
    "gathered": gathered,
    "gathered_nd": gathered_nd,
    "scatters": scatters,
    "masked": masked,
    "rolls": rolls,
    "ensured": ensured,
}
