"""What layers register, they register by a name."""

import pytest
import torch
from torch import nn

import shapelint

WRONG = {
    "a buffer": 'layer.register_buffer(torch.zeros(2), "mask")',
    "a parameter": 'layer.register_parameter(nn.Parameter(torch.zeros(2)), "weight")',
}
RIGHT = {
    "a buffer": 'layer.register_buffer("mask", torch.zeros(2))',
    "a name that is put together": 'layer.register_buffer("mask" + str(len(layer._modules)), None)',
    "a parameter": 'layer.register_parameter("weight", nn.Parameter(torch.zeros(2)))',
}
BEGIN = "import torch\nfrom torch import nn\n\nlayer = nn.Module()\n"


@pytest.mark.parametrize("call", WRONG.values(), ids=WRONG)
def test_the_name_comes_first(call: str) -> None:
    with pytest.raises(TypeError):
        eval(call, {"layer": nn.Module(), "torch": torch, "nn": nn})
    (finding,) = shapelint.check_source(BEGIN + call + "\n").findings
    assert (finding.name, finding.severity, finding.span.line) == ("bad-argument", "error", 5)


@pytest.mark.parametrize("call", RIGHT.values(), ids=RIGHT)
def test_a_name_is_taken(call: str) -> None:
    eval(call, {"layer": nn.Module(), "torch": torch, "nn": nn})
    assert not shapelint.check_source(BEGIN + call + "\n").findings
