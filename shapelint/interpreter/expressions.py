"""Expressions, and assignment to targets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shapelint.interpreter import comprehensions, executing, naming, notations
from shapelint.interpreter.branches import choose
from shapelint.interpreter.enums import text
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.functions import define_lambda
from shapelint.interpreter.magnitude import MAX_TEXT, is_wide
from shapelint.interpreter.overlaying import taken_over
from shapelint.interpreter.registry import SPREADS
from shapelint.interpreter.sequences import joined
from shapelint.interpreter.spreading import as_mapping
from shapelint.interpreter.unpacking import unpack
from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    DictObj,
    Formula,
    Instance,
    Perhaps,
    SetObj,
    SizeTuple,
    SliceValue,
    Tensor,
    There,
    TupleValue,
    Unknown,
    Value,
    new_list,
)
from shapelint.source import tree
from shapelint.symbolic import conj, negate

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def evaluate(m: Interpreter, node: tree.Expr, frame: Frame) -> Value:
    """The abstract value of an expression."""
    value = EVALUATE[type(node)](m, node, frame)
    if m.recorder.contexts is not None and isinstance(value, (Tensor, Instance)):
        m.recorder.contexts.note(m, frame, node.at, value)
    return value


def constant(m: Interpreter, node: tree.Constant, frame: Frame) -> Value:
    return node.value if m.mending is None else m.mending.taken_for(frame.module.path, node)


def name(m: Interpreter, node: tree.Name, frame: Frame) -> Value:
    return m.resolve(m.load_name(frame, node.id))


def attribute(m: Interpreter, node: tree.Attribute, frame: Frame) -> Value:
    value = evaluate(m, node.value, frame)
    with m.at(frame, node.at):
        return m.resolve(m.get_attr(value, node.attr))


def subscript(m: Interpreter, node: tree.Subscript, frame: Frame) -> Value:
    value = evaluate(m, node.value, frame)
    index = evaluate(m, node.index, frame)
    with m.at(frame, node.at):
        return m.resolve(m.get_item(value, index))


def slice_(m: Interpreter, node: tree.SliceExpr, frame: Frame) -> Value:
    parts = (node.lower, node.upper, node.step)
    return SliceValue(*(None if p is None else evaluate(m, p, frame) for p in parts))


def call(m: Interpreter, node: tree.Call, frame: Frame) -> Value:
    m.step()
    name = node.func.id if isinstance(node.func, tree.Name) else ""
    if name == "super" and not node.args:
        return m.super_of(frame)
    if name == "globals" and not node.args:
        return naming.module_names(m, frame.module)
    function = evaluate(m, node.func, frame)
    if name in executing.NAMES:
        function = executing.within(frame, function)
    args: list[Value] = []
    kwargs: dict[str, Value] = {}
    spread: list[tuple[bool, Value]] = []
    open_ended = False
    for arg in node.args:
        value = evaluate(m, arg.value, frame)
        if arg.star == 1:
            items = None if spread else m.iterate(value)
            if items is None:
                spread.append((True, value))
            else:
                args.extend(items)
        elif arg.star == 2:
            value = as_mapping(m, m.decided(value))
            if isinstance(value, DictObj):
                kwargs.update((k, v) for k, v in value.pairs() if isinstance(k, str))
                kwargs.update((k, Perhaps(v, there)) for k, v, there in value.doubtful())
            open_ended |= not isinstance(value, DictObj) or value.hides
        elif arg.keyword is not None:
            kwargs[arg.keyword] = value
        elif spread:
            spread.append((False, value))
        else:
            args.append(value)
    with m.at(frame, node.at):
        if len(spread) == 1 and not (args or kwargs or open_ended):
            found = _of_items(m, function, spread[0][1])
            if found is not None:
                return m.resolve(found)
        if spread:
            sizes = joined(m, spread)
            sizes = sizes if isinstance(sizes, SizeTuple) and not open_ended else None
            return m.resolve(m.call_open(function, args, kwargs, sizes))
        if open_ended:
            return m.resolve(m.call_open(function, args, kwargs))
        return m.resolve(m.call(function, args, kwargs, frame))


def _of_items(m: Interpreter, function: Value, items: Value) -> Value | None:
    """`function(*items)` of a sequence of unknown length; None where nothing is known of that."""
    function = m.decided(m.resolve(function))
    found = SPREADS.get(function.name) if isinstance(function, Builtin) else None
    return None if found is None else found(m, m.decided(m.resolve(items)))


def unary(m: Interpreter, node: tree.UnaryOp, frame: Frame) -> Value:
    value = evaluate(m, node.operand, frame)
    if node.op == "not":
        return negate(m.truth(value))
    with m.at(frame, node.at):
        return m.unary(node.op, value)


def binary(m: Interpreter, node: tree.BinOp, frame: Frame) -> Value:
    left = evaluate(m, node.left, frame)
    right = evaluate(m, node.right, frame)
    with m.at(frame, node.at):
        return m.binary(node.op, left, right)


def boolean(m: Interpreter, node: tree.BoolOp, frame: Frame) -> Value:
    return _boolean(m, node.op, node.values, frame)


def _boolean(m: Interpreter, op: str, values: tuple[tree.Expr, ...], frame: Frame) -> Value:
    value = evaluate(m, values[0], frame)
    if len(values) == 1:
        return value
    truth = m.store.facts.truth(m.truth(value))

    def rest() -> Value:
        return _boolean(m, op, values[1:], frame)

    if op == "and":
        if isinstance(value, Formula):
            value = False
        elif truth is not True and truth is not False:
            value = m.falsy(value)
        return choose(m, frame, truth, rest, lambda: value)
    if isinstance(value, Formula):
        value = True
    return choose(m, frame, truth, lambda: value, rest)


def compare(m: Interpreter, node: tree.Compare, frame: Frame) -> Value:
    left = evaluate(m, node.left, frame)
    answers: list[Value] = []
    for op, comparator in zip(node.ops, node.comparators, strict=True):
        right = evaluate(m, comparator, frame)
        with m.at(frame, node.at):
            answers.append(m.compare_values(op, left, right))
        left = right
    if len(answers) == 1:
        return answers[0]
    return conj(*(m.truth(answer) for answer in answers))


def conditional(m: Interpreter, node: tree.IfExp, frame: Frame) -> Value:
    return choose(
        m,
        frame,
        m.truth(evaluate(m, node.test, frame)),
        lambda: evaluate(m, node.body, frame),
        lambda: evaluate(m, node.orelse, frame),
    )


def lambda_(m: Interpreter, node: tree.Lambda, frame: Frame) -> Value:
    return define_lambda(m, node, frame)


def _items(
    m: Interpreter, nodes: tuple[tree.Expr, ...], frame: Frame
) -> tuple[Value, ...] | SizeTuple | Unknown:
    """The items of a display; a SizeTuple where a shape of unknown rank is spread in it."""
    parts = [
        (True, evaluate(m, node.value, frame))
        if isinstance(node, tree.Starred)
        else (False, evaluate(m, node, frame))
        for node in nodes
    ]
    items = joined(m, parts)
    return m.unknown("spread of unknown length") if items is None else items


def tuple_(m: Interpreter, node: tree.TupleExpr, frame: Frame) -> Value:
    items = _items(m, node.items, frame)
    return TupleValue(items) if isinstance(items, tuple) else items


def list_(m: Interpreter, node: tree.ListExpr, frame: Frame) -> Value:
    return new_list(_items(m, node.items, frame))


def set_(m: Interpreter, node: tree.SetExpr, frame: Frame) -> Value:
    items = _items(m, node.items, frame)
    return SetObj(
        {
            "items": m.distinct(list(items))
            if isinstance(items, tuple)
            else m.unknown("a set of unknown size")
        }
    )


def dict_(m: Interpreter, node: tree.DictExpr, frame: Frame) -> Value:
    result = DictObj({})
    for key_node, value_node in node.items:
        value = evaluate(m, value_node, frame)
        if key_node is None:
            value = as_mapping(m, m.decided(value))
            result.entries.update(taken_over(m, result.entries, value))
            continue
        key = m.key(evaluate(m, key_node, frame))
        if key is MISSING:
            result.entries.update(taken_over(m, result.entries, m.unknown("unknown key")))
        else:
            result.entries[key] = value
            result.entries.pop(There(key), None)
    return result


def f_string(m: Interpreter, node: tree.JoinedStr, frame: Frame) -> Value:
    text = ""
    exact = True
    for part in node.parts:
        value = evaluate(m, part, frame)
        if isinstance(value, str) and len(text) + len(value) <= MAX_TEXT:
            text += value
        else:
            exact = False
    return text if exact else m.unknown("formatted text", "str")


def formatted(m: Interpreter, node: tree.FormattedValue, frame: Frame) -> Value:
    value = evaluate(m, node.value, frame)
    if isinstance(value, Instance) and value.cls.kind == "enum" and node.conversion != "r":
        value = text(m, value)
    spec = "" if node.spec is None else evaluate(m, node.spec, frame)
    if (
        isinstance(value, str | int | float | bool | None)
        and isinstance(spec, str)
        and not is_wide(spec)
    ):
        try:
            shown = repr(value) if node.conversion == "r" else value
            return format(shown, spec)
        except (ValueError, TypeError):
            raise Diverges("ValueError") from None
    return m.unknown("formatted value", "str")


def named(m: Interpreter, node: tree.NamedExpr, frame: Frame) -> Value:
    value = evaluate(m, node.value, frame)
    assign(m, node.target, value, frame)
    return value


def await_(m: Interpreter, node: tree.Await, frame: Frame) -> Value:
    return evaluate(m, node.value, frame)


def yield_(m: Interpreter, node: tree.Yield, frame: Frame) -> Value:
    value = None if node.value is None else evaluate(m, node.value, frame)
    owner: Frame | None = frame
    while owner is not None and owner.yields is None:
        owner = owner.parent
    if owner is not None and owner.resume is not None:
        owner.resume(value)
        return None
    if owner is not None and owner.yields is not None:
        owner.yields.append(value)
        owner.yields_lost |= bool(m.store.path[len(owner.mark.path) if owner.mark else 0 :])
    return m.unknown("sent into a generator")


def yield_from(m: Interpreter, node: tree.YieldFrom, frame: Frame) -> Value:
    source = evaluate(m, node.value, frame)
    items = m.iterate(source)
    if frame.yields is not None:
        frame.yields.extend([m.any_item(source)] if items is None else items)
        frame.yields_lost |= items is None
    return m.unknown("returned by a generator")


def starred(m: Interpreter, node: tree.Starred, frame: Frame) -> Value:
    return evaluate(m, node.value, frame)


EVALUATE: dict[type, Callable[..., Value]] = {
    tree.Constant: constant,
    tree.Name: name,
    tree.Attribute: attribute,
    tree.Subscript: subscript,
    tree.SliceExpr: slice_,
    tree.Call: call,
    tree.UnaryOp: unary,
    tree.BinOp: binary,
    tree.BoolOp: boolean,
    tree.Compare: compare,
    tree.IfExp: conditional,
    tree.Lambda: lambda_,
    tree.TupleExpr: tuple_,
    tree.ListExpr: list_,
    tree.SetExpr: set_,
    tree.DictExpr: dict_,
    tree.Comprehension: comprehensions.comprehension,
    tree.JoinedStr: f_string,
    tree.FormattedValue: formatted,
    tree.NamedExpr: named,
    tree.Await: await_,
    tree.Yield: yield_,
    tree.YieldFrom: yield_from,
    tree.Starred: starred,
}


def assign(m: Interpreter, target: tree.Expr, value: Value, frame: Frame) -> None:
    """Bind a target of any form to a value."""
    if m.recorder.contexts is not None:
        known = m.resolve(value)
        if isinstance(known, (Tensor, Instance)):
            m.recorder.contexts.note(m, frame, target.at, known, assigned=True)
    if isinstance(target, tree.Name):
        if isinstance(value, Unknown) and value.hint is None:
            value.hint = target.id
        m.assign_name(frame, target.id, value)
        m.recorder.shape(m, frame, target.at, target.id, value)
        notations.observe(m, frame, target.at, target.id, value)
    elif isinstance(target, tree.Attribute):
        with m.at(frame, target.at):
            m.set_attr(evaluate(m, target.value, frame), target.attr, value)
        if isinstance(target.value, tree.Name):
            m.recorder.shape(m, frame, target.at, f"{target.value.id}.{target.attr}", value)
            notations.observe(m, frame, target.at, f"{target.value.id}.{target.attr}", value)
    elif isinstance(target, tree.Subscript):
        container = evaluate(m, target.value, frame)
        index = evaluate(m, target.index, frame)
        with m.at(frame, target.at):
            m.set_item(container, index, value)
    elif isinstance(target, tree.Starred):
        assign(m, target.value, value, frame)
    elif isinstance(target, tree.TupleExpr | tree.ListExpr):
        with m.at(frame, target.at):
            parts = unpack(m, target.items, value)
        for part, item in zip(target.items, parts, strict=True):
            assign(m, part, item, frame)


__all__ = ["assign", "evaluate"]
