"""keras.applications: the shapes that models give, against what real Keras has said (3.15, without top,
`compute_output_shape` of the model for any size) and says now of a small one."""

from __future__ import annotations

from pathlib import Path

import keras
import pytest

from shapelint.interpreter import Analyser

SIZES = ((224, 224), (96, 130), (161, 255), (299, 331))
REAL = {
    "VGG16": (((7, 7), (3, 4), (5, 7), (9, 10)), 512),
    "ResNet50": (((7, 7), (3, 5), (6, 8), (10, 11)), 2048),
    "ResNet50V2": (((7, 7), (3, 5), (6, 8), (10, 11)), 2048),
    "MobileNet": (((7, 7), (3, 4), (5, 8), (9, 10)), 1024),
    "MobileNetV2": (((7, 7), (3, 4), (5, 8), (9, 10)), 1280),
    "MobileNetV3Small": (((7, 7), (3, 4), (5, 8), (9, 10)), 576),
    "DenseNet121": (((7, 7), (3, 4), (5, 8), (9, 10)), 1024),
    "EfficientNetB0": (((7, 7), (3, 4), (5, 7), (9, 10)), 1280),
    "EfficientNetV2B0": (((7, 7), (3, 5), (6, 8), (10, 11)), 1280),
    "Xception": (((7, 7), (3, 4), (5, 8), (10, 11)), 2048),
    "InceptionV3": (((5, 5), (1, 2), (3, 6), (8, 9)), 2048),
    "InceptionResNetV2": (((5, 5), (1, 2), (3, 6), (8, 9)), 1536),
    "ConvNeXtTiny": (((7, 7), (3, 4), (5, 7), (9, 10)), 768),
}


def shapes(path: Path, text: str) -> dict[str, tuple[int | str, ...] | None]:
    """The shape of each name of a program without findings."""
    path.write_text("import keras\nimport numpy as np\n" + text)
    analysis = Analyser().analyse(path, shapes=True)
    assert not analysis.findings
    return {record.name: record.shape for record in analysis.shapes}


@pytest.mark.parametrize("name", REAL)
def test_sizes_without_top(name: str, tmp_path: Path) -> None:
    made = f"model = keras.applications.{name}(include_top=False, weights=None, input_shape=(None, None, 3))\n"
    calls = "".join(f"y{i} = model(np.zeros((2, {h}, {w}, 3)))\n" for i, (h, w) in enumerate(SIZES))
    found = shapes(tmp_path / "sizes.py", made + calls)
    outputs, channels = REAL[name]
    assert [found[f"y{i}"] for i in range(len(SIZES))] == [(2, *s, channels) for s in outputs]


@pytest.mark.parametrize("name", REAL)
def test_top_and_pooling(name: str, tmp_path: Path) -> None:
    found = shapes(
        tmp_path / "top.py",
        f"top = keras.applications.{name}(weights=None, classes=7).output\n"
        f"pooled = keras.applications.{name}(weights=None, include_top=False, pooling='avg').output\n",
    )
    assert found["top"] == ("batch", 7)
    assert found["pooled"] == ("batch", REAL[name][1])


def test_a_small_model_as_it_is_now(tmp_path: Path) -> None:
    arguments = "include_top=False, weights=None, input_shape=(None, None, 3), alpha=0.25"
    text = (
        f"model = keras.applications.MobileNet({arguments})\ny = model(np.zeros((2, 97, 128, 3)))\n"
    )
    model = keras.applications.MobileNet(
        include_top=False, weights=None, input_shape=(None, None, 3), alpha=0.25
    )
    real = tuple(model.compute_output_shape((2, 97, 128, 3)))
    assert shapes(tmp_path / "small.py", text)["y"] == real
