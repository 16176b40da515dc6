"""What `**`, `dict` and `update` take: the items of a mapping, whatever object it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.dict_classes import contents, is_mapping
from shapelint.interpreter.values import MISSING, BoundMethod, DictObj, Instance, Unknown, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


def as_mapping(m: Interpreter, value: Value) -> Value:
    """An instance of such a class as the dict of its items, one that has `keys` and `[]` as a dict of what those give;
    any other value as it is."""
    if not isinstance(value, Instance):
        return value
    if is_mapping(value):
        return contents(m, value)
    methods = [lookup(value.cls, name)[0] for name in ("keys", "__getitem__")]
    if any(method is MISSING or isinstance(method, Unknown) for method in methods):
        return value
    keys, item = (BoundMethod(method, value) for method in methods)
    found = m.iterate(m.call(keys, [], {}))
    names = [MISSING] if found is None else [m.key(key) for key in found]
    if MISSING in names:
        return m.unknown("a mapping of unknown keys")
    return DictObj({name: m.call(item, [name], {}) for name in names})
