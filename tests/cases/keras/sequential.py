"""keras.Sequential in the ways people write it."""

import keras
import numpy as np
from keras import layers


def list_with_input():
    model = keras.Sequential([keras.Input((784,)), layers.Dense(128, activation="relu"), layers.Dense(10)])
    y = model(np.zeros((8, 784)))  # shape: (8, 10)
    return y


def images_for_a_flat_model():
    model = keras.Sequential([keras.Input((784,)), layers.Dense(10)])
    model(np.zeros((8, 28, 28)))  # error: [model-input] "784" "28"


def added_one_by_one():
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28, 1)))
    model.add(layers.Conv2D(32, 3, activation="relu"))
    model.add(layers.MaxPooling2D(2))
    model.add(layers.Flatten())
    model.add(layers.Dense(10))
    out = model.outputs[0]  # shape: (None, 10)
    flat = model.layers[2].output  # shape: (None, 5408)
    return out, flat


def input_shape_on_the_first_layer():
    model = keras.Sequential()
    model.add(layers.Dense(32, input_shape=(16,)))
    model.add(layers.Dense(4))
    out = model.outputs[0]  # shape: (None, 4)
    model(np.zeros((2, 17)))  # error: [model-input] "16" "17"


def input_dim_on_the_first_layer():
    model = keras.Sequential([layers.Dense(32, input_dim=8), layers.Dense(1)])
    y = model(np.zeros((5, 8)))  # shape: (5, 1)
    return y


def wrong_rank_when_added():
    model = keras.Sequential()
    model.add(keras.Input((32, 32, 3)))
    model.add(layers.Flatten())
    model.add(layers.Conv2D(8, 3))  # error: [conv-channels] "3072"


def wrong_rank_in_the_list():
    keras.Sequential([keras.Input((10,)), layers.LSTM(4)])  # error: [rnn-input] "10"


def deferred_build():
    model = keras.Sequential([layers.Dense(16), layers.Dense(3)])
    y = model(np.zeros((4, 7)))  # shape: (4, 3)
    z = model(np.zeros((9, 7)))  # shape: (9, 3)
    return y, z


def deferred_build_is_for_good():
    model = keras.Sequential([layers.Dense(16), layers.Dense(3)])
    model(np.zeros((4, 7)))
    model(np.zeros((4, 8)))  # error: [model-input] "7" "8"


def built_by_shape():
    model = keras.Sequential([layers.Dense(16), layers.Dense(3)])
    model.build((None, 5))
    model(np.zeros((2, 6)))  # error: [model-input] "5" "6"


def popped():
    model = keras.Sequential([keras.Input((6,)), layers.Dense(16), layers.Dense(3)])
    model.pop()
    y = model(np.zeros((2, 6)))  # shape: (2, 16)
    return y


def nested():
    encoder = keras.Sequential([keras.Input((20,)), layers.Dense(8), layers.Dense(2)])
    decoder = keras.Sequential([keras.Input((2,)), layers.Dense(8), layers.Dense(20)])
    both = keras.Sequential([keras.Input((20,)), encoder, decoder])
    y = both(np.zeros((3, 20)))  # shape: (3, 20)
    return y


def nested_does_not_fit():
    encoder = keras.Sequential([keras.Input((20,)), layers.Dense(8), layers.Dense(2)])
    decoder = keras.Sequential([keras.Input((3,)), layers.Dense(8), layers.Dense(20)])
    keras.Sequential([keras.Input((20,)), encoder, decoder])  # error: [model-input] "3"


def made_by_a_loop(widths=(64, 32, 16)):
    model = keras.Sequential([keras.Input((100,))])
    for width in widths:
        model.add(layers.Dense(width))
        model.add(layers.Dropout(0.2))
    y = model(np.zeros((2, 100)))  # shape: (2, 16)
    return y


def unknown_length():
    model = keras.Sequential([keras.Input((None, 8)), layers.LSTM(4, return_sequences=True), layers.Dense(2)])
    out = model.outputs[0]  # shape: (None, None, 2)
    y = model(np.zeros((3, 11, 8)))  # shape: (3, 11, 2)
    return out, y


def missing_last_axis_is_added():
    model = keras.Sequential([keras.Input((10, 1)), layers.Dense(2)])
    y = model(np.zeros((3, 10)))  # shape: (3, 10, 2)
    return y


def kernel_too_large():
    keras.Sequential([keras.Input((4, 4, 3)), layers.Conv2D(8, 5)])  # error: [kernel-size] "4"


def images_of_another_size():
    model = keras.Sequential([keras.Input((32, 32, 3)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D()])
    y = model(np.zeros((2, 64, 64, 3)))  # shape: (2, 4)
    z = model.predict(np.zeros((2, 48, 64, 3)), verbose=0)  # shape: (2, 4)
    return y, z


def images_of_another_size_for_a_symbolic_call():
    model = keras.Sequential([keras.Input((32, 32, 3)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D()])
    model(keras.Input((64, 64, 3)))  # error: [model-input] "32" "64"


def one_image_alone():
    model = keras.Sequential([keras.Input((32, 32, 3)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D()])
    model(np.zeros((32, 32, 3)))  # error: [model-input] "32"
