"""Weights: their orientation, and putting them into layers."""

import keras
import numpy as np
from keras import layers


def a_dense_kernel_is_in_out():
    layer = layers.Dense(4800)
    layer(np.zeros((1, 2000)))
    kernel, bias = layer.get_weights()
    x = kernel  # shape: (2000, 4800)
    y = bias  # shape: (4800,)
    return x, y


def a_transposed_kernel():
    layer = layers.Dense(3)
    layer.build((None, 5))
    layer.set_weights([np.zeros((3, 5)), np.zeros(3)])  # error: [weights-shape] "transpose"


def a_transposed_kernel_mended():
    layer = layers.Dense(3)
    layer.build((None, 5))
    layer.set_weights([np.zeros((3, 5)).T, np.zeros(3)])


def too_few_weights():
    layer = layers.Dense(3)
    layer.build((None, 5))
    layer.set_weights([np.zeros((5, 3))])  # error: [weights-shape] "2"


def a_convolution_kernel():
    layer = layers.Conv2D(16, (3, 5))
    layer(np.zeros((1, 8, 8, 4)))
    kernel = layer.get_weights()[0]  # shape: (3, 5, 4, 16)
    return kernel


def a_convolution_without_bias():
    layer = layers.Conv1D(111, 5, use_bias=False)
    y = layer(np.zeros((2, 300, 7)))  # shape: (2, 296, 111)
    (kernel,) = layer.get_weights()
    return kernel, y


def weights_of_a_model():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(2)])
    model.set_weights([np.zeros((4, 3)), np.zeros(3), np.zeros((3, 2)), np.zeros(2)])
    model.layers[1].set_weights([np.zeros((2, 3)), np.zeros(2)])  # error: [weights-shape] "transpose"


def from_another_layer():
    first, second = layers.Dense(6), layers.Dense(6)
    first.build((None, 4))
    second.build((None, 5))
    second.set_weights(first.get_weights())  # error: [weights-shape] "4" "5"


def an_embedding_matrix():
    layer = layers.Embedding(100, 16)
    layer.build((None, 7))
    layer.set_weights([np.zeros((16, 100))])  # error: [weights-shape] "100" "16"


class Places(layers.Layer):
    def build(self, input_shape):
        self.table = self.add_weight(shape=(input_shape[1], input_shape[2]))  # error: [bad-argument] "(None, 4)"

    def call(self, x):
        return x + self.table


def a_weight_of_a_size_that_is_open():
    return Places()(keras.Input((None, 4)))


def a_weight_of_sizes_that_are_known():
    x = Places()(keras.Input((3, 4), batch_size=2))  # shape: (2, 3, 4)
    return x


def layers_that_need_what_is_open():
    x = layers.Dense(3)(keras.Input((None, 4)))
    layers.LayerNormalization()(x)
    return layers.LayerNormalization(axis=1)(x)  # error: [bad-argument]


def channels_that_are_open():
    return layers.Conv2D(3, 3)(keras.Input((8, 8, None)))  # error: [bad-argument]


class Memory(keras.layers.Layer):
    """Keeps the last rows that it was called with."""

    def __init__(self, rows, dropped):
        super().__init__()
        self.bank = self.add_weight(shape=(rows, 4), initializer="zeros", trainable=False)
        self.dropped = dropped

    def call(self, x):
        rows = keras.ops.concatenate([self.bank[self.dropped :], x], axis=0)
        self.bank.assign(rows)  # error: [assign-shape] "(9, 4)" "(10, 4)"
        return x


def a_memory_that_drops_as_many_rows():
    return Memory(10, 2)(np.zeros((2, 4), "float32"))


def a_memory_that_drops_too_many_rows():
    return Memory(10, 3)(np.zeros((2, 4), "float32"))


def a_variable_keeps_its_shape():
    variable = keras.Variable(np.zeros((3, 2)))
    variable.assign_add(np.ones(2))
    variable.assign_sub(np.ones((1, 2)))
    variable.assign(np.ones((3, 2)))
    variable.assign_add(np.ones(3))  # error: [broadcast-sizes] "(3, 2)" "(3,)"


def a_variable_takes_no_row():
    keras.Variable(np.zeros((3, 2))).assign(np.ones(2))  # error: [assign-shape] "(2,)" "(3, 2)"


def by_the_names_of_layers():
    models = []
    for width in (4, 6):
        start = keras.Input((5,))
        inner = layers.Dense(width, name="inner")(start)
        models.append(keras.Model(start, layers.Dense(2, name="head")(inner)))
    first, second = models
    for layer in first.layers:
        if layer.get_weights():
            first.get_layer(layer.name).set_weights(layer.get_weights())
            second.get_layer(layer.name).set_weights(layer.get_weights())  # error: [weights-shape]
