"""111 filters of length 5 over 300 steps: 111 maps of 296 values, but not in that order of axes."""

from keras import Input, Model, layers


def maps_first():
    inputs = Input((300, 1))
    maps = layers.Conv1D(filters=111, kernel_size=5, padding="valid", strides=1, activation="relu")(inputs)
    weighted = layers.Multiply()([maps, Input((111, 296))])
    return weighted


def steps_taken_for_channels():
    inputs = Input((300,))
    maps = layers.Conv1D(filters=111, kernel_size=5)(inputs)
    return Model(inputs, maps)


def put_in_order():
    inputs = Input((300, 1))
    maps = layers.Conv1D(filters=111, kernel_size=5)(inputs)
    return Model(inputs, layers.Dense(10)(layers.Reshape((111, 296))(maps)))
