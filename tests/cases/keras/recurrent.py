"""Recurrent layers and what wraps them."""

import keras
import numpy as np
from keras import layers, ops


def last_output():
    y = layers.LSTM(32)(np.zeros((4, 10, 8)))  # shape: (4, 32)
    return y


def all_outputs():
    y = layers.GRU(32, return_sequences=True)(np.zeros((4, 10, 8)))  # shape: (4, 10, 32)
    return y


def states():
    out, h, c = layers.LSTM(32, return_state=True)(np.zeros((4, 10, 8)))
    return ops.stack([h, c])  # shape: (2, 4, 32)


def two_layers_without_sequences():
    inputs = keras.Input((10, 8))
    x = layers.LSTM(32)(inputs)
    layers.LSTM(16)(x)  # error: [rnn-input] "32"


def two_layers():
    inputs = keras.Input((10, 8))
    x = layers.LSTM(32, return_sequences=True)(inputs)
    y = layers.LSTM(16)(x)  # shape: (None, 16)
    return y


def vectors_are_no_sequences():
    layers.SimpleRNN(4)(np.zeros((8, 10)))  # error: [rnn-input] "8"


def encoder_and_decoder():
    source, target = keras.Input((None, 30)), keras.Input((None, 40))
    _, h, c = layers.LSTM(64, return_state=True)(source)
    y = layers.LSTM(64, return_sequences=True)(target, initial_state=[h, c])
    out = layers.Dense(40)(y)  # shape: (None, None, 40)
    return keras.Model([source, target], out)


def states_of_another_width():
    _, h, c = layers.LSTM(64, return_state=True)(np.zeros((2, 5, 30)))
    layers.LSTM(32)(np.zeros((2, 5, 40)), initial_state=[h, c])  # error: [rnn-input] "64" "32"


def both_ways():
    y = layers.Bidirectional(layers.LSTM(32))(np.zeros((4, 10, 8)))  # shape: (4, 64)
    z = layers.Bidirectional(layers.LSTM(32, return_sequences=True), merge_mode="sum")(np.zeros((4, 10, 8)))  # shape: (4, 10, 32)
    return y, z


def both_ways_without_sequences():
    x = layers.Bidirectional(layers.LSTM(32))(keras.Input((10, 8)))
    layers.Bidirectional(layers.LSTM(8))(x)  # error: [rnn-input] "64"


def every_step():
    frames = keras.Input((5, 32, 32, 3))
    x = layers.TimeDistributed(layers.Conv2D(8, 3))(frames)  # shape: (None, 5, 30, 30, 8)
    x = layers.TimeDistributed(layers.GlobalAveragePooling2D())(x)  # shape: (None, 5, 8)
    y = layers.LSTM(4)(x)  # shape: (None, 4)
    return y


def every_step_does_not_fit():
    frames = keras.Input((5, 32, 32))
    layers.TimeDistributed(layers.Conv2D(8, 3))(frames)  # error: [conv-channels] "32"


def a_cell_of_ones_own():
    class Cell(layers.Layer):
        def __init__(self, units):
            super().__init__()
            self.units = units
            self.state_size = units
            self.mix = layers.Dense(units)

        def call(self, inputs, states):
            h = self.mix(ops.concatenate([inputs, states[0]], axis=-1))
            return h, [h]

    y = layers.RNN(Cell(12), return_sequences=True)(np.zeros((2, 7, 5), "float32"))  # shape: (2, 7, 12)
    return y


def stacked_cells():
    cells = [layers.LSTMCell(8), layers.LSTMCell(4)]
    y = layers.RNN(cells)(np.zeros((2, 7, 5), "float32"))  # shape: (2, 4)
    return y


def attention():
    query, value = keras.Input((6, 16)), keras.Input((9, 16))
    y = layers.MultiHeadAttention(4, 8)(query, value)  # shape: (None, 6, 16)
    z = layers.Attention()([query, value])  # shape: (None, 6, 16)
    return y, z


def attention_of_other_widths():
    query, value = np.zeros((2, 6, 16), "float32"), np.zeros((2, 9, 12), "float32")
    layers.Attention()([query, value])  # error: [attention-sizes] "16" "12"


def transformer_block():
    x = keras.Input((20, 64))
    a = layers.MultiHeadAttention(num_heads=4, key_dim=16)(x, x)
    h = layers.LayerNormalization()(x + a)
    f = layers.Dense(64)(layers.Dense(256, activation="gelu")(h))
    y = layers.LayerNormalization()(h + f)  # shape: (None, 20, 64)
    return keras.Model(x, y)
