"""TensorFlow's and Keras's functions whose meaning is not a shape rule: methods of tensors and of shapes,
decorators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.builtins.functional import decorator
from shapelint.interpreter.registry import Args, Kwargs, builtin, method
from shapelint.interpreter.values import ListObj, SizeTuple, Tensor, Value, new_list
from shapelint.rulebook.array_dtype import GENERIC

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

TENSOR = "tensorflow.Tensor"

for _name in (
    "tensorflow.function", "tensorflow.custom_gradient", "tensorflow.recompute_grad", "tensorflow.no_gradient",
    "tensorflow.autograph.experimental.do_not_convert", "tensorflow.autograph.to_graph",
    "tensorflow.contrib.framework.add_arg_scope", "tensorflow.Module.with_name_scope",
    "keras.saving.register_keras_serializable", "keras.utils.register_keras_serializable",
    "keras.saving.get_registered_object", "keras.ops.custom_gradient", "keras.remat",
    "tensorflow.tf_export", "keras.export.keras_export",
):  # fmt: skip
    builtin(_name)(decorator)


@method("tuple.as_list")
def as_list(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The sizes of a `TensorShape` as a list."""
    shape = args[0]
    if isinstance(shape, SizeTuple) and m.store.facts.shape(shape.shape).rank is None:
        return ListObj({"items": shape})
    return new_list(list(m.iterate(shape) or ()))


@method("tuple.num_elements")
def num_elements(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.call(m.get_attr(args[0], "numel"), [], {})


@method("tuple.is_fully_defined")
def is_fully_defined(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.unknown("whether a shape is fully defined")


@method("tuple.with_rank", "tuple.with_rank_at_least", "tuple.merge_with", "tuple.assert_has_rank")
def itself(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return args[0]


@builtin(f"{TENSOR}.get_shape")
def get_shape(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return SizeTuple(m.store.facts.shape(args[0].shape))


@builtin(
    f"{TENSOR}.set_shape", f"{TENSOR}.assign", f"{TENSOR}.assign_add", f"{TENSOR}.assign_sub",
    f"{TENSOR}.read_value", f"{TENSOR}.value", f"{TENSOR}.initialized_value",
)  # fmt: skip
def same(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return args[0]


@builtin(f"{TENSOR}.eval")
def evaluated(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The value of a tensor of a TensorFlow 1 graph, as an array."""
    return Tensor(args[0].shape, GENERIC, None, m.origin(args))


@builtin(f"{TENSOR}.ref", f"{TENSOR}.experimental_ref")
def reference(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    return m.unknown("a reference to a tensor")
