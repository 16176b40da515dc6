"""Entries: how the file is run as a script, and each function and class that this has not reached."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from shapelint.interpreter import iterators, ranks, testing
from shapelint.interpreter.arguments import construct, plain, symbolic_arguments
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.elements import forgotten
from shapelint.interpreter.escaping import forget
from shapelint.interpreter.frames import BudgetSpent, Diverges, Frame, Repeating
from shapelint.interpreter.functions import run_function
from shapelint.interpreter.lifecycle import changing_attributes, is_container, walk
from shapelint.interpreter.machine import FunctionKey, Interpreter
from shapelint.interpreter.recorder import Place, RawFinding
from shapelint.interpreter.values import (
    MISSING,
    ClassMethod,
    ClassValue,
    DictObj,
    Function,
    Instance,
    ListObj,
    ModuleValue,
    StaticMethod,
    Tensor,
    TupleValue,
    Unknown,
    Value,
)
from shapelint.names import SILENT
from shapelint.source import tree

Findings = dict[tuple[str, Place], RawFinding]
Entry = Callable[[bool], object]
"""Runs an entry again; `loose` with less than its defaults say."""
NAMES = ("__name__", "__module__", "__file__")
CALLED = ("forward", "call")
CALLS = (*CALLED, "__call__")
GIVING = ("__getitem__", "__iter__", "__next__")
"""What a loop over an instance calls."""
ASKING = {"missing-argument", "assert-shape"}
"""What asks for other arguments than the defaults, and may be given them."""
DEFINITIONS = (
    tree.FunctionDef,
    tree.ClassDef,
    tree.Import,
    tree.ImportFrom,
    tree.Assign,
    tree.If,
    tree.Try,
)


def again(m: Interpreter, notes: list[str], lowered: tree.Module, module: ModuleValue) -> None:
    """The script with other options than the defaults: what fails only with those is a warning."""
    keep, m.recorder.keep_shapes = m.recorder.keep_shapes, False
    run = partial(run_again, m, lowered, module)
    general = collect(m, notes, "<script>", run, loose=True)
    m.recorder.keep_shapes = keep
    m.recorder.only_defaults |= m.recorder.findings.keys() - general.keys()


def run_again(m: Interpreter, lowered: tree.Module, module: ModuleValue, loose: bool) -> None:
    """The script once more, with names of its own. Raises Diverges if it does not come to its end."""
    other = ModuleValue(module.name, module.path, {n: module.globals[n] for n in NAMES})
    frame = Frame(other, other.globals)
    frame.mark = m.store.mark()
    if not run_script(m, lowered.body, frame):
        raise Diverges


def describe(m: Interpreter, cls: ClassValue) -> None:
    """The contract of a model that the script has reached, so that it was not run alone."""
    forward = plain(cls.attrs.get("forward", cls.attrs.get("call", MISSING)))
    if forward is None or (cls.name, forward.module.path) in m.recorder.contracts:
        return

    def run(loose: bool) -> None:
        instance = construct(m, cls, loose)
        bound = symbolic_arguments(m, forward, loose, instance)
        build(m, forward, instance, bound)
        result = run_function(m, forward, dict(bound), instance)
        m.recorder.contract(m, cls, forward, bound, result, instance)

    m.recorder.keep_shapes = False
    try:
        with m.recorder.muted():
            collect(m, [], cls.name, run, loose=False)
    finally:
        m.recorder.keep_shapes = True


def run_script(m: Interpreter, body: tree.Block, frame: Frame) -> bool:
    """Run a file's statements; False if it does not come to its end."""
    from shapelint.interpreter.statements import run_statement

    ended = False
    for statement in body:
        if ended and not isinstance(statement, DEFINITIONS):
            continue
        try:
            if ended:
                with m.recorder.muted():
                    run_statement(m, statement, frame)
            elif not run_statement(m, statement, frame):
                ended = True
        except Diverges:
            ended = True
    return not ended


def unreached(m: Interpreter, value: Function | ClassValue) -> frozenset[FunctionKey]:
    """The function, or those of a class, that no entry has run so far."""
    functions = [value] if isinstance(value, Function) else [f for _, f in _own(value)]
    wanted = [
        f for f in functions if isinstance(f.node, tree.Lambda) or not testing.may_fail(f.node)
    ]
    return frozenset(key for f in wanted if (key := (f.module.path, f.node.at)) not in m.done)


def _own(cls: ClassValue) -> Iterator[tuple[str, Function]]:
    for name, value in list(cls.attrs.items()):
        function = plain(value)
        if function is not None:
            yield name, function


def check(
    m: Interpreter,
    notes: list[str],
    name: str,
    run: Entry,
    inner: Collection[tuple[str, Place]] = (),
    takes_more: bool = True,
) -> None:
    """Run an entry with its defaults; what fails only because of them is a warning, or nothing if
    it is `inner`: the defaults do not lead there. Without defaults, or what else it `takes_more` than they say, it is
    always run like that."""
    strict = _collect_by_rank(m, notes, name, run, loose=False)
    if not strict:
        return
    other = takes_more or m.recorder.defaulted
    general = _collect_by_rank(m, notes, name, run, loose=True) if other else strict
    for key, finding in strict.items():
        if key in general:
            m.recorder.found_always(key, finding)
        elif finding.name not in ASKING and key not in inner:
            m.recorder.found_by_default(key, finding)


def _collect_by_rank(
    m: Interpreter, notes: list[str], name: str, run: Entry, loose: bool
) -> Findings:
    """The findings of an entry, and those that it has with each rank that an argument may have."""
    m.ranks.bounds.clear()
    found = collect(m, notes, name, run, loose)
    if m.budget.steps > ranks.MAX_STEPS or not m.ranks.bounds:
        return found
    with m.recorder.of_findings_alone():
        for argument, possible in list(m.ranks.bounds.items())[: ranks.MAX_ARGUMENTS]:
            runs: list[tuple[Findings, set[Place]]] = []
            for rank in possible:
                entry = f"{name} with {argument[-1]} of rank {rank}"
                known = len(notes)
                with m.ranks.choose(argument, rank), m.recorder.following() as way:
                    findings = collect(m, notes, entry, run, loose)
                runs.append((findings, way))
                was_cut_short = len(notes) > known
                del notes[known:]
                if was_cut_short or not findings:
                    break
            else:
                for key, finding in _with_all(runs).items():
                    found.setdefault(key, finding)
    return found


def _with_all(runs: list[tuple[Findings, set[Place]]]) -> Findings:
    """The findings of what fails in all runs that come there: in the others, something before it does."""
    found: Findings = {}
    for findings, _ in reversed(runs):
        for key, finding in findings.items():
            if all(key in others or finding.place not in way for others, way in runs):
                found.setdefault(key, finding)
    return found


def collect(m: Interpreter, notes: list[str], name: str, run: Entry, loose: bool) -> Findings:
    """The findings of one run of an entry, its state taken back."""
    m.ranks.took_batch = False
    return certain(m, _collect(m, notes, name, run, loose), name, run, loose)


def certain(m: Interpreter, found: Findings, name: str, run: Entry, loose: bool) -> Findings:
    """The findings of a run that are none of an axis which it took for the batch's alone."""
    if not m.ranks.took_batch or all(kind in SILENT for kind, _ in found):
        return found
    with m.recorder.of_findings_alone(), m.ranks.without_batch(), m.recorder.following() as way:
        others = _collect(m, [], name, run, loose)
    return {
        key: finding
        for key, finding in found.items()
        if key in others or key[0] in SILENT or finding.place not in way
    }


def _collect(m: Interpreter, notes: list[str], name: str, run: Entry, loose: bool) -> Findings:
    outer, m.recorder.findings = m.recorder.findings, {}
    m.begin(name)
    mark = m.store.mark()
    m.recorder.loose = loose
    try:
        run(loose)
    except Diverges:
        pass
    except BudgetSpent:
        notes.append(f"{name}: past the budget; the rest of it is unknown")
    except RecursionError:
        notes.append(f"{name}: nests too deeply; the rest of it is unknown")
    finally:
        m.recorder.loose = False
        m.store.rollback(mark)
        m.stack.clear()
        m.active.clear()
        found, m.recorder.findings = m.recorder.findings, outer
    return found


def run_alone(m: Interpreter, function: Function, loose: bool) -> Value:
    """A function on symbolic arguments; a test on those that it is given."""
    if testing.is_test(function):
        return _run_test(m, function, None, loose)
    return _run_with(m, function, symbolic_arguments(m, function, loose), None)


def _run_test(m: Interpreter, test: Function, instance: Value, loose: bool) -> None:
    """A test, once for each choice of what it is given."""
    for given in testing.cases(m, test, instance):
        mark = m.store.mark()
        try:
            if isinstance(instance, Instance):
                testing.set_up(m, instance)
            bound = symbolic_arguments(m, test, loose, MISSING if instance is None else instance)
            bound |= testing.arguments(m, test, instance, given)
            _run_with(m, test, bound, instance)
        except Diverges:
            pass
        finally:
            m.store.rollback(mark)
            m.stack.clear()
            m.active.clear()


def _run_with(
    m: Interpreter, function: Function, bound: dict[str, Value], receiver: Value
) -> Value:
    try:
        result = run_function(m, function, dict(bound), receiver)
        if iterators.is_iterator(result):  # a generator's body, that nobody has asked for an item
            iterators.drained(m, result)
        return result
    finally:
        m.ranks.note(m, function, bound)


def check_class(m: Interpreter, notes: list[str], cls: ClassValue) -> Entry:
    """A class on its own: constructed, `forward` run, then each method not yet reached. Answers how.

    `forward` may be called right after construction, if it is the framework that calls it, but for what is
    empty then; where other methods are called, or where a failure has to be certain, what methods set may
    have been set.
    """
    left = unreached(m, cls)
    todo = [(name, f) for name, f in _own(cls) if (f.module.path, f.node.at) in left]
    m.looks_into(cls)
    changing = changing_attributes(cls)
    prepared = CALLED if _calls_itself(cls) else ()
    is_tests = testing.is_test_class(cls)
    inner: set[tuple[str, Place]] = set()

    def run(loose: bool) -> None:
        instance = construct(m, cls, loose)
        empty_or_filled(m, instance)
        order = sorted(todo, key=lambda item: item[0] not in CALLS)
        for name, function in order:
            if name.startswith("__") and name not in CALLS and name not in GIVING:
                continue
            if name not in CALLS and all(
                id(s) in m.budget.covered for s in statements_of(function)
            ):
                continue  # what was run before has called it, and nothing of it is left
            mark = m.store.mark()
            before = set(m.recorder.findings)
            try:
                if is_tests and testing.is_test(function):
                    _run_test(m, function, instance, loose)
                    continue
                as_made = not loose and name in CALLS and name not in prepared
                _forget_changing(
                    m, instance, _empty(m, instance, changing) if as_made else changing
                )
                static = isinstance(cls.attrs.get(name), StaticMethod)
                if isinstance(cls.attrs.get(name), ClassMethod):
                    receiver: Value = cls
                else:
                    receiver = MISSING if static else instance
                bound = symbolic_arguments(m, function, loose, receiver)
                if name == "call":
                    build(m, function, receiver, bound)
                result = _run_with(m, function, bound, None if static else receiver)
                if name in CALLED and not loose:
                    m.recorder.contract(m, cls, function, bound, result, instance)
            except Diverges:
                pass
            except Repeating:
                notes.append(f"{cls.name}.{name}: past the budget; the rest of it is unknown")
            finally:
                m.store.rollback(mark)
                m.stack.clear()
                m.active.clear()
            if name.startswith("_") and name not in CALLS + GIVING:
                inner.update(m.recorder.findings.keys() - before)

    check(m, notes, cls.name, run, inner)
    return run


def _calls_itself(cls: ClassValue) -> bool:
    """Whether it is not a framework that calls the layer's `forward`: what does may prepare the layer before."""
    method, _ = lookup(cls, "__call__")
    if isinstance(method, Function):
        return not method.module.path.startswith("<")
    return isinstance(method, Unknown)


def _empty(m: Interpreter, instance: Instance, changing: dict[str, bool]) -> dict[str, bool]:
    """Attributes that are empty after construction, for other methods to fill before the layer is called."""
    held = {name: m.resolve(instance.attrs.get(name, MISSING)) for name in changing}
    return {name: changing[name] for name, value in held.items() if _is_empty(m, value)}


def _is_empty(m: Interpreter, value: Value) -> bool:
    if isinstance(value, Tensor):
        shape = m.store.facts.shape(value.shape)
        return 0 in (*shape.prefix, *shape.suffix)
    if isinstance(value, DictObj):
        return not value.entries and not value.open
    return isinstance(value, ListObj) and value.items == ()


def _forget_changing(m: Interpreter, instance: Instance, changing: dict[str, bool]) -> None:
    """Methods may have been called before. What is only written into a tensor leaves it its shape."""
    for name in [name for name in instance.attrs if name in changing]:
        value = m.resolve(instance.attrs[name])
        if isinstance(value, Tensor) and not changing[name]:
            lost: Value = forgotten(value)
        else:
            lost = m.unknown("attribute that other methods set", f"self.{name}")
        m.store.write(instance.attrs, name, lost)


def statements_of(function: Function) -> Iterator[tree.Stmt]:
    """All statements that a function may run, at any depth."""
    return (node for node in walk(function.node.body) if isinstance(node, tree.Stmt))


def empty_or_filled(m: Interpreter, instance: Instance) -> None:
    """A container that the constructor leaves empty is filled by whoever has it: `class Ensemble(ModuleList)`."""
    if is_container(instance.cls):
        for held in list(instance.attrs.values()):
            if (
                isinstance(held, ListObj)
                and held.items == ()
                or isinstance(held, DictObj)
                and not held.entries
            ):
                forget(m, held)


def build(m: Interpreter, call: Function, receiver: Value, bound: dict[str, Value]) -> None:
    """A layer of Keras makes its weights when it is called first."""
    if not isinstance(receiver, Instance) or lookup(receiver.cls, "_build_for")[0] is MISSING:
        return
    params = [p for p in call.node.params[1:] if p.kind not in ("vararg", "kwarg")]
    given = [bound[p.name] for p in params]
    if given:
        m.call(
            m.get_attr(receiver, "_build_for"),
            [given[0], TupleValue(tuple(given)), DictObj({})],
            {},
        )
