"""An image classifier on a small VGG."""

import numpy as np
from keras_hub.models import VGGBackbone, VGGImageClassifier

backbone = VGGBackbone(
    stackwise_num_repeats=[1, 1, 2], stackwise_num_filters=[8, 16, 16], image_shape=(64, 64, 3)
)
classifier = VGGImageClassifier(
    backbone=backbone,
    num_classes=5,
    preprocessor=None,
    pooling="avg",
    pooling_hidden_dim=24,
    activation="softmax",
)
probabilities = classifier(np.random.rand(2, 64, 64, 3).astype("float32"))
