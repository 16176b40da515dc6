"""A DistilBERT with the head of a masked language model."""

import keras_hub
import torch

backbone = keras_hub.models.DistilBertBackbone(
    vocabulary_size=80,
    num_layers=2,
    num_heads=2,
    hidden_dim=16,
    intermediate_dim=32,
    max_sequence_length=12,
)
head = keras_hub.layers.MaskedLMHead(token_embedding=backbone.token_embedding, activation="gelu")
tokens = torch.randint(0, 80, (2, 12))
hidden = backbone({"token_ids": tokens, "padding_mask": torch.ones_like(tokens)})
logits = head(hidden, mask_positions=torch.tensor([[1, 4, 7], [2, 3, 11]]))
