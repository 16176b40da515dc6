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


def fine_tuning_fits_other_labels():
    base = _base(pooling="max")
    for layer in base.layers[:-4]:
        layer.trainable = False
    model = keras.Model(inputs=base.input, outputs=layers.Dense(5, activation="softmax")(base.output))
    model.compile("adam", "categorical_crossentropy")
    model.fit(np.zeros((4, 64, 64, 3)), np.zeros((4, 4)), verbose=0)  # error: [loss-target] "5" "4"


def features_of_any_size():
    base = keras.applications.MobileNetV3Small(include_top=False, weights=None, input_shape=(None, None, 3))
    features = base.predict(np.zeros((3, 97, 150, 3), "float32"), verbose=0)  # shape: (3, 3, 4, 576)
    head = keras.Sequential([layers.Flatten(input_shape=features.shape[1:]), layers.Dense(2)])
    y = head.predict(features, verbose=0)  # shape: (3, 2)
    return y


def a_head_of_another_size():
    base = _base()
    head = keras.Sequential([keras.Input((7, 7, 256)), layers.Flatten(), layers.Dense(2)])
    head(base.output)  # error: [model-input] "7" "2"


def grayscale_by_a_convolution():
    gray = keras.Input((64, 64, 1))
    base = MobileNet(include_top=False, weights=None, alpha=0.25, input_tensor=layers.Conv2D(3, 1)(gray))
    maps = base.output  # shape: (None, 2, 2, 256)
    y = base(np.zeros((2, 64, 64, 1), "float32"))  # shape: (2, 2, 2, 256)
    return maps, y


def grayscale_with_the_weights():
    MobileNet(include_top=False, input_shape=(64, 64, 1))  # error: [bad-argument] "3 channels"


def other_classes_with_the_weights():
    keras.applications.VGG16(weights="imagenet", classes=10)  # error: [bad-argument] "1000"


def images_too_small():
    keras.applications.Xception(include_top=False, weights=None, input_shape=(64, 64, 3))  # error: [bad-argument] "71"


def features_within():
    base = _base()
    middle = base.get_layer("conv_pw_5_relu").output
    model = keras.Model(base.input, layers.GlobalAveragePooling2D()(middle))
    y = layers.Dense(3)(model(np.zeros((2, 64, 64, 3), "float32")))
    return y
