"""A small RoBERTa."""

import keras_hub
import numpy as np

backbone = keras_hub.models.RobertaBackbone(
    vocabulary_size=100,
    num_layers=2,
    num_heads=2,
    hidden_dim=16,
    intermediate_dim=32,
    max_sequence_length=12,
)
output = backbone(
    {"token_ids": np.ones((2, 12), dtype="int32"), "padding_mask": np.ones((2, 12), dtype="int32")}
)
