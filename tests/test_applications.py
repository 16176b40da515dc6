"""keras.applications: the shapes and findings against what real Keras says (3.15), once of all models and
now of small ones."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import keras
import numpy as np
import pytest
from keras.src.utils import file_utils

from shapelint.interpreter import Analyser
from shapelint.interpreter.preludes import PRELUDES
from shapelint.interpreter.spellings import canonical

ANALYSER = Analyser()
SIZES = ((224, 224), (96, 130), (161, 255), (299, 331))
SOURCE = PRELUDES["keras.applications"].read_text(encoding="utf-8")

MODELS = [n for n in dir(keras.applications) if inspect.isfunction(getattr(keras.applications, n))]
OPEN = {
    "VGG": ((7, 7), (3, 4), (5, 7), (9, 10)),
    "ResNet": ((7, 7), (3, 5), (6, 8), (10, 11)),
    "MobileNet": ((7, 7), (3, 4), (5, 8), (9, 10)),
    "DenseNet": ((7, 7), (3, 4), (5, 8), (9, 10)),
    "EfficientNetB": ((7, 7), (3, 4), (5, 7), (9, 10)),
    "EfficientNetV2": ((7, 7), (3, 5), (6, 8), (10, 11)),
    "Xception": ((7, 7), (3, 4), (5, 8), (10, 11)),
    "Inception": ((5, 5), (1, 2), (3, 6), (8, 9)),
    "ConvNeXt": ((7, 7), (3, 4), (5, 7), (9, 10)),
}
"""What a model built for any size gives for `SIZES` (`compute_output_shape`), by the start of its name."""
FIXED = {
    **OPEN,
    "MobileNetV2": ((7, 7), (3, 5), (6, 8), (10, 11)),
    "MobileNetV3": ((7, 7), (3, 5), (6, 8), (10, 11)),
    "EfficientNetB": ((7, 7), (3, 5), (6, 8), (10, 11)),
    "NASNet": ((7, 7), (3, 4), (5, 8), (10, 11)),
}
"""What a model built for each size gives."""
CHANNELS = {
    "VGG16": 512, "VGG19": 512, "Xception": 2048, "InceptionV3": 2048, "InceptionResNetV2": 1536,
    "ResNet50": 2048, "ResNet101": 2048, "ResNet152": 2048, "ResNet50V2": 2048,
    "ResNet101V2": 2048, "ResNet152V2": 2048, "DenseNet121": 1024, "DenseNet169": 1664,
    "DenseNet201": 1920, "MobileNet": 1024, "MobileNetV2": 1280, "MobileNetV3Small": 576,
    "MobileNetV3Large": 960, "NASNetMobile": 1056, "NASNetLarge": 4032, "EfficientNetB0": 1280,
    "EfficientNetB1": 1280, "EfficientNetB2": 1408, "EfficientNetB3": 1536, "EfficientNetB4": 1792,
    "EfficientNetB5": 2048, "EfficientNetB6": 2304, "EfficientNetB7": 2560,
    "EfficientNetV2B0": 1280, "EfficientNetV2B1": 1280, "EfficientNetV2B2": 1408,
    "EfficientNetV2B3": 1536, "EfficientNetV2S": 1280, "EfficientNetV2M": 1280,
    "EfficientNetV2L": 1280, "ConvNeXtTiny": 768, "ConvNeXtSmall": 768, "ConvNeXtBase": 1024,
    "ConvNeXtLarge": 1536, "ConvNeXtXLarge": 2048,
}  # fmt: skip
Shape = tuple[int | None, ...]


def said(path: Path, text: str) -> tuple[dict[str, Shape], list[tuple[int, str]]]:
    """The shape of each name, and the lines and names of the findings."""
    path.write_text("import keras\nimport numpy as np\nfrom keras.applications import *\n" + text)
    analysis = ANALYSER.analyse(path, shapes=True)
    shapes = {
        record.name: tuple(n if isinstance(n, int) else None for n in record.shape)
        for record in analysis.shapes
        if record.shape is not None
    }
    return shapes, [(finding.span.line - 3, finding.name) for finding in analysis.findings]


def of_family(table: dict[str, Any], name: str) -> Any:
    found = [start for start in table if name.startswith(start)]
    return table[max(found, key=len)] if found else None


@pytest.mark.parametrize("name", MODELS)
def test_what_every_model_gives(name: str, tmp_path: Path) -> None:
    text = (
        f"top = {name}(weights=None, classes=7).output\n"
        f"known = {name}().output\n"
        f"pooled = {name}(weights=None, include_top=False, pooling='max').output\n"
        f"maps = keras.Input((150, 150, 3))\n"
        f"both = {name}(weights=None, include_top=False, pooling='avg', input_tensor=maps)(maps)\n"
        f"model = {name}(include_top=False, weights=None, input_shape=(None, None, 3))\n"
    )
    for i, (h, w) in enumerate(SIZES):
        text += f"y{i} = model(np.zeros((2, {h}, {w}, 3)))\n"
        text += (
            f"z{i} = {name}(include_top=False, weights=None, input_shape=({h}, {w}, 3)).output\n"
        )
    shapes, findings = said(tmp_path / "model.py", text)
    assert not findings
    assert shapes["top"] == (None, 7)
    assert shapes["known"] == (None, 1000)
    assert shapes["pooled"] == shapes["both"] == (None, CHANNELS[name])
    opened = of_family(OPEN, name) or [(None, None)] * len(SIZES)
    fixed = of_family(FIXED, name)
    for i in range(len(SIZES)):
        assert shapes[f"y{i}"] == (2, *opened[i], CHANNELS[name])
        assert shapes[f"z{i}"] == (None, *fixed[i], CHANNELS[name])


@pytest.mark.parametrize("name", MODELS)
def test_parameters_of_every_model(name: str) -> None:
    config = SimpleNamespace(image_data_format=lambda: "channels_last")
    bases = SimpleNamespace(Functional=object, Layer=object, config=config, inner=MagicMock())
    defined: dict[str, Any] = {"keras": bases}
    exec(SOURCE.replace("import keras\n", "", 1), defined)
    ours = inspect.signature(defined[name]).parameters.values()
    theirs = inspect.signature(getattr(keras.applications, name)).parameters.values()
    assert [(p.name, p.default) for p in ours if p.kind is not p.VAR_KEYWORD] == [
        (p.name, p.default) for p in theirs
    ]


def test_every_path_leads_to_one_name() -> None:
    names = set(MODELS) | {"preprocess_input", "decode_predictions"}
    seen = set()
    for module in pkgutil.iter_modules(keras.applications.__path__):
        for name in vars(importlib.import_module(f"keras.applications.{module.name}")):
            if name.startswith("_"):
                continue
            for prefix in ("keras", "tensorflow.keras", "tensorflow.python.keras", "keras.src"):
                path = f"{prefix}.applications.{module.name}.{name}"
                assert canonical(path) == f"keras.applications.{name}"
            seen.add(name)
    assert seen == names - {"MobileNetV3Small", "MobileNetV3Large"}
    assert canonical("tensorflow.keras.applications.vgg16") == "keras.applications.vgg16"


VARIANTS = (
    "MobileNet(alpha=0.25, weights=None, include_top=False, input_shape=(97, 130, 3))",
    "MobileNet(alpha=0.3, weights=None, include_top=False, input_shape=(65, 64, 1), pooling='avg')",
    "MobileNet((160, 160, 3), 0.25, weights=None, classes=4)",
    "MobileNetV2(alpha=0.35, weights=None, include_top=False, input_shape=(97, 130, 3))",
    "MobileNetV2(alpha=1.3, weights=None, include_top=False, input_shape=(33, 47, 3))",
    "MobileNetV3Small(alpha=0.75, weights=None, include_top=False, input_shape=(97, 130, 3))",
    "MobileNetV3Small(alpha=1.5, minimalistic=True, weights=None, include_top=False)",
    "MobileNetV3Small(weights=None, classes=5, input_shape=(None, 40, 3))",
    "VGG16(weights=None, include_top=False, input_tensor=keras.Input((70, 90, 1)))",
    "ResNet50(weights=None, include_top=False, input_tensor=keras.layers.Conv2D(3, 4)(keras.Input((70, 90, 1))))",
)


@pytest.mark.parametrize("call", VARIANTS)
def test_variants_as_keras_builds_them_now(call: str, tmp_path: Path) -> None:
    shapes, findings = said(
        tmp_path / "variant.py", f"model = {call}\nx = model.input\ny = model.output\n"
    )
    assert not findings
    with keras.device("meta"):
        model = eval(call, {**vars(keras.applications), "keras": keras})
    assert shapes["x"] == tuple(model.inputs[0].shape)
    assert shapes["y"] == tuple(model.output.shape)


REFUSED = (
    "ResNet50(classes=10)",
    "ResNet50(input_shape=(100, 100, 3))",
    "ResNet50(input_shape=[224, 224, 3])",
    "ResNet50(include_top=False, input_shape=(100, 100, 1))",
    "ResNet50(include_top=False, input_shape=(224, 224))",
    "ResNet50(weights=None, include_top=False, input_shape=(20, 100, 3))",
    "ResNet50(weights=None, input_shape=(None, None, 3))",
    "ResNet50(weights=None, include_top=False, input_tensor=keras.Input((224, 224)))",
    "Xception(include_top=False, input_shape=(64, 64, 3))",
    "InceptionV3(include_top=False, input_shape=(74, 100, 3))",
    "VGG16(weights=None, include_top=False, input_tensor=keras.Input((20, 20, 3)))",
    "VGG16(weights=None, input_tensor=keras.Input((None, None, 3)))",
    "MobileNet(alpha=0.35)",
    "MobileNet(depth_multiplier=2)",
    "MobileNet((192, 160, 3))",
    "MobileNet(alpha=0.25, classifier_activation='sigmoid')",
    "MobileNetV2(alpha=0.25)",
    "MobileNetV2((64, 64, 3), weights=None, input_tensor=keras.Input((60, 60, 3)))",
    "MobileNetV2((64, 64, 3), weights=None, input_tensor=keras.Input((None, None, 3)))",
    "MobileNetV2((64, None, 3), weights=None, input_tensor=keras.Input((60, 60, 3)))",
    "MobileNetV3Small(alpha=0.5)",
    "MobileNetV3Small(alpha=0.75, minimalistic=True)",
    "MobileNetV3Small(input_tensor=keras.Input((20, 40, 3)))",
    "MobileNetV3Small(weights=None, input_shape=(None, 20, 3))",
    "decode_predictions(np.zeros((1, 10)))",
    "decode_predictions(np.zeros((1000,)))",
)
TAKEN = (
    "VGG16(input_shape=(224, 224, 3))",
    "VGG16(include_top=False, input_shape=[100, 100, 3])",
    "VGG16(include_top=False, classes=10, input_shape=(32, 32, 3))",
    "VGG16(include_top=False, input_tensor=keras.Input((None, None, 3)))",
    "VGG16(weights=None, include_top=False, input_shape=(100, 100, 4), classifier_activation='relu')",
    "MobileNet((160, 160, 3), alpha=0.25)",
    "MobileNet((100, 120, 3), alpha=0.25, include_top=False)",
    "MobileNet(alpha=0.25, classifier_activation=None)",
    "MobileNetV2((96, 96, 3), 0.35)",
    "MobileNetV2((60, 64, 3), weights=None, input_tensor=keras.Input((None, 64, 3)))",
    "MobileNetV3Small((100, 120, 3))",
    "MobileNetV3Small(weights=None, include_top=False, input_shape=(None, 40, 3))",
    "Xception(weights=None, include_top=False, input_shape=(71, 71, 3))",
    "Xception(weights=None, include_top=False, input_tensor=keras.Input((50, 50, 3)))",
    "decode_predictions(np.zeros((1, 1000)))",
)


class Downloads(Exception):
    """Keras has found no fault and asks for the weights."""


@pytest.mark.parametrize("call", [*REFUSED, *TAKEN])
def test_findings_as_keras_raises_now(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def download(*args: object, **kwargs: object) -> None:
        raise Downloads

    monkeypatch.setattr(file_utils, "get_file", download)
    preds = keras.applications.imagenet_utils.decode_predictions
    scope = {
        **vars(keras.applications), "keras": keras, "np": np, "decode_predictions": preds,
    }  # fmt: skip
    raised = False
    try:
        with keras.device("meta"):
            eval(call, scope)
    except Downloads:
        pass
    except (ValueError, RuntimeError, TypeError):
        raised = True
    assert raised == (call in REFUSED)
    _, findings = said(tmp_path / "call.py", f"y = {call}\n")
    assert findings == ([(1, "bad-argument")] if raised else [])


WITH_LAYERS = (
    ("VGG16(weights=None, include_top=False, input_shape=(97, 130, 3))", 18),
    ("VGG19(weights=None, input_shape=(64, 64, 3))", 21),
    ("ResNet50(weights=None, include_top=False, input_shape=(97, 130, 3))", 170),
    ("ResNet101(weights=None, include_top=False, input_shape=(61, 130, 3))", 340),
    ("ResNet50V2(weights=None, include_top=False, input_shape=(97, 130, 3))", 20),
    ("MobileNetV2(weights=None, include_top=False, alpha=0.35, input_shape=(97, 130, 3))", 140),
    ("MobileNetV2(weights=None, include_top=False, alpha=1.4, input_shape=(61, 64, 3))", 140),
    ("ResNet50(weights=None, include_top=False)", 170),
)
"""And how many of their layers are known by name, at least."""


@pytest.mark.parametrize(("call", "least"), WITH_LAYERS, ids=[c for c, _ in WITH_LAYERS])
def test_layers_within_as_keras_builds_them_now(call: str, least: int, tmp_path: Path) -> None:
    with keras.device("meta"):
        model = eval(call, vars(keras.applications))
    names = [layer.name for layer in model.layers]
    text = "".join(f"x{i} = model.get_layer({name!r}).output\n" for i, name in enumerate(names))
    shapes, findings = said(tmp_path / "layers.py", f"model = {call}\n{text}")
    assert not findings
    known = {names[int(key[1:])]: shape for key, shape in shapes.items() if key != "model"}
    assert known == {name: tuple(model.get_layer(name).output.shape) for name in known}
    assert len(known) >= least


OLD = """
import tensorflow as tf
from keras.applications.vgg16 import VGG16, preprocess_input
from keras.applications.resnet50 import ResNet50
from tensorflow.keras.applications.mobilenet_v2 import MobileNetV2
from tensorflow.python.keras.applications import resnet
from tensorflow.keras.applications.xception import decode_predictions
a = VGG16(weights='imagenet', include_top=False, input_shape=(150, 150, 3)).output
b = ResNet50(weights='imagenet', pooling='avg', include_top=False).output
c = MobileNetV2(input_shape=(96, 96, 3), include_top=False).output
d = resnet.ResNet101().output
e = tf.keras.applications.inception_v3.InceptionV3(include_top=False, input_shape=(150, 150, 3)).output
f = preprocess_input(np.zeros((2, 9, 9, 3)))
g = decode_predictions(np.zeros((1, 1000)), top=3)[0][0]
"""


def test_old_paths(tmp_path: Path) -> None:
    shapes, findings = said(tmp_path / "old.py", OLD)
    assert not findings
    assert shapes == {
        "a": (None, 4, 4, 512),
        "b": (None, 2048),
        "c": (None, 3, 3, 1280),
        "d": (None, 1000),
        "e": (None, 3, 3, 2048),
        "f": (2, 9, 9, 3),
    }


UNKNOWN = """
base = VGG16(include_top=False, input_shape=(150, 150, 3))
for layer in base.layers[:-4]:
    layer.trainable = False
for layer in base.layers:
    print(layer.name, layer.output_shape)
base.trainable = False
base.summary()
a = base.get_layer("block5_pool").output
b = base.layers[-4].output
c = keras.Model(base.input, a)(np.zeros((2, 150, 150, 3)))
d = base.output
e = keras.Model(base.input, keras.layers.Flatten()(base.layers[-1].output))(np.zeros((2, 150, 150, 3)))
f = keras.Model(base.input, keras.layers.Flatten()(d))(np.zeros((2, 150, 150, 3)))
head = keras.Sequential([keras.layers.Flatten(input_shape=base.output_shape[1:]), keras.layers.Dense(2)])
g = head.output
cut = keras.Sequential()
for layer in VGG16().layers[:-1]:
    cut.add(layer)
cut.add(keras.layers.Dense(2))
h = cut(np.zeros((2, 224, 224, 3)))
i = InceptionV3(include_top=False, weights=None, input_shape=(None, None, 3))(np.zeros((2, 60, 90, 3)))
weights = base.get_weights()
base.set_weights(weights)


def built(size, shape, tensor, alpha, top):
    j = EfficientNetB0(include_top=False, input_shape=(size, size, 3)).output
    k = EfficientNetB0(include_top=False, input_shape=shape).output
    l = EfficientNetB0(include_top=False, input_tensor=tensor).output
    m = MobileNet((64, 64, 3), alpha, include_top=False).output
    n = ResNet50(include_top=top, input_shape=shape, input_tensor=tensor, classes=size)
    return n
"""


def test_what_is_not_known_is_left_open(tmp_path: Path) -> None:
    shapes, findings = said(tmp_path / "unknown.py", UNKNOWN)
    assert not findings
    assert not shapes.keys() & {"b", "i"}
    assert not {n for name in "eh" for n in shapes.get(name, ())} - {None, 2}
    assert shapes["a"] == (None, 4, 4, 512)
    assert shapes["c"] == (2, 4, 4, 512)
    assert shapes["d"] == (None, 4, 4, 512)
    assert shapes["f"] == (2, 8192)
    assert shapes["g"] == (None, 2)
    assert shapes["j"] == shapes["k"] == shapes["l"] == (None, None, None, 1280)
    assert shapes["m"] == (None, 2, 2, None)
