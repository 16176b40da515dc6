"""The program tree: an immutable, picklable picture of one Python file.

Every node carries `at`, its number in the file's lowering order. Lines and columns are looked up
by that number (`source.spans`), only where something is to be shown. A node is itself only: two
that read alike are different, so that what is known of one is kept by it without reading it whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ConstantValue = int | float | complex | str | bytes | bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """Anything that stands somewhere in the source."""

    at: int


class Expr(Node):
    """An expression."""

    __slots__ = ()


class Stmt(Node):
    """A statement."""

    __slots__ = ()


class Pattern(Node):
    """A pattern of a `match` statement."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Constant(Expr):
    """A literal; `...` is the `Ellipsis` object."""

    value: object


@dataclass(frozen=True, slots=True, eq=False)
class Name(Expr):
    id: str


@dataclass(frozen=True, slots=True, eq=False)
class Attribute(Expr):
    value: Expr
    attr: str


@dataclass(frozen=True, slots=True, eq=False)
class Subscript(Expr):
    """`value[index]`; several indices are one `TupleExpr`, `a:b:c` is a `SliceExpr`."""

    value: Expr
    index: Expr


@dataclass(frozen=True, slots=True, eq=False)
class SliceExpr(Expr):
    lower: Expr | None
    upper: Expr | None
    step: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Starred(Expr):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Arg:
    """One argument of a call: positional, `keyword=`, `*value` (star 1) or `**value` (star 2)."""

    value: Expr
    keyword: str | None = None
    star: Literal[0, 1, 2] = 0


@dataclass(frozen=True, slots=True, eq=False)
class Call(Expr):
    func: Expr
    args: tuple[Arg, ...]


@dataclass(frozen=True, slots=True, eq=False)
class UnaryOp(Expr):
    """`op` is one of `- + ~ not`."""

    op: str
    operand: Expr


@dataclass(frozen=True, slots=True, eq=False)
class BinOp(Expr):
    """`op` is the operator as written: `+ - * / // % ** @ << >> & | ^`."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True, eq=False)
class BoolOp(Expr):
    """`op` is `and` or `or`; chains are flattened."""

    op: str
    values: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Compare(Expr):
    """`ops` are `== != < <= > >= is`, `is not`, `in`, `not in`."""

    left: Expr
    ops: tuple[str, ...]
    comparators: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class IfExp(Expr):
    test: Expr
    body: Expr
    orelse: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Param:
    name: str
    kind: Literal["posonly", "pos", "vararg", "kwonly", "kwarg"]
    default: Expr | None = None
    annotation: Expr | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lambda(Expr):
    params: tuple[Param, ...]
    body: Expr


@dataclass(frozen=True, slots=True, eq=False)
class TupleExpr(Expr):
    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ListExpr(Expr):
    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SetExpr(Expr):
    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DictExpr(Expr):
    """Pairs of key and value; the key is None for `**value`."""

    items: tuple[tuple[Expr | None, Expr], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """`for target in iter if test…` of a comprehension."""

    target: Expr
    iter: Expr
    tests: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comprehension(Expr):
    """`value` is set for a dict comprehension only, where `element` is the key."""

    kind: Literal["list", "set", "dict", "generator"]
    element: Expr
    value: Expr | None
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FormattedValue(Expr):
    value: Expr
    conversion: str | None
    spec: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class JoinedStr(Expr):
    """An f-string: `Constant` text and `FormattedValue` in turn."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NamedExpr(Expr):
    target: Name
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Await(Expr):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Yield(Expr):
    value: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class YieldFrom(Expr):
    value: Expr


Block = tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ExprStmt(Stmt):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Assign(Stmt):
    """`a = b = value`; a target is a Name, Attribute, Subscript, Starred, TupleExpr or ListExpr."""

    targets: tuple[Expr, ...]
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class AugAssign(Stmt):
    """`target op= value`; `op` without the `=`."""

    target: Expr
    op: str
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class AnnAssign(Stmt):
    target: Expr
    annotation: Expr
    value: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Return(Stmt):
    value: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Raise(Stmt):
    exc: Expr | None
    cause: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Assert(Stmt):
    test: Expr
    message: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Delete(Stmt):
    targets: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pass(Stmt):
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Break(Stmt):
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Continue(Stmt):
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Global(Stmt):
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Nonlocal(Stmt):
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Alias:
    """`name as asname` of an import."""

    name: str
    asname: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Import(Stmt):
    names: tuple[Alias, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ImportFrom(Stmt):
    """`from <level dots>module import names`; `names` is None for `*`."""

    module: str
    names: tuple[Alias, ...] | None
    level: int


@dataclass(frozen=True, slots=True, eq=False)
class If(Stmt):
    """`elif` is an If alone in `orelse`."""

    test: Expr
    body: Block
    orelse: Block


@dataclass(frozen=True, slots=True, eq=False)
class For(Stmt):
    target: Expr
    iter: Expr
    body: Block
    orelse: Block


@dataclass(frozen=True, slots=True, eq=False)
class While(Stmt):
    test: Expr
    body: Block
    orelse: Block


@dataclass(frozen=True, slots=True, eq=False)
class WithItem:
    context: Expr
    target: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class With(Stmt):
    items: tuple[WithItem, ...]
    body: Block


@dataclass(frozen=True, slots=True, eq=False)
class Handler:
    """`except type as name`; a bare `except` has no type."""

    type: Expr | None
    name: str | None
    body: Block


@dataclass(frozen=True, slots=True, eq=False)
class Try(Stmt):
    body: Block
    handlers: tuple[Handler, ...]
    orelse: Block
    finalbody: Block


@dataclass(frozen=True, slots=True, eq=False)
class MatchValue(Pattern):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class MatchSequence(Pattern):
    items: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MatchStar(Pattern):
    name: str | None


@dataclass(frozen=True, slots=True, eq=False)
class MatchMapping(Pattern):
    keys: tuple[Expr, ...]
    patterns: tuple[Pattern, ...]
    rest: str | None


@dataclass(frozen=True, slots=True, eq=False)
class MatchClass(Pattern):
    cls: Expr
    patterns: tuple[Pattern, ...]
    keywords: tuple[tuple[str, Pattern], ...]


@dataclass(frozen=True, slots=True, eq=False)
class MatchAs(Pattern):
    """`pattern as name`; a capture has no pattern, the wildcard neither."""

    pattern: Pattern | None
    name: str | None


@dataclass(frozen=True, slots=True, eq=False)
class MatchOr(Pattern):
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    pattern: Pattern
    guard: Expr | None
    body: Block


@dataclass(frozen=True, slots=True, eq=False)
class Match(Stmt):
    subject: Expr
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FunctionDef(Stmt):
    name: str
    params: tuple[Param, ...]
    body: Block
    decorators: tuple[Expr, ...]
    returns: Expr | None
    is_async: bool
    is_generator: bool
    """Whether `yield` stands in the body itself (not in a nested function)."""


@dataclass(frozen=True, slots=True, eq=False)
class ClassDef(Stmt):
    name: str
    bases: tuple[Arg, ...]
    body: Block
    decorators: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comment:
    """A comment with its `#`; `line` counts from 1, `column` from 0, in characters."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """One lowered file. `size` is the number of nodes: `at` runs from 0 to size - 1."""

    path: str
    body: Block
    lines: int
    size: int
