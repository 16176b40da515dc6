"""What the interpreter keeps of the layers' names and classes, against the real ones."""

from __future__ import annotations

import itertools

import keras
from torch import nn
from torch.nn.modules import linear

from shapelint.interpreter import rulebook
from shapelint.interpreter.layer_classes import ancestors, may_be_keras
from shapelint.interpreter.layer_names import KEPT, LAYERS, MODULE, PRIVATE
from shapelint.rulebook import RuleClass


def ruled(package: str) -> list[str]:
    """The classes of a package that have a rule."""
    book = rulebook()
    names = [name for name in book.names() if name.rpartition(".")[0] == package]
    return [n.rpartition(".")[2] for n in names if isinstance(book.find(n), RuleClass)]


def test_what_layers_derive_from_is_known() -> None:
    names = [*ruled("torch.nn"), "NonDynamicallyQuantizableLinear"]
    assert len(names) > 100
    for name in names:
        real = getattr(nn, name, None) or getattr(linear, name)
        above = {cls.__name__ for cls in real.__mro__} - {"Module", "Generic", "object"}
        assert ancestors(name) == above


def test_what_layers_of_keras_derive_from_is_known() -> None:
    layers = {name: getattr(keras.layers, name) for name in [*ruled("keras.layers"), "RNN"]}
    for (name, cls), (other, kind) in itertools.product(layers.items(), layers.items()):
        assert may_be_keras(name, other) or not issubclass(cls, kind), (name, other)


def test_what_every_module_keeps_is_listed() -> None:
    assert tuple(vars(nn.Module())) == KEPT


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
