"""The functional API: inputs, calls on symbolic tensors, models of them."""

import keras
import numpy as np
from keras import Input, Model, layers, ops


def one_path():
    inputs = Input(shape=(64, 64, 3))
    x = layers.Conv2D(16, 3, padding="same", strides=2)(inputs)  # shape: (None, 32, 32, 16)
    x = layers.GlobalAveragePooling2D()(x)  # shape: (None, 16)
    outputs = layers.Dense(5)(x)  # shape: (None, 5)
    model = Model(inputs, outputs)
    y = model(np.zeros((2, 64, 64, 3)))  # shape: (2, 5)
    return y


def skip_connection_does_not_fit():
    inputs = Input((32, 32, 16))
    x = layers.Conv2D(32, 3, padding="same")(inputs)
    layers.Add()([x, inputs])  # error: [broadcast-sizes] "32" "16"


def skip_connection():
    inputs = Input((32, 32, 16))
    x = layers.Conv2D(32, 3, padding="same")(inputs)
    short = layers.Conv2D(32, 1)(inputs)
    y = layers.Add()([x, short])  # shape: (None, 32, 32, 32)
    z = layers.add([x, short])  # shape: (None, 32, 32, 32)
    return Model(inputs, [y, z])


def two_inputs():
    title = Input((None,), name="title")
    tags = Input((12,), name="tags")
    words = layers.Embedding(1000, 64)(title)  # shape: (None, None, 64)
    text = layers.LSTM(32)(words)  # shape: (None, 32)
    x = layers.concatenate([text, tags])  # shape: (None, 44)
    model = Model([title, tags], layers.Dense(1)(x))
    y = model([np.zeros((4, 7)), np.zeros((4, 12))])  # shape: (4, 1)
    return y


def inputs_exchanged():
    a, b = Input((4,)), Input((6,))
    model = Model([a, b], layers.Concatenate()([a, b]))
    model([np.zeros((2, 6)), np.zeros((2, 4))])  # error: [model-input] "4" "6"


def one_input_too_few():
    a, b = Input((4,)), Input((6,))
    model = Model([a, b], layers.Concatenate()([a, b]))
    model([np.zeros((2, 4))])  # error: [model-input] "2 input"


def two_outputs():
    inputs = Input((30,))
    x = layers.Dense(16)(inputs)
    model = Model(inputs, [layers.Dense(3)(x), layers.Dense(1)(x)])
    classes, score = model(np.zeros((5, 30)))
    return classes + score  # shape: (5, 3)


def outputs_by_name():
    inputs = Input((30,))
    model = Model(inputs, {"a": layers.Dense(3)(inputs), "b": layers.Dense(1)(inputs)})
    out = model(np.zeros((5, 30)))
    return out["a"]  # shape: (5, 3)


def concatenated_on_another_axis():
    a, b = Input((10, 8)), Input((10, 4))
    layers.Concatenate(axis=1)([a, b])  # error: [concat-sizes] "8" "4"


def repeated_to_fit():
    sequence, vector = Input((10, 8)), Input((4,))
    repeated = layers.RepeatVector(10)(vector)  # shape: (None, 10, 4)
    both = layers.Concatenate()([sequence, repeated])  # shape: (None, 10, 12)
    return both


def shared_layer():
    a, b = Input((20,)), Input((20,))
    shared = layers.Dense(8)
    x = layers.Concatenate()([shared(a), shared(b)])  # shape: (None, 16)
    return x


def shared_layer_of_another_width():
    a, b = Input((20,)), Input((30,))
    shared = layers.Dense(8)
    shared(a)
    shared(b)  # error: [linear-in-features] "20" "30"


def model_as_a_layer():
    inner_in = Input((28, 28, 1))
    inner = Model(inner_in, layers.Flatten()(layers.Conv2D(4, 3)(inner_in)))
    a, b = Input((28, 28, 1)), Input((28, 28, 1))
    x = layers.subtract([inner(a), inner(b)])  # shape: (None, 2704)
    return Model([a, b], layers.Dense(1)(x))


def model_as_a_layer_does_not_fit():
    inner_in = Input((28, 28, 1))
    inner = Model(inner_in, layers.Flatten()(inner_in))
    inner(Input((32, 32, 1)))  # error: [model-input] "28" "32"


def any_image_size():
    inputs = Input((None, None, 3))
    x = layers.Conv2D(8, 3, padding="same")(inputs)  # shape: (None, None, None, 8)
    x = layers.MaxPooling2D(2)(x)
    model = Model(inputs, x)
    y = model(np.zeros((1, 50, 31, 3)))  # shape: (1, 25, 15, 8)
    return y


def features_of_a_layer():
    inputs = Input((16,))
    x = layers.Dense(8, name="first")(inputs)
    x = layers.Dense(4, name="second")(x)
    model = Model(inputs, layers.Dense(2, name="last")(x))
    features = Model(model.input, model.get_layer("first").output)
    y = features(np.zeros((3, 16)))  # shape: (3, 8)
    z = Model(model.inputs, model.layers[-2].output)(np.zeros((3, 16)))  # shape: (3, 4)
    return y, z


def operators_on_symbolic_tensors():
    a = Input((8, 4))
    b = a * 2 + a[:, :1]  # shape: (None, 8, 4)
    c = keras.ops.mean(b, axis=1)  # shape: (None, 4)
    return Model(a, c)


def operators_do_not_broadcast():
    a, b = Input((8, 4)), Input((8, 5))
    a + b  # error: [broadcast-sizes] "4" "5"


def reshaped():
    a = Input((12, 4))
    b = layers.Reshape((6, 8))(a)  # shape: (None, 6, 8)
    c = layers.Reshape((-1, 3))(b)  # shape: (None, 16, 3)
    d = layers.Permute((2, 1))(c)  # shape: (None, 3, 16)
    return d


def reshaped_to_another_number():
    a = Input((12, 4))
    layers.Reshape((7, 7))(a)  # error: [reshape-elements] "7"


def lambda_layer():
    a = Input((5, 6))
    b = layers.Lambda(lambda x: keras.ops.sum(x, axis=-1))(a)  # shape: (None, 5)
    return b


def fixed_batch():
    a = Input((6,), batch_size=4)
    b = layers.Dense(3)(a)  # shape: (4, 3)
    return b


def autoencoder():
    inputs = Input((28, 28, 1))
    x = layers.Conv2D(16, 3, activation="relu", padding="same")(inputs)
    x = layers.MaxPooling2D(2, padding="same")(x)
    x = layers.Conv2D(8, 3, padding="same")(x)
    encoded = layers.MaxPooling2D(2, padding="same")(x)  # shape: (None, 7, 7, 8)
    x = layers.Conv2DTranspose(8, 3, strides=2, padding="same")(encoded)
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same")(x)
    decoded = layers.Conv2D(1, 3, padding="same")(x)  # shape: (None, 28, 28, 1)
    return Model(inputs, decoded)


def unet_levels_do_not_meet():
    inputs = Input((30, 30, 3))
    a = layers.Conv2D(8, 3, padding="same")(inputs)
    b = layers.Conv2D(16, 3, padding="same")(layers.MaxPooling2D(2)(a))
    c = layers.Conv2D(32, 3, padding="same")(layers.MaxPooling2D(2)(b))
    up = layers.UpSampling2D(2)(c)
    layers.concatenate([up, b])  # error: [concat-sizes] "14" "15"


def an_input_is_left_out():
    a, b = Input((4,)), Input((6,))
    x = layers.Concatenate()([layers.Dense(3)(a), b])
    Model(a, x)  # error: [model-input] "not among"


def inputs_and_outputs_exchanged():
    a = Input((4,))
    Model(layers.Dense(3)(a), a)  # error: [model-input] "not among"


def from_the_middle():
    a = Input((4,))
    b = layers.Dense(3)(a)
    c = layers.Dense(2)(b)
    y = Model(b, c)(np.zeros((5, 3)))  # shape: (5, 2)
    return y


class OutOfSight(layers.Layer):
    """What it gives is not known."""

    def call(self, x):
        return ops.vectorize(lambda row: row * 2.0)(x)


def each_call_has_sizes_of_its_own():
    given = keras.Input((6, 5))
    pooled = layers.GlobalAveragePooling1D()(OutOfSight()(given))
    model = keras.Model(given, layers.Dense(4)(pooled))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    loss(np.zeros(8), model(np.zeros((8, 6, 5))))
    loss(np.zeros(3), model(np.zeros((3, 6, 5))))
    model.compile("adam", "sparse_categorical_crossentropy")
    x, y = np.zeros((20, 6, 5)), np.zeros((20,))
    model.fit(x[:16], y[:16], validation_data=(x[16:], y[16:]), verbose=0)
    return ops.matmul(model(x), np.zeros((5, 2)))  # error: [inner-size] "4" "5"


def each_call_has_a_time_of_its_own():
    given = keras.Input((None, 5))
    model = keras.Model(given, layers.Conv1D(8, 1)(OutOfSight()(given)))
    short, long = model(np.zeros((2, 10, 5))), model(np.zeros((3, 20, 5)))
    ops.matmul(np.zeros((2, 1, 10)), short)
    ops.matmul(np.zeros((3, 1, 20)), long)
    both = ops.concatenate([short[:, :10], long[:, :10]], axis=0)
    return both + np.zeros((5, 10, 8)), layers.Dense(2)(both) + np.zeros(3)  # error: [broadcast-sizes] "2" "3"


def _nothing_left(x):
    return keras.ops.reshape(x, (3, 0))  # what comes may be empty itself


def _twice_as_wide(layer):
    settings = layer.get_config()
    if isinstance(layer, layers.Dense):
        settings["units"] *= 2
    return layer.__class__.from_config(settings)


def clones_whose_layers_are_made_anew():
    model = keras.Sequential([Input((4,)), layers.Dense(3), layers.Dense(2)])
    clone = keras.models.clone_model(model, clone_function=_twice_as_wide)
    return ops.add(clone(np.zeros((1, 4))), np.zeros((1, 4)))


def inputs_are_told_apart():
    a, b = Input((2, 3)), Input((2,))
    chosen = [i for i in (a, b) if i == b]
    return Model([a, b], layers.Dense(4)(chosen[0]))


def a_sum_of_more_axes_under_the_same_name():
    x = keras.Input((1,))
    x += keras.Input((4,))  # shape: (None, 4)
    x *= ops.ones((3, 1, 1))  # shape: (3, None, 4)
    return x


def a_sum_that_does_not_fit():
    x = keras.Input((3,))
    x += keras.Input((4,))  # error: [broadcast-sizes] "3" "4"
    return x


def a_number_for_a_shape():
    return Input(shape=(23))  # error: [bad-argument] "23"


def as_many_inputs_as_it_happens():
    a, c = Input((3,)), Input((3,))
    inputs = [a, c]
    if np.random.rand() < 0.5:
        inputs.append(Input((3,)))
    y = layers.Dropout(0.1)(layers.Add()([a, c]))
    return Model(inputs, y)
