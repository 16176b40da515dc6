"""A BART backbone."""

import keras_hub
import torch

model = keras_hub.models.BartBackbone(
    vocabulary_size=70,
    num_layers=2,
    num_heads=2,
    hidden_dim=16,
    intermediate_dim=32,
    max_sequence_length=16,
)
source, target = torch.randint(0, 70, (2, 16)), torch.randint(0, 70, (2, 8))
with torch.no_grad():
    outputs = model(
        {
            "encoder_token_ids": source,
            "encoder_padding_mask": torch.ones_like(source),
            "decoder_token_ids": target,
            "decoder_padding_mask": torch.ones_like(target),
        }
    )
    encoded, decoded = outputs["encoder_sequence_output"], outputs["decoder_sequence_output"]
