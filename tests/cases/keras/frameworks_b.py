"""What Keras model libraries do: attention with a cache, backbones built in their constructors."""

import keras
import numpy as np
from keras import layers, ops


class CachedAttention(layers.MultiHeadAttention):
    def call(self, query, value, key=None, attention_mask=None, cache=None, training=None):
        if key is None:
            key = value
        query = self._query_dense(query)  # shape: (2, 5, 2, 4)
        key = self._key_dense(key)  # shape: (2, 7, 2, 4)
        value = self._value_dense(value)  # shape: (2, 7, 2, 6)
        out, scores = self._compute_attention(
            query=query, key=key, value=value, attention_mask=attention_mask, training=training
        )
        return self._output_dense(out)


def attention_of_a_derived_class():
    attention = CachedAttention(num_heads=2, key_dim=4, value_dim=6, dropout=0.1)
    attention.build((2, 5, 8), (2, 7, 8))
    y = attention(np.zeros((2, 5, 8)), np.zeros((2, 7, 8)))  # shape: (2, 5, 8)
    return y


class Scaled(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.dense = layers.Dense(width)

    def build(self, shape):
        self.dense.build(shape)

    def call(self, x, scale):
        return self.dense(x) * scale


class Backbone(keras.Model):
    def __init__(self, width):
        ids = keras.Input((None,), dtype="int32", name="ids")
        scale = keras.Input((None, 1), name="scale")
        x = layers.Embedding(10, 4)(ids)
        x = Scaled(width)(x, scale=scale)
        super().__init__(inputs={"ids": ids, "scale": scale}, outputs=ops.mean(x, axis=1))
        self.width = width


def a_backbone_called_with_arrays():
    model = Backbone(6)
    given = {"ids": np.zeros((2, 5), "int32"), "scale": np.zeros((2, 5, 1), "float32")}
    y = model(given)  # shape: (2, 6)
    return layers.Dense(3)(ops.reshape(y, (3, 4)))  # shape: (3, 3)
