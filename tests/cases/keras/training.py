"""fit, evaluate, predict: data meet the model."""

import keras
import numpy as np
from keras import layers


def _model(width, classes, activation=None):
    return keras.Sequential([keras.Input((width,)), layers.Dense(8), layers.Dense(classes, activation=activation)])


def regression():
    model = _model(4, 1)
    model.compile("sgd", "mse")
    model.fit(np.zeros((10, 4)), np.zeros((10,)), verbose=0)
    y = model.predict(np.zeros((7, 4)), verbose=0)  # shape: (7, 1)
    return y


def other_width():
    model = _model(4, 1)
    model.compile("sgd", "mse")
    model.fit(np.zeros((10, 5)), np.zeros((10, 1)), verbose=0)  # error: [fit-data] "4" "5"


def other_number_of_samples():
    model = _model(4, 1)
    model.compile("sgd", "mse")
    model.fit(np.zeros((10, 4)), np.zeros((9, 1)), verbose=0)  # error: [fit-data] "10" "9"


def images_not_flattened():
    x, y = np.zeros((10, 28, 28)), np.zeros((10,), "int64")
    model = _model(784, 10, "softmax")
    model.compile("sgd", "sparse_categorical_crossentropy")
    model.fit(x, y, verbose=0)  # error: [fit-data] "784" "28"


def images_flattened():
    x, y = np.zeros((10, 28, 28)), np.zeros((10,), "int64")
    x = x.reshape(len(x), -1) / 255
    model = _model(784, 10, "softmax")
    model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x, y, verbose=0)
    model.evaluate(x, y, verbose=0)


def labels_for_a_one_hot_loss():
    model = _model(4, 3, "softmax")
    model.compile("sgd", "categorical_crossentropy")
    model.fit(np.zeros((10, 4)), np.zeros((10,), "int64"), verbose=0)  # error: [loss-target]


def one_hot_labels():
    model = _model(4, 3, "softmax")
    model.compile("sgd", "categorical_crossentropy")
    labels = keras.utils.to_categorical(np.zeros((10,), "int64"), 3)
    model.fit(np.zeros((10, 4)), labels, verbose=0)


def one_hot_labels_for_a_sparse_loss():
    model = _model(4, 3, "softmax")
    model.compile("sgd", "sparse_categorical_crossentropy")
    labels = np.eye(3)[np.zeros(10, "int64")]
    model.fit(np.zeros((10, 4)), labels, verbose=0)  # error: [loss-target]


def other_number_of_classes():
    model = _model(4, 3, "softmax")
    model.compile(optimizer="sgd", loss=keras.losses.CategoricalCrossentropy())
    model.fit(np.zeros((10, 4)), np.zeros((10, 5)), verbose=0)  # error: [loss-target] "3" "5"


def validation_data_of_another_width():
    model = _model(4, 1)
    model.compile("sgd", "mse")
    model.fit(  # error: [fit-data] "4" "3"
        np.zeros((10, 4)), np.zeros((10, 1)), validation_data=(np.zeros((5, 3)), np.zeros((5, 1))), verbose=0
    )


def predict_one_sample():
    model = _model(4, 1)
    model.predict(np.zeros((4,)), verbose=0)  # error: [fit-data] "4"


def predict_one_sample_as_a_batch():
    model = _model(4, 1)
    y = model.predict(np.zeros((4,))[np.newaxis], verbose=0)  # shape: (1, 1)
    return y


def two_inputs_and_outputs():
    a, b = keras.Input((3,)), keras.Input((5,))
    x = layers.Concatenate()([a, b])
    model = keras.Model([a, b], [layers.Dense(1)(x), layers.Dense(4, activation="softmax")(x)])
    model.compile("sgd", ["mse", "sparse_categorical_crossentropy"])
    model.fit([np.zeros((6, 3)), np.zeros((6, 5))], [np.zeros((6, 1)), np.zeros((6,))], verbose=0)
    p, q = model.predict([np.zeros((6, 3)), np.zeros((6, 5))], verbose=0)
    return np.concatenate([p, q], axis=1)  # shape: (6, 5)


def two_inputs_exchanged():
    a, b = keras.Input((3,)), keras.Input((5,))
    model = keras.Model([a, b], layers.Dense(1)(layers.Concatenate()([a, b])))
    model.compile("sgd", "mse")
    model.fit([np.zeros((6, 5)), np.zeros((6, 3))], np.zeros((6, 1)), verbose=0)  # error: [fit-data] "3" "5"


class Batches(keras.utils.PyDataset):
    def __init__(self, width):
        super().__init__()
        self.width = width

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return np.zeros((4, self.width)), np.zeros((4, 1))


def a_sequence_of_batches():
    model = _model(6, 1)
    model.compile("sgd", "mse")
    model.fit(Batches(6), verbose=0)


def a_sequence_of_other_batches():
    model = _model(6, 1)
    model.compile("sgd", "mse")
    model.fit(Batches(7), verbose=0)  # error: [fit-data] "6" "7"


def _batches(width):
    while True:
        yield np.zeros((4, width)), np.zeros((4, 1))


def a_generator():
    model = _model(6, 1)
    model.compile("sgd", "mse")
    model.fit(_batches(6), steps_per_epoch=2, verbose=0)


def a_generator_of_other_batches():
    model = _model(6, 1)
    model.compile("sgd", "mse")
    model.fit(_batches(5), steps_per_epoch=2, verbose=0)  # error: [fit-data] "6" "5"


def loss_of_ones_own():
    def loss(y_true, y_pred):
        return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)

    model = _model(4, 3)
    model.compile("sgd", loss)
    model.fit(np.zeros((10, 4)), np.zeros((10, 3)), verbose=0)


def loss_of_ones_own_does_not_fit():
    def loss(y_true, y_pred):
        return keras.ops.square(y_true - y_pred)  # error: [broadcast-sizes] "2" "3"

    model = _model(4, 3)
    model.compile("sgd", loss)
    model.fit(np.zeros((10, 4)), np.zeros((10, 2)), verbose=0)


def train_on_batch():
    model = _model(4, 1)
    model.compile("sgd", "mse")
    model.train_on_batch(np.zeros((3, 4)), np.zeros((3, 1)))
    model.train_on_batch(np.zeros((3, 6)), np.zeros((3, 1)))  # error: [fit-data] "4" "6"


def windows_of_a_series():
    series = np.zeros(200)
    windows = np.array([series[i : i + 10] for i in range(len(series) - 10)])
    targets = series[10:]
    model = keras.Sequential([keras.Input((10, 1)), layers.LSTM(4), layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(windows.reshape(-1, 10, 1), targets, verbose=0)
    model.fit(windows.reshape(-1, 5, 2), targets, verbose=0)  # error: [fit-data] "10" "5"


def subclassed_model():
    class Net(keras.Model):
        def __init__(self):
            super().__init__()
            self.conv = layers.Conv1D(8, 3)
            self.dense = layers.Dense(1)

        def call(self, x):
            return self.dense(self.conv(x))

    model = Net()
    model.compile("sgd", "mse")
    model.fit(np.zeros((5, 10, 2)), np.zeros((5, 8, 1)), verbose=0)


def one_target_for_two_outputs():
    a = keras.Input((3,))
    model = keras.Model(a, [layers.Dense(1)(a), layers.Dense(2)(a)])
    model.compile("sgd", "mse")
    model.fit(np.zeros((6, 3)), np.zeros((6, 1)), verbose=0)  # error: [loss-target] "2 output"


def columns_for_a_wider_output():
    model = _model(4, 3)
    model.compile("sgd", "mse")
    model.fit(np.zeros((10, 4)), np.zeros((10,)), verbose=0)  # error: [loss-target] "10"


def labels_for_a_sigmoid_of_two():
    model = _model(4, 2, "sigmoid")
    model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
    model.fit(np.zeros((10, 4)), np.zeros((10, 1)), verbose=0)  # error: [loss-target]


class OwnStep(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)

    def call(self, x):
        return self.dense(x)

    def train_step(self, data):
        x, y = data
        loss = keras.ops.mean(keras.ops.square(self(x) - y))  # error: [broadcast-sizes] "3" "2"
        self.zero_grad()
        loss.backward()
        return {"loss": loss}


def step_of_ones_own():
    model = OwnStep()
    model.compile("sgd")
    model.fit(np.zeros((8, 4)), np.zeros((8, 3)), verbose=0)


def step_of_ones_own_does_not_fit():
    model = OwnStep()
    model.compile("sgd")
    model.fit(np.zeros((8, 4)), np.zeros((8, 2)), verbose=0)


def predict_other_numbers_of_samples():
    a, b = keras.Input((3,)), keras.Input((5,))
    model = keras.Model([a, b], layers.Concatenate()([a, b]))
    model.predict([np.zeros((6, 3)), np.zeros((7, 5))], verbose=0)  # error: [fit-data] "6" "7"


def _two_heads(named):
    a = keras.Input((5,), name="features")
    price, kind = layers.Dense(1, name="price")(a), layers.Dense(4, name="kind")(a)
    model = keras.Model(a, {"price": price, "kind": kind} if named else [price, kind])
    model.compile("sgd", loss={"price": "mse", "kind": "categorical_crossentropy"})
    return model


def targets_by_the_names_of_outputs():
    model = _two_heads(True)
    model.fit(np.zeros((6, 5)), {"price": np.zeros((6, 1)), "kind": np.zeros((6, 4))}, verbose=0)
    model.evaluate(np.zeros((6, 5)), {"kind": np.zeros((6, 3)), "price": np.zeros((6, 1))}, verbose=0)  # error: [loss-target] "3" "4"


def targets_of_named_outputs_in_the_order_of_their_names():
    model = _two_heads(True)
    model.fit(np.zeros((6, 5)), [np.zeros((6, 4)), np.zeros((6, 1))], verbose=0)
    model.fit(np.zeros((6, 5)), [np.zeros((6, 1)), np.zeros((6, 4))], verbose=0)  # error: [loss-target] "1" "4"


def targets_by_the_names_of_layers():
    model = _two_heads(False)
    model.fit(np.zeros((6, 5)), {"kind": np.zeros((6, 4)), "price": np.zeros((6, 1))}, verbose=0)
    model.fit(np.zeros((6, 5)), [np.zeros((6, 1)), np.zeros((6, 4))], verbose=0)
    model.fit(np.zeros((6, 5)), {"kind": np.zeros((6, 12)), "price": np.zeros((6, 1))}, verbose=0)  # error: [loss-target] "12" "4"


def targets_of_other_names():
    model = _two_heads(True)
    model.fit(np.zeros((6, 5)), {"cost": np.zeros((6, 1)), "kind": np.zeros((6, 4))}, verbose=0)  # error: [loss-target] "price" "cost"


def a_loss_of_another_name():
    a = keras.Input((5,))
    model = keras.Model(a, {"price": layers.Dense(1)(a)})
    model.compile("sgd", loss={"cost": "mse"})
    model.fit(np.zeros((6, 5)), {"price": np.zeros((6, 1))}, verbose=0)  # error: [loss-target] "cost" "price"


def a_loss_for_one_of_two_named_outputs():
    a = keras.Input((5,))
    model = keras.Model(a, {"price": layers.Dense(1)(a), "kind": layers.Dense(4)(a)})
    model.compile("sgd", loss={"price": "mse"})
    model.fit(np.zeros((6, 5)), {"price": np.zeros((6, 1)), "kind": np.zeros((6, 9))}, verbose=0)
    model.compile("sgd", loss={"price": "mse"})
    model.fit(np.zeros((6, 5)), {"price": np.zeros((6, 1))}, verbose=0)


def a_loss_for_the_first_of_two_outputs():
    a = keras.Input((5,))
    model = keras.Model(a, [layers.Dense(1)(a), layers.Dense(4)(a)])
    model.compile("sgd", loss=["mse"])
    model.fit(np.zeros((6, 5)), [np.zeros((6, 1))], verbose=0)


def a_loss_by_the_name_of_the_only_layer():
    a = keras.Input((5,))
    model = keras.Model(a, layers.Dense(4, name="kind")(a))
    model.compile("sgd", loss={"kind": "categorical_crossentropy"})
    model.fit(np.zeros((6, 5)), np.zeros((6, 4)), verbose=0)
    model.fit(np.zeros((6, 5)), np.zeros((6, 3)), verbose=0)  # error: [loss-target] "3" "4"


class Heads(keras.Model):
    def __init__(self):
        super().__init__()
        self.price, self.kind = layers.Dense(1), layers.Dense(4)

    def call(self, x):
        return {"price": self.price(x), "kind": self.kind(x)}


def targets_by_the_names_of_a_subclass():
    model = Heads()
    model.compile("sgd", loss={"price": "mse", "kind": "categorical_crossentropy"})
    model.fit(np.zeros((6, 5)), {"price": np.zeros((6, 1)), "kind": np.zeros((6, 4))}, verbose=0)
    model.fit(np.zeros((6, 5)), {"price": np.zeros((6, 1)), "kind": np.zeros((6, 2))}, verbose=0)  # error: [loss-target] "2" "4"


def data_by_the_names_of_inputs():
    a, b = keras.Input((5,), name="title"), keras.Input((3,), name="body")
    model = keras.Model([a, b], layers.Concatenate()([a, b]))
    y = model.predict({"body": np.zeros((6, 3)), "title": np.zeros((6, 5)), "id": np.zeros((6,))}, verbose=0)  # shape: (6, 8)
    model.predict({"body": np.zeros((6, 5)), "title": np.zeros((6, 5))}, verbose=0)  # error: [fit-data] "3" "5"
    return y


def data_without_one_of_the_inputs():
    a, b = keras.Input((5,), name="title"), keras.Input((3,), name="body")
    model = keras.Model([a, b], layers.Concatenate()([a, b]))
    model.predict({"text": np.zeros((6, 3)), "title": np.zeros((6, 5))}, verbose=0)  # error: [fit-data] "body" "text"


def data_by_the_name_of_the_only_input():
    model = _two_heads(True)
    found = model.predict({"features": np.zeros((6, 5))}, verbose=0)
    return found["kind"].reshape(6, 4)  # shape: (6, 4)


def an_only_output_in_a_list():
    a = keras.Input((5,))
    model = keras.Model(a, [layers.Dense(2)(a)])
    y = model(np.zeros((6, 5)))  # shape: (6, 2)
    return layers.Reshape((3,))(y)  # error: [reshape-elements] "3"


def data_in_a_list_for_named_inputs():
    a, b = keras.Input((5,)), keras.Input((3,))
    model = keras.Model({"one": a, "two": b}, layers.Concatenate()([a, b]))
    model([np.zeros((6, 5)), np.zeros((6, 3))])
    model([np.zeros((6, 3)), np.zeros((6, 5))])  # error: [model-input] "5" "3"


def frames_predicted_one_by_one():
    a = keras.Input((None, 4, 4, 1))
    model = keras.Model(a, layers.Conv3D(1, 3, padding="same")(a))
    frames = np.zeros((5, 4, 4, 1))
    for _ in range(3):
        new = model.predict(frames[np.newaxis], verbose=0)
        frames = np.concatenate([frames, new[0, -1]], axis=0)  # error: [concat-sizes] "(4, 4, 1)"
    return frames


def features_that_were_adapted_to():
    norm = layers.Normalization()
    norm.adapt(np.ones((50, 5)))
    norm(np.zeros((4, 7, 5)))
    y = norm(np.zeros((4, 1)))  # shape: (4, 5)
    norm(np.zeros((4, 6)))  # error: [broadcast-sizes] "6" "5"
    return y


def other_features_adapted_to_than_called_with():
    norm = layers.Normalization()
    norm(np.zeros((4, 5)))
    norm.adapt(np.ones((50, 6)))  # error: [broadcast-sizes] "6" "5"


def features_of_a_model_that_were_not_adapted_to():
    norm = layers.Normalization()
    norm.adapt(np.ones((50, 5)))
    model = keras.Sequential([keras.Input((6,)), norm, layers.Dense(2)])  # Keras looks at no size here
    model(np.zeros((4, 6)))  # error: [broadcast-sizes] "6" "5"


def one_mean_of_all_that_was_adapted_to():
    norm = layers.Normalization(axis=None)
    norm.adapt(np.ones((50, 5)))
    y = norm(np.zeros((4, 6)))  # shape: (4, 6)
    return y


def channels_that_were_adapted_to():
    norm = layers.Normalization(axis=1)
    norm.adapt(np.ones((50, 5, 3)))
    norm(np.zeros((4, 5, 2)))
    norm(np.zeros((4, 6, 3)))  # error: [broadcast-sizes] "6" "5"


class Confusion(keras.callbacks.Callback):
    def __init__(self, x, y, axes):
        super().__init__()
        self.x, self.y, self.axes = x, y, axes
        self.history, self.epochs = [], 0

    def on_epoch_end(self, epoch, logs=None):
        predicted = self.model.predict(self.x, verbose=0).argmax(axis=-1)
        matrix = np.zeros((3,) * self.axes)
        np.add.at(matrix, (self.y, predicted), 1)  # error: [index-rank] "2 indices" "(3,)"
        self.history.append(matrix)
        self.epochs += 1


def _watched(axes, epochs=1):
    x, y = np.zeros((10, 4)), np.zeros(10, "int64")
    model = _model(4, 3, "softmax")
    model.compile("sgd", "sparse_categorical_crossentropy")
    confusion = Confusion(x, y, axes)
    model.fit(x, y, epochs=epochs, callbacks=[confusion], verbose=0)
    return confusion


def a_callback_that_predicts():
    confusion = _watched(2)
    last = confusion.history[-1]  # shape: (3, 3)
    return last + np.zeros(4)  # error: [broadcast-sizes] "(3, 3)" "(4,)"


def a_callback_is_called_for_each_epoch():
    confusion = _watched(2, epochs=3)
    return np.zeros(confusion.epochs) + np.zeros(len(confusion.history)) + np.zeros(3)


def a_callback_that_fails():
    return _watched(1)


class Hits(keras.metrics.Metric):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.hits = self.add_weight(shape=(classes,), initializer="zeros", name="hits")

    def update_state(self, y_true, y_pred, sample_weight=None):
        targets = keras.ops.one_hot(keras.ops.cast(keras.ops.reshape(y_true, (-1,)), "int32"), self.classes)
        self.hits.assign_add(keras.ops.sum(targets * y_pred, axis=0))  # error: [broadcast-sizes] "(10, 4)" "(10, 3)"

    def result(self):
        return keras.ops.sum(self.hits)


def _measured(classes):
    model = _model(4, 3, "softmax")
    model.compile("sgd", "sparse_categorical_crossentropy", metrics=[Hits(classes)])
    model.fit(np.zeros((10, 4)), np.zeros(10, "int64"), verbose=0)


def a_metric_of_ones_own():
    _measured(3)


def a_metric_of_ones_own_does_not_fit():
    _measured(4)


def outputs_as_arrays():
    x = keras.ops.convert_to_numpy(keras.ops.zeros((3, 4)))
    best = x.argmax(axis=-1).astype("int32")[:, None]  # shape: (3, 1)
    return np.concatenate([x, best], axis=1) @ np.zeros((4, 2))  # error: [inner-size] "5" "4"


class Paired(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)

    def train_step(self, data):
        keras.ops.concatenate([data, self(data)], axis=0)  # error: [concat-sizes]
        return {}


def a_step_of_inputs_alone():
    model = Paired(6)
    model.compile("sgd")
    model.fit(np.zeros((8, 6), "float32"), batch_size=4, verbose=0)


def a_step_of_inputs_alone_that_do_not_fit():
    model = Paired(5)
    model.compile("sgd")
    model.fit(np.zeros((8, 6), "float32"), batch_size=4, verbose=0)


def a_split_leaves_out_targets_beyond_the_samples():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(np.zeros((32, 4)), np.zeros((36, 1)), validation_split=0.25, verbose=0)


def a_split_of_fewer_targets_than_samples():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(np.zeros((32, 4)), np.zeros((30, 1)), validation_split=0.25, verbose=0)  # error: [fit-data] "30"
