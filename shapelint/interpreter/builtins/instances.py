"""`isinstance`, `issubclass` and `type`: unknown where it is not known what a value, or a class, is."""

from __future__ import annotations

from collections.abc import Hashable
from inspect import isabstract
from typing import TYPE_CHECKING

from shapelint.interpreter import enums
from shapelint.interpreter.builtins.abstract import derives_from, of_tensors
from shapelint.interpreter.descent import decides_itself, has_metaclass, is_subclass, types_of
from shapelint.interpreter.own_names import RENAMED
from shapelint.interpreter.python_types import python_class, type_of
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import (
    Builtin,
    Choice,
    ClassValue,
    DictObj,
    Dim,
    External,
    Formula,
    Function,
    Instance,
    ListObj,
    Opaque,
    SetObj,
    SizeTuple,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
)
from shapelint.rulebook.array_dtype import is_array
from shapelint.rulebook.dtype import TYPED, is_dtype
from shapelint.symbolic import Truth, disj, new_flag

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

PLAIN = (int, float, complex, str, bytes, list, tuple, dict, set)
TENSORS = {"torch.Tensor", "torch.nn.Parameter", "numpy.ndarray"}
ELSEWHERE = {"PIL", "cv2", "pandas", "scipy"}
"""Packages whose classes neither Python's values nor tensors are of."""


@builtin("isinstance", "torch.jit.isinstance")
def isinstance_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return _is_of(m, m.decided(m.resolve(args[0])), m.decided(m.resolve(args[1])))


def _is_of(m: Interpreter, value: Value, kind: Value) -> Truth:
    """Whether a value is of a class, or of one of several."""
    if isinstance(kind, TupleValue):
        return disj(*(_is_of(m, value, m.decided(m.resolve(k))) for k in kind.items))
    if isinstance(value, Choice):
        return m.truth_of_choice(value, lambda side: _is_of(m, m.decided(m.resolve(side)), kind))
    if isinstance(kind, Choice):
        return m.truth_of_choice(kind, lambda side: _is_of(m, value, m.decided(m.resolve(side))))
    found = _decided(m, value, kind)
    if found is None:
        keep = (value, kind)
        return m.flag(("isinstance", m.identity(value), m.identity(kind)), keep, "isinstance")
    return found


def _name(kind: Value) -> str:
    """The dotted name of a class of Python's or of a framework's, "" for any other."""
    return kind.name if isinstance(kind, TypeOf | Builtin) else getattr(kind, "dotted", "")


def _decided(m: Interpreter, value: Value, kind: Value) -> bool | None:
    """None if it is not known."""
    if python_class(_name(kind)) is object:
        return True
    if isinstance(value, Opaque):
        return _of_opaque(value, kind)
    if isinstance(kind, Unknown) or isinstance(value, Unknown):
        return None
    if kind is None:
        return value is None
    if isinstance(value, Instance):
        return _of_instance(m, value, kind)
    if isinstance(value, Tensor):
        return _of_tensor(m, value, kind)
    if isinstance(kind, ClassValue):
        return _of_class(m, value, kind)
    return _of_python(m, value, _name(kind))


def _of_opaque(value: Opaque, kind: Value) -> bool | None:
    """A value of which the type alone is known. A number may be an array without axes."""
    if value.kind is kind:
        return True
    name = _name(kind)
    if value.kind not in ("number", "str"):
        return True if name and name == value.kind else None
    if isinstance(kind, ClassValue):
        return None if decides_itself(kind) else False
    asked = python_class(name)
    if asked is None:
        return False if _is_elsewhere(name) else None
    answers = {issubclass(own, asked) for own in ((str,) if value.kind == "str" else (int, float))}
    return answers.pop() if len(answers) == 1 else None


def _of_instance(m: Interpreter, value: Instance, kind: Value) -> bool | None:
    if value.cls.kind == "enum" and enums.is_member_of(value, _name(kind).rpartition(".")[2]):
        return True
    module = isinstance(kind, ClassValue) and (kind.module, kind.name) == ("torch.nn", "Module")
    if RENAMED in value.rule_envs and not module:
        return None  # wrapped: it may be of the wrapper's class
    if isinstance(kind, ClassValue):
        found = is_subclass(m, value.cls, kind)
        return None if found and has_metaclass(kind) and value.cls is not kind else found
    name = _name(kind)
    asked = python_class(name)
    if asked is not None:
        return derives_from(value.cls, asked)
    if _is_elsewhere(name):
        return None if value.cls.opaque or types_of(value.cls) else False
    return is_subclass(m, value.cls, kind) if isinstance(kind, External) else None


def _of_tensor(m: Interpreter, tensor: Tensor, kind: Value) -> bool | None:
    if isinstance(kind, ClassValue):
        return None if decides_itself(kind) or types_of(kind) else False
    name, array = _name(kind), is_array(tensor)
    if name == "torch.Tensor":
        return not array
    if array and not m.store.facts.shape(tensor.shape).min_rank:
        return None  # one element may be a scalar of NumPy's, which is a float too
    if name == "numpy.ndarray":
        return array or (None if tensor.dtype is None else False)
    if name == "torch.nn.Parameter":
        marked = m.registered.get(id(tensor), (None, ""))[1] == "parameter"
        return True if marked else False if array else None
    if _is_typed(name):
        other = tensor.dtype not in (None, f"torch.{TYPED[name.rpartition('.')[2]]}")
        return False if array or other else None
    asked = python_class(name)
    if asked is None:
        return False if _is_elsewhere(name) else None
    return of_tensors(tensor, asked)


def _of_class(m: Interpreter, value: Value, kind: ClassValue) -> bool | None:
    """Whether what is no instance of a class in sight is of one."""
    if isinstance(value, TupleValue) and isinstance(value.cls, ClassValue):
        return is_subclass(m, value.cls, kind)
    if decides_itself(kind) or isinstance(value, ClassValue) and types_of(kind):
        return None
    return False if type_of(value) is not None or m.is_callable(value) else None


def _of_python(m: Interpreter, value: Value, name: str) -> bool | None:
    """Whether a value of Python's is of a class that is not in sight."""
    last = name.rpartition(".")[2]
    if last in enums.CLASSES:
        return isinstance(value, ClassValue) and value.kind == "enum"
    if isinstance(value, ClassValue | TypeOf) and last in ("type", "ABCMeta"):
        return True
    asked, own = python_class(name), type_of(value)
    if isinstance(value, ClassValue | TypeOf) and asked is not None:
        # of a metaclass, if not of type itself, which nothing else made in C can share
        sure = _is_of_type_itself(value) or not isabstract(asked) and not issubclass(asked, type)
        return issubclass(type, asked) if sure else None
    if isinstance(value, External) and _is_torch_dtype(value) and asked is not None:
        return asked is Hashable
    if own is None:
        if asked is None or not m.is_callable(value):
            return False if _is_elsewhere(name) and m.is_callable(value) else None
        callable_ = asked is python_class("collections.abc.Callable")
        return True if callable_ else False if issubclass(asked, PLAIN) else None
    if asked is not None:
        # which kind of tuple it is, or of dict, is not always told
        vague = own in (tuple, dict) and asked is not own and issubclass(asked, own)
        return None if vague else issubclass(own, asked)
    if name == "torch.Size":
        return None if own is tuple else False
    return False if _is_elsewhere(name) or name.startswith("torch.Sym") else None


def _is_of_type_itself(value: ClassValue | TypeOf) -> bool:
    """Whether a class is surely of no metaclass that says more of it than `type` does, as the one of enumerations
    does."""
    if not isinstance(value, ClassValue) or value.kind == "enum":
        return False
    return not value.opaque and not has_metaclass(value)


def _is_elsewhere(name: str) -> bool:
    """Whether a class is surely none of Python's values."""
    return name in TENSORS or _is_typed(name) or name.partition(".")[0] in ELSEWHERE


def _is_torch_dtype(value: External) -> bool:
    """NumPy's are classes."""
    return value.dotted.startswith("torch.") and is_dtype(value.dotted)


def _is_typed(name: str) -> bool:
    return name.startswith("torch.") and name.rpartition(".")[2] in TYPED


@builtin("issubclass")
def issubclass_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return _is_kind_of(m, m.decided(m.resolve(args[0])), m.decided(m.resolve(args[1])))


def _is_kind_of(m: Interpreter, cls: Value, kind: Value) -> Truth:
    """Whether a class derives from another, or from one of several."""
    if isinstance(kind, TupleValue):
        return disj(*(_is_kind_of(m, cls, m.decided(m.resolve(k))) for k in kind.items))
    found, asked = None, python_class(_name(kind))
    if asked is object:
        found = True
    elif isinstance(cls, ClassValue):
        if cls.kind == "enum" and _name(kind) == "enum.Enum":
            found = True
        elif asked is not None:
            found = derives_from(cls, asked)
        elif isinstance(kind, ClassValue | External):
            found = is_subclass(m, cls, kind)
            found = None if found and has_metaclass(kind) else found
    elif isinstance(cls, TypeOf) and asked is not None:
        own = python_class(cls.name)
        found = None if own is None else issubclass(own, asked)
    return new_flag("issubclass") if found is None else found


@builtin("type")
def type_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    found = _class_of(m, m.decided(m.resolve(args[0]))) if len(args) == 1 else None
    return m.unknown("type") if found is None else found


def _class_of(m: Interpreter, value: Value) -> Value | None:
    if isinstance(value, Instance):
        return None if RENAMED in value.rule_envs else value.cls
    if isinstance(value, Tensor):
        if id(value) in m.registered:
            return (
                TypeOf("torch.nn.Parameter") if m.registered[id(value)][1] == "parameter" else None
            )
        if not is_array(value):
            return TypeOf("torch.Tensor")
        has_axes = m.store.facts.shape(value.shape).min_rank > 0  # else it may be a scalar
        return TypeOf("numpy.ndarray") if has_axes else None
    if isinstance(value, TupleValue) and (value.cls or value.fields):
        return value.cls
    if isinstance(value, SizeTuple):
        return None  # a torch.Size, or a tuple of as many
    if isinstance(value, ListObj | SetObj | DictObj) and value.type in ("list", "set", "dict"):
        return TypeOf(value.type)
    if isinstance(
        value, bool | int | float | str | bytes | complex | Dim | Formula | None | TupleValue
    ):
        own = type_of(value)
        return None if own is None else TypeOf(own.__name__)
    return TypeOf("function") if isinstance(value, Function) else None
