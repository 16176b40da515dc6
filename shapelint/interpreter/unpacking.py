"""Unpacking a value into several targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import counting
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.refinement import reach
from shapelint.interpreter.sequences import open_sizes
from shapelint.interpreter.values import (
    ListObj,
    SizeTuple,
    Tensor,
    TupleValue,
    Unknown,
    Value,
    new_list,
)
from shapelint.source import tree
from shapelint.symbolic import Shape, eq

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def unpack(m: Interpreter, targets: tuple[tree.Expr, ...], value: Value) -> list[Value]:
    """One value for each target; a known mismatch is the finding `unpack-count`."""
    value = m.decided(m.resolve(value))
    stars = [i for i, t in enumerate(targets) if isinstance(t, tree.Starred)]
    need = len(targets) - len(stars)
    if isinstance(value, SizeTuple | Tensor) and not stars:
        shape = m.store.facts.shape(value.shape)
        if isinstance(value, SizeTuple) and shape.rank is None:
            low, high = m.store.facts.rank_bounds(shape)
            if low <= need and (high is None or need <= high):
                m.store.facts = m.store.facts.assume(eq(shape.rank_size, need), m.place())
                value = SizeTuple(m.store.facts.shape(shape))
    items = m.iterate(value)
    if items is None:
        if isinstance(value, Unknown) and not stars:
            return [m.get_item(value, i) for i in range(need)]
        if isinstance(value, ListObj) and isinstance(value.items, Unknown):
            some = [m.any_item(value) for _ in targets]
            rest = counting.uncounted(value.items)
            return [new_list(rest) if i in stars else item for i, item in enumerate(some)]
        found = _unpack_open(m, stars, len(targets), value)
        return found or [m.unknown(f"unpacked from {m.why(value)}") for _ in targets]
    parts: list[Value] = list(items)
    if stars and len(parts) >= need:
        at, count = stars[0], len(parts) - need
        parts[at : at + count] = [new_list(parts[at : at + count])]
    if len(parts) != len(targets):
        if isinstance(value, TupleValue | ListObj) and _of_one_call(parts):
            m.report(
                "unpack-count",
                f"the call gives {len(items)} tensors, but {len(targets)} names take them",
                tuple(parts[:1]),
            )
        elif isinstance(value, SizeTuple | Tensor):
            what = "shape" if isinstance(value, SizeTuple) else "tensor"
            shape = m.store.facts.shape(value.shape)
            count_ = len(items)
            m.report(
                "unpack-count",
                f"{what} {shape} gives {count_} values, but {len(targets)} names take them",
                (value,),
            )
        elif isinstance(value, TupleValue | ListObj) and any(
            m.is_size(v) or isinstance(v, Tensor) for v in map(m.resolve, parts)
        ):
            m.report(
                "unpack-count",
                f"{len(items)} values are given to {len(targets)} names",
                tuple(parts),
            )
        else:
            raise Diverges("ValueError")
        return [m.unknown("failed unpacking") for _ in targets]
    return parts


def _of_one_call(items: list[Value]) -> bool:
    """Whether the items are the tensors that one call of the framework gave, and no others."""
    origins = [v.origin if isinstance(v, Tensor) else None for v in items]
    return bool(origins) and origins[0] is not None and all(o is origins[0] for o in origins)


def _unpack_open(m: Interpreter, stars: list[int], targets: int, value: Value) -> list[Value]:
    """`*lead, last = x.shape` with x of unknown rank; nothing if the sizes cannot be told."""
    sizes = open_sizes(m, value)
    if sizes is None or not stars:
        return []
    before, after = stars[0], targets - stars[0] - 1
    if not reach(m, sizes.shape, before, after):
        return []
    shape = m.store.facts.shape(sizes.shape)
    cut = len(shape.suffix) - after
    middle = Shape(shape.prefix[before:], shape.var, shape.suffix[:cut])
    return [*shape.prefix[:before], new_list(SizeTuple(middle)), *shape.suffix[cut:]]
