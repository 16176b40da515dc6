"""The functions that rule bodies may call. Segments are tuples of sizes, or a Shape where the
number of axes is not known."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from shapelint.rulebook.values import UNKNOWN, SizeTuple, Tensor, mixed
from shapelint.symbolic import (
    Dim,
    Facts,
    Formula,
    Impossible,
    Proved,
    Shape,
    Size,
    Truth,
    ask,
    conj,
    disj,
    eq,
    floordiv,
    ge,
    ite,
    maximum,
    minimum,
    mod,
    new_shape_var,
    new_symbol,
    product,
    ratio,
    total,
)


class Undetermined(Exception):
    """What is asked cannot be told from what is known."""


class NeedsAxes(Undetermined):
    """It can be told once the shape has so many axes, counted from the left or from the right: the framework refuses
    one that has not."""

    def __init__(self, shape: Shape, *indices: int) -> None:
        super().__init__()
        self.shape = shape
        self.before = max((i + 1 for i in indices if i >= 0), default=0)
        self.after = max((-i for i in indices if i < 0), default=0)


class Rejected(Exception):
    """The framework refuses the call."""

    def __init__(self, message: str, finding: str | None = None) -> None:
        super().__init__(message)
        self.message, self.finding = message, finding


def is_size(value: object) -> bool:
    return isinstance(value, Dim) or (isinstance(value, int) and not isinstance(value, bool))


def sizes(segment: Any) -> tuple[Size, ...]:
    """A segment of known length."""
    if isinstance(segment, Tensor | SizeTuple):
        segment = segment.shape
    if isinstance(segment, Shape):
        if segment.rank is None:
            raise Undetermined
        return segment.sizes
    if isinstance(segment, tuple | list):
        if all(map(is_size, segment)):
            return tuple(segment)
        raise Undetermined
    if is_size(segment):
        return (segment,)
    raise Undetermined


def as_shape(segment: Any) -> Shape:
    return segment if isinstance(segment, Shape) else Shape(sizes(segment))


def exact(value: Any) -> int:
    """A number that must be known."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise Undetermined
    return value


def axis(value: Any, rank: int, what: str = "dim") -> int:
    """An axis index, negative ones wrapped. Raises Rejected out of range."""
    index = exact(value)
    limit = max(rank, 1)
    if not -limit <= index < limit:
        raise Rejected(f"{what} {index} is out of range for {rank} axes", "index-range")
    return index + limit if index < 0 else index


def broadcast(facts: Facts, a: Shape, b: Shape) -> Shape:
    """The broadcast shape of two (https://pytorch.org/docs/stable/notes/broadcasting.html).

    Raises Rejected where two sizes can never agree.
    """
    if a == b:
        return a
    if a.rank == 0:
        return b
    if b.rank == 0:
        return a
    tail_a, tail_b = (s.suffix if s.var is not None else s.prefix for s in (a, b))
    count = min(len(tail_a), len(tail_b))
    tail = [_joined(facts, tail_a[-i], tail_b[-i], a, b) for i in range(count, 0, -1)]
    rest_a, rest_b = (t[: len(t) - count] for t in (tail_a, tail_b))
    if a.var is None and b.var is None:
        return Shape((*rest_a, *rest_b, *tail))
    if a.var is not None and a.var == b.var and a.prefix == b.prefix and not rest_a and not rest_b:
        return Shape(a.prefix, a.var, tuple(tail))
    for open_, closed, extra in ((a, b, rest_b), (b, a, rest_a)):
        if open_.var is not None and closed.var is None and not extra:
            return Shape(
                open_.prefix, open_.var, (*open_.suffix[: len(open_.suffix) - count], *tail)
            )
    return Shape((), new_shape_var("s"), tuple(tail))


def _joined(facts: Facts, x: Size, y: Size, a: Shape, b: Shape) -> Size:
    if x == y or y == 1:
        return x
    if x == 1:
        return y
    if isinstance(ask(facts, disj(eq(x, y), eq(x, 1), eq(y, 1))), Impossible):
        raise Rejected(f"{a} and {b} do not broadcast: {x} against {y}", "broadcast-sizes")
    if isinstance(x, int):
        return x
    if isinstance(y, int):
        return y
    return ite(eq(x, 1), y, x)


def compatible(a: Shape, b: Shape) -> Truth:
    """The condition under which two shapes broadcast, as far as ranks tell."""
    tail_a, tail_b = (s.suffix if s.var is not None else s.prefix for s in (a, b))
    pairs = zip(reversed(tail_a), reversed(tail_b), strict=False)
    return conj(*(disj(eq(x, y), eq(x, 1), eq(y, 1)) for x, y in pairs))


# what rules call: each takes (facts, *arguments)


def _broadcast(facts: Facts, *segments: Any) -> Any:
    result = Shape()
    for segment in segments:
        shape = segment.shape if isinstance(segment, Tensor) else as_shape(segment)
        result = broadcast(facts, result, shape)
    return result


def _conv_out(
    facts: Facts, n: Any, kernel: Any, stride: Any, padding: Any, dilation: Any = 1
) -> Size:
    """floor((n + 2p - d(k-1) - 1) / s + 1) (torch.nn.Conv2d). `padding` may be "same"/"valid"."""
    if padding == "same":
        return n  # type: ignore[no-any-return]
    padding = 0 if padding == "valid" else padding
    refuse_below(0, kernel=kernel, dilation=dilation, padding=padding)
    refuse_below(1, stride=stride)
    if 0 in (kernel, dilation):
        raise Undetermined  # some devices and empty batches take it
    return (
        floordiv(
            _number(n) + 2 * _number(padding) - _number(dilation) * (_number(kernel) - 1) - 1,
            _number(stride),
        )
        + 1
    )


def _pool_out(
    facts: Facts, n: Any, kernel: Any, stride: Any, padding: Any, dilation: Any, ceil: Any
) -> Size:
    """As conv_out, rounded up with `ceil` unless the last window starts past the input
    (torch.nn.MaxPool2d)."""
    n, kernel, stride, padding, dilation = map(_number, (n, kernel, stride, padding, dilation))
    refuse_below(1, kernel=kernel, stride=stride, dilation=dilation)
    refuse_below(0, padding=padding)
    span = n + 2 * padding - dilation * (kernel - 1) - 1
    if ceil is False:
        return floordiv(span, stride) + 1
    if ceil is not True:
        raise Undetermined
    up = floordiv(span + stride - 1, stride) + 1
    late = ge((up - 1) * stride, n + padding)
    return ite(late, up - 1, up)


def refuse_below(least: int, **values: Any) -> None:
    """Raises Rejected where one of the numbers is smaller."""
    for name, value in values.items():
        if is_size(value) and isinstance(value, int) and value < least:
            raise Rejected(f"{name} must be at least {least}, not {value}", "bad-argument")


def _number(value: Any) -> Size:
    if not is_size(value):
        raise Undetermined
    return value  # type: ignore[no-any-return]


def _infer_minus_one(facts: Facts, shape: Any, numel: Any) -> Any:
    """The shape with -1 replaced by what is left of `numel`."""
    shape = as_shape(shape)
    holes = _count(facts, shape, -1)
    if holes > 1:
        raise Rejected("only one size can be inferred", "reshape-elements")
    if not holes:
        return shape
    rest = _filled(shape, 1).numel
    if rest == 0:
        raise Rejected("-1 cannot be inferred beside a size of 0", "reshape-elements")
    return _filled(shape, ratio(_number(numel), rest))


def _filled(shape: Shape, hole: Size) -> Shape:
    """The shape with this size in place of -1."""
    prefix, suffix = (
        tuple(hole if s == -1 else s for s in part) for part in (shape.prefix, shape.suffix)
    )
    return Shape(prefix, shape.var, suffix)


def _count(facts: Facts, items: Any, value: Any) -> int:
    if isinstance(items, Shape):
        items = (*items.prefix, *items.suffix)
    return sum(1 for item in items if item == value)


def _drop(facts: Facts, segment: Any, at: Any) -> tuple[Size, ...]:
    parts = sizes(segment)
    index = axis(at, len(parts))
    return (*parts[:index], *parts[index + 1 :])


def beyond(shape: Shape, *indices: int) -> Undetermined:
    """These axes are needed of a shape. (Where there is one, a scalar often passes for a vector.)"""
    some = max((i + 1 if i >= 0 else -i for i in indices), default=0) > 1
    return NeedsAxes(shape, *indices) if some else Undetermined()


def _insert(facts: Facts, segment: Any, at: Any, size: Any) -> Any:
    """The segment with an axis put in, so that it stands at `at`."""
    shape = as_shape(segment)
    if shape.rank is None:
        index = exact(at)
        if index >= 0 and index <= len(shape.prefix):
            return Shape(
                (*shape.prefix[:index], size, *shape.prefix[index:]), shape.var, shape.suffix
            )
        place = len(shape.suffix) + index + 1
        if index < 0 and place >= 0:
            return Shape(
                shape.prefix, shape.var, (*shape.suffix[:place], size, *shape.suffix[place:])
            )
        raise Undetermined
    parts = shape.sizes
    index = axis(at, len(parts) + 1)
    return (*parts[:index], size, *parts[index:])


def _axes(value: Any, rank: int) -> list[int]:
    items = value if isinstance(value, tuple | list) else (value,)
    found = [axis(item, rank) for item in items]
    if len(set(found)) != len(found):
        raise Rejected("an axis is named twice", "index-range")
    return found


def _reduce_axes(facts: Facts, segment: Any, dim: Any, keepdim: Any = False) -> Any:
    """The shape after a reduction over `dim` (None or (): all axes)."""
    if dim is UNKNOWN or not isinstance(keepdim, bool):
        raise Undetermined
    shape = as_shape(segment)
    if dim is None or dim == ():
        if shape.rank is None and keepdim:
            raise Undetermined
        return (1,) * (shape.rank or 0) if keepdim else ()
    if shape.rank is None:
        return _reduce_open(shape, dim, keepdim)
    found = _axes(dim, shape.rank)
    if keepdim:
        return tuple(1 if i in found else s for i, s in enumerate(shape.sizes))
    return tuple(s for i, s in enumerate(shape.sizes) if i not in found)


def _reduce_open(shape: Shape, dim: Any, keepdim: bool) -> Shape:
    prefix: list[Size | None] = list(shape.prefix)
    suffix: list[Size | None] = list(shape.suffix)
    indices = [exact(item) for item in (dim if isinstance(dim, tuple | list) else (dim,))]
    for index in indices:
        side = prefix if index >= 0 else suffix
        if not -len(side) <= index < len(side):
            raise beyond(shape, *indices)
        side[index] = 1 if keepdim else None
    return Shape(
        tuple(s for s in prefix if s is not None),
        shape.var,
        tuple(s for s in suffix if s is not None),
    )


def _permute(facts: Facts, segment: Any, dims: Any) -> tuple[Size, ...]:
    order = tuple(exact(d) for d in sizes(dims))
    shape = as_shape(segment)
    if shape.rank is None:
        raise Undetermined
    if len(order) != shape.rank:
        raise Rejected(f"{len(order)} dims given for {shape.rank} axes of {shape}", "permute-axes")
    found = _axes(order, shape.rank)
    return tuple(shape.sizes[i] for i in found)


def _swap(facts: Facts, segment: Any, a: Any, b: Any) -> Any:
    shape = as_shape(segment)
    if shape.rank is None:
        i, j = exact(a), exact(b)
        for side, rebuild in (
            (shape.prefix, lambda p: Shape(p, shape.var, shape.suffix)),
            (shape.suffix, lambda p: Shape(shape.prefix, shape.var, p)),
        ):
            inside = all(
                (k >= 0) == (side is shape.prefix) and -len(side) <= k < len(side) for k in (i, j)
            )
            if inside:
                parts = list(side)
                parts[i], parts[j] = parts[j], parts[i]
                return rebuild(tuple(parts))
        raise beyond(shape, i, j)
    parts = list(shape.sizes)
    i, j = axis(a, len(parts)), axis(b, len(parts))
    if not parts:
        return ()
    parts[i], parts[j] = parts[j], parts[i]
    return tuple(parts)


def _move(facts: Facts, segment: Any, source: Any, destination: Any) -> tuple[Size, ...]:
    parts = sizes(segment)
    sources, targets = _axes(source, len(parts)), _axes(destination, len(parts))
    if len(sources) != len(targets):
        raise Rejected("source and destination differ in number", "permute-axes")
    rest = [i for i in range(len(parts)) if i not in sources]
    order: list[int] = []
    for place in range(len(parts)):
        order.append(sources[targets.index(place)] if place in targets else rest.pop(0))
    return tuple(parts[i] for i in order)


def _flatten(facts: Facts, segment: Any, start: Any, end: Any) -> Any:
    shape = as_shape(segment)
    if shape.rank is None:
        i, j = exact(start), exact(end)
        if j == -1 and 0 <= i <= len(shape.prefix):
            inner = Shape(shape.prefix[i:], shape.var, shape.suffix)
            if facts.rank_bounds(inner)[0] >= 1:
                return (*shape.prefix[:i], inner.numel)
        if i < 0 and j < 0 and -i <= len(shape.suffix) and i <= j:
            n = len(shape.suffix)
            joined = product(shape.suffix[n + i : n + j + 1])
            return Shape(
                shape.prefix,
                shape.var,
                (*shape.suffix[: n + i], joined, *shape.suffix[n + j + 1 :]),
            )
        raise beyond(shape, i, j)
    parts = shape.sizes
    if not parts:
        axis(start, 0, "start_dim"), axis(end, 0, "end_dim")
        return (1,)
    i, j = axis(start, len(parts), "start_dim"), axis(end, len(parts), "end_dim")
    if i > j:
        raise Rejected("start_dim comes after end_dim", "index-range")
    return (*parts[:i], product(parts[i : j + 1]), *parts[j + 1 :])


def _unflatten(facts: Facts, segment: Any, dim: Any, inner: Any) -> Any:
    parts = sizes(segment)
    index = axis(dim, len(parts))
    if not parts:
        raise Rejected("a scalar has no axis to split", "index-range")
    new = sizes(_infer_minus_one(facts, inner, parts[index]))
    if isinstance(ask(facts, eq(product(new), parts[index])), Impossible):
        raise Rejected(f"{parts[index]} does not split into {inner}", "reshape-elements")
    return (*parts[:index], *new, *parts[index + 1 :])


def _squeeze(facts: Facts, segment: Any, dim: Any = None) -> Any:
    """Axes of size 1 removed; of `dim` only. An axis that may be 1 leaves the rank open."""
    shape = as_shape(segment)
    if shape.rank is None:
        if dim is not None and is_size(dim):
            index = exact(dim)
            found = shape.axis(index)
            if found == 1:
                return _reduce_open(shape, index, False)
            if isinstance(found, int):
                return shape
            if found is None:
                raise beyond(shape, index)
        raise Undetermined
    parts = shape.sizes
    chosen = range(len(parts)) if dim is None else _axes(dim, len(parts))
    kept: list[Size] = []
    for i, size in enumerate(parts):
        if i in chosen:
            if size == 1:
                continue
            if not isinstance(size, int) and not isinstance(ask(facts, eq(size, 1)), Impossible):
                raise Undetermined
        kept.append(size)
    return tuple(kept)


def _broadcasts_to(facts: Facts, segment: Any, target: Any) -> Truth:
    """Whether the sizes broadcast to exactly the target."""
    source, place = as_shape(segment), as_shape(target)
    if source == place:
        return True
    given, wanted = (s.suffix if s.var is not None else s.prefix for s in (source, place))
    if source.rank is not None and place.rank is not None and len(given) > len(wanted):
        return False
    pairs = zip(reversed(given), reversed(wanted), strict=False)
    return conj(*(disj(eq(a, 1), eq(a, b)) for a, b in pairs))


def _expand(facts: Facts, segment: Any, target: Any) -> tuple[Size, ...]:
    if isinstance(segment, Shape) and segment.rank is None:
        wanted = sizes(target)
        if any(s == -1 for s in wanted):
            raise Undetermined
        return wanted
    parts, wanted = sizes(segment), sizes(target)
    if len(wanted) < len(parts):
        raise Rejected(f"{Shape(parts)} has more axes than {Shape(wanted)}", "expand-sizes")
    lead = len(wanted) - len(parts)
    result: list[Size] = list(wanted[:lead])
    if -1 in result:
        raise Rejected("-1 for an axis that is new", "expand-sizes")
    for have, want in zip(parts, wanted[lead:], strict=True):
        if want == -1:
            result.append(have)
            continue
        if isinstance(ask(facts, disj(eq(have, want), eq(have, 1))), Impossible):
            raise Rejected(
                f"{Shape(parts)} does not expand to {Shape(wanted)}: {have} is not 1 and not {want}",
                "expand-sizes",
            )
        result.append(want)
    return tuple(result)


def _repeat(facts: Facts, segment: Any, counts: Any) -> tuple[Size, ...]:
    times = sizes(counts)
    parts = sizes(segment)
    if len(times) < len(parts):
        raise Rejected(f"{len(times)} repeats for {len(parts)} axes", "expand-sizes")
    padded = (1,) * (len(times) - len(parts)) + tuple(parts)
    return tuple(n * t for n, t in zip(padded, times, strict=True))


def _tile(facts: Facts, segment: Any, counts: Any) -> tuple[Size, ...]:
    times, parts = sizes(counts), sizes(segment)
    rank = max(len(times), len(parts))
    times = (1,) * (rank - len(times)) + times
    parts = (1,) * (rank - len(parts)) + parts
    return tuple(n * t for n, t in zip(parts, times, strict=True))


def _split_sizes(facts: Facts, n: Any, size: Any) -> tuple[Size, ...]:
    """The parts that `split` makes: equal ones and a rest, or those given."""
    if isinstance(size, tuple | list):
        parts = sizes(size)
        if isinstance(ask(facts, eq(total(parts), _number(n))), Impossible):
            raise Rejected(f"the parts {list(parts)} do not add up to {n}", "split-sizes")
        return parts
    step = size if is_size(size) else exact(size)
    if isinstance(n, int) and isinstance(step, int) and step > 0:
        return tuple(min(step, n - i) for i in range(0, n, step)) or (0,)
    count = floordiv(_number(n), _number(step))
    if (
        isinstance(count, int)
        and 0 < count <= 64
        and isinstance(ask(facts, eq(mod(_number(n), _number(step)), 0)), Proved)
    ):
        return (step,) * count
    raise Undetermined


def _chunk_sizes(facts: Facts, n: Any, chunks: Any) -> tuple[Size, ...]:
    """The parts that `chunk` makes: ceil(n / chunks) each, fewer if that runs out."""
    count = exact(chunks)
    if count <= 0:
        raise Rejected("chunks must be positive", "bad-argument")
    if isinstance(n, int):
        if n == 0:
            return (0,) * count
        step = -(-n // count)
        return tuple(min(step, n - i) for i in range(0, n, step))
    if isinstance(ask(facts, eq(mod(_number(n), count), 0)), Proved):
        return (floordiv(n, count),) * count
    raise Undetermined


def _ceil_div(facts: Facts, a: Any, b: Any) -> Size:
    return -floordiv(-_number(a), _number(b))


def _some(facts: Facts, least: Any) -> Size:
    """A size that the data decide, no less than this."""
    return new_symbol("found", exact(least))


def _empty(facts: Facts, *segments: Any) -> bool:
    """Whether one of these sizes is known to be 0. No question for the solver: sizes that are not
    known are taken not to be."""
    for segment in segments:
        shape = facts.shape(segment.shape if isinstance(segment, Tensor) else as_shape(segment))
        if 0 in (*shape.prefix, *shape.suffix):
            return True
    return False


def _unsure(facts: Facts) -> Any:
    """What the framework itself checks on some devices only."""
    raise Undetermined


def _arange_size(facts: Facts, start: Any, end: Any, step: Any, dtype: Any = None) -> Size:
    """ceil((end - start) / step), of integers or of floating point numbers."""
    if end is None:
        start, end = 0, start
    start, end, step = _steps(start, end, step)
    if all(isinstance(v, int | float) for v in (start, end, step)):
        if dtype in ("torch.int64", "torch.long"):
            start, end, step = map(int, (start, end, step))  # other dtypes are counted unrounded
            if step == 0:
                raise Rejected("step must not be zero", "bad-argument")
        return math.ceil(_ratio(end - start, step))
    if not all(map(is_size, (start, end, step))):
        raise Undetermined
    return maximum(0, -floordiv(-(end - start), step))


def _range_size(facts: Facts, start: Any, end: Any, step: Any) -> Size:
    """floor((end - start) / step) + 1."""
    start, end, step = _steps(start, end, step)
    if not all(isinstance(v, int | float) for v in (start, end, step)):
        raise Undetermined
    return math.floor(_ratio(end - start, step)) + 1


def _ratio(span: float, step: float) -> float:
    found = span / step
    if not math.isfinite(found):
        raise Undetermined
    return found


def _steps(*numbers: Any) -> tuple[Any, Any, Any]:
    """Start, end and step, held against each other where they are known."""
    start, end, step = (int(v) if isinstance(v, bool) else v for v in numbers)
    if step == 0:
        raise Rejected("step must not be zero", "bad-argument")
    if all(isinstance(v, int | float) for v in (start, end, step)):
        if not math.isfinite(start) or not math.isfinite(end):
            raise Rejected(f"there is no way from {start} to {end}", "bad-argument")
        if (end - start) * step < 0:
            raise Rejected(f"no step of {step} leads from {start} to {end}", "bad-argument")
    return start, end, step


def _zip(facts: Facts, *segments: Any) -> list[tuple[Any, ...]]:
    return list(zip(*(s if isinstance(s, list) else sizes(s) for s in segments), strict=False))


def _length(facts: Facts, value: Any) -> Size:
    if isinstance(value, Shape):
        return value.rank_size
    if isinstance(value, tuple | list | str):
        return len(value)
    raise Undetermined


def _product(facts: Facts, value: Any) -> Size:
    return value.numel if isinstance(value, Shape) else product(sizes(value))


def _extreme(pick: Callable[..., Size]) -> Callable[..., Size]:
    def extreme(facts: Facts, *values: Any) -> Size:
        items = sizes(values[0]) if len(values) == 1 else values
        return pick(*map(_number, items))

    return extreme


def _truths(values: Any) -> list[Truth]:
    items = list(values)
    if not all(isinstance(v, bool | Formula) for v in items):
        raise Undetermined
    return items


def _has_dtype(value: Any, names: tuple[str, ...]) -> bool:
    """Whether a tensor is known to be of one of these dtypes."""
    return isinstance(value, Tensor) and (value.dtype or "").removeprefix("torch.") in names


CATEGORIES = {"bool": 0, "int": 1, "uint": 1, "float": 2, "bfloat": 2, "complex": 3}


def _category(value: Any) -> int | None:
    """Which of boolean, integer, floating point, complex a tensor or number is; None if not known."""
    if isinstance(value, Tensor):
        name = (value.dtype or "").removeprefix("torch.")
        return CATEGORIES.get(name.rstrip("0123456789"))
    if isinstance(value, bool):
        return 0
    return 1 if is_size(value) else 2 if isinstance(value, float) else None


def _holds(facts: Facts, place: Any, *values: Any) -> bool:
    """Whether a tensor can hold what comes of the values in place; True where that is not known."""
    limit = _category(place)
    found = [c for c in map(_category, values) if c is not None]
    return limit is None or not found or max(found) <= limit


def _flattened(values: Any) -> list[Any]:
    return [v for value in values for v in (value if isinstance(value, tuple) else (value,))]


BUILTINS: dict[str, Callable[..., Any]] = {
    "sum": lambda facts, values: total(sizes(values)),
    "prod": _product,
    "len": _length,
    "all": lambda facts, values: conj(*_truths(values)),
    "any": lambda facts, values: disj(*_truths(values)),
    "zip": _zip,
    "min": _extreme(minimum),
    "max": _extreme(maximum),
    "count": _count,
    "drop": _drop,
    "insert": _insert,
    "broadcast": _broadcast,
    "conv_out": _conv_out,
    "pool_out": _pool_out,
    "infer_minus_one": _infer_minus_one,
    "split_sizes": _split_sizes,
    "chunk_sizes": _chunk_sizes,
    "ceil_div": _ceil_div,
    "permute": _permute,
    "swap": _swap,
    "move": _move,
    "flatten": _flatten,
    "unflatten": _unflatten,
    "squeeze": _squeeze,
    "broadcasts_to": _broadcasts_to,
    "expand": _expand,
    "repeat": _repeat,
    "tile": _tile,
    "reduce_axes": _reduce_axes,
    "arange_size": _arange_size,
    "range_size": _range_size,
    "some": _some,
    "empty": _empty,
    "unsure": _unsure,
    "same_dtype": lambda facts, *values: not mixed(_flattened(values)),
    "has_dtype": lambda facts, value, *names: _has_dtype(value, names),
    "holds": _holds,
    "is_tuple": lambda facts, value: isinstance(value, tuple | list),
    "is_tensor": lambda facts, value: isinstance(value, Tensor),
    "shape_of": lambda facts, value: facts.shape(value.shape) if isinstance(value, Tensor) else (),
}
