"""What makes classes: metaclasses of the program, `__init_subclass__`, decorators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.values import (
    MISSING,
    BoundMethod,
    Builtin,
    ClassMethod,
    ClassValue,
    DictObj,
    Function,
    Instance,
    Partial,
    StaticMethod,
    TupleValue,
    Value,
)
from shapelint.source import tree

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def metaclass_of(bases: list[Value], given: Value) -> Value:
    """The metaclass of a class with these bases, that of the program before others; `given` is what the class says
    itself."""
    inherited = (base.metaclass for base in bases if isinstance(base, ClassValue))
    named = [meta for meta in (given, *inherited) if meta is not None]
    return next(
        (meta for meta in named if isinstance(meta, ClassValue)), named[0] if named else None
    )


def method_of(cls: ClassValue, name: str) -> Value:
    """A method that the metaclass of a class defines in the program, MISSING if there is none."""
    from shapelint.interpreter.classes import lookup

    found = MISSING if cls.meta is None else lookup(cls.meta, name)[0]
    plain = found.function if isinstance(found, StaticMethod | ClassMethod) else found
    return plain if isinstance(plain, Function) else MISSING


def complete(m: Interpreter, cls: ClassValue, keywords: dict[str, Value]) -> Value:
    """What becomes of a class whose body has been run."""
    if method_of(cls, "__prepare__") is not MISSING:
        m.note_hidden(cls)
        return m.unknown(f"class {cls.name}, whose names its metaclass keeps", cls.name)
    namespace = DictObj({})
    namespace.entries = cls.attrs
    given = [cls.name, TupleValue(cls.bases), namespace]
    new, init = method_of(cls, "__new__"), method_of(cls, "__init__")
    made: Value = cls
    if new is MISSING:
        _tell_base(m, cls, {} if init is not MISSING else keywords)
    else:
        m.defining.append(cls)
        try:
            made = m.call(new, [cls.meta, *given], keywords)
        finally:
            m.defining.pop()
    if init is not MISSING and made is cls:
        m.call(init, [cls, *given], keywords)
    if made is not cls:
        m.note_hidden(cls)
    return made


def make(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """`type.__new__(metaclass, name, bases, namespace)`: the class that is being defined."""
    cls = m.defining[-1] if m.defining else None
    namespace = m.resolve(args[3]) if len(args) > 3 else None
    if cls is None or not isinstance(namespace, DictObj) or namespace.open:
        return m.unknown("a class made by its metaclass")
    if namespace.entries is not cls.attrs:
        held = dict(namespace.pairs())
        for name in cls.attrs.keys() - held.keys():
            m.store.write(cls.attrs, name, MISSING)
        for name, value in held.items():
            m.store.write(cls.attrs, name, value)
    _tell_base(m, cls, kwargs)
    return cls


def _tell_base(m: Interpreter, cls: ClassValue, keywords: dict[str, Value]) -> None:
    """Call `__init_subclass__` of the class that a class derives from."""
    from shapelint.interpreter.classes import lookup

    method, _ = lookup(cls, "__init_subclass__", cls)
    if isinstance(method, ClassMethod):
        m.call(BoundMethod(method.function, cls), [], keywords)


def super_method(m: Interpreter, cls: ClassValue, name: str) -> Value:
    """What `type` itself has for a class: `super().__call__` in its metaclass."""
    from shapelint.interpreter.classes import construct

    if name == "__call__":
        return Builtin(name, lambda m, args, kwargs: construct(m, cls, args, kwargs))
    return m.object_attribute(cls, name)


def decorated(m: Interpreter, node: tree.Expr, cls: Value, result: Value) -> Value:
    """What a name is bound to by a class statement, given what a decorator has made of the class."""
    result = m.resolve(result)
    if isinstance(result, ClassValue):
        return result
    if isinstance(result, Function | Partial | BoundMethod | Instance):
        m.note_hidden(cls)
        return result
    if isinstance(cls, ClassValue) and not _registers(node):
        cls.is_configured = True
    return cls


def _registers(decorator: tree.Expr) -> bool:
    """Whether a decorator that is not seen says that it only takes a note of what it is given."""
    while isinstance(decorator, tree.Call):
        decorator = decorator.func
    name = decorator.attr if isinstance(decorator, tree.Attribute) else getattr(decorator, "id", "")
    return any(word in name.lower() for word in ("register", "export"))
