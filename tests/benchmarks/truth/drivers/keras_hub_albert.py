"""An ALBERT backbone that shares its layers."""

import numpy as np
from keras_hub.models import AlbertBackbone

model = AlbertBackbone(
    vocabulary_size=60,
    num_layers=4,
    num_heads=2,
    embedding_dim=8,
    hidden_dim=16,
    intermediate_dim=32,
    num_groups=2,
    num_inner_repetitions=2,
    max_sequence_length=12,
)
inputs = {
    "token_ids": np.ones((3, 12), dtype="int32"),
    "segment_ids": np.zeros((3, 12), dtype="int32"),
    "padding_mask": np.ones((3, 12), dtype="int32"),
}
sequence = model(inputs)["sequence_output"]
