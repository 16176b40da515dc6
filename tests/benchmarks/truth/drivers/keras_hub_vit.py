"""A small vision transformer."""

import keras_hub
import numpy as np

model = keras_hub.models.ViTBackbone(
    image_shape=(32, 32, 3), patch_size=8, num_layers=2, num_heads=2, hidden_dim=16, mlp_dim=32
)
features = model(np.zeros((2, 32, 32, 3), dtype="float32"))
