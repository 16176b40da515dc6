"""A small GPT-2."""

import keras_hub
import numpy as np

model = keras_hub.models.GPT2Backbone(
    vocabulary_size=64,
    num_layers=2,
    num_heads=2,
    hidden_dim=16,
    intermediate_dim=32,
    max_sequence_length=10,
)
hidden = model(
    {"token_ids": np.ones((1, 10), dtype="int32"), "padding_mask": np.ones((1, 10), dtype="int32")}
)
