"""Rule files: parsed with `ast`, never executed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from shapelint.rulebook.pattern import (
    ListSpec,
    PlainSpec,
    RuleError,
    Spec,
    TensorSpec,
    is_size_list,
    parse_spec,
    takes_tensor_only,
)

NAMED = re.compile(r"^\[([a-z-]+)\] (.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Param:
    name: str
    spec: Spec
    default: ast.expr | None
    variadic: bool = False
    keyword_only: bool = False
    keywords: bool = False
    """Whether it takes all other keywords (`**lengths`)."""


@dataclass(frozen=True, slots=True)
class Line:
    """`name = expression`, or an assertion with its message (and the finding it makes)."""

    expression: ast.expr
    name: str | None = None
    message: str = ""
    finding: str | None = None


Kind = Literal["tensor", "tensors", "size", "sizes", "other"]
"""What alone fits a parameter: an array, a sequence of arrays, a size, one or several sizes."""


@dataclass(frozen=True, slots=True)
class Signature:
    params: tuple[Param, ...]
    returns: Spec
    body: tuple[Line, ...]
    kinds: tuple[Kind, ...] = ()

    def kind(self, name: str) -> Kind:
        """The kind of a parameter; "other" for a name that is none."""
        for param, kind in zip(self.params, self.kinds, strict=True):
            if param.name == name:
                return kind
        return "other"

    def gathers(self, place: int) -> bool:
        """Whether the sizes of this parameter may be given one by one: none by position follows."""
        if place >= len(self.params):
            return False
        later = self.params[place + 1 :]
        return is_size_list(self.params[place].spec) and all(p.keyword_only for p in later)

    def kind_at(self, place: int) -> Kind:
        """The kind of a positional argument; sizes may be given one by one."""
        if any(map(self.gathers, range(min(place + 1, len(self.params))))):
            return "sizes"
        return self.kinds[place] if place < len(self.kinds) else "other"


@dataclass(frozen=True, slots=True)
class RuleFunction:
    """A function or Tensor method; several signatures are overloads."""

    name: str
    names: tuple[str, ...]
    signatures: tuple[Signature, ...]
    finds: str
    doc: str
    path: str
    fields: tuple[str, ...] = ()
    """The names under which the parts of a tuple result can be read."""

    def sizes_at(self) -> int | None:
        """Where sizes may be given one by one; None if nowhere, or if the forms differ."""
        places = {i for s in self.signatures for i in range(len(s.params)) if s.gathers(i)}
        return places.pop() if len(places) == 1 else None


@dataclass(frozen=True, slots=True)
class RuleClass:
    """A layer: constructor, methods, declared attributes."""

    name: str
    names: tuple[str, ...]
    init: tuple[Signature, ...]
    methods: dict[str, tuple[Signature, ...]]
    attributes: dict[str, Spec]
    finds: str
    doc: str
    path: str


Rule = RuleFunction | RuleClass


@dataclass(slots=True)
class Rulebook:
    """All rules of some directories, by dotted name."""

    rules: dict[str, Rule] = field(default_factory=dict)

    @classmethod
    def load(cls, directories: Iterable[Path]) -> Rulebook:
        """Parse every rule file. Raises RuleError with file and line."""
        book = cls()
        for directory in directories:
            for path in sorted(directory.rglob("*.pyi")):
                book.add(path.read_text(encoding="utf-8"), str(path))
        return book

    def add(self, text: str, path: str = "<rules>") -> None:
        """Add the rules of one text."""
        for rule in parse_rules(text, path):
            for name in rule.names:
                if name in self.rules:
                    raise RuleError(
                        f"{path}: {name} has a rule already, in {self.rules[name].path}"
                    )
                self.rules[name] = rule

    def find(self, dotted: str) -> Rule | None:
        return self.rules.get(dotted)

    def names(self) -> tuple[str, ...]:
        return tuple(self.rules)


def parse_rules(text: str, path: str) -> list[Rule]:
    """The rules of one file. Raises RuleError."""
    rules: list[Rule] = []
    pending: list[Signature] = []
    names: tuple[str, ...] = ()
    finds = ""
    fields: tuple[str, ...] = ()
    for node in ast.parse(text, path).body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        try:
            found, options, overloaded = _decorators(node.decorator_list)
            if found:
                if pending:
                    raise RuleError("an overload has no last form")
                names = found
                finds, fields = options.get("finds", "bad-argument"), options.get("fields", ())
            if not names:
                raise RuleError("no @op")
            if isinstance(node, ast.ClassDef):
                rules.append(_class(node, names, finds, path))
                names = ()
                continue
            pending.append(_signature(node))
            doc = ast.get_docstring(node) or ""
            if not overloaded or doc:
                rules.append(
                    RuleFunction(node.name, names, tuple(pending), finds, doc, path, fields)
                )
                pending, names = [], ()
        except RuleError as error:
            raise RuleError(f"{path}:{node.lineno}: {node.name}: {error}") from None
    return rules


def _decorators(nodes: list[ast.expr]) -> tuple[tuple[str, ...], dict[str, Any], bool]:
    """The names of `@op`, its options (`finds`, `fields`), and whether there is `@overload`."""
    names: tuple[str, ...] = ()
    options: dict[str, Any] = {}
    overloaded = False
    for node in nodes:
        if isinstance(node, ast.Name) and node.id == "overload":
            overloaded = True
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "op"
        ):
            names = tuple(ast.literal_eval(arg) for arg in node.args)
            options = {k.arg: ast.literal_eval(k.value) for k in node.keywords if k.arg}
            unknown = options.keys() - {"finds", "fields"}
            if unknown:
                raise RuleError(f"@op has no option {', '.join(sorted(unknown))}")
    return names, options, overloaded


def _class(node: ast.ClassDef, names: tuple[str, ...], finds: str, path: str) -> RuleClass:
    init: list[Signature] = []
    methods: dict[str, tuple[Signature, ...]] = {}
    attributes: dict[str, Spec] = {}
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            attributes[item.target.id] = parse_spec(item.annotation)
        elif isinstance(item, ast.FunctionDef):
            signature = _signature(item, method=True)
            if item.name == "__init__":
                init.append(signature)
            else:
                methods[item.name] = (*methods.get(item.name, ()), signature)
    doc = ast.get_docstring(node) or ""
    return RuleClass(
        node.name, names, tuple(init) or (Signature((), PlainSpec("None"), ()),), methods,
        attributes, finds, doc, path,
    )  # fmt: skip


def _signature(node: ast.FunctionDef, method: bool = False) -> Signature:
    args = node.args
    positional = [*args.posonlyargs, *args.args]
    defaults = [None] * (len(positional) - len(args.defaults)) + list(args.defaults)
    params = [
        Param(a.arg, parse_spec(a.annotation), d) for a, d in zip(positional, defaults, strict=True)
    ]
    if method:
        params = params[1:]
    if args.vararg:
        params.append(Param(args.vararg.arg, parse_spec(args.vararg.annotation), None, True))
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        params.append(Param(arg.arg, parse_spec(arg.annotation), default, False, True))
    if args.kwarg:
        spec = parse_spec(args.kwarg.annotation)
        params.append(Param(args.kwarg.arg, spec, None, False, True, True))
    returns = parse_spec(node.returns)
    kinds = tuple(_kind(p, returns, node.name == "__init__") for p in params)
    return Signature(tuple(params), returns, tuple(_body(node.body)), kinds)


def _kind(param: Param, returns: Spec, constructor: bool) -> Kind:
    """A required `Dim` of a layer is a size; a `Size` is one where it is the result's shape
    unchanged. Elsewhere they may be -1 or an offset."""
    spec = param.spec
    if isinstance(spec, ListSpec) and takes_tensor_only(spec.element):
        return "tensors"
    if takes_tensor_only(spec) and not param.variadic:
        return "tensor"
    if isinstance(spec, PlainSpec) and spec.name == "Dim" and constructor and not param.default:
        return "size"
    shown = returns.tokens or () if isinstance(returns, TensorSpec) else ()
    if (
        isinstance(spec, PlainSpec)
        and spec.name == "Size"
        and param.name in [t.name for t in shown]
    ):
        return "sizes"
    return "other"


def _body(statements: list[ast.stmt]) -> Iterator[Line]:
    for node in statements:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield Line(node.value, node.targets[0].id)
        elif isinstance(node, ast.Assert):
            message = ast.literal_eval(node.msg) if node.msg is not None else ""
            named = NAMED.match(message)
            if named:
                yield Line(node.test, None, named[2], named[1])
            else:
                yield Line(node.test, None, message)
        elif not isinstance(node, ast.Expr):
            raise RuleError(
                f"line {node.lineno}: only `name = expression` and `assert` may stand here"
            )


__all__ = ["Line", "Param", "Rule", "RuleClass", "RuleFunction", "Rulebook", "Signature"]
