"""Methods of framework layers that the framework calls itself and a class of the program overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.classes import lookup
from shapelint.interpreter.values import MISSING, Function, Instance, Tensor, Value
from shapelint.symbolic import unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.rulebook import RuleClass

REFUSING = ("_validate_init",)
"""What constructors call to refuse their arguments."""
COMPUTING = (
    "_apply_normalization", "_apply_scores", "_calculate_scores", "_compute_attention", "_compute_causal_padding",
    "_ff_block", "_jit_compiled_convolution_op", "_merge_function", "_mha_block", "_moments", "_output_padding",
    "_reshape_into_groups", "_sa_block", "_validate_call_args", "_validate_inputs", "check_forward_args",
    "check_input", "convolution_op",
)  # fmt: skip
"""What layers call for a part of their work, or to refuse their inputs."""


def _is_own(layer: Instance, name: str) -> bool:
    """Whether it is a method of the program's, not of what stands for a framework's."""
    method, _ = lookup(layer.cls, name)
    return isinstance(method, Function) and not method.module.path.startswith("<")


def may_take_more(layer: Instance) -> bool:
    """Whether the program decides what the constructor refuses."""
    return any(_is_own(layer, name) for name in REFUSING)


def reset(m: Interpreter, layer: Instance, rule: RuleClass) -> None:
    """At its end, the constructor of a layer with parameters fills them."""
    method, _ = lookup(layer.cls, "reset_parameters")
    if isinstance(method, Function) and rule.framework == "torch" and rule.attributes:
        m.call(method, [layer], {})


def forward(m: Interpreter, layer: Instance, args: list[Value]) -> Value:
    """What a layer gives whose call calls a method of the program's, MISSING where it calls none."""
    convolve, _ = lookup(layer.cls, "_conv_forward")
    if isinstance(convolve, Function):
        parameters = [m.get_attr(layer, "weight"), m.get_attr(layer, "bias")]
        return m.call(convolve, [layer, *args[:1], *parameters], {})
    check, _ = lookup(layer.cls, "_check_input_dim")
    if isinstance(check, Function):
        m.call(check, [layer, *args[:1]], {})
        return Tensor(unknown_shape("s"), None, None, m.origin(args))
    if any(_is_own(layer, name) for name in COMPUTING):
        return Tensor(unknown_shape("s"), None, None, m.origin(args))
    return MISSING
