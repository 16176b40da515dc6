"""Which classes of Python's the classes of a program, and tensors, are of: by what they derive from, or by their
methods alone."""

from __future__ import annotations

from collections.abc import Hashable

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.descent import is_foreign, types_of
from shapelint.interpreter.dict_classes import is_mapping_class
from shapelint.interpreter.python_types import python_class
from shapelint.interpreter.values import MISSING, ClassValue, Tensor, Unknown
from shapelint.rulebook.array_dtype import is_array

NEEDS = {
    "Sized": ("__len__",), "Iterable": ("__iter__",), "Container": ("__contains__",),
    "Collection": ("__len__", "__iter__", "__contains__"), "Callable": ("__call__",),
    "Iterator": ("__next__", "__iter__"), "Reversible": ("__reversed__", "__iter__"),
}  # fmt: skip
"""The methods that make a class one of these without deriving from it."""
SPECIAL = {"torch.nn.utils.rnn", "sys", "transformers"}
"""The modules some classes of which are tuples or dicts."""
OF_TENSORS = {"Sized", "Iterable", "Container", "Collection"}


def derives_from(cls: ClassValue, asked: type) -> bool | None:
    """Whether a class is one of Python's; None if that is not known."""
    data = cls.attrs["_data_type_"] if cls.kind == "enum" else None
    bases = [python_class(name) for name in (*types_of(cls), *((data,) if data else ()))]
    if is_mapping_class(cls):
        bases.append(dict)
    if any(base is not None and issubclass(base, asked) for base in bases):
        return True
    own = [base for base in cls.mro if isinstance(base, ClassValue)]
    if asked is Hashable:
        plain = not cls.opaque and cls.kind == "class" and not bases
        return True if plain and not any("__eq__" in base.attrs for base in own) else None
    if _has_methods(cls, NEEDS.get(asked.__name__, ())):
        return True
    concrete = asked.__module__ == "builtins"
    unseen = any(_may_be(base, concrete) for base in own)
    return None if cls.opaque or bases or unseen else False


def is_called(cls: ClassValue) -> bool | None:
    """Whether instances can be called; None if that is not known."""
    asked = python_class("collections.abc.Callable")
    assert asked is not None
    return derives_from(cls, asked)


def _may_be(cls: ClassValue, concrete: bool) -> bool:
    """Whether a class of a framework may be one of Python's, though its bases do not tell: of their methods not all
    are followed."""
    if concrete:
        return cls.module in SPECIAL
    layer = cls.module == "torch.nn" or cls.rule is not None and cls.rule.framework == "torch"
    return is_foreign(cls) and not layer


def _has_methods(cls: ClassValue, names: tuple[str, ...]) -> bool:
    """Whether a class surely has all of these methods."""
    found = [lookup(cls, name)[0] for name in names]
    return bool(found) and not any(
        f is MISSING or f is None or isinstance(f, Unknown) for f in found
    )


def of_tensors(tensor: Tensor, asked: type) -> bool | None:
    """Whether tensors, or arrays, are of a class of Python's."""
    name = asked.__name__
    if name in OF_TENSORS:
        return True
    if name in ("Hashable", "Reversible"):
        return False if is_array(tensor) else None if tensor.dtype is None else True
    return None if name.startswith("Supports") else False
