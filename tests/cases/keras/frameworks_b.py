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
