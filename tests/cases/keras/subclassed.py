"""Layers and models of one's own."""

import keras
import numpy as np
from keras import layers, ops


class Linear(layers.Layer):
    def __init__(self, units=32, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer="random_normal", trainable=True)
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=True)

    def call(self, inputs):
        return ops.matmul(inputs, self.w) + self.b


class WrongLinear(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(shape=(self.units, input_shape[-1]))

    def call(self, inputs):
        return ops.matmul(inputs, self.w)  # error: [inner-size] "6" "4"


class Classifier(keras.Model):
    def __init__(self, hidden, classes):
        super().__init__()
        self.first = layers.Dense(hidden, activation="relu")
        self.drop = layers.Dropout(0.5)
        self.last = layers.Dense(classes)

    def call(self, x, training=False):
        x = self.first(x)  # error: [linear-in-features] "100" "101"
        x = self.drop(x, training=training)
        return self.last(x)


class Residual(layers.Layer):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = layers.Conv2D(channels, 3, padding="same")
        self.norm = layers.BatchNormalization()
        self.conv2 = layers.Conv2D(channels, 3, padding="same")

    def call(self, x):
        y = self.conv2(ops.relu(self.norm(self.conv1(x))))
        return x + y  # error: [broadcast-sizes] "16" "32"


class TwoInputs(layers.Layer):
    def build(self, a_shape, b_shape):
        self.kernel = self.add_weight(shape=(a_shape[-1], b_shape[-1]))

    def call(self, a, b):
        return ops.matmul(a, self.kernel) * b


class Pair(layers.Layer):
    def build(self, input_shape):
        left, right = input_shape
        self.kernel = self.add_weight(shape=(left[-1], right[-1]))

    def call(self, inputs):
        left, right = inputs
        return ops.matmul(left, self.kernel) + right


class Strict(layers.Layer):
    def __init__(self):
        super().__init__()
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def call(self, x):
        return ops.mean(x, axis=(1, 2))


class ScaledDense(layers.Dense):
    def __init__(self, units, scale=2.0, **kwargs):
        super().__init__(units, **kwargs)
        self.scale = scale

    def call(self, inputs):
        return self.scale * super().call(inputs)


class Encoder(keras.Model):
    def __init__(self, size):
        super().__init__()
        self.dense = layers.Dense(size)

    def call(self, x):
        return self.dense(x)


class AutoEncoder(keras.Model):
    def __init__(self, width, size):
        super().__init__()
        self.encoder = Encoder(size)
        self.decoder = keras.Sequential([layers.Dense(64), layers.Dense(width)])

    def call(self, x):
        return self.decoder(self.encoder(x))


class WithShape(layers.Layer):
    def call(self, x):
        batch, steps = ops.shape(x)[0], ops.shape(x)[1]
        return ops.reshape(x, (batch, steps * x.shape[2]))


def own_layer():
    layer = Linear(5)
    y = layer(np.zeros((3, 4), "float32"))  # shape: (3, 5)
    w = layer.w  # no shape is read from a Variable by the test
    return y, w


def own_layer_is_built_once():
    layer = WrongLinear(6)
    layer(np.zeros((3, 4), "float32"))


def own_layer_in_a_sequential():
    model = keras.Sequential([keras.Input((8,)), Linear(16), Linear(2)])
    y = model(np.zeros((3, 8), "float32"))  # shape: (3, 2)
    return y


def own_model():
    model = Classifier(64, 10)
    y = model(np.zeros((32, 100), "float32"))  # shape: (32, 10)
    return y


def own_model_called_with_another_width():
    model = Classifier(64, 10)
    model(np.zeros((32, 100), "float32"))
    model(np.zeros((32, 101), "float32"))


def residual_of_other_channels():
    Residual(32)(np.zeros((1, 8, 8, 16), "float32"))


def two_arguments():
    y = TwoInputs()(np.zeros((2, 3), "float32"), np.zeros((2, 5), "float32"))  # shape: (2, 5)
    return y


def a_list_of_inputs():
    y = Pair()([np.zeros((2, 3), "float32"), np.zeros((2, 5), "float32")])  # shape: (2, 5)
    return y


def input_spec():
    Strict()(np.zeros((2, 3, 4), "float32"))  # error: [input-spec] "ndim=4"


def derived_from_a_layer():
    layer = ScaledDense(7)
    y = layer(np.zeros((2, 3), "float32"))  # shape: (2, 7)
    z = layer.kernel.shape
    return y, z


def models_in_models():
    model = AutoEncoder(20, 3)
    y = model(np.zeros((4, 20), "float32"))  # shape: (4, 20)
    return y


def sizes_of_a_symbolic_tensor():
    inputs = keras.Input((6, 4))
    y = WithShape()(inputs)
    return keras.Model(inputs, y)


def output_shape_of_a_layer():
    shape = layers.Conv2D(8, 3).compute_output_shape((None, 10, 10, 3))
    x = np.zeros((2, *shape[1:]))  # shape: (2, 8, 8, 8)
    return x


class Doubled(layers.Conv2D):
    def convolution_op(self, inputs, kernel):
        return super().convolution_op(ops.concatenate([inputs, inputs], axis=1), kernel)


def a_layer_that_computes_something_else():
    x = np.zeros((2, 8, 8, 3), "float32")
    y = layers.Conv2D(4, 3, padding="same")(x)  # shape: (2, 8, 8, 4)
    return ops.add(Doubled(4, 3, padding="same")(x), np.zeros((2, 16, 8, 4), "float32")), y
