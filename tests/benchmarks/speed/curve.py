"""The cost over lines: parts of a package, and single files of growing length."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.speed.measure import Cost, cost

SHARES = (8, 4, 2, 1)
LENGTHS = (500, 2_000, 8_000, 20_000, 50_000)
BLOCK = '''
class Block{i}(nn.Module):
    """Residual block {i}."""

    def __init__(self, channels: int = {channels}, groups: int = 4) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(groups, channels)
        self.first = nn.Conv2d(channels, 2 * channels, 3, padding=1)
        self.second = nn.Conv2d(2 * channels, channels, 3, padding=1)
        self.gate = nn.Linear(channels, channels)

    def forward(self, x):
        y = self.second(torch.relu(self.first(self.norm(x))))
        weight = torch.sigmoid(self.gate(y.mean(dim=(2, 3))))
        return x + y * weight[:, :, None, None]

'''


def lines_of(file: Path) -> int:
    return file.read_bytes().count(b"\n")


def over_package(folder: Path, shapelint: list[str]) -> Iterator[tuple[int, int, Cost]]:
    """Files, lines and cost of every eighth file of a package, every fourth, and so on."""
    files = sorted(folder.rglob("*.py"))
    for share in SHARES:
        part = files[::share]
        yield len(part), sum(map(lines_of, part)), cost([*shapelint, *map(str, part)])


def over_lengths(scratch: Path, shapelint: list[str]) -> Iterator[tuple[int, Cost]]:
    """Lines and cost of files of many small layers."""
    for length in LENGTHS:
        count = length // BLOCK.count("\n")
        blocks = (BLOCK.format(i=i, channels=8 * (1 + i % 16)) for i in range(count))
        file = scratch / f"blocks_{length}.py"
        file.write_text("import torch\nfrom torch import nn\n" + "".join(blocks))
        yield lines_of(file), cost([*shapelint, str(file)])
