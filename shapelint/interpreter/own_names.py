"""What an object holds itself: its `__dict__`, and whether its `__getattr__` gives a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.layer_names import KEPT, MODULE, PRIVATE
from shapelint.interpreter.rehearsing import undone
from shapelint.interpreter.values import (
    MISSING,
    REST,
    BoundMethod,
    Builtin,
    Choice,
    ClassValue,
    DictObj,
    Function,
    Instance,
    ListObj,
    Tensor,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


OF_OBJECTS = frozenset(dir(object)) | {"__dict__", "__module__", "__weakref__"}
RENAMED = "renamed"
"""Under which a layer keeps that it was wrapped or changed so that its parameters may have other names."""


ALL_HOOKED = "hooks of all layers"
"""The setting once such hooks were registered."""


def is_layer(value: Value) -> bool:
    """Whether it is a `torch.nn.Module`."""
    return isinstance(value, Instance) and any(
        isinstance(cls, ClassValue) and cls.name == "Module" for cls in value.cls.mro
    )


def is_of_layers(method: Value, name: str) -> bool:
    """Whether it is the method of that name that `torch.nn.Module` has."""
    function = method.function if isinstance(method, BoundMethod) else method
    return (
        isinstance(function, Function)
        and function.name == name
        and (function.module.name, function.module.path[:1]) == ("torch.nn", "<")
        and function.owner is not None
        and function.owner.name == "Module"
    )


def rename(m: Interpreter, layer: Value) -> None:
    """Note that the parameters of a layer may have other names from here on."""
    if isinstance(layer, Instance) and is_layer(layer):
        m.store.write(layer.rule_envs, RENAMED, True)


def changed_parameters(m: Interpreter, layer: Instance) -> dict[str, Tensor]:
    """The parameters that a layer's rule declares and that were given another shape, by `.data`, since."""
    held = layer.parameters.items()
    mutated = m.store.mutated
    return {name: t for name, (_, t) in held if id(t) in mutated and name not in layer.attrs}


def child(m: Interpreter, instance: Instance, name: str) -> Value:
    """What `torch.nn.ModuleList` and `ModuleDict` hold under a name, which is an attribute of theirs too."""
    held = instance.attrs.get("__items", MISSING)
    if isinstance(held, DictObj):
        return held.entries.get(name, MISSING)
    if isinstance(held, ListObj) and isinstance(held.items, tuple) and name.isdecimal():
        return held.items[int(name)] if int(name) < len(held.items) else MISSING
    return MISSING


def set_child(m: Interpreter, instance: Instance, name: str, new: Value) -> None:
    """Put another one there."""
    held = instance.attrs["__items"]
    m.set_item(held, int(name) if isinstance(held, ListObj) else name, new)


def delete_child(m: Interpreter, instance: Instance, name: str) -> None:
    """Take it away. Those of a list keep their numbers: from here on, it is not known which it has."""
    held = instance.attrs["__items"]
    if isinstance(held, DictObj):
        m.delete_item(held, name)
    elif isinstance(held.items, tuple) and int(name) == len(held.items) - 1:
        m.delete_item(held, -1)
    else:
        m.forget(held)


def is_hooked(m: Interpreter, layer: Instance) -> bool:
    """Whether a layer, or every layer, has functions to be called with it."""
    own = "_hooks_before" in layer.attrs or "_hooks_after" in layer.attrs
    return own or ALL_HOOKED in m.store.settings


def is_layers_own(cls: ClassValue, owner: Value) -> bool:
    """Whether `torch.nn.Module`, which has a `__getattr__`, comes before `owner`."""
    for base in cls.mro:
        if base is owner:
            return False
        if isinstance(base, ClassValue) and base.name == "Module":
            return True
    return False


def own_dict(m: Interpreter, instance: Instance) -> Value:
    """`instance.__dict__`: of a plain object its attributes themselves, of a layer those that are
    surely neither layers nor parameters, which it keeps elsewhere."""
    attrs = {name: value for name, value in instance.attrs.items() if value is not MISSING}
    layer = is_layer(instance)
    told = all(isinstance(name, str) for name in attrs)
    if told and not layer and not any(map(_is_guessed, attrs.values())):
        themselves = DictObj({})
        themselves.entries = instance.attrs
        return themselves
    kept: dict[Value, Value] = {name: m.unknown(name) for name in KEPT} if layer else {}
    sure = REST not in attrs and not _is_ruled(instance)
    for name, value in attrs.items():
        value = m.decided(m.resolve(value))
        if not isinstance(name, str) or layer and is_layer(value):
            continue
        if _is_guessed(value) or layer and isinstance(value, Unknown | Choice | Tensor):
            sure = False
        else:
            kept[name] = value
    if not sure:
        kept[REST] = m.unknown("attributes that may stand elsewhere")
    view = m.external("torch.nn._registered._Attributes")
    return m.call(view, [instance, DictObj(kept)], {})


def _is_ruled(instance: Instance) -> bool:
    """Whether a rule tells what it does, and not which attributes it has."""
    return any(isinstance(cls, ClassValue) and cls.rule is not None for cls in instance.cls.mro)


def _is_guessed(value: Value) -> bool:
    """An attribute that was read before anything in sight set it."""
    return isinstance(value, Unknown) and value.why.startswith("attribute ")


def is_inherited(value: Instance, name: str) -> bool:
    """Whether an object has a name of `object`'s, or a layer one of its base class's that is not followed."""
    return name in OF_OBJECTS or (name in MODULE or name in PRIVATE) and is_layer(value)


def gives(m: Interpreter, getter: Value, value: Instance, name: str) -> bool | None:
    """Whether a `__getattr__` of the class gives an attribute; None if that is not known."""
    doubts = m.doubts
    try:
        with undone(m), m.recorder.muted():
            m.call(getter, [value, name], {})
            return True if m.doubts == doubts else None
    except Diverges as raised:
        return False if raised.kind in ("Exception", "AttributeError") else None


def module_getter(receiver: Value) -> Builtin:
    """`torch.nn.Module.__getattr__`, asked for what is no attribute that was set."""

    def call(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
        name = args[-1]
        if not isinstance(name, str) or name in MODULE | PRIVATE or name.startswith("__"):
            return m.unknown(f"attribute {name}", f"self.{name}")
        found = receiver.attrs.get(name, MISSING)
        if found is not MISSING:
            return found
        raise Diverges("AttributeError")

    return Builtin("torch.nn.Module.__getattr__", call)
