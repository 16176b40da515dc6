"""Unary, binary and comparison operators on abstract values."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shapelint.interpreter import comparing, elements, iterators, presence, registries, tensors
from shapelint.interpreter.branches import over_choice
from shapelint.interpreter.builtins import sets
from shapelint.interpreter.builtins.mathematics import ratio_binary
from shapelint.interpreter.classes import lookup
from shapelint.interpreter.enums import plain
from shapelint.interpreter.filling import together
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.magnitude import MAX_ITEMS, is_too_large
from shapelint.interpreter.overlaying import taken_over
from shapelint.interpreter.registry import BUILTINS
from shapelint.interpreter.representative import lose_length, now
from shapelint.interpreter.sequences import joined
from shapelint.interpreter.values import (
    MISSING,
    Arithmetic,
    Choice,
    ClassValue,
    DictObj,
    Dim,
    External,
    Formula,
    Function,
    Instance,
    ListObj,
    ModuleValue,
    Opaque,
    RangeValue,
    Ratio,
    RuleOp,
    SetObj,
    SizeTuple,
    Tensor,
    TupleValue,
    TypeOf,
    Unknown,
    Value,
    is_exact,
    new_list,
)
from shapelint.rulebook import RuleFunction
from shapelint.rulebook.array_dtype import is_array
from shapelint.rulebook.dtype import is_dtype
from shapelint.rulebook.layout import kept
from shapelint.symbolic import (
    Flag,
    Truth,
    conj,
    disj,
    eq,
    floordiv,
    ge,
    gt,
    le,
    lt,
    mod,
    ne,
    negate,
    new_flag,
)

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "@": operator.matmul,
    "<<": operator.lshift, ">>": operator.rshift, "&": operator.and_, "|": operator.or_,
    "^": operator.xor,
}  # fmt: skip
UNARY: dict[str, Callable[[Any], Any]] = {
    "-": operator.neg, "+": operator.pos, "~": operator.invert,
}  # fmt: skip
SPECIAL = {
    "+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod",
    "**": "pow", "@": "matmul", "&": "and", "|": "or", "^": "xor", "<<": "lshift", ">>": "rshift",
}  # fmt: skip
ORDER: dict[str, Callable[[Any, Any], Truth]] = {
    "==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge,
}  # fmt: skip
PLAIN: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le,
    ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def binary(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    """`left op right`."""
    left, right = plain(m.decided(m.resolve(left))), plain(m.decided(m.resolve(right)))
    if isinstance(left, Tensor) or isinstance(right, Tensor):
        if isinstance(left, Choice) or isinstance(right, Choice):
            return _over_choice(m, op, left, right)
        if m.store.replaced and f"torch.Tensor.__{SPECIAL[op]}__" in m.store.replaced:
            return m.unknown("an operator that the program has replaced")
        return tensors.operate(m, op, left, right)
    if is_exact(left) and is_exact(right):
        return _exact(m, op, left, right)
    if isinstance(left, Choice) or isinstance(right, Choice):
        return _over_choice(m, op, left, right)
    if isinstance(left, bool | Formula) and isinstance(right, bool | Formula):
        combined = _truths(op, left, right)
        if combined is not None:
            return combined
    left, right = _as_int(left), _as_int(right)
    if isinstance(left, int | Dim) and isinstance(right, int | Dim):
        result = _sizes(m, op, left, right)
        if result is not None:
            return result
    ratio = ratio_binary(op, left, right)
    if ratio is not None:
        return ratio
    special = _special_method(m, op, left, right)
    if special is not MISSING:
        return special
    result = _containers(m, op, left, right)
    if result is not None:
        return result
    if op == "|" and isinstance(left, TypeOf | ClassValue | None):
        return TupleValue((left, right))
    why = f"arithmetic on {m.why(left if isinstance(left, Unknown) else right)}"
    recipe = (Arithmetic(op), (left, right))
    if op != "@" and all(map(m.is_any_number, (left, right))):
        return m.opaque("number", why, recipe=recipe)
    return m.unknown(why, None, recipe)


def _truths(op: str, left: Truth, right: Truth) -> Truth | None:
    if op == "&":
        return conj(left, right)
    if op == "|":
        return disj(left, right)
    if op == "^":
        return disj(conj(left, negate(right)), conj(negate(left), right))
    return None


def _as_int(value: Value) -> Value:
    return int(value) if isinstance(value, bool) else value


def _exact(m: Interpreter, op: str, left: Any, right: Any) -> Value:
    if is_too_large(op, left, right):
        return m.unknown("a value too large")
    try:
        return BINARY[op](left, right)
    except (TypeError, ZeroDivisionError, ValueError, OverflowError) as error:
        m.cause(f"{type(error).__name__} in arithmetic")
        raise Diverges(type(error).__name__) from None


def _sizes(m: Interpreter, op: str, left: Any, right: Any) -> Value:
    if op in ("+", "-", "*"):
        return BINARY[op](left, right)
    if op in ("//", "%"):
        if right == 0:
            raise Diverges("ZeroDivisionError")
        return floordiv(left, right) if op == "//" else mod(left, right)
    if op == "**" and isinstance(right, int) and 0 <= right <= 8:
        return left**right
    if op == "/":
        return None
    return None


def _over_choice(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    choice = left if isinstance(left, Choice) else right
    swap = choice is right and choice is not left

    def side(value: Value) -> Value:
        return binary(m, op, left, value) if swap else binary(m, op, value, right)

    return over_choice(m, choice, side)


def _special_method(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    name = SPECIAL[op]
    for receiver, other, method in ((left, right, f"__{name}__"), (right, left, f"__r{name}__")):
        if isinstance(receiver, Instance):
            found, _ = lookup(receiver.cls, method)
            if isinstance(found, Unknown):
                return m.unknown(found.why)
            if found is not MISSING:
                return m.call(found, [receiver, other], {})
    return MISSING


def _containers(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    if op == "+":
        if isinstance(left, TupleValue | SizeTuple) and isinstance(right, TupleValue | SizeTuple):
            both = joined(m, ((True, left), (True, right)))
            if isinstance(both, SizeTuple):
                return both
            return m.unknown("a tuple of unknown length") if both is None else TupleValue(both)
        if isinstance(left, ListObj) and isinstance(right, ListObj):
            both = joined(m, ((True, left), (True, right)))
            if both is not None:
                return new_list(both)
            told = together(m, left.items, right.items)
            return new_list(told or m.unknown("a list of unknown length"))
    if op == "*":
        for sequence, count in ((left, right), (right, left)):
            if isinstance(sequence, ListObj | TupleValue):
                items = sequence.items
                make = new_list if isinstance(sequence, ListObj) else TupleValue
                held = () if isinstance(items, Unknown) else items
                if isinstance(count, int) and held is items and len(held) * count <= MAX_ITEMS:
                    return make(held * count)
                item = held[0] if len(set(map(id, held))) == 1 else MISSING
                lost = lose_length(m, "a sequence of unknown length", item, now())
                return new_list(lost) if isinstance(sequence, ListObj) else lost
    if op == "|" and isinstance(left, DictObj) and isinstance(right, DictObj):
        return DictObj({**left.entries, **taken_over(m, left.entries, right)})
    if op in "|&-^" and isinstance(left, SetObj | ListObj) and isinstance(right, SetObj | ListObj):
        return sets.binary(m, op, left, right)
    if op == "%" and isinstance(left, str):
        return BUILTINS["str.__mod__"](m, [left, right], {})
    return None


def binary_in_place(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    """`left op= right`: lists grow in place."""
    left, right = m.decided(m.resolve(left)), m.decided(m.resolve(right))
    if isinstance(left, Choice):
        return over_choice(m, left, lambda side: binary_in_place(m, op, side, right))
    if isinstance(left, Unknown) and left.objects:
        m.forget(left)
    if isinstance(left, ListObj) and op == "+":
        m.call(m.get_attr(left, "extend"), [right], {})
        return left
    if isinstance(left, DictObj) and op == "|":
        m.call(m.get_attr(left, "update"), [right], {})
        return left
    if isinstance(left, Tensor) and _is_rebound(m, left):
        return binary(m, op, left, right)
    if isinstance(left, Tensor) and isinstance(right, Tensor) and is_array(left) <= is_array(right):
        rule = m.rulebook.find(tensors.IN_PLACE.get(op, ""))
        if isinstance(rule, RuleFunction):
            result = m.call(RuleOp(tensors.IN_PLACE[op], rule), [left, right], {})
            own = is_array(left) and isinstance(result, Tensor)
            return replace(result, dtype=left.dtype) if own else result
    if isinstance(left, Tensor) and isinstance(right, Unknown) and left.shape.rank:
        return left  # written to in place: it keeps its shape whatever is added
    if isinstance(left, Tensor):
        result = binary(m, op, left, right)
        elements.lose(m, left)
        elements.share(m, (left,), result)
        return result
    if isinstance(left, Instance):
        found, _ = lookup(left.cls, f"__i{SPECIAL[op]}__")
        if found is not MISSING and not isinstance(found, Unknown):
            return m.call(found, [left, right], {})
    return binary(m, op, left, right)


def _is_rebound(m: Interpreter, left: Tensor) -> bool:
    """Whether `left op= right` gives the name another value: NumPy gives numbers for arrays without axes."""
    if is_array(left):
        return m.store.facts.shape(left.shape).rank == 0
    return tensors.may_be_immutable(m, left)


def unary(m: Interpreter, op: str, value: Value) -> Value:
    """`-value`, `+value`, `~value`."""
    value = m.decided(m.resolve(value))
    if is_exact(value):
        try:
            return UNARY[op](value)
        except TypeError:
            raise Diverges("TypeError") from None
    if isinstance(value, Tensor):
        layout = kept(m.store.facts, [value])
        return Tensor(value.shape, value.dtype, None, m.origin([value]), layout)
    if isinstance(value, Dim) and op in "-+":
        return -value if op == "-" else value
    if isinstance(value, Ratio) and op == "-":
        return Ratio(-value.numerator, value.denominator)
    if isinstance(value, Choice):
        return over_choice(m, value, lambda side: unary(m, op, side))
    if m.is_any_number(value) and op != "~":
        return m.opaque("number", "a sign", recipe=(lambda m, v: unary(m, op, v), (value,)))
    return m.unknown("arithmetic on an unknown value")


def compare_values(m: Interpreter, op: str, left: Value, right: Value) -> Value:
    """A comparison as Python gives it: a truth, or a tensor where tensors are compared."""
    left, right = m.decided(m.resolve(left)), m.decided(m.resolve(right))
    if op in PLAIN and (isinstance(left, Tensor) or isinstance(right, Tensor)):
        if left is None or right is None:
            return op == "!="
        return tensors.operate(m, op, left, right)
    return compare(m, op, left, right)


def compare(m: Interpreter, op: str, left: Value, right: Value) -> Truth:
    """Whether `left op right` holds."""
    left, right = m.decided(m.resolve(left)), m.decided(m.resolve(right))
    if op in ("is not", "not in"):
        return negate(compare(m, op.removeprefix("not ") if op == "not in" else "is", left, right))
    for value, build in (
        (left, lambda side: compare(m, op, side, right)),
        (right, lambda side: compare(m, op, left, side)),
    ):
        if isinstance(value, Choice):
            return m.truth_of_choice(value, build)
    if op == "in":
        return _contains(m, left, right)
    if op == "is":
        return _identical(m, left, right)
    left, right = plain(left), plain(right)
    if isinstance(left, int | Dim) and isinstance(right, int | Dim):
        return m.store.facts.truth(ORDER[op](_as_int(left), _as_int(right)))
    if is_exact(left) and is_exact(right):
        try:
            return PLAIN[op](left, right)
        except TypeError:
            raise Diverges("TypeError") from None
    found = comparing.defined(m, op, left, right)
    if found is not None:
        return found
    if op in ("<", "<=", ">", ">=") and (left is None or right is None):
        raise Diverges("TypeError")
    if op in ("==", "!="):
        same = equal(m, left, right)
        return same if op == "==" else negate(same)
    if isinstance(left, Ratio) or isinstance(right, Ratio):
        return _compare_ratio(m, op, left, right)
    if isinstance(left, SetObj) and isinstance(right, SetObj) and op in ("<=", ">="):
        return m.truth(sets.subset(m, *((left, right) if op == "<=" else (right, left))))
    return m.flag((op, m.identity(left), m.identity(right)), (left, right), op)


def _compare_ratio(m: Interpreter, op: str, left: Value, right: Value) -> Truth:
    def parts(v: Value) -> tuple[Value, Value] | None:
        if isinstance(v, Ratio):
            return v.numerator, v.denominator
        return (v, 1) if isinstance(v, int | Dim) else None

    a, b = parts(left), parts(right)
    if a and b and isinstance(a[1], int) and isinstance(b[1], int) and a[1] > 0 and b[1] > 0:
        return m.store.facts.truth(ORDER[op](a[0] * b[1], b[0] * a[1]))
    return m.flag((op, m.identity(left), m.identity(right)), (left, right), op)


DEFINED = ClassValue | Function | ModuleValue
"""What equals only itself."""


def equal(m: Interpreter, left: Value, right: Value) -> Truth:
    """`left == right`."""
    left, right = plain(m.decided(m.resolve(left))), plain(m.decided(m.resolve(right)))
    m.tell_apart(left, right)
    if left is right:
        return True
    if isinstance(left, int | Dim) and isinstance(right, int | Dim):
        return m.store.facts.truth(eq(_as_int(left), _as_int(right)))
    if is_exact(left) and is_exact(right):
        return bool(left == right)
    if isinstance(left, bool | Formula) and isinstance(right, bool | Formula):
        both = conj(left, right)
        neither = conj(negate(left), negate(right))
        return m.either(both, neither)
    if isinstance(left, TupleValue | SizeTuple) and isinstance(right, TupleValue | SizeTuple):
        a, b = m.iterate(left), m.iterate(right)
        if a is not None and b is not None:
            if len(a) != len(b):
                return False
            return conj(*(equal(m, x, y) for x, y in zip(a, b, strict=True)))
        alike = m.flag(("==", m.identity(left), m.identity(right)), (left, right), "==")
        return conj(_of_one_length(m, left, right), alike)
    if isinstance(left, ListObj) and isinstance(right, ListObj) and _are_compared(left, right):
        a, b = m.iterate(left), m.iterate(right)
        if a is not None and b is not None:
            if len(a) != len(b):
                return False
            return conj(*(equal(m, x, y) for x, y in zip(a, b, strict=True)))
    if isinstance(left, External) and isinstance(right, External):
        return _same_name(m, left, right)
    if isinstance(left, TypeOf) and isinstance(right, TypeOf):
        return left == right
    if _is_like_set(left) and _is_like_set(right):
        return conj(m.truth(sets.subset(m, left, right)), m.truth(sets.subset(m, right, left)))
    compared = _constant_flag(m, left, right)
    if compared is not None:
        return compared
    if isinstance(left, DEFINED) and isinstance(right, DEFINED):
        return False
    if comparing.differ(left, right) and all(map(comparing.is_by_identity, (left, right))):
        return False
    if (
        _is_plain_member(left)
        and is_constant(right)
        or _is_plain_member(right)
        and is_constant(left)
    ):
        return False
    opaque = (Unknown, Instance, Tensor, Formula, Ratio, External)
    if isinstance(left, opaque) or isinstance(right, opaque):
        return m.flag(("==", m.identity(left), m.identity(right)), (left, right), "==")
    if type(left) is not type(right):
        if isinstance(left, Dim) or isinstance(right, Dim):
            size, other = (left, right) if isinstance(left, Dim) else (right, left)
            if other is None and m.is_undefined(size):
                return _undefined(m, size)
            if isinstance(other, str | TupleValue | ListObj | type(None)):
                return False
            return m.flag(("==", m.identity(left), m.identity(right)), (left, right), "==")
        return False
    return m.flag(("==", m.identity(left), m.identity(right)), (left, right), "==")


def _of_one_length(m: Interpreter, left: Value, right: Value) -> Truth:
    """Whether two tuples are of one length, which they are if they are equal; True where that is not told."""
    lengths = [m.decided(m.resolve(BUILTINS["len"](m, [one], {}))) for one in (left, right)]
    return equal(m, *lengths) if all(map(m.is_size, lengths)) else True


def _is_like_set(value: Value) -> bool:
    views = ("dict_keys", "dict_items")
    return isinstance(value, SetObj) or isinstance(value, ListObj) and value.type in views


def _are_compared(left: ListObj, right: ListObj) -> bool:
    """Whether two are equal if their items are, one by one: iterators and views are not."""
    return left.type == right.type in ("list", "deque")


def _same_name(m: Interpreter, left: External, right: External) -> Truth:
    """Whether two names from outside stand for one thing: of those that are no dtypes, two may."""
    if left == right:
        return True
    if is_dtype(left.dotted) and is_dtype(right.dotted):
        return False
    return m.flag(("==", left.dotted, right.dotted), (left, right), "==")


def _is_plain_member(value: Value) -> bool:
    """The member of an enumeration that equals only itself."""
    if not isinstance(value, Instance) or value.cls.kind != "enum":
        return False
    return value.cls.attrs["_data_type_"] is None and lookup(value.cls, "__eq__")[0] is MISSING


def is_constant(value: Value) -> bool:
    """A value that equals no other constant: exact, or the member of an enumeration."""
    return is_exact(value) or isinstance(value, Instance) and value.cls.kind == "enum"


def _constant_flag(m: Interpreter, left: Value, right: Value) -> Truth | None:
    """Whether an unknown is a constant: not if it is another. None where not these two are
    compared."""
    unknown, constant = (left, right) if isinstance(left, Unknown) else (right, left)
    if not isinstance(unknown, Unknown) or not is_constant(constant):
        return None
    group, known = m.constants.setdefault(unknown.uid, ([], []))
    rivals: list[Flag] | None = group
    for other, flag in known:
        if other is constant or other == constant:
            if type(other) is type(constant):
                return flag
            rivals = None
        elif m.store.facts.truth(flag) is True:
            return False
    found = new_flag("is None" if constant is None else "==", rivals, unknown.free)
    known.append((constant, found))
    return found


def _undefined(m: Interpreter, size: Dim) -> Truth:
    """Whether a size that a model leaves open is read as None: that depends on the backend."""
    return m.flag(("undefined", size), size, "is None")


NEVER_NONE = (
    Tensor, TupleValue, ListObj, DictObj, SetObj, Instance, Dim, SizeTuple, ClassValue, ModuleValue,
    RangeValue, Formula, Ratio, TypeOf,
)  # fmt: skip


def _never_none(m: Interpreter, value: Value) -> bool:
    """Of what is imported from elsewhere only a module, and what a framework defines."""
    if isinstance(value, External):
        known = value.dotted.startswith(("torch.", "numpy.")) or "." not in value.dotted
        return known and not value.dotted.startswith("torch.version.")
    return is_exact(value) or isinstance(value, NEVER_NONE) or m.is_callable(value)


def _identical(m: Interpreter, left: Value, right: Value) -> Truth:
    m.tell_apart(left, right)
    if left is right:
        return True
    if left is None and isinstance(right, Opaque) or right is None and isinstance(left, Opaque):
        return False
    compared = _constant_flag(m, left, right)
    if compared is not None:
        return compared
    if left is None or right is None:
        other = right if left is None else left
        if m.is_undefined(other):
            return _undefined(m, other)
        if _never_none(m, other):
            return False
        return m.flag(("is None", m.identity(other)), other, "is None")
    if isinstance(left, bool | Formula) and isinstance(right, bool | Formula):
        return equal(m, left, right)
    if is_exact(left) and is_exact(right):
        return type(left) is type(right) and left == right
    if isinstance(left, External) and isinstance(right, External):
        if left == right and is_dtype(left.dotted) and left.dotted.startswith("numpy."):
            # the dtype of an array equals the type of its elements, and is another object
            return new_flag("is", free=False)
        return _same_name(m, left, right)
    if isinstance(left, TypeOf) and isinstance(right, TypeOf):
        return left == right
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return m.flag(("is", m.identity(left), m.identity(right)), (left, right), "is")
    if isinstance(left, Instance) and isinstance(right, Instance):
        if comparing.differ(left, right):
            return False
    elif isinstance(left, ClassValue | Instance) or isinstance(right, ClassValue | Instance):
        return False
    return m.flag(("is", m.identity(left), m.identity(right)), (left, right), "is")


def _contains(m: Interpreter, item: Value, container: Value) -> Truth:
    container = plain(container)
    if isinstance(container, str) and isinstance(plain(item), str):
        return plain(item) in container
    if isinstance(container, DictObj):
        key = m.key(item)
        if key is not MISSING:
            if registries.entry(m, container, key) is not MISSING:
                return presence.holds(m, container, key)
            if not container.hides:
                return False
        elif not container.entries:
            return False
        return m.flag(("in", m.identity(item), id(container)), (item, container), "in")
    if isinstance(container, Instance):
        found, _ = lookup(container.cls, "__contains__")
        if m.is_function(found):
            return m.truth(m.call(found, [container, item], {}))
    items = m.members(container)
    if items is None or isinstance(container, Tensor):
        return m.flag(("in", m.identity(item), m.identity(container)), (item, container), "in")
    if iterators.is_iterator(container):
        m.store.write(container.cell, "items", m.unknown("the rest of an iterator"))
    while isinstance(item, str) and item not in items and registries.run_next(m, container, item):
        items = m.iterate(container) or ()
    return m.either(*(equal(m, item, i) for i in items)) if items else False
