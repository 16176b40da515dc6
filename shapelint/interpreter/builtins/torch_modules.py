"""What wraps modules, changes their parameters, or makes them (torch.nn.utils, torch.nn.init)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shapelint.interpreter import elements
from shapelint.interpreter.builtins import torch_natives
from shapelint.interpreter.builtins.functional import decorator
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import Instance, Tensor, Value
from shapelint.symbolic import Shape, new_symbol, unknown_shape

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

UTILS = "torch.nn.utils"

for _name in (
    "remove_weight_norm", "remove_spectral_norm", "convert_conv2d_weight_memory_format",
    "convert_conv3d_weight_memory_format", "fuse_conv_bn_eval", "fuse_linear_bn_eval",
    "fusion.fuse_conv_bn_eval", "parametrize.remove_parametrizations", "prune.identity",
    "prune.random_unstructured", "prune.l1_unstructured", "prune.random_structured",
    "prune.ln_structured", "prune.custom_from_mask", "prune.remove",
):  # fmt: skip
    builtin(f"{UTILS}.{_name}")(torch_natives.passed_through)

for _name in (
    "clip_grad_value_", "clip_grads_with_norm_", "clip_grad.clip_grad_value_",
    "vector_to_parameters", "convert_parameters.vector_to_parameters", "prune.global_unstructured",
):  # fmt: skip
    builtin(f"{UTILS}.{_name}")(torch_natives.effect)

for _name in (
    "uniform", "normal", "constant", "eye", "dirac", "xavier_normal", "kaiming_uniform",
    "orthogonal", "sparse",
):  # fmt: skip
    torch_natives._init(_name)

builtin("torch.nn.attention.sdpa_kernel")(decorator)


@builtin(f"{UTILS}.parametrize.register_parametrization")
def register_parametrization(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The module, whose tensor keeps its shape unless `unsafe` is given."""
    module = m.decided(m.resolve(args[0] if args else kwargs.get("module")))
    name = m.decided(m.resolve(args[1] if len(args) > 1 else kwargs.get("tensor_name")))
    if "unsafe" in kwargs and isinstance(module, Instance):
        if isinstance(name, str):
            m.set_attr(module, name, Tensor(unknown_shape("s")))
        else:
            m.forget_object(module)
    return torch_natives.passed_through(m, [module], {})


@builtin("torch.utils.swap_tensors")
def swap_tensors(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Whoever holds one of two tensors holds the other from here on."""
    for held in args:
        elements.lose(m, m.resolve(held))
    pair = [m.decided(m.resolve(held)) for held in args]
    if len(pair) == 2 and all(isinstance(held, Tensor) for held in pair):
        for tensor, other in (pair, pair[::-1]):
            m.store.mutate(tensor, replace(other))
    return None


@builtin(
    f"{UTILS}.clip_grad_norm_", f"{UTILS}.clip_grad_norm", f"{UTILS}.get_total_norm",
    f"{UTILS}.clip_grad.clip_grad_norm_",
)  # fmt: skip
def norm_of_gradients(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return Tensor(Shape(), None, None, m.origin([]))


@builtin(f"{UTILS}.parameters_to_vector", f"{UTILS}.convert_parameters.parameters_to_vector")
def parameters_to_vector(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """All parameters one after the other: how many is not counted."""
    return Tensor(Shape((new_symbol("parameters"),)), None, None, m.origin([]))


@builtin(f"{UTILS}.skip_init")
def skip_init(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A new module, its parameters not initialised."""
    return m.call(args[0], args[1:], kwargs)


@builtin("torch.nn.init.calculate_gain")
def gain(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.opaque("number", "a gain")


@builtin(
    "torch.nn.attention.flex_attention.create_block_mask",
    "torch.nn.attention.flex_attention.create_mask",
    "torch.nn.attention.flex_attention.create_nested_block_mask",
)
def block_mask(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.opaque("BlockMask", "a mask of flex_attention")
