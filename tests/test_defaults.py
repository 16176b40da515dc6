"""Functions and classes that nobody calls: what fails only with their defaults is a warning."""

import pytest

import shapelint

BEGIN = """\
from dataclasses import dataclass, field

import torch
from torch import nn


"""
ONLY_WITH_DEFAULTS = {
    "the fields of a dataclass": """\
@dataclass
class Sizes:
    a: int = 3
    b: int = 4

    def joined(self):
        return torch.zeros(self.a) + torch.zeros(self.b)
""",
    "a field that is made anew": """\
@dataclass
class Sizes:
    widths: list = field(default_factory=lambda: [3, 4])

    def joined(self):
        return torch.zeros(self.widths[0]) + torch.zeros(self.widths[1])
""",
    "a field that follows from others": """\
@dataclass
class Sizes:
    a: int = 3
    b: int = field(init=False)

    def __post_init__(self):
        self.b = self.a * 2

    def joined(self):
        return torch.zeros(self.b) + torch.zeros(8)
""",
    "a tuple of sizes": """\
class Net(nn.Module):
    def __init__(self, widths=(3, 4)):
        super().__init__()
        self.layers = nn.Sequential(*[nn.Linear(w, w) for w in widths])

    def forward(self, x):
        return self.layers(x.reshape(-1, 3))
""",
    "an int that is what a size lacks": """\
def padded(count: int):
    return nn.functional.pad(torch.zeros(8), (0, count)) + torch.zeros(3)
""",
    "an int that an option adds": """\
def widened(width: int, more: int):
    return nn.Linear(width, 2)(torch.zeros(5, width + more))
""",
}
WITH_ANY_NUMBERS = {
    "ints that are sizes": """\
def joined(width: int, count: int):
    return nn.Linear(2 * width, count)(torch.zeros(5, width))
""",
    "a dataclass": """\
@dataclass
class Sizes:
    a: int = 3

    def joined(self):
        return torch.zeros(self.a, 2) @ torch.zeros(self.a, 3, 4)
""",
    "a tensor that methods write into": """\
class Rollout:
    def __init__(self, steps=32):
        self.rewards = torch.zeros(steps, 4)
        self.values = torch.zeros(steps, 5)

    def add(self, reward, value, step):
        self.rewards[step], self.values[step] = reward, value
        self.rewards[0] += 1

    def finish(self):
        return self.rewards + self.values
""",
    "a layer": """\
class Net(nn.Module):
    def __init__(self, width=3):
        super().__init__()
        self.first = nn.Linear(8, 2 * width)
        self.second = nn.Linear(3 * width, 4)

    def forward(self, x):
        return self.second(self.first(x))
""",
}


@pytest.mark.parametrize("text", ONLY_WITH_DEFAULTS.values(), ids=ONLY_WITH_DEFAULTS)
def test_other_values_may_fit(text: str) -> None:
    assert [f.severity for f in shapelint.check_source(BEGIN + text).findings] == ["warning"]


def test_a_tensor_that_methods_replace_may_have_any_shape() -> None:
    text = WITH_ANY_NUMBERS["a tensor that methods write into"]
    for edit in (
        ("self.rewards[0] += 1", "self.rewards = reward"),
        ("self.rewards[0] += 1", "del self.rewards"),
    ):
        assert not shapelint.check_source(BEGIN + text.replace(*edit)).findings


@pytest.mark.parametrize("text", WITH_ANY_NUMBERS.values(), ids=WITH_ANY_NUMBERS)
def test_no_values_fit(text: str) -> None:
    assert [f.severity for f in shapelint.check_source(BEGIN + text).findings] == ["error"]
