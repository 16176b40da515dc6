"""The verifier's sandbox against hostile snippets, in the real worker under the real torch.

ATTACKS says for each what stops it by itself: it is run once with everything in place, where its verdict
must be honest, and once for each layer named, with all the others left out, where the world must stay as
it was. The table of what holds against what, each line of it a test:

    pytest --collect-only tests/test_sandbox.py -k holds_alone
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import platform
import signal
import socket
import struct
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from shapelint.verify import environment, landlock, sandbox, scratch, seccomp, worker
from shapelint.verify.devices import choose, needs_driver
from shapelint.verify.worker import DeviceNotFound, FramePlace, Limits, Outcome, Worker, WorkerError

pytestmark = pytest.mark.skipif(
    sys.platform != "linux",
    reason="the layers named here are Linux's; elsewhere `not_enforced` tells",
)

PYTHON = Path(sys.executable)
LIMITS = Limits(seconds=2.0, memory=256 << 20, output=1 << 18)
SECRET = "the secret of the home"


class World:
    """Everything that a snippet must not touch, and whether it was touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.canary = folder / "canary.txt"
        self.canary.write_text("intact")
        self.canary.chmod(0o640)
        ssh = folder / ".ssh"
        ssh.mkdir()
        self.key = ssh / "id_ed25519"
        self.key.write_text(SECRET)
        self.sleeper = subprocess.Popen(["sleep", "600"])
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        self.unix = socket.socket(socket.AF_UNIX)
        self.unix.bind(str(folder / "socket"))
        self.unix.listen()
        self.abstract = socket.socket(socket.AF_UNIX)
        self.abstract_name = f"shapelint-test-{os.getpid()}-{id(self)}"
        self.abstract.bind("\0" + self.abstract_name)
        self.abstract.listen()
        for listener in (self.tcp, self.udp, self.unix, self.abstract):
            listener.setblocking(False)
        self.before = self.state()

    def state(self) -> object:
        return sorted(
            (str(path), path.lstat().st_mode, path.lstat().st_mtime_ns, path.lstat().st_nlink)
            for path in [self.folder, *self.folder.rglob("*")]
        )

    def names(self) -> dict[str, object]:
        """What the sources below call them."""
        return {
            "WORLD": str(self.folder),
            "CANARY": str(self.canary),
            "KEY": str(self.key),
            "PID": self.sleeper.pid,
            "TCP": self.tcp.getsockname()[1],
            "UDP": self.udp.getsockname()[1],
            "UNIX": str(self.folder / "socket"),
            "ABSTRACT": "\0" + self.abstract_name,
        }

    def assert_unharmed(self) -> None:
        assert self.canary.read_text() == "intact"
        assert self.state() == self.before
        assert self.sleeper.poll() is None, "a process outside was ended"
        for listener in (self.tcp, self.unix, self.abstract):
            with pytest.raises(BlockingIOError):
                listener.accept()
        with pytest.raises(BlockingIOError):
            self.udp.recv(100)

    def close(self) -> None:
        for listener in (self.tcp, self.udp, self.unix, self.abstract):
            listener.close()
        self.sleeper.kill()
        self.sleeper.wait()


@dataclass(frozen=True)
class Attack:
    name: str
    source: str
    stoppers: str
    """The layers that each stop it alone; `clock`, `limit`: the worker's or the agent's watch."""
    kind: str = "raised"
    exception: str = ""
    refused: str = ""
    """Part of what is said to have been refused."""
    modules: dict[str, str] = field(default_factory=dict)


LIBC = """\
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def must_fail(result):
    if result == -1:
        raise PermissionError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
"""
DENIED = "PermissionError"
FILES = [
    Attack(
        "write", "open(CANARY, 'w').write('x')", "audit landlock", "raised", DENIED, "open for writ"
    ),
    Attack(
        "remove", "import os\nos.remove(CANARY)", "audit landlock", "raised", DENIED, "os.remove"
    ),
    Attack(
        "rename",
        "import os\nos.rename(CANARY, CANARY + '2')",
        "audit landlock",
        refused="os.rename",
    ),
    Attack(
        "new folder", "import os\nos.mkdir(WORLD + '/new')", "audit landlock", refused="os.mkdir"
    ),
    Attack("chmod", "import os\nos.chmod(CANARY, 0o777)", "audit seccomp", refused="os.chmod"),
    Attack("utime", "import os\nos.utime(CANARY, (1, 1))", "audit seccomp", refused="os.utime"),
    Attack(
        "read a key",
        "raise ValueError(open(KEY).read())",
        "audit landlock",
        "raised",
        DENIED,
        "id_ed25519",
    ),
    Attack(
        "through a symbolic link",
        "import os\nos.symlink(WORLD, 'way')\nopen('way/canary.txt', 'w').write('x')",
        "audit landlock",
        "raised",
        DENIED,
        "way/canary.txt",
    ),
    Attack(
        "through a hard link",
        "import os\nos.link(CANARY, 'mine')\nopen('mine', 'w').write('x')",
        "audit landlock",
        refused="os.link",
    ),
    Attack(
        "while being imported",
        "import evil",
        "audit landlock",
        "raised",
        DENIED,
        "open for writing",
        {"evil.py": "from helpers import blocks\n", "helpers/blocks.py": "open({CANARY!r}, 'w')\n"},
    ),
    Attack(
        "write by libc",
        LIBC + "must_fail(libc.open(CANARY.encode(), os.O_WRONLY | os.O_TRUNC))",
        "landlock",
        refused="Permission denied",
    ),
    Attack(
        "truncate by opening to read",
        LIBC + "must_fail(libc.open(CANARY.encode(), os.O_RDONLY | os.O_TRUNC))",
        "landlock seccomp",
        refused="by the system",
    ),
    Attack(
        "remove by libc",
        LIBC + "must_fail(libc.unlink(CANARY.encode()))",
        "landlock",
        refused="Permission denied",
    ),
    Attack(
        "chmod by libc",
        LIBC + "must_fail(libc.chmod(CANARY.encode(), 0o777))",
        "seccomp",
        refused="Operation not permitted",
    ),
    Attack(
        "write by torch's own writer",
        "import torch\ntorch.save(torch.zeros(2), CANARY)",
        "",  # only with everything: the others run without torch
        "raised",
    ),
]
NETWORK = [
    Attack(
        "TCP",
        "import socket\nsocket.create_connection(('127.0.0.1', TCP), 1)",
        "audit seccomp namespaces landlock",
        "raised",
        DENIED,
        "socket.",
    ),
    Attack(
        "TCP by libc",
        LIBC
        + "import socket, struct\ns = libc.socket(2, 1, 0)\nmust_fail(s)\n"
        + "to = struct.pack('=H', 2) + struct.pack('>H', TCP) + bytes([127, 0, 0, 1]) + bytes(8)\n"
        + "must_fail(libc.connect(s, to, 16))",
        "seccomp namespaces landlock",
        refused="Operation not permitted",
    ),
    Attack(
        "UDP",
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.sendto(b'x', ('127.0.0.1', UDP))",
        "audit seccomp namespaces",
        "raised",
        DENIED,
        "socket.",
    ),
    Attack(
        "unix socket",
        "import socket\nsocket.socket(socket.AF_UNIX).connect(UNIX)",
        "audit seccomp",
        "raised",
        DENIED,
        "socket.",
    ),
    Attack(
        "abstract unix socket",
        "import socket\nsocket.socket(socket.AF_UNIX).connect(ABSTRACT)",
        "audit seccomp namespaces landlock",
        "raised",
        DENIED,
        "socket.",
    ),
]
SHELL = "['/bin/sh', '-c', 'echo x > ' + CANARY]"
PROCESSES = [
    Attack(
        "subprocess",
        f"import subprocess\nsubprocess.run({SHELL}, check=True)",
        "audit seccomp landlock",
        "raised",
        DENIED,
        "subprocess.Popen",
    ),
    Attack(
        "os.system",
        "import os\nos.system('echo x > ' + CANARY)",
        "audit seccomp landlock",
        refused="os.system",
    ),
    Attack(
        "exec",
        f"import os\nos.execv('/bin/sh', {SHELL})",
        "audit seccomp landlock",
        refused="os.exec",
    ),
    Attack(
        "posix_spawn",
        f"import os\nos.waitpid(os.posix_spawn('/bin/sh', {SHELL}, {{}}), 0)",
        "audit seccomp landlock",
        refused="os.posix_spawn",
    ),
    Attack(
        "exec by libc",
        LIBC
        + f"a = [x.encode() for x in {SHELL}]\n"
        + "must_fail(libc.execv(a[0], (ctypes.c_char_p * 4)(*a, None)))",
        "seccomp landlock",
        refused="by the system",
    ),
    Attack(
        "a grandchild that stays",
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)\n"
        "    os._exit(0)\ntime.sleep(0.1)",
        "audit seccomp namespaces ancestry",
        "raised",
        DENIED,
        "os.fork",
    ),
    Attack(
        "forks by libc",
        LIBC + "import time\nfor _ in range(20):\n    pid = libc.fork()\n    must_fail(pid)\n"
        "    if pid == 0:\n        time.sleep(60)",
        "seccomp namespaces ancestry",
        refused="Operation not permitted",
    ),
    Attack(
        "signal to a process",
        "import os\nos.kill(PID, 9)",
        "audit seccomp namespaces landlock",
        "raised",
        DENIED,
        "os.kill",
    ),
    Attack(
        "signal by libc",
        LIBC + "must_fail(libc.kill(PID, 9))",
        "seccomp namespaces landlock",
        refused="Operation not permitted",
    ),
    Attack(
        "signal to the agent",
        "import os\nos.kill(os.getppid(), 9)",
        "audit seccomp namespaces landlock",
        refused="os.kill",
    ),
    Attack(
        "interrupt to the agent by libc",
        LIBC + "must_fail(libc.kill(os.getppid(), 2))",
        "seccomp namespaces landlock",
        refused="Operation not permitted",
    ),
    Attack(
        "signal to the group", "import os\nos.killpg(0, 15)", "audit seccomp", refused="os.killpg"
    ),
    # Signal 0 asks only whether it would be allowed: these two must harm nobody if all else fails.
    Attack("signal to process 1", "import os\nos.kill(1, 0)", "audit seccomp", refused="os.kill"),
    Attack("signal to everyone", "import os\nos.kill(-1, 0)", "audit seccomp", refused="os.kill"),
    Attack(
        "ptrace of the agent",
        LIBC
        + "libc.ptrace.argtypes = [ctypes.c_long] * 4\nmust_fail(libc.ptrace(16, os.getppid(), 0, 0))",
        "seccomp landlock",
        refused="Operation not permitted",
    ),
    Attack(
        "reading the agent's memory",
        LIBC + "must_fail(libc.open(b'/proc/%d/mem' % os.getppid(), os.O_RDONLY))",
        "landlock",
        refused="Permission denied",
    ),
    Attack(
        "the agent's limits",
        "import os, resource\nresource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (3, 3))",
        "audit seccomp",
        refused="resource.prlimit",
    ),
    Attack(
        "a user namespace of its own",
        LIBC + "must_fail(libc.unshare(0x10000000))",
        "seccomp",
        refused="Operation not permitted",
    ),
]
SPIN = "import threading\ndef spin():\n    while True: pass\nthreading.Thread(target=spin).start()"
ENDINGS = [
    Attack("endless loop", "while True: pass", "clock", "timeout"),
    Attack("endless loop in C", "import itertools\nall(itertools.repeat(1))", "clock", "timeout"),
    Attack(
        "stops itself", "import os, signal\nsignal.raise_signal(signal.SIGSTOP)", "clock", "timeout"
    ),
    Attack("flood on stdout", "while True: print('x' * 1000)", "limit", "output"),
    Attack(
        "flood on stderr by descriptor",
        "import os\nwhile True: os.write(2, b'x' * 100000)",
        "limit",
        "output",
    ),
    Attack(
        "memory, a list", "x = []\nwhile True: x.append(bytearray(1 << 20))", "rlimits", "memory"
    ),
    Attack("memory, one tensor", "import torch\ntorch.empty(1 << 40)", "rlimits", "memory"),
    Attack(
        "memory, many tensors",
        "import torch\nx = []\nwhile True: x.append(torch.ones(1 << 20))",
        "rlimits",
        "memory",
    ),
    Attack(
        "a file without end",
        "f = open('big', 'wb')\nwhile True: f.write(bytes(1 << 22))",
        "rlimits",
    ),
    Attack("os._exit", "import os\nos._exit(7)", "", "exited"),
    Attack("sys.exit", "import sys\nsys.exit('bye')", "", "exited"),
    Attack("segmentation fault", "import ctypes\nctypes.string_at(0)", "", "killed"),
    Attack(
        "an alarm", "import signal, time\nsignal.setitimer(0, 0.01)\ntime.sleep(5)", "", "killed"
    ),
    Attack("KeyboardInterrupt", "raise KeyboardInterrupt('no')", "", "raised", "KeyboardInterrupt"),
    Attack("deep recursion", "def f(): f()\nf()", "", "raised", "RecursionError"),
    Attack("a thread that stays", SPIN, "", "finished"),
    Attack("a daemon that stays", SPIN.replace("spin)", "spin, daemon=True)"), "", "finished"),
]
FORGERIES = [
    Attack(
        "writes to every descriptor",
        """
        import os
        for fd in range(64):
            try: os.write(fd, b'{"kind": "finished"}\\n{"kind": "fin')
            except OSError: pass
        raise ValueError("honest")
        """,
        "token",
        "raised",
        "ValueError",
    ),
    Attack(
        "closes every descriptor", "import os\nos.closerange(0, 64)\nraise ValueError", "", "exited"
    ),
    Attack(
        "replaces what the verdict is made with",
        """
        import builtins, json, os, sys, traceback
        def evil(*a, **k): os._exit(0)
        json.dumps = json.encoder.encode_basestring_ascii = os.write = os._exit = sys.settrace = None
        builtins.isinstance = builtins.len = builtins.str = builtins.map = None
        raise ValueError("honest")
        """,
        "",
        "raised",
        "ValueError",
    ),
    Attack(
        "an exception that will not say what it is",
        """
        class Liar(type):
            __name__ = property(lambda cls: "RuntimeError")
            __module__ = property(lambda cls: 1 / 0)
        class Evil(Exception, metaclass=Liar):
            def __str__(self): raise SystemExit(0)
        raise Evil
        """,
        "",
        "raised",
        "Evil",
    ),
    Attack(
        "an exception whose text never ends",
        """
        class Evil(Exception):
            def __str__(self):
                while True: pass
        raise Evil
        """,
        "clock",
        "raised",
        "Evil",
    ),
]
ATTACKS = [*FILES, *NETWORK, *PROCESSES, *ENDINGS, *FORGERIES]

# Each alone: all the others left out. `ancestry` is what the agent does without any.
ALONE = {
    "audit": {"namespaces", "landlock", "seccomp"},
    "seccomp": {"namespaces", "landlock", "audit"},
    "landlock": {"namespaces", "seccomp", "audit"},
    "namespaces": {"landlock", "seccomp", "audit"},
    "ancestry": {"namespaces", "landlock", "seccomp", "audit"},
}
LONE = [
    pytest.param(attack, layer, id=f"{attack.name}, {layer}")
    for attack in ATTACKS
    for layer in attack.stoppers.split()
    if layer in ALONE
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("world"))
    yield world
    world.close()


@pytest.fixture(scope="module")
def torch_worker() -> Iterator[Worker]:
    with Worker(PYTHON, ["torch"], device="cpu", limits=LIMITS) as started:
        yield started


@pytest.fixture(scope="module")
def lone_workers() -> Iterator[dict[str, Worker]]:
    """Without torch, which makes them quick to start."""
    with contextlib.ExitStack() as stack:
        yield {layer: stack.enter_context(without(*others)) for layer, others in ALONE.items()}


def without(*layers: str, limits: Limits = LIMITS, forks: bool = True) -> Worker:
    kind = type("Lone", (Worker,), {"_without": frozenset(layers), "_forks": forks})
    made: Worker = kind(PYTHON, [], device="cpu", limits=limits)
    return made


def source_of(attack: Attack, world: World) -> tuple[str, dict[str, str]]:
    names = world.names()
    lines = [f"{name} = {value!r}" for name, value in names.items()]
    source = "; ".join(lines) + "\n" + textwrap.dedent(attack.source)
    return source, {path: text.format_map(Reprs(names)) for path, text in attack.modules.items()}


class Reprs(dict):  # type: ignore[type-arg]
    """`{NAME!r}` in a module's text."""


def agent_of(started: Worker) -> int:
    assert started._started is not None
    pid = started._started.process.pid
    if started._started.settings["process_namespace"]:
        return sandbox.children(pid)[0]
    return pid


def assert_contained(
    attack: Attack, outcome: Outcome, used: Worker, agent: int, world: World
) -> None:
    world.assert_unharmed()
    assert SECRET not in repr(outcome)
    assert agent_of(used) == agent, "the agent was ended"
    assert sandbox.descendants(agent) == [], "something was left running"
    good = used.run("1 / 0", "good.py")
    assert (good.kind, good.exception) == ("raised", "ZeroDivisionError")


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_hostile_snippet_is_contained_and_its_verdict_is_honest(
    attack: Attack, torch_worker: Worker, world: World
) -> None:
    agent = agent_of(torch_worker)
    source, modules = source_of(attack, world)
    outcome = torch_worker.run(source, "evil.py", modules=modules)
    assert outcome.kind == attack.kind, outcome
    assert outcome.exception == attack.exception or not attack.exception
    if attack.refused:
        assert any(attack.refused in text for text in outcome.refused), outcome.refused
    elif attack.stoppers in ("", "clock", "limit", "token"):
        assert outcome.refused == () or "torch" in attack.name
    assert_contained(attack, outcome, torch_worker, agent, world)


@pytest.mark.parametrize("attack, layer", LONE)
def test_each_layer_holds_alone(
    attack: Attack, layer: str, lone_workers: dict[str, Worker], world: World
) -> None:
    used = lone_workers[layer]
    assert used._started is not None
    settings = used._started.settings
    if layer == "landlock" and settings["landlock"] < (
        6 if attack in (*NETWORK, *PROCESSES) else 3
    ):
        pytest.skip(f"this kernel's Landlock has ABI {settings['landlock']}")
    if layer == "namespaces" and not settings["process_namespace"]:
        pytest.skip("user namespaces are forbidden here")
    if layer == "seccomp" and any("seccomp" in text for text in used.not_enforced):
        pytest.skip("no seccomp filter for this machine")
    agent = agent_of(used)
    source, modules = source_of(attack, world)
    outcome = used.run(source, "evil.py", modules=modules)
    if layer == "audit":
        assert outcome.refused
    assert_contained(attack, outcome, used, agent, world)


HARM_NOT_SEEN = {
    "write by torch's own writer",
    "a grandchild that stays",
    "forks by libc",
    "signal to the agent",
    "interrupt to the agent by libc",
    "signal to the group",
    "signal to process 1",
    "signal to everyone",
    "ptrace of the agent",
    "reading the agent's memory",
    "the agent's limits",
    "a user namespace of its own",
}


def test_without_any_layer_the_attacks_would_succeed(
    lone_workers: dict[str, Worker], tmp_path: Path
) -> None:
    """The table above proves something only if its snippets do what they say."""
    world = World(tmp_path)
    try:
        for attack in [*FILES, *NETWORK, *PROCESSES]:
            if attack.name in HARM_NOT_SEEN:
                continue
            source, modules = source_of(attack, world)
            outcome = lone_workers["ancestry"].run(source, "evil.py", modules=modules)
            assert outcome.refused == (), attack.name
            assert outcome.exception != DENIED, (attack.name, outcome)
            harmed = SECRET in outcome.message
            try:
                world.assert_unharmed()
            except (AssertionError, OSError, pytest.fail.Exception):
                harmed = True
            assert harmed, (attack.name, outcome)
            world.close()
            for path in sorted(tmp_path.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
            world = World(tmp_path)
    finally:
        world.close()


BROKEN = """\
import torch
from torch import nn

def run(x):
    große = nn.Linear(7, 3); return ("é", große(x))

run(torch.zeros(2, 5))
never = 1
"""


def test_a_failing_snippet(torch_worker: Worker) -> None:
    outcome = torch_worker.run(BROKEN, "model.py", watch=[5, 7, 8])
    assert outcome.kind == "raised" and outcome.exception == "RuntimeError"
    assert outcome.message == "mat1 and mat2 shapes cannot be multiplied (2x5 and 7x3)"
    columns = sys.version_info >= (3, 11)
    assert outcome.frames[:2] == (
        FramePlace("model.py", 7, 7, 1, 23, "<module>"),
        FramePlace("model.py", 5, 5, 43, 51, "run"),
    )
    assert columns and outcome.frames[-1].file.endswith("torch/nn/modules/linear.py")
    assert outcome.frames[-1].column is not None
    assert outcome.reached == {5, 7}
    assert outcome.refused == () and 0 < outcome.seconds < 60


def test_a_working_snippet(torch_worker: Worker) -> None:
    outcome = torch_worker.run(
        "import torch\nassert torch.zeros(2).device.type == 'cpu'\n", "x.py", [2]
    )
    assert (outcome.kind, outcome.reached, outcome.frames) == ("finished", {2}, ())
    assert torch_worker.frameworks["torch"].startswith("2.") and torch_worker.missing == {}
    assert torch_worker.python_version == platform.python_version()


def test_the_lines_reached_survive_a_crash(torch_worker: Worker) -> None:
    source = "def f():\n    import os\n    os._exit(0)\n    2\nf()\n"
    assert torch_worker.run(source, "x.py", range(1, 6)).reached == {1, 2, 3, 5}


def test_a_long_traceback_shows_both_ends(torch_worker: Worker) -> None:
    frames = torch_worker.run(
        "def f(n):\n    return f(n - 1) if n else 1 / 0\nf(200)", "x.py"
    ).frames
    assert len(frames) == 60
    assert (frames[0].function, frames[0].line) == ("<module>", 3)
    assert frames[-1].column == 31


def test_names_of_exceptions(torch_worker: Worker) -> None:
    for source, name in (
        ("class A:\n    class Mine(Exception): pass\nraise A.Mine", "A.Mine"),
        ("import json\njson.loads('{')", "json.decoder.JSONDecodeError"),
        ("import torch\nraise torch.OutOfMemoryError('CUDA')", "OutOfMemoryError"),
        ("x = (", "SyntaxError"),
        (
            "x = '\\0'".replace("\\0", "\0"),
            "SyntaxError" if sys.version_info >= (3, 11, 4) else "ValueError",
        ),
    ):
        assert torch_worker.run(source, "x.py").exception == name


def test_a_syntax_error_has_its_line(torch_worker: Worker) -> None:
    outcome = torch_worker.run("x = 1\ny = (\n", "x.py")
    assert (outcome.kind, outcome.frames[-1].line) == ("raised", 2)


def test_modules_beside_the_snippet(torch_worker: Worker) -> None:
    modules = {
        "net/__init__.py": "",
        "net/blocks.py": "def size():\n    raise ValueError(__file__)\n",
    }
    outcome = torch_worker.run("from net.blocks import size\nsize()", "x.py", modules=modules)
    assert outcome.message.endswith("net/blocks.py") and outcome.frames[-1].column == 5
    assert torch_worker.run("import net", "x.py").exception == "ModuleNotFoundError"
    for name in ("/etc/x.py", "../x.py", "a//b.py"):
        with pytest.raises(ValueError):
            torch_worker.run("1", "x.py", modules={name: ""})


def test_lines_of_several_files_and_a_project_that_may_be_read(tmp_path: Path) -> None:
    module = tmp_path / "their_net.py"
    module.write_text("def size(n):\n    if n:\n        return n\n    return 1 / n\n")
    source = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nimport their_net\ntheir_net.size(0)\n"
    )
    with Worker(PYTHON, [], "cpu", LIMITS, readable=[tmp_path]) as used:
        outcome = used.run(source, "x.py", watch={str(module): [3], "x.py": [9]})
        assert (outcome.exception, outcome.reached) == ("ZeroDivisionError", frozenset())
        outcome = used.run(source, "x.py", watch={str(module): [1, 3, 4], "x.py": [2]})
        assert (outcome.frames[-1].file, outcome.frames[-1].column) == (str(module), 12)
        assert outcome.reached == {1, 2, 4}
        assert used.run(f"open({str(module)!r}, 'a')", "x.py").exception == DENIED
    with Worker(PYTHON, [], "cpu", LIMITS) as used:
        assert used.run(source, "x.py").exception == "ModuleNotFoundError"


def test_nothing_is_left_for_the_next_snippet(torch_worker: Worker) -> None:
    deep = "import os\nfor _ in range(500):\n    os.mkdir('deep', 0); os.chdir('deep')"
    many = "import os\nopen('file', 'w').write('x' * 5000)\nos.symlink('/etc', 'link')"
    assert torch_worker.run(many, "x.py").kind == "finished"
    torch_worker.run(deep, "x.py")
    agent = agent_of(torch_worker)
    listing = "import os\nraise ValueError(os.listdir('.'), len(os.listdir('../..')))"
    # Its own folder and the frameworks' home.
    assert torch_worker.run(listing, "x.py").message.endswith("[], 2)")
    assert agent_of(torch_worker) == agent


def test_the_environment_has_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "CUDA_API_KEY", "ANYTHING"):
        monkeypatch.setenv(name, "a secret")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with without() as used:
        seen = used.run("import os\nraise ValueError(dict(os.environ))", "x.py").message
    assert "secret" not in seen and "'LC_ALL': 'C.UTF-8'" in seen
    assert str(Path.home()) not in seen.replace(str(PYTHON), "").split("'PATH'")[0]


def test_memory_is_counted_where_address_space_is_not() -> None:
    source = "import time\nx = []\nwhile True:\n    x.append(bytearray(8 << 20)); time.sleep(0.001)"
    with without(
        "rlimits", limits=dataclasses.replace(LIMITS, seconds=10, memory=64 << 20)
    ) as used:
        assert used.run(source, "x.py").kind == "memory"


def test_a_process_for_each_snippet_where_there_is_no_fork() -> None:
    with without(forks=False, limits=dataclasses.replace(LIMITS, start_seconds=30)) as used:
        assert used.run("x = 1\n1 / 0", "x.py", watch=[1, 2, 3]).reached == {1, 2}
        assert used.run("while True: pass", "x.py").kind == "timeout"
        assert used.run("while True: print('x' * 1000)", "x.py").kind == "output"
        assert used.run("import os\nos.fork()", "x.py").refused == ("os.fork",)


def test_an_agent_that_is_gone_or_hangs_is_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_GRACE", 0.5)
    with without() as used:
        for sent in (signal.SIGKILL, signal.SIGSTOP):
            agent = agent_of(used)
            os.kill(agent, sent)
            assert used.run("1", "x.py").kind == "died"
            assert used.run("1", "x.py").kind == "finished"
            assert agent_of(used) != agent
            assert not alive(agent)


def test_close_ends_everything_and_removes_the_scratch_folder() -> None:
    used = without()
    assert used._started is not None
    folder, agent = Path(used._started.settings["scratch"]), agent_of(used)
    assert folder.exists()
    used.close()
    used.close()
    assert not folder.exists() and not alive(agent)
    with pytest.raises(WorkerError, match="closed"):
        used.run("1", "x.py")


def test_nothing_outlives_a_linter_that_is_killed() -> None:
    source = (
        "import os, sys, threading, time; from pathlib import Path; from shapelint.verify import sandbox;"
        "from shapelint.verify.worker import Worker; w = Worker(Path(sys.executable), [], 'cpu');"
        "threading.Thread(target=w.run, args=('while True: pass', 'x.py')).start(); time.sleep(0.3);"
        "print(*sandbox.descendants(os.getpid()), w._started.settings['scratch'], flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    root = str(Path(__file__).parent.parent)
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, cwd=root, timeout=60)
    *said, folder = done.stdout.decode().split() or [""]
    pids = [int(pid) for pid in said]
    assert len(pids) >= 2, done.stderr
    deadline = time.monotonic() + 5
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(alive, pids))
    assert not list(Path(folder).glob("*"))


def test_what_is_no_python(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    for path, said in (
        (tmp_path / "none", "No such file"),
        (tmp_path, "denied"),
        (Path("/bin/true"), "no Python interpreter"),
        (slow, "no answer within 0.3 s"),
    ):
        with pytest.raises(WorkerError, match=said):
            Worker(path, ["torch"], limits=Limits(start_seconds=0.3))


def test_a_framework_that_is_not_there() -> None:
    with Worker(PYTHON, ["no_such_framework"], limits=LIMITS) as used:
        assert used.frameworks == {} and used.device == "cpu"
        assert used.missing["no_such_framework"].startswith("ModuleNotFoundError: ")
        with pytest.raises(DeviceNotFound, match="'meta'"):
            used.run("1", "x.py", device="meta")


def test_where_everything_holds_nothing_is_said_to_be_open(torch_worker: Worker) -> None:
    assert torch_worker._started is not None
    settings = torch_worker._started.settings
    if settings["landlock"] < 6 or not settings["process_namespace"]:
        pytest.skip("this machine does not give everything")
    assert torch_worker.not_enforced == ()


def test_what_is_left_out_is_said(lone_workers: dict[str, Worker]) -> None:
    said = " ".join(lone_workers["ancestry"].not_enforced)
    assert "Landlock" in said and "namespaces" in said and "seccomp" in said


FOUND = ["cpu", "cuda:0", "cuda:1", "mps", "meta"]


@pytest.mark.parametrize(
    "wanted, found, chosen",
    [
        ("auto", FOUND, "cuda:0"),
        ("auto", ["cpu", "mps", "meta"], "mps"),
        ("auto", ["cpu", "meta"], "cpu"),
        ("cuda", FOUND, "cuda:0"),
        ("cuda:1", FOUND, "cuda:1"),
        ("mps", FOUND, "mps"),
        ("cpu", FOUND, "cpu"),
        ("meta", FOUND, "meta"),
    ],
)
def test_choosing_a_device(wanted: str, found: list[str], chosen: str) -> None:
    assert choose(wanted, found) == chosen


@pytest.mark.parametrize(
    "wanted, found", [("cuda:2", FOUND), ("cuda", ["cpu"]), ("tpu", FOUND), ("auto", [])]
)
def test_a_device_that_is_not_there(wanted: str, found: list[str]) -> None:
    with pytest.raises(DeviceNotFound) as caught:
        choose(wanted, found)
    assert caught.value.wanted == wanted and repr(wanted) in str(caught.value)


def test_drivers_are_let_in_only_when_needed() -> None:
    assert [needs_driver(name) for name in ("auto", "cuda:1", "mps", "cpu", "meta")] == [
        True
    ] * 3 + [False] * 2


def test_a_snippet_on_the_meta_device(torch_worker: Worker) -> None:
    source = "import torch\nx = torch.zeros(1 << 40, 3)\nraise ValueError(x.device, torch.nn.Linear(3, 4)(x).shape)"
    outcome = torch_worker.run(source, "x.py", device="meta")
    assert outcome.message == "(device(type='meta'), torch.Size([1099511627776, 4]))"


def test_a_whole_home_is_never_readable(tmp_path: Path) -> None:
    """An interpreter installed right into a home, as `./configure --prefix=$HOME` does."""
    for name in ("bin", "lib", ".ssh"):
        (tmp_path / name).mkdir()
    prefixes = (str(tmp_path), str(tmp_path.parent))
    found = environment.PythonFound(str(tmp_path / "bin/python"), "3.11.0", prefixes, (), None)
    read = sandbox.readable(found, [str(tmp_path / "project")], tmp_path, driver=False)
    assert str(tmp_path / "lib") in read
    assert not any(
        Path(place) in (tmp_path, *tmp_path.parents, tmp_path / ".ssh") for place in read
    )


def test_emptying_a_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_text("kept")
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    (hostile / "link").symlink_to(outside)
    here = os.open(hostile, os.O_RDONLY)
    for depth in range(600):
        os.mkdir("d" * 200, 0o700, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
        if depth % 100 == 0:
            os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    (hostile / "shut").mkdir(0)
    scratch.remove(str(hostile))
    assert not hostile.exists() and (outside / "file").read_text() == "kept"


@pytest.mark.parametrize("version", range(1, 8))
def test_landlock_as_older_kernels_have_it(version: int, tmp_path: Path) -> None:
    if landlock.abi() < version:
        pytest.skip(f"this kernel's Landlock has ABI {landlock.abi()}")
    source = f"""
import os, landlock
handled = landlock.READ | landlock.CHANGE | landlock.NEVER | landlock.IOCTL_DEV
landlock.restrict({version}, handled, [({str(tmp_path / "may")!r}, handled), ("/no/such", handled)])
open({str(tmp_path / "may" / "file")!r}, "w").close()
for change in (lambda: open({str(tmp_path / "file")!r}, "w"), lambda: os.listdir({str(tmp_path)!r})):
    try: change()
    except PermissionError: pass
    else: raise SystemExit("not denied")
"""
    (tmp_path / "may").mkdir()
    here = str(Path(landlock.__file__).parent)
    done = subprocess.run(
        [sys.executable, "-S", "-c", source], cwd=here, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "may" / "file").exists() and not (tmp_path / "file").exists()


ALLOWED, KILLED = "allowed", "killed"
ERRORS = {1: "EPERM", 38: "ENOSYS"}
ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def verdict(program: bytes, architecture: int, number: int, *arguments: int) -> str:
    """What the kernel would do: the BPF program run by hand."""
    data = struct.pack("=IIQ6Q", number, architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    steps = [struct.unpack_from("=HBBI", program, at) for at in range(0, len(program), 8)]
    accumulator = at = 0
    while True:
        code, yes, no, constant = steps[at]
        at += 1
        if code == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, constant)
        elif code == 0x54:
            accumulator &= constant
        elif code == 0x06:
            if constant >> 16 == 5:
                return ERRORS[constant & 0xFFFF]
            return ALLOWED if constant == 0x7FFF0000 else KILLED
        else:
            tests = {
                0x15: accumulator == constant,
                0x25: accumulator > constant,
                0x45: accumulator & constant,
            }
            at += yes if tests[code] else no


@pytest.mark.parametrize("column, machine", list(enumerate(ARCHITECTURE)))
def test_the_filter_on_each_machine(column: int, machine: str) -> None:
    program, here = seccomp.program(machine, 77), ARCHITECTURE[machine]
    assert len(program) // 8 < 4096  # BPF_MAXINSNS
    for name, numbers in seccomp.REFUSED.items():
        if numbers[column] is not None:
            assert verdict(program, here, numbers[column] or 0) == "EPERM", name
    read, write, mmap, futex, exit_group = [(0, 63), (1, 64), (9, 222), (202, 98), (231, 94)]
    for allowed in (read, write, mmap, futex, exit_group):
        assert verdict(program, here, allowed[column]) == ALLOWED
    clone, tgkill, prlimit, ioctl, openat = (
        pair[column] for pair in ((56, 220), (234, 131), (302, 261), (16, 29), (257, 56))
    )
    for number, arguments, said in (
        (clone, (17,), "EPERM"),
        (clone, (0x3D0F00,), ALLOWED),  # what glibc passes for a thread
        (435, (), "ENOSYS"),
        (tgkill, (77, 78, 6), ALLOWED),
        (tgkill, (76, 76, 6), "EPERM"),
        (prlimit, (0,), ALLOWED),
        (prlimit, (1,), "EPERM"),
        (ioctl, (1, 0x5401), ALLOWED),
        (ioctl, (1, 0x5412), "EPERM"),
        (openat, (0, 0, os.O_RDONLY | os.O_CLOEXEC), ALLOWED),
        (openat, (0, 0, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), ALLOWED),
        (openat, (0, 0, os.O_RDONLY | os.O_TRUNC), "EPERM"),
        (471, (), "ENOSYS"),
        (0x40000000 + 41, (), "ENOSYS"),
    ):
        assert verdict(program, here, number, *arguments) == said, (number, arguments)
    assert verdict(program, 0x40000003, 1) == KILLED  # i386's calls have other numbers


@pytest.mark.parametrize(
    "python",
    sorted(Path.home().glob(".pyenv/versions/3.*/bin/python")) or [None],
    ids=lambda path: path.parts[-3] if path else "none",
)
def test_other_versions_of_python(python: Path | None) -> None:
    if python is None:
        pytest.skip("no other Python here")
    try:
        used = Worker(python, ["json"], limits=LIMITS)
    except WorkerError as error:
        assert "at least 3.8 is needed" in str(error)
        return
    with used:
        outcome = used.run("def f(x):\n    return 1 / x\n\nf(0)\n", "x.py", watch=[1, 2, 3, 4])
        assert (outcome.exception, outcome.reached) == ("ZeroDivisionError", {1, 2, 4})
        assert [frame.line for frame in outcome.frames] == [4, 2]
        assert used.run("import os\nos.fork()", "x.py").refused == ("os.fork",)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
