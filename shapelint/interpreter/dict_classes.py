"""Classes that derive from `dict`: their instances hold their items beside their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    ClassValue,
    DictObj,
    Instance,
    TypeOf,
    Value,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

CONTENTS: Any = ("contents of a mapping",)
ALIASED: Any = ("attributes are the items of a dict",)
"""Keys of `Instance.attrs` that no attribute can have."""


def is_dict(base: Value) -> bool:
    """Whether it is `dict` or a mapping of the library that behaves alike."""
    name = base.name if isinstance(base, TypeOf | Builtin) else ""
    return name in ("dict", "collections.OrderedDict", "collections.defaultdict")


def is_mapping(instance: Instance) -> bool:
    return is_mapping_class(instance.cls)


def is_mapping_class(cls: ClassValue) -> bool:
    return any(
        isinstance(base, ClassValue) and (base.module, base.name) == ("collections", "_Dict")
        for base in cls.mro
    )


def aliased(instance: Instance) -> DictObj | None:
    """The dict that was made the object's own: `self.__dict__ = shared`."""
    found = instance.attrs.get(ALIASED)
    return found if isinstance(found, DictObj) else None


def alias(m: Interpreter, instance: Instance, own: Value) -> None:
    """`instance.__dict__ = own`; an instance may be its own dict."""
    own = m.decided(m.resolve(own))
    own = contents(m, own) if isinstance(own, Instance) and is_mapping(own) else own
    if not isinstance(own, DictObj):
        m.forget_object(instance)
        return
    for name in [name for name in instance.attrs if name is not CONTENTS]:
        m.store.write(instance.attrs, name, MISSING)
    m.store.write(instance.attrs, ALIASED, own)


def new_instance(cls: ClassValue, made: Any = None, made_at: object = None) -> Instance:
    """An instance whose constructor is still to be run. A mapping holds nothing yet, wherever its items are first
    asked for: in a loop, what is made there would be another one each round."""
    held = {CONTENTS: DictObj({})} if is_mapping_class(cls) else {}
    return Instance(cls, held, made=made, made_at=made_at)


def contents(m: Interpreter, instance: Instance) -> DictObj:
    """The items of an instance."""
    found = instance.attrs.get(CONTENTS, MISSING)
    if not isinstance(found, DictObj):
        found = DictObj({})
        m.store.write(instance.attrs, CONTENTS, found)
    return found
