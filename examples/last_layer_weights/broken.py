"""The last layer of a network, 2000 units to 4800, by weights that stand as on paper: (4800, 2000)."""

import keras
import numpy as np
from keras import layers, ops

PENULTIMATE, LAST = 2000, 4800
WEIGHTS = np.zeros((LAST, PENULTIMATE), "float32")
BIASES = np.zeros(LAST, "float32")


class LastLayer(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(LAST, PENULTIMATE))

    def call(self, x):
        return ops.matmul(x, self.w)


def put_into_the_layer():
    model = keras.Sequential([keras.Input((PENULTIMATE,)), layers.Dense(LAST)])
    model.layers[-1].set_weights([WEIGHTS, BIASES])
    return model(np.zeros((16, PENULTIMATE)))


def multiplied_by_hand():
    features = np.zeros((16, PENULTIMATE), "float32")
    return ops.add(ops.matmul(features, WEIGHTS), BIASES)


def a_layer_of_ones_own():
    return LastLayer()(np.zeros((16, PENULTIMATE), "float32"))
