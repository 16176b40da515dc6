"""What an object may hold later than right after its construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from shapelint.interpreter.values import ClassMethod, ClassValue, Function, StaticMethod
from shapelint.source import tree

FILLING = {
    "add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem", "popleft",
    "remove", "reverse", "setdefault", "sort", "update",
}  # fmt: skip
"""Methods that change the container they are called on."""
REGISTERING = {"register_buffer", "register_parameter", "add_module", "register_module"}


KEPT: list[Any] = []
"""Of other modules: what they keep that is worked out of functions."""
MAX_CALLED = 64
"""How many functions, and items of a container, are looked at in turn."""
CONSTRUCTORS = ("__init__", "__post_init__")


@lru_cache(maxsize=512)
def changing_attributes(cls: ClassValue) -> dict[str, bool]:
    """Attributes that methods set, or whose contents they change, which the constructor does not call; with
    whether some method sets them."""
    methods: dict[str, list[tree.FunctionDef]] = {}
    for name, method in _methods(cls):
        if isinstance(method.node, tree.FunctionDef):
            methods.setdefault(name, []).append(method.node)
    constructing = _called_from(CONSTRUCTORS, methods) - {"forward", "__call__", "call"}
    later = {name for name in methods if name not in constructing}
    later |= {called for name in later for node in methods[name] for called in _calls(node)}
    found: dict[str, bool] = {}
    for called in sorted(later & set(methods)):
        for node in methods[called]:
            for attribute, is_set in _assigned(node):
                found[attribute] = found.get(attribute, False) or is_set
    return found


@lru_cache(maxsize=512)
def methods_of(cls: ClassValue) -> frozenset[tuple[str, int]]:
    """The files and nodes of a class's methods, those of its bases included."""
    return frozenset((method.module.path, method.node.at) for _, method in _methods(cls))


def _methods(cls: ClassValue) -> Iterator[tuple[str, Function]]:
    for base in cls.mro:
        if isinstance(base, ClassValue):
            for name, value in base.attrs.items():
                if isinstance(value, StaticMethod | ClassMethod):
                    value = value.function
                if isinstance(value, Function) and not value.module.path.startswith("<"):
                    yield name, value


def is_container(cls: ClassValue) -> bool:
    """Whether a class of the program derives from a container, so that anyone may fill its objects."""
    bases = [base for base in cls.mro[1:] if isinstance(base, ClassValue)]
    return any(b.file.startswith("<") and not FILLING.isdisjoint(b.attrs) for b in bases)


def _called_from(starts: tuple[str, ...], methods: dict[str, list[tree.FunctionDef]]) -> set[str]:
    seen: set[str] = set()
    todo = list(starts)
    while todo:
        name = todo.pop()
        if name not in seen and name in methods:
            seen.add(name)
            todo.extend(called for node in methods[name] for called in _calls(node))
    return seen


@lru_cache(maxsize=4096)
def _calls(node: tree.FunctionDef) -> frozenset[str]:
    """Methods of its own object that a method calls."""
    found = set()
    for inner in walk(node):
        if isinstance(inner, tree.Call) and (name := _own(inner.func, node)):
            found.add(name)
    return frozenset(found)


@lru_cache(maxsize=4096)
def _assigned(node: tree.FunctionDef) -> frozenset[tuple[str, bool]]:
    """Attributes of its own object that a method sets, or whose contents it changes, and which of both."""
    found: set[tuple[str, bool]] = set()
    aliases = {
        part.id: name
        for inner in walk(node)
        if isinstance(inner, tree.Assign) and (name := _own(inner.value, node))
        for part in inner.targets
        if isinstance(part, tree.Name)
    }
    for inner in walk(node):
        if isinstance(inner, tree.Assign):
            targets: tuple[tree.Expr, ...] = inner.targets
        elif isinstance(inner, tree.AugAssign | tree.AnnAssign | tree.For):
            targets = (inner.target,)
        elif isinstance(inner, tree.Call) and _own(inner.func, node) in REGISTERING and inner.args:
            first = inner.args[0].value
            if isinstance(first, tree.Constant) and isinstance(first.value, str):
                found.add((first.value, True))
            continue
        elif isinstance(inner, tree.Call) and isinstance(inner.func, tree.Attribute):
            if inner.func.attr not in FILLING:
                continue
            targets = (inner.func.value,)
        elif isinstance(inner, tree.Delete):
            targets = inner.targets
        else:
            continue
        for target in targets:
            within = {
                id(p) for sub in walk(target) if isinstance(sub, tree.Subscript) for p in walk(sub)
            }
            in_place = isinstance(inner, tree.Call | tree.AugAssign)
            found |= {
                (name, not in_place and id(part) not in within)
                for part in walk(target)
                if (name := _own(part, node))
            }
            if not isinstance(target, tree.Name) or isinstance(inner, tree.Call):
                inside = [part.id for part in walk(target) if isinstance(part, tree.Name)]
                found |= {(aliases[name], False) for name in inside if name in aliases}
    return frozenset(found)


def _own(expr: Any, method: tree.FunctionDef) -> str:
    """`name` of `self.name`, else nothing."""
    if isinstance(expr, tree.Attribute) and isinstance(expr.value, tree.Name) and method.params:
        return expr.attr if expr.value.id == method.params[0].name else ""
    return ""


@lru_cache(maxsize=4096)
def names_in(node: tree.FunctionDef | tree.Lambda) -> frozenset[str]:
    """The names that a function's body reads or binds."""
    return frozenset(item.id for item in walk(node.body) if isinstance(item, tree.Name))


@lru_cache(maxsize=4096)
def outline(node: tree.FunctionDef | tree.Lambda) -> tuple[type | str, ...]:
    """What a function's body is written with, in its order, but for the constants."""
    return tuple(item.id if isinstance(item, tree.Name) else type(item) for item in walk(node.body))


def walk(node: Any) -> Iterator[Any]:
    """The node and everything below it, as it is written."""
    todo = [node]
    while todo:
        item = todo.pop()
        if isinstance(item, tuple):
            todo.extend(reversed(item))
        elif names := _parts(item.__class__):
            yield item
            todo.extend([getattr(item, name) for name in names])


@lru_cache(maxsize=256)
def _parts(cls: type) -> tuple[str, ...]:
    """The fields of a node's class, the last one first; none of what is no node."""
    return tuple(field.name for field in reversed(fields(cls))) if is_dataclass(cls) else ()


def forget() -> None:
    """Let go of what was worked out of classes and functions: they keep all that they were made in."""
    for known in (changing_attributes, methods_of, _calls, _assigned, names_in, outline, *KEPT):
        known.cache_clear()
