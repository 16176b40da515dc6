"""What entries are called with: unknowns for what has no default, instances of them."""

from __future__ import annotations

from shapelint.interpreter.builtins.dataclasses import fields_of
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.dict_classes import new_instance
from shapelint.interpreter.functions import as_called, run_function
from shapelint.interpreter.iteration import any_place
from shapelint.interpreter.loosening import loosened
from shapelint.interpreter.machine import Interpreter
from shapelint.interpreter.signatures import tensor_of
from shapelint.interpreter.values import (
    MISSING,
    REST,
    ClassMethod,
    ClassValue,
    DictObj,
    Function,
    Instance,
    StaticMethod,
    Tensor,
    Value,
)
from shapelint.source import tree
from shapelint.symbolic import ShapeVar, Size, new_symbol, unknown_shape

TENSORS = {"Tensor", "FloatTensor", "LongTensor", "BoolTensor", "IntTensor"}
DATASETS = {("torch.utils.data", "Dataset"), ("keras.utils", "PyDataset")}


def symbolic_arguments(
    m: Interpreter, function: Function, loose: bool, receiver: Value = MISSING
) -> dict[str, Value]:
    """Unknowns for what has no default, and no further keywords; `loose` makes int defaults unknown
    positive ints, and lets there be further keywords."""
    bound: dict[str, Value] = {}
    names: dict[str, Size | ShapeVar] = {}
    for i, param in enumerate(function.node.params):
        annotated = tensor_of(param, names)
        if i == 0 and receiver is not MISSING:
            bound[param.name] = receiver
        elif param.kind == "vararg":
            bound[param.name] = m.unknown(f"*{param.name}", param.name, free=True)
        elif param.kind == "kwarg":
            rest = {REST: m.unknown(f"**{param.name}", param.name, free=True)} if loose else {}
            bound[param.name] = DictObj(rest)
        elif param.name in function.defaults:
            default = function.defaults[param.name]
            bound[param.name] = loosened(m, param.name, default) if loose else default
        else:
            value = annotated or symbolic(m, param, loose)
            bound[param.name] = m.ranks.given(function, param.name, value)
    if (
        function.name == "__getitem__"
        and isinstance(receiver, Instance)
        and is_dataset(receiver.cls)
    ):
        bound |= {param.name: any_place(m, receiver) for param in function.node.params[1:2]}
    return bound


def takes_more(function: Function) -> bool:
    """Whether it makes a difference to a function's arguments that they are `loose`."""
    return any(
        param.default is not None or param.annotation is not None or param.kind == "kwarg"
        for param in function.node.params
    )


def symbolic(m: Interpreter, param: tree.Param, loose: bool) -> Value:
    """A symbolic argument by annotation. An int is a size as a rule; `loose`, it is what its use shows: as an
    offset or as what an option adds it may be nothing, or less."""
    annotation = param.annotation
    name = ""
    if isinstance(annotation, tree.Attribute):
        name = annotation.attr
    elif isinstance(annotation, tree.Name):
        name = annotation.id
    elif isinstance(annotation, tree.Constant) and isinstance(annotation.value, str):
        name = annotation.value.rpartition(".")[2]
    if name == "int" and not loose:
        return new_symbol(param.name, lower=1)
    if name in TENSORS:
        return Tensor(unknown_shape(param.name, free=True))
    return m.unknown(f"parameter {param.name}", param.name, free=True)


def is_dataset(cls: ClassValue) -> bool:
    """Whether its items are asked for by their places."""
    bases = (base for base in cls.mro if isinstance(base, ClassValue))
    return any((base.module, base.name) in DATASETS for base in bases)


def plain(value: Value) -> Function | None:
    """The user function behind a class attribute."""
    while isinstance(value, StaticMethod | ClassMethod):
        value = value.function
    return value if isinstance(value, Function) else None


def _fields(m: Interpreter, cls: ClassValue, loose: bool) -> dict[str, Value]:
    """Unknowns for the fields of a dataclass that have no default, or for all."""
    found: dict[str, Value] = {}
    for name, field in fields_of(cls) or ():
        if field.init and (loose or field.default is MISSING):
            found[name] = loosened(m, name, field.default)
    return found


def construct(m: Interpreter, cls: ClassValue, loose: bool) -> Instance:
    """An instance built from symbolic arguments."""
    init, owner = lookup(cls, "__init__")
    function = plain(init)
    if function is None:
        if init is MISSING and cls.kind == "class":
            return Instance(cls, {}, made=((), {}))
        instance = Instance(cls, {})
        if cls.kind == "dataclass":
            m.construct_special(cls, [], _fields(m, cls, loose), instance)
        return instance
    instance = new_instance(cls)
    bound = symbolic_arguments(m, function, loose, instance)
    given = [
        (param.name, named, value)
        for param, named, value in as_called(function, bound, first=1)
        if param.kind not in ("vararg", "kwarg")
    ]
    instance.made = (
        tuple(value for _, named, value in given if not named),
        {name: value for name, named, value in given if named},
    )
    run_function(m, function, bound, instance)
    return instance
