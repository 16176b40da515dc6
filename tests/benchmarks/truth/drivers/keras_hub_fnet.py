"""Positions and tokens, embedded."""

import keras_hub
import numpy as np

embed = keras_hub.layers.TokenAndPositionEmbedding(
    vocabulary_size=50, sequence_length=12, embedding_dim=16
)
mix = keras_hub.layers.FNetEncoder(intermediate_dim=32)
tokens = np.ones((3, 12), dtype="int32")
embedded = embed(tokens)
mixed = mix(embedded)
