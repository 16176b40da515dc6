"""keras.backend, which old programs compute with, by today's keras.ops. Never imported."""

import keras


def image_data_format():
    return __setting__("data_format") or "channels_last"


def set_image_data_format(data_format):
    __setting__("data_format", data_format)


def image_dim_ordering():
    return "th" if __setting__("data_format") == "channels_first" else "tf"


def set_image_dim_ordering(ordering):
    __setting__("data_format", "channels_first" if ordering == "th" else "channels_last")


def placeholder(shape=None, ndim=None, dtype=None, sparse=False, name=None, ragged=False):
    if shape is None:
        return __tensor__((None,) * ndim) if isinstance(ndim, int) else __some__("placeholder")
    return __tensor__(shape)


def variable(value, dtype=None, name=None, constraint=None):
    return keras.ops.convert_to_tensor(value)


def constant(value, dtype=None, shape=None, name=None):
    return keras.ops.convert_to_tensor(value) if shape is None else __tensor__(shape)


def function(inputs, outputs, updates=None, **kwargs):
    """A callable from arrays to arrays, by the graph between them."""
    def run(given):
        return [__array__(value) for value in __graph__(inputs, given, outputs, "model-input")]

    return run


def int_shape(x):
    return tuple(x.shape) if __is_tensor__(x) else __some__("shape")


def shape(x):
    return keras.ops.shape(x)


def ndim(x):
    return len(x.shape)


def eval(x):
    return __array__(x) if __is_tensor__(x) else __some__("array")


def get_value(x):
    return eval(x)


def set_value(x, value):
    pass


def zeros(shape, dtype=None, name=None):
    return __tensor__(shape)


ones = zeros


def random_normal(shape, *args, **kwargs):
    return __tensor__(shape)


random_uniform = random_normal
random_binomial = random_normal
random_bernoulli = random_normal
truncated_normal = random_normal
random_normal_variable = random_normal
random_uniform_variable = random_normal


def concatenate(tensors, axis=-1):
    return keras.ops.concatenate(tensors, axis=axis)


def stack(x, axis=0):
    return keras.ops.stack(x, axis=axis)


def reshape(x, shape):
    return keras.ops.reshape(x, shape)


def expand_dims(x, axis=-1):
    return keras.ops.expand_dims(x, axis)


def squeeze(x, axis):
    return keras.ops.squeeze(x, axis)


def permute_dimensions(x, pattern):
    return keras.ops.transpose(x, pattern)


def transpose(x):
    return keras.ops.transpose(x)


def flatten(x):
    return keras.ops.reshape(x, (-1,))


def batch_flatten(x):
    return keras.ops.reshape(x, (x.shape[0], -1))


def repeat_elements(x, rep, axis):
    return keras.ops.repeat(x, rep, axis=axis)


def repeat(x, n):
    """(batch, width) to (batch, n, width)."""
    return keras.ops.repeat(keras.ops.expand_dims(x, 1), n, axis=1)


def tile(x, n):
    return keras.ops.tile(x, n)


def dot(x, y):
    """The last axis of x with the last but one of y (NumPy's dot)."""
    return keras.ops.dot(x, y)


def batch_dot(x, y, axes=None):
    return __some__("batch_dot")


def one_hot(indices, num_classes):
    return keras.ops.one_hot(indices, num_classes)


def gather(reference, indices):
    return keras.ops.take(reference, indices, axis=0)


def cast(x, dtype):
    return x


def cast_to_floatx(x):
    return x


def stop_gradient(variables):
    return variables


def in_train_phase(x, alt, training=None):
    return x() if callable(x) else x


def in_test_phase(x, alt, training=None):
    return in_train_phase(alt, x)


def learning_phase():
    return __flag__("learning phase")


def switch(condition, then_expression, else_expression):
    return then_expression() if callable(then_expression) else then_expression


def epsilon():
    return 1e-07


def floatx():
    return "float32"


def backend():
    return __some__("backend")


def is_keras_tensor(x):
    return __is_tensor__(x)


def clear_session(*args, **kwargs):
    pass


def set_floatx(floatx):
    pass


def set_session(session):
    pass


def get_session(*args):
    return __some__("session")


def set_learning_phase(value):
    pass


def _same(x, *args, **kwargs):
    return x


identity = _same
clip = _same
relu = _same
softmax = _same
softplus = _same
softsign = _same
sigmoid = _same
hard_sigmoid = _same
tanh = _same
elu = _same
dropout = _same
l2_normalize = _same
exp = _same
log = _same
sqrt = _same
square = _same
abs = _same
sign = _same
sin = _same
cos = _same
round = _same
cumsum = _same
cumprod = _same
pow = _same
zeros_like = _same
ones_like = _same
reverse = _same


def maximum(x, y):
    return keras.ops.maximum(x, y)


def minimum(x, y):
    return keras.ops.minimum(x, y)


def equal(x, y):
    return keras.ops.equal(x, y)


def not_equal(x, y):
    return keras.ops.not_equal(x, y)


def greater(x, y):
    return keras.ops.greater(x, y)


def greater_equal(x, y):
    return keras.ops.greater_equal(x, y)


def less(x, y):
    return keras.ops.less(x, y)


def less_equal(x, y):
    return keras.ops.less_equal(x, y)


def sum(x, axis=None, keepdims=False):
    return keras.ops.sum(x, axis=axis, keepdims=keepdims)


def mean(x, axis=None, keepdims=False):
    return keras.ops.mean(x, axis=axis, keepdims=keepdims)


def max(x, axis=None, keepdims=False):
    return keras.ops.max(x, axis=axis, keepdims=keepdims)


def min(x, axis=None, keepdims=False):
    return keras.ops.min(x, axis=axis, keepdims=keepdims)


def prod(x, axis=None, keepdims=False):
    return keras.ops.prod(x, axis=axis, keepdims=keepdims)


def std(x, axis=None, keepdims=False):
    return keras.ops.std(x, axis=axis, keepdims=keepdims)


def var(x, axis=None, keepdims=False):
    return keras.ops.var(x, axis=axis, keepdims=keepdims)


def any(x, axis=None, keepdims=False):
    return keras.ops.any(x, axis=axis, keepdims=keepdims)


def all(x, axis=None, keepdims=False):
    return keras.ops.all(x, axis=axis, keepdims=keepdims)


def argmax(x, axis=-1):
    return keras.ops.argmax(x, axis=axis)


def argmin(x, axis=-1):
    return keras.ops.argmin(x, axis=axis)


def logsumexp(x, axis=None, keepdims=False):
    return keras.ops.logsumexp(x, axis=axis, keepdims=keepdims)


def binary_crossentropy(target, output, from_logits=False):
    return output


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    return keras.ops.sum(output, axis=-1)


def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1):
    return keras.ops.sum(output, axis=-1)


def gradients(loss, variables):
    return variables


def map_fn(fn, elems, name=None, dtype=None):
    return __some__("map_fn", fn)


def rnn(step_function, inputs, initial_states, *args, **kwargs):
    return __some__("rnn", step_function)


def get_uid(prefix=""):
    return __size__("uid")


def count_params(x):
    return __size__("params")


def standardize_dtype(dtype):
    return __some__("dtype")


def result_type(*dtypes):
    return __some__("dtype")


def is_float_dtype(dtype):
    return __flag__("float")


def is_int_dtype(dtype):
    return __flag__("int")


def name_scope(name, *args, **kwargs):
    return __some__("name scope")
