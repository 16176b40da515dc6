"""Calling any value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shapelint.interpreter import (
    aliases,
    arrays,
    between,
    elements,
    joining,
    keras_layers,
    late,
    overridden,
    presence,
    remarks,
)
from shapelint.interpreter.branches import choose, over_choice
from shapelint.interpreter.classes import instantiate, lookup
from shapelint.interpreter.default_dtype import told_dtype
from shapelint.interpreter.enums import plain
from shapelint.interpreter.escaping import call_on_any, forget_callbacks, forget_object
from shapelint.interpreter.frames import Diverges, Frame
from shapelint.interpreter.functions import NotTold, bind, bind_open, run_function
from shapelint.interpreter.memoizing import memoized
from shapelint.interpreter.own_names import changed_parameters, is_hooked, is_of_layers
from shapelint.interpreter.preludes import prelude
from shapelint.interpreter.recorder import Step
from shapelint.interpreter.refinement import force_arguments
from shapelint.interpreter.representative import lose_length
from shapelint.interpreter.sequences import joined
from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    Builtin,
    Choice,
    ClassMethod,
    ClassValue,
    DictObj,
    External,
    Function,
    GeneratorContext,
    Instance,
    ListObj,
    Opaque,
    Partial,
    Perhaps,
    RuleMethod,
    RuleOp,
    SetObj,
    SizeTuple,
    StaticMethod,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    new_list,
)
from shapelint.interpreter.values import age as unknown_age
from shapelint.interpreter.witness import Operation
from shapelint.rulebook import RuleClass, Signature, apply
from shapelint.rulebook.builtins import Rejected
from shapelint.rulebook.dtype import is_dtype
from shapelint.rulebook.replaced import with_replaced
from shapelint.rulebook.values import UNKNOWN, Several, Typed
from shapelint.symbolic import new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

DEVICE = re.compile(r"(cpu|cuda|mps|xpu|meta)(:\d+)?$")
MAX_DEPTH = 4
UNTYPED = {"keras", "tensorflow"}
"""Frameworks that convert what stands for a tensor, and whose dtypes are not told."""
ENVIRONMENT = (
    "random.", "os.", "sys.", "time.", "platform.", "datetime.", "socket.", "json.", "yaml.",
    "torch.cuda.", "torch.backends.", "torch.distributed.", "torch.load", "numpy.random.",
)  # fmt: skip
"""What these answer may be anything, for all that the program says."""
TAKEN_OVER = "functions taken over"
"""The setting while the program may do something else in the place of any function of a framework's."""
HARMLESS = ("torch.", "numpy.", "math.", "logging.", "warnings.", "random.", "os.", "tqdm", "time.")


def call(
    m: Interpreter,
    function: Value,
    args: list[Value],
    kwargs: dict[str, Value],
    frame: Frame | None = None,
) -> Value:
    """The result of calling a value."""
    m.step()
    function = m.resolve(function)
    if isinstance(function, Function):
        receiver = args[0] if args and function.owner is not None else None
        try:
            bound = bind(m, function, args, kwargs)
        except NotTold:
            return _called_otherwise(m, function, args, kwargs)
        return _called(m, function, bound, receiver)
    if isinstance(function, BoundMethod):
        return call(m, function.function, [function.receiver, *args], kwargs, frame)
    if _left_out(function, kwargs):
        return _settled(m, kwargs, lambda kwargs: call(m, function, args, kwargs, frame))
    if isinstance(function, Builtin):
        try:
            return _remembering(m, function.call(m, args, kwargs), args, kwargs)
        except IndexError:  # fewer by position than it takes: by keyword, or too few
            m.forget_arguments(args, kwargs)
            return m.unknown(f"call of {function.name} with other arguments")
    if isinstance(function, RuleOp):
        result = call_rule(m, function, args, kwargs)
        if function.dotted.rpartition(".")[2] not in elements.FRESH:
            elements.share(m, [*args, *kwargs.values()], result)
        return result
    if isinstance(function, RuleMethod):
        return call_rule_method(m, function, args, kwargs)
    if isinstance(function, ClassValue):
        return instantiate(m, function, args, kwargs)
    if isinstance(function, Instance):
        return call_instance(m, function, args, kwargs)
    if isinstance(function, Partial):
        merged = {**dict(function.kwargs), **kwargs}
        return call(m, function.function, [*function.args, *args], merged, frame)
    if isinstance(function, Choice):
        return over_choice(
            m, function, lambda side: call(m, side, list(args), dict(kwargs), frame), frame
        )
    if isinstance(function, StaticMethod | ClassMethod):
        return call(m, function.function, args, kwargs, frame)
    if isinstance(function, TypeOf):
        builtin = m.find_builtin(function.name)
        return (
            m.unknown(f"call of {function.name}")
            if builtin is None
            else _remembering(m, builtin(m, args, kwargs), args, kwargs)
        )
    if isinstance(function, External):
        return call_external(m, function, args, kwargs)
    if isinstance(function, GeneratorContext):
        return call(m, m.external("contextlib._around"), [function, *args], kwargs)
    if isinstance(function, Unknown):
        held = aliases.objects(m, [function, *args, *kwargs.values()])
        call_on_any(m, function)
        m.forget_arguments(args, kwargs)
        m.operation("unknown", f"call of {function.hint or function.why}", args)
        made = m.unknown(f"call of {function.hint or function.why}", free=function.free)
        return aliases.remember(made, held)
    if function is None or isinstance(function, int | float | str | Tensor | TupleValue):
        raise Diverges("TypeError")
    return m.unknown(f"call of a {type(function).__name__}")


def _remembering(
    m: Interpreter, result: Value, args: list[Value], kwargs: dict[str, Value]
) -> Value:
    """What a builtin gives, which may be what it was given if it is not known."""
    elements.share(m, args, result)
    lost = result.items if isinstance(result, ListObj) else result
    if not isinstance(lost, Unknown) or lost.objects:
        return result
    return aliases.remember(result, aliases.objects(m, [*args, *kwargs.values()]))


def _called(m: Interpreter, function: Function, bound: dict[str, Value], receiver: Value) -> Value:
    if function.is_context:
        return GeneratorContext(function, bound, receiver)
    if function.memo is not None:
        return memoized(m, function, function.memo, bound, receiver)
    return run_function(m, function, bound, receiver)


def _called_otherwise(
    m: Interpreter, function: Function, args: list[Value], kwargs: dict[str, Value]
) -> Value:
    """A call with arguments that a prelude does not know of: what it does is not told, nor is what it makes."""
    m.forget_arguments(args, kwargs)
    made = m.resolve(args[0]) if function.name == "__init__" and args else None
    if isinstance(made, Instance):
        forget_object(m, made)
    return m.unknown(f"call of {function.name} with other arguments")


def _left_out(function: Value, kwargs: dict[str, Value]) -> bool:
    """Whether an argument may be left out of a call that no function of the program's receives."""
    if not presence.is_vague(kwargs):
        return False
    if isinstance(function, ClassValue):
        init, _ = lookup(function, "__init__")
        return not isinstance(init, Function)
    return not isinstance(function, Instance | Partial | Choice | StaticMethod | ClassMethod)


def _settled(
    m: Interpreter, kwargs: dict[str, Value], call: Callable[[dict[str, Value]], Value]
) -> Value:
    """A call with, and without, what may be left out."""
    name = next((name for name, value in kwargs.items() if isinstance(value, Perhaps)), None)
    if name is None:
        return call(kwargs)
    argument: Perhaps = kwargs[name]
    others = {key: value for key, value in kwargs.items() if key != name}
    return choose(
        m,
        None,
        argument.condition,
        lambda: _settled(m, {**others, name: argument.value}, call),
        lambda: _settled(m, others, call),
    )


def call_open(
    m: Interpreter,
    function: Value,
    args: list[Value],
    kwargs: dict[str, Value],
    spread: SizeTuple | None = None,
) -> Value:
    """A call some arguments of which came from a spread of unknown length; `spread` are the
    positional ones from there on, if they are the sizes of a shape."""
    function = m.resolve(function)
    while isinstance(function, BoundMethod):
        args = [function.receiver, *args]
        function = m.resolve(function.function)
    if isinstance(function, Function):
        receiver = args[0] if args and function.owner is not None else None
        return _called(m, function, bind_open(m, function, args, kwargs), receiver)
    if isinstance(function, ClassValue):
        return instantiate(m, function, args, kwargs, open_=True)
    if isinstance(function, RuleMethod) and function.name == "__init__":
        return None
    if isinstance(function, RuleOp) and spread is not None:
        place = function.rule.sizes_at()
        if place is not None and place <= len(args):
            sizes = [(False, a) for a in args[place:]]
            whole = joined(m, [*sizes, (True, spread)])
            if isinstance(whole, SizeTuple):
                return call_rule(m, function, [*args[:place], whole], kwargs)
    m.forget_arguments(args, kwargs)
    return m.unknown("call with arguments of unknown number")


def call_instance(
    m: Interpreter, instance: Instance, args: list[Value], kwargs: dict[str, Value]
) -> Value:
    method = m.get_attr(instance, "__call__")
    if is_of_layers(method, "__call__") and not is_hooked(m, instance):
        method = m.get_attr(instance, "forward")
    return call(m, method, args, kwargs)


def call_external(
    m: Interpreter, function: External, args: list[Value], kwargs: dict[str, Value]
) -> Value:
    """A framework or library function without a rule."""
    dotted = function.dotted
    if dotted.startswith("numpy.") and is_dtype(dotted):  # its scalars are as arrays without axes
        return call(m, m.external("numpy.array"), [*args[:1]] or [0], {"dtype": function})
    held = aliases.objects(m, [*args, *kwargs.values()])
    tensors = any(isinstance(a, Tensor) for a in [*args, *kwargs.values()])
    if dotted.startswith("torch.") and kwargs.get("out") is not None:
        written(m, m.decided(m.resolve(kwargs["out"])), None)
    for value in [*args, *kwargs.values()]:
        elements.lose(m, m.resolve(value))
    if dotted.startswith(HARMLESS):
        forget_callbacks(m, args, kwargs)
    else:
        m.forget_arguments(args, kwargs)
    if dotted.startswith("torch.") or tensors:
        m.operation("unknown", f"no rule for {dotted}", args)
    made = m.unknown(f"no rule for {dotted}", free=dotted.startswith(ENVIRONMENT))
    return aliases.remember(made, held)


def to_rule(m: Interpreter, value: Value) -> Any:
    """An abstract value as the rulebook takes it."""
    value = plain(m.resolve(value))
    if isinstance(value, Tensor):
        shape = m.store.facts.shape(value.shape)
        return value if shape is value.shape else replace(value, shape=shape)
    if isinstance(value, TupleValue):
        return tuple(to_rule(m, item) for item in value.items)
    if isinstance(value, ListObj):
        sizes = value.cell["items"]
        if isinstance(sizes, SizeTuple):
            return to_rule(m, sizes)
        items = value.items
        return UNKNOWN if isinstance(items, Unknown) else tuple(to_rule(m, i) for i in items)
    if isinstance(value, SizeTuple):
        shape = m.store.facts.shape(value.shape)
        return tuple(shape.sizes) if shape.rank is not None else SizeTuple(shape)
    if isinstance(value, External) and value.dotted.startswith("torch."):
        return value.dotted
    if isinstance(value, Choice):
        sides = (m.resolve(value.then), m.resolve(value.orelse))
        return "torch.device" if all(map(_names_device, sides)) else UNKNOWN
    if isinstance(value, Unknown):
        return "torch.device" if is_device(value) else UNKNOWN
    if isinstance(value, DictObj | SetObj | Instance | ClassValue | Function):
        return UNKNOWN
    if isinstance(value, Builtin | TypeOf | RuleOp | Partial | External | BoundMethod):
        return UNKNOWN
    if value is Ellipsis or isinstance(value, bytes | complex):
        return UNKNOWN
    if isinstance(value, bool | int | float | str | None):
        return value
    return value if m.is_size(value) or m.is_truth(value) else UNKNOWN


def is_device(value: Unknown) -> bool:
    """A device by its type, or by its name where no more is known: it decides no shape."""
    if isinstance(value, Opaque):
        return value.kind == "torch.device"
    return (value.hint or "").rpartition(".")[2] == "device"


def is_open_dtype(m: Interpreter, kwargs: dict[str, Value]) -> bool:
    """Whether a call is given a dtype that is not known: its result has none then."""
    return isinstance(m.decided(m.resolve(kwargs.get("dtype"))), Unknown)


def _names_device(value: Value) -> bool:
    if isinstance(value, Unknown):
        return is_device(value)
    return isinstance(value, str) and DEVICE.match(value) is not None


def from_rule(m: Interpreter, value: Any, origin: object) -> Value:
    """What the rulebook answers as an abstract value; new tensors remember where they arose."""
    if isinstance(value, Tensor):
        return replace(value, dtype=told_dtype(m, value.dtype), origin=origin)
    if isinstance(value, tuple):
        return TupleValue(tuple(from_rule(m, item, origin) for item in value))
    if isinstance(value, Several):
        since = (value.since, unknown_age())
        item = replace(value.item, origin=origin)
        return new_list(lose_length(m, "results of unknown number", item, since))
    if isinstance(value, dict):
        return DictObj({key: from_rule(m, item, origin) for key, item in value.items()})
    if value is UNKNOWN:
        return m.unknown("a result the rule leaves open")
    if isinstance(value, Typed):
        why = f"of type {value.name}, by its rule"
        free = not isinstance(origin, Step) or not origin.constant
        if value.name == "int":
            m.doubts += 1
            return new_symbol("number", None, free=False)
        if value.name == "float":
            return m.opaque("number", why, free)
        return m.unknown(why, free=free)
    return value


def _alternatives(args: list[Value], kwargs: dict[str, Value]) -> Choice | None:
    for value in [*args, *kwargs.values()]:
        if isinstance(value, Choice):
            return value
        if isinstance(value, TupleValue):
            inner = _alternatives(list(value.items), {})
            if inner is not None:
                return inner
        if isinstance(value, ListObj) and not isinstance(value.items, Unknown):
            inner = _alternatives(list(value.items), {})
            if inner is not None:
                return inner
    return None


def _pick(value: Value, choice: Choice, side: Value) -> Value:
    if value is choice:
        return side
    if isinstance(value, TupleValue):
        return TupleValue(
            tuple(_pick(v, choice, side) for v in value.items), value.fields, value.cls
        )
    if isinstance(value, ListObj) and not isinstance(value.items, Unknown):
        items = tuple(_pick(v, choice, side) for v in value.items)
        return ListObj({**value.cell, "items": items})
    return value


def over_choices(
    m: Interpreter, args: list[Value], kwargs: dict[str, Value], run: Any, depth: int = 0
) -> Value:
    """Run a rule on each alternative of an argument; a finding must hold for all of them.

    Where arguments hold more than MAX_DEPTH choices that nothing ties together, the rest is unknown.
    """
    args = [m.decided(m.resolve(a)) for a in args]
    kwargs = {k: m.decided(m.resolve(v)) for k, v in kwargs.items()}
    choice = _alternatives(args, kwargs)
    if choice is None:
        return run(args, kwargs)
    if depth == MAX_DEPTH:
        lost = m.unknown("one of too many alternatives")
        args = [_pick(a, choice, lost) for a in args]
        kwargs = {k: _pick(v, choice, lost) for k, v in kwargs.items()}
        return over_choices(m, args, kwargs, run, depth)

    def side(value: Value) -> Value:
        return over_choices(
            m,
            [_pick(a, choice, value) for a in args],
            {k: _pick(v, choice, value) for k, v in kwargs.items()},
            run,
            depth + 1,
        )

    return over_choice(m, choice, side)


def _applied(m: Interpreter, args: list[Value], kwargs: dict[str, Value], run: Any) -> Value:
    """Run a rule; what is reported meanwhile is the fault of this call."""
    outer = m.running
    try:
        return over_choices(m, args, kwargs, run)
    finally:
        m.running = outer


def call_rule(m: Interpreter, op: RuleOp, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """A framework function by its rule."""
    whole = joining.joined(m, op, args, kwargs)
    if whole is not None:
        return whole

    def run(args: list[Value], kwargs: dict[str, Value]) -> Value:
        m.running = Operation(op, tuple(args), kwargs)
        numpy = op.dotted.startswith("numpy.")
        if numpy or op.rule.framework in UNTYPED:
            args, kwargs = arrays.prepared(m, op.rule, args, kwargs)
        if op.rule.finds in remarks.CONSUMERS:
            remarks.consume(m, args)
        open_dtype = not numpy and is_open_dtype(m, kwargs)
        if open_dtype:
            kwargs = {name: value for name, value in kwargs.items() if name != "dtype"}
        if not numpy:
            kwargs = with_settings(m, op.rule.signatures, kwargs)
            force_arguments(m, op.rule.signatures, args, kwargs)
        applied = apply.call_function(
            op.rule,
            [to_rule(m, a) for a in args],
            {k: to_rule(m, v) for k, v in kwargs.items()},
            m.store.facts,
            op.dotted,
        )
        if numpy and applied.failures and not arrays.is_sure(m, op.rule, args, kwargs):
            why = "what may be no array"
            applied = apply.Applied(UNKNOWN, m.store.facts, (), "unknown", why)
        result = finish(m, applied, op.dotted, [*args, *kwargs.values()])
        if numpy:
            result = arrays.result(m, op.rule, args, kwargs, result)
        elif op.rule.framework in UNTYPED or open_dtype:
            result = untyped(result)
        if op.dotted in elements.IN_PLACE and args:
            elements.lose(m, args[0])
        result = elements.counted(op.dotted, args, kwargs, result)
        result = between.drawn(m, op.dotted, args, kwargs, result)
        result = elements.computed(op.dotted, args, kwargs, result)
        remarks.keep(m, result, applied.remarks, args)
        if isinstance(result, TupleValue) and _gives_list(op):
            return new_list(result.items)
        if isinstance(result, TupleValue) and len(result.items) == len(op.rule.fields):
            result = TupleValue(result.items, op.rule.fields)
        if numpy and kwargs.get("out") is not None:
            elements.lose(m, m.decided(m.resolve(kwargs["out"])))
        if not numpy and kwargs.get("out") is not None:
            return written(m, kwargs["out"], result)
        if op.in_place and args and isinstance(args[0], Tensor) and isinstance(result, Tensor):
            elements.lose(m, args[0])
            return args[0] if op.rule.keeps_shape() else changed(m, args[0], result)
        return result

    return _applied(m, args, kwargs, run)


def _gives_list(op: RuleOp) -> bool:
    """Whether the parts come as a list, which may grow."""
    name = op.dotted.rpartition(".")[2]
    if op.rule.framework == "tensorflow":
        return name in ("split", "unstack", "meshgrid")
    return op.dotted.startswith("numpy.") and name.endswith("split")


def written(m: Interpreter, out: Value, result: Value) -> Value:
    """The tensors given as `out`, which have the shapes of what was written to them from here on."""
    if isinstance(out, TupleValue | ListObj) and not isinstance(out.items, Unknown):
        results = result.items if isinstance(result, TupleValue) else [result] * len(out.items)
        pairs = zip(out.items, results, strict=False)
        items = tuple(written(m, m.decided(m.resolve(one)), made) for one, made in pairs)
        return replace(result, items=items) if isinstance(result, TupleValue) else TupleValue(items)
    if not isinstance(out, Tensor):
        return result
    elements.lose(m, out)
    made = result if isinstance(result, Tensor) else Tensor(unknown_shape("s"))
    return changed(
        m, out, replace(elements.forgotten(made), dtype=out.dtype, origin=m.origin([out]))
    )


def changed(m: Interpreter, tensor: Tensor, result: Tensor) -> Tensor:
    """The tensor that a method changed in place: itself, seen anew by all who hold it."""
    same = result.shape == m.store.facts.shape(tensor.shape)
    if same and result.layout in (None, tensor.layout):
        return tensor
    m.store.mutate(tensor, result)
    return result


def _given(m: Interpreter, rule: RuleClass, env: Any) -> Any:
    """What a layer is made with, if that is known. Where defaults give it no inputs, so that it has no weights, it is
    none that anybody uses: what is 0 of it is not known."""
    if not isinstance(env, dict):
        return env
    none = [
        name for name, value in env.items() if type(value) is int and value == 0 or value == (0,)
    ]
    if m.recorder.entry == "<script>" or not none:
        return env
    weight = apply.attribute(rule, env, "weight", m.store.facts)
    if not isinstance(weight, Tensor) or 0 not in (*weight.shape.prefix, *weight.shape.suffix):
        return env
    return {**env, **dict.fromkeys(none, UNKNOWN)}


def call_rule_method(
    m: Interpreter, method: RuleMethod, args: list[Value], kwargs: dict[str, Value]
) -> Value:
    """`__init__`, `forward`… of a framework class by its rule; `args[0]` is the instance."""
    instance, rest = args[0], args[1:]
    rule = method.cls.rule
    assert rule is not None
    if not isinstance(instance, Instance):
        return m.unknown(f"{method.cls.name}.{method.name} of an unknown instance")

    def run(args: list[Value], kwargs: dict[str, Value]) -> Value:
        if method.name == "__init__":
            m.running = Operation(method.cls, tuple(args), kwargs)
            if rule.framework in UNTYPED:
                args, kwargs = keras_layers.constructor(m, instance, rule, args, kwargs)
                kwargs = with_settings(m, rule.init, kwargs)
            force_arguments(m, rule.init, args, kwargs)
            plain = [to_rule(m, a) for a in args]
            applied = apply.construct(
                rule, plain, {k: to_rule(m, v) for k, v in kwargs.items()}, m.store.facts
            )
            m.store.facts = applied.facts
            if not overridden.may_take_more(instance):
                m.report_failures(applied, [*args, *kwargs.values()])
            _tried(m, applied)
            env = None if applied.failures else _given(m, rule, applied.result)
            m.store.write(instance.rule_envs, rule.name, env)
            late.begin(m, instance, rule)
            overridden.reset(m, instance, rule)
            return None
        if method.name == "forward" and args and _is_packed(args[0]):
            over = prelude(m, "torch.nn.utils.rnn").globals["_over_packed"]
            return call(m, over, [instance, BoundMethod(method, instance), *args], kwargs)
        if method.name == rule.call_name:
            own = overridden.forward(m, instance, args)
            if own is not MISSING:
                return own
        m.running = Operation(BoundMethod(method, instance), tuple(args), kwargs)
        env = instance.rule_envs.get(rule.name)
        if not isinstance(env, dict):
            return Tensor(unknown_shape("s"), None, None, m.origin(args))
        env = late.environment(m, instance, rule, env)
        parameters = {"weight", "bias", *rule.attributes, *env}
        replaced = {k: to_rule(m, v) for k, v in instance.attrs.items() if k in parameters}
        if instance.parameters:
            changes = changed_parameters(m, instance)
            replaced |= {k: to_rule(m, v) for k, v in changes.items()}
        if replaced:
            try:
                env = with_replaced(rule, env, replaced, m.store.facts)
            except Rejected as rejected:
                m.report("weights-shape", rejected.message, (*replaced.values(), *args))
                env = None
        if env is None:
            m.operation("unknown", f"{rule.name} with replaced parameters", args)
            return Tensor(unknown_shape("s"), None, None, m.origin(args))
        if rule.finds in remarks.CONSUMERS:
            remarks.consume(m, args)
        force_arguments(m, rule.methods.get(method.name, ()), args, kwargs)
        given = [to_rule(m, a) for a in args]
        if m.store.settings.get("reordered"):
            given = [replace(a, layout=None) if isinstance(a, Tensor) else a for a in given]
        applied = apply.call_method(
            rule,
            method.name,
            env,
            given,
            {k: to_rule(m, v) for k, v in kwargs.items()},
            m.store.facts,
        )
        late.fix(m, instance, rule, applied.late)
        result = finish(m, applied, f"{rule.name}.{method.name}", [*args, *kwargs.values()])
        if rule.framework in UNTYPED:
            result = untyped(result)
        remarks.keep(m, result, applied.remarks, args)
        named = method.name == rule.call_name and isinstance(result, TupleValue)
        if named and len(result.items) == len(rule.fields):
            return TupleValue(result.items, rule.fields)
        return result

    return _applied(m, rest, kwargs, run)


def with_settings(
    m: Interpreter, signatures: tuple[Signature, ...], kwargs: dict[str, Value]
) -> dict[str, Value]:
    """With what the program has set for all layers, where the call says nothing of it."""
    chosen = m.store.settings.get("data_format")
    takes = chosen is not None and any(s.takes("data_format") for s in signatures)
    return {"data_format": chosen, **kwargs} if takes else kwargs


def untyped(value: Value) -> Value:
    """Tensors of Keras and TensorFlow, whose dtypes decide nothing about shapes."""
    if isinstance(value, Tensor):
        plain = value.dtype is None and value.layout is None
        return value if plain else replace(value, dtype=None, layout=None)
    if isinstance(value, TupleValue):
        return replace(value, items=tuple(map(untyped, value.items)))
    return value


def _is_packed(value: Value) -> bool:
    return isinstance(value, Instance) and value.cls.name == "PackedSequence"


def _tried(m: Interpreter, applied: Any) -> None:
    """A call passes that failed before the trial of a fix."""
    trial = m.mending
    if trial is not None and not applied.failures and m.project_place() == trial.target:
        trial.passed(m)


def finish(m: Interpreter, applied: Any, what: str, args: list[Value]) -> Value:
    """Take up what a rule answered: its facts, its failures, its result."""
    if m.store.settings.get(TAKEN_OVER) is True:
        return m.unknown("what may be another function")
    m.store.facts = applied.facts
    _tried(m, applied)
    m.operation(applied.status, f"{what}: {applied.why or 'arguments not known'}", args)
    if applied.failures:
        m.report_failures(applied, args)
        if m.recorder.expected_failure:
            raise Diverges("RuntimeError")
        return m.unknown(f"result of a call that fails ({what})")
    return from_rule(m, applied.result, m.origin(args, what))
