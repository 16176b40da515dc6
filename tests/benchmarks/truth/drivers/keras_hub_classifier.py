"""A text classifier on a small BERT, fitted for one epoch."""

import keras
import keras_hub
import numpy as np

backbone = keras_hub.models.BertBackbone(
    vocabulary_size=64,
    num_layers=1,
    num_heads=2,
    hidden_dim=16,
    intermediate_dim=32,
    max_sequence_length=10,
)
classifier = keras_hub.models.BertTextClassifier(
    backbone=backbone, num_classes=3, preprocessor=None
)
classifier.compile(
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    optimizer=keras.optimizers.Adam(1e-3),
)
features = {
    "token_ids": np.random.randint(0, 64, (8, 10)),
    "segment_ids": np.zeros((8, 10), dtype="int32"),
    "padding_mask": np.ones((8, 10), dtype="int32"),
}
history = classifier.fit(features, np.random.randint(0, 3, (8,)), batch_size=4, verbose=0)
logits = classifier(features)
