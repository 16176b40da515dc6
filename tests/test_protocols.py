"""What a loop over an instance calls is looked at, though nothing in the file goes over it."""

import pytest

import shapelint

BEGIN = """\
import torch
from torch.utils.data import Dataset


"""
WINDOWS = """\
class Windows(Dataset):
    def __init__(self, series: torch.Tensor):
        self.series = series

    def __len__(self):
        return len(self.series) - 32

    def __getitem__(self, at):
        return self.series[at : at + 24]"""
FAILING = {
    "an item of a dataset": WINDOWS + ".view(4, 7)\n",
    "an item of an iteration": """\
class Batches:
    def __iter__(self):
        for _ in range(3):
            yield torch.zeros(4, 6).view(5, 5)
""",
    "an item of a generator": """\
def batches():
    for _ in range(3):
        yield torch.zeros(4, 6).view(5, 5)
""",
    "an item of a generator that is given away": """\
import loaders


def batches():
    for _ in range(3):
        yield torch.zeros(4, 6).view(5, 5)


loaders.prefetched(batches())
""",
}
PASSING = {
    "an item of a dataset": WINDOWS + ".view(4, 6, -1)\n",
    "an index that may be a text": """\
class Table:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, at):
        return torch.zeros(4, 6).view(6, 5 if isinstance(at, int) else 4)
""",
}


@pytest.mark.parametrize("program", FAILING.values(), ids=FAILING)
def test_what_always_fails_is_an_error(program: str) -> None:
    (finding,) = shapelint.check_source(BEGIN + program).findings
    assert (finding.name, finding.severity) == ("reshape-elements", "error")


@pytest.mark.parametrize("program", PASSING.values(), ids=PASSING)
def test_what_may_pass_is_none(program: str) -> None:
    assert not shapelint.check_source(BEGIN + program).findings
