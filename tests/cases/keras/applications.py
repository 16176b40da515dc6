"""Transfer learning: a known network, and layers on top of it."""

import keras
import numpy as np
from keras import layers
from keras.applications.mobilenet import MobileNet, preprocess_input


def _base(**arguments):
    return MobileNet(include_top=False, weights=None, input_shape=(64, 64, 3), alpha=0.25, **arguments)


def a_head_on_maps():
    base = _base()
    base.trainable = False
    x = layers.GlobalAveragePooling2D()(base.output)  # shape: (None, 256)
    model = keras.Model(base.input, layers.Dense(5)(x))
    y = model(preprocess_input(np.zeros((2, 64, 64, 3), "float32")))  # shape: (2, 5)
    return y


def a_head_on_pooled_features():
    base = _base(pooling="avg")
    model = keras.Sequential([base, layers.Dense(5)])
    y = model(np.zeros((2, 64, 64, 3), "float32"))  # shape: (2, 5)
    return y


def a_base_called_as_a_layer():
    inputs = keras.Input((64, 64, 3))
    x = _base()(inputs)  # shape: (None, 2, 2, 256)
    return keras.Model(inputs, layers.Flatten()(x))


def images_of_another_size():
    inputs = keras.Input((32, 32, 3))
    _base()(inputs)  # error: [model-input] "64" "32"


def pooled_twice():
    base = _base(pooling="avg")
    layers.GlobalAveragePooling2D()(base.output)  # error: [kernel-size] "256"
