"""A small DenseNet."""

import keras_hub
import numpy as np

model = keras_hub.models.DenseNetBackbone(
    stackwise_num_repeats=[2, 2], compression_ratio=0.5, growth_rate=8, image_shape=(32, 32, 3)
)
features = model(np.zeros((1, 32, 32, 3), dtype="float32"))
