"""The abstract interpreter: one object that the parts call each other through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from shapelint.interpreter import (
    attribute_writing,
    attributes,
    calls,
    constancy,
    elements,
    escaping,
    imports,
    items,
    iteration,
    lifecycle,
    metaclasses,
    naming,
    operators,
    own_names,
    reporting,
    truths,
    widening,
)
from shapelint.interpreter.branches import choose, merge
from shapelint.interpreter.budget import SCRIPT, Budget, Familiar
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.libraries import external
from shapelint.interpreter.preludes import prelude
from shapelint.interpreter.ranks import Ranks
from shapelint.interpreter.recorder import Place, RawFinding, Recorder, Step
from shapelint.interpreter.registry import BUILTINS
from shapelint.interpreter.store import Store
from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    Callable_,
    Choice,
    ClassValue,
    Dim,
    External,
    Formula,
    Function,
    Instance,
    Lazy,
    ListObj,
    ModuleValue,
    Opaque,
    Ratio,
    Recipe,
    RuleMethod,
    RuleOp,
    SizeTuple,
    Super,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    is_exact,
    is_unknown_number,
    new_list,
)
from shapelint.interpreter.witness import Operation
from shapelint.source import tree
from shapelint.symbolic import (
    Facts,
    Flag,
    Shape,
    Symbol,
    Truth,
    disj,
    new_flag,
)

if TYPE_CHECKING:
    from shapelint.interpreter.imports import Program
    from shapelint.interpreter.mending import Mending
    from shapelint.rulebook import Rulebook


NO_NUMBER = Unknown("arithmetic on unknown values")
FunctionKey = tuple[str, int]
"""The file of a function, and its node."""


class At:
    """The context of a place. (A class: a generator would cost more than most of what runs in it.)"""

    __slots__ = ("machine", "outer", "place")

    def __init__(self, machine: Interpreter, place: Place) -> None:
        self.machine = machine
        self.place = place

    def __enter__(self) -> None:
        self.outer = self.machine.here
        self.machine.here = self.place

    def __exit__(self, *exception: object) -> None:
        self.machine.here = self.outer


class Interpreter:
    """Runs the program tree on abstract values; state in `store`, results in `recorder`."""

    def __init__(self, program: Program, rulebook: Rulebook, recorder: Recorder) -> None:
        self.program = program
        self.rulebook = rulebook
        self.recorder = recorder
        self.store = Store()
        self.stack: list[Frame] = []
        self.active: dict[int, list[int]] = {}
        """For each function that runs: the number of path conditions at each of its activations."""
        self.flags: dict[object, tuple[Formula, Any]] = {}
        self.constants: dict[int, tuple[list[Flag], list[tuple[Value, Formula]]]] = {}
        """For each unknown the constants it was compared with: the flags, and which is which."""
        self.identified: dict[int, Value] = {}
        """Values whose ids stand in keys: they are to stay their own."""
        self.registered: dict[int, tuple[Tensor, str]] = {}
        """By its id: a tensor that the program has made a parameter or a buffer."""
        self.here = Place("", 0)
        self.running: Operation | None = None
        """The call by rule that is being applied."""
        self.mending: Mending | None = None
        """The trial of a fix that is running."""
        self.entries: dict[str, Callable[[bool], object]] = {}
        """The entries of the file, by name, to be run again."""
        self.layers_made = 0
        """How many layers with parameters, of those that a rule knows."""
        self.doubts = 0
        """How often something was met that may raise for all that is known."""
        self._tried: dict[int, tuple[Facts, int]] = {}
        """By the uid of an unknown: the state in which it was found to be no number."""
        self.budget = Budget()
        self.familiar = Familiar()
        self.ranks = Ranks()
        self.undefined: set[Symbol] = set()
        """The sizes that `None` stands for in the shapes of a model."""
        self.hidden: list[Function | ClassValue] = []
        self.defining: list[ClassValue] = []
        """The classes that metaclasses are at work on."""
        self.defined: dict[FunctionKey, list[Function]] = {}
        """The functions of modules and their classes."""
        self.done: set[FunctionKey] = set()
        """The functions that entries before this one have run."""
        self.ran: set[FunctionKey] = set()
        """Those that this one has run."""
        self.consulted: set[FunctionKey] = set()
        """Those whose text it has looked into."""

    # budgets and places

    def begin(self, entry: str, afresh: bool = False) -> None:
        """Start an entry with a budget of its own; `afresh` as if no other had been run."""
        self.familiar.meet(self.budget.covered)
        self._tried.clear()
        times = SCRIPT if entry == "<script>" else 1
        familiar = None if afresh or times > 1 else self.familiar
        self.budget = Budget(times=times, familiar=familiar)
        self.recorder.entry = entry

    def step(self) -> None:
        budget = self.budget
        budget.steps += 1
        if budget.steps >= budget.look_at:
            budget.look()

    def at(self, frame: Frame, at: int) -> At:
        """What happens inside stands at that node (the prelude's nodes count as their caller's)."""
        path = frame.module.path
        place = self.here if path.startswith("<") else Place(path, at)
        way = self.recorder.way
        if way is not None and not self.store.failed:
            way.add(place)
        return At(self, place)

    def place(self) -> Place:
        return self.here

    def reached(self, frame: Frame, node: tree.Stmt) -> None:
        self.budget.reached(node, frame.module.path.startswith("<"), not self.store.path)
        if self.recorder.keep_reached:
            self.recorder.reached.setdefault(frame.module.path, set()).add(node.at)

    def executed(self, function: Function) -> None:
        self.ran.add((function.module.path, function.node.at))

    def looks_into(self, looked_at: ClassValue | Function) -> None:
        """Note that the text of a function, or of a class's methods, tells something."""
        if isinstance(looked_at, ClassValue):
            self.consulted |= lifecycle.methods_of(looked_at)
        else:
            self.consulted.add((looked_at.module.path, looked_at.node.at))

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """What runs inside is not called by the function that runs last, a generator, but by its caller."""
        frame = self.stack.pop()
        assert frame.function is not None
        at = frame.function.node.at
        levels = self.active[at]
        self.active[at] = levels[:-1]
        try:
            yield
        finally:
            self.active[at] = levels
            self.stack.append(frame)

    def note_hidden(self, hidden: Function | ClassValue) -> None:
        """A decorator that is not understood hides this function or class: check it on its own."""
        self.hidden.append(hidden)

    # unknowns, flags, truth

    def unknown(
        self,
        why: str,
        hint: str | None = None,
        recipe: Recipe | None = None,
        free: bool = False,
    ) -> Unknown:
        self.doubts += 1
        return Unknown(why, hint, recipe, free)

    def opaque(
        self,
        kind: str | ClassValue,
        why: str,
        free: bool = False,
        recipe: Recipe | None = None,
    ) -> Opaque:
        self.doubts += 1
        return Opaque(kind, why, free, recipe)

    def is_undefined(self, size: Value) -> bool:
        """Whether a size, or one of a shape or of several, depends on one that a model leaves open
        (None)."""
        if isinstance(size, Shape):
            size = (*size.prefix, *size.suffix)
        if isinstance(size, tuple):
            return any(map(self.is_undefined, size))
        size = self.store.facts.size(size) if isinstance(size, Dim) else size
        return isinstance(size, Dim) and not self.undefined.isdisjoint(size.symbols)

    def why(self, value: Value) -> str:
        return value.why if isinstance(value, Unknown) else type(value).__name__

    def cause(self, why: str) -> None:
        self.recorder.causes[why] += 1

    def resolve(self, value: Value) -> Value:
        """What an unknown was refined to on this path, or a deferred import brings."""
        while True:
            kind = type(value)
            if kind is Unknown and value.uid in self.store.refined:
                value = self.store.refined[value.uid]
            elif (kind is Unknown or kind is Opaque) and value.recipe is not None:
                computed = self._computed(value.uid, *value.recipe)
                if isinstance(computed, Unknown):
                    return value
                self.store.refine(value, computed)
                return computed
            elif kind is Lazy:
                value = imports.load(self, value)
            elif (kind is Tensor or kind is Instance) and id(value) in self.store.mutated:
                value = self.store.mutated[id(value)]
            else:
                return value

    def _computed(
        self, uid: int, function: Callable[..., Value], operands: tuple[Value, ...]
    ) -> Value:
        """Arithmetic on what was unknown, if its operands have become numbers since."""
        store = self.store
        facts, refinements = self._tried.get(uid, (None, 0))
        if facts is store.facts and refinements == store.refinements:
            return NO_NUMBER  # else sums of sums of the same would be tried over and over
        values = [self.decided(self.resolve(operand)) for operand in operands]
        computed: Value = NO_NUMBER
        if all(map(self.is_number, values)):
            with suppress(Diverges):
                computed = function(self, *values)
        if isinstance(computed, Unknown):
            self._tried[uid] = store.facts, store.refinements
        return computed

    def decided(self, value: Value) -> Value:
        """The side of a choice that the path has decided."""
        seen: list[Choice] = []
        while isinstance(value, Choice):
            if any(value is other for other in seen):
                return self.unknown("a choice that leads to itself")
            seen.append(value)
            truth = self.store.facts.truth(value.condition)
            if truth is True:
                value = self.resolve(value.then)
            elif truth is False:
                value = self.resolve(value.orelse)
            else:
                break
        if isinstance(value, Dim):
            return self.store.facts.size(value)
        return value

    def flag(self, key: object, keep: object, name: str) -> Formula:
        """An opaque truth: the same question gives the same flag (`keep` pins identities)."""
        found = self.flags.get(key)
        if found is None:
            operands = keep if isinstance(keep, tuple) else (keep,)
            free = all(map(constancy.may_be_anything, operands))
            found = self.flags[key] = (new_flag(name, free=free), keep)
        return found[0]

    def identity(self, value: Value) -> object:
        """What stands for a value in keys: itself if it is exact, else which object it is."""
        value = self.resolve(value)
        if is_exact(value) or isinstance(value, Dim | Formula | External):
            return (type(value).__name__, value)
        self.identified[id(value)] = value
        self.store.traces += 1
        return id(value)

    def tell_apart(self, *values: Value) -> None:
        """Note that it is asked whether these are the same object."""
        if all(isinstance(value, Instance | Tensor) for value in values):
            self.store.traces += 1

    def truth(self, value: Value) -> Truth:
        """`bool(value)`."""
        return truths.truth(self, value)

    def falsy(self, value: Value) -> Value:
        """A value as it is where it is false."""
        return value

    def truth_of_choice(self, value: Choice, ask: Callable[[Value], Truth]) -> Truth:
        """The answer for either side; the path on which asking raises ends."""
        return truths.truth_of_choice(self, value, ask)

    def either(self, *truths: Truth) -> Truth:
        return disj(*truths)

    # names

    def enclosing(self, frame: Frame) -> Frame | None:
        """The scope a function defined here closes over: class bodies are skipped."""
        while frame.is_class and frame.parent is not None:
            frame = frame.parent
        return None if frame.is_class or frame.vars is frame.module.globals else frame

    def load_name(self, frame: Frame, name: str) -> Value:
        return naming.load_name(self, frame, name)

    def global_name(self, module: ModuleValue, name: str) -> Value:
        """A name of a module, its deferred imports carried out; MISSING if there is none."""
        return naming.global_name(self, module, name)

    def assign_name(self, frame: Frame, name: str, value: Value) -> None:
        naming.assign_name(self, frame, name, value)

    def builtin(self, name: str) -> Value:
        """A builtin of Python by name, MISSING if there is none."""
        return naming.builtin(self, name)

    def find_builtin(self, name: str) -> Callable[..., Value] | None:
        return BUILTINS.get(name)

    def external(self, dotted: str) -> Value:
        return external(self, dotted)

    def ruled(self, frame: Frame, name: str) -> Value:
        """What a project's own rule says that its module defines under this name; None if none does."""
        return naming.ruled(self, frame, name)

    def module_attribute(self, module: ModuleValue, name: str) -> Value:
        found = self.global_name(module, name)
        if found is not MISSING:
            return self.resolve(found)
        return self.program.submodule(self, module, name)

    # operations, delegated

    def call(
        self,
        function: Value,
        args: list[Value],
        kwargs: dict[str, Value],
        frame: Frame | None = None,
    ) -> Value:
        return calls.call(self, function, list(args), dict(kwargs), frame)

    def call_open(
        self,
        function: Value,
        args: list[Value],
        kwargs: dict[str, Value],
        spread: SizeTuple | None = None,
    ) -> Value:
        return calls.call_open(self, function, args, kwargs, spread)

    def get_attr(self, value: Value, name: str) -> Value:
        return self.resolve(attributes.get_attr(self, value, name))

    def set_attr(self, value: Value, name: str, new: Value) -> None:
        attribute_writing.set_attr(self, value, name, new)

    def has_attr(self, value: Value, name: str) -> bool | None:
        return attributes.has_attr(self, value, name)

    def delete_attr(self, value: Value, name: str) -> None:
        attribute_writing.delete_attr(self, value, name)

    def object_attribute(self, receiver: Value, name: str) -> Value:
        """What `object` itself has."""
        if name in ("__init__", "__init_subclass__", "__setattr__", "__post_init__"):
            if name == "__setattr__":
                return Builtin(
                    name, lambda m, args, _: m.store.write(receiver.attrs, args[0], args[1])
                )
            return Builtin(name, lambda m, args, kwargs: None)
        if isinstance(receiver, ClassValue) and name == "__new__":
            return Builtin(name, metaclasses.make)
        if isinstance(receiver, Instance):
            if name == "__getattribute__":
                return Builtin(
                    name, lambda m, args, _: attributes.plain_attribute(m, receiver, args[-1])
                )
            if name == "__delattr__":
                return Builtin(
                    name, lambda m, args, _: attribute_writing.delete_plainly(m, receiver, args[0])
                )
            ruled = attributes.rule_attribute(self, receiver, name)
            if ruled is not MISSING:
                return ruled
            if name == "__getattr__" and own_names.is_layer(receiver):
                return own_names.module_getter(receiver)
        return self.unknown(f"super().{name}")

    def get_item(self, value: Value, index: Value) -> Value:
        return self.resolve(items.get_item(self, value, index))

    def set_item(self, container: Value, index: Value, value: Value) -> None:
        items.set_item(self, container, index, value)

    def delete_item(self, container: Value, index: Value) -> None:
        items.delete_item(self, container, index)

    def binary(self, op: str, left: Value, right: Value) -> Value:
        return operators.binary(self, op, left, right)

    def binary_in_place(self, op: str, left: Value, right: Value) -> Value:
        return operators.binary_in_place(self, op, left, right)

    def unary(self, op: str, value: Value) -> Value:
        return operators.unary(self, op, value)

    def compare(self, op: str, left: Value, right: Value) -> Truth:
        return operators.compare(self, op, left, right)

    def compare_values(self, op: str, left: Value, right: Value) -> Value:
        return operators.compare_values(self, op, left, right)

    def equal(self, left: Value, right: Value) -> Truth:
        return operators.equal(self, left, right)

    def merge(self, condition: Truth, a: Value, b: Value) -> Value:
        return merge(self, condition, a, b)

    def from_rule(self, value: Any) -> Value:
        return calls.from_rule(self, value, self.origin([]))

    # containers

    def iterate(self, value: Value) -> tuple[Value, ...] | None:
        """The items if their number is known."""
        return iteration.iterate(self, value)

    def members(self, value: Value) -> tuple[Value, ...] | None:
        """The items where their order is of no matter."""
        return iteration.members(self, value)

    def iterator_of(self, value: Instance) -> Value | None:
        """What the `__iter__` of its class gives, None where it has none."""
        return iteration.iterator_of(self, value)

    def any_item(self, iterable: Value) -> Value:
        """Some item of an iterable of unknown length."""
        return iteration.any_item(self, iterable)

    def list_of(self, values: list[Value]) -> ListObj:
        return new_list(values)

    def tuple_of(self, values: tuple[Value, ...]) -> TupleValue:
        return TupleValue(tuple(values))

    def distinct(self, values: list[Value]) -> tuple[Value, ...]:
        """Without doubles, in order."""
        kept: dict[object, Value] = {}
        for value in values:
            kept.setdefault(self.identity(value), value)
        return tuple(kept.values())

    def key(self, value: Value) -> Any:
        """A value as an exact hashable key, MISSING if it is not one."""
        value = self.decided(self.resolve(value))
        self.tell_apart(value)
        if is_exact(value) or isinstance(value, External | ClassValue | Instance | TypeOf):
            return value
        if isinstance(value, Function):
            return value
        if isinstance(value, TupleValue):
            parts = [self.key(item) for item in value.items]
            return MISSING if any(p is MISSING for p in parts) else TupleValue(tuple(parts))
        return MISSING

    def forget(self, value: Value) -> None:
        """The contents of a mutable container are lost."""
        escaping.forget(self, value)

    def forget_object(self, value: Instance) -> None:
        """An object is changed in a way that is not followed."""
        escaping.forget_object(self, value)

    def forget_arguments(self, args: list[Value], kwargs: dict[str, Value]) -> None:
        """A callee that is not known may change what it was given."""
        escaping.forget_arguments(self, args, kwargs)

    def widen(self, old: Value, new: Value) -> Value:
        """A value that stands for both and for what further rounds may bring."""
        return widening.widen(self, old, new)

    def same(self, a: Value, b: Value) -> bool:
        return widening.same(self, a, b)

    def match_args(self, value: Value) -> tuple[str, ...] | None:
        value = self.resolve(value)
        if isinstance(value, TupleValue):
            return value.fields
        if isinstance(value, Instance) and value.cls.fields is not None:
            return tuple(name for name, _ in value.cls.fields)
        return None

    # kinds

    def is_function(self, value: Value) -> bool:
        return isinstance(value, Function | RuleMethod | Builtin | RuleOp)

    def is_callable(self, value: Value) -> bool:
        return isinstance(value, Callable_)

    def is_size(self, value: Value) -> bool:
        return isinstance(value, Dim) or type(value) is int

    def is_truth(self, value: Value) -> bool:
        return isinstance(value, bool | Formula)

    def is_number(self, value: Value) -> bool:
        return isinstance(value, int | float | complex | Dim | Ratio | Formula)

    def is_any_number(self, value: Value) -> bool:
        """Whether it is a number, be it told or not."""
        return self.is_number(value) or is_unknown_number(value)

    def super_of(self, frame: Frame) -> Value:
        scope: Frame | None = frame
        while scope is not None and (scope.owner is None or scope.function is None):
            scope = scope.parent
        if scope is None or scope.owner is None or scope.function is None:
            return self.unknown("super")
        params = scope.function.node.params
        receiver = scope.vars.get(params[0].name, MISSING) if params else MISSING
        if receiver is MISSING:
            receiver = scope.receiver
        return Super(scope.owner, receiver)

    def mapping_class(self) -> ClassValue:
        """What a class derived from `dict` has as its base."""
        found = prelude(self, "collections").globals["_Dict"]
        assert isinstance(found, ClassValue)
        return found

    def special_class(self, cls: ClassValue) -> Value | None:
        from shapelint.interpreter.builtins.classes import special_class

        return special_class(self, cls)

    def construct_special(
        self,
        cls: ClassValue,
        args: list[Value],
        kwargs: dict[str, Value],
        instance: Instance | None = None,
        open_: bool = False,
    ) -> Value:
        """An instance of such a class; `open_` if there may be more arguments."""
        from shapelint.interpreter.builtins import classes as special
        from shapelint.interpreter.builtins import dataclasses

        if cls.kind == "namedtuple":
            return special.construct_namedtuple(self, cls, args, kwargs, open_)
        if cls.kind == "enum":
            return special.construct_enum(self, cls, args)
        assert instance is not None
        dataclasses.construct(self, cls, instance, args, kwargs, open_)
        return instance

    def diverge(self, kind: str = "Exception") -> None:
        from shapelint.interpreter.frames import Diverges

        raise Diverges(kind)

    def choose(
        self, condition: Truth, then: Callable[[], Value], orelse: Callable[[], Value]
    ) -> Value:
        return choose(self, None, condition, then, orelse)

    # tensors

    def assign_into(self, tensor: Tensor, index: Value, value: Value) -> None:
        """`tensor[index] = value`: the value must broadcast to the place."""
        place = items.get_item(self, tensor, index)
        value = self.decided(self.resolve(value))
        elements.stored(self, tensor, index, value)
        if not isinstance(place, Tensor) or not isinstance(value, Tensor):
            return
        rule = self.rulebook.find("torch.broadcast_to")
        if rule is None:
            return
        target = self.store.facts.shape(place.shape)
        source = self.store.facts.shape(value.shape)
        if target.rank is None or source.rank is None:
            return
        from shapelint.interpreter.assigning import check_assignment

        check_assignment(self, tensor, target, source)

    def origin(self, args: list[Value], what: str = "") -> Step:
        """Where a tensor arises now, by which operation, and the first tensor it is made from."""
        return reporting.origin(self, args, what)

    def step_of(self, tensor: Tensor) -> Step | None:
        """The tensor's own step, with the shape it has."""
        return reporting.step_of(self, tensor)

    def history(self, tensor: Tensor) -> list[Step]:
        """Where a tensor and what it was made from arose, the oldest first, with the shapes known here."""
        return reporting.history(self, tensor)

    # findings

    def operation(self, status: str, what: str, args: list[Value]) -> None:
        """Count an operation; note why it is unknown. One whose failure is caught may fail for what no shape
        tells: a device, a number."""
        self.doubts += status != "proved" or bool(self.recorder.expected_failure)
        if self.here.path.startswith("<"):
            return
        self.recorder.operation(self.here, what, status)
        if status == "unknown":
            self.recorder.causes[what] += 1

    def report_failures(self, applied: Any, args: list[Value]) -> None:
        for failure in applied.failures[:1]:
            self.report(failure.name, failure.message, tuple(args))

    def report(self, name: str, message: str, involved: tuple[Value, ...]) -> None:
        """A call that fails on every input of this path."""
        reporting.report(self, name, message, involved)

    def conclude(self, finding: RawFinding) -> None:
        """Note a finding of this path, if some input is sure to take the path: otherwise it is in
        doubt, until every path is found to fail in the same way."""
        reporting.conclude(self, finding)

    def project_place(self) -> Place:
        """Where the program stands, in the project: of an installed package, the call into it."""
        return reporting.project_place(self)
