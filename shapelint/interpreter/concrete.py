"""Abstract values as text of Python: what one admissible input may be, by the facts of a path."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shapelint.interpreter.tensors import TELLTALE, known_methods
from shapelint.interpreter.values import (
    REST,
    BoundMethod,
    Builtin,
    Choice,
    ClassValue,
    DictObj,
    External,
    Function,
    Instance,
    ListObj,
    Member,
    Opaque,
    Partial,
    RangeValue,
    Ratio,
    RuleMethod,
    RuleOp,
    SetObj,
    SizeTuple,
    SliceValue,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    is_exact,
)
from shapelint.symbolic import (
    Assignment,
    Dim,
    Formula,
    Len,
    Prod,
    Shape,
    Symbol,
    Undefined,
    evaluate,
    holds,
    model,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

MAX_ITEMS = 200
MAX_DEPTH = 12
PLAIN = ("bool", "int", "float", "str", "bytes", "tuple", "list", "dict", "set", "object", "type")


class Unmade(Exception):
    """A value that cannot be written down, and why."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Text of Python; `names` are the top-level names of files that it uses, `modules` what it needs to
    be imported. `integers` is the text with every tensor whose dtype is not known as one of integers.
    `stands_in` where something in it stands for what is not known."""

    text: str
    names: frozenset[tuple[str, str]] = frozenset()
    modules: frozenset[str] = frozenset()
    integers: str = ""
    stands_in: bool = False

    def part(self, name: str) -> Expression:
        """`expression.name`."""
        return self._with(f"{self.text}.{name}", f"{self.other}.{name}")

    def keyword(self, name: str) -> Expression:
        """`name=expression`, as an argument."""
        return self._with(f"{name}={self.text}", f"{name}={self.other}")

    def assigned(self, name: str) -> Expression:
        """`name = expression`, a statement."""
        return self._with(f"{name} = {self.text}", f"{name} = {self.other}")

    @property
    def other(self) -> str:
        return self.integers or self.text

    def _with(self, text: str, integers: str) -> Expression:
        other = integers if self.integers else ""
        return Expression(text, self.names, self.modules, other, self.stands_in)


def joined(callee: Expression, args: Iterable[Expression]) -> Expression:
    """`callee(*args)`."""
    return _listed(f"{callee.text}(", [*args], ")", callee)


def _listed(
    opening: str, parts: list[Expression], closing: str, first: Expression | None = None
) -> Expression:
    whole = parts if first is None else [first, *parts]
    integers = ""
    if any(p.integers for p in whole):
        start = opening if first is None else f"{first.other}("
        integers = start + ", ".join(p.other for p in parts) + closing
    return Expression(
        opening + ", ".join(p.text for p in parts) + closing,
        frozenset().union(*(p.names for p in whole)),
        frozenset().union(*(p.modules for p in whole)),
        integers,
        any(p.stands_in for p in whole),
    )


class Sizes(dict[Any, int]):
    """Numbers of a model of the facts; what these leave open is small, and each another one."""

    LEFT = (2, 3, 5, 7, 4, 6, 8, 9)

    def __init__(self, found: Mapping[Any, int]) -> None:
        super().__init__(found)
        self.given = 0

    def __missing__(self, atom: Any) -> int:
        if isinstance(atom, Symbol):
            number = max(atom.lower or 0, self.LEFT[self.given % len(self.LEFT)])
            self.given += 1
        else:
            number = 1 if isinstance(atom, Prod) else 0
        self[atom] = number
        return number


class Concrete:
    """Writes values of one path, with the same numbers throughout."""

    def __init__(self, m: Interpreter) -> None:
        self.m = m
        found: Assignment | None = model(m.store.facts)
        self.possible = found is not None
        self.sizes = Sizes(found or {})
        self.arrays = "torch" if _imports_torch(m) else "numpy"

    def call(self, callee: Value, args: Iterable[Value], kwargs: Mapping[str, Value]) -> Expression:
        """A call of a value. Raises Unmade."""
        parts = [self.express(a) for a in args]
        parts += [self.express(v).keyword(k) for k, v in kwargs.items()]
        return joined(self.express(callee), parts)

    def express(self, value: Value, depth: int = 0) -> Expression:
        """The text of a value. Raises Unmade."""
        if not self.possible:
            raise Unmade("no sizes were found that lead there")
        if depth > MAX_DEPTH:
            raise Unmade("a value that nests too deeply")
        value = self._plain(value)
        if is_exact(value):
            return Expression(_literal(value))
        if isinstance(value, Dim):
            return Expression(str(self.number(value)))
        if isinstance(value, Formula):
            return Expression(str(holds(value, self.sizes)))
        if isinstance(value, Ratio):
            return Expression(f"{self.number(value.numerator)} / {self.number(value.denominator)}")
        if isinstance(value, Tensor):
            return self._tensor(value)
        if isinstance(value, SizeTuple):
            return Expression(_literal(self._shape(value.shape)))
        if isinstance(value, Instance):
            return self._instance(value, depth)
        if isinstance(value, TupleValue | ListObj | SetObj | DictObj | RangeValue | SliceValue):
            return self._container(value, depth)
        return self._callable(value, depth)

    def items(self, value: Value) -> Iterator[Value]:
        """The items of what `*args` are. Raises Unmade."""
        value = self._plain(value)
        found = value.items if isinstance(value, TupleValue | ListObj) else None
        if isinstance(value, Unknown) and value.free:
            return iter(())
        if found is None or isinstance(found, Unknown):
            raise Unmade("arguments of unknown number")
        return iter(found)

    def pairs(self, value: Value) -> list[tuple[str, Value]]:
        """The pairs of what `**kwargs` are. Raises Unmade."""
        value = self._plain(value)
        if not isinstance(value, DictObj):
            raise Unmade("keywords that are not known")
        return [(k, v) for k, v in value.pairs() if isinstance(k, str)]

    def number(self, size: Value) -> int:
        """The number a size has. Raises Unmade."""
        size = self.m.store.facts.size(size) if isinstance(size, Dim) else size
        try:
            return evaluate(size, self.sizes)
        except Undefined:
            raise Unmade("a size that a division by zero gives") from None

    def _plain(self, value: Value) -> Value:
        """The side of each choice that the numbers decide."""
        m = self.m
        value = m.decided(m.resolve(value))
        while isinstance(value, Choice):
            side = value.then if holds(value.condition, self.sizes) else value.orelse
            value = m.decided(m.resolve(side))
        if isinstance(value, Unknown) and not isinstance(value, Opaque):
            return self._decided(value)
        return value

    def _decided(self, value: Unknown) -> Value:
        """What the path takes an unknown for: the constant that it was compared with, true or false."""
        for constant, flag in self.m.constants.get(value.uid, ((), ()))[1]:
            if isinstance(flag, Formula) and holds(flag, self.sizes):
                return constant
        found = self.m.flags.get(("truth", value.uid))
        if found is not None and not value.attrs:
            return holds(found[0], self.sizes)
        return value

    def _shape(self, shape: Shape) -> tuple[int, ...]:
        shape = self.m.store.facts.shape(shape)
        inner: tuple[int, ...] = ()
        if shape.var is not None:
            inner = self._axes(shape)
        sizes = (*map(self.number, shape.prefix), *inner, *map(self.number, shape.suffix))
        if any(size < 0 for size in sizes):
            raise Unmade("a negative size")
        return sizes

    def _axes(self, shape: Shape) -> tuple[int, ...]:
        """The axes of a shape whose number is not known: few, unless the facts say more."""
        assert shape.var is not None
        count, total = Len(shape.var), Prod(shape.var)
        if count not in self.sizes and total not in self.sizes:
            self.sizes[count], self.sizes[total] = 1 if shape.min_rank else 2, 2
        elif total not in self.sizes:
            self.sizes[total] = 2 if self.sizes[count] else 1
        elif count not in self.sizes:
            self.sizes[count] = int(self.sizes[total] != 1)
        if self.sizes[count] == 0:
            return ()
        return (self.sizes[total], *[1] * (self.sizes[count] - 1))

    def _tensor(self, tensor: Tensor) -> Expression:
        shape = self._shape(tensor.shape)
        library, _, kind = (tensor.dtype or "").rpartition(".")
        library = (
            library
            if library in ("torch", "numpy") and kind not in ("", "ndarray")
            else self.arrays
        )
        known = kind if tensor.dtype and tensor.dtype.startswith(("torch.", "numpy.")) else ""
        elements = tensor.elements
        if elements is not None and all(type(e) is int for e in elements) and len(shape) <= 1:
            held = list(elements) if shape else elements[0]
            maker = "tensor" if library == "torch" else "array"
            return Expression(f"{library}.{maker}({held!r})", modules=frozenset({library}))
        text = _made(library, shape, known if known != "generic" else "")
        integers = "" if known else _made(library, shape, "int64")
        return Expression(text, frozenset(), frozenset({library}), integers)

    def _instance(self, value: Instance, depth: int) -> Expression:
        if value.cls.kind == "enum":
            name = value.attrs.get("name")
            return self.express(value.cls, depth + 1).part(str(name))
        if isinstance(value, Member) or value.made is None:
            if value.cls.name == "SimpleNamespace":
                parts = [self.express(v, depth + 1).keyword(k) for k, v in value.attrs.items()]
                return joined(
                    Expression("types.SimpleNamespace", modules=frozenset({"types"})), parts
                )
            raise Unmade(f"an object of {value.cls.name} that nothing constructed")
        args, kwargs = value.made
        parts = [self.express(a, depth + 1) for a in args]
        parts += [self.express(v, depth + 1).keyword(k) for k, v in kwargs.items()]
        return joined(self.express(value.cls, depth + 1), parts)

    def _container(self, value: Value, depth: int) -> Expression:
        if isinstance(value, RangeValue):
            return self._listed("range(", (value.start, value.stop, value.step), ")", depth)
        if isinstance(value, SliceValue):
            return self._listed("slice(", (value.lower, value.upper, value.step), ")", depth)
        if isinstance(value, DictObj):
            pairs = [(k, v) for k, v in value.pairs() if k is not REST]
            if not all(is_exact(k) for k, _ in pairs):
                raise Unmade("a mapping with keys that are no constants")
            made = [(_literal(k), self.express(v, depth + 1)) for k, v in pairs]
            parts = [e._with(f"{k}: {e.text}", f"{k}: {e.other}") for k, e in made]
            return _listed("{", parts, "}")
        if isinstance(value, ListObj) and isinstance(value.cell["items"], SizeTuple):
            return Expression(_literal(list(self._shape(value.cell["items"].shape))))
        if isinstance(value.items, Unknown):
            raise Unmade("a list of unknown length")
        if len(value.items) > MAX_ITEMS:
            raise Unmade("a list that is too long")
        if isinstance(value, TupleValue):
            if isinstance(value.cls, ClassValue):
                return joined(
                    self.express(value.cls), [self.express(v, depth + 1) for v in value.items]
                )
            return self._listed("(", value.items, ",)" if len(value.items) == 1 else ")", depth)
        if isinstance(value, SetObj) and not value.items:
            return Expression("set()")
        opening, closing = ("{", "}") if isinstance(value, SetObj) else ("[", "]")
        return self._listed(opening, value.items, closing, depth)

    def _listed(
        self, opening: str, values: Iterable[Value], closing: str, depth: int
    ) -> Expression:
        return _listed(opening, [self.express(v, depth + 1) for v in values], closing)

    def _callable(self, value: Value, depth: int) -> Expression:
        if isinstance(value, ClassValue):
            return self._class(value)
        if isinstance(value, Function):
            return self._function(value)
        if isinstance(value, BoundMethod):
            name = getattr(value.function, "name", "").rpartition(".")[2]
            if not name.isidentifier():
                raise Unmade("a method without a name")
            receiver = self.express(value.receiver, depth + 1)
            return receiver if name in ("forward", "call") else receiver.part(name)
        if isinstance(value, RuleMethod):
            return self._class(value.cls).part(value.name)
        if isinstance(value, RuleOp | External):
            return _dotted(value.dotted)
        if isinstance(value, Builtin) and "." in value.name:
            return _dotted(value.name)
        if isinstance(value, Builtin | TypeOf) and value.name.isidentifier():
            return Expression(value.name)
        if isinstance(value, TypeOf):
            return _dotted(value.name)
        if isinstance(value, Partial):
            callee = Expression("functools.partial", modules=frozenset({"functools"}))
            parts = [self.express(v, depth + 1) for v in (value.function, *value.args)]
            parts += [self.express(v, depth + 1).keyword(k) for k, v in value.kwargs]
            return joined(callee, parts)
        if isinstance(value, Unknown):
            return self._unknown(value, depth)
        raise Unmade(f"a {type(value).__name__} has no text")

    def _class(self, cls: ClassValue) -> Expression:
        if cls.rule is not None:
            return _dotted(cls.rule.names[0])
        if cls.file.startswith("<"):
            return _dotted(f"{cls.module}.{cls.name}")
        if cls.file:
            return Expression(cls.name, frozenset({(cls.file, cls.name)}))
        raise Unmade(f"class {cls.name} is defined inside a function")

    def _function(self, function: Function) -> Expression:
        if function.scope is not None or not function.name.isidentifier():
            raise Unmade(f"{function.name} is defined inside a function")
        if function.owner is not None:
            return self._class(function.owner).part(function.name)
        path = function.module.path
        if path.startswith("<"):
            return _dotted(f"{function.module.name}.{function.name}")
        return Expression(function.name, frozenset({(path, function.name)}))

    def _unknown(self, value: Unknown, depth: int) -> Expression:
        attributes = {
            k: v for k, v in value.attrs.items() if isinstance(k, str) and k.isidentifier()
        }
        if attributes and attributes.keys() <= known_methods(self.m) | TELLTALE:
            return Expression("torch.rand(2, 3)", modules=frozenset({"torch"}), stands_in=True)
        if attributes:
            parts = [self.express(v, depth + 1).keyword(k) for k, v in attributes.items()]
            made = joined(Expression("types.SimpleNamespace", modules=frozenset({"types"})), parts)
            return replace(made, stands_in=True)
        if isinstance(value, Opaque):
            stand_in = {"number": "1.0", "torch.device": "torch.device('cpu')"}.get(str(value.kind))
            if stand_in is not None:
                needed = frozenset({"torch"} if "torch" in stand_in else ())
                return Expression(stand_in, modules=needed, stands_in=True)
        if value.free and not value.attrs:
            return Expression("None", stands_in=True)
        raise Unmade(value.why)


def _made(library: str, shape: tuple[int, ...], kind: str) -> str:
    """A tensor or array of a shape: numbers between 0 and 1, zeros of integers."""
    sizes = ", ".join(map(str, shape))
    if library == "numpy":
        return f"numpy.zeros(({sizes}{',' if len(shape) == 1 else ''}), {(kind or 'float32')!r})"
    if kind in ("", "float32"):
        return f"torch.rand({sizes or '()'})"
    if "float" in kind or "complex" in kind:
        return (
            f"torch.rand({sizes or '()'}, dtype=torch.{kind})"
            if kind != "complex32"
            else (f"torch.zeros({sizes or '()'}, dtype=torch.{kind})")
        )
    return f"torch.zeros({sizes or '()'}, dtype=torch.{kind})"


def _literal(value: Any) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return f"float({str(value)!r})"
    if value is Ellipsis:
        return "..."
    return repr(value)


def _dotted(name: str) -> Expression:
    """A name of a library. Raises Unmade for what is none."""
    if not all(part.isidentifier() for part in name.split(".")):
        raise Unmade(f"{name} is no name")
    top = name.partition(".")[0]
    if top == "torch" and name.startswith("torch.Tensor.__r"):
        raise Unmade("a reflected operator")
    return Expression(name, modules=frozenset({top} if "." in name else ()))


def _imports_torch(m: Interpreter) -> bool:
    """Whether what runs is a program of PyTorch."""
    paths = {frame.module.path for frame in m.stack} | {m.here.path}
    files = [Path(path) for path in paths if path and not path.startswith("<")]
    return any(b"torch" in m.program.source(file) for file in files)
