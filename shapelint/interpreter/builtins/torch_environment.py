"""Decorators, wrappers of modules, and functions that change what they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.builtins.functional import decorator
from shapelint.interpreter.builtins.torch_natives import passed_through
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import Tensor, TupleValue, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


for _name in (
    "torch.amp.custom_fwd", "torch.amp.custom_bwd", "torch.amp.autocast_mode.autocast",
    "torch.autograd.enable_grad", "torch.autograd.inference_mode", "torch.autograd.set_grad_enabled",
    "torch.autograd.once_differentiable", "torch.autograd.profiler.record_function",
    "torch.profiler.record_function", "torch.set_grad_enabled", "torch.compiler.allow_in_graph",
    "torch.compiler.assume_constant_result", "torch._dynamo.allow_in_graph", "torch._dynamo.disallow_in_graph",
    "torch._dynamo.assume_constant_result", "torch.compiler.nested_compile_region", "torch.library.custom_op",
    "torch.library.triton_op", "torch.library.impl", "torch.library.impl_abstract", "torch.library.register_fake",
    "torch.library.register_kernel", "torch.library.register_autograd", "torch.library.register_vmap",
    "torch.jit.script_method", "torch.jit._overload", "torch.jit._overload_method", "torch._jit_internal._overload",
    "torch._jit_internal.boolean_dispatch", "torch.distributed.elastic.multiprocessing.errors.record",
    "torch.overrides.wrap_torch_function",
):  # fmt: skip
    builtin(_name)(decorator)

for _name in (
    "torch.jit.freeze", "torch.jit.optimize_for_inference", "torch.jit.trace_module", "torch.jit.wait",
    "torch.jit.Attribute", "torch.func.debug_unwrap",
    "torch.distributed.fsdp.FullyShardedDataParallel", "torch.distributed.fsdp.fully_shard",
    "torch.distributed.fsdp.wrap.wrap",
    "torch.distributed._composable.fsdp.fully_shard", "torch.distributed.tensor.parallel.parallelize_module",
    "torch.distributed.tensor.distribute_module", "torch.quantization.quantize_dynamic", "torch.quantization.prepare",
    "torch.quantization.prepare_qat", "torch.quantization.convert", "torch.quantization.fuse_modules",
    "torch.ao.quantization.quantize_dynamic", "torch.ao.quantization.prepare", "torch.ao.quantization.prepare_qat",
    "torch.ao.quantization.convert", "torch.ao.quantization.fuse_modules", "torch.nn.utils.fusion.fuse_linear_bn_eval",
    "torch.nn.SyncBatchNorm.convert_sync_batchnorm", "torch.utils.checkpoint.detach_variable",
    "torch.utils.data.default_convert",
):  # fmt: skip
    builtin(_name)(passed_through)


@builtin("torch.finfo", "torch.iinfo")
def limits(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What a dtype can hold: numbers."""
    made = m.unknown("limits of a dtype")
    for name in ("min", "max", "eps", "tiny", "bits", "resolution", "smallest_normal"):
        made.attrs[name] = m.opaque("number", f"{name} of a dtype")
    return made


@builtin("torch.Tensor._make_subclass")
def make_subclass(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The tensor, as one of another class."""
    return args[1]


@builtin("torch.jit.fork")
def fork(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """What the function gives; `torch.jit.wait` hands it on."""
    return m.call(args[0], args[1:], kwargs)


@builtin("torch.nn.parallel.data_parallel")
def data_parallel(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The module on its inputs, whatever device each part of them is on."""
    inputs = m.decided(m.resolve(args[1] if len(args) > 1 else kwargs.get("inputs")))
    listed = list(inputs.items) if isinstance(inputs, TupleValue) else [inputs]
    return m.call(args[0], listed, {})


@builtin("torch.utils.checkpoint.checkpoint_sequential")
def checkpoint_sequential(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The modules one after the other."""
    value = args[2] if len(args) > 2 else kwargs.get("input")
    layers = m.iterate(args[0])
    if layers is None:
        return m.unknown("a sequence of modules of unknown length")
    for layer in layers:
        value = m.call(layer, [value], {})
    return value


@builtin(
    "torch.distributed.all_gather_object",
    "torch.distributed.broadcast_object_list",
    "torch.distributed.scatter_object_list",
    "torch.distributed.recv_object_list",
)
def objects_received(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The list given first is filled with what other processes send."""
    m.forget_arguments([*args, *kwargs.values()][:1], {})
    return None


@builtin("torch.distributed.gather_object", "torch.distributed.send_object_list")
def objects_sent(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    m.forget_arguments([*args, *kwargs.values()][1:2], {})
    return None


@builtin("torch.nn.Embedding.from_pretrained")
def from_pretrained(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """An embedding of the weights' shape."""
    weights = m.resolve(args[0] if args else kwargs.get("embeddings"))
    shape = m.store.facts.shape(weights.shape) if isinstance(weights, Tensor) else None
    if shape is None or shape.rank != 2:
        return m.unknown("an embedding of pretrained weights")
    return m.call(m.external("torch.nn.Embedding"), list(shape.sizes), {})


@builtin("einops.asnumpy")
def asnumpy(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The array of a tensor; of an array, the same."""
    return m.call(m.get_attr(args[0] if args else kwargs.get("tensor"), "numpy"), [], {})
