"""TensorFlow's functions and classes that are no operations. Never imported."""

import keras
import tensorflow as tf


def placeholder(dtype=None, shape=None, name=None):
    return __tensor__(shape) if isinstance(shape, (list, tuple)) else __some__("placeholder")


def placeholder_with_default(input, shape, name=None):
    return __tensor__(shape) if isinstance(shape, (list, tuple)) else input


def get_variable(name, shape=None, dtype=None, initializer=None, *args, **kwargs):
    if shape is None:
        return __as_tensor__(initializer) if __is_tensor__(initializer) else __some__("variable")
    return __tensor__((shape,) if isinstance(shape, int) else shape)


def Variable(initial_value=None, trainable=None, validate_shape=True, *args, shape=None, **kwargs):
    if shape is not None:
        return __tensor__(shape)
    if callable(initial_value):
        initial_value = initial_value()
    return tf.convert_to_tensor(initial_value)


class GradientTape:
    """Gradients have the shapes of what they are taken to."""

    def __init__(self, persistent=False, watch_accessed_variables=True):
        pass

    def __enter__(self):
        return self

    def watch(self, tensor):
        pass

    def gradient(self, target, sources, output_gradients=None, *args, **kwargs):
        return sources

    def jacobian(self, target, sources, *args, **kwargs):
        return __some__("jacobian")

    def batch_jacobian(self, target, source, *args, **kwargs):
        return __some__("jacobian")

    def stop_recording(self):
        return self

    def reset(self):
        pass


def gradients(ys, xs, *args, **kwargs):
    return xs if isinstance(xs, (list, tuple)) else [xs]


def cond(pred, true_fn=None, false_fn=None, name=None, **kwargs):
    if __flag__("tf.cond"):
        return true_fn()
    return false_fn()


def map_fn(fn, elems, *args, **kwargs):
    return __some__("map_fn", fn)


def while_loop(cond, body, loop_vars, *args, **kwargs):
    return __some__("while_loop", body)


def scan(fn, elems, *args, **kwargs):
    return __some__("scan", fn)


def py_function(func, inp, Tout, name=None):
    return __some__("py_function")


def numpy_function(func, inp, Tout, *args, **kwargs):
    return __some__("numpy_function")


def get_static_value(tensor, partial=False):
    return __some__("static value")


def TensorShape(dims):
    return tuple(dims) if isinstance(dims, (list, tuple)) else dims


class TensorSpec:
    def __init__(self, shape=None, dtype=None, name=None):
        self.shape = shape
        self.dtype = dtype


class Module:
    def __init__(self, name=None):
        pass

    def __call__(self, *args, **kwargs):
        return __some__("result of a module without __call__")
