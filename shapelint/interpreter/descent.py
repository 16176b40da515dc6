"""Whether a class derives from another: the program's own by their bases, those of frameworks by what is known of
them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.layer_classes import INNER, ancestors, may_be_keras
from shapelint.interpreter.values import ClassValue, External, TypeOf, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


LOOSE = {"keras.metrics", "keras.initializers", "torch.distributions"}
"""The packages of which it is not followed what derives from what."""


def is_subclass(m: Interpreter, cls: ClassValue, other: ClassValue | External) -> bool | None:
    """None if that is not known."""
    torch = name_in_torch(m, other)
    layers = [name for base in cls.mro if (name := name_in_torch(m, base))]
    if torch and any(torch in ancestors(name) for name in layers):
        # a lazy layer becomes one of the class that it derives from
        return None if "Lazy" in torch else True
    if any(base is other or isinstance(base, External) and base == other for base in cls.mro):
        return None if isinstance(other, ClassValue) and _stands_for_many(m, other) else True
    if cls.opaque or types_of(cls) or decides_itself(other) and not isinstance(other, External):
        return None
    if isinstance(other, External):
        return False if torch in INNER else None
    if not is_foreign(other):
        return False
    if torch:
        return False
    return None if any(_may_be(base, other) for base in cls.mro) else False


def decides_itself(kind: Value) -> bool:
    """Whether a class may say itself what is of it, by its metaclass or by one of a base that is not known (`ABC`,
    `Protocol`)."""
    if not isinstance(kind, ClassValue):
        return True
    return kind.opaque or has_metaclass(kind)


def has_metaclass(kind: Value) -> bool:
    mro = kind.mro if isinstance(kind, ClassValue) else ()
    return any(isinstance(base, ClassValue) and base.metaclass is not None for base in mro)


def types_of(cls: ClassValue) -> list[str]:
    """The types of Python's, or of tensors, that a class derives from."""
    return [base.name for base in cls.mro if isinstance(base, TypeOf)]


def name_in_torch(m: Interpreter, cls: Value) -> str | None:
    """The name of a class of `torch.nn`; None for any other."""
    if isinstance(cls, External):
        package, _, name = cls.dotted.rpartition(".")
        return name if package == "torch.nn" else None
    if not isinstance(cls, ClassValue):
        return None
    if cls.rule is not None:
        return cls.name if cls.rule.framework == "torch" else None
    return cls.name if cls.file.startswith("<") and cls.module == "torch.nn" else None


def is_foreign(cls: ClassValue) -> bool:
    """Whether it is of a framework."""
    return cls.rule is not None or cls.file.startswith("<")


def _may_be(cls: Value, other: ClassValue) -> bool:
    """Whether a class of a framework may derive from another though its bases do not tell."""
    if not isinstance(cls, ClassValue) or not is_foreign(cls):
        return False
    package = _package(cls)
    if package != _package(other):
        return False
    return package in LOOSE or package == "keras.layers" and may_be_keras(cls.name, other.name)


def _package(cls: ClassValue) -> str:
    return cls.module if cls.rule is None else cls.rule.names[0].rpartition(".")[0]


def _stands_for_many(m: Interpreter, cls: ClassValue) -> bool:
    """Whether one class stands for several of a framework: what is of it may be of another."""
    if (cls.module, cls.name) == ("collections", "_Dict"):
        return True  # for `dict` too
    module = m.program.preludes.get(cls.module) if is_foreign(cls) else None
    values = module.globals.values() if module is not None else ()
    return sum(value is cls for value in values) > 1
