"""Functions of all the items of one sequence of unknown length: `zip(*rows)`, `chain(*lists)`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from shapelint.interpreter import iterators
from shapelint.interpreter.builtins.functional import chain_from
from shapelint.interpreter.counting import told
from shapelint.interpreter.filling import is_some
from shapelint.interpreter.registry import spread
from shapelint.interpreter.representative import read_anew
from shapelint.interpreter.values import ListObj, TupleValue, Unknown, Value, new_list
from shapelint.symbolic import new_flag

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@spread("zip")
def columns(m: Interpreter, rows: Value) -> Value | None:
    """One sequence for each place of the rows, which are tuples of one length; none if there are no rows."""
    held = rows.items if isinstance(rows, ListObj) else None
    row = m.decided(m.resolve(m.any_item(rows))) if isinstance(held, Unknown) else None
    if not isinstance(held, Unknown) or not isinstance(row, TupleValue):
        return None

    def read(at: int) -> Value:
        another = m.decided(m.resolve(m.any_item(rows)))
        has_place = isinstance(another, TupleValue) and at < len(another.items)
        return another.items[at] if has_place else m.unknown("a place of a row")

    whole = [
        read_anew(
            m, "zip of unknown length", partial(read, at), some=is_some(held), count=told(m, held)
        )
        for at in range(len(row.items))
    ]
    if is_some(held):
        return iterators.iterator(m, new_list(whole))
    return m.merge(new_flag("there are rows", free=False), new_list(whole), new_list([]))


@spread("itertools.chain")
def chained(m: Interpreter, sequences: Value) -> Value:
    return chain_from(m, [sequences], {})
