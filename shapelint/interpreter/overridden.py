"""Methods of framework layers that the framework calls itself and a class of the program overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.values import MISSING, Function, Instance, Tensor, Value
from shapelint.symbolic import unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.rulebook import RuleClass


def reset(m: Interpreter, layer: Instance, rule: RuleClass) -> None:
    """At its end, the constructor of a layer with parameters fills them."""
    method, _ = lookup(layer.cls, "reset_parameters")
    if isinstance(method, Function) and rule.framework == "torch" and rule.attributes:
        m.call(method, [layer], {})


def forward(m: Interpreter, layer: Instance, args: list[Value]) -> Value:
    """What a layer gives whose `forward` calls a method of the program's, MISSING where it calls none."""
    convolve, _ = lookup(layer.cls, "_conv_forward")
    if isinstance(convolve, Function):
        parameters = [m.get_attr(layer, "weight"), m.get_attr(layer, "bias")]
        return m.call(convolve, [layer, *args[:1], *parameters], {})
    check, _ = lookup(layer.cls, "_check_input_dim")
    if isinstance(check, Function):
        m.call(check, [layer, *args[:1]], {})
        return Tensor(unknown_shape("s"), None, None, m.origin(args))
    return MISSING
