"""Classes: definition, method resolution, construction, `super`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter import metaclasses, presence
from shapelint.interpreter.dict_classes import is_dict, new_instance
from shapelint.interpreter.frames import Frame
from shapelint.interpreter.own_names import is_layers_own
from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    Builtin,
    ClassMethod,
    ClassValue,
    DictObj,
    External,
    Instance,
    Property,
    RuleMethod,
    StaticMethod,
    Super,
    TypeOf,
    Unknown,
    Value,
)
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

HARMLESS_BASES = {"object", "ABC", "Generic", "Protocol"}


def define_class(m: Interpreter, node: tree.ClassDef, frame: Frame) -> Value:
    """The value a `class` statement binds."""
    from shapelint.interpreter.expressions import evaluate
    from shapelint.interpreter.statements import run_block

    bases: list[Value] = []
    keywords: dict[str, Value] = {}
    for arg in node.bases:
        if arg.keyword is not None:
            keywords[arg.keyword] = evaluate(m, arg.value, frame)
        elif arg.star == 0:
            base = evaluate(m, arg.value, frame)
            if isinstance(base, TypeOf) and base.name.rsplit(".", 1)[-1] in HARMLESS_BASES:
                continue
            bases.append(m.mapping_class() if is_dict(base) else base)
    metaclass = metaclasses.metaclass_of(bases, keywords.pop("metaclass", None))
    cls = ClassValue(node.name, tuple(bases), {}, frame.module.name, metaclass=metaclass)
    cls.file = frame.module.path if frame.vars is frame.module.globals else ""
    cls.mro = linearize(cls)
    inner = Frame(
        frame.module, cls.attrs, m.enclosing(frame), frame.function, None, cls, is_class=True
    )
    inner.mark = m.store.mark()
    run_block(m, node.body, inner)
    _name_descriptors(m, cls)
    special = m.special_class(cls)
    if special is not None:
        special.file = cls.file
        return special
    with m.at(frame, node.at):
        value = metaclasses.complete(m, cls, keywords)
    for decorator in reversed(node.decorators):
        with m.at(frame, decorator.at):
            result = m.call(evaluate(m, decorator, frame), [value], {}, frame)
        value = metaclasses.decorated(m, decorator, value, result)
    return value


def _name_descriptors(m: Interpreter, cls: ClassValue) -> None:
    """Tell the descriptors of a class their names, and the class whether it has such that are set."""
    cls.intercepts = "__getattribute__" in cls.attrs
    cls.intercepts |= any(isinstance(base, ClassValue) and base.intercepts for base in cls.mro[1:])
    for name, value in list(cls.attrs.items()):
        if isinstance(value, Instance):
            cls.intercepts |= lookup(value.cls, "__set__")[0] is not MISSING
            named, _ = lookup(value.cls, "__set_name__")
            if m.is_function(named):
                m.call(named, [value, cls, name], {})


def linearize(cls: ClassValue) -> tuple[Value, ...]:
    """The method resolution order (C3); unknown bases stand at their place."""
    chains = [list(b.mro) if isinstance(b, ClassValue) else [b] for b in cls.bases]
    chains.append(list(cls.bases))
    order: list[Value] = [cls]
    while any(chains):
        chains = [chain for chain in chains if chain]
        for chain in chains:
            head = chain[0]
            if not any(head is item for other in chains for item in other[1:]):
                break
        else:
            head = chains[0][0]
        order.append(head)
        chains = [[item for item in chain if item is not head] for chain in chains]
    return tuple(order)


def lookup(cls: ClassValue, name: str, after: ClassValue | None = None) -> tuple[Value, Value]:
    """(attribute, class it stands in), searching the MRO (behind `after`); MISSING if absent,
    an Unknown if an unknown base may have it."""
    mro = cls.mro
    if after is not None:
        places = [i for i, c in enumerate(mro) if c is after]
        mro = mro[places[0] + 1 :] if places else mro
    for base in mro:
        if isinstance(base, ClassValue):
            value = base.attrs.get(name, MISSING)
            if value is not MISSING:
                return value, base
            if base.rule is not None and (name in base.rule.methods or name == "__init__"):
                return RuleMethod(base, name), base
        elif isinstance(base, Unknown | External):
            return Unknown(f"attribute {name} of a base class that is not known"), base
    return MISSING, None


def bind_attribute(m: Interpreter, value: Value, receiver: Value, cls: ClassValue) -> Value:
    """What reading a class attribute through an instance gives (descriptors)."""
    if isinstance(value, Property):
        return m.call(value.getter, [receiver], {})
    if isinstance(value, StaticMethod):
        return value.function
    if isinstance(value, ClassMethod):
        return BoundMethod(value.function, cls)
    if m.is_function(value):
        return BoundMethod(value, receiver)
    return described(m, value, receiver, cls)


def described(m: Interpreter, value: Value, receiver: Value, cls: ClassValue) -> Value:
    """What a descriptor of the program gives; any other value as it is."""
    if not isinstance(value, Instance):
        return value
    getter, _ = lookup(value.cls, "__get__")
    return m.call(getter, [value, receiver, cls], {}) if m.is_function(getter) else value


def class_attribute(m: Interpreter, cls: ClassValue, name: str) -> Value:
    """`Class.name`."""
    value, _ = lookup(cls, name)
    if value is MISSING:
        if name == "__name__" or name == "__qualname__":
            return cls.name
        if name == "__module__":
            return m.opaque("str", "the module of a class")
        if name == "__mro__":
            return m.tuple_of(cls.mro)
        if name == "__dataclass_fields__":
            fields = m.iterate(m.call(m.external("dataclasses.fields"), [cls], {}))
            if fields is not None:
                return DictObj({field.attrs["name"]: field for field in fields})
        meta = cls.meta
        found = MISSING if meta is None else lookup(meta, name)[0]
        if meta is not None and found is not MISSING and not isinstance(found, Unknown):
            return bind_attribute(m, found, cls, meta)
        return _of_rule(m, cls, name)
    if isinstance(value, StaticMethod):
        return value.function
    if isinstance(value, ClassMethod):
        return BoundMethod(value.function, cls)
    return described(m, value, None, cls)


def _of_rule(m: Interpreter, cls: ClassValue, name: str) -> Value:
    """A function that stands in a framework's class: `nn.Embedding.from_pretrained`."""
    for base in cls.mro:
        rule = base.rule if isinstance(base, ClassValue) else None
        for dotted in rule.names if rule is not None else ():
            found = m.external(f"{dotted}.{name}")
            if not isinstance(found, External):
                return found
    return m.unknown(f"attribute {cls.name}.{name}")


def super_attribute(m: Interpreter, view: Super, name: str) -> Value:
    """`super().name`."""
    receiver = view.receiver
    cls = receiver.cls if isinstance(receiver, Instance) else receiver
    if not isinstance(cls, ClassValue):
        return m.unknown("super of an unknown class")
    if receiver is cls and cls.meta is not None and view.cls not in cls.mro:
        found, _ = lookup(cls.meta, name, view.cls)
        if isinstance(found, Unknown) or found is MISSING:
            return metaclasses.super_method(m, cls, name)
        return bind_attribute(m, found, cls, cls.meta)
    value, owner = lookup(cls, name, view.cls)
    if name == "__init__" and isinstance(receiver, Instance) and view.cls in cls.mro:
        made = _generated(cls.mro[cls.mro.index(view.cls) + 1 :], owner)
        if made is not None:
            return _constructor(made, receiver)
    if value is MISSING or name == "__getattr__" and is_layers_own(cls, owner):
        return m.object_attribute(receiver, name)
    return bind_attribute(m, value, receiver, cls)


def _constructor(cls: ClassValue, receiver: Instance) -> Builtin:
    """The `__init__` that a dataclass has without writing it."""

    def call(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> None:
        m.construct_special(cls, args, kwargs, receiver)

    return Builtin("__init__", call)


def instantiate(
    m: Interpreter,
    cls: ClassValue,
    args: list[Value],
    kwargs: dict[str, Value],
    open_: bool = False,
) -> Value:
    """What calling a class gives: a new instance, unless its metaclass does something else."""
    called = metaclasses.method_of(cls, "__call__")
    if called is not MISSING:
        call = m.call_open if open_ else m.call
        return call(BoundMethod(called, cls), args, kwargs)
    return construct(m, cls, args, kwargs, open_)


def construct(
    m: Interpreter,
    cls: ClassValue,
    args: list[Value],
    kwargs: dict[str, Value],
    open_: bool = False,
) -> Value:
    """A new instance, its constructor run."""
    new, owner = lookup(cls, "__new__")
    if cls.kind == "enum" or cls.kind == "namedtuple" and new is MISSING:
        return m.construct_special(cls, args, kwargs, open_=open_)
    if new is not MISSING and not isinstance(new, Unknown) and isinstance(owner, ClassValue):
        return m.unknown(f"{cls.name}.__new__")
    given = None if open_ or presence.is_vague(kwargs) else (tuple(args), dict(kwargs))
    instance = new_instance(cls, given, m.here)
    m.layers_made += cls.rule is not None and bool(cls.rule.attributes)
    init, owner = lookup(cls, "__init__")
    if _generated(cls.mro, owner) is not None:
        m.construct_special(cls, args, kwargs, instance, open_)
    elif init is MISSING:
        pass
    elif isinstance(init, Unknown):
        m.cause(f"constructor of a base class of {cls.name} that is not known")
        m.forget_arguments(args, kwargs)
    elif open_ or isinstance(owner, ClassValue) and owner.is_configured:
        m.call_open(BoundMethod(init, instance), args, kwargs)
    else:
        m.call(BoundMethod(init, instance), args, kwargs)
    return instance


def _generated(mro: tuple[Value, ...], owner: Value) -> ClassValue | None:
    """The dataclass that comes before the class which writes `__init__` itself, if one does."""
    for base in mro:
        if isinstance(base, ClassValue) and base.kind == "dataclass":
            return base
        if base is owner:
            return None
    return None
