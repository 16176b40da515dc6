"""What the prelude's own source may call, and no program does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter.branches import as_count
from shapelint.interpreter.context_managers import enter, leave_context
from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.iteration import any_place
from shapelint.interpreter.lifecycle import walk
from shapelint.interpreter.loosening import loosened
from shapelint.interpreter.own_names import ALL_HOOKED, is_hooked
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.rehearsing import undone
from shapelint.interpreter.representative import lose_length
from shapelint.interpreter.values import (
    REST,
    DictObj,
    Dim,
    ListObj,
    RuleOp,
    Tensor,
    TupleValue,
    Value,
    is_unknown_number,
    new_list,
)
from shapelint.rulebook import RuleFunction
from shapelint.rulebook.array_dtype import as_tensor, is_array
from shapelint.source import tree
from shapelint.symbolic import Shape, Size, new_flag, new_symbol

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@builtin("__attributes__")
def attributes(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The attributes set on an instance, in order: (name, value)."""
    if REST in args[0].attrs:
        return new_list(m.unknown("attributes set under unknown names"))
    pairs = [TupleValue((k, v)) for k, v in args[0].attrs.items() if isinstance(k, str)]
    return new_list(pairs)


@builtin("__parameter__")
def parameter(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A tensor as a parameter; other values as they are."""
    value = m.resolve(args[0])
    plain = isinstance(value, Tensor) and id(value) not in m.registered
    return m.call(m.external("torch.nn.Parameter"), [value], {}) if plain else value


@builtin("__hooked__")
def hooked(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Whether a module has functions to be called with it."""
    return is_hooked(m, args[0])


@builtin("__hook_all__")
def hook_all(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Every module has functions to be called with it."""
    m.store.write(m.store.settings, ALL_HOOKED, True)
    return None


@builtin("__entered__")
def entered(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What a context gives that is entered apart from any `with`."""
    return enter(m, args[0])


@builtin("__left__")
def left(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return leave_context(m, args[0], args[1] is not None)


@builtin("__lost__")
def lost(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A layer is changed in a way that is not followed."""
    m.forget_object(args[0])
    return None


@builtin("__more__")
def more(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """An object has attributes that are not told."""
    instance = m.resolve(args[0])
    m.store.write(instance.attrs, REST, m.unknown("an attribute that is not told"))
    return None


@builtin("__reordered__")
def reordered(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Some module's weights have another memory format: convolutions may follow it."""
    m.store.write(m.store.settings, "reordered", True)
    return None


@builtin("__some__")
def some(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Something of which no more is told than its name; what else is given may be called with it."""
    m.forget_arguments(args[1:], {})
    return m.unknown(str(args[0]), str(args[0]))


@builtin("__aside__")
def aside(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__aside__(function, *args)`: what a call that comes later, if at all, would find; it leaves nothing behind."""
    if m.store.failed:
        return None
    with suppress(Diverges), undone(m):
        m.call(args[0], args[1:], {})
    return None


@builtin("__module__", "importlib.import_module")
def module(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The module of that name."""
    name, package = m.resolve(args[0]), m.resolve(args[1]) if len(args) > 1 else None
    if not isinstance(name, str):
        return m.unknown("a module by an unknown name")
    if name.startswith("."):
        if not isinstance(package, str):
            return m.unknown("a module by a relative name")
        level = len(name) - len(name.lstrip("."))
        name = ".".join([*package.split(".")[: len(package.split(".")) - level + 1], name[level:]])
    return m.program.module(m, name.strip("."))


@builtin("__rule__")
def rule(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The rule of a function that the prelude wraps."""
    found = m.rulebook.find(args[0])
    return RuleOp(args[0], found) if isinstance(found, RuleFunction) else m.unknown(args[0])


@builtin("__default__")
def default(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What an option of the command line is where it is not given; `loose`, what else it may be."""
    m.recorder.defaulted = True
    return loosened(m, args[0], args[1]) if m.recorder.loose else args[1]


@builtin("__flag__")
def flag(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return new_flag(args[0])


@builtin("__surely__")
def surely(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """True only where the condition is decided so."""
    return m.truth(args[0]) is True


@builtin("__size__")
def size(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A number of things, at least one."""
    return new_symbol(args[0])


@builtin("__index__")
def index(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__index__(sequence)`: any index into it; `__index__(name)`: into any."""
    value = m.decided(m.resolve(args[0]))
    return new_symbol(value, 0) if isinstance(value, str) else any_place(m, value)


@builtin("__item__")
def item(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Any of the items that an iterator gives."""
    return m.any_item(args[0])


@builtin("__collate__")
def collate(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A batch of `size` samples like this one
    (https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.default_collate)."""
    return _batched(m, args[0], as_count(m, args[1], "batch"))


def _batched(m: Interpreter, sample: Value, size: Size) -> Value:
    sample = m.decided(m.resolve(sample))
    if isinstance(sample, Tensor):
        shape = m.store.facts.shape(sample.shape)
        batch = Shape((size, *shape.prefix), shape.var, shape.suffix)
        dtype = as_tensor(sample.dtype) if is_array(sample) else sample.dtype
        return Tensor(batch, dtype, None, m.origin([sample]))
    if isinstance(sample, bool | int | float | Dim) or is_unknown_number(sample):
        dtype = "torch.float64" if isinstance(sample, float) else None
        return Tensor(Shape((size,)), dtype, None, m.origin([]))
    if isinstance(sample, TupleValue):
        items = tuple(_batched(m, item, size) for item in sample.items)
        return replace(sample, items=items) if sample.fields else new_list(list(items))
    if isinstance(sample, ListObj) and isinstance(sample.items, tuple):
        return new_list([_batched(m, item, size) for item in sample.items])
    if isinstance(sample, DictObj) and not sample.open:
        return DictObj({key: _batched(m, item, size) for key, item in sample.pairs()})
    if isinstance(sample, str):
        return new_list(lose_length(m, "a batch of strings", sample))
    return m.unknown("a batch of what is not known")


@builtin("__imports__")
def imports(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`__imports__(package)`: whether the program's file that comes here imports that package under its own name."""
    paths = (frame.module.path for frame in reversed(m.stack))
    path = next((path for path in paths if not path.startswith("<")), "")
    module = m.program.trees.get(path)
    return module is not None and any(
        name.partition(".")[0] == args[0] for part in walk(module.body) for name in _imported(part)
    )


def _imported(part: object) -> Iterator[str]:
    """The modules that a statement imports, or imports names from."""
    if isinstance(part, tree.Import):
        yield from (alias.name for alias in part.names)
    elif isinstance(part, tree.ImportFrom) and not part.level:
        yield part.module
