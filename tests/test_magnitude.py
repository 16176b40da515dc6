"""Programs whose values double in a loop: they are followed as far as is good, and what comes after is checked."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 90
MEMORY = 4 * 2**30
ROUNDS = 60
BODIES = (
    "s += s", "s = s * 2", 's = s.replace("x", "xx")', 's = "%s%s" % (s, s)', 's = f"{s}{s}"',
    "s = s.join([s, s])", "s = str([s, s])", "s = s + repr(s)", "b += b", "s = s.ljust(10**11)",
    's = f"{n:>100000000000}"', 's = "{:>{}}".format(n, 10**11)', 's = "%*d" % (10**11, n)',
    "s = s.zfill(10**11)", "l = l + l", "l += l", "l.extend(l)", "l = [*l, *l]", "l = l * 2",
    "l = list(chain(l, l))", "l = [a for part in (l, l) for a in part]", "l[len(l):] = l",
    "l = [l, l]", "l = [0] * 10**11", "t = t + t", "t = (t, t)", 'd = {"a": d, "b": d}',
    "n = n * n", "n = n ** 2", "n = n ** n", "n = n << n", "n = 10 ** 10 ** 9",
    "u = u + u", "u = u * u", "u = (u, u)[i % 2] + u", "u = -u - u",
    "h = h * h", "h = h * h + h", "h = h * (h + 1)", "h = (h + 1) ** 8", "h = max(h, h * 2) + h",
    "x = torch.kron(x, x)", "x = torch.cat([x, x])", "x = x.repeat(n, n); n = n * n",
    'x = torch.einsum("ij,kl->ikjl", x, x).flatten(2).flatten(0, 1)',
)  # fmt: skip


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as Linux does it")
def test_what_doubles_takes_neither_memory_nor_time(tmp_path: Path) -> None:
    program = ["import torch", "from itertools import chain"]
    for number, body in enumerate(BODIES):
        program += [
            f"def doubling_{number}(u, h: int):",
            '    s, b, l, t, d, n = "x", b"x", [1], (1, 2), {}, 3',
            "    x = torch.zeros(2, 3)",
            f"    for i in range({ROUNDS}):",
            f"        {body}",
            "    return torch.zeros(2, 3) @ torch.zeros(2, 3)",
        ]
    file = tmp_path / "doubling.py"
    file.write_text("\n".join(program))
    command = [sys.executable, "-m", "shapelint", "check", "--no-cache", "--format", "concise"]
    run = subprocess.run(
        [*command, str(file)], capture_output=True, text=True, timeout=SECONDS, preexec_fn=limited
    )
    told = {int(line.split(":")[1]) for line in run.stdout.splitlines() if "[inner-size]" in line}
    missing = [body for n, body in enumerate(BODIES) if 8 + 6 * n not in told]
    assert not missing, run.stdout + run.stderr


def test_a_list_of_all_pairs_takes_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "pairs.py"
    file.write_text(
        "import torch\n"
        "points = [(i, j) for i in range(14) for j in range(14)]\n"
        "offsets = []\n"
        "for a in points:\n"
        "    for b in points:\n"
        "        offsets.append((abs(a[0] - b[0]), abs(a[1] - b[1])))\n"
        "torch.zeros(2, 3) @ torch.zeros(2, 3)\n"
    )
    program = (
        "import sys; from pathlib import Path; import psutil; from shapelint.interpreter import Analyser\n"
        "found = Analyser().analyse(Path(sys.argv[1])).findings\n"
        "print(psutil.Process().memory_info().rss >> 20, len(found))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(file)], capture_output=True, text=True, timeout=SECONDS
    )
    megabytes, findings = map(int, run.stdout.split())
    assert megabytes < 250, run.stderr
    assert findings == 1
