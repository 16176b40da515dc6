"""Rule files: parsed with `ast`, never executed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from shapelint.names import NAMES
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

START = re.compile(r"^@op\b", re.MULTILINE)
OPERATIONS = re.compile(r"@op\s*\(((?:\s*\"[^\"]*\"\s*,?)*)")
STRING = re.compile(r"\"([^\"]*)\"")
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
    layout: ast.expr | None = None
    """The layout of its results: an expression, or one of the words `fresh`, `packed`, `kept`."""

    def kind(self, name: str) -> Kind:
        """The kind of a parameter; "other" for a name that is none."""
        for param, kind in zip(self.params, self.kinds, strict=True):
            if param.name == name:
                return kind
        return "other"

    def takes(self, name: str) -> bool:
        """Whether there is a parameter of that name."""
        return any(param.name == name for param in self.params)

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
        found: Kind = "other"
        for at, (param, kind) in enumerate(zip(self.params, self.kinds, strict=True)):
            if at > place or param.keyword_only:
                break
            found = kind if at == place or param.variadic else "other"
        return found

    def may_take(self, args: Sequence[Any]) -> bool:
        """Whether so many arguments may be given by position, with texts where these are."""
        positional = [param for param in self.params if not param.keyword_only]
        if len(args) > len(positional) and not any(param.variadic for param in positional):
            return any(map(self.gathers, range(len(positional))))
        pairs = zip(positional, args, strict=False)
        return not any(isinstance(a, str) and takes_tensor_only(p.spec) for p, a in pairs)


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

    @property
    def framework(self) -> str:
        """`torch`, `numpy`, `keras`, `tensorflow` or another package."""
        return self.names[0].partition(".")[0]

    def keeps_shape(self) -> bool:
        """Whether the result has, by every form, the axes that the first argument is said to have."""
        return all(
            _names(s.returns) == _names(s.params[0].spec) for s in self.signatures if s.params
        )

    def sizes_at(self) -> int | None:
        """Where sizes may be given one by one; None if nowhere, or if the forms differ."""
        places = {i for s in self.signatures for i in range(len(s.params)) if s.gathers(i)}
        return places.pop() if len(places) == 1 else None


def _names(spec: Spec) -> list[str] | None:
    tokens = spec.tokens if isinstance(spec, TensorSpec) else None
    return None if tokens is None else [token.name for token in tokens]


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
    fields: tuple[str, ...] = ()
    """The names under which the parts of what a call gives can be read."""
    late: tuple[str, ...] = ()
    """The sizes that the first call fixes for all later ones."""
    legacy: tuple[tuple[str, str], ...] = ()
    """Keywords of older versions, and what they are called now."""

    @property
    def framework(self) -> str:
        """`torch`, `keras` or another package."""
        return self.names[0].partition(".")[0]

    @property
    def call_name(self) -> str:
        """The method that a call of the layer runs: torch's `forward`, Keras's `call`."""
        return "call" if "call" in self.methods else "forward"


Rule = RuleFunction | RuleClass


@dataclass(frozen=True, slots=True)
class Chunk:
    """The text of one rule, from its `@op` on, and where it stands."""

    text: str
    path: str
    line: int


class Rulebook:
    """All rules of some directories, by dotted name. A rule is parsed when it is asked for first:
    a program uses few of them."""

    def __init__(self) -> None:
        self.chunks: dict[str, Chunk] = {}
        self._parsed: dict[Chunk, Rule] = {}

    @classmethod
    def load(cls, shipped: Iterable[Path], own: Iterable[Path] = ()) -> Rulebook:
        """Index the rule files of these directories; a project's own come before those shipped, and
        are parsed at once. Raises RuleError with file and line, OSError."""
        book = cls()
        for directory in shipped:
            for path in sorted(directory.rglob("*.pyi")):
                book.add(path.read_text(encoding="utf-8"), str(path))
        for path in own:
            for file in sorted(path.rglob("*.pyi")) if path.is_dir() else (path,):
                added = cls()
                added.add(file.read_text(encoding="utf-8"), str(file))
                added.parse_all()
                book.chunks.update(added.chunks)
        return book

    def add(self, text: str, path: str = "<rules>") -> None:
        """Add the rules of one text. Raises RuleError for a name that has a rule."""
        for chunk, names in chunks_of(text, path):
            for name in names:
                if name in self.chunks:
                    other = self.chunks[name].path
                    raise RuleError(f"{path}:{chunk.line}: {name} has a rule already, in {other}")
                self.chunks[name] = chunk

    def find(self, dotted: str) -> Rule | None:
        """The rule of a name. Raises RuleError."""
        chunk = self.chunks.get(dotted)
        return None if chunk is None else self.parsed(chunk)

    def parsed(self, chunk: Chunk) -> Rule:
        """The rule that a text says, parsed once. Raises RuleError."""
        rule = self._parsed.get(chunk)
        if rule is None:
            rule = self._parsed[chunk] = parse_rule(chunk)
        return rule

    def summary(self, dotted: str) -> str:
        """The first line of a rule's docs. Raises RuleError."""
        rule = self.find(dotted)
        return rule.doc.partition("\n")[0] if rule is not None else ""

    def names(self) -> tuple[str, ...]:
        return tuple(self.chunks)

    def parse_all(self) -> list[Rule]:
        """Every rule, once. Raises RuleError."""
        return list({id(r): r for r in map(self.find, self.chunks) if r is not None}.values())


def chunks_of(text: str, path: str) -> Iterator[tuple[Chunk, list[str]]]:
    """The rules of a file as text, each with its names. Raises RuleError."""
    starts = [m.start() for m in START.finditer(text)]
    head = text[: starts[0]] if starts else text
    if re.search(r"^(def|class|@)", head, re.MULTILINE):
        raise RuleError(f"{path}: a rule without @op")
    line = head.count("\n") + 1
    for start, end in pairwise([*starts, len(text)]):
        chunk = Chunk(text[start:end], path, line)
        named = OPERATIONS.match(chunk.text)
        names = STRING.findall(named[1]) if named else []
        if not names:
            raise RuleError(f"{path}:{line}: @op names nothing")
        yield chunk, names
        line += chunk.text.count("\n")


def parse_rule(chunk: Chunk) -> Rule:
    """The rule that a text says. Raises RuleError."""
    signatures: list[Signature] = []
    names: tuple[str, ...] = ()
    finds, fields, layout, doc = "bad-argument", (), None, ""
    try:
        body = ast.parse(chunk.text, chunk.path).body
    except SyntaxError as error:
        line = chunk.line + (error.lineno or 1) - 1
        raise RuleError(f"{chunk.path}:{line}: {error.msg}") from None
    overloaded, name = True, ""
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        try:
            if not overloaded:
                raise RuleError("no @op")
            found, options, overloaded = _decorators(node.decorator_list)
            if found:
                names, finds = found, options.get("finds", finds)
                fields, layout = options.get("fields", ()), _layout(options.get("layout"))
            if isinstance(node, ast.ClassDef):
                rule = _class(node, names, finds, chunk.path, layout)
                legacy = tuple(options.get("legacy", {}).items())
                return replace(rule, fields=fields, legacy=legacy)
            signatures.append(_signature(node, layout))
            doc, name = ast.get_docstring(node) or doc, node.name
        except RuleError as error:
            place = f"{chunk.path}:{chunk.line + node.lineno - 1}"
            raise RuleError(f"{place}: {node.name}: {error}") from None
    return RuleFunction(name, names, tuple(signatures), finds, doc, chunk.path, fields)


def _decorators(nodes: list[ast.expr]) -> tuple[tuple[str, ...], dict[str, Any], bool]:
    """The names of `@op`, its options (`finds`, `fields`, `layout`, `legacy`), and whether there is `@overload`."""
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
            unknown = options.keys() - {"finds", "fields", "layout", "legacy"}
            if unknown:
                raise RuleError(f"@op has no option {', '.join(sorted(unknown))}")
            if options.get("finds", "bad-argument") not in NAMES:
                raise RuleError(f"no finding is called {options['finds']}")
    return names, options, overloaded


def _layout(text: str | None) -> ast.expr | None:
    try:
        return None if text is None else ast.parse(text, mode="eval").body
    except SyntaxError:
        raise RuleError(f"not a layout: {text}") from None


def _class(
    node: ast.ClassDef, names: tuple[str, ...], finds: str, path: str, layout: ast.expr | None
) -> RuleClass:
    init: list[Signature] = []
    methods: dict[str, tuple[Signature, ...]] = {}
    attributes: dict[str, Spec] = {}
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            attributes[item.target.id] = parse_spec(item.annotation)
        elif isinstance(item, ast.FunctionDef):
            signature = _signature(item, layout, method=True)
            if item.name == "__init__":
                init.append(signature)
            else:
                methods[item.name] = (*methods.get(item.name, ()), signature)
    doc = ast.get_docstring(node) or ""
    late = tuple(name for name, spec in attributes.items() if spec == PlainSpec("Late"))
    shown = {name: spec for name, spec in attributes.items() if name not in late}
    return RuleClass(
        node.name, names, tuple(init) or (Signature((), PlainSpec("None"), ()),), methods,
        shown, finds, doc, path, late=late,
    )  # fmt: skip


def _signature(node: ast.FunctionDef, layout: ast.expr | None, method: bool = False) -> Signature:
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
    return Signature(tuple(params), returns, tuple(_body(node.body)), kinds, layout)


def _kind(param: Param, returns: Spec, constructor: bool) -> Kind:
    """A required `Dim` of a layer is a size; a `Size` is one where it is the result's shape
    unchanged. Elsewhere they may be -1 or an offset."""
    spec = param.spec
    if isinstance(spec, ListSpec) and takes_tensor_only(spec.element):
        return "tensors"
    if takes_tensor_only(spec):
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


__all__ = ["Chunk", "Line", "Param", "Rule", "RuleClass", "RuleFunction", "Rulebook", "Signature"]
