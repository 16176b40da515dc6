"""A Llama backbone with grouped keys and values."""

import keras_hub
import numpy as np


def main():
    config = dict(
        vocabulary_size=50,
        num_layers=2,
        num_query_heads=4,
        num_key_value_heads=2,
        hidden_dim=32,
        intermediate_dim=48,
    )
    model = keras_hub.models.LlamaBackbone.from_config(config)
    tokens = np.random.randint(0, 50, size=(2, 10))
    hidden = model({"token_ids": tokens, "padding_mask": np.ones_like(tokens)})
    logits = model.token_embedding(hidden, reverse=True)
    return logits


if __name__ == "__main__":
    main()
