"""A block of keras_hub's layers: rotary positions, a norm and cross-attention."""

import keras
import keras_hub
import torch


class Block(keras.layers.Layer):
    def __init__(self, dim=16, heads=2):
        super().__init__()
        self.rotary = keras_hub.layers.RotaryEmbedding()
        self.sine = keras_hub.layers.SinePositionEncoding()
        self.norm = keras_hub.layers.RMSNormalization(dim)
        self.encoder = keras_hub.layers.TransformerEncoder(
            intermediate_dim=2 * dim, num_heads=heads, normalize_first=True
        )
        self.decoder = keras_hub.layers.TransformerDecoder(
            intermediate_dim=2 * dim, num_heads=heads
        )

    def call(self, x, context):
        context = self.encoder(context + self.sine(context))
        return self.decoder(self.norm(self.rotary(x)), context)


block = Block()
output = block(torch.randn(2, 6, 16), torch.randn(2, 9, 16))
