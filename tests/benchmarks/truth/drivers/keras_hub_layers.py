"""The transformer's layers, on their own."""

import keras
import keras_hub
import numpy as np

inputs = keras.Input((10, 16))
x = keras_hub.layers.TransformerEncoder(intermediate_dim=32, num_heads=2)(inputs)
x = keras_hub.layers.TransformerDecoder(intermediate_dim=32, num_heads=2)(x)
model = keras.Model(inputs, keras.layers.Dense(3)(x))
output = model(np.zeros((2, 10, 16), dtype="float32"))
