"""Programs of Keras 1, Keras 2 and TensorFlow 1 against the same program of today, which Keras runs:
the same shapes under the same names, the same findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapelint.interpreter import Analyser
from tests.rules.oracle import RAISES

TODAY = "import keras\nimport numpy as np\nfrom keras import layers, ops\n\n"
PROGRAMS: dict[str, tuple[str, str]] = {
    "keras 1 convolution over text": (
        """
from keras.models import Sequential
from keras.layers import Convolution1D, Dense, Flatten, MaxPooling1D
model = Sequential()
model.add(Convolution1D(nb_filter=111, filter_length=5, border_mode='valid', activation='relu', subsample_length=1, input_shape=(300, 1)))
model.add(MaxPooling1D(pool_length=2, stride=2))
model.add(Flatten())
model.add(Dense(output_dim=10))
first = model.layers[0].output
last = model.layers[-1].output
""",
        """
model = keras.Sequential([keras.Input((300, 1))])
model.add(layers.Conv1D(filters=111, kernel_size=5, padding='valid', activation='relu', strides=1))
model.add(layers.MaxPooling1D(pool_size=2, strides=2))
model.add(layers.Flatten())
model.add(layers.Dense(10))
first = model.layers[0].output
last = model.layers[-1].output
""",
    ),
    "keras 1 images, rows and columns apart": (
        """
from keras.models import Sequential
from keras.layers.core import Dense, Dropout, Activation, Flatten
from keras.layers.convolutional import Convolution2D, MaxPooling2D
model = Sequential()
model.add(Convolution2D(32, 3, 5, border_mode='same', subsample=(2, 1), input_shape=(28, 28, 1)))
model.add(Activation('relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Dropout(0.25))
model.add(Flatten())
model.add(Dense(128))
out = model.layers[0].output
flat = model.layers[4].output
""",
        """
model = keras.Sequential([keras.Input((28, 28, 1))])
model.add(layers.Conv2D(32, (3, 5), padding='same', strides=(2, 1)))
model.add(layers.Activation('relu'))
model.add(layers.MaxPooling2D(pool_size=(2, 2)))
model.add(layers.Dropout(0.25))
model.add(layers.Flatten())
model.add(layers.Dense(128))
out = model.layers[0].output
flat = model.layers[4].output
""",
    ),
    "keras 1 merge of two models": (
        """
from keras.models import Sequential
from keras.layers import Dense, Merge
left = Sequential()
left.add(Dense(32, input_dim=784))
right = Sequential()
right.add(Dense(16, input_dim=10))
model = Sequential()
model.add(Merge([left, right], mode='concat'))
model.add(Dense(10))
out = model.output
""",
        """
a, b = keras.Input((784,)), keras.Input((10,))
x = layers.concatenate([layers.Dense(32)(a), layers.Dense(16)(b)])
model = keras.Model([a, b], layers.Dense(10)(x))
out = model.output
""",
    ),
    "keras 1 merge as a function": (
        """
from keras.layers import Input, Dense, merge
from keras.models import Model
a = Input(shape=(8, 4))
b = Input(shape=(8, 6))
c = merge([a, b], mode='concat', concat_axis=-1)
d = merge([a, b], mode='sum')
model = Model(input=[a, b], output=c)
""",
        """
a, b = keras.Input((8, 4)), keras.Input((8, 6))
c = layers.concatenate([a, b], axis=-1)
d = layers.add([a, b])
model = keras.Model([a, b], c)
""",
    ),
    "keras 2 in tensorflow, star import": (
        """
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import *
model = Sequential([Input(shape=(32, 32, 3)), Conv2D(8, 3, padding='same'), GlobalAveragePooling2D(), Dense(2)])
y = model(tf.zeros((4, 32, 32, 3)))
""",
        """
model = keras.Sequential([keras.Input(shape=(32, 32, 3)), layers.Conv2D(8, 3, padding='same'), layers.GlobalAveragePooling2D(), layers.Dense(2)])
y = model(np.zeros((4, 32, 32, 3)))
""",
    ),
    "keras.backend": (
        """
from keras import backend as K
from keras.layers import Input, Lambda
a = Input((6, 4))
b = Lambda(lambda t: K.mean(t, axis=1, keepdims=True))(a)
c = Lambda(lambda t: K.concatenate([t, t], axis=-1))(b)
d = Lambda(lambda t: K.permute_dimensions(t, (0, 2, 1)))(a)
e = Lambda(lambda t: K.squeeze(K.expand_dims(t, 1), 1))(d)
f = Lambda(lambda t: K.repeat(t[:, 0], 5))(a)
""",
        """
a = keras.Input((6, 4))
b = layers.Lambda(lambda t: ops.mean(t, axis=1, keepdims=True))(a)
c = layers.Lambda(lambda t: ops.concatenate([t, t], axis=-1))(b)
d = layers.Lambda(lambda t: ops.transpose(t, (0, 2, 1)))(a)
e = layers.Lambda(lambda t: ops.squeeze(ops.expand_dims(t, 1), 1))(d)
f = layers.Lambda(lambda t: ops.repeat(ops.expand_dims(t[:, 0], 1), 5, axis=1))(a)
""",
    ),
    "tensorflow 1 placeholders and layers": (
        """
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 28, 28, 1])
y = tf.layers.conv2d(x, 16, 5, padding='SAME')
y = tf.layers.max_pooling2d(y, 2, 2)
flat = tf.layers.flatten(y)
out = tf.layers.dense(flat, 10)
""",
        """
x = keras.Input((28, 28, 1))
y = layers.Conv2D(16, 5, padding='same')(x)
y = layers.MaxPooling2D(2, 2)(y)
flat = layers.Flatten()(y)
out = layers.Dense(10)(flat)
""",
    ),
    "tensorflow 1 variables": (
        """
import tensorflow.compat.v1 as tf
with tf.variable_scope('last'):
    x = tf.placeholder(tf.float32, [16, 2000])
    w = tf.get_variable('w', [4800, 2000])
    y = tf.matmul(x, w)
""",
        """
x = np.zeros((16, 2000), 'float32')
w = np.zeros((4800, 2000), 'float32')
y = ops.matmul(x, w)
""",
    ),
    "tensorflow 1 with keras, time first": (
        """
import tensorflow as tf
from keras import backend as K
from keras.layers import LSTM
embed_mat = tf.placeholder(tf.float32, [5, 12, 8])
in_shape = tf.shape(embed_mat)
lstm_input = tf.reshape(embed_mat, [in_shape[1], in_shape[0], 8])
h = LSTM(64, input_shape=(None, None, 8))(lstm_input)
""",
        """
embed_mat = np.zeros((5, 12, 8), 'float32')
in_shape = ops.shape(embed_mat)
lstm_input = ops.reshape(embed_mat, [in_shape[1], in_shape[0], 8])
h = layers.LSTM(64)(lstm_input)
""",
    ),
    "K.function": (
        """
from keras import backend as K
from keras.layers import Dense, Input
import numpy as np
a = Input((10,))
b = Dense(4)(a)
f = K.function([a], [b])
y = f([np.zeros((3, 10))])[0]
z = f([np.zeros((3, 11))])[0]
""",
        """
a = keras.Input((10,))
b = layers.Dense(4)(a)
f = keras.Model([a], [b])
y = f([np.zeros((3, 10))])
z = f([np.zeros((3, 11))])
""",
    ),
    "folders of images": (
        """
from keras.preprocessing.image import ImageDataGenerator
from keras.models import Sequential
from keras.layers import Dense, Flatten
model = Sequential()
model.add(Flatten(input_shape=(224, 224, 3)))
model.add(Dense(1, activation='sigmoid'))
model.compile('sgd', 'binary_crossentropy')
train = ImageDataGenerator(rescale=1. / 255).flow_from_directory('data', target_size=(150, 150), class_mode='binary')
model.fit_generator(train, steps_per_epoch=10)
""",
        """
model = keras.Sequential([keras.Input((224, 224, 3))])
model.add(layers.Flatten())
model.add(layers.Dense(1, activation='sigmoid'))
model.compile('sgd', 'binary_crossentropy')
train = (np.zeros((4, 150, 150, 3)), np.zeros((4,)))
model.fit(train[0], train[1], verbose=0)
""",
    ),
    "keras 2 an input of one axis": (
        """
import tf_keras
from tf_keras import layers
x = tf_keras.Input(shape=(23))
y = layers.Dense(4)(x)
z = layers.Dense(4)(y) + layers.Dense(5)(y)
""",
        """
x = keras.Input((23,))
y = layers.Dense(4)(x)
z = layers.Dense(4)(y) + layers.Dense(5)(y)
""",
    ),
    "keras 2 a layer that checks its own arguments": (
        """
import tensorflow as tf
from tensorflow.keras import layers
class Causal(layers.Conv2D):
    def _validate_init(self):
        pass
    def _compute_causal_padding(self, inputs):
        return [[0, 0], [2, 0], [1, 1], [0, 0]]
x = tf.zeros((2, 8, 8, 3))
Causal(4, 3, padding='causal')(x)
y = layers.Conv2D(4, 3, padding='same')(x)
""",
        """
x = ops.zeros((2, 8, 8, 3))
y = layers.Conv2D(4, 3, padding='same')(x)
""",
    ),
}


def said(path: Path, text: str) -> tuple[dict[str, set[object]], list[str]]:
    """The shapes by name, where one is known, and the names of the findings."""
    path.write_text(text)
    analysis = Analyser().analyse(path, shapes=True)
    shapes: dict[str, set[object]] = {}
    for record in analysis.shapes:
        if record.shape is not None:
            sizes = tuple(n if isinstance(n, int) else None for n in record.shape)
            shapes.setdefault(record.name, set()).add(sizes)
    return shapes, [finding.name for finding in analysis.findings]


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_old_program_is_read_as_the_new_one(name: str, tmp_path: Path) -> None:
    old, new = PROGRAMS[name]
    shapes, findings = said(tmp_path / "old.py", old)
    wanted, expected = said(tmp_path / "new.py", TODAY + new)
    assert findings == expected
    kept = {k: v for k, v in wanted.items() if k in shapes}
    assert kept or findings
    assert {k: shapes[k] for k in kept} == kept


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_new_program_fails_where_a_finding_says_so(name: str, tmp_path: Path) -> None:
    new = TODAY + PROGRAMS[name][1]
    _, findings = said(tmp_path / "new.py", new)
    fails = [f for f in findings if f != "reshape-as-transpose"]
    try:
        exec(compile(new, "<program>", "exec"), {})
    except RAISES:
        assert fails
    else:
        assert not fails
