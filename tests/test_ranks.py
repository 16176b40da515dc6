"""Code that nobody calls, whose tensors may have one of a few ranks: what fails with each is an error. Every program
is run with tensors of the ranks that it takes."""

import pytest
import torch

import shapelint

BEGIN = "import torch\nfrom torch import nn\nimport torch.nn.functional as F\n\n\n"
FAILING = {
    "a convolution of a batch or of one sample": (
        "conv-channels",
        """\
class Gated(nn.Module):
    def __init__(self, width=32):
        super().__init__()
        self.both = nn.Conv1d(width, 2 * width, 3, padding=1)
        self.back = nn.Conv1d(width, width, 1)

    def forward(self, x):
        a, b = self.both(x).chunk(2, dim=1)
        return x + self.back(torch.cat([a.tanh(), b.sigmoid()], 1))


f = Gated()
""",
        [[(2, 32, 8)], [(32, 8)]],
    ),
    "a matrix or a vector turned over": (
        "loss-target",
        """\
def f(x, y):
    count = x.shape[0]
    both = torch.cat([x, y], 0)
    return F.cross_entropy(both @ both.t(), torch.arange(count))
""",
        [[(3, 4), (3, 4)], [(3,), (3,)]],
    ),
    "rows that are drawn from": (
        "index-range",
        """\
def f(p):
    drawn = torch.multinomial(p.softmax(-1), 1).squeeze(1)
    return torch.cat((p, drawn), dim=1)
""",
        [[(3, 4)]],
    ),
    "a recurrent layer's last state": (
        "linear-in-features",
        """\
class Tagger(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.rnn = nn.LSTM(width, width, bidirectional=True)
        self.head = nn.Linear(2 * width, 4)

    def forward(self, x):
        _, (h, _) = self.rnn(x)
        return self.head(h[-1])


f = Tagger()
""",
        [[(5, 2, 16)], [(5, 16)]],
    ),
    "an equation says the rank": (
        "gather-index",
        """\
def f(x):
    y = torch.einsum("btd,edf->btef", x, torch.randn(4, 64, 64))
    return torch.gather(y, 2, x.long())
""",
        [[(2, 3, 64)]],
    ),
    "something before it fails with the other": (
        "linear-in-features",
        """\
def pooled(x):
    return x.mean(dim=(2, 3))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, padding=1)
        self.head = nn.Linear(32, 10)

    def forward(self, x):
        return self.head(pooled(self.conv(x)))


f = Net()
""",
        [[(2, 3, 8, 8)], [(3, 8, 8)]],
    ),
    "numbers that are not known either": (
        "conv-channels",
        """\
class Net(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first = nn.Conv2d(3, 2 * width, 3)
        self.second = nn.Conv2d(2 * width + 1, 4, 1)

    def forward(self, x):
        return self.second(self.first(x).relu())


f = Net(8)
""",
        [[(2, 3, 8, 8)], [(3, 8, 8)]],
    ),
}
WORKING = {
    "where the other fails": (
        """\
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, padding=1)
        self.head = nn.Linear(32, 10)

    def forward(self, x):
        y = self.conv(x)
        if y.dim() == 4:
            z = torch.zeros(16, 3) @ y
        else:
            z = y.mean(dim=(1, 2)).repeat(2)
        return self.head(z)


f = Net()
""",
        [(3, 8, 8)],
    ),
    "with a batch alone": (
        """\
class Pairs(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(4, 6, 1)

    def forward(self, x):
        return self.conv(x) + torch.zeros(6, 1) + torch.zeros(x.shape[0], 1, 1).expand(-1, 6, -1)


f = Pairs()
""",
        [(2, 4, 8)],
    ),
    "with one sample alone": (
        """\
class One(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(4, 4, 1)

    def forward(self, x):
        c, n = self.conv(x).flatten(0, -2).shape
        return self.conv(x).reshape(4, n) @ torch.zeros(n, 2)


f = One()
""",
        [(4, 8)],
    ),
    "with a vector alone": (
        """\
def f(x):
    return (x.t() + torch.zeros(4)).sum() + torch.zeros(x.shape[-1] * 2).view(2 * x.numel())
""",
        [(4,)],
    ),
    "a vector through a layer, whose first axis is asked for": (
        """\
class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.scores = nn.Linear(3, 4)

    def forward(self, state):
        y = self.scores(state)
        best, n = y[0], y.shape[0]
        return torch.outer(y, y) * best + y.view(n)


f = Policy()
""",
        [(3,)],
    ),
    "a diagonal that is written to": (
        """\
def f(x):
    cov = torch.cat([x, x]) @ torch.cat([x, x]).T
    mask = cov.new_ones(cov.shape, dtype=torch.bool)
    mask.diagonal()[:] = False
    return torch.diag(cov, 3), cov[mask]
""",
        [(3, 4)],
    ),
}


def test_a_recursion_nests_no_deeper_than_it_may() -> None:
    text = """\
class Zone(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.cell = nn.LSTMCell(width, width)

    def mixed(self, old, new):
        if isinstance(old, tuple):
            return tuple(self.mixed(old[i], new[i]) for i in range(len(old)))
        return 0.5 * old + 0.5 * new

    def forward(self, x, state):
        return self.mixed(state, self.cell(x, state))
"""
    assert not shapelint.check_source(BEGIN + text).findings


def test_comments_speak_of_the_usual_rank() -> None:
    text = """\
class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(4, 4, 1)

    def forward(self, x):
        y = self.conv(x)  # (B, C, H, W)
        return y + self.conv(y.relu())
"""
    assert not shapelint.check_source(BEGIN + text).findings


def uncalled(text: str) -> str:
    return BEGIN + (text.rpartition("\n\n\nf = ")[0] or text)


def program(text: str) -> object:
    names: dict[str, object] = {}
    exec(compile(BEGIN + text, "<program>", "exec"), names)
    return names["f"]


@pytest.mark.parametrize(("name", "text", "calls"), FAILING.values(), ids=FAILING)
def test_it_fails_with_each_rank(name: str, text: str, calls: list[list[tuple[int, ...]]]) -> None:
    (finding,) = shapelint.check_source(uncalled(text)).findings
    assert finding.name == name
    for shapes in calls:
        with pytest.raises((RuntimeError, ValueError, IndexError)):
            program(text)(*map(torch.rand, shapes))  # type: ignore[operator]


@pytest.mark.parametrize(("text", "shapes"), WORKING.values(), ids=WORKING)
def test_it_works_with_some_rank(text: str, shapes: list[tuple[int, ...]]) -> None:
    program(text)(*map(torch.rand, shapes))  # type: ignore[operator]
    assert not shapelint.check_source(uncalled(text)).findings
