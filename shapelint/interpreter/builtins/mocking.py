"""`unittest.mock`: what a test may put in the place of something, for as long as nobody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.registry import BUILTINS, Args, Kwargs, builtin
from shapelint.interpreter.values import Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@builtin("unittest.mock.patch", "mock.patch")
def patch(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """`patch("package.module.name")`."""
    target = m.decided(m.resolve(args[0] if args else kwargs.get("target")))
    owner, _, name = target.rpartition(".") if isinstance(target, str) else ("", "", "")
    if owner:
        _put(m, BUILTINS["importlib.import_module"](m, [owner], {}), name)
    return m.unknown("a patch", "patch")


@builtin("unittest.mock.patch.object", "mock.patch.object")
def patch_object(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    name = m.decided(m.resolve(args[1] if len(args) > 1 else kwargs.get("attribute")))
    owner = m.decided(m.resolve(args[0] if args else kwargs.get("target")))
    if isinstance(name, str):
        _put(m, owner, name)
    else:
        m.forget_arguments([owner], {})
    return m.unknown("a patch", "patch")


def _put(m: Interpreter, owner: Value, name: str) -> None:
    m.set_attr(owner, name, m.unknown("what a patch may have put there", name))
