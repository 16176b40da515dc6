"""The last layer of a network, 2000 units to 4800: a kernel of Keras is (inputs, outputs)."""

import keras
import numpy as np
from keras import layers, ops

PENULTIMATE, LAST = 2000, 4800
WEIGHTS = np.zeros((LAST, PENULTIMATE), "float32")
BIASES = np.zeros(LAST, "float32")


class LastLayer(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(PENULTIMATE, LAST))

    def call(self, x):
        return ops.matmul(x, self.w)


def put_into_the_layer():
    model = keras.Sequential([keras.Input((PENULTIMATE,)), layers.Dense(LAST)])
    model.layers[-1].set_weights([WEIGHTS.T, BIASES])
    kernel, bias = model.layers[-1].get_weights()
    return model(np.zeros((16, PENULTIMATE)))


def multiplied_by_hand():
    features = np.zeros((16, PENULTIMATE), "float32")
    return ops.add(ops.matmul(features, WEIGHTS.T), BIASES)


def a_layer_of_ones_own():
    return LastLayer()(np.zeros((16, PENULTIMATE), "float32"))


if __name__ == "__main__":
    for program in (put_into_the_layer, multiplied_by_hand, a_layer_of_ones_own):
        print(program.__name__, tuple(program().shape))
