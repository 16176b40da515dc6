"""Reading attributes, by kind of value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import late, layer_names, memoizing, own_names, tensors
from shapelint.interpreter.branches import over_choice
from shapelint.interpreter.classes import (
    bind_attribute,
    class_attribute,
    described,
    lookup,
    super_attribute,
)
from shapelint.interpreter.dict_classes import aliased
from shapelint.interpreter.functions import defaults
from shapelint.interpreter.python_types import type_of
from shapelint.interpreter.refinement import force_tensor
from shapelint.interpreter.registry import METHODS
from shapelint.interpreter.values import (
    MISSING,
    REST,
    BoundMethod,
    Builtin,
    Choice,
    ClassValue,
    DictObj,
    Dim,
    External,
    Function,
    Instance,
    ListObj,
    Member,
    ModuleValue,
    Partial,
    Property,
    RuleMethod,
    RuleOp,
    SetObj,
    SizeTuple,
    SliceValue,
    Super,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
)
from shapelint.rulebook import RuleClass, apply
from shapelint.rulebook.array_dtype import is_array
from shapelint.rulebook.values import UNKNOWN
from shapelint.symbolic import Facts

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

KINDS: dict[type, str] = {
    ListObj: "list",
    DictObj: "dict",
    SetObj: "set",
    TupleValue: "tuple",
    SizeTuple: "tuple",
    str: "str",
    int: "int",
    bool: "int",
    Dim: "int",
    float: "float",
    bytes: "bytes",
}


IMPLICIT = {
    "__abstractmethods__", "__annotations__", "__dict__", "__firstlineno__", "__match_args__", "__orig_bases__",
    "__parameters__", "__slots__", "__static_attributes__", "__type_params__", "__weakref__",
}  # fmt: skip
"""What objects may have without a word of it in their class."""


def _replaced(value: TupleValue) -> Value:
    """`named._replace`."""
    fields = value.fields or ()

    def call(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
        if not kwargs.keys() <= set(fields):
            m.diverge("ValueError")
        pairs = zip(fields, value.items, strict=True)
        return replace(value, items=tuple(kwargs.get(name, old) for name, old in pairs))

    return Builtin("_replace", call)


def _as_dict(value: TupleValue) -> Value:
    """`named._asdict`."""
    pairs = dict(zip(value.fields or (), value.items, strict=True))
    return Builtin("_asdict", lambda m, args, kwargs: DictObj(dict(pairs)))


NAMED_TUPLE: dict[str, Callable[[TupleValue], Value]] = {
    "_replace": _replaced,
    "_asdict": _as_dict,
    "_fields": lambda value: TupleValue(tuple(value.fields or ())),
}


def get_attr(m: Interpreter, value: Value, name: str) -> Value:
    """`value.name`."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Instance):
        return instance_attribute(m, value, name)
    if isinstance(value, Tensor):
        return tensors.attribute(m, value, name)
    if isinstance(value, External):
        if name == "__file__":
            return m.opaque("str", "where a module stands")
        dotted = f"{value.dotted}.{name}"
        return m.store.replaced[dotted] if dotted in m.store.replaced else m.external(dotted)
    if isinstance(value, ModuleValue):
        return m.module_attribute(value, name)
    if isinstance(value, Super):
        return super_attribute(m, value, name)
    if isinstance(value, ClassValue):
        return class_attribute(m, value, name)
    if isinstance(value, Choice):
        return over_choice(m, value, lambda side: _of_alternative(m, side, name))
    if isinstance(value, Unknown):
        return unknown_attribute(m, value, name)
    if isinstance(value, TypeOf):
        if value.name == "dict" and name in m.mapping_class().attrs:
            return m.mapping_class().attrs[name]
        if f"{value.name}.{name}" in METHODS:
            return Builtin(
                name, lambda m, args, kw: m.call(m.get_attr(args[0], name), args[1:], kw)
            )
        return m.external(f"{value.name}.{name}")
    if isinstance(value, TupleValue) and value.fields is not None:
        if name in value.fields:
            return value.items[value.fields.index(name)]
        if name in NAMED_TUPLE:
            return NAMED_TUPLE[name](value)
        if isinstance(value.cls, ClassValue):
            found, _ = lookup(value.cls, name)
            if found is not MISSING:
                return bind_attribute(m, found, value, value.cls)
    if isinstance(value, Function):
        if name in value.attrs:
            return value.attrs[name]
        if name == "__module__":
            module = value.module
            if "." in module.name or module.globals.get("__name__") != "__main__":
                return module.name  # a file of a package is seldom a script
            return m.opaque("str", "the module of a function")
        if name in ("__defaults__", "__kwdefaults__"):
            return defaults(value, name)
        if name == "cache_clear" and value.memo is not None:
            memo = value.memo
            return Builtin(name, lambda m, _, __: memoizing.clear(m, memo))
        return value.name if name in ("__name__", "__qualname__") else m.unknown(f"function.{name}")
    if isinstance(value, Property) and name in ("getter", "setter", "deleter"):
        return Builtin(name, lambda _, args, __: replace(value, **{name: args[0]}))
    if isinstance(value, Partial):
        if name == "keywords":
            return DictObj(dict(value.kwargs))
        if name == "args":
            return TupleValue(value.args)
        return value.function if name == "func" else m.unknown(f"partial.{name}")
    if isinstance(value, SliceValue):
        return {"start": value.lower, "stop": value.upper, "step": value.step}.get(name)
    if isinstance(value, SizeTuple) and name in ("ndims", "rank"):
        return m.store.facts.shape(value.shape).rank_size
    if isinstance(value, SizeTuple) and name == "dims":
        return m.call(m.get_attr(value, "as_list"), [], {})
    if name == "value" and m.is_size(value):
        return value  # a `Dimension` of TensorFlow 1
    if isinstance(value, SizeTuple) and name == "numel":
        return Builtin("numel", lambda m, _, __: m.store.facts.shape(value.shape).numel)
    if isinstance(value, RuleOp | Builtin):
        within = m.external(f"{value.dotted if isinstance(value, RuleOp) else value.name}.{name}")
        return m.unknown(f"function.{name}") if isinstance(within, External) else within
    if isinstance(value, BoundMethod) and name == "__self__":
        return value.receiver
    kind = KINDS.get(type(value))
    if kind is not None:
        implementation = METHODS.get(f"{kind}.{name}")
        if implementation is not None:
            return BoundMethod(Builtin(f"{kind}.{name}", implementation), value)
        m.forget(value)  # by a method that is not known it may be changed
    return m.unknown(f"attribute {name}")


def _of_alternative(m: Interpreter, value: Value, name: str) -> Value:
    """An attribute of what a value may be: where it is None, the program ends."""
    if value is None and not hasattr(None, name):
        m.diverge("AttributeError")
    return get_attr(m, value, name)


def unknown_attribute(m: Interpreter, value: Unknown, name: str) -> Value:
    if name in tensors.TELLTALE:
        tensor = force_tensor(m, value)
        if tensor is not None:
            return tensors.attribute(m, tensor, name)
    m.doubts += 1
    found = value.attrs.get(name, MISSING)
    if found is MISSING:
        found = m.unknown(value.why, f"{value.hint or '?'}.{name}", free=value.free)
        found.objects = value.objects
        value.attrs[name] = found
    return found


def instance_attribute(m: Interpreter, instance: Instance, name: str) -> Value:
    if instance.cls.intercepts:
        getter, _ = lookup(instance.cls, "__getattribute__")
        if m.is_function(getter):
            return m.call(getter, [instance, name], {})
    return plain_attribute(m, instance, name)


def plain_attribute(m: Interpreter, instance: Instance, name: str) -> Value:
    """An attribute as `object` gives it."""
    if instance.cls.intercepts:
        descriptor, _ = lookup(instance.cls, name)
        if isinstance(descriptor, Instance) and lookup(descriptor.cls, "__set__")[0] is not MISSING:
            return described(m, descriptor, instance, instance.cls)
    own = aliased(instance)
    if own is not None and name in own.held():
        return m.get_item(own, name)
    found = instance.attrs.get(name, MISSING)
    if found is not MISSING:
        return found
    value, owner = lookup(instance.cls, name)
    if isinstance(value, Property) and value.cached:
        result = m.call(value.getter, [instance], {})
        m.store.write(instance.attrs, name, result)
        return result
    if value is not MISSING and not isinstance(value, Unknown):
        return bind_attribute(m, value, instance, instance.cls)
    ruled = rule_attribute(m, instance, name)
    if ruled is not MISSING:
        return ruled
    if isinstance(instance, Member):
        return get_attr(m, instance.data, name)
    held = own_names.child(m, instance, name) if value is MISSING else MISSING
    if held is not MISSING:
        return held
    if name == "__class__":
        return instance.cls
    if name == "__module__":
        return get_attr(m, instance.cls, name)
    if name == "__dict__":
        return own_names.own_dict(m, instance) if own is None else own
    if value is MISSING and own is not None:
        return m.get_item(own, name)
    if value is MISSING and not own_names.is_inherited(instance, name):
        getter, _ = lookup(instance.cls, "__getattr__")
        if m.is_function(getter):
            return m.call(getter, [instance, name], {})
    return remembered(m, instance, name)


def remembered(m: Interpreter, instance: Instance, name: str) -> Value:
    """An attribute that is set somewhere out of sight: unknown, but the same at each reading."""
    unknown = m.unknown(f"attribute {instance.cls.name}.{name}", f"self.{name}", free=True)
    m.store.write(instance.attrs, name, unknown)
    return unknown


def rule_attribute(m: Interpreter, instance: Instance, name: str) -> Value:
    """`layer.weight`, `layer.in_features`: what the rule of a framework class declares."""
    for cls in instance.cls.mro:
        if isinstance(cls, ClassValue) and cls.rule is not None:
            env = instance.rule_envs.get(cls.rule.name)
            if not isinstance(env, dict):
                continue
            own = _declared(m, instance, cls.rule, env, name)
            if own is not None:
                return own
            env = late.environment(m, instance, cls.rule, env)
            found = apply.attribute(cls.rule, env, name, m.store.facts)
            if isinstance(found, Tensor) and name not in cls.rule.attributes:
                continue  # an argument, from which the layer makes its own
            if found is not UNKNOWN:
                return m.from_rule(found)
    return MISSING


def _declared(
    m: Interpreter, instance: Instance, rule: RuleClass, env: dict[str, Value], name: str
) -> Tensor | None:
    """A parameter that a layer surely has: the same tensor at each reading, so that it can be told from others."""
    if rule.late or name not in rule.attributes:
        return None
    held = instance.parameters.get(name)
    if held is not None and held[0] is env:
        return held[1]
    found = apply.attribute(rule, env, name, Facts())
    if not isinstance(found, Tensor):
        return None
    made = m.from_rule(found)
    if isinstance(made, Tensor):
        instance.parameters[name] = env, made
        m.registered[id(made)] = made, "parameter"
        return made
    return None


def has_attr(m: Interpreter, value: Value, name: str) -> bool | None:
    """Whether the attribute exists; None if that is not known."""
    value = m.decided(m.resolve(value))
    if isinstance(value, Tensor) and not is_array(value):
        return True if name in tensors.NATIVE or m.rulebook.find(f"torch.Tensor.{name}") else None
    if isinstance(value, Instance):
        if name in instance_names(value):
            found = value.attrs[name]
            return None if isinstance(found, Unknown) and "attribute" in found.why else True
        own = aliased(value)
        if own is not None and (name in own.held() or own.open):
            return True if name in (key for key, _ in own.pairs()) else None
        found, _ = lookup(value.cls, name)
        if isinstance(found, Unknown):
            return None
        if found is not MISSING or rule_attribute(m, value, name) is not MISSING:
            return True
        if own_names.child(m, value, name) is not MISSING:
            return True
        getter, _ = lookup(value.cls, "__getattr__")
        if REST in value.attrs or value.cls.opaque:
            return None
        if getter is not MISSING:
            return own_names.gives(m, getter, value, name)
        return _has_of_class(value, name)
    if isinstance(value, External):
        return None if isinstance(m.external(f"{value.dotted}.{name}"), External) else True
    if isinstance(value, ClassValue):
        found, _ = lookup(value, name)
        return None if isinstance(found, Unknown) else (found is not MISSING or None)
    if isinstance(value, int | float | str | None | TupleValue | ListObj | DictObj):
        of_python = type_of(value)
        kept = isinstance(value, TupleValue) and (value.fields or name == "numel")
        return None if of_python is None or kept else hasattr(of_python, name)
    return None


def _has_of_class(value: Instance, name: str) -> bool | None:
    """Whether an object has an attribute that neither it nor its class is seen to have."""
    bases = [c for c in value.cls.mro if isinstance(c, ClassValue)]
    layer = any(c.rule is not None for c in bases)
    if any(c.name == "Module" for c in bases):
        if name in layer_names.MODULE:
            return True
        if name in layer_names.PRIVATE:
            return None
    if layer and (name in layer_names.LAYERS or name.startswith(("weight_", "bias_"))):
        return None
    if name.startswith("__"):
        return (
            None
            if layer or name in IMPLICIT or value.cls.kind != "class"
            else hasattr(object, name)
        )
    return False


def instance_names(value: Instance) -> dict[str, Value]:
    return value.attrs


__all__ = ["RuleMethod", "get_attr", "has_attr"]
