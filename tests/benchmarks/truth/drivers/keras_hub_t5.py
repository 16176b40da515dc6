"""A T5 backbone over two sequences."""

import numpy as np
from keras_hub.models import T5Backbone

model = T5Backbone(
    vocabulary_size=60,
    num_layers=2,
    num_heads=2,
    hidden_dim=16,
    intermediate_dim=32,
    key_value_dim=8,
)
outputs = model(
    {
        "encoder_token_ids": np.ones((2, 9), dtype="int32"),
        "encoder_padding_mask": np.ones((2, 9), dtype="int32"),
        "decoder_token_ids": np.ones((2, 6), dtype="int32"),
        "decoder_padding_mask": np.ones((2, 6), dtype="int32"),
    }
)
decoded = outputs["decoder_sequence_output"]
