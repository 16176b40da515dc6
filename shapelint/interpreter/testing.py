"""What pytest and unittest give to a test: the values of its marks, those of the fixtures that it names, and an object
that is set up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from shapelint.interpreter import iterators
from shapelint.interpreter.attempting import last_name
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.expressions import evaluate
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.machine import Interpreter
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    ClassValue,
    External,
    Function,
    Instance,
    TupleValue,
    Value,
)
from shapelint.source import tree

MAX_CASES = 16
"""Of a test that is run for more, no more are looked at."""
KNOWN_TO_FAIL = {"xfail", "skip", "expectedFailure"}
FIXTURES = {"fixture", "yield_fixture"}
SETTING_UP = ("setUpClass", "setup_class", "setUp", "setup_method", "setup")
ROW = ClassValue("ParameterSet", (), {}, "pytest")

Given = dict[str, Value]


class Choices(NamedTuple):
    """The rows of values that some parameters, or the `request.param` of a fixture, are given in turn."""

    names: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@builtin("pytest.fixture")
def fixture(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The function stays what it is: a test that names it is given what it gives."""
    return args[0] if args else Builtin("pytest.fixture", lambda m, given, _: given[0])


@builtin("pytest.param")
def param(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return Instance(ROW, {"values": TupleValue(tuple(args)), "marked": "marks" in kwargs})


def is_test(function: Function) -> bool:
    return function.name.startswith("test") and isinstance(function.node, tree.FunctionDef)


def may_fail(function: tree.FunctionDef) -> bool:
    """Whether a test is known to fail: `@pytest.mark.xfail`, `@unittest.skip("…")`."""
    called = (d.func if isinstance(d, tree.Call) else d for d in function.decorators)
    return any(last_name(decorator) in KNOWN_TO_FAIL for decorator in called)


def cases(m: Interpreter, test: Function, receiver: Value) -> Iterator[Given]:
    """What each run of a test is given by marks, and by `name.param` the fixtures that it needs."""
    choices = [*_marked(m, test), *_chosen_by_fixtures(m, test, receiver)]
    for rows in islice(product(*(c.rows for c in choices)), MAX_CASES):
        given: Given = {}
        for choice, row in zip(choices, rows, strict=True):
            given.update(zip(choice.names, row, strict=True))
        yield given


def set_up(m: Interpreter, instance: Instance) -> None:
    """Run what is run before each test of a class."""
    for name in SETTING_UP:
        found, _ = lookup(instance.cls, name)
        if found is not MISSING:
            method = m.get_attr(instance, name)
            takes_method = name == "setup_method" and len(_parameters(found)) > 1
            m.call(method, [m.unknown("a test")] if takes_method else [], {})


def is_test_class(cls: ClassValue) -> bool:
    return cls.name.startswith("Test") or any(
        isinstance(base, External) and base.dotted.startswith("unittest.") for base in cls.mro
    )


def _parameters(function: Value) -> tuple[str, ...]:
    node = function.node if isinstance(function, Function) else None
    return tuple(p.name for p in node.params) if node is not None else ()


def _marked(m: Interpreter, test: Function) -> Iterator[Choices]:
    for call in _decorated(test, {"parametrize"}):
        if len(call.args) < 2 or any(a.star or a.keyword == "indirect" for a in call.args):
            continue
        frame = Frame(test.module, test.module.globals)
        names, values = (evaluate(m, a.value, frame) for a in call.args[:2])
        told = _names(m, names)
        rows = tuple(_rows(m, told, values))
        if told and rows:
            yield Choices(told, rows)


def _decorated(function: Function, names: set[str]) -> Iterator[tree.Call]:
    """The calls of such names that decorate a function."""
    assert isinstance(function.node, tree.FunctionDef)
    for decorator in reversed(function.node.decorators):
        if isinstance(decorator, tree.Call) and last_name(decorator.func) in names:
            yield decorator


def _names(m: Interpreter, names: Value) -> tuple[str, ...]:
    if isinstance(names, str):
        return tuple(name.strip() for name in names.split(",") if name.strip())
    items = m.iterate(names) or ()
    return tuple(items) if all(isinstance(item, str) for item in items) else ()


def _rows(m: Interpreter, names: tuple[str, ...], values: Value) -> Iterator[tuple[Value, ...]]:
    """What the parameters are given; nothing of a row that is marked, and may be known to fail."""
    for value in m.iterate(values) or ():
        row = m.decided(m.resolve(value))
        if isinstance(row, Instance) and row.cls is ROW:
            items = None if row.attrs["marked"] else row.attrs["values"].items
        else:
            items = (row,) if len(names) == 1 else m.iterate(row)
        if items is not None and len(items) == len(names):
            yield tuple(items)


def _chosen_by_fixtures(m: Interpreter, test: Function, receiver: Value) -> Iterator[Choices]:
    """The values that the fixtures which a test needs are run for."""
    todo, seen = list(_parameters(test)), set[str]()
    while todo:
        name = todo.pop(0)
        found = _fixture(m, name, test, receiver) if name not in seen else None
        seen.add(name)
        if found is None:
            continue
        todo += _parameters(found)
        for call in _decorated(found, FIXTURES):
            params = next((a.value for a in call.args if a.keyword == "params"), None)
            if params is not None:
                frame = Frame(found.module, found.module.globals)
                rows = tuple(_rows(m, (name,), evaluate(m, params, frame)))
                yield Choices((f"{name}.param",), rows or ((m.unknown("request.param"),),))


def _fixture(m: Interpreter, name: str, test: Function, receiver: Value) -> Function | None:
    """The fixture of a name: the class's own, one of the module, or of a `conftest.py` that stands beside it."""
    own = lookup(receiver.cls, name)[0] if isinstance(receiver, Instance) else MISSING
    found = test.module.globals.get(name, MISSING) if own is MISSING else own
    if found is MISSING and m.program.find("conftest") is not None:
        found = getattr(m.program.module(m, "conftest"), "globals", {}).get(name, MISSING)
    found = m.resolve(found)
    if not isinstance(found, Function) or not isinstance(found.node, tree.FunctionDef):
        return None
    called = (d.func if isinstance(d, tree.Call) else d for d in found.node.decorators)
    return found if any(last_name(d) in FIXTURES for d in called) else None


def arguments(m: Interpreter, test: Function, receiver: Value, given: Given) -> Given:
    """What the parameters of a test are given, as far as that is told; each fixture is run once."""
    made: Given = dict(given)

    def value(name: str) -> Value:
        if name not in made:
            made[name] = MISSING  # a fixture may take the one that it overrides
            found = _fixture(m, name, test, receiver)
            made[name] = MISSING if found is None else run(name, found)
        return made[name]

    def run(name: str, function: Function) -> Value:
        args = {p: receiver if p == "self" else value(p) for p in _parameters(function)}
        if args.get("request") is MISSING:
            args["request"] = m.unknown("request", "request")
            args["request"].attrs["param"] = given.get(f"{name}.param", m.unknown("request.param"))
        unknown = {p: m.unknown(f"fixture {p}", p) for p, v in args.items() if v is MISSING}
        result = m.call(function, [], args | unknown)
        return iterators.take(m, result) if iterators.is_iterator(result) else result

    told = {name: value(name) for name in _parameters(test)}
    return {name: found for name, found in told.items() if iterators.is_item(found)}
