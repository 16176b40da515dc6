"""Layers of Keras 1 and 2 that are no more, by what does the same today. Never imported."""

import keras


def merge(inputs, mode="sum", concat_axis=-1, dot_axes=-1, output_shape=None, *args, **kwargs):
    if callable(mode):
        return mode(inputs)
    if mode == "concat":
        return keras.layers.concatenate(inputs, axis=concat_axis)
    if mode == "sum":
        return keras.layers.add(inputs)
    if mode == "mul":
        return keras.layers.multiply(inputs)
    if mode == "ave":
        return keras.layers.average(inputs)
    if mode == "max":
        return keras.layers.maximum(inputs)
    if mode in ("dot", "cos"):
        return keras.layers.dot(inputs, axes=dot_axes)
    return __some__("merged")


class Merge(keras.Layer):
    """`Merge([left, right], mode="concat")`: of models, or as a layer called on a list of tensors."""

    def __init__(self, layers=None, mode="sum", concat_axis=-1, dot_axes=-1, output_shape=None, *args, **kwargs):
        super().__init__(**kwargs)
        self._models = layers
        self.mode = mode
        self.concat_axis = concat_axis
        self.dot_axes = dot_axes

    def call(self, inputs):
        return merge(inputs, self.mode, self.concat_axis, self.dot_axes)

    @property
    def merged(self):
        return self.call([model.output for model in self._models])


def TimeDistributedDense(output_dim, *args, **kwargs):
    kept = {k: v for k, v in kwargs.items() if k in ("input_dim", "input_shape", "input_length", "name")}
    return keras.layers.Dense(output_dim, **kept)


def MaxoutDense(output_dim, nb_feature=4, *args, **kwargs):
    return TimeDistributedDense(output_dim, **kwargs)


class Highway(keras.Layer):
    def call(self, inputs):
        return inputs


def CuDNNLSTM(units, *args, **kwargs):
    return keras.layers.LSTM(units, **kwargs)


def CuDNNGRU(units, *args, **kwargs):
    return keras.layers.GRU(units, **kwargs)


def AtrousConvolution1D(nb_filter, filter_length, *args, atrous_rate=1, **kwargs):
    return keras.layers.Conv1D(nb_filter, filter_length, dilation_rate=atrous_rate, **kwargs)


def AtrousConvolution2D(nb_filter, nb_row, nb_col, *args, atrous_rate=(1, 1), **kwargs):
    return keras.layers.Conv2D(nb_filter, (nb_row, nb_col), dilation_rate=atrous_rate, **kwargs)


def Deconvolution2D(nb_filter, nb_row, nb_col, output_shape=None, *args, **kwargs):
    return keras.layers.Conv2DTranspose(nb_filter, (nb_row, nb_col), **kwargs)


def LocallyConnected1D(filters, kernel_size, strides=1, padding="valid", *args, **kwargs):
    return keras.layers.Conv1D(filters, kernel_size, strides=strides)


def LocallyConnected2D(filters, kernel_size, strides=(1, 1), padding="valid", *args, **kwargs):
    return keras.layers.Conv2D(filters, kernel_size, strides=strides)
