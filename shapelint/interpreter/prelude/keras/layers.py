"""Layers that hold or wrap others, and those with code of the user's. Never imported."""

import copy

import keras
from keras.legacy import (
    AtrousConvolution1D, AtrousConvolution2D, CuDNNGRU, CuDNNLSTM, Deconvolution2D, Highway,
    LocallyConnected1D, LocallyConnected2D, MaxoutDense, Merge, TimeDistributedDense, merge,
)


class InputLayer(keras.Layer):
    """keras/src/layers/core/input_layer.py"""

    def __init__(
        self, shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None,
        input_tensor=None, optional=False, name=None, **kwargs,
    ):
        if shape is None:
            shape = kwargs.get("input_shape")
        if batch_shape is None:
            batch_shape = kwargs.get("batch_input_shape")
        if name is not None:
            self.name = name
        self.built = True
        if __is_tensor__(input_tensor):
            tensor = input_tensor
        elif batch_shape is not None:
            tensor = __tensor__(batch_shape)
        elif isinstance(shape, int) and not __imports__("keras"):
            tensor = __tensor__((batch_size, shape))  # Keras 2 takes it, as TensorFlow may have it
        elif isinstance(shape, int):
            __fails__("bad-argument", "shape must be a tuple, not the number {}", shape)
            tensor = __some__("input")
        elif shape is None:
            tensor = __some__("input")
        else:
            tensor = __tensor__((batch_size, *shape))
        self._input = tensor
        self._output = tensor
        __record__(self, None, tensor)

    @property
    def weights(self):
        return []

    def call(self, inputs=None):
        return self._output

    @property
    def batch_shape(self):
        return __shapes__(self._output)


class Wrapper(keras.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, inputs, *args, **kwargs):
        return self.layer(inputs)

    @property
    def weights(self):
        return self.layer.weights


class _Heads(keras.Layer):
    """What classes derived from MultiHeadAttention call of it
    (keras/src/layers/attention/multi_head_attention.py)."""

    @property
    def _num_heads(self):
        return __argument__(self, "num_heads")

    @property
    def _key_dim(self):
        return __argument__(self, "key_dim")

    @property
    def _value_dim(self):
        return __argument__(self, "value_dim") or self._key_dim

    @property
    def _dropout(self):
        return __argument__(self, "dropout")

    def _query_dense(self, inputs):
        self._width = inputs.shape[-1]
        return __tensor__((*inputs.shape[:-1], self._num_heads, self._key_dim))

    def _key_dense(self, inputs):
        return __tensor__((*inputs.shape[:-1], self._num_heads, self._key_dim))

    def _value_dense(self, inputs):
        return __tensor__((*inputs.shape[:-1], self._num_heads, self._value_dim))

    def _output_dense(self, inputs):
        width = __argument__(self, "output_shape")
        if width is None:
            width = __state__(self, "_width", None)
        if width is None or __argument__(self, "use_gate"):
            return __some__("the result of an attention")
        return __tensor__((*inputs.shape[:-2], *(width if isinstance(width, (list, tuple)) else (width,))))

    def _compute_attention(
        self, query, key, value, attention_mask=None, training=None, return_attention_scores=False,
        use_causal_mask=False,
    ):
        if __argument__(self, "attention_axes") is not None or len(query.shape) != 4:
            return __some__("an attention over other axes")
        out = __tensor__((*query.shape[:-1], value.shape[-1]))
        if self._dropout == 0 and not return_attention_scores:
            return out, None
        batch, steps, heads, _ = query.shape
        return out, __tensor__((batch, heads, steps, key.shape[1]))


class _Adapted(keras.Layer):
    """What fixes the features of Normalization before its first call
    (keras/src/layers/preprocessing/normalization.py)."""

    def __call__(self, inputs, *args, **kwargs):
        if not self.built or not __symbolic__(inputs):
            return super().__call__(inputs, *args, **kwargs)
        outputs = __tensor__(inputs.shape)  # of symbolic tensors Keras looks at no size
        self._input = inputs
        self._output = outputs
        __record__(self, inputs, outputs)
        __keep__(self, (inputs,), {}, outputs)
        return outputs

    def adapt(self, data, *args, **kwargs):
        if not __is_tensor__(data) or len(data.shape) == 1:  # Keras 2 gives a vector an axis more
            return
        self.call(__as_tensor__(data))
        self.built = True


class SpectralNormalization(Wrapper):
    def __init__(self, layer, power_iterations=1, **kwargs):
        super().__init__(layer, **kwargs)


class TimeDistributed(Wrapper):
    """The layer on each step of axis 1 (keras/src/layers/rnn/time_distributed.py)."""

    def call(self, inputs, training=None, mask=None):
        if not __is_tensor__(inputs):
            return __some__("time-distributed result")
        shape = inputs.shape
        if not __require__(
            len(shape) >= 3, "rnn-input", "TimeDistributed needs (batch, time, ...), but is given {}", inputs
        ):
            return __some__("time-distributed result")
        step = self.layer(__tensor__((shape[0], *shape[2:])))
        if isinstance(step, (list, tuple)):
            return [_over_time(part, shape) for part in step]
        return _over_time(step, shape)


def _over_time(step, shape):
    if not __is_tensor__(step):
        return __some__("time-distributed result")
    return __tensor__((step.shape[0], shape[1], *step.shape[1:]))


class Bidirectional(keras.Layer):
    """keras/src/layers/rnn/bidirectional.py"""

    def __init__(self, layer, merge_mode="concat", weights=None, backward_layer=None, **kwargs):
        super().__init__(**kwargs)
        self.forward_layer = layer
        self.backward_layer = copy.deepcopy(layer) if backward_layer is None else backward_layer
        self.layer = layer
        self.merge_mode = merge_mode

    def call(self, sequences, initial_state=None, mask=None, training=None):
        if initial_state is None:
            forward = self.forward_layer(sequences)
            backward = self.backward_layer(sequences)
        else:
            half = len(initial_state) // 2
            forward = self.forward_layer(sequences, initial_state=initial_state[:half])
            backward = self.backward_layer(sequences, initial_state=initial_state[half:])
        if isinstance(forward, (list, tuple)):
            merged = self._merge(forward[0], backward[0])
            states = [*forward[1:], *backward[1:]]
            return [*merged, *states] if isinstance(merged, list) else [merged, *states]
        return self._merge(forward, backward)

    def _merge(self, forward, backward):
        if self.merge_mode is None:
            return [forward, backward]
        if self.merge_mode == "concat":
            return keras.ops.concatenate([forward, backward], axis=-1)
        return keras.ops.add(forward, backward)


class StackedRNNCells(keras.Layer):
    def __init__(self, cells, **kwargs):
        super().__init__(**kwargs)
        self.cells = cells

    @property
    def state_size(self):
        return [cell.state_size for cell in self.cells]

    def call(self, inputs, states, training=None, **kwargs):
        new = []
        for cell, state in zip(self.cells, states):
            inputs, state = cell(inputs, state)
            new.append(state)
        return inputs, new


class RNN(keras.Layer):
    """A cell over the steps of axis 1 (keras/src/layers/rnn/rnn.py)."""

    def __init__(
        self, cell, return_sequences=False, return_state=False, go_backwards=False, stateful=False,
        unroll=False, zero_output_for_mask=False, **kwargs,
    ):
        super().__init__(**kwargs)
        self.cell = StackedRNNCells(cell) if isinstance(cell, (list, tuple)) else cell
        self.return_sequences = return_sequences
        self.return_state = return_state

    def call(self, sequences, initial_state=None, mask=None, training=None, **kwargs):
        if not __is_tensor__(sequences):
            return __some__("result of a recurrent layer")
        shape = sequences.shape
        if initial_state is None:
            initial_state = _zero_states(self.cell.state_size, shape[0])
        elif not isinstance(initial_state, (list, tuple)):
            initial_state = [initial_state]
        output, states = self.cell(__tensor__((shape[0], *shape[2:])), initial_state)
        if not __is_tensor__(output):
            return __some__("result of a recurrent layer")
        if self.return_sequences:
            output = __tensor__((output.shape[0], shape[1], *output.shape[1:]))
        if self.return_state:
            return [output, *states]
        return output


def _zero_states(sizes, batch):
    if isinstance(sizes, int):
        return [__tensor__((batch, sizes))]
    if isinstance(sizes, (list, tuple)):
        return [
            _zero_states(size, batch) if isinstance(size, (list, tuple)) else __tensor__((batch, size))
            for size in sizes
        ]
    return __some__("states")


class Lambda(keras.Layer):
    def __init__(self, function, output_shape=None, mask=None, arguments=None, **kwargs):
        super().__init__(**kwargs)
        self.function = function
        self.arguments = arguments or {}
        self._shape = output_shape

    def call(self, inputs, mask=None, training=None):
        result = self.function(inputs, **self.arguments)
        if not __is_known__(result) and isinstance(self._shape, (list, tuple)) and __is_tensor__(inputs):
            return __tensor__((inputs.shape[0], *self._shape))
        return result


class TorchModuleWrapper(keras.Layer):
    def __init__(self, module, name=None, output_shape=None, **kwargs):
        super().__init__(**kwargs)
        self.module = module

    def call(self, *args, **kwargs):
        return self.module(*args, **kwargs)


class TFSMLayer(keras.Layer):
    pass


def deserialize(config, custom_objects=None):
    return __some__("a layer made from a config")


def serialize(layer):
    return __some__("config")
