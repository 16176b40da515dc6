"""The weights that rules of Keras's layers declare, against those of the real layers."""

from __future__ import annotations

from pathlib import Path

import keras
import pytest

from shapelint.interpreter import Analyser, rulebook
from shapelint.rulebook import RuleClass
from tests.rules.calls import T, examples
from tests.rules.keras_oracle import array, given
from tests.rules.oracle import resolve

LAYERS = [
    rule
    for rule in rulebook().parse_all()
    if isinstance(rule, RuleClass) and rule.names[0].startswith("keras.layers.") and rule.late
]


def spelled(value: object) -> str:
    """An argument as source text."""
    if isinstance(value, T):
        return f"np.zeros({value.shape}, {(value.dtype or 'float32').rpartition('.')[2]!r})"
    if isinstance(value, list | tuple):
        inner = ", ".join(map(spelled, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)"
    return repr(value)


@pytest.mark.parametrize("rule", LAYERS, ids=lambda r: r.names[0])
def test_declared_weights_are_the_layers_own(rule: RuleClass, tmp_path: Path) -> None:
    """As many, in that order and of these shapes, wherever the rule tells of them."""
    for example in examples(rule):
        call = example.call
        if example.rejected or call.built_only:
            continue
        layer = resolve(call.name)(*given(call.init, array), **given(call.named, array))
        layer(*given(call.args, array), **given(call.kwargs, array))
        real = [tuple(weight.shape) for weight in layer.get_weights()]
        init = [
            *map(spelled, call.init),
            *(f"{k}={spelled(v)}" for k, v in (call.named or {}).items()),
        ]
        args = [*map(spelled, call.args), *(f"{k}={spelled(v)}" for k, v in call.kwargs.items())]
        text = f"import keras\nimport numpy as np\nlayer = {call.name}({', '.join(init)})\n"
        text += f"layer({', '.join(args)})\nweights = layer.get_weights()\n"
        text += "".join(f"w{i} = weights[{i}]\n" for i in range(len(real)))
        path = tmp_path / "layer.py"
        path.write_text(text)
        analysis = Analyser().analyse(path, shapes=True)
        assert not analysis.findings, example.text
        for record in analysis.shapes:
            if record.name.startswith("w") and record.shape is not None:
                assert record.shape == real[int(record.name[1:])], (example.text, record.name)
        full = path.with_name("set.py")
        zeros = ", ".join(f"np.zeros({shape})" for shape in real)
        full.write_text(text + f"layer.set_weights([{zeros}])\n")
        assert not Analyser().analyse(full).findings, example.text


assert keras.backend.backend() == "torch"
