"""Where files are checked: worker processes, parts of a check, a Dask cluster. The findings are the same."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from click.testing import CliRunner, Result

from shapelint import check_paths
from shapelint.cli import main
from shapelint.project.task import Checker
from tests.benchmarks.kills import kills

HEAD = "import torch\nfrom torch import nn\n"
BAD = f"{HEAD}nn.Linear(9, 4)(torch.zeros(2, 8))\n"


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, ["check", "--no-cache", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def findings(*args: str) -> set[str]:
    told = json.loads(run("--format", "json", *args).stdout)
    return {json.dumps(finding, sort_keys=True) for finding in told["findings"]}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# worker processes


def test_only_the_file_that_kills_its_worker_is_not_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(30):
        Path(f"m{number:02}.py").write_text(BAD)
    usual = Checker.check

    def check(self: Checker, path: Path) -> object:
        if path.name in ("m07.py", "m23.py"):
            os.kill(os.getpid(), signal.SIGKILL)
        return usual(self, path)

    monkeypatch.setattr(Checker, "check", check)
    result = check_paths(["."], jobs=2)
    assert [p.file for p in result.problems] == ["m07.py", "m23.py"]
    assert {p.message for p in result.problems} == {"the worker that checked it died"}
    assert len(result.findings) == 28


def test_workers_end_with_the_check_that_started_them() -> None:
    for number in range(40):
        Path(f"m{number}.py").write_text(BAD.replace("9", f"{number + 10}"))
    command = [sys.executable, "-m", "shapelint", "check", "--no-cache", "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as check:
        workers = _children(psutil.Process(check.pid), 2)
        check.kill()
    gone, alive = psutil.wait_procs(workers, timeout=10)
    assert len(gone) == 2 and not alive


def _children(process: psutil.Process, number: int) -> list[psutil.Process]:
    """The processes that a process has started, once there are so many."""
    for _ in range(300):
        found = process.children()
        if len(found) >= number:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{process} started nothing")


# parts of a check

SHARDED = {
    "a_lib.py": (
        f"{HEAD}\n\n"
        "def twice(x):\n    y = x * 2  # (3, 4)\n    return y\n\n\n"
        "def narrow(x):\n    return nn.Linear(9, 4)(x)  # shapelint: ignore[linear-in-features]\n\n\n"
        "def add(x):\n    return x + torch.zeros(3)\n\n\n"
        "def add_too(x):\n    return x + torch.zeros(3)\n\n\n"
        "def needless(x):\n    return x  # shapelint: ignore[linear-in-features]\n"
    ),
    "b_agrees.py": "import torch\nfrom a_lib import twice\ntwice(torch.zeros(3, 4))\n",
    "c_disagrees.py": "import torch\nfrom a_lib import twice\ntwice(torch.zeros(5, 4))\n",
    "d_ignored.py": "import torch\nfrom a_lib import narrow\nnarrow(torch.zeros(2, 8))\n",
    "e_adds.py": "import torch\nfrom a_lib import add\nadd(torch.zeros(4))\n",
    "f_adds_too.py": "import torch\nfrom a_lib import add_too\nadd_too(torch.zeros(5))\n",
    "g_own.py": BAD,
    "h_stale.py": f"{HEAD}x = torch.zeros(2, 3)  # (2, 4)\n",
}  # fmt: skip


@pytest.fixture
def sharded() -> None:
    for name, text in SHARDED.items():
        Path(name).write_text(text)


@pytest.mark.usefixtures("sharded")
@pytest.mark.parametrize("parts", [1, 2, 3, 8, 11])
def test_the_parts_together_say_what_the_whole_says(parts: int) -> None:
    whole = findings()
    assert len(whole) == 5
    shards = [f"{number}/{parts}" for number in range(1, parts + 1)]
    assert set.union(*(findings("--shard", shard) for shard in shards)) == whole
    files = [run("--show-files", "--shard", shard).output.split() for shard in shards]
    assert sum(files, []) == list(SHARDED)


@pytest.mark.usefixtures("sharded")
def test_the_parts_together_judge_a_baseline_as_the_whole() -> None:
    run("--baseline", "known.json", "--update-baseline")
    with open("known.json") as file:
        known = json.load(file)
    # known is the first of two lines that read alike
    known["findings"] = [
        e for e in known["findings"] if e["file"] != "a_lib.py" or "(5,)" not in e["message"]
    ]
    gone = {"file": "g_own.py", "name": "concat-sizes", "fingerprint": "0" * 64, "message": "gone"}
    with open("known.json", "w") as file:
        json.dump({**known, "findings": [*known["findings"], gone]}, file)
    baseline = ("--baseline", "known.json", "--strict-baseline")
    whole = findings(*baseline)
    assert len(whole) == 1
    for parts in (2, 8):
        shards = [("--shard", f"{number}/{parts}") for number in range(1, parts + 1)]
        assert set.union(*(findings(*baseline, *shard) for shard in shards)) == whole
        stale = [run(*baseline, *shard).stderr.count("[concat-sizes] gone") for shard in shards]
        said = [run(*baseline, *shard).stderr.count("no longer found") for shard in shards]
        assert sum(stale) == sum(said) == 1


def test_parts_are_about_as_large() -> None:
    for number in range(40):
        Path(f"m{number:02}.py").write_text("x = 1\n" * (1 + 7 * number % 50))
    sizes = [
        sum(Path(f).stat().st_size for f in run("--show-files", "--shard", f"{i}/4").output.split())
        for i in range(1, 5)
    ]
    assert max(sizes) - min(sizes) < 2 * 50 * len("x = 1\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--shard", "0/3"], "'0/3': parts are counted from 1, from 1/3 to 3/3"),
        (["--shard", "4/3"], "'4/3': parts are counted from 1, from 1/3 to 3/3"),
        (["--shard", "x"], "'x' is not I/N, as in 2/4: the second of four parts"),
        (["--shard", "1/0"], "there is none of 0 parts"),
        (["--shard", "1/2", "--fix"], "--fix needs a check of everything, not of a --shard"),
        (
            ["--shard", "1/2", "--baseline", "b.json", "--prune-baseline"],
            "--prune-baseline needs a check of everything",
        ),
        (["--executor", "ray"], "no executor is called 'ray' (known: local, dask:ADDRESS)"),
        (["--executor", "dask:"], "names no scheduler"),
        (["--executor", "dask:x:1", "--jobs", "2"], "--jobs is for the workers of this machine"),
    ],
)
def test_what_makes_no_sense_is_said(args: list[str], said: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


# a Dask cluster

MANY = 60


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[psutil.Process]]]:
    """A scheduler and two workers; as they are started by hand."""
    folder = tmp_path_factory.mktemp("cluster")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--no-dashboard", "--host", address]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    with open(folder / "log", "w") as log:
        started = [
            psutil.Popen(command, cwd=folder, stdout=log, stderr=log)
            for command in (scheduler, worker, worker)
        ]
        try:
            yield address, started[1:]
        finally:
            for process in started:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
                process.wait()


def test_a_cluster_finds_the_same_though_a_worker_is_killed(
    cluster: tuple[str, list[psutil.Process]],
) -> None:
    address, workers = cluster
    for number in range(MANY):
        Path(f"m{number:02}.py").write_text(BAD.replace("9", f"{number + 10}"))
    Path("broken.py").write_text("import torch\nx = (\n")
    command = [sys.executable, "-m", "shapelint", "check", "--no-cache", "--format", "json"]
    with subprocess.Popen(
        [*command, "--executor", f"dask:{address}"], stdout=subprocess.PIPE, text=True
    ) as check:
        _children(workers[0], 1)  # it is checking something
        workers[0].kill()
        said = json.loads(check.communicate(timeout=100)[0])
    alone = json.loads(run("--format", "json", "--jobs", "1").stdout)
    assert len(alone["findings"]) == MANY and len(alone["problems"]) == 1
    assert said == alone
    assert workers[0].wait() == -signal.SIGKILL and workers[1].poll() is None


def test_a_cluster_that_sees_other_files_refuses(
    cluster: tuple[str, list[psutil.Process]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from shapelint.project import worker

    address = cluster[0]
    Path("a.py").write_text(BAD)
    with monkeypatch.context() as patched:
        patched.setattr(worker, "__version__", "0.0.1")
        said = run("--executor", f"dask:{address}")
    assert said.exit_code == 2
    assert "a worker refuses: it has shapelint" in said.output and "here is 0.0.1" in said.output
    with monkeypatch.context() as patched:
        patched.setattr(worker.os, "getcwd", lambda: "/no/such/folder")
        said = run("--executor", f"dask:{address}")
    assert said.exit_code == 2
    assert "a worker refuses: it does not see /no/such/folder" in said.output


def test_a_scheduler_that_is_not_there_is_said_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    from shapelint.project import cluster

    monkeypatch.setattr(cluster, "PATIENCE", 1.0)
    Path("a.py").write_text(BAD)
    for address in ("tcp://127.0.0.1:9", "nonsense"):
        began = time.monotonic()
        said = run("--executor", f"dask:{address}")
        assert said.exit_code == 2
        assert f"the Dask cluster at {address}: no scheduler answers" in said.output
        assert time.monotonic() - began < 10


def test_dask_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.py").write_text(BAD)
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = run("--executor", "dask:tcp://127.0.0.1:9")
    assert said.exit_code == 2
    assert "pip install 'shapelint[dask]'" in said.output


# runs that are killed


def test_a_killed_run_leaves_everything_whole() -> None:
    """`python -m tests.benchmarks.kills` does it more often."""
    left = list(kills(12, seed=int(time.time())))
    assert not [found for found in left if found.faults]
    assert any(found.alive for found in left)
