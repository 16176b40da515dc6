"""The interpreter's list of attribute names against the real layers."""

from __future__ import annotations

from torch import nn

from shapelint.interpreter.layer_names import LAYERS, MODULE, PRIVATE


def test_every_public_name_of_a_module_is_listed() -> None:
    assert {n for n in dir(nn.Module()) if not n.startswith("_")} == MODULE


def test_every_public_name_of_a_layer_is_listed() -> None:
    layers = [
        nn.Linear(2, 2),
        nn.Conv2d(2, 2, 1),
        nn.ConvTranspose1d(2, 2, 1),
        nn.BatchNorm2d(2),
        nn.LayerNorm(2),
        nn.GroupNorm(1, 2),
        nn.MultiheadAttention(4, 2),
        nn.TransformerEncoderLayer(4, 2),
        nn.LSTM(2, 2),
        nn.GRUCell(2, 2),
        nn.Embedding(2, 2),
        nn.EmbeddingBag(2, 2),
        nn.Upsample(2),
        nn.MaxPool2d(2),
        nn.AdaptiveAvgPool2d(1),
        nn.Dropout(),
        nn.GELU(),
        nn.PReLU(),
        nn.Softmax(),
        nn.Flatten(),
        nn.Unflatten(1, (1, 2)),
        nn.PixelShuffle(2),
        nn.ZeroPad2d(1),
        nn.CrossEntropyLoss(),
        nn.AdaptiveLogSoftmaxWithLoss(4, 4, [2]),
    ]
    for layer in layers:
        names = {*dir(layer), *layer._parameters, *layer._buffers, *layer._modules}
        unlisted = (
            {n for n in names if not n.startswith(("_", "weight_", "bias_"))} - LAYERS - MODULE
        )
        assert not unlisted, type(layer).__name__
        private = {n for n in names if n.startswith("_") and not n.startswith("__")}
        assert private <= PRIVATE, type(layer).__name__
