"""Abstract values.

Exact Python values (`int str float bool None bytes complex Ellipsis`) stand for themselves, a `Dim`
is an unknown int, a `Formula` an unknown bool. The rest is below. What can be mutated keeps its
contents in one dict, written through `Store` only, so that a branch can be taken back.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from shapelint.rulebook.values import SizeTuple, Tensor
from shapelint.source.tree import FunctionDef, Lambda
from shapelint.symbolic import Dim, Formula, Truth

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.rulebook.load import RuleClass, RuleFunction

Value = Any
"""An abstract value; the union is open, as any exact Python constant is one."""

Recipe = tuple[Callable[..., Value], tuple[Value, ...]]
"""A function of the interpreter and these operands."""

EXACT = (int, float, str, bytes, complex, type(None))
_uids = itertools.count(1)


def is_exact(value: Value) -> bool:
    """Whether a value is a Python constant that stands for itself."""
    return isinstance(value, EXACT) or value is Ellipsis


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A function of a recipe: an operation of Python's by its sign."""

    op: str

    def __call__(self, m: Interpreter, left: Value, right: Value) -> Value:
        return m.binary(self.op, left, right)


class Unknown:
    """A value nothing is known of, and why. Reading an attribute twice gives the same unknown.

    A `recipe` says how it was computed from unknown numbers: once they are refined, it is computed.
    It is `free` if it may be anything, as an input may, and what is read from it too. It may be, or hold,
    one of its `objects`, of which more is known: what is done to it may be done to them.
    """

    __slots__ = ("attrs", "free", "hint", "objects", "recipe", "uid", "why")

    def __init__(
        self,
        why: str,
        hint: str | None = None,
        recipe: Recipe | None = None,
        free: bool = False,
    ) -> None:
        self.free = free
        self.why = why
        self.hint = hint
        self.recipe = recipe
        self.uid = next(_uids)
        self.attrs: dict[Any, Value] = {}
        self.objects: tuple[Value, ...] = ()

    def __repr__(self) -> str:
        return f"Unknown({self.why})"


class Opaque(Unknown):
    """A value of which no more is known than its type: `number` (int or float), `torch.device`,
    an enumeration's class."""

    __slots__ = ("kind",)

    def __init__(
        self, kind: str | ClassValue, why: str, free: bool = False, recipe: Recipe | None = None
    ) -> None:
        super().__init__(why, None, recipe, free)
        self.kind = kind


def is_unknown_number(value: Value) -> bool:
    return isinstance(value, Opaque) and value.kind == "number"


def age() -> int:
    """Unknowns made from here on have a greater uid."""
    return next(_uids)


class Contents(dict[Any, Value]):
    """What an object, a container or a function's frame holds, and when it was made."""

    __slots__ = ("born",)

    def __init__(self, held: Mapping[Any, Value] = MappingProxyType({})) -> None:
        super().__init__(held)
        self.born = next(_uids)


def contents(held: dict[Any, Value]) -> Contents:
    """What is held, as what is made now if nothing holds it yet."""
    return held if isinstance(held, Contents) else Contents(held)


ITEM, EARLIER, READING, COPIED, COURSE = (
    "an item",
    "an earlier item",
    "reading it",
    "copied from",
    "its course",
)
FILLING, GIVEN, ADDS, HOPED, SOME, GROWN = (
    "filling since", "given before", "each round adds", "only hoped for", "holds some", "grown from",
)  # fmt: skip
COUNT, TAKEN, EACH = ("how many", "added in this round", "added in each round")
"""What is told of contents of unknown length, beside the attributes that a program reads of an unknown: no names."""


class Missing:
    """Marks an unbound name or an absent key."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Choice:
    """`then` where the condition holds, else `orelse`."""

    condition: Formula
    then: Value
    orelse: Value


@dataclass(frozen=True, slots=True)
class TupleValue:
    """A tuple; `fields` are the names of a named tuple, `cls` its class."""

    items: tuple[Value, ...]
    fields: tuple[str, ...] | None = None
    cls: Any = None


@dataclass(frozen=True, slots=True)
class SliceValue:
    lower: Value
    upper: Value
    step: Value


@dataclass(frozen=True, slots=True)
class RangeValue:
    start: Value
    stop: Value
    step: Value


@dataclass(frozen=True, slots=True)
class Ratio:
    """An exact quotient of two sizes: what `/` gives before `int`, `ceil` or `round` takes it."""

    numerator: Value
    denominator: Value


@dataclass(eq=False, slots=True)
class ListObj:
    """A list, or what is gone over like one: a generator, a deque, what `zip` or `dict.keys` gives.

    `cell["items"]` is a tuple, a View, a SizeTuple where the contents are the sizes of a shape of unknown
    rank, or an Unknown when they are lost; `cell["type"]` the name of its type, if it is no list."""

    cell: dict[str, Value]

    def __post_init__(self) -> None:
        self.cell = contents(self.cell)

    @property
    def type(self) -> str:
        return self.cell.get("type", "list")  # type: ignore[no-any-return]

    @property
    def items(self) -> tuple[Value, ...] | Unknown:
        return _contents(self.cell)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Contents that are made of the pairs of a mapping, as it is now."""

    mapping: DictObj
    part: Callable[[tuple[Value, Value]], Value]
    lost: Unknown

    def read(self) -> tuple[Value, ...] | Unknown:
        return self.lost if self.mapping.open else tuple(map(self.part, self.mapping.pairs()))


def _contents(cell: dict[str, Value]) -> tuple[Value, ...] | Unknown:
    items = cell["items"]
    if isinstance(items, View):
        return items.read()
    return items if isinstance(items, tuple | Unknown) else Unknown("contents of several paths")


def new_list(items: tuple[Value, ...] | list[Value] | SizeTuple | View | Unknown) -> ListObj:
    """A fresh list of these items."""
    return ListObj({"items": tuple(items) if isinstance(items, list) else items})


def typed_list(kind: str, items: tuple[Value, ...] | list[Value] | View | Unknown) -> ListObj:
    """What is gone over like a list, and is of another type."""
    made = new_list(items)
    made.cell["type"] = kind
    return made


@dataclass(eq=False, slots=True)
class SetObj:
    """A set; `cell["items"]` is a tuple without doubles, or an Unknown; `cell["type"]` the name of
    its type, if it is a frozenset."""

    cell: dict[str, Value]

    def __post_init__(self) -> None:
        self.cell = contents(self.cell)

    @property
    def type(self) -> str:
        return self.cell.get("type", "set")  # type: ignore[no-any-return]

    @property
    def items(self) -> tuple[Value, ...] | Unknown:
        return _contents(self.cell)


REST = Missing()
"""The key under which a `DictObj` keeps an Unknown when other keys may be present."""


@dataclass(frozen=True, slots=True)
class There:
    """In the entries of a dict: the condition under which it holds the key."""

    key: object


@dataclass(frozen=True, slots=True)
class Perhaps:
    """A keyword argument that is given only where a condition holds."""

    value: Value
    condition: Truth


class Entries(Contents):
    """What a dict holds, by keys."""

    likenesses: tuple[Entries, ...] = ()
    """The entries that may be the same: some item of a sequence stands for any of them."""


@dataclass(eq=False, slots=True)
class DictObj:
    """A dict with hashable exact keys; `entries[REST]` set means that it may hold more, and
    `entries[There(key)]` that it holds a key on some paths only.

    `factory` is the default factory of a defaultdict, `type` the name of its type.
    """

    entries: dict[Any, Value]
    factory: Value = None
    type: str = "dict"
    born: int = field(default_factory=_uids.__next__)
    """When it was made."""

    def __post_init__(self) -> None:
        self.entries = Entries(self.entries)

    @property
    def is_told(self) -> bool:
        """Whether all that changes it is seen here: an object's own dict changes with its attributes."""
        return isinstance(self.entries, Entries)

    def liken(self, other: DictObj) -> None:
        """From here on, what is done to one of them may be done to the other."""
        if isinstance(self.entries, Entries) and isinstance(other.entries, Entries):
            self.entries.likenesses = (*self.entries.likenesses, other.entries)
            other.entries.likenesses = (*other.entries.likenesses, self.entries)

    @property
    def hides(self) -> bool:
        """Whether it may hold keys that are not seen."""
        return self.entries.get(REST, MISSING) is not MISSING

    @property
    def open(self) -> bool:
        """Whether it is not known which keys it holds."""
        return self.hides or any(self.doubtful())

    def pairs(self) -> Iterator[tuple[Any, Value]]:
        """The keys that are surely there, and their values, in order."""
        for key, value in list(self.entries.items()):
            if key is REST or value is MISSING or isinstance(key, There):
                continue
            if self.entries.get(There(key), MISSING) is MISSING:
                yield key, value

    def held(self) -> list[Any]:
        """The keys that are, or may be, there."""
        held = self.entries.items()
        return [k for k, v in held if k is not REST and v is not MISSING and type(k) is not There]

    def doubtful(self) -> list[tuple[Any, Value, Truth]]:
        """The keys that are there on some paths only, their values, and under what condition."""
        return [
            (mark.key, self.entries[mark.key], condition)
            for mark, condition in self.entries.items()
            if isinstance(mark, There)
            and condition is not MISSING
            and self.entries.get(mark.key, MISSING) is not MISSING
        ]


@dataclass(eq=False, slots=True)
class ClassValue:
    """A class: the user's, the prelude's, or (with `rule`) a framework class known by its rule."""

    name: str
    bases: tuple[Value, ...]
    attrs: dict[str, Value]
    module: str
    mro: tuple[Value, ...] = ()
    rule: RuleClass | None = None
    fields: tuple[tuple[str, Value], ...] | None = None
    """Dataclass or named-tuple fields with defaults (MISSING where there is none)."""
    kind: str = "class"
    """`class`, `dataclass`, `namedtuple` or `enum`."""
    file: str = ""
    """The file that it is a top-level name of."""
    metaclass: Value = None
    """What it, or a class that it derives from, names as its metaclass."""
    is_configured: bool = False
    """Whether a decorator that is not seen may give its constructor other defaults."""
    intercepts: bool = False
    """Whether code of its own may answer for an attribute that an object has: `__getattribute__`, a descriptor."""

    def __repr__(self) -> str:
        return f"<class {self.module}.{self.name}>"

    @property
    def meta(self) -> ClassValue | None:
        """Its metaclass, if that is the program's."""
        return self.metaclass if isinstance(self.metaclass, ClassValue) else None

    @property
    def opaque(self) -> bool:
        """Whether some base is not known, so that attributes may come from anywhere."""
        return any(isinstance(base, Unknown | External) for base in self.mro)


@dataclass(eq=False, slots=True)
class Instance:
    cls: ClassValue
    attrs: dict[str, Value]
    rule_envs: dict[str, Any] = field(default_factory=dict)
    """For each rule class of the MRO whose constructor has run: its environment."""
    original: Instance | None = None
    """What this is a copy of: the item that stands for all items of a sequence."""
    made: tuple[tuple[Value, ...], dict[str, Value]] | None = None
    """The arguments that it was constructed with."""
    made_at: Any = None
    """Where it was constructed."""
    parameters: dict[str, tuple[object, Tensor]] = field(default_factory=dict)
    """The parameters that its rule declares, once they are asked for, and of which environment they follow."""

    def __post_init__(self) -> None:
        self.attrs, self.rule_envs = contents(self.attrs), contents(self.rule_envs)

    def __repr__(self) -> str:
        return f"<{self.cls.module}.{self.cls.name} object>"


@dataclass(eq=False, slots=True)
class Member(Instance):
    """A member of an enumeration that is a text or a number too: as a key it is that."""

    data: str | float = 0

    def __eq__(self, other: object) -> bool:
        return self.data == (other.data if isinstance(other, Member) else other)

    def __hash__(self) -> int:
        return hash(self.data)


@dataclass(eq=False, slots=True)
class ModuleValue:
    """A Python file of the project; `globals` are its names."""

    name: str
    path: str
    globals: dict[str, Value]
    stars: list[str] = field(default_factory=list)
    """Modules whose names are imported by `*`, looked up when a name is not found here."""

    def __repr__(self) -> str:
        return f"<module {self.name}>"


@dataclass(frozen=True, slots=True)
class Lazy:
    """A name imported from a module of the project that is not run before the name is read.

    `name` is None for the module itself.
    """

    module: str
    name: str | None


@dataclass(frozen=True, slots=True)
class External:
    """A dotted name outside the project that has no rule, prelude or builtin (yet)."""

    dotted: str


class Memo(dict[Any, Value]):
    """What a function has given, by its arguments and whether these are constants."""

    def __init__(self, most: float = math.inf) -> None:
        super().__init__()
        self.most = most
        """How many it keeps."""


@dataclass(eq=False, slots=True)
class Function:
    """A user function; `scope` is the frame it closes over, `owner` the class it stands in."""

    node: FunctionDef | Lambda
    name: str
    module: ModuleValue
    scope: Any
    defaults: dict[str, Value]
    owner: ClassValue | None = None
    attrs: dict[str, Value] = field(default_factory=dict)
    memo: Memo | None = None
    """What it has given, by its arguments, where it is to give that again: `functools.cache`."""
    is_context: bool = False
    """Whether a call of it gives a context manager, whose body it runs around that of a `with`."""

    def __repr__(self) -> str:
        return f"<function {self.module.name}.{self.name}>"


@dataclass(eq=False, slots=True)
class GeneratorContext:
    """What a call of a function of `contextlib.contextmanager` gives, and its arguments."""

    function: Function
    bound: dict[str, Value]
    receiver: Value = None


@dataclass(frozen=True, slots=True)
class BoundMethod:
    """`function` (any callable) with its first argument."""

    function: Value
    receiver: Value


@dataclass(frozen=True, slots=True)
class RuleMethod:
    """A method that a rule class defines; called with the instance first."""

    cls: ClassValue
    name: str


@dataclass(frozen=True, slots=True)
class RuleOp:
    """A function known by its rule."""

    dotted: str
    rule: RuleFunction

    @property
    def in_place(self) -> bool:
        """Whether it changes its first argument (`squeeze_`, but not `__add__`)."""
        return self.dotted.endswith("_") and not self.dotted.endswith("__")


@dataclass(frozen=True, slots=True)
class Builtin:
    """A callable of Python or a framework that the interpreter implements itself."""

    name: str
    call: Callable[..., Value]


@dataclass(frozen=True, slots=True)
class Partial:
    function: Value
    args: tuple[Value, ...]
    kwargs: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Property:
    getter: Value
    setter: Value = None
    deleter: Value = None
    cached: bool = False


@dataclass(frozen=True, slots=True)
class StaticMethod:
    function: Value


@dataclass(frozen=True, slots=True)
class ClassMethod:
    function: Value


@dataclass(frozen=True, slots=True)
class Super:
    cls: ClassValue
    receiver: Value


@dataclass(frozen=True, slots=True)
class TypeOf:
    """A builtin type used as a value (`int`, `list`, `torch.Tensor`): for isinstance and calls."""

    name: str


Callable_ = Function | BoundMethod | RuleMethod | RuleOp | Builtin | Partial | ClassValue | TypeOf

__all__ = [name for name in dir() if name[0].isupper()] + ["new_list", "typed_list"]
__all__ += ["Dim", "Formula", "SizeTuple", "Tensor"]
