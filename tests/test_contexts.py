"""What expressions are in each context that runs them, held against torch where that can tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import torch
from torch import nn

from shapelint.interpreter import Analyser, SeenValue, rulebook
from shapelint.rulebook import RuleClass

NET = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.conv = nn.Conv2d(3, width, 3, stride=2, padding=1)
        self.norm = nn.BatchNorm2d(width)
        self.scale = nn.Parameter(torch.ones(width, 1, 1))
        self.register_buffer("seen", torch.zeros(5))
        self.body = nn.Sequential(nn.Conv2d(width, width, 3, padding=1), nn.ReLU())
        self.heads = nn.ModuleList([nn.Linear(width, 10), nn.Linear(width, 2)])
        self.again = self.heads[0]

    def forward(self, x):
        y = self.norm(self.conv(x)) * self.scale
        y = self.body(y).mean(dim=(2, 3))
        return [head(y) for head in self.heads]


net = Net()
small = net(torch.zeros(2, 3, 32, 32))
large = net(torch.zeros(4, 3, 64, 64))
"""


def seen(tmp_path: Path, text: str) -> tuple[SeenValue, ...]:
    file = tmp_path / "program.py"
    file.write_text(text)
    return Analyser().analyse(file, values=True).values


def lines_with(text: str, part: str) -> list[int]:
    return [i for i, line in enumerate(text.splitlines(), 1) if part in line]


def test_a_tensor_has_the_shape_of_each_call(tmp_path: Path) -> None:
    (line,) = lines_with(NET, "y = self.norm")
    small, large = lines_with(NET, "= net(")
    found = {
        v.caller[1]: (v.text, v.dtype)
        for v in seen(tmp_path, NET)
        if v.span.line == line and v.assigned and v.caller is not None
    }
    assert found == {small: ("(2, 16, 16, 16)", "float32"), large: ("(4, 16, 32, 32)", "float32")}


def test_a_trace_leads_from_the_input_to_the_value(tmp_path: Path) -> None:
    (line,) = lines_with(NET, "y = self.norm")
    found = next(v for v in seen(tmp_path, NET) if v.span.line == line and v.assigned)
    assert [step.shape for step in found.trace][0] == "(2, 3, 32, 32)"
    assert found.trace[-1].shape == "(2, 16, 16, 16)"


def test_a_model_has_as_many_numbers_as_torch_counts(tmp_path: Path) -> None:
    names: dict[str, nn.Module] = {}
    exec(NET, names)
    net = names["net"]
    (line,) = lines_with(NET, "net = Net()")
    model = next(v for v in seen(tmp_path, NET) if v.span.line == line and v.assigned)
    assert model.count == sum(p.numel() for p in net.parameters())
    assert dict(model.parameters) == {"scale": "(16, 1, 1)"}


def test_a_contract_tells_the_numbers_of_the_model(tmp_path: Path) -> None:
    file = tmp_path / "program.py"
    file.write_text(NET)
    (contract,) = Analyser().analyse(file, values=True).contracts
    assert contract.name == "Net"
    assert contract.count == 16 * 27 + 16 + 32 + 16 + 16 * 16 * 9 + 16 + 170 + 34


def test_nothing_is_kept_unasked(tmp_path: Path) -> None:
    file = tmp_path / "program.py"
    file.write_text(NET)
    assert Analyser().analyse(file).values == ()


def layers() -> list[str]:
    """Layers of torch as the examples of their rules make them."""
    found: set[str] = set()
    for name in rulebook().names():
        rule = rulebook().find(name)
        if isinstance(rule, RuleClass) and re.fullmatch(r"torch\.nn\.\w+", name):
            made = re.findall(rf">>> {name[9:]}\((.*?)\)\(", rule.doc)
            found |= {f"nn.{name[9:]}({given})" for given in made}
    return sorted(found)


def test_no_layer_is_counted_otherwise_than_by_torch(tmp_path: Path) -> None:
    made: dict[str, nn.Module] = {}
    for text in layers():
        try:
            made[text] = eval(text, {"nn": nn, "torch": torch})
        except (TypeError, ValueError, AttributeError, RuntimeError):
            continue
    assert len(made) > 200
    program = "import torch\nfrom torch import nn\n" + "".join(f"layer = {text}\n" for text in made)
    counts = {v.span.line: v.count for v in seen(tmp_path, program) if v.assigned}
    known = 0
    for line, (text, layer) in enumerate(made.items(), 3):
        if counts.get(line) is not None:
            known += 1
            assert counts[line] == sum(p.numel() for p in layer.parameters()), text
    assert known > 150


@pytest.mark.parametrize(
    "layer", ["nn.LSTM(4, 8)", "nn.LazyLinear(8)", "nn.MultiheadAttention(8, 2)"]
)
def test_what_is_not_declared_is_not_counted(tmp_path: Path, layer: str) -> None:
    program = f"from torch import nn\nlayer = nn.Sequential({layer})\n"
    assert [v.count for v in seen(tmp_path, program) if v.assigned] == [None]
